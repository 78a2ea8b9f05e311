//! What a reader should know about a file that was read without an error, as data; the words are the caller's.

/// A note about a votes file or ballot file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
	/// A note about one region.
	InRegion {
		/// The name of the region.
		region: String,
		/// The note.
		note: Box<Note>,
	},
	/// Valid votes are in the totals and in no row: they win nothing.
	VotesInNoRow {
		/// How many votes.
		votes: u64,
	},
	/// Participants are in no other row: they count as participants only.
	ParticipantsInNoRow {
		/// How many participants.
		participants: u64,
	},
	/// The file has no row INVALID: no ballot is taken as invalid.
	NoInvalidRow,
	/// Ballots are invalid because they name nobody, somebody twice or too many.
	InvalidBallots {
		/// How many ballots.
		ballots: u64,
		/// The line of the first.
		first_line: u64,
	},
	/// The file has no regions: the regional threshold is taken of the whole.
	RegionalThresholdOfWhole,
}
