//! What is public before the first dealing: the threshold, the number of keys, and who receives shares. Protocol A4.

use super::{place::CeremonyPlace, recipient::Recipient};
use alloc::vec::Vec;
use core::fmt;
use parity_scale_codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// The most trustees that a ceremony may have.
pub const MAX_HOLDERS: u16 = 64;

/// The most keys that one ceremony may make. Direct elections make one.
pub const MAX_KEYS: u8 = 4;

/// t of n: how many trustees act together, and how many there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, MaxEncodedLen, TypeInfo)]
pub struct Threshold {
	pub(super) t: u16,
	pub(super) n: u16,
}

impl Threshold {
	/// Refuses ([`BadCeremony::Threshold`]) anything but n/2 < t ≤ n ≤ [`MAX_HOLDERS`], so that of two disjoint groups
	/// at most one can decrypt.
	pub fn new(t: u16, n: u16) -> Result<Self, BadCeremony> {
		if t > n || n > MAX_HOLDERS || u32::from(t) * 2 <= u32::from(n) {
			return Err(BadCeremony::Threshold);
		}
		Ok(Self { t, n })
	}

	/// t: how many act together; also the number of coefficients of each polynomial.
	pub fn t(&self) -> u16 {
		self.t
	}

	/// n: how many trustees are appointed.
	pub fn n(&self) -> u16 {
		self.n
	}
}

impl Decode for Threshold {
	fn decode<I: parity_scale_codec::Input>(input: &mut I) -> Result<Self, parity_scale_codec::Error> {
		let (t, n) = Decode::decode(input)?;
		Self::new(t, n).map_err(|_| "a threshold is more than half of the trustees".into())
	}
}

impl DecodeWithMemTracking for Threshold {}

/// Why a ceremony cannot be set up like this.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadCeremony {
	/// Not n/2 < t ≤ n ≤ [`MAX_HOLDERS`].
	Threshold,
	/// The number of keys is not between 1 and [`MAX_KEYS`].
	Keys,
	/// Recipients are not numbered from 1 to n, or not listed in ascending order, each once.
	Indices,
	/// Fewer than t recipients.
	TooFewRecipients,
}

impl fmt::Display for BadCeremony {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str(match self {
			Self::Threshold => "the threshold must be more than half of the trustees, and at most all of them",
			Self::Keys => "a ceremony makes between one and four keys",
			Self::Indices => "recipients must be listed in the order of their numbers, each once",
			Self::TooFewRecipients => "fewer trustees than the threshold have posted a recipient key",
		})
	}
}

impl core::error::Error for BadCeremony {}

/// All that is public before the first dealing: place, threshold, number of keys, and who receives shares.
///
/// A trustee who has posted no recipient key is not among the recipients, receives no shares and will hold none; t and
/// n stay as they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ceremony {
	pub(super) place: CeremonyPlace,
	pub(super) threshold: Threshold,
	pub(super) keys: u8,
	pub(super) recipients: Vec<Recipient>,
}

impl Ceremony {
	/// Recipients must be listed in ascending order, and each of them must have passed
	/// [`CeremonyPlace::verify_recipient`].
	pub fn new(
		place: CeremonyPlace,
		threshold: Threshold,
		keys: u8,
		recipients: Vec<Recipient>,
	) -> Result<Self, BadCeremony> {
		if keys == 0 || keys > MAX_KEYS {
			return Err(BadCeremony::Keys);
		}
		let in_range = recipients.iter().all(|recipient| (1..=threshold.n).contains(&recipient.index));
		if !in_range || recipients.windows(2).any(|pair| pair[0].index >= pair[1].index) {
			return Err(BadCeremony::Indices);
		}
		if recipients.len() < usize::from(threshold.t) {
			return Err(BadCeremony::TooFewRecipients);
		}
		Ok(Self { place, threshold, keys, recipients })
	}

	/// Where the ceremony's messages belong.
	pub fn place(&self) -> &CeremonyPlace {
		&self.place
	}

	/// t of n.
	pub fn threshold(&self) -> Threshold {
		self.threshold
	}

	/// The number of keys that are made, at least 1.
	pub fn keys(&self) -> u8 {
		self.keys
	}

	/// Who receives shares, in ascending order.
	pub fn recipients(&self) -> &[Recipient] {
		&self.recipients
	}

	/// The recipient with this number, and its position among the recipients, which is also that of its shares in a
	/// dealing.
	pub(super) fn recipient(&self, index: u16) -> Option<(usize, &Recipient)> {
		let position = self.recipients.binary_search_by_key(&index, |recipient| recipient.index).ok()?;
		Some((position, self.recipients.get(position)?))
	}
}
