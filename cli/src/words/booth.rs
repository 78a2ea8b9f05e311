//! What went wrong with a booth, in one sentence, and what to do next.

use dobush_client::booth::BoothError;
use dobush_primitives::roll::MAX_BATCH_KEYS;
use election_files::definition::local_moment;

pub(super) fn booth(error: &BoothError) -> (String, Option<String>) {
	(sentence(error), hint(error))
}

fn sentence(error: &BoothError) -> String {
	match error {
		BoothError::NoUnit { roll, unit, .. } => format!("roll {roll} has no unit {unit}"),
		BoothError::VisitsExhausted => "this booth has counted all visits it can".to_owned(),
		BoothError::BatchFull => format!("a batch has at most {MAX_BATCH_KEYS} keys"),
		BoothError::TooManyDecoys { waiting, .. } => {
			format!("a batch has at most {MAX_BATCH_KEYS} keys, and {waiting} wait already")
		}
		BoothError::BatchSize { size, .. } => format!("a batch of this roll cannot be filled to {size} keys"),
		BoothError::BatchTooSmall { keys, size } => {
			format!("{keys} keys do not fit into a batch of {size}, decoys among them")
		}
		BoothError::Unproven { error } => format!("the batch cannot be proven: {error}"),
		BoothError::NothingWaits => "nothing waits for a batch".to_owned(),
		BoothError::TooFewDecoys { unit, usable, election, needed } => format!(
			"unit {unit} has {usable} decoys that may cast in election {election}; {needed} are needed, \
			 so that any number of them may cast"
		),
		BoothError::PollsNotOpen { election, .. } => format!("the polls of election {election} are not open"),
		BoothError::PollsOver { election } => format!("the polls of election {election} are over"),
		BoothError::ServedNobody { roll } => format!("this booth has served nobody on roll {roll}"),
	}
}

fn hint(error: &BoothError) -> Option<String> {
	Some(match error {
		BoothError::NoUnit { units, .. } => format!("its units are 0 to {}", units.saturating_sub(1)),
		BoothError::BatchFull => "activate it first".to_owned(),
		BoothError::TooManyDecoys { most_decoys, .. } => format!("--decoys {most_decoys} at most"),
		BoothError::BatchSize { least_keys, .. } => format!("it has {least_keys} to {MAX_BATCH_KEYS}"),
		BoothError::BatchTooSmall { .. } => {
			"fill to more, and say so to the booths of this unit: batches of one size are alike".to_owned()
		}
		BoothError::TooFewDecoys { .. } => {
			"add decoys to batches with `dobush booth batch --decoys` before a roll closes; without them this unit has \
			 no cover in this election: tell the commission"
				.to_owned()
		}
		BoothError::PollsNotOpen { opens_at, utc_offset, .. } => {
			format!("start it when they open, {}", local_moment(*opens_at, *utc_offset))
		}
		BoothError::PollsOver { .. } => {
			"decoys that have not begun to cast give no cover in this election; tell the commission".to_owned()
		}
		BoothError::ServedNobody { .. } => "decoys are made with `dobush booth batch --decoys`".to_owned(),
		BoothError::VisitsExhausted | BoothError::Unproven { .. } | BoothError::NothingWaits => return None,
	})
}
