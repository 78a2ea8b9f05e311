//! The encoding of a printed artefact, as a QR code carries it. Protocol A6.1.
//!
//! `"DB" ‖ version ‖ kind ‖ SCALE(content) ‖ checksum`, with one length for each kind; every content starts with the
//! genesis hash. A torn, misread or foreign paper is told apart from a false one: these errors say what to do, those of
//! [`super::check`] say what is wrong.

use crate::transcript::blake2_256;
use alloc::vec::Vec;
use core::fmt;
use parity_scale_codec::{DecodeAll, Encode};

/// The first two bytes of every artefact.
pub const MAGIC: [u8; 2] = *b"DB";
/// The version of all layouts, the third byte.
pub const VERSION: u8 = 1;
/// Bytes around the content: magic, version, kind, checksum.
pub const FRAME_BYTES: usize = 2 + 1 + 1 + CHECKSUM_BYTES;
/// The most bytes of an artefact.
pub const MAX_BYTES: usize = 512;

const CHECKSUM_BYTES: usize = 4;

/// The kind of an artefact. Its number is the fourth byte.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Kind {
	/// The desk's check-in ticket.
	Ticket = 1,
	/// The inside of an envelope.
	Envelope = 2,
	/// The first print of a credential.
	Commit = 3,
	/// The second print: for the check-out at the desk.
	Checkout = 4,
	/// The third print.
	Response = 5,
	/// The desk's sealed slip.
	Slip = 6,
}

impl Kind {
	/// All kinds, in the order of their numbers.
	pub const ALL: [Self; 6] = [Self::Ticket, Self::Envelope, Self::Commit, Self::Checkout, Self::Response, Self::Slip];
}

impl fmt::Display for Kind {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str(match self {
			Self::Ticket => "a check-in ticket",
			Self::Envelope => "an envelope",
			Self::Commit => "a first print",
			Self::Checkout => "a second print",
			Self::Response => "a third print",
			Self::Slip => "a sealed slip",
		})
	}
}

/// Why scanned bytes are not the artefact that was asked for, in the order of the checks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
	/// The bytes are no artefact.
	NotOurs,
	/// The version `.0` is not known to this program.
	Version(u8),
	/// It is an artefact of another kind.
	OtherKind {
		/// The kind that was asked for.
		wanted: Kind,
		/// The kind of the artefact.
		found: Kind,
	},
	/// It is longer or shorter than an artefact of this kind: part of it is missing, or two were read as one.
	Length {
		/// The number of bytes of this kind.
		wanted: usize,
		/// The number of bytes that were read.
		found: usize,
	},
	/// The checksum differs: the paper is torn or smudged, or was misread.
	Torn,
	/// A field does not decode.
	Content,
	/// It was made for another chain.
	OtherChain,
}

impl fmt::Display for Unreadable {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		match self {
			Self::NotOurs => f.write_str("this code is none of an election's papers"),
			Self::Version(version) => {
				write!(f, "this paper is of version {version}, which this program does not know; update the program")
			}
			Self::OtherKind { wanted, found } => write!(f, "this is {found}; please scan {wanted}"),
			Self::Length { wanted, found } => {
				write!(f, "this paper has {found} bytes instead of {wanted}; scan the whole code once more")
			}
			Self::Torn => f.write_str("this code was misread or is damaged; flatten the paper and scan it once more"),
			Self::Content => f.write_str("a field of this paper has no meaning"),
			Self::OtherChain => f.write_str("this paper belongs to another chain"),
		}
	}
}

impl core::error::Error for Unreadable {}

/// Something printed that a QR code carries.
pub trait Artefact: Encode + DecodeAll {
	/// The kind of the artefact.
	const KIND: Kind;
	/// The number of bytes of its content, the same for all artefacts of this kind.
	const CONTENT_BYTES: usize;
	/// Hash of the genesis block of the chain that it belongs to.
	fn genesis(&self) -> &[u8; 32];

	/// The number of all bytes of an artefact of this kind.
	fn length() -> usize {
		FRAME_BYTES + Self::CONTENT_BYTES
	}

	/// The bytes, as a QR code carries them.
	fn to_artefact(&self) -> Vec<u8> {
		let mut bytes = Vec::with_capacity(Self::length());
		bytes.extend_from_slice(&MAGIC);
		bytes.extend_from_slice(&[VERSION, Self::KIND as u8]);
		self.encode_to(&mut bytes);
		let sum = checksum(&bytes);
		bytes.extend_from_slice(&sum);
		bytes
	}

	/// Reads scanned bytes. Refuses artefacts of another kind or chain. The encoding is unique: what this returns
	/// encodes to the same bytes again.
	fn from_artefact(bytes: &[u8], genesis: &[u8; 32]) -> Result<Self, Unreadable> {
		let found = kind(bytes)?;
		if found != Self::KIND {
			return Err(Unreadable::OtherKind { wanted: Self::KIND, found });
		}
		if bytes.len() != Self::length() {
			return Err(Unreadable::Length { wanted: Self::length(), found: bytes.len() });
		}
		let (framed, sum) = bytes.split_at(bytes.len() - CHECKSUM_BYTES);
		if checksum(framed) != sum {
			return Err(Unreadable::Torn);
		}
		let mut content = framed.get(4..).unwrap_or_default();
		let artefact = Self::decode_all(&mut content).map_err(|_| Unreadable::Content)?;
		if artefact.genesis() != genesis {
			return Err(Unreadable::OtherChain);
		}
		Ok(artefact)
	}
}

/// The kind that these bytes state, for a program that accepts papers in any order.
pub fn kind(bytes: &[u8]) -> Result<Kind, Unreadable> {
	let [m0, m1, version, kind, ..] = bytes else { return Err(Unreadable::NotOurs) };
	if [*m0, *m1] != MAGIC || bytes.len() > MAX_BYTES {
		return Err(Unreadable::NotOurs);
	}
	if *version != VERSION {
		return Err(Unreadable::Version(*version));
	}
	Kind::ALL.into_iter().find(|known| *known as u8 == *kind).ok_or(Unreadable::NotOurs)
}

/// The first four bytes of `blake2_256("dobush/v1/artefact" ‖ all before)`. Protects against accidents, not against
/// forgery.
fn checksum(framed: &[u8]) -> [u8; CHECKSUM_BYTES] {
	let hash = blake2_256(&[b"dobush/v1/artefact", framed]);
	[hash[0], hash[1], hash[2], hash[3]]
}
