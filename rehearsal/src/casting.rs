//! Casting many ballots, direct or deniable, and waiting until all are final.

use crate::failure::{Failure, Result};
use crate::{
	enrolment::Credential,
	stage::{Rehearsal, Voter},
};
use dobush_client::{
	ballot::{Choice, Paper},
	chain::{Block, Call, Signed},
	keys::Account,
	progress::{Progress, Work},
};
use dobush_primitives::{ElectionId, UnitId};
use rayon::prelude::*;

/// Ballots that are in flight at once.
const WAVE: usize = 20_000;

/// A ballot that is to be cast.
#[derive(Clone, Copy, Debug)]
pub struct Vote<'a> {
	/// The account of the credential that casts.
	pub by: &'a Account,
	/// The number of the credential's counting unit.
	pub unit: UnitId,
	/// The booth that activated it, in a deniable election.
	pub booth: Option<[u8; 32]>,
	/// The choice that is encrypted.
	pub choice: Choice,
}

impl Voter {
	/// A ballot of this voter, with a credential that everybody knows.
	pub fn vote(&self, choice: Choice) -> Vote<'_> {
		Vote { by: &self.account, unit: self.unit, booth: None, choice }
	}
}

impl Credential {
	/// A deniable ballot with this credential.
	pub fn vote(&self, choice: Choice) -> Vote<'_> {
		Vote { by: &self.account, unit: self.unit, booth: Some(self.booth), choice }
	}
}

impl Vote<'_> {
	fn call(&self, paper: &Paper) -> Result<Call> {
		let paper = match self.booth {
			None => paper,
			Some(booth) => &paper.clone().of_booth(booth),
		};
		Ok(paper.seal(self.by.public(), &[self.choice])?.wire().call(paper.election()))
	}
}

impl Rehearsal {
	/// Encrypts and signs ballots, on all threads.
	pub async fn sign_ballots(
		&self,
		papers: &[Paper],
		votes: &[Vote<'_>],
		nonce: u32,
		from: Block,
	) -> Result<Vec<Signed>> {
		tokio::task::block_in_place(|| {
			votes
				.par_iter()
				.map(|vote| {
					let paper = papers.get(usize::from(vote.unit.0)).ok_or(Failure::NoPaper(vote.unit))?;
					Ok(self.chain.sign(&vote.call(paper)?, vote.by, nonce, from)?)
				})
				.collect()
		})
	}

	/// Casts ballots through the node's RPC, many in flight, and waits until all are final.
	pub async fn cast(
		&self,
		papers: &[Paper],
		votes: &[Vote<'_>],
		nonce: u32,
		progress: &dyn Progress,
		what: &str,
	) -> Result<()> {
		let bar = progress.begin(Work::Other(what), Some(2 * votes.len() as u64));
		// A transaction lives for 64 blocks, so more than these are signed in waves.
		for wave in votes.chunks(WAVE) {
			let from = self.chain.finalised().await?;
			let signed = self.sign_ballots(papers, wave, nonce, from).await?;
			for answer in self.chain.submit_all(&signed, |done| bar.add(done as u64)).await {
				answer?;
			}
			for answer in self.chain.finalised_all(&signed, from.number, |done| bar.add(done as u64)).await? {
				answer?;
			}
		}
		Ok(())
	}

	/// The ballot papers of all units.
	pub async fn papers(&self, election: ElectionId, units: usize) -> Result<Vec<Paper>> {
		let view = self.view_now().await?;
		let mut papers = Vec::with_capacity(units);
		for unit in (0u16..).map(UnitId).take(units) {
			papers.push(Paper::fetch(&view, election, unit).await?);
		}
		Ok(papers)
	}
}
