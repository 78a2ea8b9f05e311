//! How well the best coercer guesses from what must be public, for elections of several sizes: the table of
//! docs/coercion.md. `cargo run --release -p dobush-coercion --example allowed`
#![allow(clippy::print_stdout)]

use dobush_coercion::{ideal::Ideal, Settings};

fn main() {
	println!("advantage of the best guess; three options, turnout 80 %, two batches");
	println!("{:>8} {:>8} {:>8} {:>10}", "voters", "fakes", "decoys", "allowed");
	for (voters, most_fakes, most_decoys) in [
		(11, 8, 0),
		(11, 1, 15),
		(11, 8, 15),
		(11, 8, 63),
		(63, 8, 15),
		(63, 8, 63),
		(63, 20, 63),
		(191, 20, 63),
		(191, 20, 127),
	] {
		let settings = Settings { voters, most_fakes, most_decoys, ..Settings::SMALL };
		println!("{voters:>8} {most_fakes:>8} {most_decoys:>8} {:>10.3}", Ideal::of(&settings).advantage());
	}
}
