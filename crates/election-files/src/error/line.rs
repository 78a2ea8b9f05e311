//! What can be wrong with a line of a votes file or ballot file.

/// A column whose cell cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
	/// Names of lists or candidates.
	Party,
	/// Names of regions.
	Region,
	/// Numbers of votes.
	Votes,
	/// Numbers of equal ballots.
	Ballots,
	/// Seats won in districts.
	DirectSeats,
}

/// What is wrong with a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LineFault {
	/// The line is no CSV.
	Csv {
		/// What the reader says.
		reason: String,
	},
	/// A quotation mark is not closed.
	OpenQuotationMark,
	/// The line is not as the BLT format has it.
	Blt {
		/// What the reader says.
		reason: String,
	},

	/// A votes file without a header.
	HeaderMissing,
	/// A header that does not name the columns of names and votes.
	UnknownHeader {
		/// The cells that were found, joined by commas.
		found: String,
	},
	/// More or fewer cells than the first line has.
	ColumnCount {
		/// How many cells the line has.
		found: usize,
		/// How many it should have.
		expected: usize,
	},
	/// A cell that holds a name is empty.
	NoName {
		/// Which.
		column: Column,
	},
	/// A cell holds no whole number.
	NoNumber {
		/// Which.
		column: Column,
		/// The text that was found.
		found: String,
	},
	/// A sex is neither woman nor man.
	UnknownSex {
		/// The text that was found.
		found: String,
	},
	/// A name, or a row of totals, appears a second time.
	SecondRow {
		/// The name.
		name: String,
	},
	/// All numbers of a column do not fit into 64 bits.
	TooMany {
		/// Which.
		column: Column,
	},
	/// More parties than a ballot paper can number.
	TooManyParties,
	/// A votes file without a party.
	NoParty,

	/// An empty ballot file.
	Empty,
	/// A ballot file without a ballot.
	NoBallot,
	/// A ballot stands where the header of a ballot file should be.
	BallotsHeaderMissing,
	/// A choice is empty and a later one is not.
	EmptyChoice,
	/// A word such as `INVALID` stands beside choices.
	NotAlone {
		/// The word.
		word: &'static str,
	},
	/// The number of registered voters is given a second time.
	SecondRegistered,
	/// A voter declined a contest that cannot be declined.
	CannotDecline,
	/// A choice is no option of the contest.
	NotStanding {
		/// The choice.
		choice: String,
	},
	/// A preference is neither a candidate of the list nor a number of one.
	NotOnList {
		/// The choice.
		choice: String,
	},
}
