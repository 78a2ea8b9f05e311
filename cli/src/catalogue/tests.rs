#![allow(clippy::unwrap_used)]

use super::*;
use fluent_syntax::{
	ast::{Entry, Expression, InlineExpression, Pattern, PatternElement},
	parser,
};
use std::{
	collections::{BTreeMap, BTreeSet},
	fs,
	path::{Path, PathBuf},
};

/// What a message needs: the names of its arguments; and whether it has a hint.
#[derive(Debug, Default, PartialEq, Eq)]
struct Shape {
	arguments: BTreeSet<String>,
	hint: bool,
}

/// All messages of a language. Fails if one is written wrongly or twice.
fn messages(language: Language) -> BTreeMap<String, Shape> {
	let mut all = BTreeMap::new();
	for (subject, source) in SUBJECTS.iter().zip(sources(language)) {
		let place = format!("{}/{subject}.ftl", language.tag());
		let resource = parser::parse(source).unwrap_or_else(|(_, faults)| panic!("{place}: {faults:?}"));
		for entry in resource.body {
			let Entry::Message(message) = entry else { continue };
			let mut shape = Shape::default();
			arguments(message.value.as_ref().unwrap(), &mut shape.arguments);
			for attribute in &message.attributes {
				assert_eq!(attribute.id.name, "hint", "{place}: {}", message.id.name);
				shape.hint = true;
				arguments(&attribute.value, &mut shape.arguments);
			}
			assert_eq!(
				all.insert(message.id.name.to_owned(), shape),
				None,
				"{place}: {} is there twice",
				message.id.name
			);
		}
	}
	all
}

fn arguments(pattern: &Pattern<&str>, names: &mut BTreeSet<String>) {
	for element in &pattern.elements {
		if let PatternElement::Placeable { expression } = element {
			arguments_of(expression, names);
		}
	}
}

fn arguments_of(expression: &Expression<&str>, names: &mut BTreeSet<String>) {
	let inline = match expression {
		Expression::Inline(inline) => inline,
		Expression::Select { selector, variants } => {
			variants.iter().for_each(|variant| arguments(&variant.value, names));
			selector
		}
	};
	match inline {
		InlineExpression::VariableReference { id } => {
			names.insert(id.name.to_owned());
		}
		InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
		other => panic!("a message is built of text and arguments alone: {other:?}"),
	}
}

fn sources_of_the_program(folder: &Path, files: &mut Vec<PathBuf>) {
	for entry in fs::read_dir(folder).unwrap() {
		let path = entry.unwrap().path();
		if path.is_dir() {
			sources_of_the_program(&path, files);
		} else if path.extension().is_some_and(|extension| extension == "rs") && !of_the_catalogue(&path) {
			files.push(path);
		}
	}
}

/// The catalogue's own files, which speak of the macros.
fn of_the_catalogue(path: &Path) -> bool {
	path.ends_with("src/catalogue.rs") || path.ends_with("src/catalogue/tests.rs")
}

/// Each `say!` and `tell!` of the program: file, name of the message, names of the arguments.
fn uses() -> Vec<(PathBuf, String, BTreeSet<String>)> {
	let mut files = Vec::new();
	sources_of_the_program(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut files);
	let mut uses = Vec::new();
	for file in files {
		let text = fs::read_to_string(&file).unwrap();
		for macro_name in ["say!(", "tell!("] {
			for (place, _) in text.match_indices(macro_name) {
				let rest = text[place + macro_name.len()..].trim_start();
				let Some(rest) = rest.strip_prefix('"') else { continue };
				let (id, rest) = rest.split_once('"').unwrap();
				uses.push((file.clone(), id.to_owned(), arguments_given(rest)));
			}
		}
	}
	uses
}

/// The names before `=` at the outermost level, up to the closing parenthesis.
fn arguments_given(rest: &str) -> BTreeSet<String> {
	let (mut depth, mut part, mut parts, mut quoted) = (0, String::new(), Vec::new(), false);
	for letter in rest.chars() {
		match letter {
			'"' => quoted = !quoted,
			_ if quoted => {}
			'(' | '[' | '{' => depth += 1,
			')' if depth == 0 => break,
			')' | ']' | '}' => depth -= 1,
			',' if depth == 0 => parts.push(std::mem::take(&mut part)),
			_ => part.push(letter),
		}
	}
	parts.push(part);
	parts.iter().filter_map(|part| Some(part.split_once('=')?.0.trim().to_owned())).collect()
}

#[test]
fn every_message_of_the_program_is_there_in_english_with_its_arguments() {
	let english = messages(Language::English);
	let uses = uses();
	for (file, id, given) in &uses {
		let shape = english.get(id).unwrap_or_else(|| panic!("{}: no English message {id}", file.display()));
		assert_eq!(given, &shape.arguments, "{}: {id}", file.display());
	}
	let used: BTreeSet<&str> = uses.iter().map(|(_, id, _)| id.as_str()).collect();
	let unused: Vec<&String> = english.keys().filter(|id| !used.contains(id.as_str())).collect();
	assert!(unused.is_empty(), "messages that nothing says: {unused:?}");
}

/// New messages come in all languages at once.
#[test]
fn no_language_lacks_a_message_or_a_hint() {
	let english = messages(Language::English);
	for language in [Language::Kyrgyz, Language::Russian] {
		let own = messages(language);
		let lacks: Vec<&String> = english.keys().filter(|id| !own.contains_key(*id)).collect();
		assert!(lacks.is_empty(), "{} lacks {lacks:?}", language.tag());
		for (id, shape) in own {
			assert_eq!(english.get(&id), Some(&shape), "{}: {id}", language.tag());
		}
	}
}

/// The first line of each file of a translation says whether a native speaker has read it.
#[test]
fn translations_say_who_has_read_them() {
	for (language, unread, read) in [
		(Language::Kyrgyz, "### Эне тилинде сүйлөгөн адам текшере элек.", "### Текшерген: "),
		(Language::Russian, "### Не проверено носителем языка.", "### Проверено: "),
	] {
		for (subject, source) in SUBJECTS.iter().zip(sources(language)) {
			let first = source.lines().next().unwrap();
			assert!(first == unread || first.starts_with(read), "{}/{subject}.ftl: {first}", language.tag());
		}
	}
}

#[test]
fn what_a_language_lacks_is_said_in_english() {
	let english = read(Language::English, &["a = One.\n    .hint = Go on.\nb = Two."]);
	let russian = read(Language::Russian, &["a = Один."]);
	let none = FluentArgs::new();
	let told = |id| told_by([&russian, &english], id, &none);
	assert_eq!(told("a"), ("Один.".to_owned(), Some("Go on.".to_owned())));
	assert_eq!(told("b"), ("Two.".to_owned(), None));
}

#[test]
fn numbers_choose_the_plural_form_and_are_grouped() {
	let source = "left = { $ballots ->\n    [one] { $ballots } бюллетень\n    [few] { $ballots } бюллетеня\n   *[many] { $ballots } бюллетеней\n}";
	let russian = read(Language::Russian, &[source]);
	for (ballots, words) in
		[(1u32, "1 бюллетень"), (3, "3 бюллетеня"), (12, "12 бюллетеней"), (24_000, "24 000 бюллетеней")]
	{
		let mut arguments = FluentArgs::new();
		arguments.set("ballots", ballots);
		assert_eq!(told_by([&russian, &russian], "left", &arguments).0, words);
	}
}

#[test]
fn names_from_outside_stay_as_they_are() {
	let mut arguments = FluentArgs::new();
	arguments.set("file", "{ $error } «a»");
	assert_eq!(told_in(Language::English, "keys-exists", &arguments).0, "{ $error } «a» exists already");
	assert_eq!(told_in(Language::Russian, "keys-exists", &arguments).0, "{ $error } «a» уже существует");
}
