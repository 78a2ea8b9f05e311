//! Its part in key ceremonies: of elections, of rolls, and in handing a roll's key over.

use super::{Attempt, Trustee};
use crate::{chain::Chain, plan::below};
use ballot_crypto::{
	ceremony::{self, complain, deal, open_share, CeremonyPlace, Dealing, RecipientSecret},
	equality, Context, Encoded, EncodedScalar, Scalar,
};
use dobush_primitives::{Ceremony, ElectionId, Making, Subject, TrusteeIndex, TrusteeSet};
use dobush_runtime::{AccountId, Runtime, RuntimeCall};
use pallet_trustees::{
	Call, CeremonyStage, Commitments, Dealings, KeyCeremonies, KeySets, RecipientKeys, StoredDealing, StoredKeySet,
};
use rand_chacha::ChaCha20Rng;

/// A ceremony as it is now, with all that is public of it once enough have joined.
pub fn ceremony_of(chain: &mut Chain, subject: impl Into<Subject>) -> (Ceremony<AccountId>, Option<Making>) {
	let (genesis, subject) = (chain.genesis().0, subject.into());
	chain.read(|| {
		let ceremony = KeyCeremonies::<Runtime>::get(subject).expect("it was begun");
		let key_of = |index| RecipientKeys::<Runtime>::get(subject, index);
		let old = subject.previous().and_then(KeySets::<Runtime>::get);
		let old = old.map(|StoredKeySet(keys)| keys.keys[0].clone());
		let public = ceremony.public_part(genesis, key_of).ok();
		let making = public.map(|public| ceremony.making(public, old).expect("the record holds together"));
		(ceremony, making)
	})
}

/// The dealings of those who revealed and were not found bad.
fn dealings_of(chain: &mut Chain, subject: Subject, ceremony: &Ceremony<AccountId>) -> Vec<(u16, Dealing)> {
	chain.read(|| {
		let dealing = |index: TrusteeIndex| {
			let StoredDealing(dealing) = Dealings::<Runtime>::get(subject, index).unwrap();
			assert_eq!(Commitments::<Runtime>::get(subject, index), Some(dealing.commitment()));
			(index.0, dealing)
		};
		ceremony.dealers().iter().map(dealing).collect()
	})
}

/// The ceremonies whose trustees are in office, or are to be.
pub fn under_way(chain: &mut Chain) -> Vec<Subject> {
	let mut subjects: Vec<Subject> = chain.read(|| {
		let ceremonies = KeyCeremonies::<Runtime>::iter();
		ceremonies.filter(|(_, ceremony)| !ceremony.ended).map(|(subject, _)| subject).collect()
	});
	subjects.sort();
	subjects
}

impl Trustee {
	/// What this trustee owes to key ceremonies now.
	pub fn owed_to_ceremonies(&mut self, chain: &mut Chain, rng: &mut ChaCha20Rng) -> Vec<RuntimeCall> {
		let mut calls = Vec::new();
		for subject in under_way(chain) {
			calls.extend(self.ceremony_calls(chain, subject, rng).into_iter().map(RuntimeCall::from));
		}
		calls
	}

	fn ceremony_calls(&mut self, chain: &mut Chain, subject: Subject, rng: &mut ChaCha20Rng) -> Vec<Call<Runtime>> {
		let (ceremony, making) = ceremony_of(chain, subject);
		let (attempt, built_on, number) = (ceremony.attempt, chain.head(), ceremony.number);
		let holder = ceremony.index_of(&self.account());
		// In a re-sharing those deal who hold the key now, by their old numbers.
		let dealer = match subject.previous() {
			Some(previous) => ceremony_of(chain, previous).0.index_of(&self.account()),
			None => holder,
		};
		let is = |members: TrusteeSet, index: Option<TrusteeIndex>| index.is_some_and(|index| members.contains(index));
		let joined = is(ceremony.joined, holder);
		match (ceremony.stage, holder) {
			(CeremonyStage::Joining, Some(index)) if !joined => {
				let place = CeremonyPlace { genesis: chain.genesis().0, ceremony: number };
				let kept = &mut self.attempts.entry(number).or_default().recipient;
				let recipient = kept.get_or_insert_with(|| RecipientSecret::random(index.0, rng));
				let (key, proof) = (recipient.recipient().key, recipient.prove(&place, rng));
				vec![Call::join { subject, attempt, built_on, key, proof }]
			}
			(CeremonyStage::Committing, _) if is(ceremony.may_deal(), dealer) && !is(ceremony.committed, dealer) => {
				let making = making.expect("enough have joined");
				let fresh = || match &making {
					Making::Fresh(public) => deal(public, dealer.expect("it may deal").0, rng).unwrap(),
					Making::Handover(resharing) => {
						let held = subject.previous().and_then(|previous| self.shares.get(&previous));
						resharing.deal(&held.expect("it holds a share")[0], rng).unwrap()
					}
				};
				let dealing = self.attempts.entry(number).or_default().dealing.get_or_insert_with(fresh);
				vec![Call::commit { subject, attempt, built_on, commitment: dealing.commitment() }]
			}
			(CeremonyStage::Revealing, _) if is(ceremony.committed, dealer) && !is(ceremony.revealed, dealer) => {
				let dealing = self.attempts[&number].dealing.clone().expect("it has committed");
				vec![Call::reveal { subject, attempt, built_on, dealing }]
			}
			(CeremonyStage::Complaining, _)
				if joined && !is(ceremony.accepted, holder) && !is(ceremony.false_complainers, holder) =>
			{
				let making = making.expect("enough have joined");
				let (public, recipient) = (making.public(), self.recipient(number));
				let complaints: Vec<_> = dealings_of(chain, subject, &ceremony)
					.iter()
					.filter(|(dealer, dealing)| open_share(public, *dealer, dealing, recipient).is_none())
					.map(|(dealer, dealing)| {
						let complaint = complain(public, *dealer, dealing, recipient, rng).unwrap();
						Call::complain { subject, attempt, built_on, complaint }
					})
					.collect();
				match complaints.is_empty() {
					true => vec![Call::accept { subject, attempt, built_on }],
					false => complaints,
				}
			}
			(CeremonyStage::Finished, _) if !self.shares.contains_key(&subject) && is(ceremony.holders(), holder) => {
				self.combine(chain, subject, &ceremony, &making.expect("it has finished"));
				Vec::new()
			}
			_ => Vec::new(),
		}
	}

	fn recipient(&self, number: u32) -> &RecipientSecret {
		self.attempts[&number].recipient.as_ref().expect("it has joined")
	}

	/// Adds up the shares that were sent to this trustee. Without a complaint in time a bad one among them makes them useless.
	fn combine(&mut self, chain: &mut Chain, subject: Subject, ceremony: &Ceremony<AccountId>, making: &Making) {
		let dealings = dealings_of(chain, subject, ceremony);
		let references: Vec<_> = dealings.iter().map(|(dealer, dealing)| (*dealer, dealing)).collect();
		let holders: Vec<u16> = ceremony.holders().iter().map(|holder| holder.0).collect();
		let StoredKeySet(keys) = chain.read(|| KeySets::<Runtime>::get(subject)).expect("it has finished");
		assert_eq!(making.combine(&references, &holders), Ok(keys.clone()), "the chain adds up what was dealt");
		let recipient = self.recipient(ceremony.number);
		if let Some(secrets) = making.holder_secrets(&references, &holders, recipient, &keys) {
			self.shares.insert(subject, secrets);
		}
	}

	/// Deals a bad share to one of the others, if it has not dealt yet. Gives that one's number.
	pub fn deal_badly(&mut self, chain: &mut Chain, election: ElectionId, rng: &mut ChaCha20Rng) -> Option<u16> {
		let (ceremony, making) = ceremony_of(chain, election);
		let (CeremonyStage::Committing, Some(Making::Fresh(public))) = (ceremony.stage, making) else { return None };
		let kept: &mut Attempt = self.attempts.get_mut(&ceremony.number).filter(|kept| kept.dealing.is_none())?;
		let others = public.recipients().iter().zip(0..).filter(|(other, _)| other.index != self.index.0);
		let others: Vec<(u16, usize)> = others.map(|(other, position)| (other.index, position)).collect();
		let (victim, position) = *others.get(below(rng, others.len() as u32) as usize)?;
		let mut dealing = deal(&public, self.index.0, rng).unwrap();
		let key = below(rng, dealing.keys.len() as u32) as usize;
		dealing.keys[key].shares[position] = EncodedScalar::from(&Scalar::random(rng));
		kept.dealing = Some(dealing);
		Some(victim)
	}

	/// A complaint about a share that is good, with a genuine proof of the secret: what excludes its maker. The proof's
	/// transcript is written down here once more, by the documentation.
	pub fn complain_falsely(
		&self,
		chain: &mut Chain,
		election: ElectionId,
		rng: &mut ChaCha20Rng,
	) -> Option<Call<Runtime>> {
		let subject = Subject::from(election);
		let (ceremony, _) = ceremony_of(chain, subject);
		let dealings = dealings_of(chain, subject, &ceremony);
		let (dealer, dealing) = dealings.iter().find(|(dealer, _)| *dealer != self.index.0)?;
		let recipient = self.attempts.get(&ceremony.number)?.recipient.as_ref()?;
		let secret = ballot_crypto::Secret::from_bytes(&recipient.to_bytes()).unwrap();
		let base = dealing.ephemeral.element().unwrap();
		let image = ballot_crypto::Element::try_from(base.point() * secret.scalar()).unwrap();
		let (genesis, holder) = (chain.genesis().0, self.index.0);
		let context = Context { genesis, election: 0, unit: 0, contest: 0, step: 0, prover: holder, attempt: 0 };
		let place = ballot_crypto::Transcript::new("dobush/v1/ceremony/complaint", &context)
			.with("ceremony", &ceremony.number)
			.with("dealer", dealer)
			.with("holder", &holder);
		let key = secret.public_element().unwrap();
		let proof = equality::Dleq { place, key, base, image }.prove(&secret, rng);
		let complaint = ceremony::Complaint { dealer: *dealer, holder, shared: Encoded::from(&image), proof };
		let (attempt, built_on) = (ceremony.attempt, chain.head());
		Some(Call::complain { subject, attempt, built_on, complaint })
	}
}
