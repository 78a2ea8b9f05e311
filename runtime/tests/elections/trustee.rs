//! A trustee who follows the chain's state and does what is owed, with real secrets and proofs.

use crate::{
	chain::{account, Chain},
	plan::below,
	voter::pair,
};
use ballot_crypto::{
	ceremony::{self, combine, complain, deal, open_share, Dealing, HolderSecret, Place, RecipientSecret},
	context::step,
	equality::{self, Bases},
	shuffle::{self, ProofColumn, Shape},
	transcript::ListDigest,
	Ciphertext, Context, EncodedScalar, Scalar,
};
use dobush_primitives::{BuiltOn, ElectionId, Subject, TrusteeIndex, UnitId};
use dobush_runtime::{AccountId, Runtime, RuntimeCall, Tally};
use pallet_tally::{Duty, DutyKind, ListId, TrusteeSet};
use pallet_trustees::{
	Ceremony, Commitments, Dealings, KeyCeremonies, KeySets, RecipientKeys, Stage, StoredDealing, StoredKeySet,
};
use parity_scale_codec::Encode;
use rand_chacha::ChaCha20Rng;
use sp_core::sr25519;
use std::collections::BTreeMap;

/// Items on a page, as the runtime has it.
const PAGE: u32 = 256;

/// A mix with its proof, ready for upload.
#[derive(Clone)]
pub struct Mix {
	pub outputs: Vec<Ciphertext>,
	pub head: Vec<u8>,
	pub columns: Vec<ProofColumn>,
}

/// The secrets of one attempt at a ceremony.
struct Attempt {
	recipient: RecipientSecret,
	dealing: Option<Dealing>,
}

pub struct Trustee {
	pub pair: sr25519::Pair,
	pub index: TrusteeIndex,
	attempts: BTreeMap<u32, Attempt>,
	share: Option<HolderSecret>,
	/// The mix of each invitation, also of those that were not uploaded to the end.
	pub mixes: BTreeMap<(ListId, u16), Mix>,
}

/// A ceremony as it is now, with all that is public of it.
pub fn ceremony_of(chain: &mut Chain, election: ElectionId) -> (Ceremony<AccountId>, Option<ceremony::Ceremony>) {
	let genesis = chain.genesis().0;
	chain.read(|| {
		let subject = Subject::Election(election);
		let ceremony = KeyCeremonies::<Runtime>::get(subject).expect("it was announced");
		let public = ceremony.public_part(genesis, |index| RecipientKeys::<Runtime>::get(subject, index)).ok();
		(ceremony, public)
	})
}

fn dealings_of(chain: &mut Chain, election: ElectionId, ceremony: &Ceremony<AccountId>) -> Vec<(u16, Dealing)> {
	let subject = Subject::Election(election);
	chain.read(|| {
		let dealing = |index: TrusteeIndex| {
			let StoredDealing(dealing) = Dealings::<Runtime>::get(subject, index).unwrap();
			assert_eq!(Commitments::<Runtime>::get(subject, index), Some(dealing.commitment()));
			(index.0, dealing)
		};
		ceremony.dealers().iter().map(dealing).collect()
	})
}

impl Trustee {
	pub fn random(index: u16, rng: &mut ChaCha20Rng) -> Self {
		Self {
			pair: pair(rng),
			index: TrusteeIndex(index),
			attempts: BTreeMap::new(),
			share: None,
			mixes: BTreeMap::new(),
		}
	}

	pub fn account(&self) -> AccountId {
		account(&self.pair)
	}

	/// Everything that this trustee owes now, in the order in which it must be sent.
	pub fn owed(&mut self, chain: &mut Chain, election: ElectionId, rng: &mut ChaCha20Rng) -> Vec<RuntimeCall> {
		let mut calls: Vec<RuntimeCall> =
			self.ceremony_calls(chain, election, rng).into_iter().map(RuntimeCall::from).collect();
		for duty in self.duties(chain, election) {
			calls.extend(self.tally_calls(chain, &duty, rng).into_iter().map(RuntimeCall::from));
		}
		calls
	}

	fn ceremony_calls(
		&mut self,
		chain: &mut Chain,
		election: ElectionId,
		rng: &mut ChaCha20Rng,
	) -> Vec<pallet_trustees::Call<Runtime>> {
		use pallet_trustees::Call;
		let (ceremony, public) = ceremony_of(chain, election);
		let (subject, attempt, built_on, index) =
			(Subject::Election(election), ceremony.attempt, chain.head(), self.index);
		let joined = ceremony.joined.contains(index);
		match ceremony.stage {
			Stage::Joining if !joined => {
				let place = Place { genesis: chain.genesis().0, ceremony: ceremony.number };
				let fresh = || Attempt { recipient: RecipientSecret::random(index.0, rng), dealing: None };
				let recipient = &self.attempts.entry(ceremony.number).or_insert_with(fresh).recipient;
				let (key, proof) = (recipient.recipient().key, recipient.prove(&place, rng));
				vec![Call::join { subject, attempt, built_on, key, proof }]
			}
			Stage::Committing if joined && !ceremony.committed.contains(index) => {
				let public = public.expect("enough have joined");
				let kept = self.attempts.get_mut(&ceremony.number).expect("it has joined");
				let dealing = kept.dealing.get_or_insert_with(|| deal(&public, index.0, rng).unwrap());
				vec![Call::commit { subject, attempt, built_on, commitment: dealing.commitment() }]
			}
			Stage::Revealing if ceremony.committed.contains(index) && !ceremony.revealed.contains(index) => {
				let dealing = self.attempts[&ceremony.number].dealing.clone().expect("it has committed");
				vec![Call::reveal { subject, attempt, built_on, dealing }]
			}
			Stage::Complaining
				if joined && !ceremony.accepted.contains(index) && !ceremony.false_complainers.contains(index) =>
			{
				let public = public.expect("enough have joined");
				let recipient = &self.attempts[&ceremony.number].recipient;
				let complaints: Vec<_> = dealings_of(chain, election, &ceremony)
					.iter()
					.filter(|(dealer, dealing)| open_share(&public, *dealer, dealing, recipient).is_none())
					.map(|(dealer, dealing)| {
						let complaint = complain(&public, *dealer, dealing, recipient, rng).unwrap();
						Call::complain { subject, attempt, built_on, complaint }
					})
					.collect();
				match complaints.is_empty() {
					true => vec![Call::accept { subject, attempt, built_on }],
					false => complaints,
				}
			}
			Stage::Finished if self.share.is_none() && ceremony.holders().contains(index) => {
				self.combine(chain, election, &ceremony, &public.expect("it has finished"));
				Vec::new()
			}
			_ => Vec::new(),
		}
	}

	/// Adds up the shares that were sent to this trustee. Without a complaint in time a bad one among them makes it useless.
	fn combine(
		&mut self,
		chain: &mut Chain,
		election: ElectionId,
		ceremony: &Ceremony<AccountId>,
		public: &ceremony::Ceremony,
	) {
		let dealings = dealings_of(chain, election, ceremony);
		let references: Vec<_> = dealings.iter().map(|(dealer, dealing)| (*dealer, dealing)).collect();
		let holders: Vec<u16> = ceremony.holders().iter().map(|holder| holder.0).collect();
		let StoredKeySet(keys) =
			chain.read(|| KeySets::<Runtime>::get(Subject::Election(election))).expect("it has finished");
		assert_eq!(combine(public, &references, &holders), Ok(keys.clone()), "the chain adds up what was dealt");
		let recipient = &self.attempts[&ceremony.number].recipient;
		let opened: Vec<_> =
			dealings.iter().filter_map(|(dealer, dealing)| open_share(public, *dealer, dealing, recipient)).collect();
		self.share = HolderSecret::combine(self.index.0, 0, &opened.iter().collect::<Vec<_>>(), &keys.keys[0]);
	}

	/// Deals a bad share to one of the others, if it has not dealt yet. Gives that one's number.
	pub fn deal_badly(&mut self, chain: &mut Chain, election: ElectionId, rng: &mut ChaCha20Rng) -> Option<u16> {
		let (ceremony, public) = ceremony_of(chain, election);
		let (Stage::Committing, Some(public)) = (ceremony.stage, public) else { return None };
		let kept = self.attempts.get_mut(&ceremony.number).filter(|kept| kept.dealing.is_none())?;
		let others = public.recipients().iter().zip(0..).filter(|(other, _)| other.index != self.index.0);
		let others: Vec<(u16, usize)> = others.map(|(other, position)| (other.index, position)).collect();
		let (victim, position) = *others.get(below(rng, others.len() as u32) as usize)?;
		let mut dealing = deal(&public, self.index.0, rng).unwrap();
		dealing.keys[0].shares[position] = EncodedScalar::from(&Scalar::random(rng));
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
	) -> Option<pallet_trustees::Call<Runtime>> {
		let (ceremony, _) = ceremony_of(chain, election);
		let dealings = dealings_of(chain, election, &ceremony);
		let (dealer, dealing) = dealings.iter().find(|(dealer, _)| *dealer != self.index.0)?;
		let recipient = &self.attempts.get(&ceremony.number)?.recipient;
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
		let shared = ballot_crypto::Encoded::from(&image);
		let complaint = ceremony::Complaint { dealer: *dealer, holder, shared, proof };
		let (subject, attempt, built_on) = (Subject::Election(election), ceremony.attempt, chain.head());
		Some(pallet_trustees::Call::complain { subject, attempt, built_on, complaint })
	}

	/// What the tally waits for.
	pub fn duties(&self, chain: &mut Chain, election: ElectionId) -> Vec<Duty> {
		let account = self.account();
		chain.read(|| Tally::duty_of(account, election, UnitId(0), u16::MAX))
	}

	fn tally_calls(
		&mut self,
		chain: &mut Chain,
		duty: &Duty,
		rng: &mut ChaCha20Rng,
	) -> Vec<pallet_tally::Call<Runtime>> {
		match duty.kind {
			DutyKind::Mix { page, head, columns } => {
				let key = (duty.list, duty.attempt);
				let mix = self.mixes.entry(key).or_insert_with(|| mix(chain, duty, rng));
				upload(mix, duty, (page, head, columns), chain.head())
			}
			DutyKind::Decrypt { page, panel } => match &self.share {
				Some(share) => decrypt(share, chain, duty, page, panel, rng),
				None => Vec::new(),
			},
		}
	}
}

fn context(chain: &Chain, duty: &Duty, step: u8) -> Context {
	Context {
		genesis: chain.genesis().0,
		election: duty.list.election.0,
		unit: duty.list.unit.0,
		contest: duty.list.contest.0,
		step,
		prover: duty.trustee.0,
		attempt: duty.attempt,
	}
}

/// The list as the chain has it.
fn ciphertexts(chain: &mut Chain, duty: &Duty) -> Vec<Ciphertext> {
	let page = |page| pallet_tally::Pages::<Runtime>::get((duty.list, duty.layer, page)).unwrap();
	let list: Vec<_> = chain.read(|| (0..duty.total.div_ceil(PAGE)).flat_map(page).collect());
	assert_eq!(ListDigest::of(&list, PAGE), duty.digest, "the chain's digest is that of its pages");
	list
}

fn mix(chain: &mut Chain, duty: &Duty, rng: &mut ChaCha20Rng) -> Mix {
	let inputs = ciphertexts(chain, duty);
	let StoredKeySet(keys) = chain.read(|| KeySets::<Runtime>::get(Subject::Election(duty.list.election))).unwrap();
	let key = keys.keys[0].key.element().unwrap();
	let (outputs, witness) = shuffle::shuffle(&[key], &inputs, rng).unwrap();
	let context = context(chain, duty, step::MIX);
	let statement = shuffle::Statement {
		context: &context,
		keys: &[key],
		input_digest: duty.digest,
		output_digest: ListDigest::of(&outputs, PAGE),
		shape: Shape::of(duty.total, 1).unwrap(),
	};
	let proof = shuffle::prove(&statement, &inputs, &outputs, &witness, rng, |_, _| ()).unwrap();
	Mix { outputs, head: proof.head.encode(), columns: proof.columns }
}

fn upload(mix: &Mix, duty: &Duty, there: (u32, bool, u32), built_on: BuiltOn) -> Vec<pallet_tally::Call<Runtime>> {
	use pallet_tally::Call;
	let (list, attempt) = (duty.list, duty.attempt);
	let (first_page, head_is_there, first_columns) = there;
	let mut calls = Vec::new();
	for (page, items) in (0u32..).zip(mix.outputs.chunks(PAGE as usize)).skip(first_page as usize) {
		calls.push(Call::upload_mix_page { list, attempt, page, ciphertexts: items.to_vec().try_into().unwrap() });
	}
	if !head_is_there {
		calls.push(Call::upload_mix_head { list, attempt, head: mix.head.clone().try_into().unwrap() });
	}
	for (page, items) in (0u32..).zip(mix.columns.chunks(PAGE as usize)).skip(first_columns as usize) {
		calls.push(Call::upload_mix_columns { list, attempt, page, columns: items.to_vec().try_into().unwrap() });
	}
	calls.push(Call::close_upload { list, attempt, built_on });
	calls
}

fn decrypt(
	share: &HolderSecret,
	chain: &mut Chain,
	duty: &Duty,
	first_page: u32,
	panel: TrusteeSet,
	rng: &mut ChaCha20Rng,
) -> Vec<pallet_tally::Call<Runtime>> {
	let set: Vec<u16> = panel.iter().map(|index| index.0).collect();
	let StoredKeySet(keys) = chain.read(|| KeySets::<Runtime>::get(Subject::Election(duty.list.election))).unwrap();
	let key = keys.keys[0].share_key(&set, duty.trustee.0).unwrap();
	let secret = share.share_secret(&set).unwrap();
	let list = ciphertexts(chain, duty);
	let context = context(chain, duty, step::DECRYPT);
	(0u32..)
		.zip(list.chunks(PAGE as usize))
		.skip(first_page as usize)
		.map(|(page, items)| {
			let bases = Bases::new(items.iter().map(|ciphertext| ciphertext.c1).collect()).unwrap();
			let statement = equality::Statement {
				context: &context,
				list_digest: duty.digest,
				start: page * PAGE,
				total: duty.total,
				key,
				bases: &bases,
			};
			let (shares, proof) = equality::prove(&statement, &secret, rng).unwrap();
			pallet_tally::Call::upload_shares {
				list: duty.list,
				attempt: duty.attempt,
				page,
				shares: shares.try_into().unwrap(),
				proof,
				built_on: chain.head(),
			}
		})
		.collect()
}
