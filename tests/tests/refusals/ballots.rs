//! Whatever may not enter the box or the pool is refused before the pool, each with its own reason.

use crate::attack::Attack;
use anyhow::{ensure, Result};
use ballot_crypto::{transcript::blake2_256, Ciphertext, Encoded};
use dobush_client::{
	ballot::{Choice, Paper},
	chain::{storage::storage_key, types, views, Call, ChainError, Sender, Signed},
	keys::Account,
	Chain,
};
use dobush_primitives::{Ballot, ContestId, Definition, ElectionId, EncryptedSelection, Phase, Refusal, UnitId};
use dobush_rehearsal::{eventually, Children};
use end_to_end::{
	forgery::{answer, hex_of, Terms},
	network::{election::enrolment, Election, Question},
};
use serde_json::json;
use sp_core::{bounded::BoundedVec, ed25519, Pair, H256};
use sp_runtime::AccountId32;
use std::{collections::BTreeMap, time::Duration};

/// Everything that the ballot box keeps, in the newest final block.
async fn box_contents(chain: &Chain) -> Result<BTreeMap<String, String>> {
	let at = chain.finalised().await?.hash;
	let prefix = storage_key(&chain.metadata(), "BallotBox", "Boxes", &[])?[..16].to_vec();
	let prefix = hex_of(&prefix);
	let keys: Vec<String> = chain.request("state_getKeysPaged", json!([prefix, 1000, prefix, at])).await?;
	ensure!(keys.len() < 1000, "the box has outgrown this test");
	let mut contents = BTreeMap::new();
	for key in keys {
		let value: String = chain.request("state_getStorage", json!([key, at])).await?;
		contents.insert(key, value);
	}
	Ok(contents)
}

fn cast(election: ElectionId, ballot: &Ballot) -> Call {
	Call::new("BallotBox", "cast", (election, ballot))
}

fn ballot_of(entries: Vec<EncryptedSelection>) -> Ballot {
	Ballot { entries: BoundedVec::truncate_from(entries) }
}

fn entry(c1: [u8; 32], c2: [u8; 32], proof: [u8; 64]) -> EncryptedSelection {
	EncryptedSelection { ciphertext: Ciphertext { c1: Encoded(c1), c2: Encoded(c2) }, proof }
}

/// A ballot that is honest but for its place.
fn sealed(paper: &Paper, credential: &Account) -> Result<Ballot> {
	Ok(paper.seal(credential.public(), &[Choice::Option(0)])?.ballot)
}

/// The one signature that schnorrkel accepts under the identity for every message: R = 0, s = 0.
fn constant_signature() -> [u8; 64] {
	let mut signature = [0; 64];
	signature[63] = 128;
	signature
}

async fn before_the_polls_open(election: &Election) -> Result<()> {
	let attack = Attack { chain: &election.chain };
	let [aigul, ..] = election.voters.as_slice() else { anyhow::bail!("no voters") };
	let any = ballot_of(vec![entry([1; 32], [2; 32], [3; 64])]);

	let stranger = Account::generate();
	let vote = cast(election.id, &any);
	attack.custom(&attack.sign(&vote, &stranger, 0).await?, Refusal::NotAdmitted, "a stranger's ballot").await?;
	let motion = Call::new("Commission", "vote", (H256::zero(), 0u8, true));
	attack.custom(&attack.sign(&motion, &stranger, 0).await?, Refusal::NotAdmitted, "a stranger's motion").await?;

	attack.custom(&attack.sign(&motion, aigul, 0).await?, Refusal::NotYourCall, "a voter's motion").await?;
	let enrol = enrolment(election.roll, election.unit, &[stranger]);
	attack.custom(&attack.sign(&enrol, aigul, 0).await?, Refusal::NotYourCall, "a voter enrols").await?;
	let remark = Call::new("System", "remark", b"hello".to_vec());
	attack.custom(&attack.sign(&remark, aigul, 0).await?, Refusal::NotYourCall, "a remark").await?;
	let desk = election.rehearsal.desk.account();
	let nonce = election.chain.nonce(desk).await?;
	attack.custom(&attack.sign(&vote, desk, nonce).await?, Refusal::NotYourCall, "a desk's ballot").await?;
	let member = election.rehearsal.commission[0].account();
	let nonce = election.chain.nonce(member).await?;
	let close = Call::new("Elections", "close_polls", election.id);
	let close = attack.sign(&close, member, nonce).await?;
	attack.custom(&close, Refusal::NotYourCall, "one member of the commission closes the polls").await?;

	let elsewhere = cast(ElectionId(1), &any);
	attack.custom(&attack.sign(&elsewhere, aigul, 0).await?, Refusal::UnknownElection, "no such election").await?;
	ensure!(election.phase().await? < Phase::Voting, "this machine is too slow: the polls have opened");
	attack.custom(&attack.sign(&vote, aigul, 0).await?, Refusal::NotReceiving, "the polls are not open").await
}

async fn malformed_ballots(election: &Election, paper: &Paper) -> Result<()> {
	let attack = Attack { chain: &election.chain };
	let aigul = &election.voters[0];
	let good = sealed(paper, aigul)?.entries[0];
	let (Encoded(c1), Encoded(c2)) = (good.ciphertext.c1, good.ciphertext.c2);
	let cases = [
		(vec![], Refusal::WrongContests, "no contest"),
		(vec![good, good], Refusal::WrongContests, "one contest too many"),
		(vec![entry([0; 32], c2, constant_signature())], Refusal::Undecodable, "c1 = 0 with the constant signature"),
		(vec![entry([0; 32], [0; 32], constant_signature())], Refusal::Undecodable, "c1 = c2 = 0"),
		(vec![entry(c1, [0xff; 32], good.proof)], Refusal::Undecodable, "c2 is no element"),
		(vec![entry([0xff; 32], c2, good.proof)], Refusal::ProofRejected, "c1 is no element"),
		(vec![entry(c1, c1, good.proof)], Refusal::ProofRejected, "another c2"),
		(vec![entry(c1, c2, constant_signature())], Refusal::ProofRejected, "no proof"),
	];
	for (entries, refusal, what) in cases {
		let call = cast(election.id, &ballot_of(entries));
		attack.custom(&attack.sign(&call, aigul, 0).await?, refusal, what).await?;
	}
	Ok(())
}

/// Ballots with honest proofs of another place. `key` is the election's vote key.
async fn moved_ballots(election: &Election, paper: &Paper, key: Encoded) -> Result<()> {
	let attack = Attack { chain: &election.chain };
	let (aigul, bakyt) = (&election.voters[0], &election.voters[1]);
	let genesis = election.chain.genesis().0;
	let mut wider = election.definition.clone();
	wider.units = BoundedVec::truncate_from(vec![wider.units[0].clone(); 2]);
	let place = |genesis, election, unit, definition: &Definition<AccountId32>| {
		sealed(&Paper::new(genesis, election, unit, key, definition)?, aigul)
	};
	// The same question as contest 1, by a second contest that only this definition has.
	let mut longer = election.definition.clone();
	longer.contests = BoundedVec::truncate_from(vec![longer.contests[0].clone(); 2]);
	longer.styles[0].contests = BoundedVec::truncate_from(vec![ContestId(1)]);
	let cases = [
		(sealed(paper, bakyt)?, "a copy of another credential's ballot"),
		(place(genesis, ElectionId(1), election.unit, &election.definition)?, "a ballot of another election"),
		(place([7; 32], election.id, election.unit, &election.definition)?, "a ballot of another chain"),
		(place(genesis, election.id, UnitId(1), &wider)?, "a ballot of another unit"),
		(place(genesis, election.id, election.unit, &longer)?, "a ballot of an unknown contest"),
	];
	for (ballot, what) in cases {
		let bytes = attack.sign(&cast(election.id, &ballot), aigul, 0).await?;
		attack.custom(&bytes, Refusal::ProofRejected, what).await?;
	}
	Ok(())
}

async fn forged_envelopes(election: &Election, paper: &Paper) -> Result<()> {
	let attack = Attack { chain: &election.chain };
	let aigul = &election.voters[0];
	let call = cast(election.id, &sealed(paper, aigul)?).bytes(attack.chain)?;
	let honest = attack.terms(0).await?;
	attack.custom(&honest.immortal().sign(&call, aigul), Refusal::ImmortalBallot, "an immortal ballot").await?;
	let ahead = attack.terms(1).await?.sign(&call, aigul);
	attack.custom(&ahead, Refusal::NonceAhead, "a second pending ballot").await?;
	let bad_proof = "Invalid Transaction: Transaction has a bad signature";
	let elsewhere = Terms { genesis: H256([7; 32]), ..honest };
	attack.refused(&elsewhere.sign(&call, aigul), 1010, bad_proof, "signed for another chain").await?;
	let unborn = Terms { birth: H256([7; 32]), ..honest };
	attack.refused(&unborn.sign(&call, aigul), 1010, bad_proof, "born in a block of another chain").await?;

	let other_kind = honest.sign_ed25519(&call, &ed25519::Pair::from_seed(&[1; 32]));
	undecodable(election, &other_kind, "signed with ed25519").await
}

/// The runtime stops at decoding, and tells only the node's log why.
async fn undecodable(election: &Election, bytes: &[u8], what: &str) -> Result<()> {
	let reason = "Bad input data provided to validate_transaction: Codec error";
	let before = election.rehearsal.node.log().matches(reason).count();
	let transaction = Signed { bytes: bytes.to_vec(), hash: H256(blake2_256(&[bytes])), until: u64::MAX };
	let answer = election.chain.submit(&transaction).await;
	let Err(error) = answer else { anyhow::bail!("{what}: it is in the pool") };
	ensure!(error == ChainError::Unreadable, "{what}: {error:?}");
	ensure!(election.rehearsal.node.log().matches(reason).count() == before + 1, "{what}: it was decoded");
	Ok(())
}

/// More entries than any ballot has, and pages longer than any page.
async fn oversized(election: &Election, paper: &Paper) -> Result<()> {
	let attack = Attack { chain: &election.chain };
	let aigul = &election.voters[0];
	let good = sealed(paper, aigul)?.entries[0];
	let sixteen = cast(election.id, &ballot_of(vec![good; 16]));
	attack.custom(&attack.sign(&sixteen, aigul, 0).await?, Refusal::WrongContests, "sixteen contests").await?;
	let seventeen = Call::new("BallotBox", "cast", (election.id, vec![good; 17]));
	undecodable(election, &attack.sign(&seventeen, aigul, 0).await?, "seventeen contests").await?;
	let page = vec![good.ciphertext; 513];
	let list = types::ListId { election: election.id, unit: election.unit, part: types::Part::Contest(ContestId(0)) };
	let page = Call::new("Tally", "upload_mix_page", (list, 0u16, 0u32, page));
	undecodable(election, &attack.sign(&page, aigul, 0).await?, "a page of 513 ciphertexts").await
}

/// A validator may send ten transactions in a period; what is refused afterwards costs nobody anything.
async fn over_quota(election: &Election) -> Result<()> {
	let attack = Attack { chain: &election.chain };
	let alice = Account::development("//Alice")?;
	let keys = Call::new("Session", "set_keys", ([[0u8; 32]; 2], Vec::<u8>::new()));
	let mut sender = Sender::new(attack.chain, alice.clone());
	let from = attack.chain.finalised().await?;
	let ten = sender.submit_all(&vec![keys.clone(); 10], from).await?;
	for answer in attack.chain.finalised_all(&ten, from.number, |_| {}).await? {
		let failed = matches!(&answer, Err(ChainError::Failed { pallet, .. }) if pallet == "Session");
		ensure!(failed, "keys without a proof: {answer:?}");
	}
	let eleventh = attack.sign(&keys, &alice, 10).await?;
	attack.custom(&eleventh, Refusal::OverQuota, "an eleventh transaction of a validator").await?;
	Ok(())
}

/// After closing: first ballots that were on their way, and nothing else.
async fn in_grace(election: &mut Election, paper: &Paper) -> Result<()> {
	let before = election.chain.finalised().await?;
	election.close_polls().await?;
	election.wait_for(Phase::Grace, Duration::from_secs(30)).await?;
	ensure!(election.phase().await? == Phase::Grace, "this machine is too slow: the grace is over");
	let attack = Attack { chain: &election.chain };
	let (aigul, bakyt) = (&election.voters[0], &election.voters[1]);
	let on_its_way = Terms::honest(attack.chain, 0, before).await?;
	let call = cast(election.id, &sealed(paper, bakyt)?).bytes(attack.chain)?;
	let late = attack.terms(0).await?.sign(&call, bakyt);
	attack.custom(&late, Refusal::SentAfterClosing, "a first ballot made after closing").await?;
	let again = cast(election.id, &sealed(paper, aigul)?).bytes(attack.chain)?;
	let again = Terms { nonce: 1, ..on_its_way }.sign(&again, aigul);
	attack.custom(&again, Refusal::GraceFirstBallotsOnly, "a replacement after closing").await?;
	ensure!(answer(attack.chain, &on_its_way.sign(&call, bakyt)).await?.is_none(), "a first ballot on its way");
	eventually(&election.rehearsal, Duration::from_secs(30), "the ballot on its way is in the box", async || {
		let head = election.chain.finalised().await?;
		Ok((election.times_cast(bakyt, head).await? == 1).then_some(()))
	})
	.await
}

/// Votes, and gives what was sent.
async fn vote(election: &Election, paper: &Paper, voter: &Account, nonce: u32) -> Result<Signed> {
	let signed = election.sign_ballot(paper, voter, 1, nonce).await?;
	election.send_final(std::slice::from_ref(&signed)).await?;
	Ok(signed)
}

async fn attacks(election: &mut Election) -> Result<()> {
	before_the_polls_open(election).await?;
	election.wait_for(Phase::Voting, Duration::from_secs(180)).await?;
	let paper = election.paper().await?;
	let view = election.chain.at(election.chain.finalised().await?.hash);
	let status = view.ask(&views::elections::STATUS, &(election.id,)).await?;
	let key = status.and_then(|status| status.vote_key).ok_or_else(|| anyhow::anyhow!("there is no vote key"))?;

	// Somebody votes twice, and a voter is enrolled after the roll has closed.
	let cholpon = election.voters[2].clone();
	let first = vote(election, &paper, &cholpon, 0).await?;
	vote(election, &paper, &cholpon, 1).await?;
	let late = Account::generate();
	election.rehearsal.desk.send(&enrolment(election.roll, election.unit, std::slice::from_ref(&late))).await?;
	let before = box_contents(&election.chain).await?;
	ensure!(before.len() >= 3, "counters, a slot and a cast: {before:?}");

	malformed_ballots(election, &paper).await?;
	moved_ballots(election, &paper, key).await?;
	forged_envelopes(election, &paper).await?;
	oversized(election, &paper).await?;
	over_quota(election).await?;
	let attack = Attack { chain: &election.chain };
	let third = cast(election.id, &sealed(&paper, &cholpon)?);
	let third = attack.sign(&third, &cholpon, 2).await?;
	attack.custom(&third, Refusal::NoBallotsLeft, "a third ballot of two").await?;
	let late_vote = attack.sign(&cast(election.id, &sealed(&paper, &late)?), &late, 0).await?;
	attack.custom(&late_vote, Refusal::NotEligible, "a credential that is on the roll too late").await?;

	// A replay: the pool remembers what it has just seen; after a restart only the nonce speaks.
	let said = answer(&election.chain, &first.bytes).await?;
	ensure!(said.as_ref().is_some_and(|(code, _)| [1010, 1012].contains(code)), "a replayed ballot: {said:?}");
	election.rehearsal.node.kill_nine();
	election.rehearsal.node.restart().await?;
	let attack = Attack { chain: &election.chain };
	let stale = "Invalid Transaction: Transaction is outdated";
	attack.refused(&first.bytes, 1010, stale, "a replayed ballot").await?;

	// Two final blocks later the box is what it was.
	let from = election.chain.finalised().await?.number;
	eventually(&election.rehearsal, Duration::from_secs(60), "two more final blocks", async || -> Result<_> {
		Ok((election.chain.finalised().await?.number >= from + 2).then_some(()))
	})
	.await?;
	ensure!(box_contents(&election.chain).await? == before, "the box has changed");

	// The way is not barred: the attacked voter still votes.
	let aigul = election.voters[0].clone();
	vote(election, &paper, &aigul, 0).await?;
	ensure!(box_contents(&election.chain).await? != before, "the honest ballot is not in the box");
	in_grace(election, &paper).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn slow_what_may_not_enter_the_box_is_refused_before_the_pool() -> Result<()> {
	let question = Question { voters: 3, ballots_per_credential: 2, grace_blocks: 30, ..Question::default() };
	let mut election = Election::announce(question).await?;
	attacks(&mut election).await.map_err(|error| error.context(election.rehearsal.last_words()))
}
