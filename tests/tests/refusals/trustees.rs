//! Whatever may not enter the key or the count is refused with an error of its own, and the honest message is accepted
//! afterwards. Trustees 1 and 2 of three are played by hand, the third is a program that does its duty.

use anyhow::{ensure, Context, Result};
use ballot_crypto::{ceremony::Dealing, Encoded, EncodedScalar, Scalar, BASE_POINT};
use dobush_client::chain::{
	description::EventKind,
	types::{CeremonyStage, Duty, DutyKind},
	Call,
};
use dobush_primitives::{BuiltOn, ElectionId, ListId, Phase, Subject, TrusteeIndex, UnitId};
use dobush_rehearsal::{eventually, Children};
use end_to_end::network::{
	election::heard,
	hand::{CeremonyState, Mix, Shares},
	Election, Question,
};
use parity_scale_codec::{Decode, Encode};
use sp_core::H256;
use std::time::Duration;

/// How long a stage of the ceremony or a turn may take to come.
const PATIENCE: Duration = Duration::from_secs(120);
/// Places of the two in [`Election::hands`].
const FIRST: usize = 0;
const SECOND: usize = 1;

/// Waits until the ceremony is in a stage of an attempt.
async fn stage(election: &Election, attempt: u16, wanted: CeremonyStage) -> Result<CeremonyState> {
	let what = format!("attempt {attempt} of the ceremony comes to {wanted:?}");
	eventually(&election.rehearsal, PATIENCE, what.as_str(), async || {
		let stage = election.hands[FIRST].stage().await?;
		Ok((stage.ceremony.attempt == attempt && stage.ceremony.stage == wanted).then_some(stage))
	})
	.await
}

fn trustees<Arguments: Encode>(name: &str, arguments: Arguments) -> Call {
	Call::new("Trustees", name, arguments)
}

/// The same built on a block that no chain has.
fn nowhere(built_on: BuiltOn) -> BuiltOn {
	BuiltOn { hash: H256([0xee; 32]), ..built_on }
}

/// Both join; the first one tries everything else before.
async fn join(election: &mut Election, attempt: u16) -> Result<()> {
	let now = stage(election, attempt, CeremonyStage::Joining).await?;
	for place in [FIRST, SECOND] {
		let hand = &mut election.hands[place];
		let (key, proof) = hand.join(&now)?;
		let header = hand.header(&now);
		let honest = trustees("join", (header, key, proof));
		if (place, attempt) == (FIRST, 0) {
			let (subject, attempt, built_on) = header;
			let unknown = Subject::Election(ElectionId(7));
			let mut altered = proof;
			altered.0[5] ^= 1;
			let tampered = [
				(trustees("join", (header, key, altered)), "Trustees.RecipientKeyRejected"),
				(trustees("join", (header, Encoded::IDENTITY, proof)), "Trustees.RecipientKeyRejected"),
				(trustees("join", (unknown, attempt, built_on, key, proof)), "Trustees.UnknownCeremony"),
				(trustees("join", (subject, attempt + 1, built_on, key, proof)), "Trustees.WrongAttempt"),
				(trustees("join", (subject, attempt, nowhere(built_on), key, proof)), "Trustees.UnknownBlock"),
				(trustees("commit", (header, [0u8; 32])), "Trustees.WrongStage"),
			];
			hand.refused(&tampered).await?;
			hand.accepted(std::slice::from_ref(&honest)).await?;
			hand.refused(&[(honest, "Trustees.AlreadyJoined")]).await?;
		} else {
			hand.accepted(&[honest]).await?;
		}
	}
	Ok(())
}

async fn commit(election: &mut Election, attempt: u16, dealings: &[Dealing; 2], now: &CeremonyState) -> Result<()> {
	for (hand, dealing) in election.hands.iter_mut().zip(dealings) {
		let honest = trustees("commit", (hand.header(now), dealing.commitment()));
		hand.accepted(std::slice::from_ref(&honest)).await?;
		if (hand.index, attempt) == (TrusteeIndex(1), 0) {
			hand.refused(&[(honest, "Trustees.AlreadyCommitted")]).await?;
		}
	}
	Ok(())
}

async fn reveal(election: &mut Election, attempt: u16, dealings: &[Dealing; 2]) -> Result<()> {
	let now = stage(election, attempt, CeremonyStage::Revealing).await?;
	for (hand, dealing) in election.hands.iter_mut().zip(dealings) {
		let header = hand.header(&now);
		if (hand.index, attempt) == (TrusteeIndex(1), 0) {
			let altered = |change: fn(&mut Dealing)| {
				let mut altered = dealing.clone();
				change(&mut altered);
				(trustees("reveal", (header, altered)), "Trustees.OtherDealing")
			};
			let long =
				|change: fn(&mut Dealing), error| (trustees("reveal", (header, change_of(dealing, change))), error);
			let tampered = [
				altered(|dealing| dealing.keys[0].shares[2] = EncodedScalar::from(&Scalar::ZERO)),
				altered(|dealing| dealing.keys[0].points.reverse()),
				altered(|dealing| dealing.ephemeral = Encoded::from(&BASE_POINT)),
				altered(|dealing| dealing.ephemeral_proof.0[3] ^= 1),
				long(|dealing| dealing.keys = vec![dealing.keys[0].clone(); 5], "Trustees.WrongNumberOfKeys"),
				long(|dealing| dealing.keys[0].points = vec![Encoded::IDENTITY; 33], "Trustees.WrongNumberOfPoints"),
			];
			hand.refused(&tampered).await?;
		}
		hand.accepted(&[trustees("reveal", (header, dealing))]).await?;
	}
	Ok(())
}

fn change_of(dealing: &Dealing, change: fn(&mut Dealing)) -> Dealing {
	let mut changed = dealing.clone();
	change(&mut changed);
	changed
}

/// The second trustee sends the third a bad share. The third complains by itself; with one dealer of three left the attempt
/// fails, and another begins.
async fn a_bad_share_is_complained_about(election: &mut Election) -> Result<()> {
	let from = election.chain.finalised().await?.number;
	join(election, 0).await?;
	let now = stage(election, 0, CeremonyStage::Committing).await?;
	let honest = election.hands[FIRST].deal(&now)?;
	let bad = change_of(&election.hands[SECOND].deal(&now)?, |dealing| {
		dealing.keys[0].shares[2] = EncodedScalar::from(&Scalar::ONE);
	});
	// The first one deals badly to the third as well: one bad dealer of three would leave enough.
	let also_bad = change_of(&honest, |dealing| dealing.keys[0].shares[2] = EncodedScalar::from(&Scalar::ONE));
	let dealings = [also_bad, bad];
	commit(election, 0, &dealings, &now).await?;
	reveal(election, 0, &dealings).await?;
	stage(election, 1, CeremonyStage::Joining).await?;
	let out = heard(&election.chain, from, "Trustees", "DealerOut").await?;
	let mut dealers = Vec::new();
	for event in &out {
		let (_, _, dealer, complainer) =
			<(Subject, u16, TrusteeIndex, TrusteeIndex)>::decode(&mut event.fields.as_slice())?;
		ensure!(complainer == TrusteeIndex(3), "trustee {complainer} has complained");
		dealers.push(dealer.0);
	}
	ensure!(dealers == [1, 2], "out are {dealers:?}");
	ensure!(heard(&election.chain, from, "Trustees", "AttemptFailed").await?.len() == 1, "one attempt has failed");
	Ok(())
}

/// Tampered complaints change nothing; a false one excludes its maker; two holders are enough for the key.
async fn false_complaints_are_refused_or_judged(election: &mut Election) -> Result<()> {
	join(election, 1).await?;
	let now = stage(election, 1, CeremonyStage::Committing).await?;
	let dealings = [election.hands[FIRST].deal(&now)?, election.hands[SECOND].deal(&now)?];
	commit(election, 1, &dealings, &now).await?;
	reveal(election, 1, &dealings).await?;
	let now = stage(election, 1, CeremonyStage::Complaining).await?;
	let header = election.hands[FIRST].header(&now);
	let genuine = election.hands[FIRST].complaint(&now, TrusteeIndex(3)).await?;
	let (mut unproven, mut other_secret, mut of_another, mut nobody) = (genuine, genuine, genuine, genuine);
	unproven.proof.s = EncodedScalar::from(&Scalar::ONE);
	other_secret.shared = Encoded::from(&BASE_POINT);
	of_another.holder = 3;
	nobody.dealer = 9;
	let tampered = [
		(trustees("complain", (header, unproven)), "Trustees.ComplaintRejected"),
		(trustees("complain", (header, other_secret)), "Trustees.ComplaintRejected"),
		(trustees("complain", (header, of_another)), "Trustees.NotYourComplaint"),
		(trustees("complain", (header, nobody)), "Trustees.NotADealer"),
	];
	election.hands[FIRST].refused(&tampered).await?;

	let false_one = election.hands[SECOND].complaint(&now, TrusteeIndex(3)).await?;
	let included = election.hands[SECOND].accepted(&[trustees("complain", (header, false_one))]).await?;
	let judged =
		included.first().is_some_and(|included| included.events.has(&EventKind::<()>::new("Trustees", "RecipientOut")));
	ensure!(judged, "a complaint about a good share excludes its maker");
	let outcast = [(trustees("accept", header), "Trustees.ComplainedFalsely")];
	election.hands[SECOND].refused(&outcast).await?;

	election.hands[FIRST].accepted(&[trustees("accept", header)]).await?;
	stage(election, 1, CeremonyStage::Finished).await?;
	election.hands[FIRST].keep_share().await
}

/// Waits for the first trustee's duty of a kind.
async fn duty(election: &Election, what: &str, wanted: fn(&DutyKind) -> bool) -> Result<(Duty, BuiltOn)> {
	eventually(&election.rehearsal, PATIENCE, what, async || {
		Ok(election.hands[FIRST].duty().await?.filter(|(duty, _)| wanted(&duty.kind)))
	})
	.await
}

async fn turn(election: &Election) -> Result<Mix> {
	let fresh = |kind: &DutyKind| *kind == DutyKind::Mix { page: 0, head: false, columns: 0 };
	let (duty, built_on) = duty(election, "the first trustee's turn to mix", fresh).await?;
	election.hands[FIRST].mix(&duty, built_on).await
}

/// What an upload must be, and what is refused of it at once.
async fn pages_are_refused(election: &mut Election) -> Result<()> {
	let mix = turn(election).await?;
	let with = |change: &dyn Fn(&mut Mix)| {
		let mut changed = mix.clone();
		change(&mut changed);
		changed
	};
	let genesis = election.chain.genesis();
	let half = |bytes: Vec<u8>| bytes[..bytes.len() / 2].to_vec();
	let tampered = [
		(mix.page(1), "Tally.PageBeyondTheEnd"),
		(with(&|mix: &mut Mix| mix.outputs.truncate(2)).page(0), "Tally.PageOfWrongLength"),
		(with(&|mix: &mut Mix| mix.outputs.extend(vec![mix.outputs[0]; 300])).page(0), "Tally.PageOfWrongLength"),
		(with(&|mix: &mut Mix| mix.duty.attempt += 1).page(0), "Tally.WrongAttempt"),
		(with(&|mix: &mut Mix| mix.duty.list.unit = UnitId(9)).page(0), "Tally.UnknownList"),
		(mix.head_of(half(mix.proof.head.encode())), "Tally.HeadMalformed"),
		(with(&|mix: &mut Mix| mix.proof.head.c_a[0] = Encoded([0xff; 32])).head(), "Tally.HeadMalformed"),
		(with(&|mix: &mut Mix| mix.proof.columns.truncate(1)).columns(0), "Tally.PageOfWrongLength"),
		(mix.columns(1), "Tally.PageBeyondTheEnd"),
		(mix.close(), "Tally.UploadIncomplete"),
	];
	election.hands[FIRST].refused(&tampered).await?;
	let stolen = [(mix.page(0), "Tally.NotATrustee")];
	election.hands[SECOND].refused(&stolen).await?;

	// Outputs in another order than the proof says: sealed, and refused by the verification.
	let false_mix = with(&|mix: &mut Mix| mix.outputs.swap(0, 1));
	election.hands[FIRST].accepted(&false_mix.calls()[..3]).await?;
	let sealed = [
		(false_mix.page(0), "Tally.PageRepeated"),
		(false_mix.head(), "Tally.HeadRepeated"),
		(false_mix.columns(0), "Tally.PageRepeated"),
		(with(&|mix: &mut Mix| mix.built_on = nowhere(mix.built_on)).close(), "Tally.NotOnThisChain"),
		(with(&|mix: &mut Mix| mix.built_on = BuiltOn { number: 0, hash: genesis }).close(), "Tally.BuiltTooEarly"),
	];
	election.hands[FIRST].refused(&sealed).await?;
	let from = election.chain.finalised().await?.number;
	election.hands[FIRST].accepted(&[false_mix.close()]).await?;
	mix_refused(election, from).await
}

/// Waits until the first trustee's mix is refused.
async fn mix_refused(election: &Election, from: u64) -> Result<()> {
	eventually(&election.rehearsal, PATIENCE, "the false mix is refused", async || {
		let refused = heard(&election.chain, from, "Tally", "MixRefused").await?;
		let verified = heard(&election.chain, from, "Tally", "MixVerified").await?;
		let first = |mut fields: &[u8]| -> Result<bool> {
			let (_, mixer) = <(ListId, TrusteeIndex)>::decode(&mut fields)?;
			Ok(mixer == TrusteeIndex(1))
		};
		for event in &verified {
			ensure!(!first(&event.fields)?, "a false mix is verified");
		}
		let refused = refused.iter().map(|event| first(&event.fields)).collect::<Result<Vec<_>>>()?;
		Ok(refused.contains(&true).then_some(()))
	})
	.await
}

/// False proofs, one each turn; the others go on mixing meanwhile, and the honest one is accepted at last.
async fn proofs_are_refused(election: &mut Election) -> Result<()> {
	let changes: [fn(&mut Mix); 2] = [
		|mix| mix.proof.columns[1].zb = EncodedScalar::from(&Scalar::ONE),
		|mix| mix.proof.head.c_b[0] = mix.proof.head.c_b[1],
	];
	for change in changes {
		let mut mix = turn(election).await?;
		change(&mut mix);
		let from = election.chain.finalised().await?.number;
		election.hands[FIRST].accepted(&mix.calls()).await?;
		mix_refused(election, from).await?;
	}
	let honest = turn(election).await?;
	let from = election.chain.finalised().await?.number;
	election.hands[FIRST].accepted(&honest.calls()).await?;
	eventually(&election.rehearsal, PATIENCE, "the honest mix is verified", async || {
		Ok((!heard(&election.chain, from, "Tally", "MixVerified").await?.is_empty()).then_some(()))
	})
	.await
}

async fn shares_are_refused(election: &mut Election) -> Result<()> {
	let decrypts = |kind: &DutyKind| matches!(kind, DutyKind::Decrypt { .. });
	let (duty, built_on) = duty(election, "the first trustee's shares are asked for", decrypts).await?;
	let shares = election.hands[FIRST].shares(&duty, built_on).await?;
	let with = |change: fn(&mut Shares)| {
		let mut changed = shares.clone();
		change(&mut changed);
		changed.page(0)
	};
	let tampered = [
		(with(|page| page.shares[0] = Encoded::from(&BASE_POINT)), "Tally.ShareProofRejected"),
		(with(|page| page.shares.swap(0, 1)), "Tally.ShareProofRejected"),
		(with(|page| page.shares[0] = Encoded([0xff; 32])), "Tally.ShareProofRejected"),
		(with(|page| page.proof.e = EncodedScalar::from(&Scalar::ONE)), "Tally.ShareProofRejected"),
		(with(|page| page.proof.s = EncodedScalar([0xff; 32])), "Tally.ShareProofRejected"),
		(with(|page| page.shares.truncate(2)), "Tally.PageOfWrongLength"),
		(with(|page| page.duty.attempt += 1), "Tally.WrongAttempt"),
		(with(|page| page.built_on = nowhere(page.built_on)), "Tally.NotOnThisChain"),
		(shares.page(1), "Tally.PageBeyondTheEnd"),
	];
	election.hands[FIRST].refused(&tampered).await?;
	election.hands[SECOND].refused(&[(shares.page(0), "Tally.NotATrustee")]).await?;
	election.hands[FIRST].accepted(&[shares.page(0)]).await?;
	Ok(())
}

async fn attacks(election: &mut Election) -> Result<()> {
	a_bad_share_is_complained_about(election).await.context("the first attempt at the key")?;
	false_complaints_are_refused_or_judged(election).await.context("the second attempt at the key")?;

	election.wait_for(Phase::Voting, Duration::from_secs(180)).await?;
	let paper = election.paper().await?;
	let mut ballots = Vec::new();
	for (voter, option) in election.voters.iter().zip([0, 1, 1]) {
		ballots.push(election.sign_ballot(&paper, voter, option, 0).await?);
	}
	election.send_final(&ballots).await?;
	election.close_polls().await?;

	pages_are_refused(election).await.context("pages of a mix")?;
	proofs_are_refused(election).await.context("proofs of a mix")?;
	shares_are_refused(election).await.context("shares")?;
	election.wait_for(Phase::Counted, PATIENCE).await?;
	let counted = election.counted().await?;
	ensure!(counted == (vec![1, 2, 0], 0), "counted {counted:?}");
	Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn slow_tampered_dealings_mixes_and_shares_are_refused_and_the_tally_ends() -> Result<()> {
	let question = Question { voters: 3, by_hand: 2, ..Question::default() };
	let mut election = Election::announce(question).await?;
	attacks(&mut election).await.map_err(|error| error.context(election.rehearsal.last_words()))
}
