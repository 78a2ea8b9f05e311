//! # Motions
//!
//! Bounds how many motions one member of the commission may have open. The collective holds a bounded number of motions for a
//! week, whoever opened them. Without a share for each member, a single hostile one could fill all places, and the others
//! could not even move to expel it.
//!
//! Members who are too few to block a motion by their votes have together at most half of the places ([`share`]).
//!
//! The collective tells this pallet of every motion that is opened, and of none that is closed. Closed motions are forgotten
//! when the next one is opened, and are not counted until then.
//!
//! It answers beforehand what a motion would do ([`Pallet::trial`]), so that members do not vote on what must fail.
//!
//! Always true:
//! - **MO1** every open motion has exactly one entry that says who opened it.

pub use pallet::*;

/// How many of `places` motions each of `seats` members may have open: so many that a third of the members, who can neither
/// carry nor block a motion, fill at most half of the places. At least 1, at most `places`.
///
/// With 100 places: 50 for each of three members, 16 for each of nine, one for each of a hundred.
pub const fn share(places: u32, seats: u32) -> u32 {
	let Some(share) = (places.saturating_mul(3) / 2).checked_div(seats) else { return places };
	match (share, share < places) {
		(0, _) => 1,
		(share, true) => share,
		(_, false) => places,
	}
}

#[frame_support::pallet]
#[allow(clippy::module_inception)]
pub mod pallet {
	use alloc::vec::Vec;
	use frame_support::pallet_prelude::*;
	use frame_system::pallet_prelude::*;
	use sp_runtime::traits::Convert;

	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// What a motion proposes: a call.
		type Proposal: Parameter;
		/// Carries a proposal out as two thirds of the commission would, and takes everything back.
		type Trial: Convert<Self::Proposal, DispatchResult>;
		/// The hashes of the open motions in the order in which they were opened, the newest last.
		type Open: Get<Vec<Self::Hash>>;
		/// How many members the commission has.
		type Seats: Get<u32>;
		/// How many motions may be open.
		#[pallet::constant]
		type Places: Get<u32>;
	}

	#[pallet::pallet]
	pub struct Pallet<T>(_);

	/// The members who opened motions: all that are open, and those that were closed since the last one was opened. Written
	/// whenever a motion is opened; as many entries as [`Config::Places`].
	#[pallet::storage]
	pub type Openers<T: Config> = StorageValue<_, BoundedVec<(T::Hash, T::AccountId), T::Places>, ValueQuery>;

	#[pallet::error]
	pub enum Error<T> {
		/// You have as many motions open as one member may. Close those that are decided or have ended, or wait until they end.
		ShareUsedUp,
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::check_invariants()
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// How many motions each member may have open at present.
		pub fn most() -> u32 {
			super::share(T::Places::get(), T::Seats::get())
		}

		/// How many open motions this account has opened.
		pub fn opened(who: T::AccountId) -> u32 {
			let open = T::Open::get();
			let own = Openers::<T>::get().into_iter().filter(|(motion, by)| *by == who && open.contains(motion));
			own.count() as u32
		}

		/// What a motion with this call would answer if the commission carried it now: nothing, or the error for which it would fail.
		/// Nothing is changed.
		pub fn trial(proposal: <T as Config>::Proposal) -> Result<(), DispatchError> {
			T::Trial::convert(proposal)
		}
	}

	impl<T: Config> Pallet<T> {
		/// Remembers who opened the newest motion, and forgets closed motions.
		///
		/// - **Refuses:** [`Error::ShareUsedUp`].
		pub fn note(who: &T::AccountId) -> DispatchResult {
			let open = T::Open::get();
			let Some((newest, others)) = open.split_last() else { return Ok(()) };
			// The same motion may have been open before; who opened it then does not matter any more.
			let mut openers = Openers::<T>::get();
			openers.retain(|(motion, _)| others.contains(motion));
			let own = openers.iter().filter(|(_, by)| by == who).count();
			ensure!((own as u32) < Self::most(), Error::<T>::ShareUsedUp);
			openers.try_push((*newest, who.clone())).map_err(|_| Error::<T>::ShareUsedUp)?;
			Openers::<T>::put(openers);
			Ok(())
		}

		/// Whether MO1 holds.
		#[cfg(any(feature = "std", feature = "try-runtime"))]
		pub fn check_invariants() -> Result<(), sp_runtime::TryRuntimeError> {
			let openers = Openers::<T>::get();
			for motion in T::Open::get() {
				let known = openers.iter().filter(|(of, _)| *of == motion).count();
				ensure!(known == 1, "MO1: it is not known who opened a motion, or it is known twice");
			}
			Ok(())
		}
	}
}

#[cfg(test)]
mod tests {
	use super::share;

	#[test]
	fn who_cannot_block_a_motion_holds_at_most_half_of_the_places() {
		for seats in 1..=100u32 {
			let each = share(100, seats);
			assert!((1..=100).contains(&each), "{seats} seats: {each}");
			// Two thirds must vote for a motion: so many may vote against all of them in vain.
			let in_vain = seats - (2 * seats).div_ceil(3);
			assert!(in_vain * each <= 50, "{in_vain} of {seats} members hold {each} places each");
		}
	}

	#[test]
	fn shares_are_as_large_as_that_allows() {
		let shares = [(1, 100), (2, 75), (3, 50), (7, 21), (9, 16), (12, 12), (15, 10), (100, 1), (200, 1)];
		for (seats, most) in shares {
			assert_eq!(share(100, seats), most, "{seats} seats");
		}
		assert_eq!(share(100, 0), 100, "nobody is there to open one");
	}
}
