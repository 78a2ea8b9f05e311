//! The shuffle proof as it travels, and its Fiat–Shamir transcript. Protocol A1; bytes in A1.3.
//!
//! A proof has a *head*, whose size depends on m and w, and n *columns* of 160 bytes each, which a chain keeps in pages.

use super::{
	rejected::Rejected,
	shape::{Shape, MAX_HEAD_BYTES},
	statement::Statement,
};
use crate::{transcript::Weights, Ciphertext, Encoded, EncodedScalar, Transcript};
use alloc::vec::Vec;
use curve25519_dalek::Scalar;
use parity_scale_codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// Every commitment, the ciphertexts E_k, and the responses that belong to no column. The names are those of A1.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
#[allow(missing_docs)] // the letters of A1; A1.3 has the table
pub struct ProofHead {
	/// cA_1..cA_m: rows of the permutation.
	pub c_a: Vec<Encoded>,
	/// cB_1..cB_m: rows of x^π.
	pub c_b: Vec<Encoded>,
	/// cU_2..cU_m: cumulative products of rows.
	pub c_u: Vec<Encoded>,
	pub c_a0: Encoded,
	pub c_bm: Encoded,
	/// cT_0..cT_2m without cT_(m+1).
	pub c_t: Vec<Encoded>,
	pub c_f: Encoded,
	/// cδ
	pub c_delta: Encoded,
	/// cΔ
	pub c_capital_delta: Encoded,
	pub c_m0: Encoded,
	/// cV_0..cV_(2m−1) without cV_m.
	pub c_v: Vec<Encoded>,
	/// E_0..E_(2m−1) without E_m, w ciphertexts each.
	pub e: Vec<Ciphertext>,
	pub zr: EncodedScalar,
	pub zs: EncodedScalar,
	pub zt: EncodedScalar,
	pub er: EncodedScalar,
	pub es: EncodedScalar,
	pub mr: EncodedScalar,
	pub ms: EncodedScalar,
	/// w scalars.
	pub mv: Vec<EncodedScalar>,
	/// w scalars.
	pub mt: Vec<EncodedScalar>,
}

impl MaxEncodedLen for ProofHead {
	fn max_encoded_len() -> usize {
		MAX_HEAD_BYTES as usize
	}
}

impl ProofHead {
	/// Decodes the head of a proof of this shape: exactly its bytes, exactly its counts, every element canonical and not
	/// the identity, every scalar canonical.
	pub fn decode_for(shape: &Shape, mut bytes: &[u8]) -> Result<Self, Rejected> {
		if bytes.len() as u64 != u64::from(shape.head_bytes()) {
			return Err(Rejected::Shape);
		}
		let head = Self::decode(&mut bytes).map_err(|_| Rejected::Shape)?;
		head.ensure_fits(shape)?;
		let Self { c_a, c_b, c_u, c_a0, c_bm, c_t, c_f, c_delta, c_capital_delta, c_m0, c_v, e, .. } = &head;
		let single = [c_a0, c_bm, c_f, c_delta, c_capital_delta, c_m0];
		for point in [c_a, c_b, c_u, c_t, c_v].into_iter().flatten().chain(single) {
			point.element()?;
		}
		for ciphertext in e {
			ciphertext.decode_points()?;
		}
		let Self { zr, zs, zt, er, es, mr, ms, mv, mt, .. } = &head;
		for scalar in [zr, zs, zt, er, es, mr, ms].into_iter().chain(mv).chain(mt) {
			scalar.scalar()?;
		}
		Ok(head)
	}

	/// Refuses a head whose lists are not of the lengths that the shape asks for.
	pub(super) fn ensure_fits(&self, shape: &Shape) -> Result<(), Rejected> {
		shape.ensure_legal()?;
		let (m, w) = (usize::from(shape.rows), usize::from(shape.width));
		let fits = [self.c_a.len(), self.c_b.len(), self.c_u.len()] == [m, m, m - 1]
			&& [self.c_t.len(), self.c_v.len(), self.e.len()] == [2 * m, 2 * m - 1, (2 * m - 1) * w]
			&& [self.mv.len(), self.mt.len()] == [w, w];
		fits.then_some(()).ok_or(Rejected::Shape)
	}
}

/// The responses that belong to one column k of 1..n. SCALE: the five scalars in this order, 160 bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct ProofColumn {
	/// `Σ c^i·a_i` at this column, of the zero argument.
	pub za: EncodedScalar,
	/// `Σ c^(m−j)·b_j` at this column, of the zero argument.
	pub zb: EncodedScalar,
	/// `c·e_k + f_k`, of the product argument.
	pub ea: EncodedScalar,
	/// `c·p_k + δ_k`, of the product argument.
	pub eb: EncodedScalar,
	/// `Σ c^j·b_j` at this column, of the multi-exponentiation argument.
	pub ma: EncodedScalar,
}

/// A whole proof.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
pub struct Proof {
	/// Everything that does not belong to a column.
	pub head: ProofHead,
	/// The n columns.
	pub columns: Vec<ProofColumn>,
}

/// The challenges of one proof, in the order in which they are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub(super) struct Challenges {
	pub x: EncodedScalar,
	pub y: EncodedScalar,
	pub z: EncodedScalar,
	/// X: folds the rows of the Hadamard argument.
	pub fold: EncodedScalar,
	/// Y: the base of the bilinear map.
	pub star: EncodedScalar,
	pub c: EncodedScalar,
}

/// The transcript with one method for each line of A1, so that prover and verifier hash in the same order.
pub(super) struct FiatShamir(Transcript);

impl FiatShamir {
	/// Line 0: the statement.
	pub fn new(statement: &Statement) -> Self {
		let Statement { context, keys, input_digest, output_digest, shape } = statement;
		let Shape { length, width, rows, columns } = shape;
		let keys: Vec<Encoded> = keys.iter().map(Encoded::from).collect();
		Self(
			Transcript::new("dobush/v1/shuffle", context)
				.with("keys", &keys)
				.with("inputs", input_digest)
				.with("outputs", output_digest)
				.with("length", length)
				.with("width", width)
				.with("columns", columns)
				.with("rows", rows),
		)
	}

	/// Line 1, then x.
	pub fn permutation(&mut self, c_a: &[Encoded]) -> Scalar {
		self.0.absorb("cA", c_a);
		self.0.challenge("x")
	}

	/// Line 2, then y and z.
	pub fn powers(&mut self, c_b: &[Encoded]) -> (Scalar, Scalar) {
		self.0.absorb("cB", c_b);
		(self.0.challenge("y"), self.0.challenge("z"))
	}

	/// Line 3, then X and Y.
	pub fn products(&mut self, c_u: &[Encoded]) -> (Scalar, Scalar) {
		self.0.absorb("cU", c_u);
		(self.0.challenge("X"), self.0.challenge("Y"))
	}

	/// Line 4, then c. The responses of `head` are not read.
	pub fn first_messages(&mut self, head: &ProofHead) -> Scalar {
		let ProofHead { c_a0, c_bm, c_t, c_f, c_delta, c_capital_delta, c_m0, c_v, e, .. } = head;
		self.0.absorb("cA0", c_a0);
		self.0.absorb("cBm", c_bm);
		self.0.absorb("cT", c_t);
		self.0.absorb("cf", c_f);
		self.0.absorb("cdelta", c_delta);
		self.0.absorb("cDelta", c_capital_delta);
		self.0.absorb("cM0", c_m0);
		self.0.absorb("cV", c_v);
		self.0.absorb("E", e);
		self.0.challenge("c")
	}

	/// Line 5, then the weights of the sum: by now everything that the check covers has been absorbed.
	pub fn responses(mut self, head: &ProofHead, columns_digest: &[u8; 32]) -> Weights {
		let ProofHead { zr, zs, zt, er, es, mr, ms, mv, mt, .. } = head;
		self.0.absorb("zr", zr);
		self.0.absorb("zs", zs);
		self.0.absorb("zt", zt);
		self.0.absorb("er", er);
		self.0.absorb("es", es);
		self.0.absorb("mr", mr);
		self.0.absorb("ms", ms);
		self.0.absorb("mv", mv);
		self.0.absorb("mt", mt);
		self.0.absorb("columns", columns_digest);
		self.0.weights()
	}

	/// All challenges of a finished proof.
	pub fn replay(statement: &Statement, head: &ProofHead, columns_digest: &[u8; 32]) -> (Challenges, Weights) {
		let mut transcript = Self::new(statement);
		let x = transcript.permutation(&head.c_a);
		let (y, z) = transcript.powers(&head.c_b);
		let (fold, star) = transcript.products(&head.c_u);
		let c = transcript.first_messages(head);
		let [x, y, z, fold, star, c] = [x, y, z, fold, star, c].map(|scalar| EncodedScalar::from(&scalar));
		(Challenges { x, y, z, fold, star, c }, transcript.responses(head, columns_digest))
	}
}
