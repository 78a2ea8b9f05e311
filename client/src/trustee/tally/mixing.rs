//! Mixing: a list of vectors, re-encrypted and permuted, with its proof. Protocol A1.

use crate::{
	chain::calls,
	error::Result,
	trustee::{
		duties::{mix_name_prefix, Owed, Trustee},
		tally::list::{context, Tallying},
		NoteKind, TrusteeError,
	},
};
use ballot_crypto::{
	ceremony::Key,
	context::step,
	shuffle::{self, Inputs, ProofColumn, Shape},
	transcript::ListDigest,
	Ciphertext, Context, Element,
};
use dobush_primitives::tally::{Duty, Part};
use parity_scale_codec::{Decode, Encode};
use rand::rngs::OsRng;

/// A mix that is made and proven, and not wholly uploaded yet. Nothing in it is secret once it is uploaded.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
struct Mix {
	input_digest: [u8; 32],
	outputs: Vec<Ciphertext>,
	head: Vec<u8>,
	columns: Vec<ProofColumn>,
}

/// How much of a mix the chain has already.
#[derive(Clone, Copy, Debug)]
pub(super) struct There {
	/// The number of the next output page to upload.
	pub page: u32,
	/// Whether the head of the proof is there.
	pub head: bool,
	/// The number of the next page of proof columns to upload.
	pub columns: u32,
}

/// The input of a mix.
#[derive(Clone, Copy, Debug)]
struct List<'a> {
	/// The keys of the columns, one for each.
	keys: &'a [Element],
	/// The ciphertexts of the list, with their elements decoded.
	inputs: Inputs<'a>,
	digest: [u8; 32],
	/// Ciphertexts on a full page.
	page: u32,
}

fn name_of(duty: &Duty) -> String {
	let part = match duty.list.part {
		Part::Contest(contest) => contest.to_string(),
		Part::Ballots => "ballots".to_owned(),
		Part::Roll => "roll".to_owned(),
	};
	format!("{}{}-{part}-{}", mix_name_prefix(duty.list.election), duty.list.unit, duty.attempt)
}

/// Mixes, proves, and checks the proof: one that the chain would refuse costs a turn, checking it costs little.
fn make(list: &List<'_>, context: &Context) -> Result<Mix, TrusteeError> {
	let List { keys, inputs, digest: input_digest, page } = *list;
	let cannot = TrusteeError::NotMixed;
	let width = u8::try_from(keys.len()).map_err(|_| TrusteeError::TooManyColumns { columns: keys.len() })?;
	let ciphertexts = inputs.list().len();
	let length = ciphertexts.checked_div(keys.len()).and_then(|length| u32::try_from(length).ok());
	let length = length.ok_or(TrusteeError::TooLongToMix { ciphertexts })?;
	let shape = Shape::of(length, width).map_err(cannot)?;
	let (outputs, witness) = shuffle::shuffle(keys, inputs, &mut OsRng).map_err(cannot)?;
	let output_digest = ListDigest::of(&outputs, page);
	let statement = shuffle::Statement { context, keys, input_digest, output_digest, shape };
	let proof = shuffle::prove(&statement, inputs, &outputs, &witness, &mut OsRng, |_, _| {}).map_err(cannot)?;
	shuffle::verify(&statement, inputs, &outputs, &proof).map_err(cannot)?;
	Ok(Mix { input_digest, outputs, head: proof.head.encode(), columns: proof.columns })
}

/// A key per column of a list: the roll key for credentials, the vote key for votes.
fn column_keys(part: Part, width: u8, vote: &Key, roll: Option<&Key>) -> Result<Vec<Element>, TrusteeError> {
	let element = |key: &Key| key.key.element().map_err(TrusteeError::TallyKey);
	let roll = || roll.ok_or(TrusteeError::NoRollKey).and_then(element);
	let (open, votes) = match part {
		Part::Contest(_) => (None, width),
		Part::Ballots => (Some(roll()?), width.saturating_sub(1)),
		Part::Roll => (Some(roll()?), width.saturating_sub(1)),
	};
	let vote = element(vote)?;
	Ok(open.into_iter().chain(std::iter::repeat_n(vote, votes.into())).collect())
}

impl Trustee {
	/// Uploads what is missing of this trustee's mix.
	pub(super) async fn mix(&self, tallying: &Tallying<'_>, duty: &Duty, there: There, owed: &mut Owed) -> Result<()> {
		let mix = self.made(tallying, duty).await?;
		let (list, attempt) = (duty.list, duty.attempt);
		let mut calls = Vec::new();
		let pages = (0u32..).zip(mix.outputs.chunks(self.page_of(duty.width) as usize));
		for (page, items) in pages.skip(there.page as usize) {
			calls.push(calls::tally::upload_mix_page(list, attempt, page, items));
		}
		if !there.head {
			calls.push(calls::tally::upload_mix_head(list, attempt, &mix.head));
		}
		let pages = (0u32..).zip(mix.columns.chunks(self.page_size.max(1) as usize));
		for (page, items) in pages.skip(there.columns as usize) {
			calls.push(calls::tally::upload_mix_columns(list, attempt, page, items));
		}
		calls.push(calls::tally::close_upload(list, attempt, tallying.built_on));
		owed.add(tallying.election, calls, NoteKind::Mixes { list });
		Ok(())
	}

	/// Mixes a list and proves it; or takes the mix that was made before a restart.
	async fn made(&self, tallying: &Tallying<'_>, duty: &Duty) -> Result<Mix> {
		let name = name_of(duty);
		if let Some(mix) = self.key.read_named::<Mix>(&name)?.filter(|mix| mix.input_digest == duty.digest) {
			return Ok(mix);
		}
		let list = self.list(tallying, duty).await?;
		let roll = tallying.roll.as_ref().map(|(_, key)| key);
		let keys = column_keys(duty.list.part, duty.width, tallying.vote_key()?, roll)?;
		let (step, open) = match duty.list.part {
			Part::Contest(_) => (step::MIX, 0),
			// The runtime has put the credentials there, and nobody has encrypted them yet.
			Part::Ballots if duty.layer == 0 => (step::MIX_BALLOTS, 1),
			Part::Ballots => (step::MIX_BALLOTS, 0),
			Part::Roll => (step::MIX_ROLL, 0),
		};
		let context = context(self.chain.genesis().0, duty, step);
		let inputs = Inputs::first(&list, open);
		let list = List { keys: &keys, inputs, digest: duty.digest, page: self.page_of(duty.width) };
		let mix = tokio::task::block_in_place(|| make(&list, &context))?;
		self.key.write_named(&name, &mix)?;
		Ok(mix)
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use ballot_crypto::{Encoded, Secret};
	use dobush_primitives::ContestId;

	fn key() -> (Secret, Key) {
		let secret = Secret::random(&mut OsRng);
		let key = Key { key: secret.public(), holders: Vec::new() };
		(secret, key)
	}

	fn context() -> Context {
		Context { genesis: [1; 32], election: 2, unit: 3, contest: 0, step: step::MIX_BALLOTS, prover: 1, attempt: 0 }
	}

	fn element(secret: &Secret) -> Element {
		secret.public_element().expect("not zero")
	}

	/// Ballots with credentials that nobody has encrypted yet, then the output of that mix, as the second mixer gets it.
	#[test]
	fn ballots_are_mixed_with_their_credentials_first_open_then_encrypted() {
		let ((roll, roll_key), (vote, vote_key)) = (key(), key());
		let keys = column_keys(Part::Ballots, 3, &vote_key, Some(&roll_key)).expect("both keys are there");
		assert_eq!(keys, [element(&roll), element(&vote), element(&vote)]);
		let message = element(&Secret::random(&mut OsRng));
		let random = || Secret::random(&mut OsRng);
		let votes = || Ciphertext::encrypt(message.point(), &element(&vote), random().scalar());
		let first: Vec<Ciphertext> =
			(0..5).flat_map(|_| [Ciphertext::open(&element(&random())), votes(), votes()]).collect();
		let page = 2 * 3;
		let of = |list: &[Ciphertext]| ListDigest::of(list, page);
		let list = List { keys: &keys, inputs: Inputs::first(&first, 1), digest: of(&first), page };
		let mix = make(&list, &context()).expect("an honest list");
		assert_eq!((mix.outputs.len(), mix.input_digest), (15, of(&first)));
		assert!(mix.outputs.iter().all(|ciphertext| ciphertext.c1 != Encoded::IDENTITY));
		// Whoever takes the first list for an ordinary one, or the other way round, gets nowhere.
		assert!(make(&List { inputs: Inputs::from(&first), ..list }, &context()).is_err());
		let second = List { inputs: Inputs::from(&mix.outputs), digest: of(&mix.outputs), ..list };
		assert_eq!(make(&second, &context()).expect("an honest list").outputs.len(), 15);
		assert!(make(&List { inputs: Inputs::first(&mix.outputs, 1), ..second }, &context()).is_err());
	}

	#[test]
	fn each_part_has_its_keys() {
		let ((roll, roll_key), (vote, vote_key)) = (key(), key());
		let contest = Part::Contest(ContestId(0));
		assert_eq!(column_keys(contest, 1, &vote_key, None).expect("no roll key is needed"), [element(&vote)]);
		assert_eq!(column_keys(Part::Roll, 1, &vote_key, Some(&roll_key)).expect("it is there"), [element(&roll)]);
		assert_eq!(column_keys(Part::Roll, 1, &vote_key, None), Err(TrusteeError::NoRollKey));
		assert_eq!(column_keys(Part::Ballots, 2, &vote_key, None), Err(TrusteeError::NoRollKey));
	}
}
