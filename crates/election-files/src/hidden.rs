//! Characters that a reader does not see, or that change how others are shown.

/// Whether a character is a control character, has no width, or turns the direction of the text around it.
pub fn is_hidden(letter: char) -> bool {
	letter.is_control()
		|| matches!(
			letter,
			'\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
				| '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}'
		)
}

/// The text with every hidden character written out, such as `\u{202e}`; line breaks and tabulators stay.
pub fn shown(text: &str) -> String {
	let mut shown = String::with_capacity(text.len());
	for letter in text.chars() {
		if is_hidden(letter) && !matches!(letter, '\n' | '\t') {
			shown.extend(letter.escape_unicode());
		} else {
			shown.push(letter);
		}
	}
	shown
}

/// JSON with every hidden character inside its strings written out as JSON does it; its value is the same.
pub fn shown_json(json: &str) -> String {
	let mut shown = String::with_capacity(json.len());
	for letter in json.chars() {
		if is_hidden(letter) && letter != '\n' {
			let mut units = [0; 2];
			letter.encode_utf16(&mut units).iter().for_each(|unit| shown.push_str(&format!("\\u{unit:04x}")));
		} else {
			shown.push(letter);
		}
	}
	shown
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn what_turns_or_hides_a_text_is_written_out_and_letters_stay() {
		assert_eq!(shown("Ала-Тоо, ү ң ө\n\tсап"), "Ала-Тоо, ү ң ө\n\tсап");
		assert_eq!(shown("a\u{202e}b\u{1b}[31m\u{200b}c\u{7f}"), "a\\u{202e}b\\u{1b}[31m\\u{200b}c\\u{7f}");
	}

	#[test]
	fn json_keeps_its_value() {
		let value = serde_json::json!({ "title": "a\u{202e}b\u{e0041}c" });
		let shown = shown_json(&serde_json::to_string_pretty(&value).expect("a value"));
		assert!(
			shown.contains("\\u202e") && !shown.chars().any(|letter| is_hidden(letter) && letter != '\n'),
			"{shown}"
		);
		assert_eq!(serde_json::from_str::<serde_json::Value>(&shown).expect("JSON"), value);
	}
}
