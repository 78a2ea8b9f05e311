//! Each proposal of the commission: the sentence that names it, and all that a member should know before voting.

use super::{
	calls::sentence,
	definition::definition,
	described::tree,
	parts::{calendar_lines, count, stage, trustee_lines, Context},
};
use crate::zone::{from_to, length};
use dobush_client::{
	chain::{
		decode::{hex_of, text},
		proposals::Proposal,
	},
	commission::{motion::needed, situation::KnownResult},
	keys::address,
};
use dobush_primitives::{
	roll::{OfficeKind, Terms},
	ContestId, Moment,
};
use sp_runtime::AccountId32;

/// A proposal: the sentence that names it, and the lines below.
pub fn proposal(proposal: &Proposal, context: Context<'_>) -> (String, Vec<String>) {
	match proposal {
		Proposal::Announce(new) => (format!("announce the election `{}`", text(&new.title)), definition(new, context)),
		Proposal::AnnounceSecondRound { first, title, calendar } => (
			format!("announce the second round of {}", context.election(*first)),
			[vec![format!("title: {title}")], calendar_lines(calendar, context)].concat(),
		),
		Proposal::Postpone { election, roll_closes_at, polls_open_at, polls_close_at } => (
			format!("move moments to later in the calendar of {}", context.election(*election)),
			postponed(context, [*roll_closes_at, *polls_open_at, *polls_close_at]),
		),
		Proposal::ClosePolls { election } => {
			(format!("close the polls at once, before their time, of {}", context.election(*election)), early(context))
		}
		Proposal::Certify { election, digest } => {
			(format!("certify the result of {}", context.election(*election)), certified(context, digest))
		}
		Proposal::Annul { election, reason } => (
			format!("annul {}", context.election(*election)),
			[vec![format!("reason, for everybody to read: {reason}")], context.phase()].concat(),
		),
		Proposal::CreateRoll { name, units } => {
			(format!("create the roll `{name}` with {}", count(u64::from(*units), "counting unit")), Vec::new())
		}
		Proposal::AppointDesk { roll, desk } => (
			format!("appoint a desk, which may then put voters on {}", context.roll(*roll)),
			vec![format!("desk: {}", address(desk))],
		),
		Proposal::DismissDesk { roll, desk } => (
			format!("dismiss a desk of {}; what it enrolled stays", context.roll(*roll)),
			vec![format!("desk: {}", address(desk))],
		),
		Proposal::OpenRoll { roll, terms: of } => {
			(format!("make {} deniable, for ever", context.roll(*roll)), terms(of))
		}
		Proposal::Appoint { roll, office, account } => (
			format!("appoint {} of {}", office_words(*office), context.roll(*roll)),
			vec![format!("account: {}", address(account))],
		),
		Proposal::Dismiss { roll, office, account } => (
			format!("dismiss {} of {}", office_words(*office), context.roll(*roll)),
			vec![format!("account: {}", address(account))],
		),
		Proposal::BeginRollKey { roll, trustees, step_deadline } => (
			format!("begin the ceremony in which trustees make the key of {}", context.roll(*roll)),
			[trustee_lines(trustees), vec![stage(*step_deadline)]].concat(),
		),
		Proposal::ReshareRollKey { roll, trustees, step_deadline } => (
			format!("hand the key of {} over to these trustees; it stays the same key", context.roll(*roll)),
			[trustee_lines(trustees), vec![stage(*step_deadline)]].concat(),
		),
		Proposal::AbandonRollKey { roll } => {
			(format!("give up the key ceremony of {} that is under way", context.roll(*roll)), Vec::new())
		}
		Proposal::RecordLot { election, contest, seed } => (
			format!(
				"record the lot that was drawn for {} of {}",
				context.contest(*contest),
				context.election(*election)
			),
			vec![format!("drawn: {}", hex_of(seed))],
		),
		Proposal::FillVacancy { election, contest, list, leaving, lot } => (
			format!("record that a member elected from a list of {} leaves", context.election(*election)),
			vacancy(context, *contest, *list, *leaving, lot.as_ref()),
		),
		Proposal::AuthorizeUpgrade { code_hash } => (
			format!("authorise an upgrade to the runtime with the hash {code_hash:?}"),
			vec!["the hash is blake2-256 of the code: `b2sum -l 256 FILE.wasm` of your own build must print the same"
				.to_owned()],
		),
		Proposal::AddMember { who } => ("add a member to the commission".to_owned(), members(context, &[], &[who])),
		Proposal::RemoveMember { who } => {
			("remove a member of the commission".to_owned(), members(context, &[who], &[]))
		}
		Proposal::SwapMember { remove, add } => {
			("replace a member of the commission".to_owned(), members(context, &[remove], &[add]))
		}
		Proposal::ResetMembers { members: all } => (
			format!("give the commission exactly these {}", count(all.len() as u64, "member")),
			all.iter().map(|member| format!("member: {}", address(member))).collect(),
		),
		Proposal::SetPrime { who } => (
			"make a member prime: whoever has not voted when a motion ends is counted as this member voted".to_owned(),
			vec![format!("member: {}", address(who))],
		),
		Proposal::ClearPrime => ("let no member be prime any more".to_owned(), Vec::new()),
		Proposal::Disapprove { motion } => {
			let open = context.situation.motions.iter().find(|open| open.motion.hash == *motion);
			let which = open
				.map_or_else(|| "a motion that is not open".to_owned(), |open| format!("motion {}", open.motion.index));
			(format!("throw out {which}"), vec![format!("hash of its call: {motion:?}")])
		}
		Proposal::Other(call) => {
			let words = sentence(&call.pallet, &call.call)
				.map_or_else(|| call.path(), |words| format!("{words} ({})", call.path()));
			(words, tree(&call.arguments, context.zone))
		}
	}
}

fn postponed(context: Context<'_>, new: [Moment; 3]) -> Vec<String> {
	let Some(status) = context.status() else { return Vec::new() };
	let old = [status.calendar.roll_closes_at, status.calendar.polls_open_at, status.calendar.polls_close_at];
	let names = ["roll closes: ", "polls open:  ", "polls close: "];
	let line = |((name, old), new): ((&str, Moment), Moment)| {
		let shown = context.zone.show(new);
		match old.cmp(&new) {
			std::cmp::Ordering::Equal => format!("{name} {shown}, as before"),
			std::cmp::Ordering::Less => {
				format!("{name} {shown}, later by {} (was {})", from_to(old, new), context.zone.show(old))
			}
			std::cmp::Ordering::Greater => {
				format!("{name} {shown}, earlier by {} (was {})", from_to(new, old), context.zone.show(old))
			}
		}
	};
	names.into_iter().zip(old).zip(new).map(line).collect()
}

fn early(context: Context<'_>) -> Vec<String> {
	let Some(status) = context.status() else { return Vec::new() };
	let closes = status.calendar.polls_close_at;
	[context.phase(), vec![format!("by the calendar they close {}", context.moment(closes))]].concat()
}

fn certified(context: Context<'_>, digest: &[u8; 32]) -> Vec<String> {
	let mut lines = context.phase();
	let Some(KnownResult { result, computed }) = &context.about.result else {
		lines.push(format!("digest that the motion names: {}", hex_of(digest)));
		lines.push("there is no result yet".to_owned());
		return lines;
	};
	for contest in &result.contests {
		lines.push(format!("{}: {}", contest.title, contest.verdict().unwrap_or_else(|| "not decided".to_owned())));
		lines.extend(
			contest
				.members
				.iter()
				.flat_map(|list| list.words().lines().map(|line| format!("  {line}")).collect::<Vec<_>>()),
		);
		lines.extend(contest.participants().zip(contest.registered).zip(contest.totals).map(
			|((participants, registered), totals)| {
				format!(
					"  {} of {} took part, {} invalid",
					crate::output::number(participants),
					count(registered, "voter"),
					crate::output::number(totals.invalid)
				)
			},
		));
	}
	lines.push(format!("digest that the motion names:  {}", hex_of(digest)));
	lines.push(match computed == digest {
		true => "digest computed here from the votes, verdicts and seats that the chain shows: the same".to_owned(),
		false => format!("digest computed here from what the chain shows: {}: ANOTHER ONE", hex_of(computed)),
	});
	if let Some(from) = context.status().and_then(|status| status.certifiable_from) {
		lines.push(format!("it may be certified from {}", context.moment(from)));
	}
	lines
}

fn vacancy(context: Context<'_>, contest: ContestId, list: u16, leaving: u16, lot: Option<&[u8; 32]>) -> Vec<String> {
	let definition = context.about.election.as_ref().map(|known| &known.definition);
	let option = definition.and_then(|of| of.contests.get(usize::from(contest.0))?.options.get(usize::from(list)));
	let candidate = definition.and_then(|of| {
		let lists = of.lists.iter().find(|lists| lists.contest == contest)?;
		lists.slates.get(usize::from(list))?.get(usize::from(leaving))
	});
	let mut lines = vec![
		context.contest(contest),
		option.map_or_else(|| format!("list {list}"), |option| format!("list: {}", text(&option.name))),
		candidate.map_or_else(
			|| format!("who leaves: candidate {}", u32::from(leaving) + 1),
			|candidate| format!("who leaves: {}", text(&candidate.name)),
		),
		"who follows is said by the rule of the list".to_owned(),
	];
	lines.extend(lot.map(|lot| format!("lot that was drawn: {}", hex_of(lot))));
	lines
}

fn terms(terms: &Terms) -> Vec<String> {
	vec![
		format!("a batch has at least {}, decoys among them", count(terms.least_keys.into(), "key")),
		format!("the first enrolment from a batch brings at least {}", count(terms.least_voters.into(), "voter")),
		format!("a booth activates at most {}", count(terms.most_keys_per_booth.into(), "key")),
		format!("a booth casts up to {} per unit", count(terms.most_decoy_ballots.into(), "decoy ballot")),
		format!("after {} a booth may activate a batch of fewer voters", length(terms.flush_after)),
		format!("a voter may move {}", count(terms.most_moves.into(), "time")),
		format!("nobody moves in the last {} before the roll closes", length(terms.moves_close_before)),
		format!("the roll serves {}", count(terms.serves.into(), "election")),
	]
}

fn office_words(office: OfficeKind) -> &'static str {
	match office {
		OfficeKind::Booth => "a booth",
		OfficeKind::Printer => "a printer of envelopes",
	}
}

fn members(context: Context<'_>, leave: &[&AccountId32], come: &[&AccountId32]) -> Vec<String> {
	let now = context.situation.members.len();
	let then = (now + come.len()).saturating_sub(leave.len());
	let mut lines: Vec<String> = leave.iter().map(|member| format!("leaves: {}", address(member))).collect();
	lines.extend(come.iter().map(|member| format!("comes:  {}", address(member))));
	lines.push(format!(
		"the commission has {} now and {then} then; {} of them will carry a motion",
		count(now as u64, "member"),
		needed(then)
	));
	lines
}
