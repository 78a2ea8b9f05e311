//! What is decided on an election day: definitions, drawn at random or fixed.

use dobush_primitives::{Calendar, Contest, Definition, Mode, Moment, RollId, UtcOffset};
use dobush_runtime::AccountId;
use dobush_test_support::definition::{all, choice, contest, style, text, trustees, unit};
use electoral_rules::{AgainstAll, BallotFormat, ListRule, Method, OptionKind, Plurality, Rule, TieRule};
use rand_chacha::{rand_core::RngCore, ChaCha20Rng};

/// From the announcement to the closing of the roll.
pub const ENROLMENT: Moment = 60_000;
/// How long a trustee may take for a step.
pub const STEP: Moment = 20_000;
/// How long objections may be raised.
pub const OBJECTIONS: Moment = 30_000;

/// A number below `end`.
pub fn below(rng: &mut ChaCha20Rng, end: u32) -> u32 {
	rng.next_u32() % end.max(1)
}

/// A contest: its options and whether it may be declined.
#[derive(Clone, Copy, Debug)]
pub struct Question {
	pub options: u16,
	pub may_decline: bool,
	/// Seats for lists; none if one candidate is elected.
	pub seats: Option<u32>,
}

/// An election, as far as one differs from another.
#[derive(Clone, Debug)]
pub struct ElectionPlan {
	pub mode: Mode,
	/// The region and the ballot style of each unit.
	pub units: Vec<(u16, u8)>,
	pub regions: u16,
	/// The contests of each ballot style.
	pub styles: Vec<Vec<u8>>,
	pub questions: Vec<Question>,
	pub trustees: u16,
	pub threshold: u16,
	pub ballots_per_credential: u16,
	/// How long the polls are open, in milliseconds.
	pub voting: Moment,
	pub early_closing: bool,
	pub grace_blocks: u16,
}

impl ElectionPlan {
	/// A deniable election of one unit with one contest of three candidates. The polls close early; two of three trustees tally.
	pub fn small_and_deniable() -> Self {
		Self {
			mode: Mode::Deniable { merge_below: 2 },
			units: vec![(0, 0)],
			regions: 1,
			styles: vec![vec![0]],
			questions: vec![Question { options: 3, may_decline: false, seats: None }],
			trustees: 3,
			threshold: 2,
			ballots_per_credential: 1,
			voting: 400_000,
			early_closing: true,
			grace_blocks: 2,
		}
	}

	/// One of very many.
	pub fn random(rng: &mut ChaCha20Rng) -> Self {
		let contests = 1 + below(rng, 3);
		let questions = (0..contests)
			.map(|_| Question {
				options: 2 + below(rng, 3) as u16,
				may_decline: below(rng, 2) == 0,
				seats: (below(rng, 2) == 0).then(|| 1 + below(rng, 9)),
			})
			.collect();
		// The first style has every contest; a second one leaves some out.
		let all: Vec<u8> = (0..contests as u8).collect();
		let some = vec![below(rng, contests) as u8];
		let regions = 1 + below(rng, 2) as u16;
		let mut units = vec![(below(rng, regions.into()) as u16, 0)];
		for _ in 0..below(rng, 3) {
			units.push((below(rng, regions.into()) as u16, below(rng, 2) as u8));
		}
		let trustees = 2 + below(rng, 4) as u16;
		let majority = trustees / 2 + 1;
		let mode = match below(rng, 4) {
			0 => Mode::Deniable { merge_below: below(rng, 6) },
			_ => Mode::Direct,
		};
		Self {
			mode,
			units,
			regions,
			styles: vec![all, some],
			questions,
			trustees,
			threshold: majority + below(rng, u32::from(trustees - majority) + 1) as u16,
			ballots_per_credential: 1 + below(rng, 3) as u16,
			// Sometimes so short that the key may not be made in time.
			voting: if below(rng, 4) == 0 { 20_000 } else { 400_000 },
			early_closing: below(rng, 2) == 0,
			grace_blocks: below(rng, 5) as u16,
		}
	}

	/// The definition that the commission announces now.
	pub fn definition(&self, roll: RollId, members: Vec<AccountId>, now: Moment) -> Definition<AccountId> {
		let roll_closes_at = now + ENROLMENT;
		Definition {
			title: text("A day"),
			mode: self.mode,
			roll,
			repeats: None,
			regions: all((0..self.regions).map(|region| text(&format!("Region {region}")))),
			units: all((0..)
				.zip(&self.units)
				.map(|(number, (region, style))| unit(&format!("Unit {number}"), *region, *style))),
			styles: all(self.styles.iter().map(|contests| style(contests))),
			contests: all(self.questions.iter().map(asked)),
			lists: Default::default(),
			affiliations: Default::default(),
			trustees: trustees(members, self.threshold),
			calendar: Calendar {
				roll_closes_at,
				polls_open_at: roll_closes_at + 2_000,
				polls_close_at: roll_closes_at + 2_000 + self.voting,
				early_closing: self.early_closing,
				grace_blocks: self.grace_blocks,
				step_deadline: STEP,
				objection_window: OBJECTIONS,
				utc_offset: UtcOffset::default(),
			},
			ballots_per_credential: self.ballots_per_credential,
		}
	}
}

/// The contest of a question.
fn asked(question: &Question) -> Contest {
	let Question { options, may_decline, seats } = *question;
	let kind = if seats.is_some() { OptionKind::List } else { OptionKind::Candidate };
	let rule = match seats {
		Some(seats) => Rule::Lists(ListRule::new(seats, Method::Hare)),
		None => Rule::Plurality(Plurality { against_all: AgainstAll::NotOffered, ties: TieRule::ListOrder }),
	};
	let format = if may_decline { BallotFormat::SingleOrDecline } else { BallotFormat::Single };
	let choices = (0..options).map(|option| choice(kind, &format!("Option {option}")));
	contest("A question", choices, format, rule)
}
