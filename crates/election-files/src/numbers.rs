//! Numbers as people read them.

/// A number with its thousands apart: 1 584 446.
pub fn number(number: impl Into<u64>) -> String {
	let digits = number.into().to_string();
	let mut spaced = String::with_capacity(digits.len() * 4 / 3);
	for (digit, left) in digits.chars().zip((0..digits.len()).rev()) {
		spaced.push(digit);
		if left > 0 && left % 3 == 0 {
			spaced.push(' ');
		}
	}
	spaced
}

/// `part` of `whole` as per cent with two decimals, cut off.
pub fn percent(part: u64, whole: u64) -> String {
	if whole == 0 {
		return "–".to_owned();
	}
	let hundredths = u128::from(part) * 10_000 / u128::from(whole);
	format!("{}.{:02} %", hundredths / 100, hundredths % 100)
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn numbers_have_their_thousands_apart() {
		assert_eq!(number(0u64), "0");
		assert_eq!(number(999u64), "999");
		assert_eq!(number(1_584_446u64), "1 584 446");
	}

	#[test]
	fn percent_is_cut_off_and_survives_zero() {
		assert_eq!(percent(136_276, 1_990_753), "6.84 %");
		assert_eq!(percent(1, 0), "–");
	}
}
