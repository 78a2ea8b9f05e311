//! Words that the report needs in several places.

/// The same words with numbers that no line break cuts.
pub(crate) fn unbroken(words: &str) -> String {
	let mut kept = String::with_capacity(words.len());
	let mut rest = words.chars().peekable();
	let mut before = ' ';
	while let Some(letter) = rest.next() {
		let after = rest.peek().copied().unwrap_or(' ');
		let within = letter == ' ' && before.is_ascii_digit() && (after.is_ascii_digit() || after == '%');
		kept.push(if within { '\u{a0}' } else { letter });
		before = letter;
	}
	kept
}
