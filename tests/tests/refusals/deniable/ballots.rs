//! Deniable ballots that are refused before the pool, and one that is dropped publicly afterwards.

use super::{Day, ELECTION};
use crate::attack::Attack;
use anyhow::{ensure, Context, Result};
use ballot_crypto::Encoded;
use dobush_client::{
	ballot::{Choice, Paper, Wire},
	chain::Call,
	keys::Account,
	Silent,
};
use dobush_primitives::{ContestId, DeniableBallot, ElectionId, Refusal, TableSlot};
use dobush_rehearsal::{eventually, Credential, Wallet};
use end_to_end::network::election::heard;
use parity_scale_codec::Encode;
use std::{slice, time::Duration};

/// How long the chain may take to check a membership proof.
const PATIENCE: Duration = Duration::from_secs(60);

fn cast(ballot: &DeniableBallot) -> Call {
	Call::new("BallotBox", "cast_deniable", (ELECTION, ballot))
}

fn sealed(paper: &Paper, credential: &Credential, option: u16) -> Result<DeniableBallot> {
	let paper = paper.clone().of_booth(credential.booth);
	let Wire::Deniable(ballot) = paper.seal(credential.account.public(), &[Choice::Option(option)])?.wire() else {
		anyhow::bail!("the paper seals direct ballots")
	};
	Ok(ballot)
}

fn changed(ballot: &DeniableBallot, change: impl Fn(&mut DeniableBallot)) -> DeniableBallot {
	let mut changed = ballot.clone();
	change(&mut changed);
	changed
}

/// Everybody votes, and the first voter tries on the way what must be refused.
pub(super) async fn attacks(day: &Day, wallets: &[Wallet]) -> Result<()> {
	let [first, second] = wallets else { anyhow::bail!("two voters") };
	let (real, fake) = (&first.real, first.fakes.first().context("no fake")?);
	let papers = day.rehearsal.papers(ELECTION, 1).await?;
	let paper = &papers[0];
	refused(day, paper, real, &second.real).await?;

	// The proof of another ballot has the right size: the chain takes it, looks later, and drops the ballot before everybody's eyes.
	let mut bad = sealed(paper, real, 2)?;
	bad.entries[0].membership = sealed(paper, fake, 2)?.entries[0].membership.clone();
	let chain = day.chain();
	let from = chain.finalised().await?;
	let signed = chain.sign(&cast(&bad), &real.account, 0, from)?;
	chain.submit(&signed).await?;
	let included = chain.finalised_all(slice::from_ref(&signed), from.number, |_| ()).await?;
	ensure!(included.iter().all(Result::is_ok), "{included:?}");
	let dropped = eventually(&day.rehearsal, PATIENCE, "the ballot is dropped", async || -> Result<_> {
		Ok(heard(&chain, from.number, "BallotBox", "BallotDropped").await?.pop())
	})
	.await?;
	let named = real.account.id().encode();
	ensure!(dropped.fields.windows(32).any(|some| some == named), "another ballot is dropped");

	// The same voter's honest ballot is received afterwards; a fake's just the same, and it does not count.
	day.rehearsal.cast(&papers, &[real.vote(Choice::Option(0))], 1, &Silent, "").await?;
	let votes = [fake.vote(Choice::Option(2)), second.real.vote(Choice::Option(1))];
	day.rehearsal.cast(&papers, &votes, 0, &Silent, "").await?;
	let third = sealed(paper, real, 0)?;
	let attack = Attack { chain: &chain };
	let bytes = attack.sign(&cast(&third), &real.account, 2).await?;
	attack.custom(&bytes, Refusal::NoBallotsLeft, "a third ballot of two").await
}

async fn refused(day: &Day, paper: &Paper, real: &Credential, other: &Credential) -> Result<()> {
	let chain = day.chain();
	let attack = Attack { chain: &chain };
	let ballot = sealed(paper, real, 1)?;
	let spoilt = |change: &dyn Fn(&mut DeniableBallot)| cast(&changed(&ballot, change));
	let direct = paper.seal(real.account.public(), &[Choice::Option(1)])?.ballot;
	let never = Account::generate();
	let cases = [
		(spoilt(&|ballot| ballot.booth = [9; 32]), Refusal::NotEligible, "a booth that did not activate this key"),
		(spoilt(&|ballot| ballot.entries.clear()), Refusal::WrongContests, "no contest"),
		(spoilt(&|ballot| ballot.entries[0].membership.truncate(100)), Refusal::MembershipSize, "a proof cut short"),
		(spoilt(&|ballot| ballot.entries[0].membership.clear()), Refusal::MembershipSize, "no proof of membership"),
		(
			spoilt(&|ballot| ballot.entries[0].selection.ciphertext.c2 = Encoded([0xff; 32])),
			Refusal::Undecodable,
			"c2 is no element",
		),
		(
			spoilt(&|ballot| ballot.entries[0].selection.ciphertext.c1 = Encoded::IDENTITY),
			Refusal::Undecodable,
			"c1 = 0",
		),
		(spoilt(&|ballot| ballot.entries[0].selection.proof[3] ^= 1), Refusal::ProofRejected, "an altered proof"),
		(cast(&sealed(paper, other, 1)?), Refusal::ProofRejected, "a copy of another credential's ballot"),
		(Call::new("BallotBox", "cast", (ELECTION, direct)), Refusal::WrongKind, "a ballot of the direct kind"),
		(
			Call::new("BallotBox", "cast_deniable", (ElectionId(1), &ballot)),
			Refusal::UnknownElection,
			"no such election",
		),
	];
	for (call, refusal, what) in cases {
		attack.custom(&attack.sign(&call, &real.account, 0).await?, refusal, what).await?;
	}
	let bytes = attack.sign(&cast(&ballot), &never, 0).await?;
	attack.custom(&bytes, Refusal::NotAdmitted, "a key that no booth has activated").await?;
	let hurry = Call::new("BallotBox", "check_memberships", (ELECTION, TableSlot::from(ContestId(0)), 1u32));
	let bytes = attack.sign(&hurry, &real.account, 0).await?;
	attack.custom(&bytes, Refusal::NotYourCall, "a credential orders checks").await?;
	let immortal = attack.terms(0).await?.immortal().sign(&cast(&ballot).bytes(&chain)?, &real.account);
	attack.custom(&immortal, Refusal::ImmortalBallot, "an immortal ballot").await
}
