//! Calls that must be refused, each made of an honest one that is owed at this moment, with the error that is due.

use crate::{chain::Chain, plan::below};
use ballot_crypto::{Ciphertext, Encoded, EncodedScalar, Scalar, BASE_POINT};
use dobush_primitives::BuiltOn;
use dobush_runtime::{Runtime, RuntimeCall};
use rand_chacha::ChaCha20Rng;
use sp_core::H256;

/// A block that no chain has.
const NOWHERE: H256 = H256([0xee; 32]);

/// Alters a call. Gives the names of the errors of which one is due; none where there is nothing to alter.
pub fn spoil(call: &mut RuntimeCall, chain: &Chain, rng: &mut ChaCha20Rng) -> Option<&'static [&'static str]> {
	match call {
		RuntimeCall::Trustees(call) => spoil_ceremony(call, chain, rng),
		RuntimeCall::Tally(call) => spoil_tally(call, rng),
		_ => None,
	}
}

fn spoil_ceremony(
	call: &mut pallet_trustees::Call<Runtime>,
	chain: &Chain,
	rng: &mut ChaCha20Rng,
) -> Option<&'static [&'static str]> {
	use pallet_trustees::Call;
	// What every message of a ceremony has.
	if let Call::join { attempt, built_on, .. }
	| Call::commit { attempt, built_on, .. }
	| Call::reveal { attempt, built_on, .. }
	| Call::complain { attempt, built_on, .. }
	| Call::accept { attempt, built_on, .. } = call
	{
		match below(rng, 6) {
			0 => {
				*attempt += 1;
				return Some(&["WrongAttempt"]);
			}
			1 => {
				built_on.hash = NOWHERE;
				return Some(&["UnknownBlock"]);
			}
			2 => {
				// The announcement itself came after the first block.
				*built_on = chain.block_number(1);
				return Some(&["BuiltTooEarly"]);
			}
			_ => (),
		}
	}
	match call {
		Call::join { proof, .. } => {
			proof.0[5] ^= 1;
			Some(&["RecipientKeyRejected"])
		}
		Call::commit { .. } | Call::accept { .. } => None,
		Call::reveal { dealing, .. } => {
			match below(rng, 3) {
				0 => dealing.ephemeral = Encoded::from(&BASE_POINT),
				1 => dealing.keys[0].shares[0] = EncodedScalar::from(&Scalar::ONE),
				_ => dealing.keys[0].points.reverse(),
			}
			Some(&["OtherDealing"])
		}
		Call::complain { complaint, .. } => match below(rng, 2) {
			0 => {
				complaint.proof.s = EncodedScalar::from(&Scalar::ONE);
				Some(&["ComplaintRejected"])
			}
			_ => {
				complaint.holder += 1;
				Some(&["NotYourComplaint"])
			}
		},
		_ => None,
	}
}

fn spoil_tally(call: &mut pallet_tally::Call<Runtime>, rng: &mut ChaCha20Rng) -> Option<&'static [&'static str]> {
	use pallet_tally::Call;
	if let Call::upload_mix_page { attempt, .. }
	| Call::upload_mix_head { attempt, .. }
	| Call::upload_mix_columns { attempt, .. }
	| Call::close_upload { attempt, .. }
	| Call::upload_tag_shares { attempt, .. }
	| Call::upload_shares { attempt, .. } = call
	{
		if below(rng, 6) == 0 {
			*attempt += 1;
			return Some(&["WrongAttempt"]);
		}
	}
	match call {
		Call::upload_mix_page { page, ciphertexts, list, .. } => match below(rng, 4) {
			0 => {
				*page += 1;
				Some(&["PageBeyondTheEnd"])
			}
			1 => {
				ciphertexts.pop();
				Some(&["PageOfWrongLength"])
			}
			2 => {
				let first = *ciphertexts.first()?;
				// More than a page can hold.
				while ciphertexts.try_push(first).is_ok() {}
				Some(&["PageOfWrongLength"])
			}
			_ => {
				list.unit.0 += 1_000;
				Some(&["UnknownList"])
			}
		},
		Call::upload_mix_head { head, .. } => {
			match below(rng, 3) {
				0 => head.truncate(head.len() / 2),
				1 => *head = Vec::new().try_into().ok()?,
				// The first commitment: no element begins with so many ones.
				_ => head.iter_mut().skip(1).take(32).for_each(|byte| *byte = 0xff),
			}
			Some(&["HeadMalformed"])
		}
		Call::upload_mix_columns { page, columns, .. } => match below(rng, 2) {
			0 => {
				*page += 1;
				Some(&["PageBeyondTheEnd"])
			}
			_ => {
				columns.pop();
				Some(&["PageOfWrongLength"])
			}
		},
		// Sent before what is missing of the upload.
		Call::close_upload { built_on, .. } => {
			built_on.hash = NOWHERE;
			Some(&["UploadIncomplete", "NotOnThisChain"])
		}
		Call::upload_shares { page, shares, proof, built_on, .. } => match below(rng, 6) {
			0 => {
				*page += 1;
				Some(&["PageBeyondTheEnd"])
			}
			1 => {
				shares.pop();
				Some(&["PageOfWrongLength"])
			}
			2 => {
				*built_on = BuiltOn { hash: NOWHERE, ..*built_on };
				Some(&["NotOnThisChain"])
			}
			3 => {
				proof.s = EncodedScalar::from(&Scalar::ONE);
				Some(&["ShareProofRejected"])
			}
			4 => {
				shares[0] = Encoded([0xff; 32]);
				Some(&["ShareProofRejected"])
			}
			_ => {
				shares[0] = Encoded::from(&BASE_POINT);
				Some(&["ShareProofRejected"])
			}
		},
		Call::upload_tag_shares { page, shares, proof, built_on, .. } => match below(rng, 6) {
			0 => {
				*page += 1;
				Some(&["PageBeyondTheEnd"])
			}
			1 => {
				shares.pop();
				Some(&["PageOfWrongLength"])
			}
			2 => {
				*built_on = BuiltOn { hash: NOWHERE, ..*built_on };
				Some(&["NotOnThisChain"])
			}
			3 => {
				proof.s = EncodedScalar::from(&Scalar::ONE);
				Some(&["TagProofRejected"])
			}
			4 => {
				// The halves of a share in each other's place.
				let share = *shares.first()?;
				shares[0] = Ciphertext { c1: share.c2, c2: share.c1 };
				Some(&["TagProofRejected"])
			}
			_ => {
				shares[0].c2 = Encoded::from(&BASE_POINT);
				Some(&["TagProofRejected"])
			}
		},
		_ => None,
	}
}

/// The errors of which one is due when somebody else sends what is owed, or when it is sent a second time.
pub fn stolen(call: &RuntimeCall) -> &'static [&'static str] {
	match call {
		RuntimeCall::Tally(pallet_tally::Call::upload_shares { .. }) => {
			&["ShareProofRejected", "NotInThePanel", "NotATrustee", "PageRepeated"]
		}
		RuntimeCall::Tally(pallet_tally::Call::upload_tag_shares { .. }) => {
			&["TagProofRejected", "NotInThePanel", "NotATrustee", "PageRepeated"]
		}
		RuntimeCall::Tally(_) => &["NotYourTurn", "NotATrustee"],
		_ => &[],
	}
}

/// The errors of which one is due when something is sent twice.
pub fn repeated(call: &RuntimeCall) -> &'static [&'static str] {
	use pallet_tally::Call as Tally;
	use pallet_trustees::Call as Trustees;
	match call {
		RuntimeCall::Trustees(Trustees::join { .. }) => &["AlreadyJoined", "WrongStage"],
		RuntimeCall::Trustees(Trustees::commit { .. }) => &["AlreadyCommitted", "WrongStage"],
		RuntimeCall::Trustees(Trustees::reveal { .. }) => &["AlreadyRevealed", "WrongStage"],
		RuntimeCall::Trustees(Trustees::accept { .. }) => &["AlreadyAccepted", "WrongStage"],
		RuntimeCall::Trustees(_) => &["NotADealer", "ComplainedFalsely"],
		// The first message of an upload, after its last one.
		RuntimeCall::Tally(Tally::upload_mix_page { .. } | Tally::upload_mix_head { .. }) => &["NotMixing"],
		RuntimeCall::Tally(Tally::upload_mix_columns { .. } | Tally::close_upload { .. }) => &["NotMixing"],
		RuntimeCall::Tally(Tally::upload_tag_shares { .. }) => &["PageRepeated", "NotTagging"],
		RuntimeCall::Tally(_) => &["PageRepeated", "NotDecrypting"],
		_ => &[],
	}
}
