//! A trustee's part in the tally: mixing and decrypting lists. Protocol section 6; A1, A3 and A10.

use super::{Case, Owed, Trustee};
use crate::{
	chain::{
		types::{self, Duty, DutyKind},
		Call,
	},
	error::{Failure, Result},
};
use ballot_crypto::{
	ceremony::KeySet,
	context::step,
	equality::{self, Bases},
	shuffle::{self, ProofColumn, Shape},
	transcript::ListDigest,
	Ciphertext, Context, Encoded,
};
use dobush_primitives::{ElectionId, Phase, Subject, UnitId};
use parity_scale_codec::{Decode, Encode};
use rand::rngs::OsRng;

/// Units that are asked for at once.
const UNITS: u16 = 64;

/// A mix that is made and proven, and not wholly uploaded yet. Nothing in it is secret once it is uploaded.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
struct Mix {
	input_digest: [u8; 32],
	outputs: Vec<Ciphertext>,
	head: Vec<u8>,
	columns: Vec<ProofColumn>,
}

/// What the files of an election's mixes begin with.
pub(super) fn name_prefix(election: ElectionId) -> String {
	format!("mix-{election}-")
}

fn name_of(duty: &Duty) -> String {
	let types::ListId { election, unit, contest } = duty.list;
	format!("{}{unit}-{contest}-{}", name_prefix(election), duty.attempt)
}

fn list_words(list: &types::ListId) -> String {
	format!("unit {}, contest {}", list.unit, list.contest)
}

impl Trustee {
	pub(super) async fn tally_duties(&mut self, case: &Case<'_>, owed: &mut Owed) -> Result<()> {
		let status: Option<types::ElectionStatus> =
			case.view.ask("Elections", "status", &case.election.encode()).await?;
		if status.map(|status| status.phase) != Some(Phase::Tallying) {
			return Ok(());
		}
		let units = self.definition(&case.view, case.election).await?.units.len();
		let units = u16::try_from(units).unwrap_or(u16::MAX);
		let keys: Option<KeySet> =
			case.view.get("Trustees", "KeySets", &[&Subject::Election(case.election).encode()]).await?;
		let keys = keys.ok_or_else(|| Failure::new("the election is being tallied and there is no key"))?;
		for from in (0..units).step_by(usize::from(UNITS)) {
			let question = (self.account(), case.election, UnitId(from), UNITS).encode();
			let duties: Vec<Duty> = case.view.ask("Tally", "duty_of", &question).await?;
			for duty in duties {
				if duty.trustee != case.index || duty.list.election != case.election {
					return Err(Failure::new("the node names duties of another trustee"));
				}
				match duty.kind.clone() {
					DutyKind::Mix { page, head, columns } => {
						let mix = self.mix(case, &duty, &keys).await?;
						self.upload(case, &duty, &mix, (page, head, columns), owed);
					}
					DutyKind::Decrypt { page, panel } if self.role == super::Role::Trustee => {
						self.decrypt(case, &duty, &keys, page, panel, owed).await?;
					}
					DutyKind::Decrypt { .. } => {}
				}
			}
		}
		Ok(())
	}

	fn context(&self, duty: &Duty, step: u8) -> Context {
		Context {
			genesis: self.chain.genesis().0,
			election: duty.list.election.0,
			unit: duty.list.unit.0,
			contest: duty.list.contest.0,
			step,
			prover: duty.trustee.0,
			attempt: duty.attempt,
		}
	}

	/// Downloads the list at the finalised block and checks that it is the one the chain's digest names.
	async fn list(&self, case: &Case<'_>, duty: &Duty) -> Result<Vec<Ciphertext>> {
		let pages = duty.total.div_ceil(self.page_size.max(1));
		let keys = (0..pages).map(|page| vec![duty.list.encode(), duty.layer.encode(), page.encode()]);
		let pages: Vec<Option<Vec<Ciphertext>>> = case.view.get_many("Tally", "Pages", keys).await?;
		let mut list = Vec::with_capacity(duty.total as usize);
		for page in pages {
			list.extend(page.ok_or_else(|| Failure::new("a page of the list is missing"))?);
		}
		if list.len() != duty.total as usize || ListDigest::of(&list, self.page_size) != duty.digest {
			return Err(Failure::new(format!(
				"the pages of {} do not have the digest that the chain names; nothing is signed for them",
				list_words(&duty.list)
			)));
		}
		Ok(list)
	}

	/// Mixes a list and proves it; or takes the mix that was made before a restart.
	async fn mix(&self, case: &Case<'_>, duty: &Duty, keys: &KeySet) -> Result<Mix> {
		let name = name_of(duty);
		if let Some(mix) = self.key.read_named::<Mix>(&name)?.filter(|mix| mix.input_digest == duty.digest) {
			return Ok(mix);
		}
		let inputs = self.list(case, duty).await?;
		let key = keys.keys.first().ok_or_else(|| Failure::new("the ceremony has made no key"))?;
		let key = key.key.element().map_err(|error| Failure::new(format!("the vote key: {error}")))?;
		let context = self.context(duty, step::MIX);
		let (total, page_size, input_digest) = (duty.total, self.page_size, duty.digest);
		let mix = tokio::task::block_in_place(move || {
			let cannot = |error| Failure::new(format!("the list cannot be mixed: {error}"));
			let (outputs, witness) = shuffle::shuffle(&[key], &inputs, &mut OsRng).map_err(cannot)?;
			let shape = Shape::of(total, 1).map_err(cannot)?;
			let output_digest = ListDigest::of(&outputs, page_size);
			let statement = shuffle::Statement { context: &context, keys: &[key], input_digest, output_digest, shape };
			let proof =
				shuffle::prove(&statement, &inputs, &outputs, &witness, &mut OsRng, |_, _| {}).map_err(cannot)?;
			// A proof that the chain would refuse costs a turn; checking it costs little.
			shuffle::verify(&statement, &inputs, &outputs, &proof).map_err(cannot)?;
			Ok::<_, Failure>(Mix { input_digest, outputs, head: proof.head.encode(), columns: proof.columns })
		})?;
		self.key.write_named(&name, &mix)?;
		Ok(mix)
	}

	fn upload(&self, case: &Case<'_>, duty: &Duty, mix: &Mix, there: (u32, bool, u32), owed: &mut Owed) {
		let (first_page, head, first_columns) = there;
		let (list, attempt, size) = (duty.list, duty.attempt, self.page_size.max(1) as usize);
		let mut calls = Vec::new();
		for (page, items) in (0u32..).zip(mix.outputs.chunks(size)).skip(first_page as usize) {
			calls.push(Call::new("Tally", "upload_mix_page", (list, attempt, page, items)));
		}
		if !head {
			calls.push(Call::new("Tally", "upload_mix_head", (list, attempt, &mix.head)));
		}
		for (page, items) in (0u32..).zip(mix.columns.chunks(size)).skip(first_columns as usize) {
			calls.push(Call::new("Tally", "upload_mix_columns", (list, attempt, page, items)));
		}
		calls.push(Call::new("Tally", "close_upload", (list, attempt, case.built_on)));
		owed.add(case.election, calls, format!("uploads its mix of {}", list_words(&list)));
	}

	async fn decrypt(
		&self,
		case: &Case<'_>,
		duty: &Duty,
		keys: &KeySet,
		first_page: u32,
		panel: types::Members,
		owed: &mut Owed,
	) -> Result<()> {
		let Some(holder) = self.vault.holder(&self.chain.genesis().0, case.election.into(), 0)? else {
			owed.note(case.election, "cannot decrypt: the vault has no share of this election's key");
			return Ok(());
		};
		let set: Vec<u16> = panel.iter().map(|index| index.0).collect();
		let bad_set = |error| Failure::new(format!("the chain names a set of trustees that is none: {error}"));
		let key = keys.keys.first().ok_or_else(|| Failure::new("the ceremony has made no key"))?;
		let key = key.share_key(&set, duty.trustee.0).map_err(bad_set)?;
		let secret = holder.share_secret(&set).map_err(bad_set)?;
		let list = self.list(case, duty).await?;
		let context = self.context(duty, step::DECRYPT);
		let size = self.page_size.max(1);
		let pages = (0u32..).zip(list.chunks(size as usize)).skip(first_page as usize);
		let calls = tokio::task::block_in_place(|| {
			pages
				.map(|(page, items)| {
					let bases: Vec<Encoded> = items.iter().map(|ciphertext| ciphertext.c1).collect();
					let bases = Bases::new(bases).map_err(|error| Failure::new(format!("the list: {error}")))?;
					let statement = equality::Statement {
						context: &context,
						list_digest: duty.digest,
						start: page.saturating_mul(size),
						total: duty.total,
						key,
						bases: &bases,
					};
					let (shares, proof) = equality::prove(&statement, &secret, &mut OsRng)
						.map_err(|error| Failure::new(format!("the shares cannot be made: {error}")))?;
					let arguments = (duty.list, duty.attempt, page, shares, proof, case.built_on);
					Ok(Call::new("Tally", "upload_shares", arguments))
				})
				.collect::<Result<Vec<_>>>()
		})?;
		owed.add(case.election, calls, format!("uploads decryption shares of {}", list_words(&duty.list)));
		Ok(())
	}
}
