//! What went wrong with a booth, in one sentence, and what to do next.

use crate::catalogue::{tell, Told};
use dobush_client::booth::BoothError;
use dobush_primitives::roll::MAX_BATCH_KEYS;
use election_files::definition::local_moment;

pub(super) fn booth(error: &BoothError) -> Told {
	match error {
		BoothError::NoUnit { roll, unit, units } => tell!(
			"booth-no-unit",
			roll = roll.to_string(),
			unit = unit.to_string(),
			last = units.saturating_sub(1).to_string()
		),
		BoothError::VisitsExhausted => tell!("booth-visits-exhausted"),
		BoothError::BatchFull => tell!("booth-batch-full", most = MAX_BATCH_KEYS),
		BoothError::TooManyDecoys { waiting, most_decoys } => {
			tell!("booth-too-many-decoys", most = MAX_BATCH_KEYS, waiting = *waiting, decoys = most_decoys.to_string())
		}
		BoothError::BatchSize { size, least_keys } => {
			tell!("booth-batch-size", size = *size, least = *least_keys, most = MAX_BATCH_KEYS)
		}
		BoothError::BatchTooSmall { keys, size } => tell!("booth-batch-too-small", keys = *keys, size = *size),
		BoothError::Unproven { error } => tell!("booth-unproven", error = error.to_string()),
		BoothError::NothingWaits => tell!("booth-nothing-waits"),
		BoothError::TooFewDecoys { unit, usable, election, needed } => tell!(
			"booth-too-few-decoys",
			unit = unit.to_string(),
			usable = *usable,
			election = election.to_string(),
			needed = *needed
		),
		BoothError::PollsNotOpen { election, opens_at, utc_offset } => {
			tell!(
				"booth-polls-not-open",
				election = election.to_string(),
				moment = local_moment(*opens_at, *utc_offset)
			)
		}
		BoothError::PollsOver { election } => tell!("booth-polls-over", election = election.to_string()),
		BoothError::ServedNobody { roll } => tell!("booth-served-nobody", roll = roll.to_string()),
	}
}
