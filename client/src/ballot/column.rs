//! A contest on a ballot paper: what may be selected, and the ciphertexts by which a selection is cast.

use crate::{
	ballot::{
		choice::{Choice, Piece},
		BallotError,
	},
	error::Result,
};
use ballot_crypto::{
	embedding::{self, Table},
	Element, Encoded,
};
use dobush_primitives::{Contest, ContestId};
use electoral_rules::{
	slots::{Row, Slot},
	Selection, Slots,
};
use rand::{rngs::OsRng, Rng};

/// A contest on a ballot paper, with its legal selections.
#[derive(Clone, Debug)]
pub struct Column {
	pub(crate) number: ContestId,
	pub(crate) contest: Contest,
	options: u16,
	/// The table slots of which a deniable ballot makes a selection: one for most contests.
	slots: Slots,
	/// For each table slot its rows, as bytes and as elements.
	tables: Vec<(Vec<Row>, Table)>,
}

impl Column {
	/// The contest of a definition.
	pub fn new(number: ContestId, contest: Contest) -> Result<Self> {
		let options = u16::try_from(contest.options.len()).unwrap_or(u16::MAX);
		let slots = contest.format.slots(options);
		let mut tables: Vec<(Vec<Row>, Table)> = Vec::with_capacity(slots.len());
		let mut before: Option<Slot> = None;
		for slot in slots.iter() {
			// The ranks of a ranking have one table.
			let known = tables.last().filter(|_| before == Some(*slot)).cloned();
			tables.push(match known {
				Some(table) => table,
				None => {
					let rows = slot.table();
					let table = Table::new(&rows).map_err(|error| BallotError::OptionsNotEncodable { error })?;
					(rows, table)
				}
			});
			before = Some(*slot);
		}
		Ok(Self { number, contest, options, slots, tables })
	}

	/// How many ciphertexts a selection takes.
	pub(crate) fn ciphertexts(&self, deniable: bool) -> usize {
		if deniable {
			self.slots.len()
		} else {
			1
		}
	}

	/// The table of a slot, for proofs of membership.
	pub(crate) fn table(&self, slot: usize) -> Option<&Table> {
		self.tables.get(slot).map(|(_, table)| table)
	}

	/// What is selected; none for an invalid vote.
	pub(crate) fn selection(&self, choice: Choice) -> Option<Selection> {
		match choice {
			Choice::Invalid => None,
			Choice::Option(option) => Some(Selection::Option(option)),
			Choice::Decline => Some(Selection::Declined),
		}
	}

	/// The messages of a selection; none is an invalid vote. In time and memory accesses nothing shows of it but its kind.
	pub(crate) fn pieces(&self, selection: Option<&Selection>, deniable: bool) -> Result<Vec<Piece>> {
		let Some(selection) = selection else {
			return if deniable {
				Err(BallotError::CannotBeSpoilt.into())
			} else {
				Ok(vec![Piece { element: unreadable()?, row: None }])
			};
		};
		let bytes = self.contest.format.encode(selection);
		if self.contest.format.decode(&bytes, self.options).is_none() {
			return Err(BallotError::NoSuchChoice { contest: self.number }.into());
		}
		if deniable || self.slots.len() == 1 {
			let rows = self.slots.split(selection).ok_or_else(|| self.not_served())?;
			return rows.iter().zip(&self.tables).map(|(row, table)| self.piece(row, table)).collect();
		}
		let element = embedding::embed_secret(&bytes).map_err(|error| BallotError::SelectionNotEmbeddable { error })?;
		Ok(vec![Piece { element, row: None }])
	}

	/// A uniform row in every slot: some legal selection.
	pub(crate) fn random_pieces(&self) -> Result<Vec<Piece>> {
		let some = |(rows, table): &(Vec<Row>, Table)| {
			let row = OsRng.gen_range(0..rows.len().max(1));
			let element = table.select(row).ok_or_else(|| self.not_served())?;
			Ok(Piece { element, row: Some(row) })
		};
		self.tables.iter().map(some).collect()
	}

	fn piece(&self, row: &Row, (rows, table): &(Vec<Row>, Table)) -> Result<Piece> {
		// Every row is looked at, so that which one it is does not show.
		let found =
			rows.iter().enumerate().fold(None, |found, (at, other)| if other == row { Some(at) } else { found });
		let row = found.ok_or_else(|| self.not_served())?;
		let element = table.select(row).ok_or_else(|| self.not_served())?;
		Ok(Piece { element, row: Some(row) })
	}

	fn not_served(&self) -> BallotError {
		BallotError::FormatNotServed { contest: self.number }
	}

	/// The selection in opened ciphertexts; none is an invalid vote.
	pub(crate) fn read(&self, messages: &[Element], deniable: bool) -> Option<Selection> {
		if !deniable && self.slots.len() != 1 {
			let bytes = embedding::decode(messages.first()?.point())?;
			return self.contest.format.decode(&bytes, self.options);
		}
		let row = |(message, (rows, table)): (&Element, &(Vec<Row>, Table))| {
			rows.get(table.find(&Encoded::from(message))?).copied()
		};
		let rows: Option<Vec<Row>> = messages.iter().zip(&self.tables).map(row).collect();
		self.slots.join(&rows?)
	}
}

/// A selection that no contest has: an invalid vote, marked by nothing.
fn unreadable() -> Result<Element> {
	Ok(embedding::embed(&[0xff; embedding::BYTES]).map_err(|error| BallotError::SelectionNotEmbeddable { error })?)
}
