//! Calls that are sent together, with the answer that the chain must give to each.

use anyhow::{bail, ensure, Result};
use dobush_client::chain::{Call, ChainError, Included, Sender};

/// A call, and the name `Pallet.Error` that it must be refused with; none if it must succeed.
pub type Trial = (Call, Option<&'static str>);

/// Calls that must all be refused.
pub fn refused(calls: impl IntoIterator<Item = (Call, &'static str)>) -> Vec<Trial> {
	calls.into_iter().map(|(call, error)| (call, Some(error))).collect()
}

/// Sends calls in this order, waits until all are final, and compares each answer. Returns where the successful ones were
/// included.
pub async fn hold(sender: &mut Sender, trials: &[Trial]) -> Result<Vec<Included>> {
	let chain = sender.chain().clone();
	let from = chain.finalised().await?;
	let signed = sender.submit_all(&calls(trials), from).await?;
	compare(trials, chain.finalised_all(&signed, from.number, |_| ()).await?)
}

/// The same, but waits only until all are in blocks. A lone node loses no block.
pub async fn hold_soon(sender: &mut Sender, trials: &[Trial]) -> Result<Vec<Included>> {
	let chain = sender.chain().clone();
	// The pool may not have seen the newest block yet, and would call a transaction that is born in it ancient.
	let from = chain.finalised().await?;
	let signed = sender.submit_all(&calls(trials), from).await?;
	compare(trials, chain.included_soon(&signed, from.number).await?)
}

fn calls(trials: &[Trial]) -> Vec<Call> {
	trials.iter().map(|(call, _)| call.clone()).collect()
}

fn compare(trials: &[Trial], answers: Vec<Result<Included, ChainError>>) -> Result<Vec<Included>> {
	let mut included = Vec::new();
	for ((call, expected), answer) in trials.iter().zip(answers) {
		match (answer, expected) {
			(Ok(here), None) => included.push(here),
			(Err(ChainError::Failed { pallet, name, docs }), Some(error)) if format!("{pallet}.{name}") == *error => {
				ensure!(docs.ends_with('.'), "{error} does not say what to do: {docs}");
			}
			(other, None) => bail!("{}: {other:?}, expected success", call.path()),
			(other, Some(error)) => bail!("{}: {other:?}, expected {error}", call.path()),
		}
	}
	Ok(included)
}
