//! What can go wrong with activating papers, casting, or finding a ballot, as data.

use crate::{chain::ChainError, remedy::Remedy};
use ballot_crypto::booth::{Fault, Kind};
use dobush_primitives::{Calendar, ElectionId, Phase, UnitId};
use election_files::error::ReadError;
use std::{
	io,
	path::{Path, PathBuf},
};

/// Why papers give no credential, a ballot is not cast, or is not found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum VoterError {
	/// A text is no address of a relay: it begins with neither `https://` nor `http://`.
	RelayAddress {
		/// The text that was found.
		url: String,
	},
	/// The relay cannot be used.
	Relay {
		/// The failure of the connection or of the relay.
		error: ChainError,
	},
	/// A check-in ticket was scanned with the papers of a credential; it is for the booth.
	TicketAmongPapers,
	/// Two papers of one kind were scanned, and they differ.
	PapersDiffer {
		/// The kind of paper.
		kind: Kind,
	},
	/// A paper of the credential was not scanned.
	PaperMissing {
		/// The kind of paper.
		kind: Kind,
	},
	/// The papers do not pass a check.
	Papers(Fault),
	/// The roll entry of the papers was struck off: its voter has moved, or was struck off.
	StruckOff {
		/// The block in which it was struck off.
		block: u32,
	},
	/// The credential was activated after the roll of the election was fixed: the chain receives no ballot of it.
	ActivatedTooLate {
		/// The block in which the credential was activated.
		activated_in: u32,
		/// The number of the election.
		election: ElectionId,
		/// The block at whose end the roll was fixed.
		closed_in: u32,
	},
	/// The credential was activated on another chain.
	CredentialOfOtherChain,
	/// The account that signed the papers was never a booth on this chain.
	BoothNotCertified,
	/// A value of the deniable roll is missing, though the chain counts it.
	CountedButMissing {
		/// The pallet and its storage item.
		item: String,
	},
	/// The chain knows no such election, or the election has no such unit.
	NoElectionWithUnit {
		/// The number of the election.
		election: ElectionId,
		/// The number of the counting unit.
		unit: UnitId,
	},
	/// The chain lacks what a ballot paper is made of.
	NotOnChain {
		/// The part that is missing.
		part: PaperPart,
		/// The number of the election.
		election: ElectionId,
	},
	/// The election receives no ballots now.
	PollsNotOpen {
		/// The number of the election.
		election: ElectionId,
		/// The phase in which it is.
		phase: Phase,
		/// The calendar, as postponed.
		calendar: Calendar,
		/// Whether they could not open in time.
		missed: bool,
	},
	/// The ballot of a receipt was sent and is not in the box; it may still come.
	NotYetCast {
		/// The block whose state was proven.
		block: u64,
		/// The last block that it may be in.
		until: u64,
	},
	/// The ballot of a receipt was sent and did not arrive in time: it cannot come any more.
	NeverArrived {
		/// The last block that it could have been in.
		until: u64,
	},
	/// The ballot of a receipt was never sent.
	NeverSent,
	/// The node does not have the block of the receipt yet.
	NodeBehind {
		/// The newest block that was proven.
		block: u64,
		/// The block of the receipt.
		wanted: u64,
	},
	/// A file exists where a receipt should be written; no receipt is written over another file.
	ReceiptExists {
		/// The path of the file.
		path: PathBuf,
	},
	/// A file is no receipt.
	NoReceipt {
		/// The path of the file.
		path: PathBuf,
		/// What is wrong, in the words of the library.
		error: String,
	},
	/// The operating system does not do what is needed with a file of the voter.
	File {
		/// The file.
		file: VoterFile,
		/// Its path.
		path: PathBuf,
		/// What the operating system says.
		error: ReadError,
	},
	/// No environment variable says where receipts are kept: `DOBUSH_STATE`, `XDG_DATA_HOME`, `HOME`.
	NoFolder,
	/// No transaction was followed to its block.
	NothingSubmitted,
	/// The chain's event names another receipt or unit than those of the ballot.
	OtherReceipt,
	/// The receipt is of another chain.
	ReceiptOfOtherChain,
	/// The ciphertexts of the receipt cannot be decoded.
	ReceiptUnreadable,
	/// The chain has dropped the ballot, because its proofs of membership do not hold: it does not count.
	Dropped {
		/// The block whose state was proven.
		block: u64,
	},
	/// The box has no ballot of the credential.
	NoBallot {
		/// The block whose state was proven.
		block: u64,
	},
	/// The box has another ballot of the credential.
	AnotherBallot {
		/// The block whose state was proven.
		block: u64,
		/// How often the credential has cast, where that was asked for.
		times: Option<u16>,
	},
	/// The box of a unit lacks a ballot that the chain counts.
	BallotsMissing {
		/// The number of the counting unit.
		unit: UnitId,
	},
}

/// How far a ballot has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reached {
	/// It is not in the box, and nothing is under way.
	Nothing,
	/// It was sent, or may have been, and what became of it is not known.
	Perhaps {
		/// The block in which a node has seen it. That block was not final.
		in_block: Option<u64>,
		/// The last block that it may be in.
		until: u64,
	},
	/// It is in a finalised block.
	Box {
		/// The number of the block.
		block: u64,
	},
}

/// A file of the voter, and what is done with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VoterFile {
	/// A receipt is written.
	Receipt,
	/// A receipt, or the folder with receipts, is read.
	ReadReceipt,
	/// A sealed ballot is written.
	SealedBallot,
	/// The mark is written that a sealed ballot is used.
	Mark,
}

impl VoterFile {
	/// The error of the operating system with this file.
	pub(super) fn fails(self, path: &Path) -> impl Fn(io::Error) -> VoterError {
		let path = path.to_owned();
		move |error| VoterError::File { file: self, path: path.clone(), error: error.into() }
	}
}

/// A part of a ballot paper that the chain must have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PaperPart {
	/// Which contests the voters of the unit vote in.
	BallotStyle,
	/// One of the contests.
	Contest,
	/// The key that ballots are encrypted under.
	VoteKey,
}

impl VoterError {
	/// What kind of step helps.
	pub fn remedy(&self) -> Remedy {
		match self {
			Self::Papers(fault) => after_fault(fault),
			Self::RelayAddress { .. } | Self::TicketAmongPapers | Self::PapersDiffer { .. } => Remedy::OtherInput,
			Self::PaperMissing { .. } | Self::StruckOff { .. } | Self::ReceiptUnreadable => Remedy::OtherInput,
			Self::NoElectionWithUnit { .. } => Remedy::OtherInput,
			Self::Relay { .. } | Self::CredentialOfOtherChain | Self::ReceiptOfOtherChain => Remedy::OtherNode,
			Self::OtherReceipt | Self::BoothNotCertified => Remedy::OtherNode,
			Self::ReceiptExists { .. } | Self::NoReceipt { .. } | Self::NoFolder => Remedy::OtherInput,
			Self::NeverArrived { .. } | Self::NeverSent => Remedy::TryAgain,
			Self::NodeBehind { .. } => Remedy::OtherNode,
			Self::File { .. } => Remedy::None,
			Self::ActivatedTooLate { .. } | Self::PollsNotOpen { .. } | Self::NotYetCast { .. } => Remedy::Wait,
			Self::CountedButMissing { .. } | Self::BallotsMissing { .. } | Self::NotOnChain { .. } => Remedy::Report,
			Self::AnotherBallot { .. } => Remedy::Report,
			Self::Dropped { .. } => Remedy::OtherVersion,
			Self::NoBallot { .. } | Self::NothingSubmitted => Remedy::TryAgain,
		}
	}
}

fn after_fault(fault: &Fault) -> Remedy {
	match fault {
		Fault::OtherChain => Remedy::OtherNode,
		Fault::ThirdPrint | Fault::SecondPrint | Fault::OtherEnvelope | Fault::OtherSlip => Remedy::OtherInput,
		Fault::Moved { .. } | Fault::Replaced => Remedy::OtherInput,
		Fault::NotActive | Fault::NotEnrolled => Remedy::Wait,
		Fault::Booth | Fault::Desk | Fault::Signature(_) | Fault::Envelope | Fault::Malformed => Remedy::Report,
		Fault::Transcript(_) | Fault::Order(_) | Fault::NotInBatch | Fault::EnvelopeBeside => Remedy::Report,
	}
}
