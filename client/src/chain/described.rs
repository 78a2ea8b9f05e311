//! A call of any kind as the chain's own metadata describes it: every argument by name, and as what it is.

use crate::chain::{
	decode::{hex_of, text},
	error::AnswerFault,
	ChainError,
};
use dobush_primitives::Moment;
use scale_info::{form::PortableForm, Field, PortableRegistry, Type, TypeDef, TypeDefPrimitive};
use serde_json::{json, Value as Json};
use sp_core::crypto::Ss58Codec;
use sp_runtime::AccountId32;
use subxt::{
	ext::scale_value::{scale::decode_as_type, Composite, Primitive, Value, ValueDef},
	Metadata,
};

/// A call with its arguments by name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DescribedCall {
	/// The name of the pallet.
	pub pallet: String,
	/// The name of the call in that pallet.
	pub call: String,
	/// The arguments in their order.
	pub arguments: Vec<(String, Described)>,
}

/// A value as what it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Described {
	/// An option that is empty.
	Nothing,
	/// Yes or no.
	Bool(bool),
	/// A number.
	Number(u128),
	/// A number below zero, or one that may be.
	Signed(i128),
	/// A text. Bytes that are not UTF-8 are replaced.
	Text(String),
	/// Bytes, such as a digest or a key.
	Bytes(Vec<u8>),
	/// An account.
	Account(AccountId32),
	/// A point in time.
	Moment(Moment),
	/// A length of time, in milliseconds.
	Duration(Moment),
	/// Values that follow each other.
	List(Vec<Described>),
	/// Values with names.
	Fields(Vec<(String, Described)>),
	/// One of several possibilities, with what belongs to it.
	Variant {
		/// The name of the possibility.
		name: String,
		/// What belongs to it; nameless values are numbered from 0.
		fields: Vec<(String, Described)>,
	},
	/// A call inside the call.
	Call(Box<DescribedCall>),
}

/// Where two descriptions differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
	/// The names and numbers that lead to it, from the outside.
	pub path: Vec<String>,
	/// What the first has there, if anything.
	pub first: Option<Described>,
	/// What the second has there, if anything.
	pub second: Option<Described>,
}

impl DescribedCall {
	/// Reads an encoded call; bytes left over are an error.
	pub fn read(metadata: &Metadata, bytes: &[u8]) -> Result<Self, ChainError> {
		let what = || "a call".to_owned();
		let mut rest = bytes;
		let call_enum = metadata.outer_enums().call_enum_ty();
		let value = decode_as_type(&mut rest, call_enum, metadata.types())
			.map_err(|error| AnswerFault::Encoding { what: what(), error: error.to_string() })?;
		if !rest.is_empty() {
			return Err(AnswerFault::BytesLeft { what: what(), count: rest.len() }.into());
		}
		let reader = Reader { types: metadata.types(), call_enum };
		match reader.describe(&value, Place::default()) {
			Described::Call(call) => Ok(*call),
			_ => Err(AnswerFault::Encoding { what: what(), error: "it is none".to_owned() }.into()),
		}
	}

	/// Pallet and call, as people read them.
	pub fn path(&self) -> String {
		format!("{}.{}", self.pallet, self.call)
	}

	/// For programs.
	pub fn json(&self) -> Json {
		json!({ "pallet": self.pallet, "call": self.call, "arguments": fields_json(&self.arguments) })
	}

	/// Where it differs from another call; nothing if they are the same.
	pub fn differences(&self, other: &Self) -> Vec<Difference> {
		let mut found = Vec::new();
		let whole = |call: &Self| Described::Call(Box::new(call.clone()));
		compare(Some(&whole(self)), Some(&whole(other)), &mut Vec::new(), &mut found);
		found
	}
}

impl Described {
	/// For programs: texts, numbers and lists as such, bytes as hexadecimal digits, accounts as addresses, moments in UTC.
	pub fn json(&self) -> Json {
		match self {
			Self::Nothing => Json::Null,
			Self::Bool(value) => json!(value),
			// A reader in JavaScript would round larger numbers.
			Self::Number(number) => match u64::try_from(*number) {
				Ok(number) if number < 1 << 53 => json!(number),
				_ => json!(number.to_string()),
			},
			Self::Signed(number) => json!(number.to_string()),
			Self::Text(text) => json!(text),
			Self::Bytes(bytes) => json!(hex_of(bytes)),
			Self::Account(account) => json!(account.to_ss58check()),
			Self::Moment(moment) => json!(election_files::definition::utc(*moment)),
			Self::Duration(milliseconds) => json!(milliseconds),
			Self::List(values) => Json::Array(values.iter().map(Self::json).collect()),
			Self::Fields(fields) => fields_json(fields),
			Self::Variant { name, fields } if fields.is_empty() => json!(name),
			Self::Variant { name, fields } => match fields.as_slice() {
				[(number, only)] if number == "0" => json!({ name.as_str(): only.json() }),
				_ => json!({ name.as_str(): fields_json(fields) }),
			},
			Self::Call(call) => call.json(),
		}
	}

	/// What it is made of, by name; nothing if it is made of nothing.
	pub fn parts(&self) -> Vec<(String, &Self)> {
		match self {
			Self::List(values) => (1..).map(|number: u32| number.to_string()).zip(values).collect(),
			Self::Fields(fields) | Self::Variant { fields, .. } => by_name(fields),
			Self::Call(call) => by_name(&call.arguments),
			_ => Vec::new(),
		}
	}

	/// What it is called, where it is one of several possibilities.
	fn title(&self) -> Option<String> {
		match self {
			Self::Variant { name, .. } => Some(name.clone()),
			Self::Call(call) => Some(call.path()),
			_ => None,
		}
	}
}

fn by_name(fields: &[(String, Described)]) -> Vec<(String, &Described)> {
	fields.iter().map(|(name, value)| (name.clone(), value)).collect()
}

fn fields_json(fields: &[(String, Described)]) -> Json {
	Json::Object(fields.iter().map(|(name, value)| (name.clone(), value.json())).collect())
}

/// Notes where two values differ, as deep inside as possible.
fn compare(first: Option<&Described>, second: Option<&Described>, path: &mut Vec<String>, found: &mut Vec<Difference>) {
	if first == second {
		return;
	}
	if let (Some(one), Some(other)) = (first, second) {
		let (parts, others) = (one.parts(), other.parts());
		let alike = std::mem::discriminant(one) == std::mem::discriminant(other) && one.title() == other.title();
		if alike && !(parts.is_empty() && others.is_empty()) {
			for place in 0..parts.len().max(others.len()) {
				let (part, of_other) = (parts.get(place), others.get(place));
				let Some((name, _)) = part.or(of_other) else { continue };
				path.push(name.clone());
				compare(part.map(|(_, part)| *part), of_other.map(|(_, part)| *part), path, found);
				path.pop();
			}
			return;
		}
	}
	found.push(Difference { path: path.clone(), first: first.cloned(), second: second.cloned() });
}

/// The name of a value where it stands, and how the pallet's source calls its type.
#[derive(Clone, Copy, Default)]
struct Place<'a> {
	name: &'a str,
	type_name: &'a str,
}

impl<'a> Place<'a> {
	fn of(field: Option<&'a Field<PortableForm>>) -> Self {
		let name = field.and_then(|field| field.name.as_deref()).unwrap_or("");
		let type_name = field.and_then(|field| field.type_name.as_deref()).unwrap_or("");
		Self { name, type_name }
	}

	/// Whether bytes here are a text whatever they hold.
	fn is_text(self) -> bool {
		["Text<", "Grounds"].iter().any(|text| self.type_name.contains(text))
	}

	fn is_time(self) -> bool {
		self.type_name.ends_with("Moment") || self.type_name.ends_with("Moment>")
	}

	/// Among times: a point, or else a length.
	fn is_point(self) -> bool {
		self.name.ends_with("_at") || self.name == "now"
	}
}

struct Reader<'a> {
	types: &'a PortableRegistry,
	call_enum: u32,
}

impl Reader<'_> {
	fn describe(&self, value: &Value<u32>, place: Place<'_>) -> Described {
		let known = self.types.resolve(value.context);
		let last = known.and_then(|known| known.path.segments.last()).map_or("", String::as_str);
		if let Some((bytes, fixed)) = self.bytes(value) {
			if last == "AccountId32" {
				if let Ok(bytes) = <[u8; 32]>::try_from(bytes.as_slice()) {
					return Described::Account(AccountId32::new(bytes));
				}
			}
			return if place.is_text() || (!fixed && reads_as_text(&bytes)) {
				Described::Text(text(&bytes))
			} else {
				Described::Bytes(bytes)
			};
		}
		match &value.value {
			ValueDef::Primitive(primitive) => primitive_of(primitive, place),
			ValueDef::BitSequence(bits) => Described::List(bits.iter().map(Described::Bool).collect()),
			ValueDef::Composite(Composite::Named(values)) => Described::Fields(self.named(values, known)),
			ValueDef::Composite(Composite::Unnamed(values)) => {
				match (values.as_slice(), known.map(|known| &known.type_def)) {
					// An identifier or the like: one value inside a type of its own.
					([only], Some(TypeDef::Composite(_))) => {
						self.describe(only, Place { type_name: place.type_name, ..place })
					}
					([], Some(TypeDef::Composite(_) | TypeDef::Tuple(_))) => Described::Nothing,
					_ => Described::List(values.iter().map(|value| self.describe(value, Place::default())).collect()),
				}
			}
			ValueDef::Variant(variant) => {
				let inside = self.variant_fields(&variant.values, &variant.name, known);
				match (last, variant.name.as_str()) {
					("Option", "None") => Described::Nothing,
					("Option", "Some") | ("MultiAddress", "Id") => match variant.values.values().next() {
						Some(only) => self.describe(only, place),
						None => Described::Nothing,
					},
					_ if value.context == self.call_enum => self.call(&variant.name, &variant.values),
					_ => Described::Variant { name: variant.name.clone(), fields: unwrapped(inside) },
				}
			}
		}
	}

	/// The enum of all calls: a variant for the pallet, and inside a variant for the call.
	fn call(&self, pallet: &str, inside: &Composite<u32>) -> Described {
		let (call, arguments) =
			match inside.values().next().map(|value| (self.types.resolve(value.context), &value.value)) {
				Some((known, ValueDef::Variant(call))) => {
					(call.name.clone(), self.variant_fields(&call.values, &call.name, known))
				}
				_ => (String::new(), Vec::new()),
			};
		Described::Call(Box::new(DescribedCall { pallet: pallet.to_owned(), call, arguments }))
	}

	fn variant_fields(
		&self,
		values: &Composite<u32>,
		name: &str,
		known: Option<&Type<PortableForm>>,
	) -> Vec<(String, Described)> {
		let fields = known.and_then(|known| match &known.type_def {
			TypeDef::Variant(variants) => variants.variants.iter().find(|variant| variant.name == name),
			_ => None,
		});
		let field = |place: usize| fields.and_then(|variant| variant.fields.get(place));
		match values {
			Composite::Named(values) => values
				.iter()
				.enumerate()
				.map(|(at, (name, value))| (name.clone(), self.describe(value, Place::of(field(at)))))
				.collect(),
			Composite::Unnamed(values) => values
				.iter()
				.enumerate()
				.map(|(at, value)| (at.to_string(), self.describe(value, Place::of(field(at)))))
				.collect(),
		}
	}

	fn named(&self, values: &[(String, Value<u32>)], known: Option<&Type<PortableForm>>) -> Vec<(String, Described)> {
		let field = |at: usize| match known.map(|known| &known.type_def) {
			Some(TypeDef::Composite(composite)) => composite.fields.get(at),
			_ => None,
		};
		let values = values.iter().enumerate();
		values.map(|(at, (name, value))| (name.clone(), self.describe(value, Place::of(field(at))))).collect()
	}

	/// The bytes of a value that is nothing but bytes, and whether their number is fixed by the type.
	fn bytes(&self, value: &Value<u32>) -> Option<(Vec<u8>, bool)> {
		let ValueDef::Composite(composite) = &value.value else { return None };
		let known = self.types.resolve(value.context)?;
		let (element, fixed) = match &known.type_def {
			TypeDef::Sequence(sequence) => (sequence.type_param.id, false),
			TypeDef::Array(array) => (array.type_param.id, true),
			TypeDef::Composite(of) if of.fields.len() == 1 => return self.bytes(composite.values().next()?),
			_ => return None,
		};
		let element = &self.types.resolve(element)?.type_def;
		if !matches!(element, TypeDef::Primitive(TypeDefPrimitive::U8)) {
			return None;
		}
		let byte = |value: &Value<u32>| match &value.value {
			ValueDef::Primitive(Primitive::U128(byte)) => u8::try_from(*byte).ok(),
			_ => None,
		};
		Some((composite.values().map(byte).collect::<Option<_>>()?, fixed))
	}
}

/// The fields of a variant; if its only one is nameless and has fields of its own, these.
fn unwrapped(mut fields: Vec<(String, Described)>) -> Vec<(String, Described)> {
	match (fields.pop(), fields.is_empty()) {
		(Some((name, Described::Fields(inside))), true) if name == "0" => inside,
		(Some(last), _) => {
			fields.push(last);
			fields
		}
		(None, _) => fields,
	}
}

fn primitive_of(primitive: &Primitive, place: Place<'_>) -> Described {
	match primitive {
		Primitive::Bool(value) => Described::Bool(*value),
		Primitive::Char(letter) => Described::Text(letter.to_string()),
		Primitive::String(text) => Described::Text(text.clone()),
		Primitive::U128(number) => match Moment::try_from(*number) {
			Ok(moment) if place.is_time() && place.is_point() => Described::Moment(moment),
			Ok(length) if place.is_time() => Described::Duration(length),
			_ => Described::Number(*number),
		},
		Primitive::I128(number) => Described::Signed(*number),
		Primitive::U256(bytes) | Primitive::I256(bytes) => Described::Bytes(bytes.to_vec()),
	}
}

/// Whether bytes of which the type says nothing are likely to be a text.
fn reads_as_text(bytes: &[u8]) -> bool {
	let Ok(text) = std::str::from_utf8(bytes) else { return false };
	!text.is_empty() && text.chars().all(|letter| letter == '\n' || !letter.is_control())
}

#[cfg(test)]
mod tests {
	use super::*;

	fn fields(values: &[(&str, Described)]) -> Described {
		Described::Fields(values.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect())
	}

	#[test]
	fn differences_are_named_as_deep_inside_as_they_are() {
		let contest = |seats: u128| fields(&[("seats", Described::Number(seats)), ("cap", Described::Nothing)]);
		let call = |contests: Vec<Described>| DescribedCall {
			pallet: "P".to_owned(),
			call: "c".to_owned(),
			arguments: vec![("contests".to_owned(), Described::List(contests))],
		};
		let (one, other) = (call(vec![contest(1), contest(2)]), call(vec![contest(1), contest(3), contest(4)]));
		assert_eq!(one.differences(&one), []);
		let path = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
		assert_eq!(
			one.differences(&other),
			[
				Difference {
					path: path(&["contests", "2", "seats"]),
					first: Some(Described::Number(2)),
					second: Some(Described::Number(3)),
				},
				Difference { path: path(&["contests", "3"]), first: None, second: Some(contest(4)) },
			]
		);
		let renamed = DescribedCall { call: "d".to_owned(), ..one.clone() };
		assert_eq!(one.differences(&renamed).len(), 1, "another call differs as a whole");
	}

	#[test]
	fn bytes_are_a_text_only_where_they_read_as_one() {
		assert!(reads_as_text("Шайлоо\n2027".as_bytes()));
		for bytes in [&b""[..], b"\x00", b"\xff\xfe", "\u{1b}[31m".as_bytes()] {
			assert!(!reads_as_text(bytes), "{bytes:?}");
		}
	}

	#[test]
	fn values_are_json_without_loss() {
		let large = 1u128 << 60;
		let value = fields(&[
			("digest", Described::Bytes(vec![7, 255])),
			("large", Described::Number(large)),
			("kind", Described::Variant { name: "Hare".to_owned(), fields: Vec::new() }),
			(
				"regions",
				Described::Variant {
					name: "AtLeast".to_owned(),
					fields: unwrapped(vec![("0".to_owned(), Described::Number(3))]),
				},
			),
			(
				"rule",
				Described::Variant {
					name: "Lists".to_owned(),
					fields: unwrapped(vec![("0".to_owned(), fields(&[("seats", Described::Number(9))]))]),
				},
			),
			("at", Described::Moment(1_601_776_800_000)),
		]);
		assert_eq!(
			value.json(),
			json!({
				"digest": "0x07ff", "large": large.to_string(), "kind": "Hare", "regions": { "AtLeast": 3 },
				"rule": { "Lists": { "seats": 9 } }, "at": "2020-10-04T02:00:00Z",
			})
		);
	}
}
