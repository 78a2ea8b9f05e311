//! The registry's pseudonyms: what the roll has instead of persons. Protocol §2; bytes in A5.1.
//!
//! `voter_id = HMAC-SHA-256(k, national number)`. Numbers are few enough to try them all, so k is what protects them: it is made
//! anew for each period of the roll, split among officials of the registry so that no single one has it, and never stored
//! whole. The person gets a signed statement on paper, and nothing but the pseudonym goes to the chain.

use super::RegistryError;
use crate::error::Result;
use ballot_crypto::{
	signature::{verify_native, verify_with},
	transcript::blake2_256,
	Encoded, Signature,
};
use dobush_primitives::VoterId;
use hmac::{Hmac, Mac};
use parity_scale_codec::{Decode, Encode};
use rand::{CryptoRng, RngCore};
use sha2::Sha256;
use std::fmt;
use zeroize::{Zeroize, Zeroizing};

/// The longest national number that is taken.
pub const MAX_NUMBER_BYTES: usize = 24;

/// The most parts that a key is split into.
pub const MAX_PARTS: usize = 16;

/// A national identity number: 4 to 24 digits and capital Latin letters, and nothing else, so that nobody has two.
#[derive(Clone, PartialEq, Eq, Encode, Decode)]
pub struct NationalNumber(String);

impl NationalNumber {
	/// Takes a number as it is printed in a passport. Spaces and hyphens are left out, letters made capital.
	pub fn new(printed: &str) -> Result<Self> {
		let number: String =
			printed.chars().filter(|c| !matches!(c, ' ' | '-')).map(|c| c.to_ascii_uppercase()).collect();
		if !(4..=MAX_NUMBER_BYTES).contains(&number.len()) || !number.chars().all(|c| c.is_ascii_alphanumeric()) {
			return Err(RegistryError::NoNationalNumber.into());
		}
		Ok(Self(number))
	}
}

impl fmt::Debug for NationalNumber {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str("<hidden>")
	}
}

impl Drop for NationalNumber {
	fn drop(&mut self) {
		self.0.zeroize();
	}
}

/// Where a key of pseudonyms belongs: one period of one roll.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Period {
	/// Hash of the chain's genesis block.
	pub genesis: [u8; 32],
	/// The roll. Re-keying begins an empty one.
	pub roll: u32,
}

/// The whole key k. It exists only in memory while pseudonyms are made, and is wiped when dropped.
pub struct PseudonymKey {
	period: Period,
	key: Zeroizing<[u8; 32]>,
}

/// One official's part of the key k. All parts are needed to join the key; fewer reveal nothing about it.
#[derive(Clone, PartialEq, Eq, Encode, Decode)]
pub struct KeyPart {
	/// The chain and roll of the key.
	pub period: Period,
	/// The number of the part, from 1, and the number of all parts.
	pub number: (u8, u8),
	/// A hash of the whole key; it shows whether parts belong together, and is published.
	pub check: [u8; 32],
	part: [u8; 32],
}

impl fmt::Debug for KeyPart {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		write!(f, "KeyPart({} of {}, <hidden>)", self.number.0, self.number.1)
	}
}

impl Drop for KeyPart {
	fn drop(&mut self) {
		self.part.zeroize();
	}
}

impl PseudonymKey {
	/// Makes a key from `rng`.
	pub fn random(period: Period, rng: &mut (impl RngCore + CryptoRng)) -> Self {
		let mut key = Zeroizing::new([0; 32]);
		rng.fill_bytes(&mut *key);
		Self { period, key }
	}

	/// `blake2_256("dobush/v1/registry/key" ‖ genesis ‖ LE32(roll) ‖ k)`
	pub fn check(&self) -> [u8; 32] {
		blake2_256(&[b"dobush/v1/registry/key", &self.period.encode(), &*self.key])
	}

	/// Splits k into parts whose exclusive or it is.
	pub fn split(&self, parts: u8, rng: &mut (impl RngCore + CryptoRng)) -> Result<Vec<KeyPart>> {
		if !(2..=MAX_PARTS).contains(&usize::from(parts)) {
			return Err(RegistryError::PartCount { parts }.into());
		}
		let mut rest = self.key.clone();
		let (period, check) = (self.period, self.check());
		let mut all = Vec::with_capacity(usize::from(parts));
		for number in 1..parts {
			let mut part = [0; 32];
			rng.fill_bytes(&mut part);
			rest.iter_mut().zip(part).for_each(|(rest, part)| *rest ^= part);
			all.push(KeyPart { period, number: (number, parts), check, part });
		}
		all.push(KeyPart { period, number: (parts, parts), check, part: *rest });
		Ok(all)
	}

	/// Joins all parts, in any order.
	pub fn join(parts: &[KeyPart]) -> Result<Self> {
		let Some(first) = parts.first() else { return Err(RegistryError::NoParts.into()) };
		let wanted = first.number.1;
		if parts.iter().any(|part| (part.period, part.number.1, part.check) != (first.period, wanted, first.check)) {
			return Err(RegistryError::MixedParts.into());
		}
		if let Some(number) = (1..=wanted).find(|number| !parts.iter().any(|part| part.number.0 == *number)) {
			return Err(RegistryError::PartMissing { number, count: wanted }.into());
		}
		if parts.len() != usize::from(wanted) {
			return Err(RegistryError::PartTwice.into());
		}
		let mut key = Zeroizing::new([0; 32]);
		for part in parts {
			key.iter_mut().zip(part.part).for_each(|(key, part)| *key ^= part);
		}
		let joined = Self { period: first.period, key };
		if joined.check() != first.check {
			return Err(RegistryError::PartDamaged.into());
		}
		Ok(joined)
	}

	/// The pseudonym of a person: `HMAC-SHA-256(k, number)`.
	pub fn pseudonym(&self, number: &NationalNumber) -> Result<[u8; 32]> {
		let mut mac = Hmac::<Sha256>::new_from_slice(&*self.key).map_err(|_| RegistryError::KeyLength)?;
		mac.update(number.0.as_bytes());
		Ok(mac.finalize().into_bytes().into())
	}

	/// The statement for a person, signed as the registry.
	pub fn statement(
		&self,
		number: &NationalNumber,
		registry: [u8; 32],
		sign: impl FnOnce(&[u8]) -> Signature,
	) -> Result<Statement> {
		let said = Said { period: self.period, number: number.clone(), voter_id: self.pseudonym(number)?, registry };
		Ok(Statement { signature: sign(&said.message()), said })
	}
}

impl fmt::Debug for PseudonymKey {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.debug_struct("PseudonymKey").field("period", &self.period).finish_non_exhaustive()
	}
}

/// The content of a statement, which the registry gives to one person on paper and to nobody else.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Said {
	/// The chain and roll for which the pseudonym holds.
	pub period: Period,
	/// The person's national identity number.
	pub number: NationalNumber,
	/// The person's pseudonym on that roll.
	pub voter_id: [u8; 32],
	/// The account of the registry.
	pub registry: [u8; 32],
}

impl Said {
	/// The bytes that are signed: `"dobush/v1/registry/statement" ‖ SCALE(genesis, roll: u32, number, voter_id, registry)`.
	pub fn message(&self) -> Vec<u8> {
		let mut message = b"dobush/v1/registry/statement".to_vec();
		self.encode_to(&mut message);
		message
	}
}

/// A signed statement: evidence for the person, should the roll have another pseudonym or none.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Statement {
	/// The content of the statement.
	pub said: Said,
	/// The registry's signature of the content.
	pub signature: Signature,
}

impl Statement {
	/// Whether the registry of this chain said it.
	pub fn verify(&self, genesis: &[u8; 32], registry: &[u8; 32]) -> Result<()> {
		let Said { period, registry: signer, .. } = &self.said;
		if period.genesis != *genesis {
			return Err(RegistryError::OtherChain.into());
		}
		if signer != registry {
			return Err(RegistryError::OtherRegistry.into());
		}
		if !verify_with(&self.signature, &self.said.message(), &Encoded(*registry), verify_native) {
			return Err(RegistryError::NotSigned.into());
		}
		Ok(())
	}
}

/// Reads a pseudonym: 32 bytes of hexadecimals.
pub fn parse_voter_id(text: &str) -> Result<VoterId> {
	let digits = text.strip_prefix("0x").unwrap_or(text);
	let bytes = hex::decode(digits).ok().and_then(|bytes| <[u8; 32]>::try_from(bytes).ok());
	bytes.map(VoterId).ok_or_else(|| RegistryError::NoPseudonym { text: text.to_owned() }.into())
}

#[cfg(test)]
mod tests {
	use super::*;
	use ballot_crypto::{signature::sign, Secret};
	use rand::{rngs::StdRng, SeedableRng};

	const PERIOD: Period = Period { genesis: [1; 32], roll: 2 };

	fn number() -> NationalNumber {
		NationalNumber::new("1 23456789-01234").expect("a number")
	}

	fn key(seed: u64) -> PseudonymKey {
		PseudonymKey::random(PERIOD, &mut StdRng::seed_from_u64(seed))
	}

	/// RFC 4231, test case 2, with a key of its own length.
	#[test]
	fn the_function_is_hmac_sha_256() {
		let mut padded = Zeroizing::new([0; 32]);
		padded[..4].copy_from_slice(b"Jefe"); // HMAC pads keys with zero bytes
		let key = PseudonymKey { period: PERIOD, key: padded };
		let number = NationalNumber("what do ya want for nothing?".to_owned());
		let expected = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";
		assert_eq!(hex::encode(key.pseudonym(&number).expect("a pseudonym")), expected);
	}

	#[test]
	fn one_person_one_pseudonym_for_each_key() {
		let same = NationalNumber::new("12345678901234").expect("a number");
		assert_eq!(key(1).pseudonym(&number()).expect("one"), key(1).pseudonym(&same).expect("one"));
		assert_ne!(key(1).pseudonym(&number()).expect("one"), key(2).pseudonym(&number()).expect("another"));
		for bad in ["", "123", "1234567890123456789012345", "12345ө", "1234;5", "12 34\n56"] {
			assert_eq!(NationalNumber::new(bad), Err(RegistryError::NoNationalNumber.into()), "{bad}");
		}
	}

	#[test]
	fn all_parts_are_needed_and_each_once() {
		let key = key(3);
		let mut parts = key.split(3, &mut StdRng::seed_from_u64(4)).expect("three parts");
		parts.reverse();
		let joined = PseudonymKey::join(&parts).expect("all of them");
		assert_eq!(*joined.key, *key.key);
		let error = |parts: &[KeyPart]| PseudonymKey::join(parts).expect_err("refused");
		assert_eq!(error(&[]), RegistryError::NoParts.into());
		assert_eq!(error(&parts[..2]), RegistryError::PartMissing { number: 1, count: 3 }.into());
		let twice = [&parts[..], &parts[..1]].concat();
		assert_eq!(error(&twice), RegistryError::PartTwice.into());
		let mut damaged = parts.clone();
		damaged[1].part[0] ^= 1;
		assert_eq!(error(&damaged), RegistryError::PartDamaged.into());
		let other = self::key(5).split(3, &mut StdRng::seed_from_u64(6)).expect("three parts");
		let mixed = [parts[0].clone(), parts[1].clone(), other[0].clone()];
		assert_eq!(error(&mixed), RegistryError::MixedParts.into());
		for parts in [0, 1, 17] {
			let split = key.split(parts, &mut StdRng::seed_from_u64(7));
			assert_eq!(split, Err(RegistryError::PartCount { parts }.into()));
		}
		assert_eq!(KeyPart::decode(&mut &parts[0].encode()[..]).expect("the same"), parts[0]);
	}

	/// Each split draws its parts anew, so parts of two splits do not join, and none is the key.
	#[test]
	fn a_key_is_split_differently_each_time() {
		let key = key(8);
		let split = |seed| key.split(2, &mut StdRng::seed_from_u64(seed)).expect("two parts");
		let (one, two) = (split(9), split(10));
		assert!(one.iter().zip(&two).all(|(one, two)| one.part != two.part));
		assert!(one.iter().all(|part| part.part != *key.key));
		let error = PseudonymKey::join(&[one[0].clone(), two[1].clone()]).expect_err("parts of two splits");
		assert_eq!(error, RegistryError::PartDamaged.into());
	}

	#[test]
	fn a_statement_holds_for_its_person_roll_and_chain() {
		let registry = Secret::random(&mut StdRng::seed_from_u64(10));
		let account = registry.public().0;
		let mut rng = StdRng::seed_from_u64(11);
		let good = key(12).statement(&number(), account, |m| sign(&registry, m, &mut rng)).expect("signed");
		assert!(good.verify(&PERIOD.genesis, &account).is_ok());
		assert_eq!(good.verify(&[9; 32], &account), Err(RegistryError::OtherChain.into()));
		assert_eq!(good.verify(&PERIOD.genesis, &[9; 32]), Err(RegistryError::OtherRegistry.into()));
		let changes: [&dyn Fn(&mut Said); 3] =
			[&|said| said.voter_id = [9; 32], &|said| said.period.roll = 9, &|said| {
				said.number = NationalNumber::new("9999").expect("a number")
			}];
		for change in changes {
			let mut altered = good.clone();
			change(&mut altered.said);
			assert_eq!(altered.verify(&PERIOD.genesis, &account), Err(RegistryError::NotSigned.into()));
		}
	}

	#[test]
	fn neither_keys_nor_persons_print() {
		let key = key(13);
		let part = &key.split(2, &mut StdRng::seed_from_u64(14)).expect("two parts")[0];
		let printed = format!("{key:?} {part:?} {:?}", number());
		assert!(printed.contains("KeyPart(1 of 2, <hidden>)") && !printed.contains("1234567890"), "{printed}");
	}
}
