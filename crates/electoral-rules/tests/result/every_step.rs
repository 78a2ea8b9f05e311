//! Every kind of step, with different numbers in all fields, and every reason why there is no outcome.

use electoral_rules::{
	Base, DecideError, DecidedBy, Method, RankedVotesError, RuleError, Share, Stake, Step, VotesError,
};
use parity_scale_codec::{Decode, Encode};
use scale_info::{TypeDef, TypeInfo};
use std::collections::BTreeSet;

/// The number of variants of an enumeration.
fn variants<T: TypeInfo>() -> u8 {
	match T::type_info().type_def {
		TypeDef::Variant(variants) => variants.variants.len() as u8,
		other => panic!("no enumeration: {other:?}"),
	}
}

/// Sees to it that a variant that is added is added here.
fn all<T: Encode + TypeInfo>(made: Vec<T>) -> Vec<T> {
	let numbers: BTreeSet<_> = made.iter().map(|value| value.encode()[0]).collect();
	assert_eq!(numbers, (0..variants::<T>()).collect::<BTreeSet<_>>());
	made
}

fn methods() -> Vec<Method> {
	use Method::*;
	let divisors = electoral_rules::Divisors { first: vec![1, 4, 700].try_into().unwrap(), step: 3 };
	let first = Share::new(14, 10);
	all(vec![
		Hare,
		Droop,
		HagenbachBischoff,
		HagenbachBischoffRounded,
		Imperiali,
		DHondt,
		SainteLague,
		ModifiedSainteLague { first },
		Divisors(divisors),
	])
}

fn deciders() -> Vec<DecidedBy> {
	use DecidedBy::*;
	all(vec![ListOrder, MoreVotes, FewerVotes, Lot { draw: 258 }, EarlierStage])
}

fn stakes() -> Vec<Stake> {
	use Stake::*;
	all(vec![Seat, KeepingASeat, SecondRound, StayingInTheCount, FirstTransfer])
}

pub fn every_step() -> Vec<Step> {
	use Step::*;
	let bases = all(vec![Base::Participants, Base::Valid, Base::PartyVotes]);
	let (share, base) = (Share::new(0x0102_0304, 0x0506_0708), Base::PartyVotes);
	let mut steps = vec![
		Turnout { registered: 1, participants: 2, valid: 3, invalid: 4 },
		Count { option: 300, votes: 1 << 33 },
		NoVotes,
		AgainstAllIsFirst { option: 1, votes: 2, next: 3 },
		Elected { option: 1, votes: 2 },
		CoalitionThreshold { option: 1, parties: 200, share, needed: 3 },
		NationalReached { option: 1, votes: 2, needed: 3 },
		NationalMissed { option: 1, votes: 2, needed: 3 },
		DirectSeats { option: 1, seats: 2, required: 3 },
		RegionalThreshold { region: 1, share, base, of: 2, needed: 3 },
		RegionalReached { option: 1, regions: 2, required: 3 },
		RegionalMissed { option: 1, regions: 2, required: 3, missed_in: (0..70).collect() },
		Represented { votes: 1, share, base, of: 2, needed: 3 },
		Admitted { option: 1, votes: 2 },
		NobodyPassed,
		WholeQuotas { option: 1, votes: 2, seats: 3, remainder: 4, denominator: 5 },
		RemainderSeat { option: 1, remainder: 2, denominator: 3 },
		ExcessSeat { option: 1, remainder: 2, denominator: 3 },
		QuotaRaised { given: 1, seats: 2, divisor: 3 },
		DivisorSeat { seat: 1, option: 2, votes: 3, divisor: 4, scale: 5 },
		CapApplied { option: 1, won: 2, cap: 3 },
		Redistribution { seats: 1 },
		Vacant { seats: 1 },
		RegionClaim { region: 1, votes: 2 },
		RegionSeats { region: 1, seats: 2 },
		WonInRegion { region: 1, option: 2, votes: 3, seats: 4 },
		Quorum { share, registered: 1, needed: 2, participants: 3, reached: true },
		Quorum { share, registered: 1, needed: 2, participants: 3, reached: false },
		Majority { share, base, of: 1, needed: 2 },
		NoMajority { best: 1 },
		Adopted { option: 1, votes: 2 },
		SecondRound { options: vec![1, 2, 3] },
		NobodyToMeet,
		PassedOver { option: 1, votes: 2 },
		WomenFirst { share, seats: 1, needed: 2 },
		SeatByPreferences { option: 1, votes: 2 },
		SeatByOrder { option: 1 },
		RankedQuota { valid: 1, seats: 2, quota: 3 },
		StageVotes { stage: 1, scale: 2, votes: vec![(3, 4), (5, 6)], non_transferable: 7 },
		ElectedInStage { stage: 1, scale: 2, option: 3, votes: 4 },
		Excluded { stage: 1, scale: 2, option: 3, votes: 4 },
		SurplusTransferred { stage: 1, scale: 2, option: 3, surplus: 4, of: 5 },
		Pair { a: 1, b: 2, prefer_a: 3, prefer_b: 4 },
		CondorcetWinner { option: 1 },
		Path { from: 1, to: 2, there: 3, back: 4 },
		StrongestPaths { option: 1 },
		LotNeeded { options: vec![1, 2], places: 3 },
		LotRecorded { seed: [9; 32] },
	];
	steps.extend(bases.into_iter().map(|base| NationalThreshold { share, base, of: 1, needed: 2 }));
	steps.extend(methods().into_iter().map(|method| Quota {
		method,
		votes: 1,
		seats: 2,
		numerator: 3,
		denominator: 4,
	}));
	let stakes_and_deciders: Vec<_> = stakes().into_iter().zip(deciders()).collect();
	let tie = |(stake, by)| Tie { options: vec![1, 2], places: 3, stake, by, chosen: vec![4, 5] };
	steps.extend(stakes_and_deciders.iter().copied().map(tie));
	let narrowed = |(stake, by)| TieNarrowed { options: vec![1, 2], stake, by, left: vec![] };
	steps.extend(stakes_and_deciders.iter().copied().map(narrowed));
	all(steps)
}

/// Reasons of one kind; the fields of a reason are numbers, here 5 and zeros.
fn reasons<T: TypeInfo>(kind: u8) -> impl Iterator<Item = DecideError> {
	(0..variants::<T>()).map(move |number| DecideError::decode(&mut &[kind, number, 5, 0, 0, 0][..]).unwrap())
}

pub fn every_reason() -> Vec<DecideError> {
	let of_kinds = reasons::<RuleError>(0).chain(reasons::<VotesError>(1)).chain(reasons::<RankedVotesError>(2));
	let alone = (3..variants::<DecideError>()).map(|number| DecideError::decode(&mut &[number][..]).unwrap());
	all(of_kinds.chain(alone).collect())
}
