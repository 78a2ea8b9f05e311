//! Trustees who do their duty, with real proofs.
#![allow(missing_docs)]

use super::mock::*;
use crate::*;
use ballot_crypto::{
	context::step,
	decryption,
	equality::{self, Bases},
	shuffle::{self, ProofColumn, Shape, Statement},
	transcript::ListDigest,
	Ciphertext, Context, Encoded,
};
use dobush_primitives::{ContestId, ElectionId, UnitId};
use parity_scale_codec::Encode;

/// The ciphertexts of a list as the chain has it.
pub fn ciphertexts(id: ListId) -> Vec<Ciphertext> {
	let list = record(id);
	(0..Tally::pages_of(list.total)).flat_map(|page| Pages::<Test>::get((id, list.layer, page)).unwrap()).collect()
}

pub fn pages<T: Clone>(items: &[T]) -> Vec<Page<T>> {
	items.chunks(PageSize::get() as usize).map(|page| Page::truncate_from(page.to_vec())).collect()
}

/// A mix ready for upload.
#[derive(Clone)]
pub struct Mix {
	pub outputs: Vec<Ciphertext>,
	pub head: Vec<u8>,
	pub columns: Vec<ProofColumn>,
}

pub fn context(id: ListId, step: u8, prover: u16, attempt: u16) -> Context {
	Context {
		genesis: hash_of(0).0,
		election: id.election.0,
		unit: id.unit.0,
		contest: id.contest.0,
		step,
		prover,
		attempt,
	}
}

/// Mixes the list as the chain has it, for a place that may be another one.
pub fn mix_for(id: ListId, context: &Context) -> Mix {
	let key = with(id.election, |e| e.key).unwrap();
	let inputs = ciphertexts(id);
	let (outputs, witness) = rng(|rng| shuffle::shuffle(&[key], &inputs, rng)).unwrap();
	let statement = Statement {
		context,
		keys: &[key],
		input_digest: record(id).digest,
		output_digest: ListDigest::of(&outputs, PageSize::get()),
		shape: Shape::of(inputs.len() as u32, 1).unwrap(),
	};
	let proof = rng(|rng| shuffle::prove(&statement, &inputs, &outputs, &witness, rng, |_, _| ())).unwrap();
	Mix { outputs, head: proof.head.encode(), columns: proof.columns }
}

/// An honest mix for the open turn.
pub fn mix(id: ListId) -> Mix {
	let turn = turn(id);
	mix_for(id, &context(id, step::MIX, turn.mixer.0, turn.attempt))
}

pub fn signed(trustee: u16) -> RuntimeOrigin {
	RuntimeOrigin::signed(account(trustee))
}

/// Uploads a mix for the open turn, without closing.
pub fn upload_open(id: ListId, mix: &Mix) {
	let Turn { mixer, attempt, .. } = turn(id);
	for (number, page) in (0..).zip(pages(&mix.outputs)) {
		Tally::upload_mix_page(signed(mixer.0), id, attempt, number, page).unwrap();
	}
	Tally::upload_mix_head(signed(mixer.0), id, attempt, mix.head.clone().try_into().unwrap()).unwrap();
	for (number, page) in (0..).zip(pages(&mix.columns)) {
		Tally::upload_mix_columns(signed(mixer.0), id, attempt, number, page).unwrap();
	}
}

/// Uploads and closes.
pub fn upload(id: ListId, mix: &Mix) {
	upload_open(id, mix);
	let Turn { mixer, attempt, .. } = turn(id);
	block();
	Tally::close_upload(signed(mixer.0), id, attempt, recent()).unwrap();
}

/// A page of shares of a trustee for the set and the place.
pub fn shares_for(
	id: ListId,
	trustee: u16,
	set: &[u16],
	page: u32,
	context: &Context,
) -> (Page<Encoded>, equality::Proof) {
	let list = record(id);
	let secret = with(id.election, |e| e.secrets[usize::from(trustee) - 1].clone()).unwrap();
	let mu = decryption::coefficient(set, trustee).unwrap();
	let page_of = Pages::<Test>::get((id, list.layer, page)).unwrap();
	let bases = Bases::new(page_of.iter().map(|ciphertext| ciphertext.c1).collect()).unwrap();
	let statement = equality::Statement {
		context,
		list_digest: list.digest,
		start: page * PageSize::get(),
		total: list.total,
		key: decryption::share_key(&mu, &secret.public_element().unwrap()).unwrap(),
		bases: &bases,
	};
	let secret = decryption::share_secret(&mu, &secret).unwrap();
	let (shares, proof) = rng(|rng| equality::prove(&statement, &secret, rng)).unwrap();
	(Page::truncate_from(shares), proof)
}

/// Honest shares for the open round.
pub fn shares(id: ListId, trustee: u16, page: u32) -> (Page<Encoded>, equality::Proof) {
	let round = round(id);
	let set: Vec<u16> = round.panel.iter().map(|index| index.0).collect();
	shares_for(id, trustee, &set, page, &context(id, step::DECRYPT, trustee, round.attempt))
}

/// Posts all shares of a trustee that are missing in the open round.
pub fn post_shares(id: ListId, trustee: u16) {
	let Round { attempt, panel, posted, .. } = round(id);
	let from = panel.iter().position(|index| index.0 == trustee).map(|position| posted[position]).unwrap();
	for page in from..Tally::pages_of(record(id).total) {
		let (shares, proof) = shares(id, trustee, page);
		Tally::upload_shares(signed(trustee), id, attempt, page, shares, proof, recent()).unwrap();
	}
}

/// Everybody but the absent does what the chain says is their duty, until nothing changes any more.
pub fn act(election: ElectionId, absent: &[u16]) {
	for _ in 0..100 {
		block();
		check();
		if !act_without(election, absent) {
			return;
		}
	}
	panic!("the trustees have not finished");
}

/// Everybody does once what is their duty now, without waiting for a block.
pub fn act_once(election: ElectionId) {
	act_without(election, &[]);
}

/// Answers whether there was anything to do.
fn act_without(election: ElectionId, absent: &[u16]) -> bool {
	let trustees = with(election, |e| e.secrets.len() as u16).unwrap();
	let mut acted = false;
	for trustee in (1..=trustees).filter(|trustee| !absent.contains(trustee)) {
		for duty in Tally::duty_of(account(trustee), election, UnitId(0), u16::MAX) {
			acted = true;
			match duty.kind {
				DutyKind::Mix { .. } => upload(duty.list, &mix(duty.list)),
				DutyKind::Decrypt { .. } => {
					block();
					post_shares(duty.list, trustee);
				}
			}
		}
	}
	acted
}

/// All but the absent mix until shares are asked for.
pub fn until_decryption(id: ListId) {
	block();
	while matches!(record(id).stage, Stage::Mixing(_)) {
		upload(id, &mix(id));
		block();
	}
	block();
	assert!(matches!(record(id).stage, Stage::Decrypting(_)), "{:?}", record(id).stage);
}

pub fn votes(unit: u16, contest: u8) -> (Vec<u64>, u64) {
	let count = Tally::votes(E, ContestId(contest), UnitId(unit)).unwrap();
	(count.votes.into_inner(), count.invalid)
}
