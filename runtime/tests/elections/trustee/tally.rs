//! Its part in the tally: mixing, tagging, opening, decrypting.

use super::Trustee;
use crate::chain::Chain;
use ballot_crypto::{
	ceremony::{HolderSecret, KeySet},
	context::step,
	equality::{self, Bases},
	shuffle::{self, Inputs, ProofColumn, Shape},
	tagging,
	transcript::ListDigest,
	Ciphertext, Context, Element, Encoded, Secret,
};
use dobush_primitives::{
	ceremony::TAGGING_KEY, tally::vectors_on_page, traits::Elections as _, BuiltOn, Duty, DutyKind, ElectionId, Part,
	Subject, TrusteeSet, UnitId,
};
use dobush_runtime::{Elections, Runtime, Tally};
use pallet_tally::Call;
use pallet_trustees::{KeySets, StoredKeySet};
use parity_scale_codec::Encode;
use rand_chacha::ChaCha20Rng;

/// Room for ciphertexts on a page, as the runtime has it.
const PAGE: u32 = 256;

/// A mix with its proof, ready for upload.
#[derive(Clone)]
pub struct Mix {
	pub outputs: Vec<Ciphertext>,
	pub head: Vec<u8>,
	pub columns: Vec<ProofColumn>,
}

/// Ciphertexts on a full page of the list.
fn page_of(duty: &Duty) -> u32 {
	vectors_on_page(PAGE, duty.width) * u32::from(duty.width)
}

fn keys_of(chain: &mut Chain, subject: Subject) -> KeySet {
	let StoredKeySet(keys) = chain.read(|| KeySets::<Runtime>::get(subject)).expect("the key is made");
	keys
}

/// Whose shares of the roll key open the tags of a deniable election.
fn roll_subject(chain: &mut Chain, election: ElectionId) -> Subject {
	let roll = chain.read(|| Elections::roll(election)).expect("it was announced");
	Subject::Roll { roll: roll.roll, epoch: roll.epoch.expect("the polls have opened") }
}

/// The step that a proof about the list names.
fn step_of(duty: &Duty) -> u8 {
	match (&duty.kind, duty.list.part) {
		(DutyKind::Mix { .. }, Part::Contest(_)) => step::MIX,
		(DutyKind::Mix { .. }, Part::Ballots) => step::MIX_BALLOTS,
		(DutyKind::Mix { .. }, Part::Roll) => step::MIX_ROLL,
		(DutyKind::Tag { .. }, Part::Roll) => step::TAG_ROLL,
		(DutyKind::Tag { .. }, _) => step::TAG_BALLOTS,
		(DutyKind::Open { .. }, Part::Roll) => step::OPEN_ROLL,
		(DutyKind::Open { .. }, _) => step::OPEN_BALLOTS,
		(DutyKind::Decrypt { .. }, _) => step::DECRYPT,
	}
}

fn context(chain: &Chain, duty: &Duty) -> Context {
	Context {
		genesis: chain.genesis().0,
		election: duty.list.election.0,
		unit: duty.list.unit.0,
		contest: duty.list.contest().unwrap_or_default().0,
		step: step_of(duty),
		prover: duty.trustee.0,
		attempt: duty.attempt,
	}
}

/// The list as the chain has it.
fn ciphertexts(chain: &mut Chain, duty: &Duty) -> Vec<Ciphertext> {
	let page = |page| pallet_tally::Pages::<Runtime>::get((duty.list, duty.layer, page)).unwrap();
	let pages = duty.total.div_ceil(vectors_on_page(PAGE, duty.width));
	chain.read(|| (0..pages).flat_map(page).collect())
}

/// The encrypted tags of the list as the chain has them.
fn encrypted_tags(chain: &mut Chain, duty: &Duty) -> Vec<Ciphertext> {
	let pages = duty.total.div_ceil(vectors_on_page(PAGE, duty.width));
	chain.read(|| (0..pages).flat_map(|page| pallet_tally::Tags::<Runtime>::get(duty.list, page).unwrap()).collect())
}

/// The key of each column.
fn column_keys(chain: &mut Chain, duty: &Duty) -> Vec<Element> {
	let vote = |chain: &mut Chain| keys_of(chain, duty.list.election.into()).keys[0].key.element().unwrap();
	let roll = |chain: &mut Chain| {
		let subject = roll_subject(chain, duty.list.election);
		keys_of(chain, subject).keys[0].key.element().unwrap()
	};
	match duty.list.part {
		Part::Contest(_) => vec![vote(chain); duty.width.into()],
		Part::Roll => vec![roll(chain)],
		Part::Ballots => {
			let votes = vec![vote(chain); usize::from(duty.width) - 1];
			[vec![roll(chain)], votes].concat()
		}
	}
}

fn mix(chain: &mut Chain, duty: &Duty, rng: &mut ChaCha20Rng) -> Mix {
	let (list, keys) = (ciphertexts(chain, duty), column_keys(chain, duty));
	assert_eq!(ListDigest::of(&list, page_of(duty)), duty.digest, "the chain's digest is that of its pages");
	// Nobody has encrypted the credentials before the first mix.
	let inputs = Inputs::first(&list, u8::from(duty.list.part == Part::Ballots && duty.layer == 0));
	let (outputs, witness) = shuffle::shuffle(&keys, inputs, rng).unwrap();
	let context = context(chain, duty);
	let statement = shuffle::Statement {
		context: &context,
		keys: &keys,
		input_digest: duty.digest,
		output_digest: ListDigest::of(&outputs, page_of(duty)),
		shape: Shape::of(duty.total, duty.width).unwrap(),
	};
	let proof = shuffle::prove(&statement, inputs, &outputs, &witness, rng, |_, _| ()).unwrap();
	Mix { outputs, head: proof.head.encode(), columns: proof.columns }
}

fn upload(mix: &Mix, duty: &Duty, there: (u32, bool, u32), built_on: BuiltOn) -> Vec<Call<Runtime>> {
	let (list, attempt) = (duty.list, duty.attempt);
	let (first_page, head_is_there, first_columns) = there;
	let mut calls = Vec::new();
	for (page, items) in (0u32..).zip(mix.outputs.chunks(page_of(duty) as usize)).skip(first_page as usize) {
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

/// A trustee's secret as a round needs it: times its coefficient in the panel, and its public half.
fn for_panel(share: &HolderSecret, keys: &KeySet, key: u8, duty: &Duty, panel: TrusteeSet) -> (Secret, Element) {
	let set: Vec<u16> = panel.iter().map(|index| index.0).collect();
	let public = keys.keys[usize::from(key)].share_key(&set, duty.trustee.0).unwrap();
	(share.share_secret(&set).unwrap(), public)
}

/// Shares of the votes, or of the encrypted tags.
fn decryption_shares(
	chain: &mut Chain,
	duty: &Duty,
	first_page: u32,
	(secret, key): (Secret, Element),
	rng: &mut ChaCha20Rng,
) -> Vec<Call<Runtime>> {
	let is_opening = matches!(duty.kind, DutyKind::Open { .. });
	let list = if is_opening { encrypted_tags(chain, duty) } else { ciphertexts(chain, duty) };
	// One tag for each vector is opened; of votes every ciphertext is decrypted.
	let each = if is_opening { 1 } else { u32::from(duty.width) };
	let (context, per_page) = (context(chain, duty), vectors_on_page(PAGE, duty.width) * each);
	(0u32..)
		.zip(list.chunks(per_page as usize))
		.skip(first_page as usize)
		.map(|(page, items)| {
			let bases: Vec<Encoded> = items.iter().map(|ciphertext| ciphertext.c1).collect();
			let statement = equality::Statement {
				context: &context,
				list_digest: duty.digest,
				start: page * per_page,
				total: duty.total * each,
				key,
				bases: &Bases::new(bases).unwrap(),
			};
			let (shares, proof) = equality::prove(&statement, &secret, rng).unwrap();
			let (list, attempt, built_on) = (duty.list, duty.attempt, chain.head());
			Call::upload_shares { list, attempt, page, shares: shares.try_into().unwrap(), proof, built_on }
		})
		.collect()
}

/// Shares of the tags of ballots or roll.
fn tag_shares(
	chain: &mut Chain,
	duty: &Duty,
	first_page: u32,
	(secret, key): (Secret, Element),
	rng: &mut ChaCha20Rng,
) -> Vec<Call<Runtime>> {
	let (list, context, per_page) = (ciphertexts(chain, duty), context(chain, duty), vectors_on_page(PAGE, duty.width));
	(0u32..)
		.zip(list.chunks(page_of(duty) as usize))
		.skip(first_page as usize)
		.map(|(page, vectors)| {
			let credentials = tagging::Page::new(&shuffle::column(vectors, duty.width, 0)).unwrap();
			let statement = tagging::Statement {
				context: &context,
				list_digest: duty.digest,
				start: page * per_page,
				total: duty.total,
				key,
				page: &credentials,
			};
			let (shares, proof) = tagging::prove(&statement, &secret, rng).unwrap();
			let (list, attempt, built_on) = (duty.list, duty.attempt, chain.head());
			Call::upload_tag_shares { list, attempt, page, shares: shares.try_into().unwrap(), proof, built_on }
		})
		.collect()
}

impl Trustee {
	/// What the tally waits for.
	pub fn duties(&self, chain: &mut Chain, election: ElectionId) -> Vec<Duty> {
		let account = self.account();
		chain.read(|| Tally::duty_of(account, election, UnitId(0), u16::MAX))
	}

	pub(super) fn tally_calls(&mut self, chain: &mut Chain, duty: &Duty, rng: &mut ChaCha20Rng) -> Vec<Call<Runtime>> {
		let election = Subject::from(duty.list.election);
		match duty.kind {
			DutyKind::Mix { page, head, columns } => {
				let key = (duty.list, duty.attempt);
				let mix = self.mixes.entry(key).or_insert_with(|| mix(chain, duty, rng));
				upload(mix, duty, (page, head, columns), chain.head())
			}
			DutyKind::Decrypt { page, panel } => self.post(chain, duty, (election, 0), (page, panel), rng),
			DutyKind::Tag { page, panel } => self.post(chain, duty, (election, TAGGING_KEY), (page, panel), rng),
			DutyKind::Open { page, panel } => {
				let roll = roll_subject(chain, duty.list.election);
				self.post(chain, duty, (roll, 0), (page, panel), rng)
			}
		}
	}

	/// Shares made with one of the keys of a subject; nothing if it has no share of it.
	fn post(
		&self,
		chain: &mut Chain,
		duty: &Duty,
		(subject, key): (Subject, u8),
		(page, panel): (u32, TrusteeSet),
		rng: &mut ChaCha20Rng,
	) -> Vec<Call<Runtime>> {
		let Some(shares) = self.shares.get(&subject) else { return Vec::new() };
		let keys = keys_of(chain, subject);
		let secret = for_panel(&shares[usize::from(key)], &keys, key, duty, panel);
		match duty.kind {
			DutyKind::Tag { .. } => tag_shares(chain, duty, page, secret, rng),
			_ => decryption_shares(chain, duty, page, secret, rng),
		}
	}
}
