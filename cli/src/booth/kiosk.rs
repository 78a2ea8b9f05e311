//! The kiosk: scanner and buttons as lines, prints into a folder, words on the screen.

use crate::failure::{Failure, Result};
use crate::{
	output::Output,
	papers::{Printer, Scanner},
	session::Session,
};
use ballot_crypto::{
	booth::{Commit, Envelope, Refusal, Ticket},
	envelope::Symbol,
};
use ballot_papers::PrintedPaper;
use dobush_client::booth::{
	batch,
	visit::{Hands, Visiting},
	OpenBooth, StateFile,
};
use rand::rngs::OsRng;
use serde::Serialize;
use std::{
	ops::RangeInclusive,
	thread,
	time::{Duration, Instant},
};

struct Kiosk<'a> {
	output: &'a Output,
	printer: Printer,
	scanner: Scanner,
	genesis: [u8; 32],
	/// The time before every print.
	pause: Duration,
	/// When something was scanned, chosen or printed last.
	since: Instant,
}

/// What the voter wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wish {
	Real,
	Fake,
	Leave,
}

/// How the credential that counts stands in this visit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Real {
	NotBegun,
	GivenUp,
	Made,
	/// The voter knows that it is missing.
	Said,
}

impl Real {
	/// After an attempt that went through, or was stopped.
	fn after(&mut self, made: bool) {
		*self = if made { Self::Made } else { Self::GivenUp };
	}

	/// What a voter who leaves without it must know.
	fn missing(self) -> Option<&'static str> {
		match self {
			Self::NotBegun => Some(
				"you have not made the credential that counts, and nobody can be enrolled without it: `real` makes it now; \
				 `leave` once more leaves without it",
			),
			Self::GivenUp => Some(
				"the credential that counts was given up, and nobody can be enrolled from this visit: `leave` once more, scan the \
				 same ticket again, and hand in no print of this visit",
			),
			Self::Made | Self::Said => None,
		}
	}
}

#[derive(Serialize)]
struct Served {
	visit: u32,
}

/// Serves one voter. `Ctrl-C` in the middle loses nothing but the credential that was not finished.
pub(crate) fn serve(
	session: &Session,
	open: OpenBooth,
	printer: Printer,
	scanner: Scanner,
	fakes: RangeInclusive<u32>,
	pause: Duration,
) -> Result<()> {
	let OpenBooth { folder, name, mut state, others, roll, envelopes, desks, .. } = open;
	let most = fakes.end().saturating_add(1);
	if state.announced.is_some() {
		return Err(Failure::new("a batch of this booth is announced and not active yet")
			.hint("`dobush booth batch` finishes it; then serve the next voter"));
	}
	if !batch::has_room(&state, most.saturating_add(batch::decoys_of(&roll.record.terms))) {
		return Err(Failure::new("this booth's batch has no room for another visit")
			.hint("`dobush booth batch` activates what waits; then serve the next voter"));
	}
	if envelopes.fresh() < most as usize {
		session.output.warn(format!("note: only {} envelopes are left for this booth", envelopes.fresh()));
	}
	let output = &session.output;
	let mut kiosk = Kiosk { output, printer, scanner, genesis: state.place.genesis, pause, since: Instant::now() };
	let Some(ticket) = kiosk.paper::<Ticket>("scan the check-in ticket")? else {
		return Err(Failure::new("no ticket was scanned").hint("nothing was made; begin again"));
	};
	let account = folder.key().account().clone();
	let served = state.visits.saturating_add(1);
	let mut visiting = Visiting::begin(
		&account,
		roll.key,
		&mut state,
		&envelopes,
		&others,
		&ticket,
		fakes,
		|desk| desks.contains(desk),
		StateFile(&folder, &name),
		&mut OsRng,
	)?;
	let mut stands = Real::NotBegun;
	while let Some(wish) = kiosk.wish()? {
		let done = match wish {
			Wish::Real => visiting.real(&mut kiosk, &mut OsRng).map(|made| stands.after(made.is_some())),
			Wish::Fake => visiting.fake(&mut kiosk, &mut OsRng).map(drop),
			// Shown only once, while the voter is alone: staff sees the same last sentence after every visit.
			Wish::Leave => match stands.missing() {
				None => break,
				Some(sentence) => {
					stands = Real::Said;
					output.warn(sentence);
					Ok(())
				}
			},
		};
		if let Err(failure) = done {
			output.failure(&failure);
		}
	}
	session.output.result(&Served { visit: served }, || {
		"take all prints and envelopes with you; hand one second print in at the desk".to_owned()
	});
	Ok(())
}

impl Kiosk<'_> {
	/// The next paper of a kind; what is no such paper is said, and asked for again.
	fn paper<A: ballot_crypto::booth::Artefact>(&mut self, prompt: &str) -> Result<Option<A>> {
		while let Some(line) = self.scanner.next(self.output, prompt)? {
			if line.trim().eq_ignore_ascii_case("stop") {
				return Ok(None);
			}
			match dobush_client::papers::read(&line, &self.genesis) {
				Ok(paper) => {
					self.since = Instant::now();
					return Ok(Some(paper));
				}
				Err(error) => self.output.failure(&error),
			}
		}
		Ok(None)
	}

	fn wish(&mut self) -> Result<Option<Wish>> {
		let prompt =
			"`real` for the credential that counts, `fake` for one that does not, `leave` when you have enough";
		while let Some(line) = self.scanner.next(self.output, prompt)? {
			self.since = Instant::now();
			match wish(&line) {
				Some(wish) => return Ok(Some(wish)),
				None => self.output.warn(format!("please choose: {prompt}")),
			}
		}
		Ok(None)
	}
}

fn wish(line: &str) -> Option<Wish> {
	match line.trim().to_ascii_lowercase().as_str() {
		"real" => Some(Wish::Real),
		"fake" => Some(Wish::Fake),
		"leave" => Some(Wish::Leave),
		_ => None,
	}
}

impl Hands for Kiosk<'_> {
	fn print(&mut self, commit: &Commit, papers: &[PrintedPaper<'_>]) -> dobush_client::Result<()> {
		thread::sleep(self.pause.saturating_sub(self.since.elapsed()));
		// Named after what every reader of the papers sees: neither an order nor a number of credentials.
		let digest = commit.commitment.digest();
		let name = hex::encode(digest.get(..6).unwrap_or_default());
		for paper in papers {
			let number = match paper {
				PrintedPaper::Commit(_) => 1,
				PrintedPaper::Checkout(_) => 2,
				_ => 3,
			};
			self.printer.print(&format!("{name}-{number}"), &[*paper])?;
		}
		self.since = Instant::now();
		Ok(())
	}

	fn envelope(&mut self, symbol: Option<Symbol>) -> dobush_client::Result<Option<Envelope>> {
		let prompt = match symbol.map(dobush_client::papers::sign) {
			Some(sign) => format!("take an envelope with the symbol {sign}, open it, and scan it; `stop` gives up"),
			None => "take any envelope, open it, and scan it; `stop` gives up".to_owned(),
		};
		Ok(self.paper(&prompt)?)
	}

	fn refused(&mut self, why: &Refusal) {
		self.output.failure(why);
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::papers::{PaperLanguage, PrintArgs};
	use ballot_crypto::{booth::Slip, envelope::Challenge, EncodedScalar};

	fn kiosk<'a>(output: &'a Output, folder: &std::path::Path, lines: &[String]) -> Result<Kiosk<'a>> {
		let printer = Printer::open(&PrintArgs { print: folder.join("queue"), language: PaperLanguage::En })?;
		Ok(Kiosk {
			output,
			printer,
			scanner: Scanner::Files(lines.iter().cloned().collect()),
			genesis: [1; 32],
			pause: Duration::ZERO,
			since: Instant::now(),
		})
	}

	#[test]
	fn what_is_no_envelope_is_asked_for_again() {
		let folder = tempfile::tempdir().expect("a temporary folder");
		let symbol = Symbol::new(0).expect("the first");
		let good = Envelope { genesis: [1; 32], booth: [2; 32], symbol, challenge: Challenge([3; 32]) };
		let foreign = Envelope { genesis: [9; 32], ..good };
		let slip = Slip { genesis: [1; 32], share: EncodedScalar([2; 32]) };
		let lines = [
			"rubbish".to_owned(),
			PrintedPaper::Slip(&slip).code(),
			PrintedPaper::Envelope(&foreign).code(),
			PrintedPaper::Envelope(&good).code(),
			"STOP".to_owned(),
		];
		let output = Output::new(false).quiet();
		let mut kiosk = kiosk(&output, folder.path(), &lines).expect("a folder");
		assert_eq!(kiosk.envelope(Some(symbol)), Ok(Some(good)));
		assert_eq!(kiosk.envelope(None), Ok(None), "the voter gave up");
		assert_eq!(kiosk.envelope(None), Ok(None), "nothing is left to scan");
	}

	#[test]
	fn who_leaves_without_the_credential_that_counts_is_told_once() {
		let mut stands = Real::NotBegun;
		assert!(stands.missing().is_some_and(|said| said.contains("`real` makes it now")));
		stands.after(false);
		assert!(stands.missing().is_some_and(|said| said.contains("same ticket")));
		stands.after(true);
		assert_eq!((stands.missing(), Real::Said.missing()), (None, None));
	}

	#[test]
	fn wishes_are_three() {
		assert_eq!(
			(wish(" Real "), wish("fake"), wish("LEAVE"), wish("more")),
			(Some(Wish::Real), Some(Wish::Fake), Some(Wish::Leave), None)
		);
	}
}
