//! The command line `dobush`.

use std::process::ExitCode;

fn main() -> ExitCode {
	dobush_client::cli::main()
}
