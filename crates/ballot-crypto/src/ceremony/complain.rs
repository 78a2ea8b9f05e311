//! Complaints of verifiable secret sharing: a recipient opens the one Diffie–Hellman secret that it shares with a
//! dealer, and everybody judges. Protocol A4; the proof is Chaum and Pedersen's, 1992 ([`crate::equality::Dleq`]).
//!
//! Shows `S = q·Eph` with `PK = q·B`, so the share that S unmasks is the one that was sent. A complaint publishes
//! f_d(j) and nothing else, because Eph and PK are used once and knowledge of their secrets was shown.

use super::{
	deal::{open_share, open_with, Dealing},
	place::CeremonyPlace,
	recipient::RecipientSecret,
	setup::Ceremony,
};
use crate::{
	equality::{Dleq, Proof, Rejected},
	Context, Element, Encoded, Transcript,
};
use core::fmt;
use parity_scale_codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use rand_core::{CryptoRng, RngCore};
use scale_info::TypeInfo;

/// What a recipient publishes about a dealer. SCALE: the fields in this order, 132 bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Complaint {
	/// The number of the dealer complained about.
	pub dealer: u16,
	/// The number of the recipient who complains.
	pub holder: u16,
	/// `S = q·Eph`, the secret that the two share.
	pub shared: Encoded,
	/// That the logarithm of `PK` to B is that of `S` to `Eph`.
	pub proof: Proof,
}

/// Who leaves the ceremony.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum ComplaintVerdict {
	/// At least one share was bad: the dealer leaves.
	DealerOut,
	/// All shares were good: the complaint was false, and the recipient leaves.
	RecipientOut,
}

/// All shares are good, or the dealing has a malformed key: a complaint would exclude whoever makes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NothingToComplainAbout;

impl fmt::Display for NothingToComplainAbout {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str("this dealer's shares are good; a complaint would exclude you")
	}
}

impl core::error::Error for NothingToComplainAbout {}

impl CeremonyPlace {
	/// Where the proof of a complaint belongs.
	pub(super) fn complaint_transcript(&self, dealer: u16, holder: u16) -> Transcript {
		let context =
			Context { genesis: self.genesis, election: 0, unit: 0, contest: 0, step: 0, prover: holder, attempt: 0 };
		Transcript::new("dobush/v1/ceremony/complaint", &context)
			.with("ceremony", &self.ceremony)
			.with("dealer", &dealer)
			.with("holder", &holder)
	}
}

/// The equality that a complaint shows; `None` if a key is no element.
fn statement(ceremony: &Ceremony, dealing: &Dealing, complaint: &Complaint) -> Option<Dleq> {
	let Complaint { dealer, holder, shared, proof: _ } = complaint;
	let (_, recipient) = ceremony.recipient(*holder)?;
	Some(Dleq {
		place: ceremony.place.complaint_transcript(*dealer, *holder),
		key: recipient.key.element().ok()?,
		base: dealing.ephemeral.element().ok()?,
		image: shared.element().ok()?,
	})
}

/// Makes the complaint about a dealing that has passed [`super::verify_reveal`] and has a bad share for this recipient.
pub fn complain(
	ceremony: &Ceremony,
	dealer: u16,
	dealing: &Dealing,
	recipient: &RecipientSecret,
	rng: &mut (impl RngCore + CryptoRng),
) -> Result<Complaint, NothingToComplainAbout> {
	if open_share(ceremony, dealer, dealing, recipient).is_some() {
		return Err(NothingToComplainAbout);
	}
	complain_anyway(ceremony, dealer, dealing, recipient, rng).ok_or(NothingToComplainAbout)
}

pub(super) fn complain_anyway(
	ceremony: &Ceremony,
	dealer: u16,
	dealing: &Dealing,
	recipient: &RecipientSecret,
	rng: &mut (impl RngCore + CryptoRng),
) -> Option<Complaint> {
	let ephemeral: Element = dealing.ephemeral.element().ok()?;
	let shared = Encoded::from(&(ephemeral.point() * recipient.secret.scalar()));
	let no_proof = Proof { e: Default::default(), s: Default::default() };
	let complaint = Complaint { dealer, holder: recipient.index, shared, proof: no_proof };
	let proof = statement(ceremony, dealing, &complaint)?.prove(&recipient.secret, rng);
	Some(Complaint { proof, ..complaint })
}

/// Judges a complaint about a dealing that has passed [`super::verify_reveal`].
///
/// An error says that it is no complaint at all and must be refused without any change ([`Rejected`]). Otherwise the
/// shares of all keys are opened with S: if all of them hold, the recipient is out; if any fails, the dealer is out.
/// The caller admits at most one complaint for each dealer and recipient. Four multiplications, and for each key one of
/// the base and t − 1 small ones: for t = 3, κ = 1 about 0.13 ms natively, for t = 33 0.27 ms.
pub fn judge(ceremony: &Ceremony, dealing: &Dealing, complaint: &Complaint) -> Result<ComplaintVerdict, Rejected> {
	let statement = statement(ceremony, dealing, complaint).ok_or(Rejected::Equation)?;
	statement.verify(&complaint.proof)?;
	match open_with(ceremony, complaint.dealer, dealing, complaint.holder, &complaint.shared) {
		Some(_) => Ok(ComplaintVerdict::RecipientOut),
		None => Ok(ComplaintVerdict::DealerOut),
	}
}
