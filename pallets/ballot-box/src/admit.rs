//! Whether a ballot may enter the box. Protocol A9, and the size of A7.
//!
//! The checks go from cheap to expensive, so that what is refused costs a node microseconds: phase, kind, eligible, contests,
//! ballots left, the size of membership proofs, then decoding, then the proofs of knowledge. The size of the transaction was
//! checked before, by [`crate::CheckBallot`].

use crate::{
	deniable::Membership, queue::is_of_size, Admission, Admitted, Casts, Config, DeniableCasts, Error, Pallet,
};
use ballot_crypto::{
	knowledge::{self, BallotContext},
	signature::Signature,
};
use dobush_primitives::{
	host::verify_sr25519,
	traits::{DeniableRolls, Elections, Polls, Registry},
	Ballot, ContestList, DeniableBallot, ElectionId, EncryptedSelection, Mode, Phase, Receipt, Refusal, TableSlot,
	UnitId,
};
use frame_support::ensure;
use frame_system::pallet_prelude::BlockNumberFor;
use sp_runtime::{traits::Zero, transaction_validity::TransactionPriority, AccountId32};

/// A ballot that may enter the box, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Admissible {
	/// What the call asks for.
	pub admission: Admission,
	/// Higher goes first.
	pub priority: TransactionPriority,
	/// Whether the sizes of all its tables were known: no ballot of these contests is the first.
	pub tables_known: bool,
}

/// All checks of a direct ballot but the size, which belongs to the transaction.
pub fn direct<T: Config>(
	credential: &T::AccountId,
	election: ElectionId,
	ballot: &Ballot,
) -> Result<Admissible, Refusal> {
	let polls = open_polls::<T>(election)?;
	ensure!(polls.mode == Mode::Direct, Refusal::WrongKind);
	let unit = T::Registry::unit_of(credential, polls.roll, polls.roll_closed_in).ok_or(Refusal::NotEligible)?;
	let contests = contests::<T>(election, unit, ballot.entries.len())?;

	let times = Casts::<T>::get(election, credential).map_or(0, |cast| cast.times);
	may_cast(&polls, times)?;

	let place = place::<T>(election, unit, &polls, None, credential);
	for (contest, entry) in contests.iter().zip(&ballot.entries) {
		ensure_known(&place, (*contest).into(), entry)?;
	}
	let receipt = Receipt::of(election, credential, ballot);
	Ok(admissible(Admission { receipt, unit, booth: None }, times, true))
}

/// All checks of a deniable ballot before the pool but the size of its transaction.
pub fn deniable<T: Config>(
	credential: &T::AccountId,
	election: ElectionId,
	ballot: &DeniableBallot,
) -> Result<Admissible, Refusal> {
	let polls = open_polls::<T>(election)?;
	ensure!(matches!(polls.mode, Mode::Deniable { .. }), Refusal::WrongKind);
	let booth = AccountId32::new(ballot.booth);
	let unit = T::DeniableRolls::unit_of(credential, &booth, polls.roll, polls.roll_closed_in);
	let unit = unit.ok_or(Refusal::NotEligible)?;
	let tables = Pallet::<T>::tables_of(election, unit).ok_or(Refusal::WrongContests)?;
	ensure!(!tables.is_empty() && tables.len() == ballot.entries.len(), Refusal::WrongContests);

	let times = DeniableCasts::<T>::get((election, credential, &booth)).map_or(0, |cast| cast.times);
	may_cast(&polls, times)?;

	let mut tables_known = true;
	for (table, entry) in tables.iter().zip(&ballot.entries) {
		tables_known &= ensure_size::<T>(election, *table, &entry.membership)?;
	}
	let place = place::<T>(election, unit, &polls, Some(ballot.booth), credential);
	for (table, entry) in tables.into_iter().zip(&ballot.entries) {
		ensure_known(&place, table, &entry.selection)?;
	}
	let receipt = Receipt::of_deniable(election, credential, ballot);
	Ok(admissible(Admission { receipt, unit, booth: Some(ballot.booth) }, times, tables_known))
}

fn admissible(admission: Admission, times: u16, tables_known: bool) -> Admissible {
	let priority = TransactionPriority::from(u16::MAX - times).saturating_add(1);
	Admissible { admission, priority, tables_known }
}

/// Polls that receive ballots.
fn open_polls<T: Config>(election: ElectionId) -> Result<Polls, Refusal> {
	let polls = T::Elections::polls(election).ok_or_else(|| match T::Elections::phase(election) {
		Some(_) => Refusal::NotReceiving,
		None => Refusal::UnknownElection,
	})?;
	ensure!(matches!(polls.phase, Phase::Voting | Phase::Grace), Refusal::NotReceiving);
	Ok(polls)
}

/// The contests of a unit, of which there are as many as entries.
fn contests<T: Config>(election: ElectionId, unit: UnitId, entries: usize) -> Result<ContestList, Refusal> {
	let contests = T::Elections::contests_of(election, unit).ok_or(Refusal::WrongContests)?;
	ensure!(!contests.is_empty() && contests.len() == entries, Refusal::WrongContests);
	Ok(contests)
}

fn may_cast(polls: &Polls, times: u16) -> Result<(), Refusal> {
	ensure!(polls.phase == Phase::Voting || times == 0, Refusal::GraceFirstBallotsOnly);
	ensure!(times < polls.ballots_per_credential, Refusal::NoBallotsLeft);
	Ok(())
}

/// Whether a membership proof has exactly the bytes that its table needs. Answers whether the table slot's queue knew.
fn ensure_size<T: Config>(election: ElectionId, table: TableSlot, proof: &Membership) -> Result<bool, Refusal> {
	let (rounds, known) = Pallet::<T>::rounds_of(election, table).ok_or(Refusal::MembershipSize)?;
	ensure!(is_of_size(proof, rounds), Refusal::MembershipSize);
	Ok(known)
}

/// Where a ballot belongs; contest and table slot are filled in entry by entry.
fn place<T: Config>(
	election: ElectionId,
	unit: UnitId,
	polls: &Polls,
	booth: Option<[u8; 32]>,
	credential: &T::AccountId,
) -> BallotContext {
	BallotContext {
		genesis: frame_system::Pallet::<T>::block_hash(BlockNumberFor::<T>::zero()).0,
		election: election.0,
		unit: unit.0,
		contest: 0,
		key: polls.vote_key,
		booth,
		credential: *AsRef::<[u8; 32]>::as_ref(credential),
		slot: 0,
	}
}

/// Whether the caster knows what is inside an entry, at this place.
fn ensure_known(
	place: &BallotContext,
	TableSlot { contest, number }: TableSlot,
	entry: &EncryptedSelection,
) -> Result<(), Refusal> {
	let EncryptedSelection { ciphertext, proof } = entry;
	let context = BallotContext { contest: contest.0, slot: number, ..*place };
	// K1 and K2 come first: the host function looks neither at c2 nor for an identity as public key.
	knowledge::verify_with(&context, ciphertext, &Signature(*proof), verify_sr25519).map_err(|why| match why {
		knowledge::Rejected::IdentityC1 | knowledge::Rejected::C2(_) => Refusal::Undecodable,
		knowledge::Rejected::Proof => Refusal::ProofRejected,
	})
}

impl<T: Config> Pallet<T> {
	/// Takes the admission of this transaction away: the unit, if it is this ballot's.
	pub(crate) fn admitted(receipt: Receipt, booth: Option<[u8; 32]>) -> Result<UnitId, Error<T>> {
		Admitted::<T>::take()
			.filter(|admission| admission.receipt == receipt && admission.booth == booth)
			.map(|admission| admission.unit)
			.ok_or(Error::<T>::NotAdmitted)
	}
}
