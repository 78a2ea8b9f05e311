//! The events of a block, as [`event_kinds`] describes them; their fields stay bytes until someone knows the type.

use crate::chain::{decode::decode, description::EventKind, error::AnswerFault, event_kinds, items, Chain, ChainError};
use parity_scale_codec::{Compact, Decode};
use sp_core::H256;
use sp_runtime::DispatchError;
use subxt::{
	ext::scale_decode::visitor::{decode_with_visitor, IgnoreVisitor},
	Metadata,
};

/// One event of a block, with its arguments still encoded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
	/// The extrinsic that caused it, by its index in the block; none for hooks.
	pub extrinsic: Option<u32>,
	/// The name of the pallet.
	pub pallet: String,
	/// The name of the event in that pallet.
	pub name: String,
	/// The fields of the event, SCALE-encoded one after the other.
	pub fields: Vec<u8>,
}

impl Event {
	/// Whether it is of this kind.
	pub fn is<F>(&self, kind: &EventKind<F>) -> bool {
		self.pallet == kind.pallet() && self.name == kind.name()
	}
}

/// All events of a block.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Events(pub Vec<Event>);

#[derive(Decode)]
enum Phase {
	ApplyExtrinsic(u32),
	Finalization,
	Initialization,
}

impl Events {
	/// Reads the events of a block.
	pub async fn of(chain: &Chain, block: H256) -> Result<Self, ChainError> {
		let bytes = chain.at(block).read_bytes(&items::system::EVENTS, &()).await?.unwrap_or_default();
		Self::read(&chain.metadata(), &bytes)
	}

	fn read(metadata: &Metadata, bytes: &[u8]) -> Result<Self, ChainError> {
		let mut rest = bytes;
		if rest.is_empty() {
			return Ok(Self::default());
		}
		let Compact(count) =
			Compact::<u32>::decode(&mut rest).map_err(|error| AnswerFault::Events(error.to_string()))?;
		let event_type = metadata.outer_enums().event_enum_ty();
		let mut events = Vec::with_capacity(count.min(65_536) as usize);
		for _ in 0..count {
			let phase = Phase::decode(&mut rest).map_err(|error| AnswerFault::Events(error.to_string()))?;
			let start = rest;
			decode_with_visitor(&mut rest, event_type, metadata.types(), IgnoreVisitor::new())
				.map_err(|error| AnswerFault::Events(error.to_string()))?;
			let raw = start.get(..start.len() - rest.len()).unwrap_or_default();
			let (pallet, variant, fields) = match raw {
				[pallet, variant, fields @ ..] => (*pallet, *variant, fields),
				_ => return Err(AnswerFault::NamelessEvent.into()),
			};
			let _topics = Vec::<H256>::decode(&mut rest).map_err(|error| AnswerFault::Events(error.to_string()))?;
			let pallet = metadata.pallet_by_event_index(pallet).ok_or(AnswerFault::EventOfUnknownPallet)?;
			let name = pallet.event_variant_by_index(variant).map(|variant| variant.name.to_string());
			let extrinsic = match phase {
				Phase::ApplyExtrinsic(index) => Some(index),
				Phase::Finalization | Phase::Initialization => None,
			};
			events.push(Event {
				extrinsic,
				pallet: pallet.name().to_owned(),
				name: name.ok_or(AnswerFault::UnknownEvent)?,
				fields: fields.to_vec(),
			});
		}
		Ok(Self(events))
	}

	/// The events that one extrinsic caused.
	pub fn of_extrinsic(&self, index: u32) -> Self {
		Self(self.0.iter().filter(|event| event.extrinsic == Some(index)).cloned().collect())
	}

	/// The fields of the first event of this kind.
	pub fn find<F: Decode>(&self, kind: &EventKind<F>) -> Result<Option<F>, ChainError> {
		let found = self.0.iter().find(|event| event.is(kind));
		found.map(|event| decode(&event.fields, &format!("event {}", kind.path()))).transpose()
	}

	/// Whether there is an event of this kind.
	pub fn has<F>(&self, kind: &EventKind<F>) -> bool {
		self.0.iter().any(|event| event.is(kind))
	}

	/// Succeeds if these events of one extrinsic tell of success; else the error says why it failed.
	pub fn outcome(&self, metadata: &Metadata) -> Result<(), ChainError> {
		for event in &self.0 {
			if event.is(&event_kinds::system::EXTRINSIC_SUCCESS) {
				return Ok(());
			}
			if event.is(&event_kinds::system::EXTRINSIC_FAILED) {
				let error = DispatchError::decode(&mut event.fields.as_slice());
				return Err(error.map_or_else(
					|error| AnswerFault::DispatchError(error.to_string()).into(),
					|error| explain(metadata, &error),
				));
			}
		}
		Err(AnswerFault::NoOutcome.into())
	}
}

/// A dispatch error in the words of the pallet that raised it.
pub fn explain(metadata: &Metadata, error: &DispatchError) -> ChainError {
	let plain = |name: String| ChainError::Failed {
		pallet: event_kinds::system::EXTRINSIC_FAILED.pallet().to_owned(),
		docs: String::new(),
		name,
	};
	let DispatchError::Module(module) = error else { return plain(format!("{error:?}")) };
	let Some(pallet) = metadata.pallet_by_error_index(module.index) else { return plain(format!("{error:?}")) };
	let index = module.error.first().copied().unwrap_or_default();
	let Some(variant) = pallet.error_variant_by_index(index) else { return plain(format!("{error:?}")) };
	ChainError::Failed {
		pallet: pallet.name().to_owned(),
		name: variant.name.to_string(),
		docs: variant.docs.iter().map(|line| line.trim()).collect::<Vec<_>>().join(" "),
	}
}
