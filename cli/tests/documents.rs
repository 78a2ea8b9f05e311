//! What documents repeat of the code is what the code says.
#![cfg(feature = "chain")]

use dobush_primitives::Refusal;

#[test]
fn the_page_for_other_programs_has_every_refusal_with_its_number_and_sentence() {
	let page = include_str!("../../docs/other-programs.md");
	for refusal in Refusal::ALL {
		let row = format!("| {} | {refusal:?} | {} |", *refusal as u8, refusal.sentence());
		assert!(page.contains(&row), "docs/other-programs.md lacks the row {row}");
	}
}
