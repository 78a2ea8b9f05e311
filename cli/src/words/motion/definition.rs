//! A definition, as a member should know it before voting: what is decided by which rule, by whom, and when.

use super::{
	parts::{calendar_lines, count, trustee_lines, Context},
	rule::{rule, seats_within},
};
use crate::zone::roughly;
use dobush_client::{chain::decode::text, commission::situation::KnownRoll};
use dobush_primitives::{Contest, ContestId, Definition, Mode};
use electoral_rules::{BallotFormat, OptionKind};
use sp_runtime::AccountId32;

/// The lines about a definition. The whole of it is its file.
pub fn definition(new: &Definition<AccountId32>, context: Context<'_>) -> Vec<String> {
	let mut lines = vec![format!("voters: {}", context.roll(new.roll))];
	lines.push(match new.mode {
		Mode::Direct => "mode: direct; the roll shows in public which key is whose".to_owned(),
		Mode::Deniable { merge_below: 0 } => "mode: deniable; every unit is tallied by itself".to_owned(),
		Mode::Deniable { merge_below } => {
			format!("mode: deniable; units with fewer than {} are tallied together", count(merge_below.into(), "voter"))
		}
	});
	lines.extend(new.repeats.map(|repeated| format!("repeats {}", context.election(repeated))));
	lines.push(format!(
		"{} in {}, {}",
		count(new.units.len() as u64, "counting unit"),
		count(new.regions.len() as u64, "region"),
		count(new.styles.len() as u64, "ballot style")
	));
	lines.push(match new.ballots_per_credential {
		1 => "a voter may cast once".to_owned(),
		times => format!("a voter may cast {times} times; the last ballot counts"),
	});
	for (number, contest) in (0u8..).map(ContestId).zip(&new.contests) {
		lines.push(format!("contest `{}`: {}", text(&contest.title), options(contest)));
		lines.extend(rule(&contest.rule, contest).into_iter().map(|line| format!("  {line}")));
		lines.extend(ballot(contest.format).map(|line| format!("  {line}")));
		let lists = new.lists.iter().find(|lists| lists.contest == number);
		lines.extend(lists.map(|lists| format!("  {}", seats_within(&lists.filling))));
	}
	lines.extend(trustee_lines(&new.trustees));
	lines.extend(calendar_lines(&new.calendar, context));
	lines.extend(cautions(new, context).into_iter().map(|caution| format!("note: {caution}")));
	lines
}

/// What the chain does not refuse, and what a member should see all the same.
fn cautions(new: &Definition<AccountId32>, context: Context<'_>) -> Vec<String> {
	let (now, calendar) = (context.situation.now, new.calendar);
	let mut cautions = Vec::new();
	if calendar.roll_closes_at > now {
		cautions.push(format!(
			"two thirds must have voted before the roll closes, in {}; then the chain refuses it",
			roughly(now, calendar.roll_closes_at)
		));
	}
	// A ceremony has five stages that wait for trustees.
	let ceremony = calendar.step_deadline.saturating_mul(5);
	if calendar.polls_open_at < now.saturating_add(ceremony) {
		cautions.push(format!(
			"the polls open in {}, and a key ceremony in which every trustee takes the whole time lasts {}",
			roughly(now, calendar.polls_open_at),
			roughly(0, ceremony)
		));
	}
	if let Some(KnownRoll { units, .. }) = context.about.roll.as_ref() {
		if usize::from(*units) != new.units.len() {
			cautions.push(format!(
				"the roll has {}, the definition {}",
				count((*units).into(), "unit"),
				new.units.len()
			));
		}
	}
	cautions
}

fn options(contest: &Contest) -> String {
	let of = |wanted: fn(OptionKind) -> bool| contest.options.iter().filter(move |option| wanted(option.kind));
	let lists = of(|kind| kind == OptionKind::List).count() as u64;
	let candidates = of(OptionKind::is_candidate).count() as u64;
	let mut said = Vec::new();
	if lists > 0 {
		said.push(count(lists, "list"));
	}
	if candidates > 0 {
		said.push(count(candidates, "candidate or answer").replace("candidate or answers", "candidates or answers"));
	}
	said.extend(of(|kind| kind == OptionKind::AgainstAll).map(|option| format!("`{}`", text(&option.name))));
	let names: Vec<String> = contest.options.iter().map(|option| text(&option.name)).collect();
	format!("{} ({})", said.join(", "), names.join(" · "))
}

fn ballot(format: BallotFormat) -> Option<String> {
	match format {
		BallotFormat::Single => None,
		BallotFormat::SingleOrDecline => Some("a voter may decline this contest".to_owned()),
		BallotFormat::ListPreferences { most, .. } => {
			Some(format!("a voter may mark {} of the list", count(most.into(), "candidate")))
		}
		BallotFormat::Approvals { most } => Some(format!("a ballot names at most {}", count(most.into(), "option"))),
		BallotFormat::Ranking { most } => Some(format!("a ballot ranks at most {}", count(most.into(), "option"))),
	}
}
