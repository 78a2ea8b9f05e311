//! What every call of the runtime does, in a sentence: for calls inside others, and for those that a motion should not contain.
//!
//! `runtime/tests/calls.txt` lists all calls of the runtime; a test here asks for a sentence for each.

/// What a call does; nothing for a call that this program does not know.
pub fn sentence(pallet: &str, call: &str) -> Option<&'static str> {
	Some(match pallet {
		"System" => system(call)?,
		"Timestamp" => match call {
			"set" => "set the time of the block; only the block's author does",
			_ => return None,
		},
		"Babe" | "Grandpa" => consensus(call)?,
		"Session" => match call {
			"set_keys" => "set the session keys of a validator",
			"purge_keys" => "remove the session keys of a validator",
			_ => return None,
		},
		"Commission" => commission(call)?,
		"CommissionMembers" => members(call)?,
		"Upgrades" => match call {
			"authorize" => "authorise an upgrade to the runtime with a hash",
			_ => return None,
		},
		"Elections" => elections(call)?,
		"VoterRegistry" => voter_registry(call)?,
		"DeniableRoll" => deniable_roll(call)?,
		"Trustees" => trustees(call)?,
		"BallotBox" => match call {
			"cast" => "cast a ballot",
			"cast_deniable" => "cast a ballot of a deniable election",
			"check_memberships" => "check ballots of a deniable election that wait for it",
			_ => return None,
		},
		"Tally" => tally(call)?,
		_ => return None,
	})
}

fn system(call: &str) -> Option<&'static str> {
	Some(match call {
		"remark" => "put a text or bytes into a block; nothing else happens",
		"remark_with_event" => "put a text or bytes into a block, with their hash as an event",
		"set_heap_pages" => "set how much memory the runtime may use",
		"set_code" | "set_code_without_checks" => "replace the runtime at once",
		"set_storage" => "write into the state of the chain by hand",
		"kill_storage" => "remove entries from the state of the chain by hand",
		"kill_prefix" => "remove all entries with a prefix from the state of the chain by hand",
		"do_task" => "do a task of the runtime",
		"authorize_upgrade" | "authorize_upgrade_without_checks" => {
			"authorise an upgrade, past the check for elections"
		}
		"apply_authorized_upgrade" => "replace the runtime by the code that was authorised",
		_ => return None,
	})
}

fn consensus(call: &str) -> Option<&'static str> {
	Some(match call {
		"report_equivocation" | "report_equivocation_unsigned" => "report a validator that signed two things at once",
		"plan_config_change" => "change how blocks are drawn by lot",
		"note_stalled" => "tell that finality stands still, to force other validators",
		_ => return None,
	})
}

fn commission(call: &str) -> Option<&'static str> {
	Some(match call {
		"set_members" => "set the members of the commission past its list of members",
		"execute" => "make a call as one member of the commission",
		"propose" => "propose a motion",
		"vote" => "vote on a motion",
		"close" => "close a motion that is decided",
		"disapprove_proposal" => "throw out a motion that is open",
		"kill" => "throw out a motion that is open, with its deposit",
		"release_proposal_cost" => "give back what a motion has cost",
		_ => return None,
	})
}

fn members(call: &str) -> Option<&'static str> {
	Some(match call {
		"add_member" => "add a member to the commission",
		"remove_member" => "remove a member of the commission",
		"swap_member" => "replace a member of the commission",
		"reset_members" => "replace all members of the commission",
		"change_key" => "give a member of the commission another key",
		"set_prime" => "make a member prime, whose vote is that of those who do not vote",
		"clear_prime" => "let no member be prime any more",
		_ => return None,
	})
}

fn elections(call: &str) -> Option<&'static str> {
	Some(match call {
		"announce" => "announce an election",
		"announce_second_round" => "announce the second round of an election",
		"postpone" => "move moments of an election's calendar to later",
		"close_polls" => "close the polls of an election before their time",
		"certify" => "certify the result of an election",
		"annul" => "annul an election",
		_ => return None,
	})
}

fn voter_registry(call: &str) -> Option<&'static str> {
	Some(match call {
		"create_roll" => "create a roll of voters",
		"appoint_desk" => "appoint a desk of a roll",
		"dismiss_desk" => "dismiss a desk of a roll",
		"enrol" => "put voters on a roll",
		"replace_credential" => "give a voter of a roll another key",
		"strike_off" => "strike a voter off a roll",
		_ => return None,
	})
}

fn deniable_roll(call: &str) -> Option<&'static str> {
	Some(match call {
		"open" => "make a roll deniable",
		"appoint" => "appoint a booth or a printer of envelopes of a roll",
		"dismiss" => "dismiss a booth or a printer of envelopes of a roll",
		"register_envelopes" => "register envelopes of a booth",
		"announce_batch" => "announce a batch of keys of a booth",
		"activate" => "activate a batch of keys of a booth",
		"enrol" => "put voters on a deniable roll",
		"strike_off" => "strike a voter off a deniable roll",
		_ => return None,
	})
}

fn trustees(call: &str) -> Option<&'static str> {
	Some(match call {
		"join" => "join a key ceremony as a trustee",
		"commit" => "commit to a dealing in a key ceremony",
		"reveal" => "reveal a dealing in a key ceremony",
		"complain" => "complain about a dealing in a key ceremony",
		"accept" => "accept the shares of a key ceremony",
		"begin_roll_key" => "begin the ceremony in which trustees make the key of a roll",
		"reshare_roll_key" => "hand the key of a roll over to other trustees",
		"abandon_roll_key" => "give up a key ceremony of a roll",
		_ => return None,
	})
}

fn tally(call: &str) -> Option<&'static str> {
	Some(match call {
		"upload_mix_page" | "upload_mix_head" | "upload_mix_columns" => "upload a part of a mixed list",
		"close_upload" => "say that a mixed list is uploaded whole",
		"upload_shares" => "upload shares that decrypt votes",
		"upload_tag_shares" => "upload shares of encrypted tags",
		"record_lot" => "record a lot that was drawn",
		"fill_vacancy" => "record that an elected member leaves",
		_ => return None,
	})
}

#[cfg(test)]
mod tests {
	use super::sentence;

	/// All calls of the runtime, as a test of the runtime compares it with its metadata.
	const CALLS: &str = include_str!("../../../../runtime/tests/calls.txt");

	#[test]
	fn every_call_of_the_runtime_has_a_sentence() {
		let mut calls = 0;
		for line in CALLS.lines().filter(|line| !line.is_empty()) {
			let (pallet, call) = line.split_once('.').expect("a pallet and a call");
			assert!(sentence(pallet, call).is_some(), "{line} has no sentence in cli/src/words/motion/calls.rs");
			calls += 1;
		}
		assert!(calls > 70, "the list is whole: {calls}");
		assert_eq!(sentence("System", "no_such_call"), None);
	}
}
