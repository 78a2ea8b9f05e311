//! Re-sharing (redistribution of a shared secret): old holders deal their shares to a changed set of trustees, and the
//! key stays the same. Protocol A4 (re-sharing); Desmedt and Jajodia, 1997; Wong, Wang and Wing, 2002.
//!
//! It is a ceremony like any other, except that dealer d is an *old* holder, numbered as in the old set, whose constant
//! must be its verification share: `A_d0 = V_d(old)`. The t' remaining dealers with the lowest numbers, t' being the
//! old threshold, are the set S, which is fixed when the re-sharing is finished. New shares are
//! `s'_j = Σ_S λ_d·f_d(j)`. Recipient keys, commitments, opening and complaints are the ceremony's own
//! ([`super::complain()`], [`super::judge`]), under the number of a ceremony that is used for nothing else.
//!
//! Shows that the key is the same and that each new share belongs to it. Does not show that old shares were erased, and
//! nobody can check that: as long as t' old holders keep theirs, the new set protects nothing.

use super::{
	combine::{HolderSecret, Key},
	deal::{deal_secrets, verify_dealing, DealerSecret, Dealing, OpenedShares, RevealError},
	polynomial::{decode_points, evaluate},
	setup::{Ceremony, Threshold},
};
use crate::{
	decryption::{coefficients, BadSet},
	Encoded, Malformed, Secret,
};
use alloc::vec::Vec;
use core::fmt;
use curve25519_dalek::{
	traits::{Identity, VartimeMultiscalarMul},
	RistrettoPoint, Scalar,
};
use rand_core::{CryptoRng, RngCore};
use zeroize::Zeroizing;

/// A ceremony of the new trustees, with the key and the holders of the old ones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resharing {
	ceremony: Ceremony,
	old: Key,
	old_threshold: Threshold,
}

/// Why a re-sharing cannot be set up like this.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadResharing {
	/// The ceremony is not for exactly one key.
	Keys,
	/// Old holders are not numbered from 1 to the old n, or not listed in ascending order, each once.
	Indices,
	/// Fewer old holders than the old threshold.
	TooFewHolders,
	/// The old key, or a verification share of it, is malformed.
	Old(Malformed),
}

impl fmt::Display for BadResharing {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		match self {
			Self::Keys => f.write_str("a re-sharing hands over exactly one key"),
			Self::Indices => f.write_str("old holders must be listed in the order of their numbers, each once"),
			Self::TooFewHolders => f.write_str("fewer old holders than their threshold: the key cannot be handed over"),
			Self::Old(why) => write!(f, "the old key: {why}"),
		}
	}
}

impl core::error::Error for BadResharing {}

/// Why an old holder's dealing is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
	/// For a reason for which any dealing is refused; [`RevealError::Dealer`] if the dealer held no share.
	Reveal(RevealError),
	/// Its constant is not the verification share of this holder: it deals something else than the holder's share.
	Constant,
}

impl fmt::Display for Refused {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		match self {
			Self::Reveal(why) => why.fmt(f),
			Self::Constant => f.write_str("the dealing is not about the share that this holder has"),
		}
	}
}

impl core::error::Error for Refused {}

/// Why a re-sharing cannot be finished. It must then be held again, under a new number; the old holders keep the key
/// until then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReshareError {
	/// Fewer dealers than the old threshold are left.
	TooFewDealers,
	/// Fewer new holders than the new threshold are left.
	TooFewHolders,
	/// Dealers or holders are not listed in ascending order, each once, or one is not of its set.
	Indices,
	/// A dealing does not have the ceremony's shape; it was not checked by [`Resharing::verify_reveal`].
	Shape,
	/// A point is malformed; its dealing was not checked by [`Resharing::verify_reveal`].
	Point(Malformed),
	/// The dealings do not add up to the old key; they were not checked by [`Resharing::verify_reveal`].
	OtherKey,
	/// A new verification share would be the identity: everybody could see that its holder's secret is zero.
	ZeroShare,
}

impl fmt::Display for ReshareError {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		match self {
			Self::TooFewDealers => {
				f.write_str("fewer old holders than their threshold are left; hold the re-sharing again")
			}
			Self::TooFewHolders => {
				f.write_str("fewer new holders than their threshold are left; hold the re-sharing again")
			}
			Self::Indices => f.write_str("dealers and holders must be listed in the order of their numbers, each once"),
			Self::Shape => f.write_str("a dealing does not have the re-sharing's shape"),
			Self::Point(why) => write!(f, "a point of a dealing: {why}"),
			Self::OtherKey => f.write_str("the dealings do not add up to the key that is handed over"),
			Self::ZeroShare => f.write_str("a new share would be zero; hold the re-sharing again"),
		}
	}
}

impl core::error::Error for ReshareError {}

impl From<BadSet> for ReshareError {
	fn from(_: BadSet) -> Self {
		Self::Indices
	}
}

/// The secret is not the share of the old holder with this number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAHolder;

impl fmt::Display for NotAHolder {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str("this is not a share of the key that is handed over")
	}
}

impl core::error::Error for NotAHolder {}

impl Resharing {
	/// `ceremony` has the new threshold, the new recipients and one key; `old` is the key with its old holders.
	pub fn new(ceremony: Ceremony, old: Key, old_threshold: Threshold) -> Result<Self, BadResharing> {
		if ceremony.keys() != 1 {
			return Err(BadResharing::Keys);
		}
		let in_range = old.holders.iter().all(|(d, _)| (1..=old_threshold.n()).contains(d));
		if !in_range || old.holders.windows(2).any(|two| two[0].0 >= two[1].0) {
			return Err(BadResharing::Indices);
		}
		if old.holders.len() < usize::from(old_threshold.t()) {
			return Err(BadResharing::TooFewHolders);
		}
		old.key.element().map_err(BadResharing::Old)?;
		for (_, share) in &old.holders {
			share.element().map_err(BadResharing::Old)?;
		}
		Ok(Self { ceremony, old, old_threshold })
	}

	/// The new trustees' ceremony, for [`super::open_share`], [`super::complain()`] and [`super::judge`].
	pub fn ceremony(&self) -> &Ceremony {
		&self.ceremony
	}

	/// The key that is handed over, with its old holders.
	pub fn old(&self) -> &Key {
		&self.old
	}

	/// Deals an old holder's share to the new trustees. n' + t' multiplications and two signatures; constant time in
	/// the secrets.
	pub fn deal(&self, holder: &HolderSecret, rng: &mut (impl RngCore + CryptoRng)) -> Result<Dealing, NotAHolder> {
		if self.old.verification_share(holder.index) != Some(holder.verification_share()) {
			return Err(NotAHolder);
		}
		let mut polynomial = DealerSecret::random(self.ceremony.threshold().t(), rng);
		polynomial.0.first_mut().ok_or(NotAHolder)?.clone_from(&holder.secret);
		// Recipient keys were checked when they were posted, so this does not fail.
		deal_secrets(&self.ceremony, holder.index, &[polynomial], &Secret::random(rng), rng).map_err(|_| NotAHolder)
	}

	/// Checks everything that is public about an old holder's dealing, as [`super::verify_reveal`], and that it deals
	/// the holder's share.
	pub fn verify_reveal(
		&self,
		dealer: u16,
		commitment: &[u8; 32],
		dealing: &Dealing,
		verify_signature: impl Fn(&[u8; 64], &[u8], &[u8; 32]) -> bool,
	) -> Result<(), Refused> {
		let share = self.old.verification_share(dealer).ok_or(Refused::Reveal(RevealError::Dealer))?;
		verify_dealing(&self.ceremony, dealer, commitment, dealing, verify_signature).map_err(Refused::Reveal)?;
		let constant = dealing.keys.first().and_then(|part| part.points.first());
		(constant == Some(&share)).then_some(()).ok_or(Refused::Constant)
	}

	/// S: as many dealers as the old threshold, those with the lowest numbers among the remaining.
	fn set(&self, survivors: impl Iterator<Item = u16>) -> Result<Vec<u16>, ReshareError> {
		let t = usize::from(self.old_threshold.t());
		let set: Vec<u16> = survivors.take(t).collect();
		(set.len() == t).then_some(set).ok_or(ReshareError::TooFewDealers)
	}

	/// Fixes S and adds up: the same key with its new verification shares `V'_j = Σ_S λ_d Σ_k j^k·A_dk`.
	///
	/// `dealings` are those of all remaining dealers, ascending, each checked by [`Resharing::verify_reveal`];
	/// `holders` are the remaining new holders. Costs t·t' decodings and terms, then t − 1 small multiplications and
	/// one encoding for each holder.
	pub fn finish(&self, dealings: &[(u16, &Dealing)], holders: &[u16]) -> Result<Reshared, ReshareError> {
		let t = usize::from(self.ceremony.threshold().t());
		let ascending =
			dealings.windows(2).all(|two| two[0].0 < two[1].0) && holders.windows(2).all(|two| two[0] < two[1]);
		let known = dealings.iter().all(|(dealer, _)| self.old.verification_share(*dealer).is_some())
			&& holders.iter().all(|holder| self.ceremony.recipient(*holder).is_some());
		if !ascending || !known {
			return Err(ReshareError::Indices);
		}
		let set = self.set(dealings.iter().map(|(dealer, _)| *dealer))?;
		if holders.len() < t {
			return Err(ReshareError::TooFewHolders);
		}
		let points = dealings
			.iter()
			.take(set.len())
			.map(|(_, dealing)| match dealing.keys.as_slice() {
				[part] if part.points.len() == t => decode_points(&part.points).map_err(ReshareError::Point),
				_ => Err(ReshareError::Shape),
			})
			.collect::<Result<Vec<_>, _>>()?;
		let coefficients = coefficients(&set)?;
		let sum: Vec<RistrettoPoint> = (0..t)
			.map(|k| {
				// Collected, because the multiplication asks for exact lengths.
				let column: Vec<_> = points.iter().filter_map(|of| of.get(k)).collect();
				RistrettoPoint::vartime_multiscalar_mul(&coefficients, column)
			})
			.collect();
		let key = Encoded::from(&sum.first().copied().unwrap_or_else(RistrettoPoint::identity));
		if key != self.old.key {
			return Err(ReshareError::OtherKey);
		}
		let holders: Vec<_> = holders.iter().map(|j| (*j, Encoded::from(&evaluate(&sum, *j)))).collect();
		if holders.iter().any(|(_, share)| *share == Encoded::IDENTITY) {
			return Err(ReshareError::ZeroShare);
		}
		Ok(Reshared { set, key: Key { key, holders } })
	}
}

/// A finished re-sharing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reshared {
	set: Vec<u16>,
	key: Key,
}

impl Reshared {
	/// S: the old holders whose dealings count.
	pub fn set(&self) -> &[u16] {
		&self.set
	}

	/// The same key, with its new holders.
	pub fn key(&self) -> &Key {
		&self.key
	}

	/// A new holder's secret `s'_j = Σ_S λ_d·f_d(j)`, from the shares that it opened of each dealing of S; shares of
	/// other dealings are ignored.
	///
	/// `None` if a dealer of S is missing or occurs twice, or if the sum is not the secret behind the published `V'_j`.
	pub fn holder_secret(&self, index: u16, opened: &[&OpenedShares]) -> Option<HolderSecret> {
		let coefficients = coefficients(&self.set).ok()?;
		let mut sum = Zeroizing::new(Scalar::ZERO);
		for (dealer, coefficient) in self.set.iter().zip(&coefficients) {
			let mut of_dealer = opened.iter().filter(|shares| shares.dealer == *dealer);
			let (Some(shares), None) = (of_dealer.next(), of_dealer.next()) else { return None };
			*sum += coefficient * &*shares.shares.first()?.0;
		}
		let holder = HolderSecret { index, secret: Secret::try_from(*sum).ok()? };
		let expected = self.key.verification_share(index)?;
		(holder.verification_share() == expected).then_some(holder)
	}
}

#[cfg(test)]
mod tests;
