//! `dobush booth cast-decoys`: lets this booth's decoys vote while the polls are open, each over a connection of its own.

use super::{
	decoys::{self, Plan},
	name, states, BoothKey,
};
use crate::{
	chain::{types::ElectionStatus, Call, Chain, ChainError, Sender},
	cli::Desktop,
	deniable,
	error::{because, Failure, Result},
	folder::Folder,
	keys::Account,
	plan::show_moment,
};
use ballot_crypto::{
	embedding::Table,
	knowledge::{self, BallotContext},
	membership::{self, Selections},
	CredentialSecret, Encoded,
};
use dobush_primitives::{
	ContestId, Definition, DeniableBallot, DeniableSelection, ElectionId, EncryptedSelection, Moment, Phase, Refusal,
	RollId, UnitId,
};
use parity_scale_codec::Encode;
use rand::{rngs::OsRng, CryptoRng, Rng, RngCore};
use serde::Serialize;
use sp_core::bounded::BoundedVec;
use sp_runtime::AccountId32;
use std::{
	collections::BTreeSet,
	time::{Duration, SystemTime, UNIX_EPOCH},
};
use tokio::time;

/// How long before the polls close the last decoy casts at the latest: time enough to be final.
const MARGIN: Moment = 60_000;

#[derive(Serialize)]
struct Done {
	election: u32,
	units: usize,
}

/// Casts until the polls close. How many ballots there were is said to nobody.
pub(super) async fn run(desktop: &Desktop, election: u32, keys: &BoothKey) -> Result<()> {
	let folder = Folder::open(desktop.open(&keys.key)?, keys.state.as_deref())?;
	let chain = desktop.connect().await?;
	let polls = Polls::fetch(&chain, ElectionId(election)).await?;
	let genesis = chain.genesis().0;
	let mut served = states(&folder)?;
	served.retain(|state| state.place.genesis == genesis && state.roll == polls.roll.0);
	if served.is_empty() {
		return Err(Failure::new(format!("this booth has served nobody on roll {}", polls.roll))
			.hint("decoys are made with `dobush booth batch --decoys`"));
	}
	for state in &mut served {
		let usable = polls.usable(&chain, UnitId(state.place.unit)).await?;
		let before = state.schedules.len();
		decoys::draw(state, &polls.plan(now()), &usable, &mut OsRng)?;
		if before == state.schedules.len() {
			decoys::spread(state, election, now(), polls.plan(now()).until, &mut OsRng);
		}
		folder.write(&name(polls.roll, UnitId(state.place.unit), &genesis), state)?;
	}
	desktop.output.say(format!("decoys cast until {}; let this program run", show_moment(polls.plan(now()).until)));
	loop {
		let due = served
			.iter_mut()
			.filter_map(|state| decoys::next(state, election).map(|(when, secret)| (when, secret, state)))
			.min_by_key(|(when, _, _)| *when);
		let Some((when, secret, state)) = due else { break };
		time::sleep(Duration::from_millis(when.saturating_sub(now()))).await;
		// A failure is told when all are done: at once it would mark the moment in a log.
		let paper = DecoyPaper::new(&polls, genesis, state.place)?;
		let connection = Chain::connect_within(&desktop.nodes, Duration::from_secs(120)).await?;
		cast(&connection, &paper, &secret).await?;
		decoys::cast(state, election);
		folder.write(&name(polls.roll, UnitId(state.place.unit), &genesis), state)?;
	}
	// The program ends with the polls, however many decoys there were.
	time::sleep(Duration::from_millis(polls.closes_at.saturating_sub(now()))).await;
	let done = Done { election, units: served.len() };
	desktop.output.result(&done, || format!("the decoys of {} units have done their part", done.units));
	Ok(())
}

/// Casts one decoy ballot and waits until it is final.
pub async fn cast(chain: &Chain, paper: &DecoyPaper, secret: &CredentialSecret) -> Result<()> {
	let account = Account::of_credential(secret)?;
	let ballot = paper.ballot(account.public(), &mut OsRng)?;
	let call = Call::new("BallotBox", "cast_deniable", (paper.election, ballot));
	match Sender::new(chain, account).send(&call).await {
		Ok(_) => Ok(()),
		// Cast before an interruption: that one stands.
		Err(ChainError::Refused(Refusal::NoBallotsLeft)) => Ok(()),
		Err(error) => Err(error.into()),
	}
}

/// What is known of an election whose polls are open or will be.
pub struct Polls {
	election: ElectionId,
	definition: Definition<AccountId32>,
	vote_key: Encoded,
	roll: RollId,
	/// The block in which the roll closed.
	roll_closed_in: u32,
	/// U
	most: u16,
	opens_at: Moment,
	closes_at: Moment,
}

impl Polls {
	/// Reads it; the polls must be open.
	pub async fn fetch(chain: &Chain, election: ElectionId) -> Result<Self> {
		let unknown = || {
			Failure::new(format!("there is no election {election}"))
				.hint("`dobush observer status` lists the elections")
		};
		let head = chain.finalised().await?;
		let view = chain.at(head.hash);
		let status: Option<ElectionStatus> = view.ask("Elections", "status", &election.encode()).await?;
		let status = status.ok_or_else(unknown)?;
		let definition: Option<Definition<AccountId32>> =
			view.ask("Elections", "definition", &election.encode()).await?;
		let record = deniable::record(&view, status.roll).await?;
		let record = record.ok_or_else(|| deniable::not_deniable(status.roll))?;
		let (Phase::Voting, Some(vote_key), Some(roll_closed_in)) =
			(status.phase, status.vote_key, status.roll_closed_in)
		else {
			return Err(Failure::new(format!("the polls of election {election} are not open"))
				.hint(format!("start it when they open, {}", show_moment(status.calendar.polls_open_at))));
		};
		Ok(Self {
			election,
			definition: definition.ok_or_else(unknown)?,
			vote_key,
			roll: status.roll,
			roll_closed_in,
			most: record.terms.most_decoy_ballots,
			opens_at: status.calendar.polls_open_at,
			closes_at: status.calendar.polls_close_at,
		})
	}

	fn plan(&self, now: Moment) -> Plan {
		let length = self.closes_at.saturating_sub(self.opens_at);
		let until = self.closes_at.saturating_sub(MARGIN.min(length / 10));
		Plan { election: self.election.0, most: self.most, from: now.max(self.opens_at), until }
	}

	/// The keys of a unit that were active when the roll closed, out of all its batches.
	async fn usable(&self, chain: &Chain, unit: UnitId) -> Result<BTreeSet<[u8; 32]>> {
		let head = chain.finalised().await?;
		let batches = deniable::batches(&chain.at(head.hash), self.roll, unit).await?;
		let active = batches.iter().filter(|batch| batch.record.activated_in <= self.roll_closed_in);
		Ok(active.flat_map(|batch| &batch.activations).map(|activation| activation.key.0).collect())
	}
}

/// A ballot paper that only decoys vote on.
pub struct DecoyPaper {
	election: ElectionId,
	genesis: [u8; 32],
	unit: UnitId,
	booth: [u8; 32],
	vote_key: Encoded,
	contests: Vec<(ContestId, Table, Selections)>,
}

impl DecoyPaper {
	/// The paper of a unit.
	pub fn new(polls: &Polls, genesis: [u8; 32], place: ballot_crypto::CredentialPlace) -> Result<Self> {
		let unit = UnitId(place.unit);
		let numbers = polls
			.definition
			.contests_of(unit)
			.ok_or_else(|| Failure::new(format!("election {} has no unit {unit}", polls.election)))?;
		let contests = numbers
			.iter()
			.filter_map(|number| Some((*number, polls.definition.contests.get(usize::from(number.0))?)))
			.map(|(number, contest)| {
				let options = u16::try_from(contest.options.len()).unwrap_or(u16::MAX);
				let table = Table::new(&contest.format.table(options))
					.map_err(|error| because("the options of a contest cannot be encoded")(&error))?;
				let selections = Selections::of(&table);
				Ok((number, table, selections))
			})
			.collect::<Result<_>>()?;
		let Polls { election, vote_key, .. } = *polls;
		Ok(Self { election, genesis, unit, booth: place.booth, vote_key, contests })
	}

	/// A ballot with a uniform legal selection in each contest. Nobody ever decrypts it: it is dropped before.
	pub fn ballot(&self, credential: [u8; 32], rng: &mut (impl RngCore + CryptoRng)) -> Result<DeniableBallot> {
		let entries = self
			.contests
			.iter()
			.map(|(contest, table, selections)| {
				let context = BallotContext {
					genesis: self.genesis,
					election: self.election.0,
					unit: self.unit.0,
					contest: contest.0,
					key: self.vote_key,
					booth: Some(self.booth),
					credential,
				};
				let row = rng.gen_range(0..table.len().max(1));
				let element = table.select(row).ok_or_else(|| Failure::new("a contest has no legal selection"))?;
				let (ciphertext, proof, secret) = knowledge::encrypt_selection(&context, &element, rng)
					.map_err(|error| because("the election's key cannot be used")(&error))?;
				let statement = membership::Statement { context: &context, selections, ciphertext: &ciphertext };
				let membership = membership::prove(&statement, row, &secret, rng)
					.map_err(|error| because("the membership proof cannot be made")(&error))?;
				let membership = BoundedVec::try_from(membership.encode()).map_err(|_| {
					Failure::new("a contest has more legal selections than a deniable election can have")
				})?;
				let selection = EncryptedSelection { ciphertext, proof: proof.0 };
				Ok(DeniableSelection { selection, membership })
			})
			.collect::<Result<Vec<_>>>()?;
		let entries = BoundedVec::try_from(entries).map_err(|_| Failure::new("too many contests on one ballot"))?;
		Ok(DeniableBallot { booth: self.booth, entries })
	}
}

fn now() -> Moment {
	let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
	Moment::try_from(since.as_millis()).unwrap_or(Moment::MAX)
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::plan::Plan as DefinitionPlan;
	use ballot_crypto::{CredentialPlace, Secret, Signature};
	use parity_scale_codec::DecodeAll;

	fn polls() -> Polls {
		let plan = DefinitionPlan::parse(include_str!("../../demo/definition.toml")).expect("it is in the repository");
		Polls {
			election: ElectionId(3),
			definition: plan.definition().expect("it is in the repository"),
			vote_key: Secret::random(&mut OsRng).public(),
			roll: RollId(0),
			roll_closed_in: 10,
			most: 5,
			opens_at: 1_000_000,
			closes_at: 2_000_000,
		}
	}

	#[test]
	fn a_decoys_ballot_is_as_good_as_anybodys() {
		let polls = polls();
		let place = CredentialPlace { genesis: [1; 32], unit: 2, booth: [3; 32] };
		let paper = DecoyPaper::new(&polls, place.genesis, place).expect("unit 2 exists");
		let credential = Secret::random(&mut OsRng).public().0;
		let ballot = paper.ballot(credential, &mut OsRng).expect("made");
		assert_eq!((ballot.booth, ballot.entries.len()), (place.booth, 2));
		for ((contest, _, selections), entry) in paper.contests.iter().zip(&ballot.entries) {
			let context = BallotContext {
				genesis: place.genesis,
				election: 3,
				unit: 2,
				contest: contest.0,
				key: polls.vote_key,
				booth: Some(place.booth),
				credential,
			};
			let ciphertext = &entry.selection.ciphertext;
			assert!(knowledge::verify(&context, ciphertext, &Signature(entry.selection.proof)).is_ok());
			let proof = membership::Proof::decode_all(&mut &entry.membership[..]).expect("whole");
			let statement = membership::Statement { context: &context, selections, ciphertext };
			assert_eq!(membership::verify(&statement, &proof), Ok(()));
			assert_eq!(entry.membership.len(), membership::Proof::bytes(selections.rounds()));
		}
	}

	#[test]
	fn decoys_cast_between_now_and_a_little_before_the_end() {
		let polls = polls();
		let plan = polls.plan(1_500_000);
		assert_eq!((plan.from, plan.until), (1_500_000, 1_940_000));
		assert_eq!(polls.plan(0).from, 1_000_000);
	}
}
