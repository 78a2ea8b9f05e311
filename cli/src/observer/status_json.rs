//! How an election stands, as `--json` prints it.

use super::status_words::{ceremony_words, part_words, stage_words};
use dobush_client::observer::{
	course::{Closing, Opening},
	status::{Annulment, ElectionStanding},
};
use serde::Serialize;

/// How an election stands. The names of the fields and their order are what programs read.
#[derive(PartialEq, Eq, Serialize)]
pub(super) struct ElectionJson<'a> {
	election: u32,
	title: &'a str,
	phase: String,
	block: u64,
	roll_closes_at: u64,
	polls_open_at: u64,
	polls_close_at: u64,
	utc_offset_minutes: i16,
	opening: Opening,
	polls_opened_at: Option<u64>,
	closing: Closing,
	polls_closed_at: Option<u64>,
	polls_closed_in: Option<u32>,
	ceremony: String,
	registered_so_far: bool,
	units: Vec<UnitJson<'a>>,
	lists: Vec<ListJson>,
	#[serde(skip_serializing_if = "Vec::is_empty")]
	groups: Vec<GroupJson<'a>>,
	result: Option<String>,
	certifiable_from: Option<u64>,
	#[serde(skip_serializing_if = "Option::is_none")]
	annulled: Option<&'a Annulment>,
	#[serde(skip_serializing_if = "Option::is_none")]
	repeated_by: Option<u32>,
}

#[derive(PartialEq, Eq, Serialize)]
struct UnitJson<'a> {
	unit: &'a str,
	registered: u32,
	ballots: u32,
	replacements: u64,
	#[serde(skip_serializing_if = "Option::is_none")]
	unchecked: Option<u32>,
	#[serde(skip_serializing_if = "Option::is_none")]
	dropped: Option<u32>,
}

#[derive(PartialEq, Eq, Serialize)]
struct ListJson {
	unit: u16,
	list: String,
	ballots: u32,
	mixes: u16,
	waits_for: String,
}

#[derive(PartialEq, Eq, Serialize)]
struct GroupJson<'a> {
	units: &'a [String],
	registered: u32,
	recorded: Option<u32>,
	counted: Option<u32>,
}

impl<'a> ElectionJson<'a> {
	pub(super) fn of(standing: &'a ElectionStanding) -> Self {
		let units = standing.units.iter().map(|unit| UnitJson {
			unit: &unit.unit,
			registered: unit.registered,
			ballots: unit.ballots,
			replacements: unit.replacements,
			unchecked: unit.unchecked,
			dropped: unit.dropped,
		});
		let lists = standing.lists.iter().map(|list| ListJson {
			unit: list.list.unit.0,
			list: part_words(list.list.part),
			ballots: list.ballots,
			mixes: list.mixes,
			waits_for: stage_words(&list.stage),
		});
		let groups = standing.groups.iter().map(|group| GroupJson {
			units: &group.units,
			registered: group.registered,
			recorded: group.recorded,
			counted: group.counted,
		});
		let course = &standing.course;
		Self {
			election: standing.election.0,
			title: &standing.title,
			phase: format!("{:?}", standing.phase),
			block: standing.block,
			roll_closes_at: course.roll_closes_at,
			polls_open_at: course.polls_open_at,
			polls_close_at: course.polls_close_at,
			utc_offset_minutes: course.utc_offset.0,
			opening: course.opening(),
			polls_opened_at: course.polls_opened_at,
			closing: course.closing(),
			polls_closed_at: course.polls_closed_at,
			polls_closed_in: course.polls_closed_in,
			ceremony: ceremony_words(standing.ceremony.as_ref(), course.utc_offset),
			registered_so_far: standing.registered_so_far,
			units: units.collect(),
			lists: lists.collect(),
			groups: groups.collect(),
			result: standing.result.map(|digest| format!("0x{}", hex::encode(digest))),
			certifiable_from: standing.certifiable_from,
			annulled: standing.annulment.as_ref(),
			repeated_by: standing.repeated_by.map(|election| election.0),
		}
	}
}

/// Whether something has changed of what is said; that voters are enrolled is no news, as it happens in every block before the
/// roll closes.
pub(crate) fn is_news(last: &ElectionStanding, now: &ElectionStanding) -> bool {
	let mut last = ElectionStanding { block: now.block, ..last.clone() };
	if now.registered_so_far {
		for (before, unit) in last.units.iter_mut().zip(&now.units) {
			before.registered = unit.registered;
		}
	}
	ElectionJson::of(&last) != ElectionJson::of(now)
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::observer::tests::course;
	use dobush_client::{
		chain::types::{CeremonyStage, ListId, Part, StageStatus},
		observer::status::{CeremonyStanding, ElectionUnitStanding, TallyGroupStanding, TallyListStanding},
	};
	use dobush_primitives::{ElectionId, Phase, UnitId};

	/// Programs read these names, in this order; what is not known of a direct election is left out.
	#[test]
	fn programs_read_the_same_fields_in_the_same_order() {
		let list = ListId { election: ElectionId(7), unit: UnitId(1), part: Part::Ballots };
		let mut standing = ElectionStanding {
			election: ElectionId(7),
			title: "Council".to_owned(),
			phase: Phase::Tallying,
			block: 12,
			course: course(Phase::Tallying),
			annulment: None,
			repeated_by: None,
			ceremony: Some(CeremonyStanding {
				attempt: 0,
				stage: CeremonyStage::Finished,
				done: 0,
				invited: 3,
				stage_ends: 0,
			}),
			registered_so_far: false,
			units: vec![ElectionUnitStanding {
				unit: "Osh".to_owned(),
				registered: 34,
				ballots: 30,
				replacements: 2,
				unchecked: Some(1),
				dropped: Some(0),
			}],
			lists: vec![TallyListStanding { list, ballots: 30, mixes: 2, stage: StageStatus::Matched }],
			groups: vec![TallyGroupStanding {
				units: vec!["Osh".to_owned()],
				registered: 34,
				recorded: None,
				counted: None,
			}],
			result: Some([0xab; 32]),
			certifiable_from: None,
		};
		let json = |standing: &ElectionStanding| {
			serde_json::to_string(&ElectionJson::of(standing)).expect("numbers and texts")
		};
		let head = concat!(
			r#"{"election":7,"title":"Council","phase":"Tallying","block":12,"roll_closes_at":1799517600000,"#,
			r#""polls_open_at":1799546400000,"polls_close_at":1799589600000,"utc_offset_minutes":360,"#,
			r#""opening":"punctual","polls_opened_at":1799546400000,"closing":"punctual","#,
			r#""polls_closed_at":1799589600000,"polls_closed_in":7200,"#,
			r#""ceremony":"the key is made","registered_so_far":false,"#
		);
		let unit =
			r#""units":[{"unit":"Osh","registered":34,"ballots":30,"replacements":2,"unchecked":1,"dropped":0}],"#;
		let list = r#""lists":[{"unit":1,"list":"ballots","ballots":30,"mixes":2,"waits_for":"matched"}],"#;
		let group = r#""groups":[{"units":["Osh"],"registered":34,"recorded":null,"counted":null}],"#;
		let tail = format!(r#""result":"0x{}","certifiable_from":null}}"#, "ab".repeat(32));
		assert_eq!(json(&standing), format!("{head}{unit}{list}{group}{tail}"));
		(standing.units[0].unchecked, standing.units[0].dropped) = (None, None);
		(standing.lists, standing.groups) = (Vec::new(), Vec::new());
		let unit = r#""units":[{"unit":"Osh","registered":34,"ballots":30,"replacements":2}],"lists":[],"#;
		assert_eq!(json(&standing), format!("{head}{unit}{tail}"));
		standing.annulment = Some(Annulment { reason: "Why".to_owned(), at: 5 });
		standing.repeated_by = Some(ElectionId(9));
		let tail = tail.replace('}', r#","annulled":{"reason":"Why","at":5},"repeated_by":9}"#);
		assert_eq!(json(&standing), format!("{head}{unit}{tail}"));
	}
}
