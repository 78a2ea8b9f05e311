//! Where an election stands, as a reader asks: can this still change?

use dobush_primitives::Phase;

/// The sentence. `counted` says whether the ballots were, before an annulment.
pub fn phase(phase: Phase, counted: bool) -> &'static str {
	match phase {
		Phase::Preparing => "Being prepared: nobody has voted yet.",
		Phase::RollClosed => "The roll is closed; the polls are not open yet.",
		Phase::Voting => "The polls are open: nothing is counted before they close.",
		Phase::Grace => "The polls have closed; ballots on their way are still received.",
		Phase::Tallying => "The ballots are being mixed, decrypted and counted.",
		Phase::Counted => "Counted, and not certified yet: objections may be raised.",
		Phase::Certified => "Certified by the electoral commission.",
		Phase::Annulled if counted => "Annulled: this result has no effect.",
		Phase::Annulled => "Annulled: this election has no effect.",
	}
}
