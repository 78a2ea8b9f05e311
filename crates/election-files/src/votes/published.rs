//! What a votes file says of one region or of the whole, and what follows from its totals.

use super::scale::largest_remainders;
use crate::{
	error::{BaseFault, Error, Result},
	notes::Note,
};
use electoral_rules::{Base, OptionKind, RegionVotes, Sex, Votes};

/// The row of votes against all lists.
pub const AGAINST_ALL: &str = "AGAINST_ALL";
/// The row of invalid ballots.
pub const INVALID: &str = "INVALID";
/// The row of valid ballots: a total, which may be more than the rows of the file.
pub const VALID: &str = "VALID";
/// The row of all who took part.
pub const PARTICIPANTS: &str = "PARTICIPANTS";
/// The row of people entitled to vote.
pub const REGISTERED: &str = "REGISTERED";
/// The option that stands for valid votes of the total which no row of the file explains.
pub const NOT_LISTED: &str = "(not listed)";

/// Published votes of one region or of the whole: lists in the order of the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Published {
	/// Name and votes of each list.
	pub parties: Vec<(String, u64)>,
	/// What else the file says about each list, in the same order.
	pub about: Vec<About>,
	/// Votes against all, if the file has the row.
	pub against_all: Option<u64>,
	/// Invalid ballots, if the file has the row or they follow from its totals.
	pub invalid: Option<u64>,
	/// The row VALID.
	pub valid: Option<u64>,
	/// The row PARTICIPANTS.
	pub participants: Option<u64>,
	/// The row REGISTERED.
	pub registered: Option<u64>,
	/// Valid votes for others than those in the file: what its totals say beyond its rows.
	pub others: u64,
	/// Whether `invalid` is what is left of the participants, so that votes for lists without a row may be among them.
	pub invalid_is_rest: bool,
}

/// What some rules ask about a list or candidate.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct About {
	/// The column `sex`.
	pub sex: Option<Sex>,
	/// The column `direct_seats`.
	pub direct_seats: Option<u32>,
}

/// Why a base is taken for the shares of a votes file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BaseReason {
	/// It was asked for.
	Asked,
	/// The file has a row AGAINST_ALL, INVALID or PARTICIPANTS.
	RowsOfParticipants,
	/// The file has neither AGAINST_ALL nor INVALID.
	RowsOfPartiesOnly,
	/// The file lists only a part of the valid votes and no invalid ballots.
	PartOfValidVotes,
}

impl Published {
	/// Fills in what follows from the totals, where every ballot holds one vote; refuses totals that contradict the rows.
	pub fn complete(mut self) -> Result<Self> {
		let listed = self.listed();
		let contradiction = |row, total, parts| Error::Contradiction { row, total, parts };
		if let Some(valid) = self.valid {
			self.others = valid.checked_sub(listed).ok_or_else(|| contradiction(VALID, valid, listed))?;
		}
		if let Some(all) = self.participants {
			let wrong = |parts| contradiction(PARTICIPANTS, all, parts);
			match (self.valid, self.invalid) {
				(Some(valid), Some(invalid)) if valid.checked_add(invalid) != Some(all) => {
					return Err(wrong(valid.saturating_add(invalid)));
				}
				(Some(_), Some(_)) => {}
				(Some(valid), None) => self.invalid = Some(all.checked_sub(valid).ok_or_else(|| wrong(valid))?),
				(None, Some(invalid)) => {
					// Rows and invalid ballots were added up before.
					self.others = all.checked_sub(listed + invalid).ok_or_else(|| wrong(listed + invalid))?;
				}
				(None, None) => {
					self.invalid = Some(all.checked_sub(listed).ok_or_else(|| wrong(listed))?);
					self.invalid_is_rest = true;
				}
			}
		}
		if listed.checked_add(self.others).and_then(|valid| valid.checked_add(self.invalid.unwrap_or(0))).is_none() {
			return Err(Error::TooManyVotes);
		}
		Ok(self)
	}

	/// The votes that stand in rows of their own.
	fn listed(&self) -> u64 {
		self.party_votes() + self.against_all.unwrap_or(0)
	}

	/// All ballots.
	pub fn participants(&self) -> u64 {
		// `complete` has added all of them up.
		self.listed() + self.others + self.invalid.unwrap_or(0)
	}

	/// Votes for parties only.
	pub fn party_votes(&self) -> u64 {
		self.parties.iter().map(|(_, votes)| votes).sum()
	}

	/// The base that the file suggests, and why.
	pub fn default_base(&self) -> (Base, BaseReason) {
		if self.records(Base::Participants).is_ok() {
			return (Base::Participants, BaseReason::RowsOfParticipants);
		}
		if self.records(Base::PartyVotes).is_ok() {
			return (Base::PartyVotes, BaseReason::RowsOfPartiesOnly);
		}
		(Base::Valid, BaseReason::PartOfValidVotes)
	}

	/// Refuses a base that the file does not record.
	pub fn records(&self, base: Base) -> Result<()> {
		match base {
			Base::Valid | Base::PartyVotes if self.invalid_is_rest && self.invalid != Some(0) => {
				Err(Error::BaseUnknown(BaseFault::ValidityUnknown { base, participants: self.invalid.unwrap_or(0) }))
			}
			Base::Participants if self.against_all.is_none() && self.invalid.is_none() => {
				Err(Error::BaseUnknown(BaseFault::ParticipantsUnknown))
			}
			Base::PartyVotes if self.others > 0 => {
				Err(Error::BaseUnknown(BaseFault::VotesInNoRow { votes: self.others }))
			}
			_ => Ok(()),
		}
	}

	/// What a reader should know about the totals of the file.
	pub fn notes(&self) -> Vec<Note> {
		let mut notes = Vec::new();
		if self.others > 0 {
			notes.push(Note::VotesInNoRow { votes: self.others });
		}
		if let Some(participants) = self.invalid.filter(|rest| self.invalid_is_rest && *rest > 0) {
			notes.push(Note::ParticipantsInNoRow { participants });
		}
		if self.against_all.is_some() && self.invalid.is_none() {
			notes.push(Note::NoInvalidRow);
		}
		notes
	}

	/// Names of the options in the order of the ballot paper; against-all comes last.
	pub fn option_names(&self) -> Vec<&str> {
		let mut names: Vec<&str> = self.parties.iter().map(|(name, _)| name.as_str()).collect();
		match (self.against_all, self.others) {
			(Some(_), _) => names.push(AGAINST_ALL),
			(None, 1..) => names.push(NOT_LISTED),
			(None, 0) => {}
		}
		names
	}

	/// Kinds of the options in the same order. Votes that are not listed are votes for nobody here.
	pub fn option_kinds(&self) -> Vec<OptionKind> {
		let mut kinds = vec![OptionKind::List; self.parties.len()];
		kinds.resize(self.option_names().len(), OptionKind::AgainstAll);
		kinds
	}

	/// Votes of the options in the same order.
	pub fn option_votes(&self) -> Vec<u64> {
		let mut votes: Vec<u64> = self.parties.iter().map(|(_, votes)| *votes).collect();
		votes.resize(self.option_names().len(), self.against_all.unwrap_or(0) + self.others);
		votes
	}

	/// As the rules engine takes them, in one region.
	pub fn votes(&self) -> Result<Votes> {
		let (invalid, registered) = (self.invalid.unwrap_or(0), self.registered.unwrap_or(0));
		let region = RegionVotes { votes: self.option_votes(), invalid, registered };
		Ok(Votes::new(self.option_kinds(), vec![region])?)
	}

	/// The same result of ⌈participants / `scale`⌉ voters, every row by largest remainders.
	pub fn scaled(&self, scale: u64) -> Result<Self> {
		if scale == 0 {
			return Err(Error::ScaleZero);
		}
		if self.others > 0 {
			return Err(Error::NotAllListed);
		}
		let mut rows = self.option_votes();
		rows.extend(self.invalid);
		let voters = self.participants().div_ceil(scale);
		let mut scaled = largest_remainders(&rows, voters).into_iter();
		let parties = self.parties.iter().map(|(name, _)| (name.clone(), scaled.next().unwrap_or(0))).collect();
		let against_all = self.against_all.and_then(|_| scaled.next());
		let invalid = self.invalid.and_then(|_| scaled.next());
		Ok(Self { parties, about: self.about.clone(), against_all, invalid, ..Self::default() })
	}
}
