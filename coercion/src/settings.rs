//! The size of an election, and what is left out of it on purpose.

/// What the voter does who was told to hand over the credential and all papers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Behaviour {
	/// Hands over everything, says truly which credential is real, and does not vote.
	Obeys,
	/// Keeps the real credential, hands over the fakes, calls one of them real, and votes freely.
	Deceives,
}

/// A precaution of the protocol that is left out, so that the coercer must find it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Leak {
	/// The booth casts no decoy ballots.
	NoDecoys,
	/// The voter's credentials are a batch of their own.
	BatchOfOne,
	/// Votes are decrypted in the order of the tags.
	SecondMixOff,
	/// Two elections have one tagging key.
	SameTaggingKey,
	/// Ballots need not show that their selections are in the table.
	NoMembershipProof,
	/// A roll entry need not come out of a proven batch: a·Q can be enrolled.
	NoEnrolmentProof,
	/// The element of a credential is the key itself instead of a hash, so related keys have related tags.
	RelatedKeys,
	/// Fakes are activated later than the real credential.
	LateFake,
	/// Decoys are activated without envelopes.
	DecoysWithoutEnvelopes,
	/// Every visit has the same number of fakes.
	KnownFakes,
	/// The client asks a node for the roll entry of its voter before it casts.
	ClientAsks,
	/// All mixers hand over their permutations. Beyond what the protocol promises: shows that the idea works.
	AllMixersCorrupt,
	/// As many trustees as the threshold hand over their shares. Beyond what the protocol promises, likewise.
	ThresholdCorrupt,
}

impl Leak {
	/// All precautions that can be left out.
	pub const ALL: [Self; 13] = [
		Self::NoDecoys,
		Self::BatchOfOne,
		Self::SecondMixOff,
		Self::SameTaggingKey,
		Self::NoMembershipProof,
		Self::NoEnrolmentProof,
		Self::RelatedKeys,
		Self::LateFake,
		Self::DecoysWithoutEnvelopes,
		Self::KnownFakes,
		Self::ClientAsks,
		Self::AllMixersCorrupt,
		Self::ThresholdCorrupt,
	];
}

/// An election of one counting unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settings {
	/// The number of voters besides the coerced one and the coercer's own, in two batches.
	pub voters: u32,
	/// How many of them sell a fake to the coercer, who is assumed to know that it is a fake.
	pub sellers: u32,
	/// The probability that one of these voters votes, in per cent.
	pub turnout: u32,
	/// The number of options of each contest; honest voters choose uniformly, and independently in each contest.
	pub options: u16,
	/// The number of contests on the ballot.
	pub contests: u8,
	/// The most fakes of a visit; the booth draws a uniform number from 1 to this.
	pub most_fakes: u32,
	/// U, the most decoy ballots; the booth draws a uniform number from 0 to this.
	pub most_decoys: u32,
	/// The precaution that is left out, if any.
	pub leak: Option<Leak>,
	/// Whether the proofs of batches and mixes and every voter's proofs of membership are made and checked too.
	pub all_proofs: bool,
}

impl Settings {
	/// Eleven voters, two of them sellers, one contest of three options, up to eight fakes, up to fifteen decoy ballots.
	pub const SMALL: Self = Self {
		voters: 11,
		sellers: 2,
		turnout: 80,
		options: 3,
		contests: 1,
		most_fakes: 8,
		most_decoys: 15,
		leak: None,
		all_proofs: false,
	};

	/// Three contests, for ideas that use combinations of selections.
	pub const COMBINED: Self = Self { contests: 3, ..Self::SMALL };

	/// The same settings, with this precaution left out.
	pub fn with(self, leak: Leak) -> Self {
		Self { leak: Some(leak), ..self }
	}

	/// Whether this precaution is left out.
	pub fn lacks(&self, leak: Leak) -> bool {
		self.leak == Some(leak)
	}

	/// The number of keys in a batch of the honest booth: as many as its voters can have at most, and enough decoys.
	/// Batches are filled up with decoys to exactly this number, which therefore tells nothing about anybody's fakes.
	pub fn keys_in_a_batch(&self, voters: usize) -> usize {
		voters * (1 + self.most_fakes as usize) + self.most_decoys as usize
	}

	/// How many of the other voters are in the coerced voter's batch.
	pub fn companions(&self) -> u32 {
		self.voters / 2
	}
}
