//! Numbers and names that other programs, signatures and stored data rely on. Whoever changes one of them on purpose changes
//! the line here too, and does what the message says.
#![allow(clippy::unwrap_used)]

use dobush_primitives::Refusal;
use dobush_runtime::{AllPalletsWithSystem, Runtime, RuntimeCall, TxExtension};
use frame_support::traits::{GetCallIndex, GetCallName, PalletsInfoAccess, StorageInfoTrait};
use sp_runtime::traits::TransactionExtension;
use std::collections::BTreeSet;

/// Compares what is with what was pinned, and says what a difference breaks.
fn compare(pinned: &[String], found: &[String], breaks: &str) {
	let pinned_set: BTreeSet<_> = pinned.iter().collect();
	let found_set: BTreeSet<_> = found.iter().collect();
	let gone: Vec<_> = pinned.iter().filter(|line| !found_set.contains(line)).collect();
	let new: Vec<_> = found.iter().filter(|line| !pinned_set.contains(line)).collect();
	assert!(gone.is_empty(), "gone or changed: {gone:#?}\nnew: {new:#?}\n{breaks}");
	assert!(new.is_empty(), "new, and not pinned yet; add to runtime/tests/pins.rs: {new:#?}");
}

fn lines(text: &str) -> Vec<String> {
	text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

const PALLETS: &str = "
	0 System
	1 Timing
	2 Timestamp
	3 Babe
	4 Authorship
	5 Session
	6 Historical
	7 Offences
	8 Grandpa
	10 Commission
	11 CommissionMembers
	12 Admission
	13 Upgrades
	14 Motions
	20 Elections
	21 VoterRegistry
	22 Trustees
	23 BallotBox
	24 Tally
	25 DeniableRoll
";

#[test]
fn pallets_keep_their_indices_and_names() {
	let found: Vec<_> =
		AllPalletsWithSystem::infos().iter().map(|pallet| format!("{} {}", pallet.index, pallet.name)).collect();
	compare(
		&lines(PALLETS),
		&found,
		"The index is the first byte of every call, event and error of the pallet: signed transactions, motions and audit \
		 trails would name another one. The name is in every storage key: all state of the pallet would be lost without a \
		 migration.",
	);
}

#[test]
fn index_100_stays_free() {
	let taken = AllPalletsWithSystem::infos().iter().any(|pallet| pallet.index == usize::from(b'd'));
	assert!(
		!taken,
		"What ballots and ceremonies sign begins with the letter d (100). A pallet with this index would let a proof of \
		 knowledge be read as a signed call (protocol A9)."
	);
}

const CALLS: &str = "
	Commission.0 set_members
	Commission.1 execute
	Commission.2 propose
	Commission.3 vote
	Commission.5 disapprove_proposal
	Commission.6 close
	Commission.7 kill
	Commission.8 release_proposal_cost
	Upgrades.0 authorize
	Elections.0 announce
	Elections.1 postpone
	Elections.2 close_polls
	Elections.3 certify
	Elections.4 annul
	Elections.5 announce_second_round
	VoterRegistry.0 create_roll
	VoterRegistry.1 appoint_desk
	VoterRegistry.2 dismiss_desk
	VoterRegistry.3 enrol
	VoterRegistry.4 replace_credential
	VoterRegistry.5 strike_off
	Trustees.0 join
	Trustees.1 commit
	Trustees.2 reveal
	Trustees.3 complain
	Trustees.4 accept
	Trustees.5 begin_roll_key
	Trustees.6 reshare_roll_key
	Trustees.7 abandon_roll_key
	BallotBox.0 cast
	BallotBox.1 cast_deniable
	BallotBox.2 check_memberships
	Tally.0 upload_mix_page
	Tally.1 upload_mix_head
	Tally.2 upload_mix_columns
	Tally.3 close_upload
	Tally.4 upload_shares
	Tally.5 record_lot
	Tally.6 upload_tag_shares
	Tally.7 fill_vacancy
	DeniableRoll.0 open
	DeniableRoll.1 appoint
	DeniableRoll.2 dismiss
	DeniableRoll.3 register_envelopes
	DeniableRoll.4 announce_batch
	DeniableRoll.5 activate
	DeniableRoll.6 enrol
	DeniableRoll.7 strike_off
";

fn calls<Call: GetCallName + GetCallIndex>(pallet: &str) -> Vec<String> {
	let named = Call::get_call_indices().iter().zip(Call::get_call_names());
	named.map(|(index, name)| format!("{pallet}.{index} {name}")).collect()
}

#[test]
fn calls_keep_their_indices() {
	let found = [
		calls::<pallet_collective::Call<Runtime, dobush_runtime::configs::governance::CommissionInstance>>(
			"Commission",
		),
		calls::<dobush_runtime::upgrades::Call<Runtime>>("Upgrades"),
		calls::<pallet_elections::Call<Runtime>>("Elections"),
		calls::<pallet_voter_registry::Call<Runtime>>("VoterRegistry"),
		calls::<pallet_trustees::Call<Runtime>>("Trustees"),
		calls::<pallet_ballot_box::Call<Runtime>>("BallotBox"),
		calls::<pallet_tally::Call<Runtime>>("Tally"),
		calls::<pallet_deniable_roll::Call<Runtime>>("DeniableRoll"),
	];
	compare(
		&lines(CALLS),
		&found.concat(),
		"The index is the second byte of the call: what was signed for the old one (a pending transaction, an open motion) \
		 would do something else. Give a new call a new index, and raise transaction_version.",
	);
}

/// Every call by pallet and name. `cli/` says what each does, and is tested against the same list.
#[test]
fn the_list_of_calls_is_whole() {
	use frame_support::traits::GetCallMetadata;
	let pinned = lines(include_str!("calls.txt"));
	let named =
		|pallet: &'static &str| RuntimeCall::get_call_names(pallet).iter().map(move |call| format!("{pallet}.{call}"));
	let found: Vec<_> = RuntimeCall::get_module_names().iter().flat_map(named).collect();
	let gone: Vec<_> = pinned.iter().filter(|line| !found.contains(line)).collect();
	let new: Vec<_> = found.iter().filter(|line| !pinned.contains(line)).collect();
	assert!(
		gone.is_empty() && new.is_empty(),
		"runtime/tests/calls.txt lists {gone:#?} too much and lacks {new:#?}. Members of the commission read each call in words \
		 before they vote: a new one needs its sentence in cli/src/words/motion/calls.rs, and if the commission makes it, a \
		 proposal in client/src/chain/proposals.rs."
	);
}

const STORAGE: &str = "
	Admission.RemarksOpen
	Admission.Used
	BallotBox.Admitted
	BallotBox.Boxes
	BallotBox.Casts
	BallotBox.DeniableCasts
	BallotBox.DeniableSlots
	BallotBox.Queues
	BallotBox.Ring
	BallotBox.Slots
	BallotBox.Tables
	BallotBox.Turn
	BallotBox.Unsettled
	BallotBox.Waiting
	DeniableRoll.Activations
	DeniableRoll.Announcements
	DeniableRoll.Batches
	DeniableRoll.Booths
	DeniableRoll.Credentials
	DeniableRoll.Days
	DeniableRoll.Entries
	DeniableRoll.EntryCount
	DeniableRoll.EnvelopePages
	DeniableRoll.Envelopes
	DeniableRoll.InOffice
	DeniableRoll.LastBatch
	DeniableRoll.Offices
	DeniableRoll.Pairs
	DeniableRoll.Registered
	DeniableRoll.Rolls
	DeniableRoll.UnitBatchCount
	DeniableRoll.UnitBatches
	DeniableRoll.Voters
	Elections.About
	Elections.Active
	Elections.AffiliationsTo
	Elections.Annulments
	Elections.Contests
	Elections.Fillings
	Elections.Headers
	Elections.NextElection
	Elections.Registered
	Elections.Slates
	Elections.Styles
	Elections.TrusteesOf
	Elections.Units
	Motions.Openers
	Tally.Columns
	Tally.Counts
	Tally.Cursors
	Tally.Heads
	Tally.Lists
	Tally.Lots
	Tally.Matchings
	Tally.Outcomes
	Tally.Pages
	Tally.Pairs
	Tally.Panels
	Tally.Preferences
	Tally.RankedCounts
	Tally.RankedTotal
	Tally.Rankings
	Tally.RegionCounts
	Tally.Removals
	Tally.Replacements
	Tally.RollTags
	Tally.SeatedLists
	Tally.Shares
	Tally.Sortings
	Tally.Tables
	Tally.TagShares
	Tally.Tags
	Tally.Tallies
	Tally.Tasks
	Tally.Units
	Tally.Verdicts
	Tally.Verifications
	Tally.Workings
	Timing.BudgetMillis
	Timing.EpochSlots
	Timing.SlotMillis
	Trustees.Commitments
	Trustees.Dealings
	Trustees.Epochs
	Trustees.KeyCeremonies
	Trustees.KeySets
	Trustees.Leaving
	Trustees.NextNumber
	Trustees.Pinned
	Trustees.Pins
	Trustees.RecipientKeys
	Trustees.Retiring
	Trustees.Running
	Trustees.Trusteeships
	VoterRegistry.Credentials
	VoterRegistry.Desks
	VoterRegistry.DesksInOffice
	VoterRegistry.NextRoll
	VoterRegistry.Registered
	VoterRegistry.Rolls
	VoterRegistry.Voters
";

#[test]
fn storage_keeps_its_prefixes() {
	let ours = [
		"Admission",
		"BallotBox",
		"DeniableRoll",
		"Elections",
		"Motions",
		"Tally",
		"Timing",
		"Trustees",
		"VoterRegistry",
	];
	let mut found = Vec::new();
	for info in AllPalletsWithSystem::storage_info() {
		let [pallet, item] = [info.pallet_name, info.storage_name].map(|name| String::from_utf8(name).unwrap());
		let names = [pallet.as_bytes(), item.as_bytes()];
		let prefix = names.map(sp_io::hashing::twox_128).concat();
		if ours.contains(&pallet.as_str()) && item != ":__STORAGE_VERSION__:" {
			assert_eq!(
				info.prefix, prefix,
				"{pallet}.{item} lies elsewhere than its name says: clients would not find it"
			);
			found.push(format!("{pallet}.{item}"));
		}
	}
	compare(
		&lines(STORAGE),
		&found,
		"The names are the storage's prefix: what lies under the old one is lost without a migration, and voters' proofs of \
		 inclusion (BallotBox) and observers' readings name the old keys.",
	);
}

#[test]
fn extensions_keep_their_order() {
	let names: Vec<_> = <TxExtension as TransactionExtension<RuntimeCall>>::metadata()
		.iter()
		.map(|extension| extension.identifier)
		.collect();
	assert_eq!(
		names,
		[
			"Admission",
			"CheckNonZeroSender",
			"CheckSpecVersion",
			"CheckTxVersion",
			"CheckGenesis",
			"CheckMortality",
			"CheckNonce",
			"CheckBallot",
			"CheckWeight"
		],
		"The order is part of what every client signs: all of them would have to change on the same day. Admission comes \
		 first so that nothing is computed for strangers, CheckBallot after mortality and nonce so that the expensive proofs \
		 come last, CheckWeight at the end."
	);
}

#[test]
fn refusals_keep_their_numbers() {
	let found: Vec<_> = Refusal::ALL.iter().map(|refusal| format!("{} {refusal:?}", *refusal as u8)).collect();
	let pinned = "
		1 NotAdmitted
		2 NotYourCall
		3 OverQuota
		4 NonceAhead
		5 UpgradeDuringElection
		10 UnknownElection
		11 NotReceiving
		12 NotEligible
		13 WrongContests
		14 NoBallotsLeft
		15 Undecodable
		16 ProofRejected
		17 GraceFirstBallotsOnly
		18 SentAfterClosing
		19 ImmortalBallot
		20 WrongKind
		21 MembershipSize
		22 TooLong
	";
	compare(
		&lines(pinned),
		&found,
		"The number is all that a node's RPC says of a refusal: clients would tell voters a wrong reason.",
	);
}
