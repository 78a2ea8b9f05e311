//! The errors of calls. What is wrong with a ballot is said by a `Refusal` before the pool. A section of the pallet's module,
//! which imports it.

#[frame_support::pallet_macros::pallet_section]
mod errors {
	#[pallet::error]
	pub enum Error<T> {
		/// The ballot was not checked before its call. Send `cast` or `cast_deniable` as a signed transaction of its own, not
		/// inside a batch, a proxy call, a multisig or a motion.
		NotAdmitted,
		/// The box of this unit has no slot left. Tell the commission: a unit holds 16 777 216 ballots, as many as are
		/// mixed in one list.
		BoxFull,
		/// No membership proof of this table slot waits to be checked. Nothing needs to be done; the view function `queues` shows
		/// which ones have some.
		NothingToCheck,
		/// The contest has no table of legal selections, so no deniable ballot can be checked. Tell the commission: such an
		/// election must not be announced.
		NoTable,
	}
}
