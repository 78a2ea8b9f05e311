//! The errors of ceremonies: why a message is refused. A section of the pallet's module, which imports it.

#[frame_support::pallet_macros::pallet_section]
mod errors {
	#[pallet::error]
	pub enum Error<T> {
		/// The election has its ceremony already, or one for the roll is under way. Announce another election; wait until the
		/// roll's ceremony has finished or give it up.
		AlreadyBegun,
		/// The threshold must be more than half of the trustees and at most all of them. Begin with another one.
		BadThreshold,
		/// The same account is listed twice as a trustee. List each once.
		RepeatedTrustee,
		/// As many ceremonies are under way as the chain allows. Wait until one has finished.
		TooManyCeremonies,
		/// This election or epoch of a roll's key has no ceremony. Check its number.
		UnknownCeremony,
		/// The sender has no part in this stage of the ceremony. Check whose ceremony it is, and the account.
		NotATrustee,
		/// The message is for another attempt. Look up which attempt is under way and begin it afresh.
		WrongAttempt,
		/// The ceremony is in another stage. Look up which, and do what it waits for.
		WrongStage,
		/// The message was not built on a block of this chain that the chain still remembers. Build it on the newest final block.
		UnknownBlock,
		/// The message was built on a block before the stage began. Wait until the beginning of the stage is final.
		BuiltTooEarly,
		/// The trustee has joined this attempt already. Wait for the others.
		AlreadyJoined,
		/// The proof under the recipient key does not hold for this attempt and trustee. Make a fresh key and prove it.
		RecipientKeyRejected,
		/// The trustee did not join this attempt, so there is nothing for it to do. Join the next ceremony in time.
		NotJoined,
		/// The trustee has posted the hash of a dealing already. Reveal that dealing.
		AlreadyCommitted,
		/// The trustee posted no hash in time, so it deals nothing in this attempt. It still receives shares.
		NotCommitted,
		/// The trustee has revealed its dealing already. Wait for the others.
		AlreadyRevealed,
		/// The dealing is not the one whose hash was posted. Reveal that one.
		OtherDealing,
		/// The dealing is not for as many keys as the ceremony makes. Deal for this ceremony.
		WrongNumberOfKeys,
		/// A polynomial of the dealing has not exactly as many points as the threshold. Deal for this ceremony.
		WrongNumberOfPoints,
		/// The dealing has not one share for each trustee who joined. Deal for this ceremony.
		WrongNumberOfShares,
		/// A share of the dealing is not a canonical scalar. Deal anew in the next attempt.
		BadShareEncoding,
		/// A point of the dealing is not a canonical element, or it is the identity. Deal anew in the next attempt.
		BadPoint,
		/// Knowledge of the ephemeral key is not shown for this attempt and dealer: it may be copied. Deal with a fresh one.
		EphemeralKeyRejected,
		/// Knowledge of a polynomial's constant is not shown for this attempt and dealer: it may be copied. Deal with a fresh one.
		ConstantRejected,
		/// The complaint names another trustee as its maker. Complain for yourself.
		NotYourComplaint,
		/// The trustee complained about is no dealer of this attempt, or no longer. There is nothing to complain about.
		NotADealer,
		/// The trustee's complaint was false, so it takes no further part in this attempt.
		ComplainedFalsely,
		/// The trustee has accepted its shares and cannot complain any more, nor accept twice.
		AlreadyAccepted,
		/// The complaint does not show the secret that trustee and dealer share. Nothing has changed; prove it again.
		ComplaintRejected,
		/// The roll is not deniable, so nothing on it is encrypted. Open it as a deniable one first.
		NotDeniable,
		/// The roll has its key already. Hand it over by a re-sharing if others are to hold it.
		RollKeyExists,
		/// The roll has no key that could be handed over. Begin its key ceremony.
		NoRollKey,
		/// The roll's key has been handed over as often as is possible. Open another roll.
		TooManyEpochs,
		/// No ceremony of the roll is under way. There is nothing to give up.
		NothingToAbandon,
		/// A stage may last between a millisecond and fourteen days. Begin with another deadline.
		StepDeadlineOutOfBounds,
		/// A voter's credential is listed as a trustee. List an account of its own for that trustee.
		TrusteeIsACredential,
		/// The trustee holds no share of the key that is handed over, so it has nothing to deal.
		NotAHolder,
		/// The dealing is not about the share that this holder has of the key that is handed over. Deal that share.
		NotTheShare,
		/// The last election of the roll has ended, and its key with it. Open another roll.
		RollKeyRetired,
	}
}
