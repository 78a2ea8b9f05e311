//! `dobush observer roll`: the public numbers of a roll, and whether a pseudonym is on it.
//!
//! Whoever looks for a pseudonym downloads the whole roll: the node learns who asks, but not about whom.

use crate::failure::Result;
use crate::{
	output::{self, number, Columns},
	session::Session,
};
use dobush_client::{
	chain::View,
	observer::roll::{find, standing, DeniableStanding, DirectStanding, RollStanding, VoterStanding},
};
use dobush_primitives::{RollId, VoterId};

pub(crate) async fn run(
	session: &Session,
	view: &View<'_>,
	block: u64,
	roll: RollId,
	voter: Option<VoterId>,
) -> Result<()> {
	if let Some(voter) = voter {
		let found = find(view, block, roll, voter).await?;
		session.output.result(&found, || voter_words(&found, roll));
		return Ok(());
	}
	let standing = standing(view, block, roll).await?;
	session.output.result(&standing, || match &standing {
		RollStanding::Direct(roll) => direct_words(roll),
		RollStanding::Deniable(roll) => deniable_words(roll),
	});
	Ok(())
}

fn voter_words(found: &VoterStanding, roll: RollId) -> String {
	let now = match (found.unit, found.enrolled_in) {
		(Some(unit), Some(block)) => {
			let credential = match &found.credential {
				Some(credential) => format!(", with the credential {credential}"),
				None => String::new(),
			};
			format!("is on roll {roll} in unit {unit}, enrolled in block {}{credential}", number(block))
		}
		_ => format!("is not on roll {roll}"),
	};
	let earlier = match found.earlier {
		0 => String::new(),
		1 => "; one earlier enrolment was replaced or struck off".to_owned(),
		more => format!("; {more} earlier enrolments were replaced or struck off"),
	};
	format!("{} {now}{earlier} (finalised block {})", found.voter_id, number(found.block))
}

fn direct_words(standing: &DirectStanding) -> String {
	let voters: u64 = standing.units.iter().map(|voters| u64::from(*voters)).sum();
	let rows = standing.units.iter().enumerate().map(|(unit, voters)| vec![unit.to_string(), number(*voters)]);
	let mut words = format!(
		"roll {}, {}: direct, it shows which credential is whose\n{}\n{} voters in all\n\n",
		standing.roll,
		standing.name,
		output::table(&Columns { words: &[], numbers: &["unit", "voters"] }, rows),
		number(voters)
	);
	let rows = standing.desks.iter().map(|desk| {
		let dismissed = desk.dismissed_in.map_or(String::new(), number);
		vec![desk.desk.clone(), number(desk.appointed_in), dismissed]
	});
	let columns = Columns { words: &["desk"], numbers: &["appointed in block", "dismissed in block"] };
	words.push_str(&output::table(&columns, rows));
	words.push_str(&format!("\nas of finalised block {}", number(standing.block)));
	words
}

fn deniable_words(standing: &DeniableStanding) -> String {
	let numbers = ["unit", "voters", "batches", "keys", "enrolled", "again", "moved in", "moved out", "struck off"];
	let rows = standing.units.iter().map(|unit| {
		let days = &unit.days;
		let figures = [
			unit.voters,
			unit.batches,
			unit.keys,
			days.enrolled,
			days.enrolled_again,
			days.moved_in,
			days.moved_out,
			days.struck_off,
		];
		std::iter::once(unit.unit.to_string()).chain(figures.map(number)).collect()
	});
	let mut words = format!(
		"roll {}, {}: deniable, has served {} of {} elections\n{}",
		standing.roll,
		standing.name,
		standing.served,
		standing.serves,
		output::table(&Columns { words: &[], numbers: &numbers }, rows)
	);
	words.push_str("\nkeys are credentials that count, fakes and decoys; the last five columns are of 31 days\n\n");
	let rows = standing.booths.iter().map(|booth| {
		let name = if booth.in_office { booth.booth.clone() } else { format!("{} (dismissed)", booth.booth) };
		let figures = [booth.batches, booth.keys, booth.envelopes, booth.aborted_sessions];
		std::iter::once(name).chain(figures.map(number)).collect()
	});
	let columns = Columns { words: &["booth"], numbers: &["batches", "keys", "envelopes", "aborted sessions"] };
	words.push_str(&output::table(&columns, rows));
	words.push_str(&format!("\nas of finalised block {}", number(standing.block)));
	words
}

#[cfg(test)]
mod tests {
	use super::*;
	use dobush_client::observer::roll::DeskStanding;

	#[test]
	fn a_direct_roll_is_shown_by_units_with_its_desks() {
		let desk = DeskStanding { desk: "5Grw…".to_owned(), appointed_in: 7, dismissed_in: Some(9) };
		let (roll, name) = (0, "Bishkek".to_owned());
		let words = direct_words(&DirectStanding { roll, name, block: 12, units: vec![1_200, 34], desks: vec![desk] });
		assert!(words.starts_with("roll 0, Bishkek: direct") && words.contains("1 234 voters in all"), "{words}");
		assert!(words.lines().any(|line| line.trim_start().starts_with("5Grw…") && line.ends_with('9')), "{words}");
	}

	#[test]
	fn a_pseudonym_is_found_or_not() {
		let mut found = VoterStanding {
			voter_id: "0x01".to_owned(),
			unit: Some(3),
			enrolled_in: Some(1_200),
			credential: None,
			earlier: 1,
			block: 9,
		};
		let said = voter_words(&found, RollId(0));
		assert!(said.contains("on roll 0 in unit 3") && said.contains("one earlier"), "{said}");
		found.credential = Some("5Grw…".to_owned());
		assert!(voter_words(&found, RollId(0)).contains("with the credential 5Grw…; one earlier"));
		(found.unit, found.enrolled_in, found.earlier) = (None, None, 0);
		assert!(voter_words(&found, RollId(0)).contains("is not on roll 0 (finalised block 9)"));
	}
}
