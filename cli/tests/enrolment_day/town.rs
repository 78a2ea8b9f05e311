//! The weeks before an enrolment day: commission, officials, the roll's key, registry, envelopes.

use crate::{
	common::stage::{parallel, Role, Stage},
	people::{Stack, Ticket},
};
use dobush_rehearsal::Program;
use serde_json::Value;

/// Everybody but the voters.
pub struct Town {
	pub stage: Stage,
	pub commission: Role,
	pub desk: Role,
	pub booths: [Role; 2],
	/// Addresses of the trustees, whose programs run.
	pub trustees: Vec<String>,
	_daemons: Vec<Program>,
	pub genesis: [u8; 32],
	/// Of Aigul, Bakyt, Cholpon, Daniyar and Erkin.
	pub pseudonyms: Vec<String>,
	/// The envelopes of each booth.
	pub stacks: Vec<Stack>,
}

/// Prepares everything for the day.
pub fn prepare(stage: Stage) -> Town {
	let commission = stage.role("commission");

	// The weeks before. What the commission publishes is the first thing that others get.
	assert_eq!(commission.act(&["create-roll", "Bishkek", "--units", "2"])["roll"], 0);
	let terms =
		["--least-keys", "6", "--least-voters", "2", "--most-decoy-ballots", "2", "--moves-close-days-before", "0"];
	commission.act(&[&["open-roll", "0"], terms.as_slice()].concat());
	let chain = commission.run(&["observer", "pin", "--out", "published-validators.json"]);
	let chain = chain["genesis"].as_str().expect("a hash").to_owned();
	let genesis: [u8; 32] = hex::decode(&chain[2..]).ok().and_then(|bytes| bytes.try_into().ok()).expect("32 bytes");
	let names = ["desk", "booth-0", "booth-1", "printer", "trustee-1", "trustee-2", "trustee-3"];
	let roles: Vec<Role> = names.iter().map(|name| stage.role(name)).collect();
	let addresses = parallel(roles.iter().map(|role| move || role.new_key("key")));
	let [desk, booth_0, booth_1, printer, trustees @ ..] = roles.as_slice() else { panic!("seven roles") };
	for (verb, account) in [
		("appoint-desk", &addresses[0]),
		("appoint-booth", &addresses[1]),
		("appoint-booth", &addresses[2]),
		("appoint-printer", &addresses[3]),
	] {
		commission.act(&[verb, "0", account]);
	}
	let early =
		desk.complain(&["desk", "check-in", "0", &"1".repeat(64), "--unit", "0", "--key", "key", "--print", "queue"]);
	assert!(early.contains("roll 0 has no key yet"), "{early}");
	let daemons: Vec<_> = trustees.iter().map(|trustee| trustee.daemon("key")).collect();
	let members: Vec<&str> = addresses[4..].iter().flat_map(|address| ["--trustee", address]).collect();
	commission.act(&[&["begin-roll-key", "0", "--threshold", "2"], members.as_slice()].concat());

	// The registry, without a node, and the printer. It is killed before all is registered, and goes on.
	let registry = stage.role("registry");
	for part in ["one.key", "two.key"] {
		registry.run(&["key", "new", part]);
	}
	let parts = ["--chain", &chain, "--roll", "0", "--part", "one.key", "--part", "two.key"];
	registry.run(&[&["registry", "new-key"], parts.as_slice()].concat());
	let numbers = "10012345\n20012345\n30012345\n40012345\n50012345\n";
	let pseudonyms = registry.say(&[&["registry", "pseudonym"], parts.as_slice()].concat(), numbers);
	let pseudonyms: Vec<String> = pseudonyms.lines().map(str::to_owned).collect();
	assert_eq!(pseudonyms.len(), 5);
	let mut stacks = Vec::new();
	for (booth, folder) in [(1, "for-0"), (2, "for-1")] {
		let print = ["envelopes", "print", "0", "--booth", &addresses[booth], "--count", "60", "--key", "key"];
		let hashes = printer.path(&format!("{folder}/envelope-hashes.txt"));
		printer.kill_when(&[&print, ["--print", folder].as_slice()].concat(), || hashes.is_file());
		let again = printer.complain(&[&print, ["--print", folder].as_slice()].concat());
		assert!(again.contains("exists already"), "{again}");
		let hashes = hashes.to_string_lossy().into_owned();
		printer.run(&["envelopes", "register", "0", &hashes, "--booth", &addresses[booth], "--key", "key"]);
		stacks.push(Stack::read(&printer.path(&format!("{folder}/envelopes.txt")), &genesis));
	}
	stage.wait(120, "the roll's key", || trustees.iter().all(|trustee| trustee.log("key").contains("the key is made")));

	Town {
		commission,
		desk: desk.clone(),
		booths: [booth_0.clone(), booth_1.clone()],
		trustees: addresses[4..].to_vec(),
		_daemons: daemons,
		genesis,
		pseudonyms,
		stacks,
		stage,
	}
}

impl Town {
	/// The desk checks a voter in.
	pub fn check_in(&self, voter: usize, unit: &str) -> Ticket {
		let pseudonym = &self.pseudonyms[voter];
		self.desk.run(&["desk", "check-in", "0", pseudonym, "--unit", unit, "--key", "key", "--print", "queue"]);
		let ticket = self.desk.take("queue", "-ticket.txt");
		Ticket { ticket, slip: self.desk.take("queue", "-slip.txt") }
	}

	/// The desk is handed second prints.
	pub fn check_out(&self, prints: &[&str]) -> Value {
		self.desk.run_with(&["desk", "check-out", "0", "--key", "key"], &prints.join("\n"))
	}

	/// What the desk says about a second print that it does not take.
	pub fn not_taken(&self, print: &str) -> String {
		self.desk.complain_with(&["desk", "check-out", "0", "--key", "key"], &format!("{print}\n"))
	}

	/// The desk enrols whom it can.
	pub fn submit(&self) -> Value {
		self.desk.run(&["desk", "submit", "0", "--key", "key"])
	}

	/// A voter's own machine, with the validators that the commission publishes.
	pub fn voter(&self, name: &str) -> Role {
		let voter = self.stage.role(name);
		std::fs::copy(self.commission.path("published-validators.json"), voter.path("published-validators.json"))
			.expect("copied");
		voter
	}
}

/// A booth activates what waits; gives how many keys that were.
pub fn batch(booth: &Role, unit: &str, envelopes: &str) -> Value {
	booth.run_with(&["booth", "batch", "0", "--unit", unit, "--key", "key"], envelopes)["keys"].clone()
}
