//! The names in an election as readers see them, and their language, as far as their letters show it. A definition does not say it, and a screen reader
//! must not read Kyrgyz names as English words.

use crate::report::words;
use dobush_client::observer::result::{ElectionResult, OptionResult};
use election_files::votes::AGAINST_ALL;
use electoral_rules::OptionKind;

/// Letters of Kyrgyz that Russian does not have.
const KYRGYZ: [char; 6] = ['ң', 'ө', 'ү', 'Ң', 'Ө', 'Ү'];

/// Letters of neighbouring languages that Kyrgyz does not have.
const OTHERS: [char; 16] = ['ә', 'ғ', 'қ', 'ұ', 'һ', 'і', 'җ', 'ў', 'Ә', 'Ғ', 'Қ', 'Ұ', 'Һ', 'І', 'Җ', 'Ў'];

/// The name for readers: files and chains may write `AGAINST_ALL`.
pub(super) fn label(option: &OptionResult) -> String {
	if option.kind == OptionKind::AgainstAll && option.name == AGAINST_ALL {
		words::AGAINST_ALL.to_owned()
	} else {
		option.name.clone()
	}
}

/// The language of the names, as BCP 47 names it; empty, which in HTML means unknown, where letters do not tell.
pub(super) fn language(result: &ElectionResult) -> &'static str {
	let contests = result.contests.iter().flat_map(|contest| {
		let options = contest.options.iter().map(|option| option.name.as_str());
		let units = contest.units.iter().map(|unit| unit.standing.unit.as_str());
		options.chain(units).chain([contest.title.as_str()])
	});
	of(contests.chain([result.title.as_str()]))
}

fn of<'a>(names: impl Iterator<Item = &'a str>) -> &'static str {
	let mut kyrgyz = false;
	for name in names {
		if name.contains(OTHERS) {
			return "";
		}
		kyrgyz |= name.contains(KYRGYZ);
	}
	if kyrgyz {
		"ky"
	} else {
		""
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn letters_show_kyrgyz_or_nothing() {
		for (names, language) in [
			(&["Чүй", "Биримдик"][..], "ky"),
			(&["Биримдик", "Кыргызстан"], ""),
			(&["Alpha", "Osh"], ""),
			(&["Өскемен", "Алматы қаласы"], ""),
			(&[], ""),
		] {
			assert_eq!(of(names.iter().copied()), language, "{names:?}");
		}
	}
}
