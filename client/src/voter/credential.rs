//! The key that votes, and the ballot paper that belongs to it.

use super::{
	activation::{self, CredentialRecord},
	connections::Connections,
};
use crate::{
	ballot::Paper,
	error::{Error, Result},
	keys::{Account, KeyFile},
	progress::{Notice, Progress},
	trust::ProvenView,
};
use dobush_primitives::ElectionId;
use sp_runtime::AccountId32;

/// The key that votes, with its record if a booth activated it.
#[derive(Clone, Debug)]
pub struct Credential {
	account: Account,
	record: Option<CredentialRecord>,
}

impl Credential {
	/// The credential of a key file, real or fake: nobody can tell.
	pub fn of_file(file: &KeyFile) -> Result<Self> {
		Ok(Self { account: file.account().clone(), record: activation::record(file)? })
	}

	/// A credential of a direct roll.
	pub fn direct(account: Account) -> Self {
		Self { account, record: None }
	}

	/// The account that signs its ballots.
	pub fn account(&self) -> &Account {
		&self.account
	}

	/// Its record, if a booth activated it.
	pub(super) fn record(&self) -> Option<&CredentialRecord> {
		self.record.as_ref()
	}

	/// The booth that activated it, on a deniable roll.
	pub fn booth(&self) -> Option<AccountId32> {
		self.record.map(|record| AccountId32::new(record.booth))
	}

	/// The proven ballot paper. On a deniable roll nothing is asked that names the credential.
	pub async fn paper(
		&self,
		connections: &Connections,
		view: &ProvenView<'_>,
		election: ElectionId,
		progress: &dyn Progress,
	) -> Result<Paper> {
		let Some(record) = self.record else {
			return view.through(connections.private()).await?.paper(election, &self.account.id()).await;
		};
		record.ensure_chain(view.chain())?;
		let fixed = view.roll_closed_in(election).await?;
		let note = |found: Error| progress.notice(&Notice::RollEntry(&found));
		// Whoever is watched must be able to vote all the same, so this says what it has found and goes on; but a ballot that the
		// chain will not receive is not sent.
		match (record.fetch(view).await, fixed) {
			(Err(found), _) => note(found),
			(Ok(state), None) => record.recheck_in(&state).err().into_iter().for_each(note),
			(Ok(state), Some(closed_in)) => {
				let state = record.as_fixed(state, election, closed_in)?;
				record.recheck_in(&state).err().into_iter().for_each(note);
			}
		}
		Ok(view.paper_of_unit(election, record.unit).await?.of_booth(record.booth))
	}
}
