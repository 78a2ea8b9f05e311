//! What a booth keeps between visits, for one unit of one roll: keys that wait for their batch, and its decoys. It names no
//! voter, and nothing in it tells real from fake or says who came first.

use crate::deniable_roll::Envelopes;
use ballot_crypto::{
	booth::Booth,
	credential::{CredentialPlace, CredentialSecret},
	enrolment::{
		batch::{Activation, Batch, Member},
		SecretPair,
	},
	envelope::{EnvelopeHash, EnvelopeStatus},
	Element,
};
use parity_scale_codec::{Decode, Encode, Error, Input, Output};
use std::fmt;

/// A member of the next batch, as it is kept: `P ‖ ε ‖ E ‖ F ‖ r ‖ r'`, 256 bytes.
#[derive(Clone, Debug)]
pub struct Waiting(pub Member);

impl Encode for Waiting {
	fn encode_to<O: Output + ?Sized>(&self, out: &mut O) {
		self.0.activation.encode_to(out);
		out.write(&*self.0.pair.to_bytes());
	}
}

impl Decode for Waiting {
	fn decode<I: Input>(input: &mut I) -> Result<Self, Error> {
		let activation = Activation::decode(input)?;
		let mut bytes = zeroize::Zeroizing::new([0; 192]);
		input.read(&mut *bytes)?;
		let pair = SecretPair::from_bytes(&bytes).map_err(|_| "a pair with its randomness is damaged")?;
		Ok(Self(Member { activation, pair }))
	}
}

/// The secret of a decoy: a credential of the booth itself.
#[derive(Clone)]
pub struct Decoy(pub CredentialSecret);

impl Encode for Decoy {
	fn encode_to<O: Output + ?Sized>(&self, out: &mut O) {
		out.write(&*self.0.to_bytes());
	}
}

impl Decode for Decoy {
	fn decode<I: Input>(input: &mut I) -> Result<Self, Error> {
		let mut bytes = zeroize::Zeroizing::new([0; 64]);
		input.read(&mut *bytes)?;
		CredentialSecret::from_bytes(&bytes).map(Self).map_err(|_| "a decoy's secret is damaged".into())
	}
}

impl fmt::Debug for Decoy {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str("<hidden>")
	}
}

/// A batch that is proven and announced, or about to be. The randomness it was made of is gone.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Announced {
	/// The batch as it will be activated.
	pub batch: Batch,
	/// The number of sessions that were dropped after their first print since the batch before.
	pub aborted: u32,
}

/// When decoys cast in an election: drawn once, and not again after a restart.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Schedule {
	/// The number of the election.
	pub election: u32,
	/// For each ballot that is still to be cast: when, in UTC milliseconds, and with which decoy.
	pub ballots: Vec<(u64, u32)>,
}

/// What a booth keeps about one counting unit.
#[derive(Clone, Debug, Encode, Decode)]
pub struct UnitState {
	/// The number of the roll.
	pub roll: u32,
	/// The chain, counting unit and booth to which the keys belong.
	pub place: CredentialPlace,
	/// How many visits there were: the session number of the newest.
	pub visits: u32,
	/// Sessions whose first print is out and whose third is not: aborted, unless they go on at this moment.
	pub unfinished: u32,
	/// Real credentials among those that wait: as many voters as the next batch will have.
	pub voters: u32,
	/// The keys that wait for a batch, ascending by key.
	pub waiting: Vec<Waiting>,
	/// The batch that is between announcement and activation, if there is one.
	pub announced: Option<Announced>,
	/// Decoys, ascending by account; those of a batch that is not activated yet are among them.
	pub decoys: Vec<Decoy>,
	/// One schedule for each election in which the decoys have begun to cast.
	pub schedules: Vec<Schedule>,
}

impl UnitState {
	/// An empty state.
	pub fn new(roll: u32, place: CredentialPlace) -> Self {
		Self {
			roll,
			place,
			visits: 0,
			unfinished: 0,
			voters: 0,
			waiting: Vec::new(),
			announced: None,
			decoys: Vec::new(),
			schedules: Vec::new(),
		}
	}

	/// The booth that makes credentials for this unit.
	pub fn booth(&self, roll_key: Element) -> Booth {
		Booth { place: self.place, roll_key }
	}

	/// Keeps a member, at the place that its key gives it.
	pub fn keep(&mut self, member: Member) {
		let key = member.activation.key;
		let place = self.waiting.partition_point(|waiting| waiting.0.activation.key < key);
		self.waiting.insert(place, Waiting(member));
	}

	/// Keeps a decoy and its secret.
	pub(crate) fn keep_decoy(&mut self, secret: CredentialSecret, member: Member) {
		let account = secret.account();
		let place = self.decoys.partition_point(|decoy| decoy.0.account() < account);
		// Schedules name decoys by their place.
		for (_, decoy) in self.schedules.iter_mut().flat_map(|schedule| &mut schedule.ballots) {
			if *decoy as usize >= place {
				*decoy += 1;
			}
		}
		self.decoys.insert(place, Decoy(secret));
		self.keep(member);
	}

	/// How many of the keys that wait are the booth's own.
	pub fn decoys_waiting(&self) -> usize {
		let own: std::collections::BTreeSet<_> = self.decoys.iter().map(|decoy| decoy.0.account()).collect();
		self.waiting.iter().filter(|waiting| own.contains(&waiting.0.activation.key)).count()
	}

	/// Whether an envelope waits in this booth, for a key that is not activated yet.
	pub(crate) fn has_envelope(&self, hash: &EnvelopeHash) -> bool {
		let waiting = self.waiting.iter().map(|waiting| &waiting.0.activation);
		let announced = self.announced.iter().flat_map(|announced| &announced.batch.activations);
		waiting.chain(announced).any(|activation| activation.challenge.hash() == *hash)
	}
}

/// What is known of an envelope at a booth. Other units of the same booth have their own keys that wait, so all `states` are asked.
pub fn standing<'a>(
	envelopes: &Envelopes,
	hash: &EnvelopeHash,
	states: impl IntoIterator<Item = &'a UnitState>,
) -> EnvelopeStatus {
	envelopes.standing(hash, states.into_iter().any(|state| state.has_envelope(hash)))
}

#[cfg(test)]
mod tests {
	use super::*;
	use ballot_crypto::{
		booth::{visit::decoy, visit::Scan, Envelope},
		envelope::{Challenge, Symbol},
		Secret,
	};
	use rand::{rngs::StdRng, SeedableRng};

	fn state_with(decoys: u8) -> UnitState {
		let mut rng = StdRng::seed_from_u64(1);
		let place = CredentialPlace { genesis: [1; 32], unit: 2, booth: [3; 32] };
		let roll_key = Secret::random(&mut rng).public_element().expect("not zero");
		let mut state = UnitState::new(0, place);
		for n in 0..decoys {
			let symbol = Symbol::new(0).expect("the first");
			let envelope =
				Envelope { genesis: place.genesis, booth: place.booth, symbol, challenge: Challenge([n; 32]) };
			let scan = Scan { envelope, status: EnvelopeStatus::Fresh };
			let (secret, member) = decoy(&state.booth(roll_key), &scan, &mut rng).expect("fresh");
			state.keep_decoy(secret, member);
		}
		state
	}

	#[test]
	fn what_waits_survives_its_bytes_and_is_sorted() {
		let state = state_with(5);
		let again = UnitState::decode(&mut &state.encode()[..]).expect("its own bytes");
		assert_eq!(again.encode(), state.encode());
		assert!(again.waiting.windows(2).all(|two| two[0].0.activation.key < two[1].0.activation.key));
		assert!(again.decoys.windows(2).all(|two| two[0].0.account() < two[1].0.account()));
		assert_eq!(again.decoys_waiting(), 5);
		assert!(!format!("{:?}", again.decoys).contains("Secret"), "secrets do not print");
	}

	#[test]
	fn damaged_state_is_refused() {
		let mut bytes = state_with(1).waiting[0].encode();
		assert_eq!(bytes.len(), 256);
		bytes[200] ^= 1;
		assert!(Waiting::decode(&mut &bytes[..]).is_err());
		assert!(Decoy::decode(&mut &[0xff; 64][..]).is_err());
	}

	#[test]
	fn an_envelope_serves_once_also_before_its_key_is_activated() {
		let state = state_with(1);
		let [used, spent, fresh] = [0, 8, 9].map(|n| Challenge([n; 32]).hash());
		let envelopes = Envelopes::new([(used, false), (spent, true), (fresh, false)]);
		assert_eq!(standing(&envelopes, &used, [&state]), EnvelopeStatus::Spent);
		assert_eq!(standing(&envelopes, &spent, [&state]), EnvelopeStatus::Spent);
		assert_eq!(standing(&envelopes, &fresh, [&state]), EnvelopeStatus::Fresh);
		assert_eq!(standing(&envelopes, &Challenge([7; 32]).hash(), [&state]), EnvelopeStatus::Unregistered);
		assert_eq!(envelopes.fresh(), 2);
	}

	#[test]
	fn a_schedule_follows_its_decoys_when_more_are_made() {
		let mut state = state_with(3);
		let wanted = state.decoys[1].0.account();
		state.schedules.push(Schedule { election: 4, ballots: vec![(0, 1)] });
		let mut rng = StdRng::seed_from_u64(9);
		for n in 0..8u8 {
			let roll_key = Secret::random(&mut rng).public_element().expect("not zero");
			let symbol = Symbol::new(0).expect("the first");
			let envelope = Envelope {
				genesis: state.place.genesis,
				booth: state.place.booth,
				symbol,
				challenge: Challenge([100 + n; 32]),
			};
			let scan = Scan { envelope, status: EnvelopeStatus::Fresh };
			let (secret, member) = decoy(&state.booth(roll_key), &scan, &mut rng).expect("fresh");
			state.keep_decoy(secret, member);
		}
		let (_, place) = state.schedules[0].ballots[0];
		assert_eq!(state.decoys[place as usize].0.account(), wanted);
	}
}
