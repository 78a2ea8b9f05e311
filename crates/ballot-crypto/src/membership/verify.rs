//! The verifier of membership: one proof with the name of what fails, or many in one sum. All values are public, so the
//! time may vary. Protocol A7.

use super::{
	proof::{Proof, ProofRound, Statement},
	rejected::{Equation, Rejected},
	selections::Selections,
	transcript::{answered, begin, commitment_key, committed},
};
use crate::{
	elgamal::CiphertextPoints, knowledge::BallotContext, Ciphertext, Context, Element, Encoded, Transcript, BASE_POINT,
};
use alloc::{vec, vec::Vec};
use core::fmt;
use curve25519_dalek::{
	traits::{IsIdentity, VartimeMultiscalarMul},
	RistrettoPoint, Scalar,
};

/// One ciphertext of a ballot, for the table of the batch.
#[derive(Clone, Copy, Debug)]
pub struct Ballot<'a> {
	/// Where the ballot belongs; its key is that of the batch.
	pub context: &'a BallotContext,
	/// C, the ciphertext.
	pub ciphertext: &'a Ciphertext,
	/// The proof that comes with it.
	pub proof: &'a Proof,
}

/// Why a batch is refused. To find out which ballots fail, the caller checks each by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BatchRejected {
	/// Ballot number `.0` of the batch, from 0, is malformed or was made for another key.
	Ballot(usize, Rejected),
	/// The proof of at least one of the ballots does not hold.
	Sum,
}

impl fmt::Display for BatchRejected {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		match self {
			Self::Ballot(index, why) => write!(f, "ballot {index} of the batch: {why}"),
			Self::Sum => f.write_str("at least one membership proof of the batch does not hold"),
		}
	}
}

impl core::error::Error for BatchRejected {}

/// Checks one proof and names the first equation that fails. Only if the proof fails, 2ν + 2 more sums are computed.
pub fn verify(statement: &Statement, proof: &Proof) -> Result<(), Rejected> {
	let Statement { context, selections, ciphertext } = statement;
	let key = context.key.element().map_err(Rejected::Key)?;
	match verify_batch(selections, &key, &[Ballot { context, ciphertext, proof }]) {
		Ok(()) => Ok(()),
		Err(BatchRejected::Ballot(_, why)) => Err(why),
		Err(BatchRejected::Sum) => {
			let failing = explain(statement, proof)?;
			// The sum differs from the identity only if at least one equation fails.
			Err(Rejected::Fails(failing.first().copied().unwrap_or(Equation::M4)))
		}
	}
}

/// Names every equation that fails; none if the proof holds. Refuses a malformed proof.
pub fn explain(statement: &Statement, proof: &Proof) -> Result<Vec<Equation>, Rejected> {
	let Statement { context, selections, ciphertext } = statement;
	let key = context.key.element().map_err(Rejected::Key)?;
	let opened = Opened::new(selections, context, ciphertext, proof)?;
	let equations =
		(1..=selections.rounds()).flat_map(|j| [Equation::M1(j), Equation::M2(j)]).chain([Equation::M3, Equation::M4]);
	let mut failing: Vec<Equation> = equations
		.zip(0..)
		.filter(|(_, number)| {
			let mut sum = Sum::new(selections);
			sum.add(&opened, selections, |k| if k == *number { Scalar::ONE } else { Scalar::ZERO });
			!sum.holds(selections, &key)
		})
		.map(|(equation, _)| equation)
		.collect();
	failing.sort();
	Ok(failing)
}

/// Checks ciphertexts of one table together: every equation of every ballot gets a weight of its own, and all are added
/// up.
///
/// An empty batch holds. Costs 5ν + 2 decodings and terms and 2^(ν+1) multiplications of scalars for each ballot, and
/// once for the batch as many terms as the table has rows and four more.
pub fn verify_batch(selections: &Selections, key: &Element, ballots: &[Ballot]) -> Result<(), BatchRejected> {
	let encoded_key = Encoded::from(key);
	let mut opened = Vec::with_capacity(ballots.len());
	for (index, Ballot { context, ciphertext, proof }) in ballots.iter().enumerate() {
		let one = if context.key == encoded_key {
			Opened::new(selections, context, ciphertext, proof)
		} else {
			Err(Rejected::OtherKey)
		};
		opened.push(one.map_err(|why| BatchRejected::Ballot(index, why))?);
	}
	// Each state covers everything of its ballot, responses included.
	let states: Vec<[u8; 32]> = opened.iter().map(|one| one.state).collect();
	let seed = Transcript::new("dobush/v1/membership/batch", &NOWHERE).with("states", &states).weights();
	let mut sum = Sum::new(selections);
	let mut weights = (0u32..).map(|k| seed.get(k));
	for one in &opened {
		let own: Vec<Scalar> = weights.by_ref().take(2 * one.rounds.len() + 2).collect();
		sum.add(one, selections, |k| own[k]);
	}
	if sum.holds(selections, key) {
		Ok(())
	} else {
		Err(BatchRejected::Sum)
	}
}

/// The context of a batch: all zero, because the states of the ballots name their places.
const NOWHERE: Context = Context { genesis: [0; 32], election: 0, unit: 0, contest: 0, step: 0, prover: 0, attempt: 0 };

/// A round, decoded.
struct OpenRound {
	g: RistrettoPoint,
	h: RistrettoPoint,
	b: RistrettoPoint,
	d: CiphertextPoints,
	f: Scalar,
	za: Scalar,
	zb: Scalar,
}

/// A proof, decoded, with its challenge.
struct Opened {
	x: Scalar,
	ciphertext: CiphertextPoints,
	rounds: Vec<OpenRound>,
	zd: Scalar,
	state: [u8; 32],
}

impl Opened {
	fn new(
		selections: &Selections,
		context: &BallotContext,
		ciphertext: &Ciphertext,
		proof: &Proof,
	) -> Result<Self, Rejected> {
		if proof.rounds.len() != usize::from(selections.rounds()) {
			return Err(Rejected::Rounds);
		}
		let points = ciphertext.decode_points().map_err(Rejected::Ciphertext)?;
		let open = |ProofRound { g, h, b, d, f, za, zb }: &ProofRound| {
			let point =
				|encoded: &Encoded| encoded.element().map(|element| *element.point()).map_err(Rejected::Element);
			Ok(OpenRound {
				g: point(g)?,
				h: point(h)?,
				b: point(b)?,
				d: d.decode_points().map_err(Rejected::Element)?,
				f: f.scalar().map_err(|_| Rejected::Scalar)?,
				za: za.scalar().map_err(|_| Rejected::Scalar)?,
				zb: zb.scalar().map_err(|_| Rejected::Scalar)?,
			})
		};
		let rounds = proof.rounds.iter().map(open).collect::<Result<_, _>>()?;
		let zd = proof.zd.scalar().map_err(|_| Rejected::Scalar)?;
		let transcript = committed(begin(&Statement { context, selections, ciphertext }), &proof.rounds);
		let x = transcript.challenge("x");
		Ok(Self { x, ciphertext: points, rounds, zd, state: answered(transcript, proof).digest() })
	}
}

/// The weighted sum of left sides minus right sides. For the points that all ballots share only the scalars are
/// collected.
struct Sum {
	scalars: Vec<Scalar>,
	points: Vec<RistrettoPoint>,
	/// The scalars of G_1, H, B and A.
	shared: [Scalar; 4],
	/// The scalars of the table's rows.
	table: Vec<Scalar>,
}

impl Sum {
	fn new(selections: &Selections) -> Self {
		Self {
			scalars: Vec::new(),
			points: Vec::new(),
			shared: [Scalar::ZERO; 4],
			table: vec![Scalar::ZERO; selections.len()],
		}
	}

	fn term(&mut self, scalar: Scalar, point: RistrettoPoint) {
		self.scalars.push(scalar);
		self.points.push(point);
	}

	/// Adds one ballot. `weight` returns the weights of M1 and M2 for each j in turn, then those of M3 and M4.
	fn add(&mut self, opened: &Opened, selections: &Selections, weight: impl Fn(usize) -> Scalar) {
		let Opened { x, ciphertext, rounds, zd, state: _ } = opened;
		let (m3, m4) = (weight(2 * rounds.len()), weight(2 * rounds.len() + 1));
		let mut power = Scalar::ONE;
		for (j, OpenRound { g, h, b, d, f, za, zb }) in rounds.iter().enumerate() {
			let (m1, m2) = (weight(2 * j), weight(2 * j + 1));
			self.term(m1 * x + m2 * (x - f), *g);
			self.term(m1, *h);
			self.term(m2, *b);
			self.term(-(m3 * power), d.c1);
			self.term(-(m4 * power), d.c2);
			self.shared[0] -= m1 * f;
			self.shared[1] -= m1 * za + m2 * zb;
			power *= x;
		}
		self.term(m3 * power, ciphertext.c1);
		self.term(m4 * power, ciphertext.c2);
		self.shared[2] -= m3 * zd;
		self.shared[3] -= m4 * zd;
		for (sum, value) in self.table.iter_mut().zip(row_values(x, rounds, selections)) {
			*sum -= m4 * value;
		}
	}

	fn holds(mut self, selections: &Selections, key: &Element) -> bool {
		let [g, h] = commitment_key();
		self.scalars.extend(self.shared);
		self.points.extend([g, h, BASE_POINT, *key.point()]);
		self.scalars.extend(self.table);
		self.points.extend(selections.points());
		RistrettoPoint::vartime_multiscalar_mul(self.scalars, self.points).is_identity()
	}
}

/// `p_i(x) = Π_j (bit_j(i) = 1 ? f_j : x − f_j)` for all rows i, with those of the padding added to that of the last row.
fn row_values(x: &Scalar, rounds: &[OpenRound], selections: &Selections) -> Vec<Scalar> {
	let mut values = Vec::with_capacity(1 << rounds.len());
	values.push(Scalar::ONE);
	for round in rounds {
		let clear = x - round.f;
		for row in 0..values.len() {
			let value = values[row];
			values.push(value * round.f);
			values[row] = value * clear;
		}
	}
	selections.fold(&mut values);
	values
}
