//! The commission's acts for deniable rolls: terms, booths and printers, the roll key.

use crate::failure::{Failure, Result};
use crate::{
	commission::act::{propose, Act},
	session::Session,
};
use clap::{Args, Subcommand};
use dobush_client::{
	chain::{calls, Call},
	keys::parse_address,
};
use dobush_primitives::{
	roll::{OfficeKind, TermRefused, Terms, DAY},
	Moment, RollId, Trustees,
};
use sp_core::bounded::BoundedVec;
use sp_runtime::AccountId32;

/// Acts for deniable rolls.
#[derive(Debug, Subcommand)]
pub enum Command {
	/// Deniable elections: make a roll deniable, before anybody is on it. Its terms are final.
	#[command(
		after_help = "Example:\n  dobush commission open-roll 0 --least-keys 24 --least-voters 5 --key member.key"
	)]
	OpenRoll {
		/// The roll.
		roll: u32,
		/// Its terms.
		#[command(flatten)]
		terms: TermArgs,
		/// Who proposes.
		#[command(flatten)]
		act: Act,
	},
	/// Appoint a booth of a deniable roll.
	#[command(after_help = "Example:\n  dobush commission appoint-booth 0 5GrwvaEF… --key member.key")]
	AppointBooth(Office),
	/// Dismiss a booth. The keys that it activated stay active; what it co-signed is not enrolled any more.
	#[command(after_help = "Example:\n  dobush commission dismiss-booth 0 5GrwvaEF… --key member.key")]
	DismissBooth(Office),
	/// Appoint a printer of envelopes for a deniable roll.
	#[command(after_help = "Example:\n  dobush commission appoint-printer 0 5GrwvaEF… --key member.key")]
	AppointPrinter(Office),
	/// Dismiss a printer. The envelopes that it registered stay.
	#[command(after_help = "Example:\n  dobush commission dismiss-printer 0 5GrwvaEF… --key member.key")]
	DismissPrinter(Office),
	/// Start the ceremony in which trustees make the long-lived key of a deniable roll.
	#[command(
		after_help = "Example:\n  dobush commission begin-roll-key 0 --threshold 3 --trustee 5Grw… --trustee 5FHn… … --key member.key"
	)]
	BeginRollKey(RollKey),
	/// Hand the key of a roll over to another set of trustees. The key stays the same; old shares are erased.
	#[command(
		after_help = "Example:\n  dobush commission reshare-roll-key 0 --threshold 3 --trustee 5Grw… --trustee 5FHn… … --key member.key"
	)]
	ReshareRollKey(RollKey),
	/// Give up a ceremony of a roll's key that is under way, to begin it with others. Who holds the key keeps it.
	#[command(after_help = "Example:\n  dobush commission abandon-roll-key 0 --key member.key")]
	AbandonRollKey {
		/// The roll.
		roll: u32,
		/// Who proposes.
		#[command(flatten)]
		act: Act,
	},
}

/// The terms of a deniable roll.
#[derive(Debug, Clone, Args)]
pub struct TermArgs {
	/// Keys of a batch at least, decoys among them.
	#[arg(long, default_value_t = 24)]
	pub least_keys: u32,
	/// Voters whom the first enrolment from a batch brings at least.
	#[arg(long, default_value_t = 5)]
	pub least_voters: u32,
	/// Keys that one booth may activate.
	#[arg(long, default_value_t = 20_000)]
	pub most_keys_per_booth: u32,
	/// U: a booth casts a secret number of decoy ballots per unit, from none to this many.
	#[arg(long, default_value_t = 20)]
	pub most_decoy_ballots: u16,
	/// Hours after which a booth may activate a batch of fewer voters.
	#[arg(long, default_value_t = 24)]
	pub flush_after_hours: u32,
	/// How often a voter may move to another unit.
	#[arg(long, default_value_t = 2)]
	pub most_moves: u8,
	/// Days before a roll closes in which nobody moves any more.
	#[arg(long, default_value_t = 14)]
	pub moves_close_days_before: u32,
	/// How many elections the roll serves before everybody is enrolled anew.
	#[arg(long, default_value_t = 4)]
	pub serves: u16,
}

/// A booth or printer and who proposes.
#[derive(Debug, Clone, Args)]
pub struct Office {
	/// The roll.
	pub roll: u32,
	/// Its address.
	pub account: String,
	/// Who proposes.
	#[command(flatten)]
	pub act: Act,
}

/// Who holds the key of a roll.
#[derive(Debug, Clone, Args)]
pub struct RollKey {
	/// The roll.
	pub roll: u32,
	/// How many trustees together can use it: more than half of them.
	#[arg(long)]
	pub threshold: u16,
	/// The address of each trustee.
	#[arg(long = "trustee", value_name = "ADDRESS", required = true)]
	pub trustees: Vec<String>,
	/// Hours that each stage of the ceremony may take.
	#[arg(long, default_value_t = 6.0)]
	pub step_deadline_hours: f64,
	/// Who proposes.
	#[command(flatten)]
	pub act: Act,
}

impl TermArgs {
	/// As the chain takes them.
	pub fn terms(&self) -> Result<Terms> {
		let terms = Terms {
			least_keys: self.least_keys,
			least_voters: self.least_voters,
			most_keys_per_booth: self.most_keys_per_booth,
			most_decoy_ballots: self.most_decoy_ballots,
			flush_after: Moment::from(self.flush_after_hours).saturating_mul(DAY / 24),
			most_moves: self.most_moves,
			moves_close_before: Moment::from(self.moves_close_days_before).saturating_mul(DAY),
			serves: self.serves,
		};
		let refused = |term: TermRefused| {
			let (option, bounds) = match term {
				TermRefused::LeastKeys => ("--least-keys", "2 to 128"),
				TermRefused::LeastVoters => ("--least-voters", "1 to --least-keys"),
				TermRefused::MostKeysPerBooth => ("--most-keys-per-booth", "at least --least-keys"),
				TermRefused::FlushAfter => ("--flush-after-hours", "1 hour to 366 days"),
				TermRefused::MovesCloseBefore => ("--moves-close-days-before", "at most 366 days"),
				TermRefused::Serves => ("--serves", "at least 1"),
			};
			Failure::new(format!("{option} is out of its bounds")).hint(format!("it must be {bounds}"))
		};
		terms.check().map_err(refused)?;
		Ok(terms)
	}
}

impl RollKey {
	fn call(&self, call: fn(RollId, &Trustees<AccountId32>, Moment) -> Call) -> Result<Call> {
		let members =
			self.trustees.iter().map(|trustee| parse_address(trustee)).collect::<dobush_client::Result<Vec<_>>>()?;
		let count = members.len();
		let members = BoundedVec::try_from(members)
			.map_err(|_| Failure::new(format!("{count} trustees are too many")).hint("at most 32 hold a key"))?;
		if usize::from(self.threshold) > count || usize::from(self.threshold) * 2 <= count {
			return Err(Failure::new(format!("--threshold {} does not go with {count} trustees", self.threshold))
				.hint("it must be more than half of them, and at most all"));
		}
		if !(self.step_deadline_hours > 0.0 && self.step_deadline_hours <= 24.0 * 14.0) {
			return Err(Failure::new("--step-deadline-hours is no time that a stage may take")
				.hint("such as 6, or 0.5; at most fourteen days"));
		}
		let trustees: Trustees<AccountId32> = Trustees { members, threshold: self.threshold };
		let step_deadline = (self.step_deadline_hours * 3_600_000.0) as Moment;
		Ok(call(RollId(self.roll), &trustees, step_deadline))
	}
}

pub async fn run(session: &Session, command: Command) -> Result<()> {
	let (act, call) = match command {
		Command::OpenRoll { roll, terms, act } => (act, calls::deniable_roll::open(RollId(roll), &terms.terms()?)),
		Command::AppointBooth(office) => office.call(calls::deniable_roll::appoint, OfficeKind::Booth)?,
		Command::DismissBooth(office) => office.call(calls::deniable_roll::dismiss, OfficeKind::Booth)?,
		Command::AppointPrinter(office) => office.call(calls::deniable_roll::appoint, OfficeKind::Printer)?,
		Command::DismissPrinter(office) => office.call(calls::deniable_roll::dismiss, OfficeKind::Printer)?,
		Command::BeginRollKey(key) => (key.act.clone(), key.call(calls::trustees::begin_roll_key)?),
		Command::ReshareRollKey(key) => (key.act.clone(), key.call(calls::trustees::reshare_roll_key)?),
		Command::AbandonRollKey { roll, act } => (act, calls::trustees::abandon_roll_key(RollId(roll))),
	};
	propose(session, &act, call).await.map(drop)
}

impl Office {
	fn call(self, call: fn(RollId, OfficeKind, &AccountId32) -> Call, role: OfficeKind) -> Result<(Act, Call)> {
		let call = call(RollId(self.roll), role, &parse_address(&self.account)?);
		Ok((self.act, call))
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	fn act() -> Act {
		Act {
			key: Some("//Commission//1".to_owned()),
			passphrase_file: None,
			with: Vec::new(),
			check: false,
			yes: true,
		}
	}

	fn terms() -> TermArgs {
		TermArgs {
			least_keys: 24,
			least_voters: 5,
			most_keys_per_booth: 20_000,
			most_decoy_ballots: 20,
			flush_after_hours: 24,
			most_moves: 2,
			moves_close_days_before: 14,
			serves: 4,
		}
	}

	#[test]
	fn terms_out_of_bounds_are_refused_by_the_name_of_their_option() {
		assert_eq!(terms().terms().expect("the defaults").flush_after, DAY);
		for (args, option) in [
			(TermArgs { least_keys: 1, ..terms() }, "--least-keys"),
			(TermArgs { least_voters: 25, ..terms() }, "--least-voters"),
			(TermArgs { most_keys_per_booth: 3, ..terms() }, "--most-keys-per-booth"),
			(TermArgs { flush_after_hours: 0, ..terms() }, "--flush-after-hours"),
			(TermArgs { moves_close_days_before: 400, ..terms() }, "--moves-close-days-before"),
			(TermArgs { serves: 0, ..terms() }, "--serves"),
		] {
			let error = args.terms().expect_err(option);
			assert!(error.to_string().starts_with(option) && error.next_step().is_some(), "{error}");
		}
	}

	#[test]
	fn a_threshold_is_more_than_half() {
		let key = |threshold, trustees| RollKey {
			roll: 0,
			threshold,
			trustees: vec!["5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY".to_owned(); trustees],
			step_deadline_hours: 6.0,
			act: act(),
		};
		assert!(key(3, 5).call(calls::trustees::begin_roll_key).is_ok());
		for (threshold, trustees) in [(2, 4), (6, 5), (20, 33)] {
			assert!(
				key(threshold, trustees).call(calls::trustees::begin_roll_key).is_err(),
				"{threshold} of {trustees}"
			);
		}
		let never = RollKey { step_deadline_hours: f64::NAN, ..key(3, 5) };
		assert!(never
			.call(calls::trustees::begin_roll_key)
			.expect_err("no time")
			.to_string()
			.contains("--step-deadline-hours"));
	}
}
