//! The end of a key generation: the qualified dealings (QUAL), added up to the keys, everybody's verification shares
//! and each holder's secret. Protocol A4; Pedersen, 1991.

use super::{
	deal::{Dealing, OpenedShares},
	polynomial::{decode_points, evaluate},
	setup::Ceremony,
};
use crate::{
	decryption::{coefficient, share_key, share_secret, BadSet},
	Element, Encoded, Malformed, Secret,
};
use alloc::vec::Vec;
use core::fmt;
use curve25519_dalek::{traits::Identity, RistrettoPoint, Scalar};
use parity_scale_codec::{Decode, DecodeWithMemTracking, Encode};
use scale_info::TypeInfo;
use zeroize::Zeroizing;

/// Why a ceremony yields no keys. It must then be held again, under a new number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CombineError {
	/// Fewer than t dealers are left.
	TooFewDealers,
	/// Fewer than t holders are left.
	TooFewHolders,
	/// Dealers or holders are not listed in ascending order, each once, or one is not of this ceremony.
	Indices,
	/// A dealing does not have the ceremony's shape; it was not checked by [`super::verify_reveal`].
	Shape,
	/// A point is malformed; its dealing was not checked by [`super::verify_reveal`].
	Point(Malformed),
	/// Key number `.0`, from 0, would be the identity.
	Identity(u8),
	/// A verification share of key `.0` would be the identity: everybody could see that its holder's secret is zero.
	ZeroShare(u8),
}

impl fmt::Display for CombineError {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		match self {
			Self::TooFewDealers => f.write_str("fewer dealers than the threshold are left; hold the ceremony again"),
			Self::TooFewHolders => f.write_str("fewer holders than the threshold are left; hold the ceremony again"),
			Self::Indices => f.write_str("dealers and holders must be listed in the order of their numbers, each once"),
			Self::Shape => f.write_str("a dealing does not have the ceremony's shape"),
			Self::Point(why) => write!(f, "a point of a dealing: {why}"),
			Self::Identity(key) => write!(f, "key {key} would be the identity; hold the ceremony again"),
			Self::ZeroShare(key) => write!(f, "a share of key {key} would be zero; hold the ceremony again"),
		}
	}
}

impl core::error::Error for CombineError {}

/// One key with the verification shares of its holders. SCALE: the fields in this order.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
pub struct Key {
	/// The key `A = Σ_d A_d0`.
	pub key: Encoded,
	/// `(j, V_j)` with `V_j = Σ_d Σ_k j^k·A_dk = s_j·B`, ascending by j.
	pub holders: Vec<(u16, Encoded)>,
}

/// All keys of a ceremony, by number.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
pub struct KeySet {
	/// At least one.
	pub keys: Vec<Key>,
}

/// Adds up the dealings of QUAL, the dealers that are left, for the holders that are left.
///
/// Each dealing must have passed [`super::verify_reveal`]. Costs |QUAL|·κ·t decompressions and additions, then per
/// holder and key t − 1 multiplications by its small number and one encoding. For t = 3, n = 5, κ = 1 about 0.10 ms
/// natively, for 33 of 64 13 ms.
pub fn combine(ceremony: &Ceremony, dealings: &[(u16, &Dealing)], holders: &[u16]) -> Result<KeySet, CombineError> {
	let t = usize::from(ceremony.threshold.t);
	if dealings.len() < t {
		return Err(CombineError::TooFewDealers);
	}
	if holders.len() < t {
		return Err(CombineError::TooFewHolders);
	}
	let ascending =
		dealings.windows(2).all(|pair| pair[0].0 < pair[1].0) && holders.windows(2).all(|pair| pair[0] < pair[1]);
	let known = dealings.iter().all(|(dealer, _)| (1..=ceremony.threshold.n).contains(dealer))
		&& holders.iter().all(|holder| ceremony.recipient(*holder).is_some());
	if !ascending || !known {
		return Err(CombineError::Indices);
	}
	let shaped = |dealing: &Dealing| {
		dealing.keys.len() == usize::from(ceremony.keys) && dealing.keys.iter().all(|part| part.points.len() == t)
	};
	if !dealings.iter().all(|(_, dealing)| shaped(dealing)) {
		return Err(CombineError::Shape);
	}
	(0..ceremony.keys)
		.map(|number| {
			let mut sum = alloc::vec![RistrettoPoint::identity(); t];
			for part in dealings.iter().filter_map(|(_, dealing)| dealing.keys.get(usize::from(number))) {
				let points = decode_points(&part.points).map_err(CombineError::Point)?;
				sum.iter_mut().zip(points).for_each(|(sum, point)| *sum += point);
			}
			let key = Encoded::from(&sum.first().copied().unwrap_or_default());
			if key == Encoded::IDENTITY {
				return Err(CombineError::Identity(number));
			}
			let holders: Vec<_> = holders.iter().map(|j| (*j, Encoded::from(&evaluate(&sum, *j)))).collect();
			if holders.iter().any(|(_, share)| *share == Encoded::IDENTITY) {
				return Err(CombineError::ZeroShare(number));
			}
			Ok(Key { key, holders })
		})
		.collect::<Result<_, _>>()
		.map(|keys| KeySet { keys })
}

/// A holder's share of one key: `s_j = Σ_d f_d(j)`, with `V_j = s_j·B`.
#[derive(Clone, PartialEq, Eq)]
pub struct HolderSecret {
	pub(super) index: u16,
	pub(super) secret: Secret,
}

impl HolderSecret {
	/// Adds up what this holder opened of the dealings of QUAL, for key number `key`, and compares with the published
	/// `V_j`.
	///
	/// `None` if the shares are not those of one and the same QUAL, or do not give the secret behind `published`.
	pub fn combine(index: u16, key: u8, opened: &[&OpenedShares], published: &Key) -> Option<Self> {
		let distinct =
			opened.iter().enumerate().all(|(i, shares)| opened[..i].iter().all(|other| other.dealer != shares.dealer));
		if !distinct {
			return None;
		}
		let mut sum = Zeroizing::new(Scalar::ZERO);
		for shares in opened {
			*sum += &*shares.shares.get(usize::from(key))?.0;
		}
		let holder = Self { index, secret: Secret::try_from(*sum).ok()? };
		let expected = published.verification_share(index)?;
		(holder.verification_share() == expected).then_some(holder)
	}

	/// Reads what [`HolderSecret::to_bytes`] wrote. Refuses a scalar that is not canonical, and zero.
	pub fn from_bytes(index: u16, bytes: &[u8; 32]) -> Result<Self, Malformed> {
		Ok(Self { index, secret: Secret::from_bytes(bytes)? })
	}

	/// The canonical scalar, for an encrypted key file. Wiped when dropped.
	pub fn to_bytes(&self) -> Zeroizing<[u8; 32]> {
		self.secret.to_bytes()
	}

	/// The holder's number, from 1.
	pub fn index(&self) -> u16 {
		self.index
	}

	/// The public verification share `V_j = s_j·B`.
	pub fn verification_share(&self) -> Encoded {
		self.secret.public()
	}

	/// `μ_j·s_j` for a set of holders: the secret with which [`crate::equality::prove`] makes shares.
	pub fn share_secret(&self, set: &[u16]) -> Result<Secret, BadSet> {
		let coefficient = coefficient(set, self.index)?;
		// The coefficient of a set is never zero.
		share_secret(&coefficient, &self.secret).map_err(|_| BadSet::Zero)
	}
}

impl fmt::Debug for HolderSecret {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.debug_struct("HolderSecret").field("index", &self.index).finish_non_exhaustive()
	}
}

impl Key {
	/// `V_j` of the holder with this number; `None` if it holds no share of this key.
	pub fn verification_share(&self, index: u16) -> Option<Encoded> {
		self.holders.iter().find_map(|(j, share)| (*j == index).then_some(*share))
	}

	/// `μ_j·V_j` for member `index` of a set: the key against which that holder's shares are checked.
	///
	/// Refuses indices that are not a set, and an index that is not in it or holds no share of this key
	/// ([`BadSet::NotAMember`]).
	pub fn share_key(&self, set: &[u16], index: u16) -> Result<Element, BadSet> {
		let coefficient = coefficient(set, index)?;
		self.verification_share(index)
			.and_then(|share| share_key(&coefficient, &share.element().ok()?).ok())
			.ok_or(BadSet::NotAMember(index))
	}
}
