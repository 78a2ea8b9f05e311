//! Two tiers: seats to regions, then in each region to lists.
//!
//! As many countries with regional lists elect; no single law stands behind it.

use super::{
	claim::{by_option, Claim},
	seats::{allocate, share_out},
	threshold,
};
use crate::{
	settle::{Ties, Undecided},
	DecideError, Facts, ListRule, Method, OptionIndex, Step, Totals, Verdict, Votes, MAX_REGIONS,
};
use alloc::{vec, vec::Vec};
use bounded_collections::{BoundedVec, ConstU32};
use parity_scale_codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// Lists compete for the seats of each region. Thresholds are those of `lists`, applied to the votes of the whole country.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[cfg_attr(feature = "std", derive(serde::Serialize, serde::Deserialize))]
pub struct RegionalLists {
	/// The number of all seats, the thresholds, the method within a region, ties. Without a cap.
	pub lists: ListRule,
	/// How many of the seats each region has.
	pub region_seats: RegionSeats,
}

/// How many seats each region has.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[cfg_attr(feature = "std", derive(serde::Serialize, serde::Deserialize))]
pub enum RegionSeats {
	/// As the law or the commission fixed them: one number for each region, together all seats.
	Fixed(BoundedVec<u32, ConstU32<MAX_REGIONS>>),
	/// In proportion to the registered voters, by this method.
	ByRegistered(Method),
	/// In proportion to the voters who took part, by this method.
	ByParticipants(Method),
}

/// Shares the seats of every region. The verdict adds them up; the working says what each list won in each region.
pub(crate) fn decide(
	rule: &RegionalLists,
	votes: &Votes,
	totals: &Totals,
	facts: &Facts,
	working: &mut Vec<Step>,
) -> Result<Verdict, DecideError> {
	let lists = &rule.lists;
	let Some(passed) = threshold::competing(lists, votes, totals, facts, working)? else { return Ok(Verdict::Repeat) };
	let unknown = totals.registered == 0 && facts.registered.is_none();
	if unknown && matches!(rule.region_seats, RegionSeats::ByRegistered(_)) {
		return Err(DecideError::RegisteredUnknown);
	}
	Ok(match share_regions(rule, votes, &passed, &mut Ties::new(lists.ties), working) {
		Ok(seats) => Verdict::Seats(seats),
		Err(undecided) => undecided.verdict(working),
	})
}

/// The seats of each list: all that it won in the regions.
fn share_regions(
	rule: &RegionalLists,
	votes: &Votes,
	passed: &[Claim],
	ties: &mut Ties,
	working: &mut Vec<Step>,
) -> Result<Vec<u32>, Undecided> {
	let of_regions = seats_of_regions(rule, votes, ties, working)?;
	let mut sum = vec![0u32; votes.options.len()];
	for ((place, region), seats) in votes.regions.iter().enumerate().zip(of_regions) {
		let index = u32::try_from(place).unwrap_or(u32::MAX);
		working.push(Step::RegionSeats { region: index, seats });
		let here = |list: &Claim| region.votes.get(usize::from(list.option)).copied().unwrap_or(0);
		let claims: Vec<Claim> =
			passed.iter().map(|list| Claim { votes: here(list), ..*list }).filter(|claim| claim.votes > 0).collect();
		let won = share_out(&ListRule { seats, ..rule.lists.clone() }, &claims, ties, working)?;
		for (Claim { option, votes }, seats) in claims.into_iter().zip(won) {
			working.push(Step::WonInRegion { region: index, option, votes, seats });
			if let Some(sum) = sum.get_mut(usize::from(option)) {
				*sum = sum.saturating_add(seats); // At most all seats.
			}
		}
	}
	Ok(sum)
}

/// The seats of each region. Regions compete like lists here; their numbers stand for options in the steps of this tier.
fn seats_of_regions(
	rule: &RegionalLists,
	votes: &Votes,
	ties: &mut Ties,
	working: &mut Vec<Step>,
) -> Result<Vec<u32>, Undecided> {
	let (method, registered) = match &rule.region_seats {
		RegionSeats::Fixed(seats) => return Ok(seats.to_vec()),
		RegionSeats::ByRegistered(method) => (method, true),
		RegionSeats::ByParticipants(method) => (method, false),
	};
	let mut claims = Vec::new();
	for (region, index) in votes.regions.iter().zip(0u32..) {
		let totals = region.totals(&votes.options);
		let votes = totals.map_or(0, |totals| if registered { totals.registered } else { totals.participants });
		working.push(Step::RegionClaim { region: index, votes });
		// Not more than 256 regions.
		claims.extend(OptionIndex::try_from(index).ok().filter(|_| votes > 0).map(|option| Claim { option, votes }));
	}
	let given = allocate(method, &claims, rule.lists.seats, ties, working)?;
	Ok(by_option(&claims, given, votes.regions.len()))
}
