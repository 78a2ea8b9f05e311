//! The errors of calls about deniable rolls. A section of the pallet's module, which imports it.

#[frame_support::pallet_macros::pallet_section]
mod errors {
	/// Why a call was refused. `entry` counts what the call lists from 0.
	#[pallet::error]
	pub enum Error<T> {
		/// There is no roll with this number. Create it in the registry first.
		UnknownRoll,
		/// This roll is deniable already. Its terms stay as they are; create another roll for other terms.
		AlreadyOpen,
		/// Somebody is on this roll, openly. Create another roll for deniable elections.
		RollNotEmpty,
		/// An election was announced on this roll, or is under way. Create another roll for deniable elections.
		RollInUse,
		/// `least_keys` must be 2 to 128. Correct the terms.
		LeastKeysOutOfBounds,
		/// `least_voters` must be 1 to `least_keys`. Correct the terms.
		LeastVotersOutOfBounds,
		/// `most_keys_per_booth` must be at least `least_keys`. Correct the terms.
		MostKeysPerBoothOutOfBounds,
		/// `flush_after` must be 1 millisecond to 366 days. Correct the terms.
		FlushAfterOutOfBounds,
		/// `moves_close_before` must be at most 366 days, in milliseconds. Correct the terms.
		MovesCloseBeforeOutOfBounds,
		/// A roll serves at least one election. Correct the terms.
		ServesOutOfBounds,
		/// This roll is not deniable. Open it first, or use the registry's calls.
		NotDeniable,
		/// This roll has served as many elections as it may. Create a new one and enrol everybody again.
		RollExpired,
		/// This account is a credential or a desk. Choose a key made for this office.
		AccountHasAnotherRole,
		/// This account has or had another office, or this one on another roll. Choose a key made for this office.
		HasAnotherOffice,
		/// This account is in this office already. Nothing is to be done.
		AlreadyInOffice,
		/// The roll has as many booths or printers in office as allowed. Dismiss one first.
		TooManyInOffice,
		/// This account is no booth in office of this roll. Ask the commission to appoint it.
		NotABooth,
		/// This account is no envelope printer in office of this roll. Ask the commission to appoint it.
		NotAPrinter,
		/// This account is no desk in office of this roll. Ask the commission to appoint it.
		NotADesk,
		/// The list is empty. Send at least one item.
		EmptyList,
		/// This envelope is registered, or twice in the list. Print new ones; each is registered once, for one booth.
		EnvelopeRegistered {
			/// The envelope.
			entry: u16,
		},
		/// The roll has no such unit. Units count from 0; see the roll's number of units.
		UnknownUnit,
		/// The roll has no key yet. Wait until its trustees have made it.
		NoRollKey,
		/// The booth has announced no batch for this unit, or has activated it. Announce the batch first.
		NotAnnounced,
		/// The batch was announced too long ago. Announce it again.
		AnnouncementStale,
		/// The block that the message was built on is not on this chain, or too old to tell. Build on a recent finalised one.
		UnknownBlock,
		/// The message was built before the batch was announced. Wait until the announcement is finalised and build on that.
		BuiltTooEarly,
		/// A batch has 1 to 128 keys. Make a smaller one.
		WrongNumberOfKeys,
		/// A batch has as many pairs as keys. Make the batch again.
		WrongNumberOfPairs,
		/// This is not the batch that was announced for this unit under this roll key. Announce it, then activate it.
		NotTheAnnouncedBatch,
		/// The batch has fewer keys than the roll's terms ask for. Add decoys.
		TooFewKeys,
		/// The booth would have more keys than the roll's terms allow. Ask the commission for another booth.
		TooManyKeys,
		/// The booth has activated this key before. A batch is activated once; make new keys.
		KeyActivatedBefore {
			/// The key.
			entry: u16,
		},
		/// The account of this key has an office, and no credential may. Make the batch again without it.
		KeyHasOffice {
			/// The key.
			entry: u16,
		},
		/// This envelope is not registered. Make the batch again without it, and hand the envelope to the staff.
		EnvelopeUnregistered {
			/// The key beside it.
			entry: u16,
		},
		/// This envelope was made for another booth. Make the batch again without it.
		EnvelopeOfAnotherBooth {
			/// The key beside it.
			entry: u16,
		},
		/// This envelope was spent before. Make the batch again without it.
		EnvelopeSpent {
			/// The key beside it.
			entry: u16,
		},
		/// One envelope is beside two keys. Make the batch again.
		EnvelopeTwice,
		/// The keys are not in ascending order, each once. Sort them.
		KeysOutOfOrder,
		/// The pairs are not in ascending order, each once. Sort them.
		PairsOutOfOrder,
		/// A key is no sr25519 public key. Only sr25519 keys can cast; make one.
		KeyMalformed,
		/// The batch's proof does not hold: its pairs are not those of its keys. Make the batch again for this place and key.
		BatchRejected,
		/// The voters are not in ascending order, each once. Sort them, and enrol each only once.
		VotersOutOfOrder {
			/// The second of the two.
			entry: u16,
		},
		/// The account that ordered this enrolment is no desk in office of this roll. Let a desk order it.
		OrderedByNoDesk {
			/// The enrolment.
			entry: u16,
		},
		/// The account that co-signed this enrolment is no booth in office of this roll. Ask the voter to come again.
		CosignedByNoBooth {
			/// The enrolment.
			entry: u16,
		},
		/// The booth has no such batch, or not yet. Wait until it is active.
		UnknownBatch {
			/// The enrolment.
			entry: u16,
		},
		/// The batch is of another unit. Send the enrolment with the voters of that unit.
		BatchOfAnotherUnit {
			/// The enrolment.
			entry: u16,
		},
		/// The batch has no pair at this position. Look the pair of the order up in the batch.
		UnknownPair {
			/// The enrolment.
			entry: u16,
		},
		/// This pair was used for an enrolment before. The voter has to visit a booth again.
		PairUsed {
			/// The enrolment.
			entry: u16,
		},
		/// The slip's V is no group element that is allowed. Order the enrolment with another slip.
		SlipMalformed {
			/// The enrolment.
			entry: u16,
		},
		/// The desk has not signed this voter, unit and slip for this chain. Order the enrolment again.
		DeskSignatureRejected {
			/// The enrolment.
			entry: u16,
		},
		/// The booth has not signed this enrolment with this pair. Compare batch and position with the booth's print.
		BoothSignatureRejected {
			/// The enrolment.
			entry: u16,
		},
		/// The booth has not shown that the pair's key contains the voter's slip. The voter has to visit a booth again.
		EnrolmentRejected {
			/// The enrolment.
			entry: u16,
		},
		/// The voter has moved as often as the roll's terms allow. Enrol the voter in the unit of the last enrolment.
		MovedTooOften {
			/// The enrolment.
			entry: u16,
		},
		/// Moves are closed until the roll is fixed for the next election. Enrol the voter in the old unit, or later.
		MovedTooLate {
			/// The enrolment.
			entry: u16,
		},
		/// The first enrolment from this batch must bring more voters. Collect the orders of the batch and send them together.
		TooFewVoters {
			/// The first enrolment from the batch.
			entry: u16,
		},
		/// No active voter of this roll has this pseudonym. Look the voter up.
		NotOnRoll,
		/// The booth would have eight envelopes for each key that it may ever activate. Take some of those it has.
		TooManyEnvelopes,
	}
}
