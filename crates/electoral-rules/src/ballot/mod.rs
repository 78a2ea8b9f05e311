//! Ballots: what a voter's selection is in bytes, in table slots, and in the files of other programs.

#[cfg(feature = "std")]
pub mod blt;
pub mod selection;
pub mod slots;
pub mod table;

#[cfg(test)]
use selection::BallotFormat;

/// One format of each kind.
#[cfg(test)]
const FORMATS: [BallotFormat; 5] = [
	BallotFormat::Single,
	BallotFormat::SingleOrDecline,
	BallotFormat::ListPreferences { places: 6, most: 2 },
	BallotFormat::Approvals { most: 3 },
	BallotFormat::Ranking { most: 3 },
];
