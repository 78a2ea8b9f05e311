//! Plants small faults in the verification code of ballot-crypto and sees whether a test notices each. `scripts/mutants`.
//!
//! All faults are compiled in at once, each behind a switch that an environment variable turns on: one build instead of
//! hundreds. A first run of every test notes which faults it comes across; a fault is then shown to those tests only, the
//! quickest first. Survivors that docs/mutation.md does not explain make the run fail.
//!
//! `ballot-crypto-mutants WORKSPACE TEMPORARY [FILE…]`

mod find;
mod plant;
mod run;

use run::Fate;
use std::{error::Error, fs, path::Path, process::Command};

/// The code that decides whether something is accepted, relative to the crate.
const FILES: [&str; 28] = [
	"src/shuffle/verification.rs",
	"src/shuffle/verify.rs",
	"src/shuffle/inputs.rs",
	"src/shuffle/shape.rs",
	"src/shuffle/commitments.rs",
	"src/equality/page.rs",
	"src/equality/dleq.rs",
	"src/tagging.rs",
	"src/matching.rs",
	"src/decryption.rs",
	"src/membership/verify.rs",
	"src/membership/proof.rs",
	"src/membership/transcript.rs",
	"src/enrolment/batch.rs",
	"src/enrolment/order.rs",
	"src/enrolment/mod.rs",
	"src/ceremony/deal.rs",
	"src/ceremony/complain.rs",
	"src/ceremony/combine.rs",
	"src/ceremony/reshare.rs",
	"src/knowledge.rs",
	"src/envelope.rs",
	"src/credential.rs",
	"src/booth/check.rs",
	"src/booth/transcript.rs",
	"src/signature.rs",
	"src/element.rs",
	"src/transcript.rs",
];

fn main() -> Result<(), Box<dyn Error>> {
	let mut arguments = std::env::args().skip(1);
	let (Some(workspace), Some(temporary)) = (arguments.next(), arguments.next()) else {
		return Err("usage: ballot-crypto-mutants WORKSPACE TEMPORARY [FILE…]".into());
	};
	let asked: Vec<String> = arguments.collect();
	let files: Vec<String> = FILES
		.into_iter()
		.filter(|file| asked.is_empty() || asked.iter().any(|part| file.contains(part.as_str())))
		.map(String::from)
		.collect();
	let (workspace, temporary) = (Path::new(&workspace), Path::new(&temporary));
	let (source, copy) = (workspace.join("crates/ballot-crypto"), temporary.join("crates/ballot-crypto"));
	prepare(workspace, temporary)?;
	let cargo = || {
		let mut command = Command::new("cargo");
		command
			.env("CARGO_TARGET_DIR", temporary.join("target"))
			.env_remove("RUSTC_WORKSPACE_WRAPPER")
			.env_remove("RUSTC_WRAPPER");
		// Compiled quickly, and still fast enough for the arithmetic of the tests.
		command
			.env("CARGO_PROFILE_DEV_OPT_LEVEL", "1")
			.env("CARGO_PROFILE_DEV_DEBUG", "0")
			.env("CARGO_INCREMENTAL", "0");
		command.env("RUSTFLAGS", "--cap-lints allow");
		command
	};

	let planted = plant::find(&source, &files)?;
	let planted = plant::viable(&source, &copy, &files, planted, &cargo)?;
	let tests = run::tests(&copy, &cargo)?;
	eprintln!("  {} tests pass without any fault", tests.len());

	let fates = run::fates(&copy, &planted, &tests, |planted, fate| {
		let mutant = &planted.mutant;
		eprintln!(
			"{:>4} {}:{} {}: {} -> {fate:?}",
			planted.number, planted.file, mutant.line, mutant.function, mutant.what
		);
	})?;

	let explained = fs::read_to_string(workspace.join("docs/mutation.md")).unwrap_or_default();
	let (mut summary, mut unexplained) = (String::new(), 0);
	for file in &files {
		let of_file: Vec<_> = planted.iter().filter(|planted| planted.file == *file).collect();
		let count = |wanted: fn(&Fate) -> bool| {
			of_file.iter().filter(|planted| fates.get(&planted.number).is_some_and(wanted)).count()
		};
		let survived = count(|fate| matches!(fate, Fate::Survived(_)));
		let stuck = count(|fate| matches!(fate, Fate::Stuck(_)));
		let killed = count(|fate| matches!(fate, Fate::Killed(_)));
		summary += &format!(
			"{file:<30} {:>5} faults  {killed:>5} noticed  {stuck:>3} never end  {survived:>3} survive\n",
			of_file.len()
		);
		for planted in of_file {
			let Some(Fate::Survived(met)) = fates.get(&planted.number) else { continue };
			let mutant = &planted.mutant;
			let name = format!("{file}, {}: {}", mutant.function, mutant.what);
			let known = explained.contains(&name);
			unexplained += usize::from(!known);
			let word = if known { "explained" } else { "UNEXPLAINED" };
			summary += &format!("    {word}: {name} (line {}, met by {met} tests)\n", mutant.line);
		}
	}
	fs::write(temporary.join("summary.txt"), &summary)?;
	eprintln!("\n{summary}");
	if unexplained > 0 {
		return Err(format!("{unexplained} faults survive that docs/mutation.md does not explain").into());
	}
	Ok(())
}

/// A workspace with this crate only, so that nothing else is built and the real one stays as it is.
fn prepare(workspace: &Path, temporary: &Path) -> Result<(), Box<dyn Error>> {
	let copy = temporary.join("crates/ballot-crypto");
	fs::create_dir_all(&copy)?;
	for part in ["src", "tests", "benches", "vectors", "Cargo.toml"] {
		let to = copy.join(part);
		let _ = fs::remove_dir_all(&to);
		let done =
			Command::new("cp").arg("-r").arg(workspace.join("crates/ballot-crypto").join(part)).arg(&to).status()?;
		if !done.success() {
			return Err(format!("cannot copy {part}").into());
		}
	}
	let manifest = fs::read_to_string(workspace.join("Cargo.toml"))?;
	let (before, rest) = manifest.split_once("members = [").ok_or("the workspace names no members")?;
	let (_, after) = rest.split_once(']').ok_or("the list of members does not end")?;
	fs::write(temporary.join("Cargo.toml"), format!("{before}members = [\"crates/ballot-crypto\"]{after}"))?;
	fs::copy(workspace.join("Cargo.lock"), temporary.join("Cargo.lock"))?;
	Ok(())
}
