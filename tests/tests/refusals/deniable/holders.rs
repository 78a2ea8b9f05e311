//! What a holder of key shares tries before it does its duty: altered messages of ceremonies, mixes, tags and shares. Protocol
//! §4; §6.1 to §6.5.

use anyhow::{ensure, Context, Result};
use ballot_crypto::{
	ceremony::{deal, Complaint, Dealing},
	equality,
	shuffle::{ProofColumn, ProofHead},
	Ciphertext, Encoded, EncodedScalar, Scalar, Signature, BASE_POINT,
};
use dobush_client::chain::{items, Block, Call, Chain};
use dobush_primitives::{BuiltOn, ContestId, ElectionId, ListId, Part, RollId, Subject, TrusteeIndex, UnitId};
use end_to_end::network::trial::{refused, Trial};
use parity_scale_codec::{Decode, DecodeAll, Encode};
use rand::rngs::OsRng;
use sp_core::H256;
use std::collections::{BTreeMap, BTreeSet};

/// The votes that are mixed for the second time.
pub(super) const VOTES: Part = Part::Contest(ContestId(0));
/// The first election's keys, the roll's, and these in their next hands.
const ELECTION: Subject = Subject::Election(ElectionId(0));
const ROLL: Subject = Subject::Roll { roll: RollId(0), epoch: 0 };
const HANDOVER: Subject = Subject::Roll { roll: RollId(0), epoch: 1 };

type Mixed = (ListId, u16, u32, Vec<Ciphertext>);
type Columns = (ListId, u16, u32, Vec<ProofColumn>);
type Shares<S> = (ListId, u16, u32, Vec<S>, equality::Proof, BuiltOn);

/// What has been tried so far.
pub(super) struct Attacks {
	genesis: [u8; 32],
	/// Calls and what they were about.
	made: BTreeSet<String>,
	/// A recipient key of an earlier ceremony with its proof.
	earlier: Option<(Encoded, Signature)>,
	/// A dealing that is well made and not about the share that is handed over.
	wrong: Option<Dealing>,
	/// Tag shares of each list.
	tagged: BTreeMap<ListId, Call>,
}

fn read<T: Decode>(call: &Call) -> Result<T> {
	T::decode_all(&mut call.arguments()).with_context(|| call.path())
}

fn trustees(name: &str, arguments: impl Encode) -> Call {
	Call::new("Trustees", name, arguments)
}

fn tally(name: &str, arguments: impl Encode) -> Call {
	Call::new("Tally", name, arguments)
}

/// The same built on a block that no chain has.
fn nowhere(built_on: BuiltOn) -> BuiltOn {
	BuiltOn { hash: H256([0xee; 32]), ..built_on }
}

fn changed<T: Clone>(value: &T, change: impl FnOnce(&mut T)) -> T {
	let mut changed = value.clone();
	change(&mut changed);
	changed
}

impl Attacks {
	pub(super) fn new(genesis: [u8; 32]) -> Self {
		let (made, tagged) = (BTreeSet::new(), BTreeMap::new());
		Self { genesis, made, earlier: None, wrong: None, tagged }
	}

	/// Whether this is tried for the first time.
	fn first(&mut self, call: &Call, about: impl std::fmt::Debug) -> bool {
		self.made.insert(format!("{} {about:?}", call.path()))
	}

	/// Nothing that there is to try was left out.
	pub(super) fn ensure_all_made(&self) -> Result<()> {
		let mut all = BTreeSet::new();
		for subject in [ROLL, ELECTION, HANDOVER] {
			all.extend(["join", "commit", "reveal", "accept"].map(|name| format!("Trustees.{name} {subject:?}")));
		}
		for part in [Part::Ballots, Part::Roll, VOTES] {
			all.insert(format!("Tally.close_upload {part:?}"));
			all.insert(format!("Tally.upload_shares {part:?}"));
		}
		all.extend([Part::Ballots, Part::Roll].map(|part| format!("Tally.upload_tag_shares {part:?}")));
		ensure!(self.made == all, "tried was {:?}", self.made);
		Ok(())
	}

	/// The calls that are due, each with everything in front of it that must be refused.
	pub(super) async fn before(&mut self, chain: &Chain, block: Block, due: Vec<Call>) -> Result<Vec<Trial>> {
		let mut trials = Vec::new();
		for call in due {
			trials.extend(match call.path().as_str() {
				"Trustees.join" => self.join(call)?,
				"Trustees.commit" => self.commit(chain, block, call).await?,
				"Trustees.reveal" => self.reveal(call)?,
				"Trustees.accept" => self.accept(call)?,
				"Tally.upload_mix_page" => self.page(call)?,
				"Tally.upload_mix_head" => self.head(call)?,
				"Tally.upload_mix_columns" => self.columns(call)?,
				"Tally.close_upload" => self.close(call)?,
				"Tally.upload_tag_shares" => self.tags(call)?,
				"Tally.upload_shares" => self.shares(call)?,
				other => anyhow::bail!("the duty program sends {other}"),
			});
		}
		Ok(trials)
	}

	fn join(&mut self, call: Call) -> Result<Vec<Trial>> {
		let (subject, attempt, built_on, key, proof): (Subject, u16, BuiltOn, Encoded, Signature) = read(&call)?;
		if !self.first(&call, subject) {
			return Ok(vec![(call, None)]);
		}
		let header = (subject, attempt, built_on);
		let early = BuiltOn { number: 0, hash: H256(self.genesis) };
		let altered = changed(&proof, |proof| proof.0[5] ^= 1);
		let unknown = Subject::Election(ElectionId(7));
		let mut trials = refused([
			(trustees("join", (header, key, altered)), "Trustees.RecipientKeyRejected"),
			(trustees("join", (header, Encoded::IDENTITY, proof)), "Trustees.RecipientKeyRejected"),
			(trustees("join", (unknown, attempt, built_on, key, proof)), "Trustees.UnknownCeremony"),
			(trustees("join", (subject, attempt + 1, built_on, key, proof)), "Trustees.WrongAttempt"),
			(trustees("join", (subject, attempt, nowhere(built_on), key, proof)), "Trustees.UnknownBlock"),
			(trustees("join", (subject, attempt, early, key, proof)), "Trustees.BuiltTooEarly"),
			(trustees("accept", header), "Trustees.WrongStage"),
		]);
		// A key of another ceremony, with its proof.
		if let Some((key, proof)) = self.earlier.replace((key, proof)) {
			trials.extend(refused([(trustees("join", (header, key, proof)), "Trustees.RecipientKeyRejected")]));
		}
		trials.push((call, None));
		Ok(trials)
	}

	/// In the first attempt at handing the key over, the hash of a dealing that hands over something else.
	async fn commit(&mut self, chain: &Chain, block: Block, call: Call) -> Result<Vec<Trial>> {
		let (subject, attempt, built_on, commitment): (Subject, u16, BuiltOn, [u8; 32]) = read(&call)?;
		if !self.first(&call, subject) {
			return Ok(vec![(call, None)]);
		}
		let of = |attempt, built_on| trustees("commit", (subject, attempt, built_on, commitment));
		let mut trials = refused([
			(of(attempt + 1, built_on), "Trustees.WrongAttempt"),
			(of(attempt, nowhere(built_on)), "Trustees.UnknownBlock"),
		]);
		if subject != HANDOVER {
			trials.push((call, None));
			return Ok(trials);
		}
		let view = chain.at(block.hash);
		let ceremony = view.read(&items::trustees::KEY_CEREMONIES, &(subject,)).await?;
		let ceremony = ceremony.context("there is no ceremony")?;
		let mut recipients: BTreeMap<TrusteeIndex, Encoded> = BTreeMap::new();
		for index in ceremony.joined.iter() {
			let key = view.read(&items::trustees::RECIPIENT_KEYS, &(subject, index)).await?;
			recipients.insert(index, key.context("it has joined")?);
		}
		let public = ceremony
			.public_part(self.genesis, |index| recipients.get(&index).copied())
			.map_err(|error| anyhow::anyhow!("{error}"))?;
		let wrong = deal(&public, 1, &mut OsRng)?;
		trials.push((trustees("commit", (subject, attempt, built_on, wrong.commitment())), None));
		self.wrong = Some(wrong);
		Ok(trials)
	}

	fn reveal(&mut self, call: Call) -> Result<Vec<Trial>> {
		let (subject, attempt, built_on, dealing): (Subject, u16, BuiltOn, Dealing) = read(&call)?;
		let first = self.first(&call, subject);
		let reveal = |dealing: &Dealing| trustees("reveal", (subject, attempt, built_on, dealing));
		if (subject, attempt) == (HANDOVER, 0) {
			// It has nothing to reveal, and the attempt fails for want of dealers.
			let Some(wrong) = self.wrong.take() else { return Ok(Vec::new()) };
			return Ok(refused([(reveal(&wrong), "Trustees.NotTheShare"), (call, "Trustees.OtherDealing")]));
		}
		if !first {
			return Ok(vec![(call, None)]);
		}
		let with = |change: fn(&mut Dealing)| reveal(&changed(&dealing, change));
		let mut trials = refused([
			(with(|dealing| dealing.keys[0].shares[1] = EncodedScalar::from(&Scalar::ZERO)), "Trustees.OtherDealing"),
			(with(|dealing| dealing.keys[0].points.reverse()), "Trustees.OtherDealing"),
			(with(|dealing| dealing.ephemeral = Encoded::from(&BASE_POINT)), "Trustees.OtherDealing"),
			(with(|dealing| dealing.keys = vec![dealing.keys[0].clone(); 5]), "Trustees.WrongNumberOfKeys"),
			(with(|dealing| dealing.keys[0].points = vec![Encoded::IDENTITY; 33]), "Trustees.WrongNumberOfPoints"),
			(
				with(|dealing| dealing.keys[0].shares = vec![EncodedScalar::from(&Scalar::ONE); 33]),
				"Trustees.WrongNumberOfShares",
			),
		]);
		trials.push((call, None));
		Ok(trials)
	}

	fn accept(&mut self, call: Call) -> Result<Vec<Trial>> {
		let (subject, attempt, built_on): (Subject, u16, BuiltOn) = read(&call)?;
		if !self.first(&call, subject) {
			return Ok(vec![(call, None)]);
		}
		let one = EncodedScalar::from(&Scalar::ONE);
		let proof = equality::Proof { e: one, s: one };
		// The two have exchanged their numbers in the new hands; dealers have their old ones.
		let holder = if subject == HANDOVER { 2 } else { 1 };
		let unproven = Complaint { dealer: 2, holder, shared: Encoded::from(&BASE_POINT), proof };
		let complain = |complaint: Complaint| trustees("complain", (subject, attempt, built_on, complaint));
		let of_another = Complaint { holder: 3 - holder, ..unproven };
		let nobody = Complaint { dealer: 9, ..unproven };
		let mut trials = refused([
			(complain(unproven), "Trustees.ComplaintRejected"),
			(complain(of_another), "Trustees.NotYourComplaint"),
			(complain(nobody), "Trustees.NotADealer"),
			(trustees("accept", (subject, attempt + 1, built_on)), "Trustees.WrongAttempt"),
			(trustees("accept", (subject, attempt, nowhere(built_on))), "Trustees.UnknownBlock"),
		]);
		trials.push((call, None));
		Ok(trials)
	}

	/// Whether the list's first mix, which is to be a false one, is not closed yet.
	fn is_to_be_false(&self, list: ListId) -> bool {
		!self.made.contains(&format!("Tally.close_upload {:?}", list.part))
	}

	fn page(&mut self, call: Call) -> Result<Vec<Trial>> {
		let (list, attempt, number, outputs): Mixed = read(&call)?;
		if !self.is_to_be_false(list) {
			return Ok(vec![(call, None)]);
		}
		let page = |list, attempt, number, outputs: &[Ciphertext]| {
			tally("upload_mix_page", (list, attempt, number, outputs.to_vec()))
		};
		let elsewhere = ListId { unit: UnitId(9), ..list };
		let short = &outputs[..outputs.len() - 1];
		let mut trials = refused([
			(page(elsewhere, attempt, number, &outputs), "Tally.UnknownList"),
			(page(list, attempt + 1, number, &outputs), "Tally.WrongAttempt"),
			(page(list, attempt, number + 1, &outputs), "Tally.PageBeyondTheEnd"),
			(page(list, attempt, number, short), "Tally.PageOfWrongLength"),
			(page(list, attempt, number, &[]), "Tally.PageOfWrongLength"),
		]);
		// Credentials with other ballots' votes; an entry of the roll twice; votes in another order than the proof says.
		let false_outputs = changed(&outputs, |outputs| match list.part {
			Part::Ballots => outputs.swap(0, 2),
			Part::Roll => outputs[1] = outputs[0],
			Part::Contest(_) => outputs.swap(0, 1),
		});
		trials.push((page(list, attempt, number, &false_outputs), None));
		trials.extend(refused([(call, "Tally.PageRepeated")]));
		Ok(trials)
	}

	fn head(&mut self, call: Call) -> Result<Vec<Trial>> {
		let (list, attempt, bytes): (ListId, u16, Vec<u8>) = read(&call)?;
		if !self.is_to_be_false(list) {
			return Ok(vec![(call, None)]);
		}
		let upload = |bytes: Vec<u8>| tally("upload_mix_head", (list, attempt, bytes));
		let head = ProofHead::decode_all(&mut bytes.as_slice())?;
		let altered = changed(&head, |head| head.c_a[0] = Encoded([0xff; 32]));
		let mut trials = refused([
			(upload(bytes[..bytes.len() / 2].to_vec()), "Tally.HeadMalformed"),
			(upload(altered.encode()), "Tally.HeadMalformed"),
		]);
		trials.push((call.clone(), None));
		trials.extend(refused([(call, "Tally.HeadRepeated")]));
		Ok(trials)
	}

	fn columns(&mut self, call: Call) -> Result<Vec<Trial>> {
		let (list, attempt, number, columns): Columns = read(&call)?;
		if !self.is_to_be_false(list) {
			return Ok(vec![(call, None)]);
		}
		let upload =
			|number, columns: &[ProofColumn]| tally("upload_mix_columns", (list, attempt, number, columns.to_vec()));
		let mut trials = refused([
			(upload(number, &columns[..columns.len() - 1]), "Tally.PageOfWrongLength"),
			(upload(number + 1, &columns), "Tally.PageBeyondTheEnd"),
		]);
		trials.push((call, None));
		Ok(trials)
	}

	fn close(&mut self, call: Call) -> Result<Vec<Trial>> {
		let (list, attempt, built_on): (ListId, u16, BuiltOn) = read(&call)?;
		if !self.first(&call, list.part) {
			return Ok(vec![(call, None)]);
		}
		let early = BuiltOn { number: 0, hash: H256(self.genesis) };
		let mut trials = refused([
			(tally("close_upload", (list, attempt, nowhere(built_on))), "Tally.NotOnThisChain"),
			(tally("close_upload", (list, attempt, early)), "Tally.BuiltTooEarly"),
		]);
		trials.push((call, None));
		Ok(trials)
	}

	fn tags(&mut self, call: Call) -> Result<Vec<Trial>> {
		let shares: Shares<Ciphertext> = read(&call)?;
		if !self.first(&call, shares.0.part) {
			return Ok(vec![(call, None)]);
		}
		self.tagged.insert(shares.0, call.clone());
		let base = Encoded::from(&BASE_POINT);
		let other = Ciphertext { c1: base, c2: base };
		let mut trials = altered("upload_tag_shares", &shares, &other, "Tally.TagProofRejected");
		// One half of a share alone.
		let half = changed(&shares, |shares| shares.3[0].c2 = base);
		trials.extend(refused([(tally("upload_tag_shares", half), "Tally.TagProofRejected")]));
		trials.push((call, None));
		Ok(trials)
	}

	fn shares(&mut self, call: Call) -> Result<Vec<Trial>> {
		let shares: Shares<Encoded> = read(&call)?;
		if !self.first(&call, shares.0.part) {
			return Ok(vec![(call, None)]);
		}
		let base = Encoded::from(&BASE_POINT);
		let mut trials = altered("upload_shares", &shares, &base, "Tally.ShareProofRejected");
		// A list is tagged once.
		if let Some(again) = self.tagged.remove(&shares.0) {
			trials.extend(refused([(again, "Tally.NotTagging")]));
		}
		trials.push((call, None));
		Ok(trials)
	}
}

/// A page of shares, altered in each of its parts.
fn altered<S: Clone + Encode>(name: &str, shares: &Shares<S>, other: &S, error: &'static str) -> Vec<Trial> {
	let with = |change: &dyn Fn(&mut Shares<S>)| tally(name, changed(shares, change));
	refused([
		(with(&|shares| shares.3[0] = other.clone()), error),
		(with(&|shares| shares.3.swap(0, 1)), error),
		(with(&|shares| shares.4.e = EncodedScalar::from(&Scalar::ONE)), error),
		(with(&|shares| shares.4.s = EncodedScalar([0xff; 32])), error),
		(with(&|shares| shares.3.truncate(1)), "Tally.PageOfWrongLength"),
		(with(&|shares| shares.2 += 1), "Tally.PageBeyondTheEnd"),
		(with(&|shares| shares.1 += 1), "Tally.WrongAttempt"),
		(with(&|shares| shares.0.unit = UnitId(9)), "Tally.UnknownList"),
		(with(&|shares| shares.5 = nowhere(shares.5)), "Tally.NotOnThisChain"),
	])
}
