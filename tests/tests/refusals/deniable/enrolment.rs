//! Envelopes, batches and enrolments that are refused. Protocol §2 and §3, A5.

use super::{Day, Goal, ROLL, UNIT};
use anyhow::{Context, Result};
use ballot_crypto::{
	enrolment::batch::{Batch, BatchPlace},
	envelope::EnvelopeHash,
	CredentialPlace, Element, Encoded, EncodedScalar, Scalar, BASE_POINT,
};
use dobush_client::{
	chain::{views, Call, Chain, Sender},
	deniable_roll::OpenRoll,
	keys::Account,
};
use dobush_primitives::{roll::CosignedEnrolment, BuiltOn, UnitId};
use dobush_rehearsal::{EnrolmentDay, Wallet};
use end_to_end::network::trial::{self, refused, Trial};
use parity_scale_codec::Encode;
use sp_core::H256;
use sp_runtime::AccountId32;

fn call(name: &str, arguments: impl Encode) -> Call {
	Call::new("DeniableRoll", name, arguments)
}

fn activate(unit: UnitId, built_on: BuiltOn, batch: &Batch) -> Call {
	call("activate", (ROLL, unit, built_on, batch))
}

async fn newest(chain: &Chain) -> Result<BuiltOn> {
	let block = chain.best().await?;
	Ok(BuiltOn { number: u32::try_from(block.number)?, hash: block.hash })
}

/// The announcement of a batch by this booth.
fn announce(chain: &Chain, booth: &Account, roll_key: Element, batch: &Batch) -> Call {
	let place = CredentialPlace { genesis: chain.genesis().0, unit: UNIT.0, booth: booth.public() };
	let commitment = BatchPlace { place, roll_key }.commitment_of(batch);
	call("announce_batch", (ROLL, UNIT, commitment, 0u32))
}

/// Enrols everybody, and tries on the way what must be refused.
pub(super) async fn attacks(day: &mut Day, enrolment: &mut EnrolmentDay) -> Result<Vec<Wallet>> {
	let chain = day.chain();
	let mut offices = enrolment.offices();
	// A second booth, which nobody visits.
	let other = Account::generate();
	offices.booths.push((other.clone(), UNIT));
	let roll = day.rehearsal.open_roll(enrolment.terms(), &offices).await?;
	enrolment.print_envelopes(&day.rehearsal, roll).await?;
	day.until(Goal::RollKey { epoch: 0 }).await.context("the roll's key")?;

	let mut doors = enrolment.open_doors(&day.rehearsal, roll).await?;
	tokio::task::block_in_place(|| enrolment.visit(&mut doors))?;
	let (booth, _, batch) = enrolment.proven().into_iter().next().context("no batch is proven")?;
	let mut printer = Sender::new(&chain, offices.printer.clone());
	let (mut here, mut there) = (Sender::new(&chain, booth.clone()), Sender::new(&chain, other.clone()));
	let roll_key = OpenRoll::fetch(&day.rehearsal.view_now().await?, roll).await?.key;

	// A batch whose argument is false; and the honest one as another booth's own. Meanwhile the printer.
	let mut false_batch = batch.clone();
	false_batch.proof.columns[0].zb = EncodedScalar::from(&Scalar::ONE);
	let stolen = [(announce(&chain, &other, roll_key, &batch), None)];
	let announced = [
		(call("announce_batch", (ROLL, UnitId(1), [0u8; 32], 0u32)), Some("DeniableRoll.UnknownUnit")),
		(announce(&chain, &booth, roll_key, &false_batch), None),
	];
	let envelopes = envelopes(&chain, &booth.id(), &other.id()).await?;
	tokio::try_join!(
		trial::hold_soon(&mut printer, &envelopes),
		trial::hold_soon(&mut there, &stolen),
		trial::hold_soon(&mut here, &announced)
	)?;

	// They stand, and are refused; the honest batch is announced in place of the false one.
	let built_on = newest(&chain).await?;
	let stolen = refused([(activate(UNIT, built_on, &batch), "DeniableRoll.EnvelopeOfAnotherBooth")]);
	let rejected = [
		(activate(UNIT, built_on, &false_batch), Some("DeniableRoll.BatchRejected")),
		(announce(&chain, &booth, roll_key, &batch), None),
	];
	tokio::try_join!(trial::hold_soon(&mut there, &stolen), trial::hold_soon(&mut here, &rejected))?;

	trial::hold(&mut here, &batches(newest(&chain).await?, &chain, &batch, &false_batch)).await.context("batches")?;
	// The booth's own program finds its batch active.
	enrolment.activate(&mut doors).await?;

	let (desk, _, pages) =
		enrolment.submissions(&day.rehearsal, &doors).await?.into_iter().next().context("nobody is enrolled")?;
	let page = pages.first().context("nobody is enrolled")?;
	trial::hold(&mut Sender::new(&chain, desk), &enrolments(page)).await.context("enrolments")?;
	Ok(enrolment.go_home(&day.rehearsal, doors).await?)
}

/// What a printer tries with the envelopes of a booth.
async fn envelopes(chain: &Chain, booth: &AccountId32, other: &AccountId32) -> Result<Vec<Trial>> {
	let view = chain.at(chain.finalised().await?.hash);
	let page = view.ask(&views::deniable_roll::ENVELOPES, &(booth, 0u32)).await?;
	let hashes: Vec<EnvelopeHash> = page.into_iter().map(|(hash, _)| hash).take(2).collect();
	let fresh = vec![EnvelopeHash([7; 32]); 2];
	let register = |booth: &AccountId32, hashes: &[EnvelopeHash]| call("register_envelopes", (ROLL, booth, hashes));
	Ok(refused([
		(register(booth, &hashes), "DeniableRoll.EnvelopeRegistered"),
		(register(other, &hashes), "DeniableRoll.EnvelopeRegistered"),
		(register(other, &fresh), "DeniableRoll.EnvelopeRegistered"),
		(register(other, &[]), "DeniableRoll.EmptyList"),
		(register(&AccountId32::new([9; 32]), &fresh), "DeniableRoll.NotABooth"),
	]))
}

/// What a booth tries with an announced batch; then the batch itself, once.
fn batches(built_on: BuiltOn, chain: &Chain, batch: &Batch, false_batch: &Batch) -> Vec<Trial> {
	let with = |change: &dyn Fn(&mut Batch)| {
		let mut changed = batch.clone();
		change(&mut changed);
		activate(UNIT, built_on, &changed)
	};
	let early = BuiltOn { number: 0, hash: chain.genesis() };
	let nowhere = BuiltOn { hash: H256([0xee; 32]), ..built_on };
	let mut trials = refused([
		(activate(UnitId(1), built_on, batch), "DeniableRoll.NotAnnounced"),
		(activate(UNIT, early, batch), "DeniableRoll.BuiltTooEarly"),
		(activate(UNIT, nowhere, batch), "DeniableRoll.UnknownBlock"),
		(with(&|batch| batch.activations.clear()), "DeniableRoll.WrongNumberOfKeys"),
		(with(&|batch| batch.activations.extend(batch.activations.repeat(15))), "DeniableRoll.WrongNumberOfKeys"),
		(with(&|batch| batch.pairs.truncate(2)), "DeniableRoll.WrongNumberOfPairs"),
		(with(&|batch| batch.proof.columns.truncate(1)), "DeniableRoll.BatchRejected"),
		(with(&|batch| batch.proof.head.c_a.truncate(1)), "DeniableRoll.BatchRejected"),
		(with(&|batch| batch.pairs.swap(0, 1)), "DeniableRoll.NotTheAnnouncedBatch"),
		(with(&|batch| batch.activations[0].key = Encoded::IDENTITY), "DeniableRoll.NotTheAnnouncedBatch"),
		(activate(UNIT, built_on, false_batch), "DeniableRoll.NotTheAnnouncedBatch"),
	]);
	trials.push((activate(UNIT, built_on, batch), None));
	trials.push((activate(UNIT, built_on, batch), Some("DeniableRoll.NotAnnounced")));
	trials
}

/// What a desk tries with the enrolments of a page; then the page itself, once.
fn enrolments(page: &[CosignedEnrolment]) -> Vec<Trial> {
	let of = |unit: UnitId, page: &[CosignedEnrolment]| call("enrol", (ROLL, unit, page));
	let with = |change: &dyn Fn(&mut Vec<CosignedEnrolment>)| {
		let mut changed = page.to_vec();
		change(&mut changed);
		of(UNIT, &changed)
	};
	let mut trials = refused([
		(of(UnitId(1), page), "DeniableRoll.UnknownUnit"),
		(of(UNIT, &[]), "DeniableRoll.EmptyList"),
		(with(&|all| all.reverse()), "DeniableRoll.VotersOutOfOrder"),
		(with(&|all| all[1].desk = [9; 32]), "DeniableRoll.OrderedByNoDesk"),
		(with(&|all| all[1].booth = [9; 32]), "DeniableRoll.CosignedByNoBooth"),
		(with(&|all| all[0].batch = 1), "DeniableRoll.UnknownBatch"),
		(with(&|all| all[0].position = 127), "DeniableRoll.UnknownPair"),
		(with(&|all| all[1].position = all[0].position), "DeniableRoll.PairUsed"),
		(with(&|all| all[0].slip = Encoded::IDENTITY), "DeniableRoll.SlipMalformed"),
		(with(&|all| all[0].slip = Encoded::from(&BASE_POINT)), "DeniableRoll.DeskSignatureRejected"),
		(with(&|all| all[0].desk_signature = all[0].booth_signature), "DeniableRoll.DeskSignatureRejected"),
		(with(&|all| all[1].booth_signature = all[1].desk_signature), "DeniableRoll.BoothSignatureRejected"),
		(with(&|all| all[0].proof = all[1].proof), "DeniableRoll.EnrolmentRejected"),
		(with(&|all| all.truncate(1)), "DeniableRoll.TooFewVoters"),
	]);
	trials.push((of(UNIT, page), None));
	trials.push((of(UNIT, page), Some("DeniableRoll.PairUsed")));
	trials
}
