//! Distributed blinded tags, which stand for the plaintext equivalence tests of JCJ and take linear time: trustees
//! raise a column of credentials to a secret key and open the tags together. Protocol A2 and A3.1 to A3.3; Juels,
//! Catalano and Jakobsson, 2005; Weber, Araújo and Buchmann, 2007.
//!
//! Each trustee i of a set S posts `(u_k, v_k) = (λ_i·z_i·c1_k, λ_i·z_i·c2_k)` for a page of the mixed list, with the
//! proof of [`crate::equality`] over both columns against `λ_i·Z_i`. Whoever reads adds up:
//! `(W_k, T_k) = Σ_S (u_k, v_k)` encrypts the tag `τ_k = z·Q` under the roll key R ([`add`]). The decryption shares of
//! W_k are like any others; [`open`] subtracts them.
//!
//! Shows that a page was raised to the registered share. Does not show that each list is tagged once, with a key of
//! this election alone: the caller makes sure of it. Pages are independent of each other and may have any size and
//! order. To check costs four decodings and four terms with weights of 128 bits for each entry and trustee.

use crate::{
	decryption::{combine, RaggedColumns},
	elgamal::CiphertextPoints,
	equality::{self, Bases, Proof, Rejected},
	matching::Tag,
	Ciphertext, Context, Element, Encoded, Malformed, RistrettoPoint, Secret,
};
use alloc::vec::Vec;
use rand_core::{CryptoRng, RngCore};

/// The credential column of one page, decoded once for the proofs of all trustees.
///
/// No half is the identity, because only lists that were mixed are tagged. The first list of ballots, in which
/// credentials are not encrypted yet, is refused here: its tags would tie accounts to the roll.
#[derive(Clone, Debug)]
pub struct Page(Bases);

impl Page {
	/// Decodes the credentials of a page; two decompressions each.
	pub fn new(credentials: &[Ciphertext]) -> Result<Self, Malformed> {
		Ok(Self(Bases::new(alternating(credentials))?))
	}

	/// The number of entries.
	pub fn len(&self) -> usize {
		self.0.len() / 2
	}

	/// Whether there is no entry.
	pub fn is_empty(&self) -> bool {
		self.0.is_empty()
	}
}

/// c1_1, c2_1, c1_2, c2_2, …
fn alternating(list: &[Ciphertext]) -> Vec<Encoded> {
	list.iter().flat_map(|ciphertext| [ciphertext.c1, ciphertext.c2]).collect()
}

/// What is shown for one page of tag shares. Positions and numbers count entries of the list.
#[derive(Clone, Copy, Debug)]
pub struct Statement<'a> {
	/// Where the proof belongs; its `prover` is the trustee, its `step` one of the two that tag.
	pub context: &'a Context,
	/// The digest that the runtime computed over the pages of the mixed list.
	pub list_digest: [u8; 32],
	/// The position in the list of the page's first entry, from 0.
	pub start: u32,
	/// The number of entries in the whole list.
	pub total: u32,
	/// `λ_i·Z_i`, the key against which the shares are checked ([`crate::decryption::share_key`]).
	pub key: Element,
	/// The credentials of this page.
	pub page: &'a Page,
}

impl Statement<'_> {
	/// The statement about both columns at once: their bases alternate, so positions and numbers are doubled.
	fn columns(&self) -> Result<equality::Statement<'_>, Rejected> {
		let Statement { context, list_digest, start, total, key, page } = self; // a new field will not compile unnoticed
		let twice = |number: &u32| number.checked_mul(2).ok_or(Rejected::Range);
		Ok(equality::Statement {
			context,
			list_digest: *list_digest,
			start: twice(start)?,
			total: twice(total)?,
			key: *key,
			bases: &page.0,
		})
	}
}

/// Makes the tag shares of a page and their proof. Constant time in the secret.
///
/// `secret` is `λ_i·z_i` ([`crate::decryption::share_secret`]). Refuses a page that does not lie within its list, and a
/// secret that is not the key's.
pub fn prove(
	statement: &Statement,
	secret: &Secret,
	rng: &mut (impl RngCore + CryptoRng),
) -> Result<(Vec<Ciphertext>, Proof), Rejected> {
	let (shares, proof) = equality::prove(&statement.columns()?, secret, rng)?;
	let shares = shares.chunks_exact(2).map(|pair| Ciphertext { c1: pair[0], c2: pair[1] }).collect();
	Ok((shares, proof))
}

/// Checks a page of tag shares and returns them decoded, for [`add`]. The number of a share in [`Rejected::Share`]
/// counts halves.
pub fn verify_and_decode(
	statement: &Statement,
	shares: &[Ciphertext],
	proof: &Proof,
) -> Result<Vec<CiphertextPoints>, Rejected> {
	let points = equality::verify_and_decode(&statement.columns()?, &alternating(shares), proof)?;
	Ok(points.chunks_exact(2).map(|pair| CiphertextPoints { c1: pair[0], c2: pair[1] }).collect())
}

/// Checks a page of tag shares.
pub fn verify(statement: &Statement, shares: &[Ciphertext], proof: &Proof) -> Result<(), Rejected> {
	verify_and_decode(statement, shares, proof).map(drop)
}

/// `(W_k, T_k) = Σ_S (u_k, v_k)`: the encrypted tags of a page, from one verified column for each member of S.
///
/// The caller makes sure that the columns are those of one whole set. Refuses columns of different lengths.
pub fn add(columns: &[&[CiphertextPoints]]) -> Result<Vec<CiphertextPoints>, RaggedColumns> {
	let Some((first, others)) = columns.split_first() else { return Ok(Vec::new()) };
	let mut sums = first.to_vec();
	for column in others {
		if column.len() != sums.len() {
			return Err(RaggedColumns);
		}
		for (sum, share) in sums.iter_mut().zip(*column) {
			sum.c1 += share.c1;
			sum.c2 += share.c2;
		}
	}
	Ok(sums)
}

/// `τ_k = T_k − Σ_j D_jk`: the tags of a page, from one verified column of decryption shares of W_k for each member of
/// S'.
///
/// An entry is `None` if its tag would be the identity, which never matches.
pub fn open(encrypted: &[RistrettoPoint], columns: &[&[RistrettoPoint]]) -> Result<Vec<Option<Tag>>, RaggedColumns> {
	Ok(combine(encrypted, columns)?.iter().map(Tag::of).collect())
}

#[cfg(test)]
mod tests;
