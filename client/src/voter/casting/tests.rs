//! How far a ballot has come, as the receipt on the disk says it.

use super::*;
use crate::{chain::error::UnreachableCause, voter::ReceiptFile};
use sp_core::H256;
use std::{fs, os::unix::fs::PermissionsExt};

fn receipt() -> ReceiptFile {
	serde_json::from_value(serde_json::json!({
		"genesis": "01", "election": 7, "unit": 0, "credential": "5G", "receipt": "ab".repeat(32), "ciphertexts": [],
		"stage": "prepared",
	}))
	.expect("a receipt")
}

fn silent() -> Error {
	ChainError::Unreachable { urls: Vec::new(), cause: UnreachableCause::Silent }.into()
}

fn reached(receipt: &KeptReceipt) -> Reached {
	match so_far(receipt, silent()) {
		Error::Casting { reached, error } if *error == silent() => reached,
		other => panic!("{other:?}"),
	}
}

#[test]
fn whoever_is_interrupted_finds_on_the_disk_whether_the_ballot_may_be_in() {
	let folder = tempfile::tempdir().expect("a temporary folder");
	let path = folder.path().join("receipt.json");
	let mut kept = KeptReceipt::create(&path, receipt()).expect("nothing is there");
	let on_disk = || KeptReceipt::open(&path).expect("it was written").file().clone();
	assert_eq!((reached(&kept), on_disk().stage), (Reached::Nothing, Stage::Prepared));
	kept.sending(Block { number: 10, hash: H256([1; 32]) }, 73).expect("written");
	assert_eq!((reached(&kept), on_disk().stage), (Reached::Perhaps { in_block: None, until: 73 }, Stage::Sent));
	assert!(on_disk().is_pending());
	kept.in_block(12, Stage::InBlock).expect("written");
	assert_eq!(reached(&kept), Reached::Perhaps { in_block: Some(12), until: 73 });
	kept.in_block(12, Stage::Final).expect("written");
	assert_eq!((reached(&kept), on_disk().cast_in), (Reached::Box { block: 12 }, Some(12)));
	assert!(!on_disk().is_pending());
	let mode = fs::metadata(&path).expect("it is there").permissions().mode();
	assert_eq!(mode & 0o777, 0o600, "for its owner only");
}

#[test]
fn a_refused_ballot_is_not_under_way() {
	let mut kept = KeptReceipt::unkept(receipt());
	kept.sending(Block { number: 10, hash: H256([1; 32]) }, 73).expect("in memory");
	kept.unsent().expect("in memory");
	assert_eq!(reached(&kept), Reached::Nothing);
	for (error, refused) in [
		(ChainError::Refused(Refusal::NotReceiving), true),
		(ChainError::PoolBusy(String::new()), true),
		(ChainError::Unreachable { urls: Vec::new(), cause: UnreachableCause::Ended }, false),
	] {
		assert_eq!(is_refusal(&error), refused, "{error}");
	}
}
