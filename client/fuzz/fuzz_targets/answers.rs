//! Values of the chain as a node answers them, in SCALE: refused or decoded, and what was decoded can be shown.
#![no_main]

use ballot_crypto::ceremony::{Dealing, KeySet};
use dobush_client::{
	ballot::Paper,
	chain::types::{
		BallotCast, Cast, Ceremony, Count, Credential, Duty, ElectionEntry, ElectionStatus, ListStatus, MotionVotes,
		Proposed, Roll, TallyStatus, UnitBox,
	},
};
use dobush_primitives::{Ballot, Definition, ElectionId, UnitId};
use electoral_rules::{BallotFormat, Outcome};
use libfuzzer_sys::fuzz_target;
use parity_scale_codec::DecodeAll;
use sp_runtime::AccountId32;

fn read<T: DecodeAll>(bytes: &[u8]) -> Option<T> {
	T::decode_all(&mut &bytes[..]).ok()
}

fuzz_target!(|bytes: &[u8]| {
	let Some((kind, bytes)) = bytes.split_first() else { return };
	match kind % 19 {
		0 => drop(read::<ElectionStatus>(bytes)),
		1 => drop(read::<Vec<ElectionEntry>>(bytes)),
		2 => drop(read::<Roll>(bytes)),
		3 => drop(read::<Credential>(bytes)),
		4 => {
			if let Some(ceremony) = read::<Ceremony>(bytes) {
				let _ = (ceremony.index_of(&AccountId32::new([1; 32])), ceremony.dealers().count());
				let _ = (ceremony.joined.count(), ceremony.joined.iter().count());
			}
		}
		5 => drop(read::<Cast>(bytes)),
		6 => drop(read::<UnitBox>(bytes)),
		7 => drop(read::<BallotCast>(bytes)),
		8 => drop(read::<TallyStatus>(bytes)),
		9 => drop(read::<Vec<ListStatus>>(bytes)),
		10 => drop(read::<Vec<Duty>>(bytes)),
		11 => drop(read::<Count>(bytes)),
		12 => drop(read::<Proposed>(bytes)),
		13 => drop(read::<MotionVotes>(bytes)),
		14 => drop(read::<KeySet>(bytes)),
		15 => drop(read::<Dealing>(bytes)),
		16 => drop(read::<Ballot>(bytes)),
		17 => {
			if let Some(outcome) = read::<Outcome>(bytes) {
				// A node may name options that are not there.
				let names = ["Alpha", "Beta"];
				outcome.working.iter().for_each(|step| drop(step.describe(&names)));
				drop(outcome.verdict.describe(&names));
			}
		}
		_ => {
			let Some(definition) = read::<Definition<AccountId32>>(bytes) else { return };
			// Tables of other formats may have 65 536 rows, which is slow to ask often.
			let small = |format: &BallotFormat| matches!(format, BallotFormat::Single | BallotFormat::SingleOrDecline);
			if definition.contests.iter().all(|contest| small(&contest.format)) {
				let key = ballot_crypto::Encoded([0; 32]);
				if let Ok(paper) = Paper::new([1; 32], ElectionId(0), UnitId(0), key, &definition) {
					let _ = paper.seal([2; 32], &[dobush_client::ballot::Choice::Option(0)]);
				}
			}
		}
	}
});
