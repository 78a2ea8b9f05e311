//! A parliament as Kyrgyzstan elected it in 2021, at its full size: 21 lists of 54 candidates with marks and a women's share,
//! and 36 districts with a member each. The definition passes as a motion, the chain counts, fills the lists and replaces a
//! member who leaves.

use crate::{
	chain::{account, sign, Chain},
	commission::motion,
	plan::{OBJECTIONS, STEP},
	trustee::{self, Trustee},
	voter::{cast, pair, Mark, Paper, Voter},
};
use dobush_primitives::{
	BallotStyle, Calendar, Choice, Contest, ContestId, ContestLists, Definition, ElectionId, Mode, Phase, RollId,
	Slate, SlateCandidate, Text, Trustees, Unit, UnitId, UtcOffset,
};
use dobush_runtime::{AccountId, Elections, Runtime, Tally};
use electoral_rules::{
	decide_with, laws::kg_2021, BallotFormat, Facts, ListCandidate, OptionKind, RegionVotes, Sex, Verdict, Votes,
};
use parity_scale_codec::Encode;
use rand_chacha::{rand_core::SeedableRng, ChaCha20Rng};
use sp_core::{bounded::BoundedVec, ConstU32};

const ELECTION: ElectionId = ElectionId(0);
const LISTS: ContestId = ContestId(0);
const DISTRICTS: u8 = 36;
const REGIONS: u16 = 9;

fn bounded<V, const N: u32>(items: impl IntoIterator<Item = V>) -> BoundedVec<V, ConstU32<N>> {
	items.into_iter().collect::<Vec<_>>().try_into().ok().expect("not too many")
}

/// As long as names with patronymics are in Cyrillic letters.
fn name<const N: u32>(what: &str, number: impl std::fmt::Display) -> Text<N> {
	bounded(format!("{what} {number:.<50}").into_bytes())
}

fn sex(place: usize) -> Sex {
	// Every third is a woman.
	if place % 3 == 2 {
		Sex::Woman
	} else {
		Sex::Man
	}
}

fn contest(title: &str, kind: OptionKind, count: u32, format: BallotFormat, rule: electoral_rules::Rule) -> Contest {
	let mut options: Vec<_> = (0..count).map(|number| Choice { kind, name: name("Option", number) }).collect();
	options.push(Choice { kind: OptionKind::AgainstAll, name: bounded(*b"Against all") });
	Contest { title: bounded(title.bytes()), options: bounded(options), format, rule }
}

fn definition(roll: RollId, members: Vec<AccountId>, now: u64) -> Definition<AccountId> {
	let marks = BallotFormat::ListPreferences { places: 54, most: 1 };
	let mut contests = vec![contest("Lists", OptionKind::List, 21, marks, kg_2021::lists())];
	contests.extend((1..=DISTRICTS).map(|number| {
		let title = format!("District {number}");
		contest(&title, OptionKind::Candidate, 9, BallotFormat::Single, kg_2021::district())
	}));
	let candidate = |place| SlateCandidate { name: name("Candidate", place), sex: Some(sex(place)) };
	let slate = |list| if list < 21 { bounded((0..54).map(candidate)) } else { Slate::new() };
	let lists = ContestLists { contest: LISTS, filling: kg_2021::WITHIN_LIST, slates: bounded((0..22).map(slate)) };
	let style = |district| BallotStyle { contests: bounded([LISTS, ContestId(district)]) };
	let unit = |number: u8| Unit { name: name("Unit", number), region: u16::from(number) % REGIONS, style: number };
	Definition {
		title: bounded(*b"Parliament"),
		mode: Mode::Direct,
		roll,
		repeats: None,
		regions: bounded((0..REGIONS).map(|number| name("Region", number))),
		units: bounded((0..DISTRICTS).map(unit)),
		styles: bounded((1..=DISTRICTS).map(style)),
		contests: bounded(contests),
		lists: bounded([lists]),
		affiliations: BoundedVec::new(),
		trustees: Trustees { members: bounded(members), threshold: 2 },
		calendar: Calendar {
			roll_closes_at: now + 60_000,
			polls_open_at: now + 62_000,
			polls_close_at: now + 462_000,
			early_closing: true,
			grace_blocks: 0,
			step_deadline: STEP,
			objection_window: OBJECTIONS,
			utc_offset: UtcOffset::default(),
		},
		ballots_per_credential: 1,
	}
}

fn until(chain: &mut Chain, wanted: Phase, trustees: &mut [Trustee], rng: &mut ChaCha20Rng) {
	for _ in 0..200 {
		if chain.read(|| Elections::status(ELECTION)).expect("it was announced").phase >= wanted {
			return;
		}
		trustee::act(chain, trustees, ELECTION, rng);
	}
	panic!("the election does not come to {wanted:?}");
}

#[test]
fn of_lists_and_districts_is_announced_counted_seated_and_a_member_replaced() {
	let (mut chain, mut rng) = (Chain::development(), ChaCha20Rng::seed_from_u64(2021));
	let (desk, roll) = (pair(&mut rng), RollId(0));
	let units = u16::from(DISTRICTS);
	let create = pallet_voter_registry::Call::<Runtime>::create_roll { name: name("Roll", 0), units };
	motion(&mut chain, create).unwrap();
	motion(&mut chain, pallet_voter_registry::Call::<Runtime>::appoint_desk { roll, account: account(&desk) }).unwrap();
	let mut trustees: Vec<_> = (1..=2).map(|index| Trustee::random(index, &mut rng)).collect();
	let definition = definition(roll, trustees.iter().map(Trustee::account).collect(), chain.now());
	assert!(definition.encoded_size() > 90_000, "{}", definition.encoded_size());
	motion(&mut chain, pallet_elections::Call::<Runtime>::announce { definition: definition.clone() }).unwrap();
	assert_eq!(chain.read(|| Elections::definition(ELECTION)), Some(definition.clone()));

	// Eleven vote in two districts, for the lists 3, 7 and 20: unit, list, its candidate, and the member of the district.
	let votes = [
		(0, 3, 5, 0),
		(0, 3, 5, 0),
		(0, 3, 53, 0),
		(0, 3, 0, 1),
		(0, 7, 0, 1),
		(0, 7, 1, 9),
		(0, 20, 9, 4),
		(1, 3, 2, 9),
		(1, 3, 0, 9),
		(1, 7, 1, 9),
		(1, 20, 9, 4),
	];
	let voters: Vec<_> = votes.iter().map(|(unit, ..)| Voter::random(UnitId(*unit), &mut rng)).collect();
	let voted = bounded(voters.iter().map(Voter::enrolment));
	chain.call(&desk, pallet_voter_registry::Call::<Runtime>::enrol { roll, voters: voted }.into()).unwrap();
	until(&mut chain, Phase::Voting, &mut trustees, &mut rng);
	for (voter, (_, list, candidate, member)) in voters.iter().zip(votes) {
		let paper = Paper::of(&mut chain, ELECTION, voter.unit, &definition);
		let ballot = paper.seal(&voter.credential(), &[Mark::List(list, candidate), Mark::For(member)], &mut rng);
		let nonce = chain.nonce(&voter.credential());
		let terms = chain.terms(nonce);
		chain.offer(sign(&voter.pair, &terms, cast(ELECTION, ballot))).unwrap();
	}
	chain.block();
	motion(&mut chain, pallet_elections::Call::<Runtime>::close_polls { election: ELECTION }).unwrap();
	until(&mut chain, Phase::Counted, &mut trustees, &mut rng);

	// Counted in the open.
	let mut regions = vec![RegionVotes { votes: vec![0; 22], ..RegionVotes::default() }; REGIONS.into()];
	let mut slates = vec![(0..54).map(sex).map(|sex| ListCandidate { sex, preferences: 0 }).collect::<Vec<_>>(); 21];
	for (unit, list, candidate, _) in votes {
		let region = &mut regions[usize::from(unit % REGIONS)];
		region.votes[usize::from(list)] += 1;
		region.registered += 1;
		slates[usize::from(list)][usize::from(candidate)].preferences += 1;
	}
	let mut options = vec![OptionKind::List; 21];
	options.push(OptionKind::AgainstAll);
	let facts = Facts { registered: Some(11), ballots: Some(11), ..Facts::default() };
	let expected = decide_with(&kg_2021::lists(), &Votes { options, regions }, &facts);
	assert_eq!(chain.read(|| Tally::outcome(ELECTION, LISTS)), Some(expected.clone()));
	let Ok(Verdict::Seats(seats)) = expected.map(|outcome| outcome.verdict) else { panic!("nobody has seats") };
	assert_eq!([seats[3], seats[7], seats[20]], [27, 16, 11], "the first has as many as a list may have");
	let members = chain.read(|| Tally::members(ELECTION, LISTS));
	assert_eq!(members.iter().map(|members| members.list).collect::<Vec<_>>(), [3, 7, 20]);
	for members in &members {
		let list = usize::from(members.list);
		assert_eq!(members.filled, kg_2021::WITHIN_LIST.fill(&slates[list], seats[list]), "list {list}");
	}
	// 30 % of 11 are 3.3: four women, without marks by their order; then the man who has marks.
	assert_eq!(members[2].sitting(), [2, 5, 8, 11, 9, 0, 1, 3, 4, 6, 7]);
	for (number, verdict) in [(1, Verdict::Elected(0)), (2, Verdict::Repeat), (36, Verdict::Repeat)] {
		let outcome =
			chain.read(|| Tally::outcome(ELECTION, ContestId(number))).expect("decided").expect("its rule decides");
		assert_eq!(outcome.verdict, verdict, "district {number}");
	}

	// Certified; a woman leaves, and the next woman follows.
	chain.block_after(OBJECTIONS / crate::chain::SLOT);
	let result_digest = chain.read(|| Elections::status(ELECTION).unwrap().result).expect("it is counted");
	motion(&mut chain, pallet_elections::Call::<Runtime>::certify { election: ELECTION, result_digest }).unwrap();
	let leave = |leaving| {
		let (election, contest, list, lot) = (ELECTION, LISTS, 20, None);
		pallet_tally::Call::<Runtime>::fill_vacancy { election, contest, list, leaving, lot }
	};
	motion(&mut chain, leave(5)).unwrap();
	assert_eq!(motion(&mut chain, leave(5)), Err(pallet_tally::Error::<Runtime>::NotAMember.into()));
	let sitting = chain.read(|| Tally::members(ELECTION, LISTS))[2].sitting();
	assert_eq!(sitting, [2, 8, 11, 9, 0, 1, 3, 4, 6, 7, 14]);
	chain.until("the lists go", || (pallet_tally::Lists::<Runtime>::iter().next().is_none()).then_some(()));
	assert_eq!(chain.read(|| Tally::members(ELECTION, LISTS))[2].sitting(), sitting);
}
