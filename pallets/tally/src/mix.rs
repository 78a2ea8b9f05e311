//! Mixing: turns of mixers, their uploads, and the verification of an upload. Protocol A1 and A10.

use crate::{
	rounds::patience, Acting, Columns, Config, Error, Event, Heads, Job, Key, List, ListId, ListStage, Lists, Page,
	Pages, Pallet, Panels, Part, Tallies, Turn, Verifications,
};
use alloc::vec::Vec;
use ballot_crypto::{
	context::step,
	shuffle::{Inputs, ProofColumn, ProofHead, Rejected, Shape, Statement, Verification, MAX_HEAD_BYTES},
	transcript::ListDigest,
	Ciphertext, Context, Element, EncodedScalar, Malformed,
};
use dobush_primitives::{traits::Elections, BuiltOn, NotBuiltOn, Phase, TrusteeIndex};
use frame_support::{
	ensure,
	pallet_prelude::{ConstU32, DispatchResult},
	traits::{Get, Time},
	BoundedVec,
};
use frame_system::pallet_prelude::BlockNumberFor;
use sp_runtime::traits::{SaturatedConversion, Zero};

impl<T: Config> Pallet<T> {
	/// Gives the next mixer its turn, or ends mixing.
	pub(crate) fn invite(id: &ListId, list: &mut List) {
		let ListStage::Inviting { after, attempt } = list.stage else { return };
		let Some(panel) = Panels::<T>::get(id.election, Key::Vote) else { return };
		let next_of = |after: TrusteeIndex| {
			panel.members.iter().map(|m| m.index).find(|index| *index > after && !list.mixed.contains(*index))
		};
		let next = match next_of(after) {
			Some(index) => Some(index),
			// Every trustee had a turn.
			None if list.mixed.count() >= panel.threshold => None,
			None => next_of(TrusteeIndex(0)),
		};
		list.stage = match next {
			Some(mixer) => {
				let deadline =
					T::Time::now().saturating_add(patience(panel.step_deadline, attempt, panel.members.len()));
				Self::deposit_event(Event::TurnGiven { list: *id, mixer, attempt, deadline });
				ListStage::Mixing(Turn {
					mixer,
					attempt,
					since: Self::block(),
					deadline,
					pages: 0,
					digest: Self::new_digest(list),
					head: false,
					columns: 0,
					columns_digest: ListDigest::new(Self::columns_of(list)),
				})
			}
			None => ListStage::Choosing { job: Job::first(id.part), attempt: 0, absent: Default::default() },
		};
	}

	/// Passes over a mixer who missed the deadline, or starts the round of shares again.
	pub(crate) fn pass_over(id: &ListId, list: &mut List) {
		match core::mem::replace(&mut list.stage, ListStage::Removing) {
			ListStage::Mixing(turn) => {
				Self::deposit_event(Event::PassedOver { list: *id, mixer: turn.mixer, attempt: turn.attempt });
				Self::end_turn(list, &turn);
			}
			stage => match stage.round() {
				Some((job, round)) => Self::restart(id, list, job, round),
				None => list.stage = stage,
			},
		}
	}

	/// Removes an upload and invites the next one.
	fn end_turn(list: &mut List, turn: &Turn) {
		let layer = list.layer.saturating_add(1);
		Self::discard(list, Self::upload_of(turn, layer));
		list.stage = ListStage::Inviting { after: turn.mixer, attempt: turn.attempt.saturating_add(1) };
	}

	/// The list, the panel of one of the keys of its election, and the signer's index in that panel. Refuses a list that is not
	/// being tallied.
	pub(crate) fn for_trustee(
		who: &T::AccountId,
		id: &ListId,
		key: impl FnOnce(&List) -> Key,
	) -> Result<Acting<T>, Error<T>> {
		let list = Lists::<T>::get(id.election, (id.unit, id.part)).ok_or(Error::<T>::UnknownList)?;
		let tallying = T::Elections::phase(id.election) == Some(Phase::Tallying);
		let panel = Panels::<T>::get(id.election, key(&list));
		let panel = panel.filter(|_| tallying && Tallies::<T>::contains_key(id.election));
		let panel = panel.ok_or(Error::<T>::NotTallying)?;
		let index = panel.index_of(who).ok_or(Error::<T>::NotATrustee)?;
		Ok((list, panel, index))
	}

	/// The list, and a copy of the signer's open turn in it.
	fn for_mixer(who: &T::AccountId, id: &ListId, attempt: u16) -> Result<(List, Turn), Error<T>> {
		let (list, _, index) = Self::for_trustee(who, id, |_| Key::Vote)?;
		let ListStage::Mixing(turn) = &list.stage else { return Err(Error::<T>::NotMixing) };
		ensure!(turn.mixer == index, Error::<T>::NotYourTurn);
		ensure!(turn.attempt == attempt, Error::<T>::WrongAttempt);
		ensure!(T::Time::now() <= turn.deadline, Error::<T>::TooLate);
		let turn = turn.clone();
		Ok((list, turn))
	}

	/// Refuses a page that is not the next one, is beyond the last one, or has another length than is `due`.
	pub(crate) fn ensure_next(
		next: u32,
		page: u32,
		pages: u32,
		length: usize,
		due: impl FnOnce(u32) -> usize,
	) -> Result<(), Error<T>> {
		ensure!(page >= next, Error::<T>::PageRepeated);
		ensure!(page < pages, Error::<T>::PageBeyondTheEnd);
		ensure!(page == next, Error::<T>::PageSkipped);
		ensure!(length == due(page), Error::<T>::PageOfWrongLength);
		Ok(())
	}

	/// Refuses a message that was not built on a block of this chain, the block `since` or a later one.
	pub(crate) fn ensure_built_on(built_on: &BuiltOn, since: u32) -> Result<(), Error<T>> {
		let remembered = frame_system::Pallet::<T>::block_hash(BlockNumberFor::<T>::from(built_on.number));
		built_on.check(remembered, since).map_err(|why| match why {
			NotBuiltOn::Unknown => Error::<T>::NotOnThisChain,
			NotBuiltOn::TooEarly => Error::<T>::BuiltTooEarly,
		})
	}

	pub(crate) fn receive_mix_page(
		who: T::AccountId,
		id: ListId,
		attempt: u16,
		page: u32,
		ciphertexts: Page<Ciphertext>,
	) -> DispatchResult {
		let (mut list, mut turn) = Self::for_mixer(&who, &id, attempt)?;
		let due = |page| Self::ciphertexts_on(&list, page);
		Self::ensure_next(turn.pages, page, Self::pages_in(&list), ciphertexts.len(), due)?;

		turn.digest.add(&ciphertexts);
		turn.pages = turn.pages.saturating_add(1);
		list.stage = ListStage::Mixing(turn);
		Pages::<T>::insert((id, list.layer.saturating_add(1), page), ciphertexts);
		Lists::<T>::insert(id.election, (id.unit, id.part), list);
		Ok(())
	}

	pub(crate) fn receive_mix_head(
		who: T::AccountId,
		id: ListId,
		attempt: u16,
		head: BoundedVec<u8, ConstU32<MAX_HEAD_BYTES>>,
	) -> DispatchResult {
		let (mut list, mut turn) = Self::for_mixer(&who, &id, attempt)?;
		ensure!(!turn.head, Error::<T>::HeadRepeated);
		let shape = Shape::of(list.total, list.width).map_err(|_| Error::<T>::Corrupt)?;
		ProofHead::decode_for(&shape, &head).map_err(|_| Error::<T>::HeadMalformed)?;

		turn.head = true;
		list.stage = ListStage::Mixing(turn);
		Heads::<T>::insert(id, head);
		Lists::<T>::insert(id.election, (id.unit, id.part), list);
		Ok(())
	}

	pub(crate) fn receive_mix_columns(
		who: T::AccountId,
		id: ListId,
		attempt: u16,
		page: u32,
		columns: Page<ProofColumn>,
	) -> DispatchResult {
		let (mut list, mut turn) = Self::for_mixer(&who, &id, attempt)?;
		let all = Self::columns_of(&list);
		let due = |page| Self::length_of(all, page) as usize;
		Self::ensure_next(turn.columns, page, Self::pages_of(all), columns.len(), due)?;

		turn.columns_digest.add(&columns);
		turn.columns = turn.columns.saturating_add(1);
		list.stage = ListStage::Mixing(turn);
		Columns::<T>::insert(id, page, columns);
		Lists::<T>::insert(id.election, (id.unit, id.part), list);
		Ok(())
	}

	pub(crate) fn seal_mix(who: T::AccountId, id: ListId, attempt: u16, built_on: BuiltOn) -> DispatchResult {
		let (mut list, turn) = Self::for_mixer(&who, &id, attempt)?;
		let complete =
			turn.head && turn.pages == Self::pages_in(&list) && turn.columns == Self::pages_of(Self::columns_of(&list));
		ensure!(complete, Error::<T>::UploadIncomplete);
		Self::ensure_built_on(&built_on, turn.since)?;

		let digest = turn.digest.finish();
		Self::deposit_event(Event::MixSealed { list: id, mixer: turn.mixer, attempt, digest });
		list.stage = ListStage::Verifying(turn);
		Lists::<T>::insert(id.election, (id.unit, id.part), list);
		Self::enter(crate::Ring::Running, crate::Task::List(id));
		Ok(())
	}

	/// The first step of a verification.
	pub(crate) fn verify_head(id: &ListId, list: &mut List) {
		Self::verify(id, list, |list, turn| {
			let keys = Self::keys_of(id, list)?;
			let shape = Shape::of(list.total, list.width)?;
			let head = ProofHead::decode_for(&shape, &Heads::<T>::get(id).unwrap_or_default())?;
			let context = Self::context(id, mix_step(id.part), turn.mixer, turn.attempt);
			let statement = Statement {
				context: &context,
				keys: &keys,
				input_digest: list.digest,
				output_digest: turn.digest.finish(),
				shape,
			};
			Verification::begin(&statement, &head, turn.columns_digest.finish())
		});
	}

	/// The key of each column.
	fn keys_of(id: &ListId, list: &List) -> Result<Vec<Element>, Rejected> {
		let key = |of| -> Result<Element, Rejected> {
			let panel = Panels::<T>::get(id.election, of).ok_or(Rejected::Shape)?;
			panel.key.element().map_err(|malformed: Malformed| malformed.into())
		};
		Ok(match id.part {
			Part::Contest(_) => alloc::vec![key(Key::Vote)?; usize::from(list.width)],
			Part::Roll => alloc::vec![key(Key::Roll)?],
			Part::Ballots => {
				let vote = key(Key::Vote)?;
				let votes = core::iter::repeat_n(vote, usize::from(list.width).saturating_sub(1));
				core::iter::once(key(Key::Roll)?).chain(votes).collect()
			}
		})
	}

	/// A page of columns.
	pub(crate) fn verify_columns(id: &ListId, list: &mut List, start: u32, count: u32) {
		Self::verify(id, list, |_, _| {
			let mut verification = Verifications::<T>::get(id).ok_or(Rejected::Page)?;
			let page = Columns::<T>::get(id, start / T::PageSize::get().max(1)).ok_or(Rejected::Page)?;
			ensure!(page.len() == count as usize, Rejected::Page);
			verification.columns(&page)?;
			Ok(verification)
		});
	}

	/// A page of elements.
	pub(crate) fn verify_elements(id: &ListId, list: &mut List, start: u32, count: u32) {
		Self::verify(id, list, |list, _| {
			let mut verification = Verifications::<T>::get(id).ok_or(Rejected::Page)?;
			let page = start / Self::per_page(list.width);
			let inputs = Pages::<T>::get((*id, list.layer, page)).ok_or(Rejected::Page)?;
			let outputs = Pages::<T>::get((*id, list.layer.saturating_add(1), page)).ok_or(Rejected::Page)?;
			let responses = Self::responses_of(id, start, count, Self::columns_of(list))?;
			// The credentials of unmixed ballots are not encrypted. A0.
			let open = u8::from(id.part == Part::Ballots && list.layer == 0);
			verification.elements(Inputs::first(&inputs, open), &outputs, &responses)?;
			Ok(verification)
		});
	}

	/// The response `ma` of the column of each element, which is column number `index mod n`. Reads each page once: the columns
	/// of consecutive elements are on the same page or on the next.
	fn responses_of(id: &ListId, start: u32, count: u32, columns: u32) -> Result<Vec<EncodedScalar>, Rejected> {
		let size = T::PageSize::get().max(1);
		let mut open: Option<(u32, Page<ProofColumn>)> = None;
		let mut responses = Vec::with_capacity(count as usize);
		for index in start..start.saturating_add(count) {
			let column = index.checked_rem(columns).ok_or(Rejected::Shape)?;
			let number = column / size;
			let page = match open.take() {
				Some((known, page)) if known == number => page,
				_ => Columns::<T>::get(id, number).ok_or(Rejected::Page)?,
			};
			responses.push(page.get((column % size) as usize).ok_or(Rejected::Page)?.ma);
			open = Some((number, page));
		}
		Ok(responses)
	}

	/// The last step of a verification: the outputs become the list, or the upload is removed.
	pub(crate) fn verify_verdict(id: &ListId, list: &mut List) {
		let ListStage::Verifying(turn) = list.stage.clone() else { return };
		let verdict = Verifications::<T>::get(id).ok_or(Rejected::Page).and_then(Verification::finish);
		if let Err(reason) = verdict {
			return Self::refuse(id, list, &turn, reason);
		}
		let (old, mixer, digest) = (list.layer, turn.mixer, turn.digest.finish());
		Self::discard(list, Self::upload_of(&turn, old)); // the layer before is as long as the outputs are
		list.layer = old.saturating_add(1);
		list.digest = digest;
		list.mixed.insert(mixer);
		list.stage = ListStage::Inviting { after: mixer, attempt: turn.attempt.saturating_add(1) };
		Self::deposit_event(Event::MixVerified { list: *id, mixer, position: list.layer, digest });
	}

	/// Takes one step of a verification. Stores the state of the verification, or refuses the upload.
	fn verify(id: &ListId, list: &mut List, step: impl FnOnce(&List, &Turn) -> Result<Verification, Rejected>) {
		let ListStage::Verifying(turn) = list.stage.clone() else { return };
		match step(list, &turn) {
			Ok(verification) => Verifications::<T>::insert(id, verification),
			Err(reason) => Self::refuse(id, list, &turn, reason),
		}
	}

	fn refuse(id: &ListId, list: &mut List, turn: &Turn, reason: Rejected) {
		let (mixer, attempt) = (turn.mixer, turn.attempt);
		Self::deposit_event(Event::MixRefused { list: *id, mixer, attempt, reason });
		Self::end_turn(list, turn);
	}

	/// The hash of the chain's first block.
	pub(crate) fn genesis() -> [u8; 32] {
		frame_system::Pallet::<T>::block_hash(BlockNumberFor::<T>::zero()).0
	}

	/// The context that a proof is bound to.
	pub(crate) fn context(id: &ListId, step: u8, prover: TrusteeIndex, attempt: u16) -> Context {
		Context {
			genesis: Self::genesis(),
			election: id.election.0,
			unit: id.unit.0,
			contest: id.contest().map_or(0, |contest| contest.0),
			step,
			prover: prover.0,
			attempt,
		}
	}

	/// How many columns the proof for a list has.
	pub(crate) fn columns_of(list: &List) -> u32 {
		Shape::of(list.total, list.width).map_or(0, |shape| shape.columns)
	}

	/// The number of this block.
	pub(crate) fn block() -> u32 {
		frame_system::Pallet::<T>::block_number().saturated_into()
	}
}

/// The number of the step of a mix, for the context of its proof.
pub(crate) fn mix_step(part: Part) -> u8 {
	match part {
		Part::Contest(_) => step::MIX,
		Part::Ballots => step::MIX_BALLOTS,
		Part::Roll => step::MIX_ROLL,
	}
}
