//! The language of sentences: what `--lang` says, else `DOBUSH_LANG`, else the machine's locale; English where none of these is known.

use clap::ValueEnum;
use std::sync::OnceLock;

/// A language in which sentences can be shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, ValueEnum)]
pub enum Language {
	/// English, the reference: what another language lacks is shown in it.
	#[default]
	#[value(name = "en")]
	English,
	/// Kyrgyz.
	#[value(name = "ky")]
	Kyrgyz,
	/// Russian.
	#[value(name = "ru")]
	Russian,
}

/// The environment variable that names a language.
const VARIABLE: &str = "DOBUSH_LANG";

static CHOSEN: OnceLock<Language> = OnceLock::new();

impl Language {
	/// All of them, the reference first.
	pub const ALL: [Self; 3] = [Self::English, Self::Kyrgyz, Self::Russian];

	/// The tag of BCP 47, which is also the name of the folder of its messages.
	pub fn tag(self) -> &'static str {
		match self {
			Self::English => "en",
			Self::Kyrgyz => "ky",
			Self::Russian => "ru",
		}
	}

	/// The language of a locale such as `ru_KG.UTF-8` or `ky-KG`.
	fn of_locale(locale: &str) -> Option<Self> {
		let tag = locale.split(['-', '_', '.', '@']).next()?;
		Self::ALL.into_iter().find(|language| tag.eq_ignore_ascii_case(language.tag()))
	}

	/// The first of these locales that is known.
	fn of(asked: Option<Self>, variable: Option<&str>, machine: Option<&str>) -> Self {
		asked
			.or_else(|| variable.and_then(Self::of_locale))
			.or_else(|| machine.and_then(Self::of_locale))
			.unwrap_or_default()
	}
}

/// Chooses the language of this process, once.
pub fn choose(asked: Option<Language>) {
	let variable = std::env::var(VARIABLE).ok();
	let language = Language::of(asked, variable.as_deref(), sys_locale::get_locale().as_deref());
	// A second choice would mix languages within one output.
	let _ = CHOSEN.set(language);
}

/// The language of this process.
pub fn chosen() -> Language {
	CHOSEN.get().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn an_argument_comes_before_the_variable_and_the_variable_before_the_machine() {
		let (ky, ru) = (Language::Kyrgyz, Language::Russian);
		assert_eq!(Language::of(Some(ky), Some("ru"), Some("en-GB")), ky);
		assert_eq!(Language::of(None, Some("ru_KG.UTF-8"), Some("ky-KG")), ru);
		assert_eq!(Language::of(None, None, Some("ky-KG")), ky);
		assert_eq!(Language::of(None, Some(""), Some("ru")), ru);
		for unknown in [None, Some("C"), Some("C.UTF-8"), Some("POSIX"), Some("fr-FR"), Some("")] {
			assert_eq!(Language::of(None, None, unknown), Language::English);
		}
	}
}
