//! The errors of the tally: why a message is refused. A section of the pallet's module, which imports it.

#[frame_support::pallet_macros::pallet_section]
mod errors {
	#[pallet::error]
	pub enum Error<T> {
		/// There is no such election, or it has no calendar. Look its number up.
		UnknownElection,
		/// The tally of this election has begun already. Follow it; nothing is to be done.
		AlreadyBegun,
		/// The key ceremony of this election has not ended. Finish it first.
		NoVoteKey,
		/// The key ceremony of this deniable election has made no tagging key. Repeat it.
		NoTaggingKey,
		/// The roll of this deniable election is not fixed, or the election has pinned no shares of its key. Close the roll first.
		NoRollKey,
		/// Fewer trustees hold shares than must act together. Repeat the ceremony.
		TooFewHolders,
		/// There is no such list in a tally. Check election, unit and contest.
		UnknownList,
		/// The polls of this election are not closed in all units, or its tally is over. Wait for the phase of tallying.
		NotTallying,
		/// The signer holds no share of the key that is needed here. Sign with the account of a trustee; where tags are opened, of a
		/// holder of the roll key.
		NotATrustee,
		/// The list is not waiting for a mix now. Ask for its status and wait for your turn.
		NotMixing,
		/// It is another trustee's turn to mix. Wait for your own.
		NotYourTurn,
		/// The message is of another invitation or round than the one that is open. Make it again for the open one.
		WrongAttempt,
		/// The deadline has passed. Wait to be invited again.
		TooLate,
		/// This page is there already. Go on with the next one.
		PageRepeated,
		/// Pages before this one are missing. Upload them in order, from the one that the status names.
		PageSkipped,
		/// The list ends before this page. Compare its length.
		PageBeyondTheEnd,
		/// The page is not exactly as long as the list demands: full, or what is left for the last one. Cut it again.
		PageOfWrongLength,
		/// The head of the proof is there already. Go on with columns and pages.
		HeadRepeated,
		/// The head of the proof is malformed, or of a list of another length. Make the proof again.
		HeadMalformed,
		/// Pages, head or columns are missing. Upload what the status says and close again.
		UploadIncomplete,
		/// The block that the message was built on is not on this chain, or too old to tell. Build on a recent finalised one.
		NotOnThisChain,
		/// The message was built on a block before the turn or round began. Build on a later finalised one.
		BuiltTooEarly,
		/// The list is not being decrypted now; all of its mixes must be verified first. Ask for its status.
		NotDecrypting,
		/// The list is not being tagged now; all of its mixes must be verified first, and it is tagged once. Ask for its status.
		NotTagging,
		/// This trustee is not of the set that acts in this round. Wait for another round; none may be needed.
		NotInThePanel,
		/// The shares do not hold against the trustee's registered key for this page of this list and this round. Make them
		/// again from the list as the chain has it.
		ShareProofRejected,
		/// The tag shares do not hold against the trustee's registered tagging key for this page of this list and this round. Make
		/// them again from the list as the chain has it.
		TagProofRejected,
		/// No contest of this election waits for a lot now. Wait until all contests are decided, and see their outcomes.
		LotsNotAwaited,
		/// Nothing is tied that a lot would decide, in this contest or between those who could follow. See which contests are tied;
		/// name no lot where none was drawn.
		LotNotNeeded,
		/// The lot of this contest is recorded already, and never changes.
		LotAlreadyRecorded,
		/// The chain's own record of the list is not readable. Report it: this cannot happen.
		Corrupt,
		/// The election is not certified, so nobody sits yet. Certify it first.
		NotCertified,
		/// No seats of such a list were filled: there is none, it won none, or the definition does not say how. Check contest and
		/// list.
		ListNotFilled,
		/// This candidate does not sit on a seat of the list now. See who does; candidates are numbered from 0.
		NotAMember,
		/// Nothing decides between those who could follow. Draw a lot in public and name what was drawn.
		LotMissing,
	}
}
