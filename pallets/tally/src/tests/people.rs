//! Trustees who do their duty, with real proofs.
#![allow(missing_docs)]

use super::mock::*;
use crate::*;
use ballot_crypto::{
	context::step,
	decryption,
	equality::{self, Bases},
	shuffle::{self, Inputs, ProofColumn, Shape, Statement},
	tagging,
	transcript::ListDigest,
	Ciphertext, Context, Element, Encoded, Secret,
};
use dobush_primitives::{ContestId, ElectionId, UnitId};
use parity_scale_codec::Encode;

/// The ciphertexts of a list as the chain has it.
pub fn ciphertexts(id: ListId) -> Vec<Ciphertext> {
	let list = record(id);
	(0..Tally::pages_in(&list)).flat_map(|page| Pages::<Test>::get((id, list.layer, page)).unwrap()).collect()
}

pub fn pages<T: Clone>(items: &[T]) -> Vec<Page<T>> {
	items.chunks(PageSize::get() as usize).map(|page| Page::truncate_from(page.to_vec())).collect()
}

/// Ciphertexts on the pages of a list.
pub fn pages_for(id: ListId, items: &[Ciphertext]) -> Vec<Page<Ciphertext>> {
	items.chunks(page_of(id) as usize).map(|page| Page::truncate_from(page.to_vec())).collect()
}

/// How many ciphertexts a full page of a list has.
fn page_of(id: ListId) -> u32 {
	let width = record(id).width;
	Tally::per_page(width) * u32::from(width)
}

/// The key of each column.
fn keys(id: ListId) -> Vec<Element> {
	let (vote, roll) = with(id.election, |e| (e.key, e.deniable.as_ref().map(|d| d.roll.key))).unwrap();
	match id.part {
		Part::Contest(_) => vec![vote; usize::from(record(id).width)],
		Part::Roll => vec![roll.unwrap()],
		Part::Ballots => {
			let votes = std::iter::repeat_n(vote, usize::from(record(id).width) - 1);
			std::iter::once(roll.unwrap()).chain(votes).collect()
		}
	}
}

pub fn mix_step(id: ListId) -> u8 {
	match id.part {
		Part::Contest(_) => step::MIX,
		Part::Ballots => step::MIX_BALLOTS,
		Part::Roll => step::MIX_ROLL,
	}
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
		genesis: hash_of(0u32).0,
		election: id.election.0,
		unit: id.unit.0,
		contest: id.contest().unwrap_or_default().0,
		step,
		prover,
		attempt,
	}
}

/// Mixes the list as the chain has it, for a place that may be another one.
pub fn mix_for(id: ListId, context: &Context) -> Mix {
	let (keys, List { width, layer, digest, .. }) = (keys(id), record(id));
	let list = ciphertexts(id);
	let inputs = Inputs::first(&list, u8::from(id.part == Part::Ballots && layer == 0));
	let (outputs, witness) = rng(|rng| shuffle::shuffle(&keys, inputs, rng)).unwrap();
	let statement = Statement {
		context,
		keys: &keys,
		input_digest: digest,
		output_digest: ListDigest::of(&outputs, page_of(id)),
		shape: Shape::of(list.len() as u32 / u32::from(width), width).unwrap(),
	};
	let proof = rng(|rng| shuffle::prove(&statement, inputs, &outputs, &witness, rng, |_, _| ())).unwrap();
	Mix { outputs, head: proof.head.encode(), columns: proof.columns }
}

/// An honest mix for the open turn.
pub fn mix(id: ListId) -> Mix {
	let turn = turn(id);
	mix_for(id, &context(id, mix_step(id), turn.mixer.0, turn.attempt))
}

pub fn signed(trustee: u16) -> RuntimeOrigin {
	RuntimeOrigin::signed(account(trustee))
}

/// Uploads a mix for the open turn, without closing.
pub fn upload_open(id: ListId, mix: &Mix) {
	let Turn { mixer, attempt, .. } = turn(id);
	for (number, page) in (0..).zip(pages_for(id, &mix.outputs)) {
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

/// Which secret a trustee acts with in a round, as a page of shares needs it: times its coefficient, and its public half.
fn secret_for(id: ListId, job: Job, trustee: u16, set: &[u16]) -> (Secret, Element) {
	let place = usize::from(trustee) - 1;
	let secret = with(id.election, |e| match job {
		Job::Decrypt => e.secrets[place].clone(),
		Job::Tag => e.deniable.as_ref().unwrap().tagging.secrets[place].clone(),
		Job::Open => e.deniable.as_ref().unwrap().roll.secrets[place].clone(),
	})
	.unwrap();
	let mu = decryption::coefficient(set, trustee).unwrap();
	let key = decryption::share_key(&mu, &secret.public_element().unwrap()).unwrap();
	(decryption::share_secret(&mu, &secret).unwrap(), key)
}

/// What a list's open round is for; of a list that nobody has mixed enough, decryption.
fn job_of(id: ListId) -> Job {
	record(id).stage.round().map_or(Job::Decrypt, |(job, _)| job)
}

pub fn share_step(id: ListId) -> u8 {
	match (id.part, job_of(id)) {
		(Part::Contest(_), _) => step::DECRYPT,
		(Part::Ballots, Job::Tag) => step::TAG_BALLOTS,
		(Part::Ballots, _) => step::OPEN_BALLOTS,
		(Part::Roll, Job::Tag) => step::TAG_ROLL,
		(Part::Roll, _) => step::OPEN_ROLL,
	}
}

/// A page of shares of a trustee for the set and the place.
pub fn shares_for(
	id: ListId,
	trustee: u16,
	set: &[u16],
	page: u32,
	context: &Context,
) -> (Page<Encoded>, equality::Proof) {
	let (list, job) = (record(id), job_of(id));
	let (secret, key) = secret_for(id, job, trustee, set);
	let (page_of, list_digest) = match job {
		Job::Open => (Tags::<Test>::get(id, page).unwrap(), list.tags),
		_ => (Pages::<Test>::get((id, list.layer, page)).unwrap(), list.digest),
	};
	let bases = Bases::new(page_of.iter().map(|ciphertext| ciphertext.c1).collect()).unwrap();
	let each = if job == Job::Decrypt { u32::from(list.width) } else { 1 };
	let (start, total) = (page * Tally::per_page(list.width) * each, list.total * each);
	let statement = equality::Statement { context, list_digest, start, total, key, bases: &bases };
	let (shares, proof) = rng(|rng| equality::prove(&statement, &secret, rng)).unwrap();
	(Page::truncate_from(shares), proof)
}

/// A page of tag shares of a trustee for the set and the place.
pub fn tag_shares_for(
	id: ListId,
	trustee: u16,
	set: &[u16],
	page: u32,
	context: &Context,
) -> (Page<Ciphertext>, equality::Proof) {
	let list = record(id);
	let (secret, key) = secret_for(id, Job::Tag, trustee, set);
	let vectors = Pages::<Test>::get((id, list.layer, page)).unwrap();
	let credentials = tagging::Page::new(&shuffle::column(&vectors, list.width, 0)).unwrap();
	let start = page * Tally::per_page(list.width);
	let (list_digest, total) = (list.digest, list.total);
	let statement = tagging::Statement { context, list_digest, start, total, key, page: &credentials };
	let (shares, proof) = rng(|rng| tagging::prove(&statement, &secret, rng)).unwrap();
	(Page::truncate_from(shares), proof)
}

/// The set and the place of the open round.
fn place(id: ListId, trustee: u16) -> (Vec<u16>, Context) {
	let round = round(id);
	(round.panel.iter().map(|index| index.0).collect(), context(id, share_step(id), trustee, round.attempt))
}

/// Honest shares for the open round.
pub fn shares(id: ListId, trustee: u16, page: u32) -> (Page<Encoded>, equality::Proof) {
	let (set, place) = place(id, trustee);
	shares_for(id, trustee, &set, page, &place)
}

/// Honest tag shares for the open round.
pub fn tag_shares(id: ListId, trustee: u16, page: u32) -> (Page<Ciphertext>, equality::Proof) {
	let (set, place) = place(id, trustee);
	tag_shares_for(id, trustee, &set, page, &place)
}

/// The first page that a trustee has not posted in the open round.
fn next_page(id: ListId, trustee: u16) -> u32 {
	let ShareRound { panel, posted, .. } = round(id);
	panel.iter().position(|index| index.0 == trustee).map(|position| posted[position]).unwrap()
}

/// Posts all shares of a trustee that are missing in the open round, whatever they are.
pub fn post_shares(id: ListId, trustee: u16) {
	let (attempt, job) = (round(id).attempt, job_of(id));
	let signer = RuntimeOrigin::signed(if job == Job::Open { keeper(trustee) } else { account(trustee) });
	for page in next_page(id, trustee)..Tally::pages_in(&record(id)) {
		if job == Job::Tag {
			let (shares, proof) = tag_shares(id, trustee, page);
			Tally::upload_tag_shares(signer.clone(), id, attempt, page, shares, proof, recent()).unwrap();
		} else {
			let (shares, proof) = shares(id, trustee, page);
			Tally::upload_shares(signer.clone(), id, attempt, page, shares, proof, recent()).unwrap();
		}
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
	let (trustees, keepers) = with(election, |e| {
		let keepers = e.deniable.as_ref().map_or(0, |d| d.roll.secrets.len());
		(e.secrets.len() as u16, keepers as u16)
	})
	.unwrap();
	let mut acted = false;
	let known: std::collections::BTreeSet<u64> = (1..=trustees).map(account).chain((1..=keepers).map(keeper)).collect();
	let absent: Vec<u64> = absent.iter().copied().map(account).collect();
	for who in known.into_iter().filter(|who| !absent.contains(who)) {
		for duty in Tally::duty_of(who, election, UnitId(0), u16::MAX) {
			acted = true;
			if let DutyKind::Mix { .. } = duty.kind {
				upload(duty.list, &mix(duty.list));
			} else {
				block();
				post_shares(duty.list, duty.trustee.0);
			}
		}
	}
	acted
}

/// All but the absent mix until shares are asked for.
pub fn until_decryption(id: ListId) {
	block();
	while matches!(record(id).stage, ListStage::Mixing(_)) {
		upload(id, &mix(id));
		block();
	}
	block();
	assert!(matches!(record(id).stage, ListStage::Decrypting(_)), "{:?}", record(id).stage);
}

/// All lists are mixed until shares of this one are asked for.
pub fn until_round(id: ListId, wanted: Job) {
	for _ in 0..20 {
		block();
		match &record(id).stage {
			ListStage::Mixing(_) => upload(id, &mix(id)),
			stage => match stage.round() {
				Some((job, _)) if job == wanted => return,
				Some((_, round)) => {
					let panel = round.panel;
					block();
					panel.iter().for_each(|trustee| post_shares(id, trustee.0));
				}
				None => (),
			},
		}
	}
	panic!("{wanted:?} does not begin: {:?}", record(id).stage);
}

pub fn votes(unit: u16, contest: u8) -> (Vec<u64>, u64) {
	let count = Tally::votes(E, ContestId(contest), UnitId(unit)).unwrap();
	(count.votes.into_inner(), count.invalid)
}
