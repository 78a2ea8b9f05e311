//! Whether a trustee has its share of the key that a ceremony makes.

use dobush_primitives::{ceremony::CeremonyStage, Ceremony, TrusteeIndex};

/// What has become of a trustee's share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShareStanding {
	/// The key is made, and the trustee holds a share of it.
	Held,
	/// The key is not made yet; the trustee is to have a share.
	NotYet,
	/// The trustee did not join while the ceremony asked it to: there is no share for it.
	NotJoined,
	/// The trustee complained about a good dealing and lost its share.
	ComplainedFalsely,
	/// The ceremony has failed: there are no shares.
	NoKey,
}

impl ShareStanding {
	/// The standing of the trustee with this number. Protocol A4.7.
	pub fn of<AccountId>(ceremony: &Ceremony<AccountId>, trustee: TrusteeIndex) -> Self {
		match ceremony.stage {
			CeremonyStage::Failed(_) => Self::NoKey,
			_ if ceremony.false_complainers.contains(trustee) => Self::ComplainedFalsely,
			CeremonyStage::Joining => Self::NotYet,
			_ if !ceremony.joined.contains(trustee) => Self::NotJoined,
			CeremonyStage::Finished => Self::Held,
			_ => Self::NotYet,
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use dobush_primitives::{ceremony::CeremonyFailure, TrusteeSet, Trustees};

	fn ceremony(stage: CeremonyStage) -> Ceremony<u8> {
		let of = |numbers: &[u16]| numbers.iter().fold(TrusteeSet(0), |set, j| set.with(TrusteeIndex(*j)));
		Ceremony {
			trustees: Trustees { members: vec![1, 2, 3].try_into().expect("few"), threshold: 2 },
			keys: 1,
			handover: None,
			number: 0,
			attempt: 0,
			stage,
			stage_began_in: 0,
			stage_ends: 0,
			step_deadline: 0,
			joined: of(&[1, 2]),
			committed: of(&[1, 2]),
			revealed: of(&[1, 2]),
			accepted: of(&[1]),
			bad_dealers: of(&[]),
			false_complainers: of(&[2]),
			ended: false,
		}
	}

	#[test]
	fn an_absent_trustee_does_not_look_like_one_with_a_share() {
		let standings = |stage| [1, 2, 3].map(|j| ShareStanding::of(&ceremony(stage), TrusteeIndex(j)));
		use ShareStanding::*;
		assert_eq!(standings(CeremonyStage::Finished), [Held, ComplainedFalsely, NotJoined]);
		assert_eq!(standings(CeremonyStage::Complaining), [NotYet, ComplainedFalsely, NotJoined]);
		assert_eq!(standings(CeremonyStage::Joining), [NotYet, ComplainedFalsely, NotYet]);
		assert_eq!(standings(CeremonyStage::Failed(CeremonyFailure::TooFewJoined)), [NoKey; 3]);
	}
}
