//! A first program on the SDK: opens a connection, reads an election with proofs, casts a ballot, and proves that it lies in
//! the box. `first-ballot ws://127.0.0.1:9944 ELECTION KEY-FILE PASSPHRASE OPTION`, with an option for each contest, from 0.
#![allow(clippy::print_stdout)]

use dobush_client::{
	ballot::Choice,
	voter::{cast, prove_cast, Breadth, Connections, Credential, KeptReceipt, ReceiptFile, VoterFolder},
	ElectionId, KeyFile, Silent,
};
use std::{env, error::Error, path::Path};

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
	let arguments: Vec<String> = env::args().skip(1).collect();
	let [node, election, key, passphrase, options @ ..] = arguments.as_slice() else {
		return Err("give a node, an election, a key file, its passphrase, and an option for each contest".into());
	};
	let credential = Credential::of_file(&KeyFile::open(Path::new(key), passphrase)?)?;
	let connections = Connections::open(std::slice::from_ref(node), None, &Silent).await?;

	// Everything about the election is proven under the pinned validators, of this connection if there is no pin yet.
	let view = connections.view(None, &Silent).await?;
	let election = ElectionId(election.parse()?);
	let status = credential.status(&connections, &view, election, Breadth::Ballot).await?;
	status.ensure_may_cast()?;
	let paper = credential.paper(&connections, &view, election, &Silent).await?;
	println!("{}: {} contests, proven at finalised block {}", status.title, paper.contests().count(), view.block());

	let choices = options.iter().map(|option| option.parse().map(Choice::Option)).collect::<Result<Vec<_>, _>>()?;
	let ballot = paper.seal(credential.account().public(), &choices)?.wire();
	// The receipt is on the disk before anything is sent, so that an interrupted program leaves no doubt.
	let receipt = ReceiptFile::prepared(&credential.account().id(), &paper, &ballot);
	let mut receipt = KeptReceipt::create_in(&VoterFolder::of_chain(paper.genesis())?, receipt)?;
	cast(&connections, None, &credential, &paper, &ballot, &mut receipt, &Silent).await?;
	println!("receipt {}, final in block {}", receipt.file().receipt, receipt.file().cast_in.unwrap_or_default());

	let found = prove_cast(&connections, None, receipt.file(), &Silent).await?;
	println!("proven: it lies in slot {} of unit {}, at finalised block {}", found.slot, found.unit, found.block);
	Ok(())
}
