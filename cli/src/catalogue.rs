//! The messages in all languages: Fluent files under `cli/locales`, a folder for each language and a file for each subject.
//! English is the reference. What another language lacks is shown in English; a test counts how much that is.

#[cfg(test)]
mod tests;

use crate::language::{self, Language};
use election_files::numbers::number;
use fluent_bundle::{concurrent::FluentBundle, FluentArgs, FluentResource, FluentValue};
use std::sync::OnceLock;
use unic_langid::LanguageIdentifier;

type Bundle = FluentBundle<FluentResource>;

macro_rules! files {
	($language:literal: $($file:literal)*) => {
		[$(include_str!(concat!("../locales/", $language, "/", $file, ".ftl")),)*]
	};
}

macro_rules! catalogue {
	($($file:literal)*) => {
		/// The subjects, each a file in the folder of every language.
		#[cfg(test)]
		const SUBJECTS: &[&str] = &[$($file,)*];

		fn sources(language: Language) -> [&'static str; [$($file,)*].len()] {
			match language {
				Language::English => files!("en": $($file)*),
				Language::Kyrgyz => files!("ky": $($file)*),
				Language::Russian => files!("ru": $($file)*),
			}
		}
	};
}

catalogue!("booth" "envelopes" "general" "keys" "papers" "refusals" "registry" "roll" "trust" "trustee");

/// A message, and what to do next where the catalogue says it: its attribute `hint`.
pub(crate) type Told = (String, Option<String>);

/// A message of the catalogue in the language of this process.
///
/// ```ignore
/// say!("keys-exists", file = path.display().to_string())
/// ```
///
/// Whole numbers choose plural forms and are shown in groups of three digits; what is no amount, such as the number of an
/// election, is given as text.
macro_rules! say {
	($id:literal $(, $name:ident = $value:expr)* $(,)?) => {
		$crate::catalogue::tell!($id $(, $name = $value)*).0
	};
}

/// The same with its hint.
macro_rules! tell {
	($id:literal $(, $name:ident = $value:expr)* $(,)?) => {{
		#[allow(unused_mut)]
		let mut arguments = fluent_bundle::FluentArgs::new();
		$(arguments.set(stringify!($name), fluent_bundle::FluentValue::from($value));)*
		$crate::catalogue::told($id, &arguments)
	}};
}
pub(crate) use {say, tell};

/// The message of this name in the language of this process. Use `say!` or `tell!`, which the tests compare with the files.
pub(crate) fn told(id: &str, arguments: &FluentArgs<'_>) -> Told {
	told_in(language::chosen(), id, arguments)
}

/// The message of this name; what this language lacks in English.
fn told_in(language: Language, id: &str, arguments: &FluentArgs<'_>) -> Told {
	told_by([bundle(language), bundle(Language::English)], id, arguments)
}

/// The message of this name from the first of these bundles that has it.
fn told_by(bundles: [&Bundle; 2], id: &str, arguments: &FluentArgs<'_>) -> Told {
	let find = |part| bundles.into_iter().find_map(|bundle| formatted(bundle, id, part, arguments));
	// The name itself is not reached: a test finds the message of every `say!` and `tell!` in the English files.
	(find(Part::Sentence).unwrap_or_else(|| id.to_owned()), find(Part::Hint))
}

/// What of a message is asked for.
#[derive(Clone, Copy, Debug)]
enum Part {
	Sentence,
	Hint,
}

fn formatted(bundle: &Bundle, id: &str, part: Part, arguments: &FluentArgs<'_>) -> Option<String> {
	let message = bundle.get_message(id)?;
	let pattern = match part {
		Part::Sentence => message.value()?,
		Part::Hint => message.get_attribute("hint")?.value(),
	};
	// An argument that a message names and a caller does not give is shown by its name: nothing is lost.
	let mut faults = Vec::new();
	Some(bundle.format_pattern(pattern, Some(arguments), &mut faults).into_owned())
}

fn bundle(language: Language) -> &'static Bundle {
	static BUNDLES: [OnceLock<Bundle>; Language::ALL.len()] = [const { OnceLock::new() }; Language::ALL.len()];
	BUNDLES[language as usize].get_or_init(|| read(language, &sources(language)))
}

fn read(language: Language, sources: &[&str]) -> Bundle {
	let tag: LanguageIdentifier = language.tag().parse().unwrap_or_default();
	let mut bundle = FluentBundle::new_concurrent(vec![tag]);
	// Names from outside hold no characters that turn the direction, and terminals show the marks that would isolate them.
	bundle.set_use_isolating(false);
	bundle.set_formatter(Some(grouped));
	for source in sources {
		// What can be read of a file with a mistake is used; a test finds the mistake, and names that are given twice.
		let resource = FluentResource::try_new((*source).to_owned()).unwrap_or_else(|(resource, _)| resource);
		bundle.add_resource_overriding(resource);
	}
	bundle
}

/// Numbers as all output shows them.
fn grouped<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
	match value {
		FluentValue::Number(amount) if amount.value >= 0.0 && amount.value.fract() == 0.0 => {
			Some(number(amount.value as u64))
		}
		_ => None,
	}
}
