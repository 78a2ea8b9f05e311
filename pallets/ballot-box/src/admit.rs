//! Whether a ballot may enter the box. Protocol A9, and the size of A7.
//!
//! The checks go from cheap to expensive, so that a refused ballot costs a node only microseconds: phase, kind, eligibility,
//! contests, ballots left, the size of membership proofs, then decoding, then the proofs of knowledge. [`crate::CheckBallot`]
//! has checked the size of the transaction before.

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

/// A ballot that may enter the box, and its priority.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Admissible {
	/// What the call will ask for.
	pub admission: Admission,
	/// The priority of the transaction; higher goes first.
	pub priority: TransactionPriority,
	/// Whether the sizes of all its tables were known, because every contest of the ballot has had a ballot before.
	pub tables_known: bool,
}

/// All checks of a direct ballot except the size of its transaction.
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

/// All checks of a deniable ballot before the pool, except the size of its transaction.
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

/// The polls of an election, if they receive ballots.
fn open_polls<T: Config>(election: ElectionId) -> Result<Polls, Refusal> {
	let polls = T::Elections::polls(election).ok_or_else(|| match T::Elections::phase(election) {
		Some(_) => Refusal::NotReceiving,
		None => Refusal::UnknownElection,
	})?;
	ensure!(matches!(polls.phase, Phase::Voting | Phase::Grace), Refusal::NotReceiving);
	Ok(polls)
}

/// The contests of a unit, if there are as many as entries.
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

/// Checks that a membership proof has exactly as many bytes as its table needs. Returns whether the queue of the table slot
/// knew the size of the table.
fn ensure_size<T: Config>(election: ElectionId, table: TableSlot, proof: &Membership) -> Result<bool, Refusal> {
	let (rounds, known) = Pallet::<T>::rounds_of(election, table).ok_or(Refusal::MembershipSize)?;
	ensure!(is_of_size(proof, rounds), Refusal::MembershipSize);
	Ok(known)
}

/// The context of a ballot's proofs of knowledge; contest and table slot are filled in for each entry.
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

/// Checks the proof that the caster knows what is inside an entry, in this context.
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
	/// Takes the admission of this transaction. Returns the unit, if it is the admission of this ballot.
	pub(crate) fn admitted(receipt: Receipt, booth: Option<[u8; 32]>) -> Result<UnitId, Error<T>> {
		Admitted::<T>::take()
			.filter(|admission| admission.receipt == receipt && admission.booth == booth)
			.map(|admission| admission.unit)
			.ok_or(Error::<T>::NotAdmitted)
	}
}
