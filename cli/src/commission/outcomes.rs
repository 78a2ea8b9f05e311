//! The commission's acts after a count: the lot of a tied contest, and a second round.

use crate::failure::{Failure, Result};
use crate::{
	commission::act::{propose, text, Act},
	session::Session,
};
use clap::{Args, Subcommand};
use dobush_client::chain::{calls, event_kinds, types, views};
use dobush_primitives::{Calendar, Choice, ContestId, Definition, ElectionId, Slate, Title};
use election_files::definition::{parse_moment, utc_offset};
use sp_runtime::AccountId32;

/// Acts after a count.
#[derive(Debug, Subcommand)]
pub enum Command {
	/// Record the lot that was drawn in public for a tied contest. The drawing must begin after the votes are known.
	#[command(after_help = "Example:\n  dobush commission record-lot 3 --contest 0 --seed 0x5e… --key member.key")]
	RecordLot {
		/// The election.
		election: u32,
		/// The number of the contest, from 0.
		#[arg(long)]
		contest: u8,
		/// What was drawn: 32 bytes of hexadecimals.
		#[arg(long)]
		seed: String,
		/// Who proposes.
		#[command(flatten)]
		act: Act,
	},
	/// Record that a member who was elected from a list leaves, and who follows by the law.
	#[command(
		after_help = "Example:\n  dobush commission fill-vacancy 3 --contest 0 --list \"Alpha\" --leaving \"Aida Osmonova\" --key member.key\n\n`dobush observer result --election 3` shows who sits."
	)]
	FillVacancy {
		/// The election.
		election: u32,
		/// The number of the contest, from 0.
		#[arg(long)]
		contest: u8,
		/// The name of the list.
		#[arg(long)]
		list: String,
		/// The name of the member who leaves.
		#[arg(long)]
		leaving: String,
		/// What was drawn if equal candidates could follow: 32 bytes of hexadecimals.
		#[arg(long)]
		lot: Option<String>,
		/// Who proposes.
		#[command(flatten)]
		act: Act,
	},
	/// Announce the second round of a certified election. The chain composes it from the result; only title and times are new.
	#[command(
		after_help = "Example:\n  dobush commission announce-second-round 3 --title \"President, second round\" --roll-closes-at 2027-01-20T00:00:00+06:00 --polls-open-at 2027-01-24T08:00:00+06:00 --polls-close-at 2027-01-24T20:00:00+06:00 --key member.key"
	)]
	AnnounceSecondRound {
		/// The first round.
		election: u32,
		/// The title of the second.
		#[arg(long)]
		title: String,
		/// When.
		#[command(flatten)]
		calendar: CalendarArgs,
		/// Who proposes.
		#[command(flatten)]
		act: Act,
	},
}

/// When the second round is. What is not given is as in the first.
#[derive(Debug, Clone, Args)]
pub struct CalendarArgs {
	/// When the roll closes.
	#[arg(long)]
	pub roll_closes_at: String,
	/// When the polls open.
	#[arg(long)]
	pub polls_open_at: String,
	/// When the polls close.
	#[arg(long)]
	pub polls_close_at: String,
}

impl CalendarArgs {
	/// With everything else as in the first round.
	pub fn after(&self, first: Calendar) -> Result<Calendar> {
		Ok(Calendar {
			roll_closes_at: parse_moment(&self.roll_closes_at)?,
			polls_open_at: parse_moment(&self.polls_open_at)?,
			polls_close_at: parse_moment(&self.polls_close_at)?,
			utc_offset: utc_offset(&self.polls_open_at)?,
			..first
		})
	}
}

pub async fn run(session: &Session, command: Command) -> Result<()> {
	match command {
		Command::RecordLot { election, contest, seed, act } => {
			let call = calls::tally::record_lot(ElectionId(election), ContestId(contest), parse_seed(&seed)?);
			propose(session, &act, call).await.map(drop)
		}
		Command::FillVacancy { election, contest, list, leaving, lot, act } => {
			let lot = lot.map(|lot| parse_seed(&lot)).transpose()?;
			let (election, contest) = (ElectionId(election), ContestId(contest));
			let chain = session.connect().await?;
			let head = chain.finalised().await?;
			let definition = chain.at(head.hash).ask(&views::elections::DEFINITION, &(election,)).await?;
			let definition = definition.ok_or_else(|| {
				Failure::new(format!("there is no election {election}"))
					.hint("`dobush observer status` lists the elections")
			})?;
			let seat = Seat::find(&definition, contest, &list, &leaving)?;
			let call = calls::tally::fill_vacancy(election, contest, seat.list, seat.place, lot);
			let Some(included) = propose(session, &act, call).await? else { return Ok(()) };
			let followed = included.events.find(&event_kinds::tally::MEMBER_FOLLOWED)?;
			let next = followed.and_then(|(.., next)| seat.slate.get(usize::from(next)));
			session.output.say(match next {
				Some(next) => format!("{} follows", String::from_utf8_lossy(&next.name)),
				None => "the list is used up; the seat stays vacant".to_owned(),
			});
			Ok(())
		}
		Command::AnnounceSecondRound { election, title, calendar, act } => {
			let title: Title = text(&title, "title")?;
			let chain = session.connect().await?;
			let first: types::ElectionStatus = super::status(&chain, ElectionId(election)).await?;
			let calendar = calendar.after(first.calendar)?;
			let call = calls::elections::announce_second_round(ElectionId(election), &title, calendar);
			let Some(included) = propose(session, &act, call).await? else { return Ok(()) };
			if included.events.has(&event_kinds::elections::SECOND_ROUND_ANNOUNCED) {
				session.output.say("the second round is announced; its trustees begin the key ceremony");
			}
			Ok(())
		}
	}
}

/// A candidate of a list.
struct Seat {
	list: u16,
	place: u16,
	slate: Slate,
}

impl Seat {
	fn find(definition: &Definition<AccountId32>, contest: ContestId, list: &str, name: &str) -> Result<Self> {
		let lists = definition.lists.iter().find(|lists| lists.contest == contest).ok_or_else(|| {
			Failure::new(format!("the chain does not know who stands on lists of contest {contest}"))
				.hint("contests are numbered from 0; `dobush observer result` shows who sits")
		})?;
		let options = definition.contests.get(usize::from(contest.0)).map(|contest| contest.options.as_slice());
		let of_list = |(_, option): &(u16, &Choice)| *option.name == *list.as_bytes();
		let (number, _) = (0u16..).zip(options.unwrap_or_default()).find(of_list).ok_or_else(|| {
			Failure::new(format!("there is no list `{list}` in contest {contest}"))
				.hint("write its name as on the ballot; `dobush observer result` shows it")
		})?;
		let slate = lists.slates.get(usize::from(number)).cloned().unwrap_or_default();
		let place =
			(0u16..).zip(&slate).find(|(_, candidate)| *candidate.name == *name.as_bytes()).ok_or_else(|| {
				Failure::new(format!("`{name}` is no candidate of {list}"))
					.hint("write the name as in the definition; `dobush observer result` shows who sits")
			})?;
		Ok(Self { list: number, place: place.0, slate })
	}
}

fn parse_seed(text: &str) -> Result<[u8; 32]> {
	let digits = text.strip_prefix("0x").unwrap_or(text);
	hex::decode(digits).ok().and_then(|bytes| bytes.try_into().ok()).ok_or_else(|| {
		Failure::new(format!("`{text}` is no seed: it must have 64 hexadecimal digits"))
			.hint("write the bytes that were drawn as 64 hexadecimal digits, in the order of the drawing")
	})
}

#[cfg(test)]
mod tests {
	use super::*;
	use dobush_primitives::UtcOffset;

	#[test]
	fn a_seed_is_32_bytes() {
		assert_eq!(parse_seed(&format!("0x{}", "07".repeat(32))), Ok([7; 32]));
		for bad in ["", "0x07", "heads"] {
			assert!(parse_seed(bad).expect_err(bad).next_step().is_some());
		}
	}

	#[test]
	fn a_member_is_found_by_name() {
		let file = include_str!("../../../crates/election-files/examples/definition.toml");
		let definition = election_files::definition::DefinitionFile::parse(file)
			.and_then(|plan| plan.definition())
			.expect("the example");
		let find = |contest, list, name| Seat::find(&definition, ContestId(contest), list, name);
		let seat = find(0, "Mekenim Kyrgyzstan", "Gulnara").expect("she stands there");
		assert_eq!((seat.list, seat.place), (1, 1));
		for (contest, list, name) in [(1, "Birimdik", "Aida"), (0, "Beta", "Aida"), (0, "Birimdik", "Gulnara")] {
			assert!(find(contest, list, name).err().and_then(|error| error.next_step().map(drop)).is_some());
		}
	}

	#[test]
	fn a_second_round_has_new_moments_and_the_old_deadlines() {
		let first = Calendar {
			roll_closes_at: 1,
			polls_open_at: 2,
			polls_close_at: 3,
			early_closing: true,
			grace_blocks: 20,
			step_deadline: 4,
			objection_window: 5,
			utc_offset: UtcOffset::default(),
		};
		let args = CalendarArgs {
			roll_closes_at: "2027-01-20T00:00:00+06:00".to_owned(),
			polls_open_at: "2027-01-24T08:00:00+06:00".to_owned(),
			polls_close_at: "2027-01-24T20:00:00+06:00".to_owned(),
		};
		let second = args.after(first).expect("well formed");
		assert_eq!((second.step_deadline, second.objection_window, second.grace_blocks), (4, 5, 20));
		assert_eq!(second.utc_offset, UtcOffset(360), "as its polls are written");
		assert!(second.roll_closes_at < second.polls_open_at && second.polls_open_at < second.polls_close_at);
		let wrong = CalendarArgs { polls_open_at: "tomorrow".to_owned(), ..args };
		assert!(wrong.after(first).is_err());
	}
}
