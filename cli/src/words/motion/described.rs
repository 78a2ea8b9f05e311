//! A call of which only the metadata tells, as indented lines: every argument by name, nothing cut.

use super::calls::sentence;
use crate::zone::{length, Zone};
use dobush_client::{
	chain::{
		decode::hex_of,
		described::{Described, Difference},
	},
	keys::address,
};
use sp_crypto_hashing::blake2_256;

/// More bytes than these are named by their hash: nobody compares them digit by digit.
const LONGEST_DIGITS: usize = 1024;

/// Named values, one below the other.
pub fn tree(fields: &[(String, Described)], zone: Zone) -> Vec<String> {
	fields.iter().flat_map(|(name, value)| lines(&spaced(name), value, zone)).collect()
}

/// Where a file and a motion differ.
pub fn difference(difference: &Difference, file: &str, zone: Zone) -> String {
	let path: Vec<String> = difference.path.iter().skip(1).map(|name| spaced(name)).collect();
	let side = |value: &Option<Described>| match value {
		None => "nothing".to_owned(),
		Some(value) => one_line(value, zone),
	};
	let place = if path.is_empty() { "the whole".to_owned() } else { path.join(" › ") };
	format!("{place}: {file} says {}, the motion says {}", side(&difference.first), side(&difference.second))
}

fn lines(name: &str, value: &Described, zone: Zone) -> Vec<String> {
	let mut parts = value.parts();
	// One nameless value of its own stands beside the possibility that it belongs to.
	let alone = matches!(parts.as_slice(), [(number, only)] if number == "0" && only.parts().is_empty());
	let beside = parts.first().filter(|_| alone).map(|(_, only)| one_line(only, zone));
	let head = match value {
		Described::Variant { name: kind, .. } if alone => {
			parts.clear();
			format!("{} {}", spaced(kind), beside.unwrap_or_default())
		}
		Described::Variant { name: kind, .. } => spaced(kind),
		Described::Call(call) => {
			sentence(&call.pallet, &call.call).map_or_else(|| call.path(), |words| format!("{words} ({})", call.path()))
		}
		_ if parts.is_empty() => one_line(value, zone),
		_ => String::new(),
	};
	let head = format!("{name}: {head}").trim_end().to_owned();
	let below = parts.into_iter().flat_map(|(name, part)| lines(&spaced(&name), part, zone));
	std::iter::once(head).chain(below.map(|line| format!("  {line}"))).collect()
}

fn one_line(value: &Described, zone: Zone) -> String {
	match value {
		Described::Nothing => "nothing".to_owned(),
		Described::Bool(true) => "yes".to_owned(),
		Described::Bool(false) => "no".to_owned(),
		Described::Number(number) => number.to_string(),
		Described::Signed(number) => number.to_string(),
		Described::Text(text) => format!("`{text}`"),
		Described::Bytes(bytes) if bytes.len() > LONGEST_DIGITS => {
			format!("{} bytes with the hash (blake2-256) {}", bytes.len(), hex_of(&blake2_256(bytes)))
		}
		Described::Bytes(bytes) => hex_of(bytes),
		Described::Account(account) => address(account),
		Described::Moment(moment) => zone.show(*moment),
		Described::Duration(milliseconds) => length(*milliseconds),
		Described::List(_) | Described::Fields(_) | Described::Variant { .. } | Described::Call(_) => {
			let title = match value {
				Described::Variant { name, .. } => spaced(name),
				Described::Call(call) => call.path(),
				_ => String::new(),
			};
			let parts = value.parts();
			let said: Vec<String> = match value {
				Described::List(values) => values.iter().map(|value| one_line(value, zone)).collect(),
				_ => parts.iter().map(|(name, part)| format!("{}: {}", spaced(name), one_line(part, zone))).collect(),
			};
			match (title.as_str(), value) {
				(_, Described::List(_)) => format!("[{}]", said.join(", ")),
				("", _) => format!("{{{}}}", said.join(", ")),
				(_, _) if said.is_empty() => title,
				(_, _) => format!("{title} {{{}}}", said.join(", ")),
			}
		}
	}
}

fn spaced(name: &str) -> String {
	name.replace('_', " ")
}
