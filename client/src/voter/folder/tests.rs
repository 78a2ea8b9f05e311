//! Sealed ballots are used once, receipts are written over nothing, and interrupted ones are found again.

use super::*;
use crate::{
	ballot::{Choice, Paper},
	chain::Block,
	voter::{kept_receipt::KeptReceipt, receipt::Stage, ReceiptFile},
	Account,
};
use ballot_crypto::Secret;
use dobush_primitives::{ElectionId, UnitId};
use election_files::definition::DefinitionFile;
use rand::rngs::OsRng;
use sp_core::H256;
use std::os::unix::fs::PermissionsExt;

fn paper() -> Paper {
	let plan = DefinitionFile::parse(include_str!("../../../../crates/election-files/examples/definition.toml"))
		.expect("it is in the repository");
	let key = Secret::random(&mut OsRng).public();
	Paper::new([1; 32], ElectionId(3), UnitId(2), key, &plan.definition().expect("a definition")).expect("unit 2")
}

struct Device {
	folder: tempfile::TempDir,
	paper: Paper,
	account: Account,
}

impl Device {
	fn new() -> Self {
		let account = Account::development("//Voter").expect("a secret");
		Self { folder: tempfile::tempdir().expect("a temporary folder"), paper: paper(), account }
	}

	fn voter(&self) -> VoterFolder {
		VoterFolder::at(&self.folder.path().join("chain"))
	}

	/// Seals a ballot into a file, and gives the file with the commitment that was shown.
	fn seal(&self, name: &str) -> (PathBuf, String) {
		let sealed = self.paper.seal(self.account.public(), &[Choice::Option(1), Choice::Option(0)]).expect("sealed");
		let commitment = hex::encode(sealed.commitment());
		let path = self.folder.path().join(name);
		write_sealed(&path, &sealed.keep(&self.paper, &self.account.id())).expect("written");
		(path, commitment)
	}
}

fn read(path: &Path) -> SealedFile {
	serde_json::from_str(&fs::read_to_string(path).expect("it was written")).expect("a sealed ballot")
}

/// The device is the adversary and has everything: the key, the files, its own program. It would be honest where it is audited and
/// cheat where it is not. But the ballot that it shows the commitment of is on the disk before anybody answers; both answers are
/// served from that file; and after one of them neither can be given any more, from the file or from any copy of it.
#[test]
fn a_device_must_decide_to_cheat_before_it_knows_whether_it_is_audited() {
	for answer in [SealedUse::Cast, SealedUse::Audit] {
		let device = Device::new();
		let (path, commitment) = device.seal("sealed.json");
		let copy = device.folder.path().join("copy.json");
		fs::copy(&path, &copy).expect("copied");

		// What is cast and what is audited are the same bytes, and both have the commitment that was shown before.
		let kept = read(&path);
		let id = device.account.id();
		let wire = kept.wire(&device.paper, &id).expect("unused");
		let opened = kept.opened();
		assert_eq!(opened.ballot, hex::encode(wire.encoded()));
		assert_eq!(hex::encode(ballot_crypto::transcript::blake2_256(&[&wire.encoded()])), commitment);
		assert_eq!(opened.commitment, commitment);
		assert!(device.paper.audit_of(&opened, Some(&commitment)).is_ok());

		// A device that holds another ballot ready for the other answer does not keep the commitment.
		let (other, _) = device.seal("other.json");
		let exchanged = SealedFile { commitment: commitment.clone(), ..read(&other) };
		assert_eq!(exchanged.wire(&device.paper, &id), Err(BallotError::NotCommittedTo.into()));
		assert_eq!(device.paper.audit(&exchanged.opened()), Err(BallotError::NotCommittedTo.into()));
		let found = read(&other).opened();
		let refused = BallotError::OtherCommitment { found: found.commitment.clone() };
		assert_eq!(device.paper.audit_of(&found, Some(&commitment)), Err(refused.into()));

		// Used once, it is used: as it lies there, from a copy, and put back.
		device.voter().spend(&path, kept.clone(), answer).expect("the first use");
		let used = || BallotError::SealedBallotUsed { used: answer }.into();
		let left = read(&path);
		assert_eq!((left.secrets.len(), left.used), (0, Some(answer)), "nothing is left that opens it");
		assert_eq!(left.wire(&device.paper, &id), Err(used()));
		fs::copy(&copy, &path).expect("put back");
		for again in [SealedUse::Cast, SealedUse::Audit] {
			assert_eq!(device.voter().spend(&path, left.clone(), again), Err(used()));
			assert_eq!(device.voter().spend(&path, read(&path), again), Err(used()));
			assert_eq!(device.voter().spend(&copy, read(&copy), again), Err(used()));
		}
	}
}

#[test]
fn a_sealed_ballot_is_for_its_owner_and_for_one_place_and_is_no_audit_file() {
	let device = Device::new();
	let (path, commitment) = device.seal("sealed.json");
	assert_eq!(fs::metadata(&path).expect("there").permissions().mode() & 0o777, 0o600);
	assert!(write_sealed(&path, &read(&path)).is_err(), "no file is overwritten");
	let text = fs::read_to_string(&path).expect("there");
	assert!(serde_json::from_str::<crate::ballot::AuditFile>(&text).is_err(), "what can still be cast is not audited");
	let elsewhere = Err(BallotError::SealedBallotElsewhere.into());
	let kept = read(&path);
	let id = device.account.id();
	assert_eq!(SealedFile { election: 4, ..kept.clone() }.wire(&device.paper, &id), elsewhere);
	assert_eq!(kept.wire(&device.paper, &Account::generate().id()), elsewhere);
	assert_eq!(kept.wire(&device.paper.clone().of_booth([9; 32]), &id), elsewhere);
	for commitment in ["../../../x".to_owned(), commitment.replace(|_: char| true, "/")] {
		let strange = SealedFile { commitment, ..kept.clone() };
		assert_eq!(device.voter().spend(&path, strange, SealedUse::Cast), Err(BallotError::NotCommittedTo.into()));
	}
}

fn receipt(device: &Device) -> ReceiptFile {
	let sealed = device.paper.seal(device.account.public(), &[Choice::Option(1), Choice::Option(0)]).expect("sealed");
	ReceiptFile::prepared(&device.account.id(), &device.paper, &sealed.wire())
}

#[test]
fn a_receipt_is_written_over_nothing_and_where_it_cannot_be_written_nothing_begins() {
	let device = Device::new();
	let path = device.folder.path().join("receipt.json");
	fs::write(&path, "something else").expect("written");
	let exists = VoterError::ReceiptExists { path: path.clone() };
	assert_eq!(KeptReceipt::create(&path, receipt(&device)), Err(exists.into()));
	assert_eq!(fs::read_to_string(&path).expect("there"), "something else");
	let nowhere = device.folder.path().join("no folder").join("receipt.json");
	let refused = KeptReceipt::create(&nowhere, receipt(&device)).expect_err("there is no such folder");
	assert!(matches!(refused, crate::Error::Voter(VoterError::File { file: VoterFile::Receipt, .. })), "{refused:?}");

	// A receipt of the same ballot that was never sent gives way; once it was sent, not.
	let path = device.folder.path().join("mine.json");
	let mine = receipt(&device);
	KeptReceipt::create(&path, mine.clone()).expect("nothing is there");
	let mut again = KeptReceipt::create(&path, mine.clone()).expect("the same, unsent");
	again.sending(Block { number: 5, hash: H256([1; 32]) }, 68).expect("written");
	assert!(KeptReceipt::create(&path, mine).is_err());
}

#[test]
fn the_newest_receipt_comes_first_and_an_interrupted_one_is_found() {
	let device = Device::new();
	let folder = device.voter();
	assert_eq!(KeptReceipt::all(&folder), Ok(Vec::new()), "there is no folder yet");
	let keep = |born: u64, stage: Stage| {
		let mut kept = KeptReceipt::create_in(&folder, receipt(&device)).expect("a name of its own");
		kept.sending(Block { number: born, hash: H256([1; 32]) }, born + 63).expect("written");
		if stage != Stage::Sent {
			kept.in_block(born + 1, stage).expect("written");
		}
		kept
	};
	let [older, newest, middle] = [(3, Stage::Final), (90, Stage::Final), (40, Stage::Sent)].map(|(b, s)| keep(b, s));
	fs::write(folder.receipts().join("note.json"), "{}").expect("written");
	assert_eq!(KeptReceipt::all(&folder), Ok(vec![newest, middle.clone(), older]));
	let pending = |election, credential: &str| KeptReceipt::pending(&folder, ElectionId(election), credential);
	let ours = middle.file().credential.clone();
	assert_eq!(pending(3, &ours), Ok(Some(middle)));
	assert_eq!((pending(4, &ours), pending(3, "5G")), (Ok(None), Ok(None)));
}
