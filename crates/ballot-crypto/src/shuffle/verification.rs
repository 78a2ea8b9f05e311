//! The incremental verifier of the shuffle: checks a proof page by page, as the chain does over many blocks.
//! Protocol A1 and A10.
//!
//! [`Verification::begin`] takes the head. Then come the columns, then the elements, in pages of any size. At last
//! [`Verification::finish`] returns the verdict. The record in between holds challenges, a cursor and two sums. The
//! sums are
//! - `commitments`: V1 to V5, V7 and V8 ([`super::commitments`]). `begin` adds the terms of the head,
//!   [`Verification::columns`] those of the generators;
//! - `balance`: the 2w halves of V9, left side minus right side, each times a weight. `begin` adds the E_k,
//!   [`Verification::elements`] inputs and outputs.
//!
//! V6a needs the first column only, V6b the last one and the product over all positions. All values are public, so the
//! time may vary.

use super::{
	commitments::{commitment_weights, head_commitments, powers, ColumnRun},
	inputs::{decode, Inputs},
	msm::Terms,
	proof::{Challenges, FiatShamir, ProofColumn, ProofHead},
	rejected::{Equation, Rejected},
	shape::Shape,
	statement::Statement,
};
use crate::{transcript::Weights, Ciphertext, Encoded, EncodedScalar, BASE_POINT};
use alloc::vec::Vec;
use curve25519_dalek::{RistrettoPoint, Scalar};
use parity_scale_codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// What must come next in a verification.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum Next {
	/// Columns of the proof.
	Columns {
		/// The index of the next column, from 0.
		start: u32,
		/// How many columns are left, including the next one.
		left: u32,
	},
	/// Elements of both lists.
	Elements {
		/// The index of the next element, from 0.
		start: u32,
		/// How many elements are left, including the next one.
		left: u32,
	},
	/// Nothing but [`Verification::finish`].
	Done,
}

/// A verification under way.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Verification {
	shape: Shape,
	challenges: Challenges,
	weights: Weights,
	/// The numbers of columns and of elements that were taken.
	columns: u32,
	elements: u32,
	commitments: Encoded,
	balance: Encoded,
	/// The factor that all generators have in common, whatever their columns hold.
	common: EncodedScalar,
	/// Y^k of the last column, Σ za·zb·Y^k so far, and eb of the last column.
	star_power: EncodedScalar,
	star: EncodedScalar,
	last_eb: EncodedScalar,
	/// x^i of the last position, and Π (y·i + x^i − z) so far.
	x_power: EncodedScalar,
	product: EncodedScalar,
}

impl Verification {
	/// Takes the head: checks its shape and everything in it, draws the challenges and adds its terms to both sums.
	///
	/// `columns_digest` is the digest that the chain computed over the stored columns. `shape.head_points()` elements are
	/// decoded and multiplied.
	pub fn begin(statement: &Statement, head: &ProofHead, columns_digest: [u8; 32]) -> Result<Self, Rejected> {
		let Statement { context: _, keys, input_digest: _, output_digest: _, shape } = statement;
		head.ensure_fits(shape)?;
		if keys.len() != usize::from(shape.width) {
			return Err(Rejected::Shape);
		}
		let (challenges, weights) = FiatShamir::replay(statement, head, &columns_digest);
		let (commitments, common) = head_commitments(shape, head, &challenges, &commitment_weights(&weights))?;
		let mut record = Self {
			shape: *shape,
			challenges,
			weights,
			columns: 0,
			elements: 0,
			commitments: Encoded::from(&commitments),
			balance: Encoded::IDENTITY,
			common: EncodedScalar::from(&common),
			star_power: EncodedScalar::from(&Scalar::ONE),
			star: EncodedScalar::default(),
			last_eb: EncodedScalar::default(),
			x_power: EncodedScalar::from(&Scalar::ONE),
			product: EncodedScalar::from(&Scalar::ONE),
		};
		record.balance = Encoded::from(&record.head_balance(statement, head)?);
		Ok(record)
	}

	/// What must come next.
	pub fn next(&self) -> Next {
		let Shape { length, columns, .. } = self.shape;
		if self.columns < columns {
			Next::Columns { start: self.columns, left: columns - self.columns }
		} else if self.elements < length {
			Next::Elements { start: self.elements, left: length - self.elements }
		} else {
			Next::Done
		}
	}

	/// The layout of the list under verification.
	pub fn shape(&self) -> Shape {
		self.shape
	}

	/// Takes the columns that come next.
	///
	/// Derives one generator and adds one term for each column, and one more of both for the page.
	pub fn columns(&mut self, page: &[ProofColumn]) -> Result<(), Rejected> {
		match page.first() {
			Some(first) if self.columns == 0 && !chain_starts(first) => Err(Rejected::Fails(Equation::V6a)),
			_ => self.take_columns(page),
		}
	}

	/// [`Verification::columns`] without V6a.
	pub(super) fn take_columns(&mut self, page: &[ProofColumn]) -> Result<(), Rejected> {
		let Next::Columns { start, left } = self.next() else { return Err(Rejected::Page) };
		let count = u32::try_from(page.len()).map_err(|_| Rejected::Page)?;
		if count == 0 || count > left {
			return Err(Rejected::Page);
		}
		let mut run = ColumnRun {
			c: self.challenges.c.scalar()?,
			star_base: self.challenges.star.scalar()?,
			common: self.common.scalar()?,
			star_power: self.star_power.scalar()?,
			star: self.star.scalar()?,
			last_eb: self.last_eb.scalar()?,
		};
		let weights = commitment_weights(&self.weights);
		let mut sum = run.add(start, page, &weights)?;
		if count == left {
			sum += run.star_term(&weights);
		}
		self.commitments = Encoded::from(&(self.commitments.point()? + sum));
		self.star_power = EncodedScalar::from(&run.star_power);
		self.star = EncodedScalar::from(&run.star);
		self.last_eb = EncodedScalar::from(&run.last_eb);
		self.columns += count;
		Ok(())
	}

	/// Takes the elements that come next: their ciphertexts before and after, w for each, and for each the response
	/// `ma` of its column, which is the column number `index mod n` (both from 0).
	///
	/// No half may be the identity, except in the open columns of a list that comes as [`Inputs::first`].
	/// Decodes 4w group elements for each element of the lists and adds as many terms.
	pub fn elements<'a>(
		&mut self,
		inputs: impl Into<Inputs<'a>>,
		outputs: &[Ciphertext],
		ma: &[EncodedScalar],
	) -> Result<(), Rejected> {
		let inputs = inputs.into();
		let Next::Elements { start, left } = self.next() else { return Err(Rejected::Page) };
		let count = u32::try_from(ma.len()).map_err(|_| Rejected::Page)?;
		let width = usize::from(self.shape.width);
		if count == 0 || count > left || [inputs.list().len(), outputs.len()] != [ma.len() * width; 2] {
			return Err(Rejected::Page);
		}
		let x = self.challenges.x.scalar()?;
		let weights = self.balance_weights();
		let powers = powers(&self.challenges.c.scalar()?, self.shape.rows);
		let m = usize::from(self.shape.rows);
		let n = self.shape.columns as usize;
		let input_weights: Vec<Scalar> = weights.iter().map(|weight| weight * powers[m]).collect();
		let mut output_weights = Vec::new();
		let mut x_power = self.x_power.scalar()?;
		let mut factors = self.factors()?;
		let mut product = self.product.scalar()?;

		let before = inputs.decode_all(width)?;
		let after = decode(outputs)?;
		let mut sum = Terms::with_capacity(4 * outputs.len());
		for (i, ma) in ma.iter().enumerate() {
			let position = start as usize + i; // from 0
			if position.is_multiple_of(n) || i == 0 {
				let power = powers[m - 1 - position / n];
				output_weights = weights.iter().map(|weight| -(weight * power)).collect();
			}
			x_power *= x;
			product *= factors.next(&x_power);
			let ma = ma.scalar()?;
			for j in 0..width {
				let (before, after) = (before[i * width + j], after[i * width + j]);
				for half in 0..2 {
					sum.add(input_weights[2 * j + half] * x_power, before[half]);
					sum.add(output_weights[2 * j + half] * ma, after[half]);
				}
			}
		}
		self.balance = Encoded::from(&(self.balance.point()? + sum.sum()));
		self.x_power = EncodedScalar::from(&x_power);
		self.product = EncodedScalar::from(&product);
		self.elements += count;
		Ok(())
	}

	/// The verdict: V6b, then V1 to V5, V7 and V8 together, then V9. Refused ([`Rejected::Page`]) before everything was
	/// taken.
	pub fn finish(self) -> Result<(), Rejected> {
		if self.next() != Next::Done {
			return Err(Rejected::Page);
		}
		if !self.product_holds()? {
			return Err(Rejected::Fails(Equation::V6b));
		}
		if self.commitments != Encoded::IDENTITY {
			return Err(Rejected::Commitments);
		}
		if !self.balance_holds() {
			return Err(Rejected::Fails(Equation::V9));
		}
		Ok(())
	}

	/// Whether V6b holds. Multiplies by the factors of the virtual positions: fewer than m, in short lists fewer than
	/// max(2, w)·m.
	pub(super) fn product_holds(&self) -> Result<bool, Rejected> {
		let x = self.challenges.x.scalar()?;
		let mut x_power = self.x_power.scalar()?;
		let mut product = self.product.scalar()?;
		let mut factors = self.factors()?;
		for _ in self.elements..self.shape.positions() {
			x_power *= x;
			product *= factors.next(&x_power);
		}
		Ok(self.last_eb.scalar()? == self.challenges.c.scalar()? * product)
	}

	/// Whether V9 holds.
	pub(super) fn balance_holds(&self) -> bool {
		self.balance == Encoded::IDENTITY
	}

	/// The challenges of this proof.
	pub(super) fn challenges(&self) -> &Challenges {
		&self.challenges
	}

	fn factors(&self) -> Result<Factors, Rejected> {
		let y = self.challenges.y.scalar()?;
		Ok(Factors { y, linear: y * Scalar::from(self.elements) - self.challenges.z.scalar()? })
	}

	/// The weights of V9: two for each column, the first halves' before the second halves'.
	fn balance_weights(&self) -> Vec<Scalar> {
		(0..2 * u32::from(self.shape.width)).map(|half| self.weights.get(16 + half)).collect()
	}

	/// `Σ_{k≠m} c^k E_k − E(mv; mt)`, both halves of all columns weighted.
	fn head_balance(&self, statement: &Statement, head: &ProofHead) -> Result<RistrettoPoint, Rejected> {
		let weights = self.balance_weights();
		let (m, w) = (usize::from(self.shape.rows), usize::from(self.shape.width));
		let powers = powers(&self.challenges.c.scalar()?, 2 * self.shape.rows);
		let mut sum = Terms::default();
		let places = (0..2 * m).filter(|k| *k != m);
		for (power, e_k) in places.map(|k| powers[k]).zip(head.e.chunks(w)) {
			for (j, ciphertext) in e_k.iter().enumerate() {
				let points = ciphertext.decode_points()?;
				sum.add(weights[2 * j] * power, points.c1);
				sum.add(weights[2 * j + 1] * power, points.c2);
			}
		}
		let mut base = Scalar::ZERO;
		for (j, key) in statement.keys.iter().enumerate() {
			let (mv, mt) = (head.mv[j].scalar()?, head.mt[j].scalar()?);
			base -= weights[2 * j] * mt + weights[2 * j + 1] * mv;
			sum.add(-(weights[2 * j + 1] * mt), *key.point());
		}
		sum.add(base, BASE_POINT);
		Ok(sum.sum())
	}
}

/// Whether V6a holds: the partial products start with the first entry.
pub(super) fn chain_starts(first: &ProofColumn) -> bool {
	first.ea == first.eb
}

/// `y·i + x^i − z` for one position after the other.
struct Factors {
	y: Scalar,
	linear: Scalar,
}

impl Factors {
	fn next(&mut self, x_power: &Scalar) -> Scalar {
		self.linear += self.y;
		self.linear + x_power
	}
}
