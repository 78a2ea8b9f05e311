//! Co-signed enrolments, and each device alone.

use super::*;
use crate::{
	credential::{account, CredentialPlace},
	signature::{sign, verify_native, UNDER_IDENTITY},
};
use rand_chacha::{rand_core::SeedableRng, ChaCha20Rng};

struct Case {
	roll_key: Element,
	/// Secrets: of the desk's account, of the booth's account, v, x_b.
	desk: Secret,
	booth: Secret,
	v: Secret,
	share: Secret,
	pair: SecretPair,
	enrolment: Enrolment,
	rng: ChaCha20Rng,
}

/// A pair that encrypts `share·B + V` for the slip V.
fn case(seed: u8) -> Case {
	let mut rng = ChaCha20Rng::from_seed([seed; 32]);
	let [desk, booth, v, share, roll] = [(); 5].map(|()| Secret::random(&mut rng));
	let roll_key = roll.public_element().unwrap();
	let key = account(&share, &v.public_element().unwrap()).unwrap();
	let place = CredentialPlace { genesis: [1; 32], unit: 2, booth: booth.public().0 };
	let pair = SecretPair::encrypt(&place.element(&key).unwrap(), &key.element().unwrap(), &roll_key, &mut rng);
	let order = Order { genesis: [1; 32], voter_id: [7; 32], unit: 2, slip: v.public() };
	let enrolment = Enrolment { order, desk: desk.public().0, booth: booth.public().0, pair: *pair.pair() };
	Case { roll_key, desk, booth, v, share, pair, enrolment, rng }
}

impl Case {
	fn prove(&mut self) -> Proof {
		prove(&self.enrolment, &self.roll_key, &self.share, &self.pair, &mut self.rng)
	}

	/// Signed by these two secrets.
	fn verify_signed(&mut self, desk: &Secret, booth: &Secret, proof: &Proof) -> Result<(), Rejected> {
		let by_desk = sign(desk, &self.enrolment.order.message(), &mut self.rng);
		let by_booth = sign(booth, &self.enrolment.message(), &mut self.rng);
		verify(&self.enrolment, &self.roll_key, &by_desk, &by_booth, proof, verify_native)
	}

	fn verify(&mut self, proof: &Proof) -> Result<(), Rejected> {
		let (desk, booth) = (self.desk.clone(), self.booth.clone());
		self.verify_signed(&desk, &booth, proof)
	}
}

#[test]
fn a_genuine_enrolment_is_accepted() {
	let mut case = case(1);
	let proof = case.prove();
	assert_eq!(case.verify(&proof), Ok(()));
	assert_eq!((Order::max_encoded_len(), Enrolment::max_encoded_len(), Proof::max_encoded_len()), (98, 290, 96));
}

#[test]
fn a_desk_alone_enrols_nobody() {
	let mut case = case(2);
	let (proof, desk) = (case.prove(), case.desk.clone());
	assert_eq!(case.verify_signed(&desk, &desk, &proof), Err(Rejected::BoothSignature));
	case.enrolment.booth = case.enrolment.desk;
	let proof = case.prove();
	assert_eq!(case.verify_signed(&desk, &desk, &proof), Err(Rejected::OneDevice));
}

#[test]
fn a_booth_alone_enrols_nobody() {
	let mut case = case(3);
	let (proof, booth) = (case.prove(), case.booth.clone());
	assert_eq!(case.verify_signed(&booth, &booth, &proof), Err(Rejected::DeskSignature));
	case.enrolment.desk = case.enrolment.booth;
	let proof = case.prove();
	assert_eq!(case.verify_signed(&booth, &booth, &proof), Err(Rejected::OneDevice));
}

/// The booth knows y with P = y·B, and the randomness: all but the logarithm of P − V.
#[test]
fn a_booth_cannot_enrol_a_key_of_its_own() {
	let mut case = case(4);
	let own = Secret::random(&mut case.rng);
	let place = CredentialPlace { genesis: [1; 32], unit: 2, booth: case.enrolment.booth };
	let element = place.element(&own.public()).unwrap();
	case.pair = SecretPair::encrypt(&element, &own.public_element().unwrap(), &case.roll_key, &mut case.rng);
	case.enrolment.pair = *case.pair.pair();
	case.share = own.clone();
	let proof = case.prove();
	assert_eq!(case.verify(&proof), Err(Rejected::Proof));
	// Only v would help, and v is on the voter's sealed slip.
	case.share = Secret::try_from(own.scalar() - case.v.scalar()).unwrap();
	let proof = case.prove();
	assert_eq!(case.verify(&proof), Ok(()));
}

/// With V = 0 the booth would know the whole secret of what it enrols.
#[test]
fn a_slip_that_is_nothing_is_refused() {
	for (slip, seed) in [(Encoded::IDENTITY, 5), (Encoded([0xff; 32]), 6)] {
		let mut case = case(seed);
		case.enrolment.order.slip = slip;
		let proof = case.prove();
		assert_eq!(case.verify(&proof), Err(Rejected::Slip));
		assert_eq!(verify_proof(&case.enrolment, &case.roll_key, &proof), Err(Rejected::Slip));
	}
}

/// Whoever hears of a signature knows that the rest could be read.
#[test]
fn what_cannot_be_read_is_named_before_any_signature() {
	let stranger = Secret::random(&mut ChaCha20Rng::from_seed([60; 32]));
	let mut unreadable = case(61);
	let proof = unreadable.prove();
	assert_eq!(unreadable.verify_signed(&stranger, &stranger, &proof), Err(Rejected::DeskSignature));
	unreadable.enrolment.pair.key.c2 = Encoded([0xff; 32]);
	assert_eq!(unreadable.verify_signed(&stranger, &stranger, &proof), Err(Rejected::Pair));
	unreadable.enrolment.order.slip = Encoded::IDENTITY;
	assert_eq!(unreadable.verify_signed(&stranger, &stranger, &proof), Err(Rejected::Slip));
}

/// c2 is right and c1 is not: only `s'·B − e·c1` differs from what the prover committed to.
#[test]
fn a_first_half_of_another_randomness_is_refused() {
	let mut case = case(7);
	case.enrolment.pair.key.c1 = Secret::random(&mut case.rng).public();
	let proof = case.prove();
	assert_eq!(case.verify(&proof), Err(Rejected::Proof));
}

/// c1 is right and c2 is not: only the second equation differs.
#[test]
fn a_second_half_with_another_key_is_refused() {
	let mut case = case(8);
	let moved = case.enrolment.pair.key.c2.point().unwrap() + crate::BASE_POINT;
	case.enrolment.pair.key.c2 = Encoded::from(&moved);
	let proof = case.prove();
	assert_eq!(case.verify(&proof), Err(Rejected::Proof));
}

#[test]
fn verify_notices_every_altered_field() {
	let mut case = case(9);
	let proof = case.prove();
	let good = case.enrolment;
	let other = Secret::random(&mut case.rng).public();
	type Change<'a> = &'a dyn Fn(&mut Enrolment);
	let changes: [(&str, Change); 9] = [
		("genesis", &|e| e.order.genesis = [0; 32]),
		("voter", &|e| e.order.voter_id = [0; 32]),
		("unit", &|e| e.order.unit = 0),
		("slip", &|e| e.order.slip = other),
		("desk", &|e| e.desk = other.0),
		("booth", &|e| e.booth = other.0),
		("E.c1", &|e| e.pair.element.c1 = other),
		("E.c2", &|e| e.pair.element.c2 = other),
		("F.c1", &|e| e.pair.key.c1 = other),
	];
	for (field, change) in changes {
		case.enrolment = good;
		change(&mut case.enrolment);
		assert_eq!(verify_proof(&case.enrolment, &case.roll_key, &proof), Err(Rejected::Proof), "{field}");
	}
	case.enrolment = good;
	assert_eq!(verify_proof(&good, &other.element().unwrap(), &proof), Err(Rejected::Proof), "roll key");
	for field in 0..3 {
		let altered = |scalar: EncodedScalar| {
			let mut fields = [proof.e, proof.share, proof.randomness];
			fields[field] = scalar;
			Proof { e: fields[0], share: fields[1], randomness: fields[2] }
		};
		let one = EncodedScalar::from(&Scalar::ONE);
		assert_eq!(case.verify(&altered(one)), Err(Rejected::Proof), "{field}");
		assert_eq!(case.verify(&altered(EncodedScalar([0xff; 32]))), Err(Rejected::Scalar), "{field}");
	}
	for half in [Encoded::IDENTITY, Encoded([0xff; 32])] {
		for place in 0..4 {
			case.enrolment = good;
			let Pair { element, key } = &mut case.enrolment.pair;
			*[&mut element.c1, &mut element.c2, &mut key.c1, &mut key.c2][place] = half;
			assert_eq!(case.verify(&proof), Err(Rejected::Pair), "{place}");
			assert!(verify_proof(&case.enrolment, &case.roll_key, &proof).is_err(), "{place}");
		}
	}
}

/// Each signature moved to another order is none; the desk's and the booth's are none of each other.
#[test]
fn signatures_hold_for_what_they_name() {
	let mut case = case(10);
	let proof = case.prove();
	let good = case.enrolment;
	let by_desk = sign(&case.desk, &good.order.message(), &mut case.rng);
	let by_booth = sign(&case.booth, &good.message(), &mut case.rng);
	let verify = |enrolment: &Enrolment, desk: &Signature, booth: &Signature| {
		verify(enrolment, &case.roll_key, desk, booth, &proof, verify_native)
	};
	assert_eq!(verify(&good, &by_desk, &by_booth), Ok(()));
	assert_eq!(verify(&good, &by_booth, &by_booth), Err(Rejected::DeskSignature));
	assert_eq!(verify(&good, &by_desk, &by_desk), Err(Rejected::BoothSignature));
	let moved = Enrolment { order: Order { voter_id: [8; 32], ..good.order }, ..good };
	assert_eq!(verify(&moved, &by_desk, &by_booth), Err(Rejected::DeskSignature));
	let moved = Enrolment { order: Order { unit: 9, ..good.order }, ..good };
	assert_eq!(verify(&moved, &by_desk, &by_booth), Err(Rejected::DeskSignature));
	let swapped = Enrolment { pair: Pair { element: good.pair.key, key: good.pair.element }, ..good };
	assert_eq!(verify(&swapped, &by_desk, &by_booth), Err(Rejected::BoothSignature));
	let nobody = Enrolment { desk: [0; 32], ..good };
	assert_eq!(verify(&nobody, &UNDER_IDENTITY, &by_booth), Err(Rejected::DeskSignature));
	let nobody = Enrolment { booth: [0; 32], ..good };
	assert_eq!(verify(&nobody, &by_desk, &UNDER_IDENTITY), Err(Rejected::BoothSignature));
}
