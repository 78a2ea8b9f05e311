//! What an act of the commission would do, at the newest finalised block: read, tried by the chain, and said in words.

use crate::failure::{Failure, Result};
use crate::{
	session::Session,
	words::motion::{self as words, Context},
};
use dobush_client::{
	chain::{described::DescribedCall, proposals::Proposal, Block, Chain},
	commission::{
		situation::{About, Situation},
		CommissionError,
	},
	Error,
};

/// The finalised block at which an act is looked at, with the state that it meets.
pub(super) struct Meeting<'a> {
	pub chain: &'a Chain,
	pub head: Block,
	pub situation: Situation,
}

impl<'a> Meeting<'a> {
	/// The newest finalised block.
	pub async fn now(chain: &'a Chain) -> Result<Self> {
		let head = chain.finalised().await?;
		let situation = Situation::at(&chain.at(head.hash), head).await?;
		Ok(Self { chain, head, situation })
	}

	/// Which chain this is, and when.
	pub async fn title(&self, session: &Session) -> Result<String> {
		Ok(format!(
			"chain `{}` (genesis {:?}), finalised block {}, {}",
			self.chain.name().await?,
			self.chain.genesis(),
			self.head.number,
			session.zone.show(self.situation.now)
		))
	}

	/// What a call would do.
	pub async fn look(&self, session: &Session, call: &[u8]) -> Result<Look> {
		let (proposal, described) = Proposal::read(&self.chain.metadata(), call)?;
		let about = About::read(&self.chain.at(self.head.hash), &proposal, call).await?;
		let zone = about.utc_offset(&proposal).map_or(session.zone, |offset| session.zone.for_election(offset.0));
		let context = Context { zone, situation: &self.situation, about: &about };
		let (title, lines) = words::proposal(&proposal, context);
		Ok(Look { proposal, described, about, title, lines })
	}
}

/// What a call would do, as data and in words.
pub(super) struct Look {
	pub proposal: Proposal,
	pub described: DescribedCall,
	pub about: About,
	pub title: String,
	pub lines: Vec<String>,
}

impl Look {
	/// The chain's refusal, if it would be refused now.
	pub fn refusal(&self) -> Option<String> {
		self.about.refusal.clone().map(|refusal| Failure::from(refusal).to_string())
	}

	/// Refuses a certificate of another result than the one that the chain shows.
	pub fn ensure_own_digest(&self) -> Result<()> {
		let (Proposal::Certify { digest, .. }, Some(known)) = (&self.proposal, &self.about.result) else {
			return Ok(());
		};
		if known.computed == *digest {
			return Ok(());
		}
		Err(Error::from(CommissionError::OtherDigest { named: *digest, computed: known.computed }).into())
	}
}

/// A title with the lines below it.
pub(super) fn titled(title: &str, lines: &[String]) -> String {
	if lines.is_empty() {
		return title.to_owned();
	}
	format!("{title}\n{}", indented(lines))
}

/// Lines below a title.
pub(super) fn indented(lines: &[String]) -> String {
	let lines: Vec<String> = lines.iter().map(|line| format!("  {}", line.replace('\n', "\n  "))).collect();
	lines.join("\n")
}
