"""The test of scripts/structure: each check is run on small trees, one with the fault and one that only looks like it."""
import os
import tempfile

# Sources of one crate, and what the check must say of it; an empty answer means that nothing is wrong.
CIRCLES = [
	("two files that import each other", "a circle of 2 files: src/a.rs, src/b.rs\n  src/a.rs:1 names `crate::b::B` of src/b.rs", {
		"lib.rs": "mod a;\nmod b;\n", "a.rs": "use crate::b::B;\npub struct A(B);\n", "b.rs": "pub struct B;\nfn f(_: super::a::A) {}\n"}),
	("one way only, and modules named for no item", "", {
		"lib.rs": "mod a;\nmod b;\nuse crate::a;\n", "a.rs": "use crate::b::{self, B};\npub struct A(B);\n", "b.rs": "pub struct B;\n"}),
	("a group over several lines, `super` and `self`", "a circle of 2 files: src/a.rs, src/b.rs", {
		"lib.rs": "mod a;\nmod b;\n", "a.rs": "pub fn a() { b::f() }\nuse super::{\n\tb::{\n\t\tself,\n\t\tB as Other,\n\t},\n};\n",
		"b.rs": "pub struct B;\npub fn f() { self::g() }\nfn g() { crate::a::a() }\n"}),
	("a parent that uses its child, which uses its parent", "a circle of 2 files: src/a.rs, src/a/b.rs", {
		"lib.rs": "mod a;\n", "a.rs": "mod b;\npub struct A;\nfn f() { b::g() }\n", "a/b.rs": "use super::*;\npub fn g() -> A { A }\n"}),
	("a parent that only exports its child", "", {
		"lib.rs": "mod a;\n", "a.rs": "mod b;\npub use b::g;\npub(crate) use b::*;\npub struct A;\n", "a/b.rs": "use super::A;\npub fn g() -> A { A }\npub fn h() {}\n"}),
	("a parent that exports its child and uses it too", "a circle of 2 files: src/a.rs, src/a/b.rs", {
		"lib.rs": "mod a;\n", "a.rs": "mod b;\npub use b::g;\npub struct A;\nfn f() { g(); }\n", "a/b.rs": "use super::A;\npub fn g() -> A { A }\n"}),
	("a circle through a re-export", "a circle of 2 files: src/a.rs, src/b.rs", {
		"lib.rs": "mod a;\nmod b;\npub use a::*;\npub use b::B;\n", "a.rs": "use crate::B;\npub struct A(B);\n", "b.rs": "pub struct B;\nfn f(_: crate::A) {}\n"}),
	("no circle through a re-export of something else", "", {
		"lib.rs": "mod a;\nmod b;\nmod c;\n", "a.rs": "pub use crate::b::B;\npub struct A;\n", "b.rs": "pub struct B;\n", "c.rs": "use crate::a::B;\nfn f(_: B, _: crate::a::A) {}\n"}),
	("a crate without its root", "Cargo.toml:1: there is no src/lib.rs", {"main.rs": "fn main() {}\n"}),
	("three files", "a circle of 3 files: src/a.rs, src/b.rs, src/c.rs", {
		"lib.rs": "mod a;\nmod b;\nmod c;\n", "a.rs": "pub type A = crate::b::B;\n", "b.rs": "pub type B = crate::c::C;\n", "c.rs": "pub type C = Vec<crate::a::A>;\n"}),
	("a circle through the file that re-exports", "a circle of 2 files: src/a.rs, src/b.rs", {
		"lib.rs": "mod a;\nmod b;\nmod c;\n", "a.rs": "use crate::b::C;\npub struct A(C);\n", "b.rs": "pub use crate::c::C;\nfn f(_: crate::a::A) {}\n", "c.rs": "pub struct C;\n"}),
	("a circle through tests within a file", "a circle of 2 files: src/a.rs, src/b.rs\n  src/a.rs:1 names `crate::b::B` of src/b.rs\n  src/b.rs:4 names `crate::a::A`", {
		"lib.rs": "mod a;\nmod b;\n", "a.rs": "use crate::b::B;\npub struct A(B);\n", "b.rs": "pub struct B;\n#[cfg(test)]\nmod t {\n\tuse crate::a::A;\n}\n"}),
	("comments, strings, tests of their own file, mocks and benchmarks", "", {
		"lib.rs": "mod a;\nmod b;\n#[cfg(test)]\nmod tests;\nmod benchmarking;\n", "tests.rs": "use crate::a::A;\n", "benchmarking.rs": "use crate::a::A;\n",
		"a.rs": "use crate::b::B;\npub struct A(B);\n",
		"b.rs": "//! [`crate::a::A`]\npub struct B;\n/* use crate::a::A; */\nconst S: &str = \"\\\"use crate::a::A;\";\nconst R: &str = r#\"\"crate::a::A\"#;\n"
			"const C: char = '\"';\nfn f<'a>(_: &'a str) {}\n"}),
	("`Config` and `Pallet` of a FRAME pallet, its sections and its calls", "", {
		"lib.rs": "mod a;\nmod events;\npub use pallet::*;\n#[import_section(events::events)]\n#[frame_support::pallet]\npub mod pallet {\n\tuse super::*;\n"
			"\tpub trait Config {}\n\tpub struct Pallet<T>(T);\n\tfn f() { a::f() }\n}\n",
		"events.rs": "mod events {\n\tpub enum Event {}\n}\n", "a.rs": "use crate::{Config, Event, Pallet};\npub fn f() {}\n"}),
	("a name that leads through globs which lead back", "a circle of 2 files: src/a.rs, src/storage.rs", {
		"lib.rs": "mod a;\nmod storage;\nmod types;\npub use pallet::*;\npub use types::*;\npub mod pallet {\n\tuse super::*;\n\tuse other::prelude::*;\n}\npub use storage::*;\n",
		"types.rs": "pub use other::*;\n", "storage.rs": "pub struct Tallies;\nfn f() { crate::a::a() }\n", "a.rs": "use crate::Tallies;\npub fn a() -> Tallies { Tallies }\n"}),
	("anything else of a pallet's root", "a circle of 2 files: src/a.rs, src/lib.rs", {
		"lib.rs": "mod a;\npub use pallet::*;\npub const LIMIT: u32 = 1;\n#[frame_support::pallet]\npub mod pallet {\n\tuse super::*;\n\tfn f() { a::f() }\n}\n",
		"a.rs": "use crate::LIMIT;\npub fn f() -> u32 { LIMIT }\n"}),
]

ARCHITECTURE = """## Who may name whom

```text
# a remark
crates/rules     may name       # nobody
pallets/*        may name       crates/rules
pallets/*        may test with  crates/test-support
client           may name       crates/rules
client           never names    clap sp-*
cli              may name       client crates/*
cli              never names    crates/test-support
crates/test-support  may name   crates/*
```
"""

# A member, whom it names (`dev:` in its tests), and what the check must say.
EDGES = [
	("pallets/a", ["rules", "dev:test-support", "serde"], ""),
	("pallets/a", ["rules", "pallet-b"], "pallets/a/Cargo.toml:3: `pallets/a` may not name `pallets/b`"),
	("pallets/a", ["dev:pallet-b"], "pallets/a/Cargo.toml:2: `pallets/a` may not name `pallets/b` in its tests"),
	("pallets/a", ["test-support"], "`pallets/a` may not name `crates/test-support`"),
	("pallets/a", ["build:pallet-b"], "`pallets/a` may not name `pallets/b`"),
	("crates/rules", ["client"], "`crates/rules` may not name `client`"),
	("client", ["rules", "dev:clap"], ""),
	("client", ["clap"], "client/Cargo.toml:2: `client` never names `clap` (ARCHITECTURE.md:9)"),
	("client", ["sp-core"], "`client` never names `sp-core`"),
	("cli", ["client", "rules", "dev:test-support", "clap"], ""),
	("cli", ["test-support"], "`cli` never names `test-support`"),
	("relay", [], "the block in ARCHITECTURE.md does not say whom `relay` may name"),
]

BLOCKS = [
	("## Who may name whom\n\nAnybody.\n", "ARCHITECTURE.md:1: there is no heading"),
	(ARCHITECTURE.replace("# a remark", "client names everything"), "ARCHITECTURE.md:4: a line of this block says"),
]

SIZES = [
	("a long file", "src/a.rs:451: the file goes on to line 451", {"src/a.rs": "\n" * 451}),
	("the longest file allowed", "", {"src/a.rs": "\n" * 450, "src/b.rs": "\n", "src/c.rs": "\n", **{f"src/{n}.rs": "\n" for n in range(20)}}),
	("long weights, tests and mocks", "", {f"src/{name}": "\n" * 451 for name in ("weights.rs", "tests.rs", "mock.rs", "benchmarking/mod.rs", "tests/mock.rs")}),
	("a long median", "the median of the lengths of Rust files is 170 lines", {"src/a.rs": "\n" * 170}),
	("a long ninth decile", "the ninth decile of the lengths of Rust files is 354 lines", {"src/a.rs": "\n" * 354, "src/b.rs": "\n", "src/c.rs": "\n"}),
	("short fuzz targets, which shorten no median", "the median", {"src/a.rs": "\n" * 170, **{f"fuzz/fuzz_targets/{n}.rs": "\n" for n in range(9)}}),
]

RUNTIME = {"client/src/lib.rs": "", "cli/src/main.rs": "fn main() { println!(\"dobush voter\"); f(\"Tally\") }",
	"runtime/src/lib.rs": "#[runtime::pallet_index(3)]\n\tpub type Tally = pallet_tally;\n"}
SDK = [
	("printing", "client/src/a.rs:2: prints", {"client/src/a.rs": "fn f() {\n\teprintln!(\"x\");\n}\n"}),
	("a sentence about a command", "client/src/a.rs:1: commands", {"client/src/a.rs": "const HINT: &str = \"`dobush voter cast` again\";\n"}),
	("a call by name", "client/src/chain/proof.rs:1: pallets", {"client/src/chain/proof.rs": "fn f() { call(\"Tally\", \"mix\") }\n"}),
	("a runtime whose pallets are not found", "runtime/src/lib.rs:1: no `#[runtime::pallet_index", {"runtime/src/lib.rs": "", "client/src/a.rs": "const A: &str = \"\";\n"}),
	("names where they belong, remarks, other words, tests", "", {
		"client/src/chain/calls.rs": "fn f() { call(\"Tally\", \"mix\") }\n", "client/src/chain/items.rs": "fn f() { read(\"Tally\") }\n",
		"client/src/a.rs": "/// As `dobush voter cast` does: println!(\"Tally\").\nconst A: &str = \"The Tally is over; the Dobush chain\";\n"
			"#[cfg(test)]\nmod t {\n\tfn f() { println!(\"Tally\"); }\n}\n"}),
]


def write(root, files):
	for path, text in files.items():
		path = os.path.join(root, path)
		os.makedirs(os.path.dirname(path), exist_ok=True)
		with open(path, "w", encoding="utf-8") as file:
			file.write(text)


def package(root, folder, names=()):
	"""What `cargo metadata` says of a member."""
	dependencies = [name.split(":") if ":" in name else [None, name] for name in names]
	name = folder.replace("pallets/", "pallet-").split("/")[-1]
	return {"name": name, "folder": folder, "targets": [{"kind": ["lib"], "src_path": os.path.join(root, folder, "src/lib.rs")}],
		"dependencies": [{"name": other, "kind": kind} for kind, other in dependencies]}


def cases(root):
	"""Every case: the check, its name, the members, and what must be said."""
	def in_folder(check, number, files):
		folder = os.path.join(root, f"{check}{number}")
		write(folder, files)
		return folder

	for number, (name, expected, files) in enumerate(CIRCLES):
		folder = in_folder("circles", number, {f"src/{path}": text for path, text in files.items()})
		yield "circles", name, folder, [package(folder, ".")], expected
	for number, (who, names, expected) in enumerate(EDGES):
		manifest = "[dependencies]\n" + "".join(f"{n.split(':')[-1]} = {{ workspace = true }}\n" for n in names)
		folder = in_folder("edges", number, {"ARCHITECTURE.md": ARCHITECTURE, f"{who}/Cargo.toml": manifest})
		others = [f for f in ("crates/rules", "crates/test-support", "pallets/b", "client") if f != who]
		write(folder, {f"{other}/Cargo.toml": "" for other in others})
		yield "edges", f"{who} names {', '.join(names)}", folder, [package(folder, who, names)] + [package(folder, o) for o in others], expected
	for number, (text, expected) in enumerate(BLOCKS, len(EDGES)):
		yield "edges", "a block that cannot be read", in_folder("edges", number, {"ARCHITECTURE.md": text}), [], expected
	for check, table, more in (("sizes", SIZES, {}), ("sdk", SDK, RUNTIME)):
		for number, (name, expected, files) in enumerate(table):
			yield check, name, in_folder(check, number, {**more, **files}), [], expected


def self_test(problems_in):
	failed = count = 0
	with tempfile.TemporaryDirectory() as root:
		for check, name, folder, packages, expected in cases(root):
			said = "\n".join(problems_in(folder, [check], packages, []))
			count += 1
			if (expected not in said) if expected else said:
				failed += 1
				print(f"{check}: {name}: expected {expected or 'nothing'!r}, the check said {said or 'nothing'!r}")
	print(f"{count - failed} of {count} small trees were judged rightly")
	return 1 if failed else 0
