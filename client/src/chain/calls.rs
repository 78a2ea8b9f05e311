//! Every call that somebody sends, by pallet, with its arguments in the order of the pallet: nowhere else are they named.

use crate::chain::Call;
use ballot_crypto::{
	ceremony::{Complaint, Dealing},
	enrolment::batch::Batch,
	envelope::EnvelopeHash,
	equality::Proof,
	shuffle::ProofColumn,
	signature::Signature,
	Ciphertext, Encoded,
};
use dobush_primitives::{
	election::Grounds,
	registry::Enrolment,
	roll::{CosignedEnrolment, OfficeKind, Reason, Terms},
	tally::ListId,
	Ballot, BuiltOn, Calendar, ContestId, Definition, DeniableBallot, ElectionId, Moment, Name, RollId, Subject, Title,
	Trustees, UnitId, VoterId,
};
use parity_scale_codec::{Compact, Encode, Output};
use sp_core::H256;
use sp_runtime::AccountId32;

/// Calls of the SDK's own pallet `System`.
pub mod system {
	use super::*;

	/// Sent by anybody: does nothing; only the bytes of the transaction are kept.
	pub fn remark(remark: &[u8]) -> Call {
		Call::new("System", "remark", remark)
	}
}

/// Calls of the collective that is the commission.
pub mod commission {
	use super::*;
	use sp_runtime::Weight;

	/// Sent by a member: proposes a motion to do a call, which is given by its bytes.
	pub fn propose(threshold: u32, call: &[u8], length: u32) -> Call {
		Call::new("Commission", "propose", (Compact(threshold), Raw(call), Compact(length)))
	}

	/// Sent by a member: votes on a motion.
	pub fn vote(motion: H256, index: u32, approve: bool) -> Call {
		Call::new("Commission", "vote", (motion, Compact(index), approve))
	}

	/// Sent by a member: closes a motion that has its votes, and does what it proposes.
	pub fn close(motion: H256, index: u32, bound: Weight, length: u32) -> Call {
		Call::new("Commission", "close", (motion, Compact(index), bound, Compact(length)))
	}
}

/// Calls about upgrades of the runtime.
pub mod upgrades {
	use super::*;

	/// Sent by the commission: allows everybody to set a runtime with this hash.
	pub fn authorize(code_hash: H256) -> Call {
		Call::new("Upgrades", "authorize", code_hash)
	}
}

/// Calls about rolls, and enrolling on direct ones.
pub mod voter_registry {
	use super::*;

	/// Sent by the commission: creates a roll with a number of units.
	pub fn create_roll(name: &Name, units: u16) -> Call {
		Call::new("VoterRegistry", "create_roll", (name, units))
	}

	/// Sent by the commission: appoints a desk, which may fill a roll.
	pub fn appoint_desk(roll: RollId, desk: &AccountId32) -> Call {
		Call::new("VoterRegistry", "appoint_desk", (roll, desk))
	}

	/// Sent by the commission: dismisses a desk, which may fill its roll no more.
	pub fn dismiss_desk(roll: RollId, desk: &AccountId32) -> Call {
		Call::new("VoterRegistry", "dismiss_desk", (roll, desk))
	}

	/// Sent by a desk: puts voters on a direct roll.
	pub fn enrol(roll: RollId, voters: &[Enrolment]) -> Call {
		Call::new("VoterRegistry", "enrol", (roll, voters))
	}

	/// Sent by a desk: gives a voter of a direct roll another credential.
	pub fn replace_credential(roll: RollId, voter: VoterId, credential: &AccountId32) -> Call {
		Call::new("VoterRegistry", "replace_credential", (roll, voter, credential))
	}

	/// Sent by a desk: strikes a voter off a direct roll.
	pub fn strike_off(roll: RollId, voter: VoterId, reason: Reason) -> Call {
		Call::new("VoterRegistry", "strike_off", (roll, voter, reason))
	}
}

/// Calls about deniable rolls.
pub mod deniable_roll {
	use super::*;

	/// Sent by the commission: makes a roll deniable, under these terms.
	pub fn open(roll: RollId, terms: &Terms) -> Call {
		Call::new("DeniableRoll", "open", (roll, terms))
	}

	/// Sent by the commission: appoints an account to an office of a roll.
	pub fn appoint(roll: RollId, role: OfficeKind, account: &AccountId32) -> Call {
		Call::new("DeniableRoll", "appoint", (roll, role, account))
	}

	/// Sent by the commission: dismisses an account from an office of a roll.
	pub fn dismiss(roll: RollId, role: OfficeKind, account: &AccountId32) -> Call {
		Call::new("DeniableRoll", "dismiss", (roll, role, account))
	}

	/// Sent by a printer: registers a page of a booth's envelopes by their hashes.
	pub fn register_envelopes(roll: RollId, booth: &AccountId32, envelopes: &[EnvelopeHash]) -> Call {
		Call::new("DeniableRoll", "register_envelopes", (roll, booth, envelopes))
	}

	/// Sent by a booth: announces its next batch in a unit by a commitment, with the number of visits that ended without papers.
	pub fn announce_batch(roll: RollId, unit: UnitId, commitment: [u8; 32], aborted_sessions: u32) -> Call {
		Call::new("DeniableRoll", "announce_batch", (roll, unit, commitment, aborted_sessions))
	}

	/// Sent by a booth: activates the batch that it announced, whose keys may vote from then on.
	pub fn activate(roll: RollId, unit: UnitId, built_on: BuiltOn, batch: &Batch) -> Call {
		Call::new("DeniableRoll", "activate", (roll, unit, built_on, batch))
	}

	/// Sent by a desk: puts voters of a unit on a deniable roll.
	pub fn enrol(roll: RollId, unit: UnitId, enrolments: &[CosignedEnrolment]) -> Call {
		Call::new("DeniableRoll", "enrol", (roll, unit, enrolments))
	}

	/// Sent by a desk: strikes a voter off a deniable roll.
	pub fn strike_off(roll: RollId, voter: VoterId, reason: Reason) -> Call {
		Call::new("DeniableRoll", "strike_off", (roll, voter, reason))
	}
}

/// Calls about elections from their announcement to their certificate. The commission sends them.
pub mod elections {
	use super::*;

	/// Announces an election.
	pub fn announce(definition: &Definition<AccountId32>) -> Call {
		Call::new("Elections", "announce", definition)
	}

	/// Announces the second round of an election that needs one.
	pub fn announce_second_round(first: ElectionId, title: &Title, calendar: Calendar) -> Call {
		Call::new("Elections", "announce_second_round", (first, title, calendar))
	}

	/// Moves moments of the calendar that have not come yet to later ones.
	pub fn postpone(
		election: ElectionId,
		roll_closes_at: Moment,
		polls_open_at: Moment,
		polls_close_at: Moment,
	) -> Call {
		Call::new("Elections", "postpone", (election, roll_closes_at, polls_open_at, polls_close_at))
	}

	/// Closes the polls before their time.
	pub fn close_polls(election: ElectionId) -> Call {
		Call::new("Elections", "close_polls", election)
	}

	/// Certifies the result with this digest.
	pub fn certify(election: ElectionId, digest: [u8; 32]) -> Call {
		Call::new("Elections", "certify", (election, digest))
	}

	/// Annuls the election, for a reason that everybody can read.
	pub fn annul(election: ElectionId, reason: &Grounds) -> Call {
		Call::new("Elections", "annul", (election, reason))
	}
}

/// Calls of key ceremonies.
pub mod trustees {
	use super::*;

	/// The first arguments of a trustee's message: its ceremony, the attempt, and the block that it is built on.
	pub type Header = (Subject, u16, BuiltOn);

	/// Sent by the commission: begins the ceremony for the first key of a roll. Each stage may take `step_deadline` milliseconds.
	pub fn begin_roll_key(roll: RollId, trustees: &Trustees<AccountId32>, step_deadline: Moment) -> Call {
		Call::new("Trustees", "begin_roll_key", (roll, trustees, step_deadline))
	}

	/// Sent by the commission: begins the ceremony in which a roll's key is handed over to other trustees.
	pub fn reshare_roll_key(roll: RollId, trustees: &Trustees<AccountId32>, step_deadline: Moment) -> Call {
		Call::new("Trustees", "reshare_roll_key", (roll, trustees, step_deadline))
	}

	/// Sent by the commission: ends a ceremony of a roll that makes no progress.
	pub fn abandon_roll_key(roll: RollId) -> Call {
		Call::new("Trustees", "abandon_roll_key", roll)
	}

	/// Sent by a trustee: posts a key to receive shares with, and a proof that it knows the secret.
	pub fn join(header: Header, key: Encoded, proof: Signature) -> Call {
		Call::new("Trustees", "join", (header, key, proof))
	}

	/// Sent by a trustee: posts the commitment to its dealing.
	pub fn commit(header: Header, commitment: [u8; 32]) -> Call {
		Call::new("Trustees", "commit", (header, commitment))
	}

	/// Sent by a trustee: posts the dealing that it committed to.
	pub fn reveal(header: Header, dealing: &Dealing) -> Call {
		Call::new("Trustees", "reveal", (header, dealing))
	}

	/// Sent by a trustee: proves that a dealing holds no good share for it.
	pub fn complain(header: Header, complaint: &Complaint) -> Call {
		Call::new("Trustees", "complain", (header, complaint))
	}

	/// Sent by a trustee: confirms that all shares have come.
	pub fn accept(header: Header) -> Call {
		Call::new("Trustees", "accept", header)
	}
}

/// Calls that put ballots into the box.
pub mod ballot_box {
	use super::*;

	/// Sent by a voter: casts a direct ballot, which replaces an earlier one.
	pub fn cast(election: ElectionId, ballot: &Ballot) -> Call {
		Call::new("BallotBox", "cast", (election, ballot))
	}

	/// Sent by a credential, whether it counts or not: casts a deniable ballot, which replaces an earlier one.
	pub fn cast_deniable(election: ElectionId, ballot: &DeniableBallot) -> Call {
		Call::new("BallotBox", "cast_deniable", (election, ballot))
	}
}

/// Calls of the tally.
pub mod tally {
	use super::*;

	/// Sent by a mixer: uploads a page of the mixed list.
	pub fn upload_mix_page(list: ListId, attempt: u16, page: u32, ciphertexts: &[Ciphertext]) -> Call {
		Call::new("Tally", "upload_mix_page", (list, attempt, page, ciphertexts))
	}

	/// Sent by a mixer: uploads the head of the proof, encoded.
	pub fn upload_mix_head(list: ListId, attempt: u16, head: &[u8]) -> Call {
		Call::new("Tally", "upload_mix_head", (list, attempt, head))
	}

	/// Sent by a mixer: uploads a page of the columns of the proof.
	pub fn upload_mix_columns(list: ListId, attempt: u16, page: u32, columns: &[ProofColumn]) -> Call {
		Call::new("Tally", "upload_mix_columns", (list, attempt, page, columns))
	}

	/// Sent by a mixer: says that the upload is whole and can be verified.
	pub fn close_upload(list: ListId, attempt: u16, built_on: BuiltOn) -> Call {
		Call::new("Tally", "close_upload", (list, attempt, built_on))
	}

	/// Sent by a trustee: uploads a page of shares that decrypt votes or open tags.
	pub fn upload_shares(
		list: ListId,
		attempt: u16,
		page: u32,
		shares: &[Encoded],
		proof: &Proof,
		built_on: BuiltOn,
	) -> Call {
		Call::new("Tally", "upload_shares", (list, attempt, page, shares, proof, built_on))
	}

	/// Sent by a trustee: uploads a page of shares of encrypted tags.
	pub fn upload_tag_shares(
		list: ListId,
		attempt: u16,
		page: u32,
		shares: &[Ciphertext],
		proof: &Proof,
		built_on: BuiltOn,
	) -> Call {
		Call::new("Tally", "upload_tag_shares", (list, attempt, page, shares, proof, built_on))
	}

	/// Sent by the commission: enters the lot that was drawn for a contest.
	pub fn record_lot(election: ElectionId, contest: ContestId, seed: [u8; 32]) -> Call {
		Call::new("Tally", "record_lot", (election, contest, seed))
	}

	/// Sent by the commission: says that a member of a list has left; the next of the list follows. `lot` is given if one must be
	/// drawn.
	pub fn fill_vacancy(
		election: ElectionId,
		contest: ContestId,
		list: u16,
		leaving: u16,
		lot: Option<[u8; 32]>,
	) -> Call {
		Call::new("Tally", "fill_vacancy", (election, contest, list, leaving, lot))
	}
}

/// An argument that is encoded already.
struct Raw<'a>(&'a [u8]);

impl Encode for Raw<'_> {
	fn encode_to<T: Output + ?Sized>(&self, to: &mut T) {
		to.write(self.0);
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn raw_bytes_have_no_prefix() {
		assert_eq!(commission::propose(2, &[7, 8], 2).arguments(), [8, 7, 8, 8]);
	}
}
