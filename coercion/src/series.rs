//! Many games with the same settings, and the advantage of each idea in them.

use crate::{
	coercer::{ideas, Idea},
	ideal::Ideal,
	play,
	settings::{Behaviour, Settings},
	statistics::{at_least, at_most, DOUBT},
	Leak, Outcome,
};
use std::{fmt, thread};

/// What one idea said in all games.
#[derive(Clone, Debug)]
pub struct Row {
	/// The name of the idea.
	pub name: &'static str,
	/// The leak for which the idea is meant; none for ideas that use public numbers.
	pub finds: Option<Leak>,
	/// The number of games in which it said obeyed and the voter obeyed.
	pub right: u32,
	/// The number of games in which it said obeyed and the voter deceived.
	pub wrong: u32,
}

/// A series of games: in one half of them the voter obeyed, in the other the voter deceived.
#[derive(Clone, Debug)]
pub struct Series {
	/// The settings of every game.
	pub settings: Settings,
	/// The number of games with each behaviour.
	pub games: u32,
	/// The exact advantage of the best guess from what must become public ([`Ideal::advantage`]).
	pub allowed: f64,
	/// One row for each idea.
	pub rows: Vec<Row>,
}

impl Row {
	/// The measured advantage P(says obeyed | obeyed) − P(says obeyed | deceived). Negative if the opposite guess would
	/// be better.
	pub fn advantage(&self, games: u32) -> f64 {
		(f64::from(self.right) - f64::from(self.wrong)) / f64::from(games)
	}

	/// A lower bound on the advantage of the idea or its opposite, wrong with a probability of at most [`DOUBT`] for
	/// each.
	pub fn worth_at_least(&self, games: u32) -> f64 {
		let lower = |right, wrong| at_least(right, games, DOUBT / 2.0) - at_most(wrong, games, DOUBT / 2.0);
		f64::max(lower(self.right, self.wrong), lower(self.wrong, self.right)).max(0.0)
	}

	/// An upper bound on the advantage of the idea and its opposite, wrong with a probability of at most [`DOUBT`] for
	/// each.
	pub fn worth_at_most(&self, games: u32) -> f64 {
		let upper = |right, wrong| at_most(right, games, DOUBT / 2.0) - at_least(wrong, games, DOUBT / 2.0);
		f64::max(upper(self.right, self.wrong), upper(self.wrong, self.right))
	}
}

impl Series {
	/// Plays the games, on all cores. The same settings and number of games yield the same series.
	pub fn play(settings: Settings, games: u32) -> Outcome<Self> {
		let (ideal, ideas) = (Ideal::of(&settings), ideas());
		let threads = thread::available_parallelism().map_or(1, usize::from) as u32;
		let part = |first: u32| -> Outcome<Vec<[u32; 2]>> {
			let mut said = vec![[0; 2]; ideas.len()];
			for game in (first..games).step_by(threads as usize) {
				for (column, behaviour) in [Behaviour::Obeys, Behaviour::Deceives].into_iter().enumerate() {
					let view = play(&settings, behaviour, game.into())?;
					for (idea, said) in ideas.iter().zip(&mut said) {
						let obeyed =
							(idea.says)(&ideal, &view).ok_or_else(|| format!("`{}` sees nothing", idea.name))?;
						said[column] += u32::from(obeyed);
					}
				}
			}
			Ok(said)
		};
		let parts = thread::scope(|scope| {
			let running: Vec<_> = (0..threads).map(|first| scope.spawn(move || part(first))).collect();
			running.into_iter().map(|one| one.join().map_err(|_| "a game panicked")).collect::<Vec<_>>()
		});
		let mut rows: Vec<Row> =
			ideas.iter().map(|Idea { name, finds, .. }| Row { name, finds: *finds, right: 0, wrong: 0 }).collect();
		for part in parts {
			for (row, [right, wrong]) in rows.iter_mut().zip(part??) {
				row.right += right;
				row.wrong += wrong;
			}
		}
		Ok(Self { settings, games, allowed: ideal.advantage(), rows })
	}

	/// The row of the idea that is meant for this leak.
	pub fn of(&self, leak: Leak) -> Option<&Row> {
		self.rows.iter().find(|row| row.finds == Some(leak))
	}
}

impl fmt::Display for Series {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		let Self { settings, games, allowed, rows } = self;
		let leak = settings.leak.map_or("nothing is left out".into(), |leak| format!("left out: {leak:?}"));
		writeln!(f, "{leak}; {} contests, 2 × {games} games; allowed {allowed:.3}", settings.contests)?;
		writeln!(f, "  {:<52} {:>8} {:>8} {:>9}  at least .. at most", "idea", "obeyed", "deceived", "advantage")?;
		for row in rows {
			writeln!(
				f,
				"  {:<52} {:>8} {:>8} {:>9.3}  {:>8.3} .. {:.3}",
				row.name,
				row.right,
				row.wrong,
				row.advantage(*games),
				row.worth_at_least(*games),
				row.worth_at_most(*games)
			)?;
		}
		Ok(())
	}
}
