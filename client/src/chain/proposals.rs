//! Every call that the commission may carry by a motion, read back from its bytes: the inverse of `calls.rs`, and named nowhere
//! else.

use crate::chain::{
	decode::{decode, text},
	described::DescribedCall,
	ChainError,
};
use dobush_primitives::{
	election::Grounds,
	roll::{OfficeKind, Terms},
	Calendar, ContestId, Definition, ElectionId, Moment, Name, RollId, Title, Trustees,
};
use parity_scale_codec::Decode;
use sp_core::H256;
use sp_runtime::{AccountId32, MultiAddress};
use subxt::Metadata;

/// What a motion proposes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Proposal {
	/// An election is announced.
	Announce(Box<Definition<AccountId32>>),
	/// The second round of an election is announced.
	AnnounceSecondRound {
		/// The first round.
		first: ElectionId,
		/// The title of the second.
		title: String,
		/// The calendar of the second.
		calendar: Calendar,
	},
	/// Moments of an election's calendar become later.
	Postpone {
		/// The election.
		election: ElectionId,
		/// When the roll closes.
		roll_closes_at: Moment,
		/// When the polls open.
		polls_open_at: Moment,
		/// When the polls close.
		polls_close_at: Moment,
	},
	/// The polls close before their time.
	ClosePolls {
		/// The election.
		election: ElectionId,
	},
	/// A result is certified.
	Certify {
		/// The election.
		election: ElectionId,
		/// The digest of the result.
		digest: [u8; 32],
	},
	/// An election is annulled.
	Annul {
		/// The election.
		election: ElectionId,
		/// Why.
		reason: String,
	},
	/// A roll is created.
	CreateRoll {
		/// Its name.
		name: String,
		/// How many counting units it has.
		units: u16,
	},
	/// A desk is appointed.
	AppointDesk {
		/// The roll that it may fill.
		roll: RollId,
		/// The desk.
		desk: AccountId32,
	},
	/// A desk is dismissed.
	DismissDesk {
		/// The roll that it filled.
		roll: RollId,
		/// The desk.
		desk: AccountId32,
	},
	/// A roll becomes deniable.
	OpenRoll {
		/// The roll.
		roll: RollId,
		/// Its terms.
		terms: Terms,
	},
	/// A booth or printer is appointed.
	Appoint {
		/// The roll.
		roll: RollId,
		/// Which office.
		office: OfficeKind,
		/// Who gets it.
		account: AccountId32,
	},
	/// A booth or printer is dismissed.
	Dismiss {
		/// The roll.
		roll: RollId,
		/// Which office.
		office: OfficeKind,
		/// Who had it.
		account: AccountId32,
	},
	/// The ceremony for the first key of a roll begins.
	BeginRollKey {
		/// The roll.
		roll: RollId,
		/// Who will hold the key.
		trustees: Trustees<AccountId32>,
		/// How long each stage may take, in milliseconds.
		step_deadline: Moment,
	},
	/// The ceremony begins in which the key of a roll is handed over.
	ReshareRollKey {
		/// The roll.
		roll: RollId,
		/// Who will hold the key.
		trustees: Trustees<AccountId32>,
		/// How long each stage may take, in milliseconds.
		step_deadline: Moment,
	},
	/// The ceremony of a roll's key is given up.
	AbandonRollKey {
		/// The roll.
		roll: RollId,
	},
	/// A lot is recorded.
	RecordLot {
		/// The election.
		election: ElectionId,
		/// The contest that is tied.
		contest: ContestId,
		/// What was drawn.
		seed: [u8; 32],
	},
	/// A member of a list leaves, and the next one follows.
	FillVacancy {
		/// The election.
		election: ElectionId,
		/// The contest.
		contest: ContestId,
		/// The list, by its index among the options.
		list: u16,
		/// Who leaves, by the place on the list.
		leaving: u16,
		/// What was drawn, if a lot was needed.
		lot: Option<[u8; 32]>,
	},
	/// A runtime with this hash may be set by anybody.
	AuthorizeUpgrade {
		/// The hash of its code.
		code_hash: H256,
	},
	/// The commission gets a member more.
	AddMember {
		/// Who.
		who: AccountId32,
	},
	/// The commission loses a member.
	RemoveMember {
		/// Who.
		who: AccountId32,
	},
	/// A member of the commission is replaced.
	SwapMember {
		/// Who leaves.
		remove: AccountId32,
		/// Who comes.
		add: AccountId32,
	},
	/// The commission gets other members.
	ResetMembers {
		/// All of them.
		members: Vec<AccountId32>,
	},
	/// A member's vote becomes that of those who do not vote.
	SetPrime {
		/// Who.
		who: AccountId32,
	},
	/// No member's vote is that of others any more.
	ClearPrime,
	/// Another motion that is open is thrown out.
	Disapprove {
		/// The hash of its call.
		motion: H256,
	},
	/// A call that is none of the commission's; the chain refuses most of them when the motion is carried out.
	Other(DescribedCall),
}

impl Proposal {
	/// Reads an encoded call: what it proposes, and how the metadata describes it.
	pub fn read(metadata: &Metadata, bytes: &[u8]) -> Result<(Self, DescribedCall), ChainError> {
		let described = DescribedCall::read(metadata, bytes)?;
		let proposal = Self::typed(&described, bytes.get(2..).unwrap_or_default())?;
		Ok((proposal.unwrap_or_else(|| Self::Other(described.clone())), described))
	}

	/// What a call of the commission proposes; nothing if it is another call.
	fn typed(described: &DescribedCall, arguments: &[u8]) -> Result<Option<Self>, ChainError> {
		let what = described.path();
		let read = Arguments { bytes: arguments, what: &what };
		Ok(Some(match (described.pallet.as_str(), described.call.as_str()) {
			("Elections", "announce") => Self::Announce(Box::new(read.all()?)),
			("Elections", "announce_second_round") => {
				let (first, title, calendar): (_, Title, _) = read.all()?;
				Self::AnnounceSecondRound { first, title: text(&title), calendar }
			}
			("Elections", "postpone") => {
				let (election, roll_closes_at, polls_open_at, polls_close_at) = read.all()?;
				Self::Postpone { election, roll_closes_at, polls_open_at, polls_close_at }
			}
			("Elections", "close_polls") => Self::ClosePolls { election: read.all()? },
			("Elections", "certify") => {
				let (election, digest) = read.all()?;
				Self::Certify { election, digest }
			}
			("Elections", "annul") => {
				let (election, reason): (_, Grounds) = read.all()?;
				Self::Annul { election, reason: text(&reason) }
			}
			("VoterRegistry", "create_roll") => {
				let (name, units): (Name, _) = read.all()?;
				Self::CreateRoll { name: text(&name), units }
			}
			("VoterRegistry", "appoint_desk") => {
				let (roll, desk) = read.all()?;
				Self::AppointDesk { roll, desk }
			}
			("VoterRegistry", "dismiss_desk") => {
				let (roll, desk) = read.all()?;
				Self::DismissDesk { roll, desk }
			}
			("DeniableRoll", "open") => {
				let (roll, terms) = read.all()?;
				Self::OpenRoll { roll, terms }
			}
			("DeniableRoll", "appoint") => {
				let (roll, office, account) = read.all()?;
				Self::Appoint { roll, office, account }
			}
			("DeniableRoll", "dismiss") => {
				let (roll, office, account) = read.all()?;
				Self::Dismiss { roll, office, account }
			}
			("Trustees", "begin_roll_key") => {
				let (roll, trustees, step_deadline) = read.all()?;
				Self::BeginRollKey { roll, trustees, step_deadline }
			}
			("Trustees", "reshare_roll_key") => {
				let (roll, trustees, step_deadline) = read.all()?;
				Self::ReshareRollKey { roll, trustees, step_deadline }
			}
			("Trustees", "abandon_roll_key") => Self::AbandonRollKey { roll: read.all()? },
			("Tally", "record_lot") => {
				let (election, contest, seed) = read.all()?;
				Self::RecordLot { election, contest, seed }
			}
			("Tally", "fill_vacancy") => {
				let (election, contest, list, leaving, lot) = read.all()?;
				Self::FillVacancy { election, contest, list, leaving, lot }
			}
			("Upgrades", "authorize") => Self::AuthorizeUpgrade { code_hash: read.all()? },
			("CommissionMembers", "add_member") => match read.all()? {
				MultiAddress::<_, ()>::Id(who) => Self::AddMember { who },
				_ => return Ok(None),
			},
			("CommissionMembers", "remove_member") => match read.all()? {
				MultiAddress::<_, ()>::Id(who) => Self::RemoveMember { who },
				_ => return Ok(None),
			},
			("CommissionMembers", "swap_member") => match read.all()? {
				(MultiAddress::<_, ()>::Id(remove), MultiAddress::<_, ()>::Id(add)) => Self::SwapMember { remove, add },
				_ => return Ok(None),
			},
			("CommissionMembers", "reset_members") => Self::ResetMembers { members: read.all()? },
			("CommissionMembers", "set_prime") => match read.all()? {
				MultiAddress::<_, ()>::Id(who) => Self::SetPrime { who },
				_ => return Ok(None),
			},
			("CommissionMembers", "clear_prime") => Self::ClearPrime,
			("Commission", "disapprove_proposal") => Self::Disapprove { motion: read.all()? },
			_ => return Ok(None),
		}))
	}

	/// The election that it is about, if it is about one that exists.
	pub fn election(&self) -> Option<ElectionId> {
		match self {
			Self::AnnounceSecondRound { first: election, .. }
			| Self::Postpone { election, .. }
			| Self::ClosePolls { election }
			| Self::Certify { election, .. }
			| Self::Annul { election, .. }
			| Self::RecordLot { election, .. }
			| Self::FillVacancy { election, .. } => Some(*election),
			Self::Announce(definition) => definition.repeats,
			_ => None,
		}
	}

	/// The roll that it is about, if it is about one that exists.
	pub fn roll(&self) -> Option<RollId> {
		match self {
			Self::Announce(definition) => Some(definition.roll),
			Self::AppointDesk { roll, .. }
			| Self::DismissDesk { roll, .. }
			| Self::OpenRoll { roll, .. }
			| Self::Appoint { roll, .. }
			| Self::Dismiss { roll, .. }
			| Self::BeginRollKey { roll, .. }
			| Self::ReshareRollKey { roll, .. }
			| Self::AbandonRollKey { roll } => Some(*roll),
			_ => None,
		}
	}
}

/// The encoded arguments of a call.
struct Arguments<'a> {
	bytes: &'a [u8],
	what: &'a str,
}

impl Arguments<'_> {
	/// All of them, as a tuple or as the only one; bytes left over are an error.
	fn all<T: Decode>(&self) -> Result<T, ChainError> {
		decode(self.bytes, self.what)
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::chain::calls;
	use dobush_primitives::{roll::DAY, UtcOffset};

	/// What a call proposes, by the path that it is sent with.
	fn read(call: &crate::chain::Call) -> Option<Proposal> {
		let path = call.path();
		let (pallet, name) = path.split_once('.').expect("a path has both");
		let described = DescribedCall { pallet: pallet.to_owned(), call: name.to_owned(), arguments: Vec::new() };
		Proposal::typed(&described, call.arguments()).expect("its arguments are read")
	}

	/// Every act that the SDK can compose is read back as what was composed.
	#[test]
	fn what_is_composed_is_read_back() {
		let (election, roll, contest) = (ElectionId(3), RollId(1), ContestId(2));
		let account = AccountId32::new([7; 32]);
		let trustees = Trustees { members: vec![account.clone()].try_into().expect("one"), threshold: 1 };
		let terms = Terms {
			least_keys: 24,
			least_voters: 5,
			most_keys_per_booth: 100,
			most_decoy_ballots: 3,
			flush_after: DAY,
			most_moves: 2,
			moves_close_before: DAY,
			serves: 4,
		};
		let calendar = Calendar {
			roll_closes_at: 1,
			polls_open_at: 2,
			polls_close_at: 3,
			early_closing: true,
			grace_blocks: 20,
			step_deadline: 4,
			objection_window: 5,
			utc_offset: UtcOffset(360),
		};
		let words = |text: &str| text.as_bytes().to_vec();
		let (digest, seed) = ([5; 32], [6; 32]);
		let office = OfficeKind::Booth;
		let named = || account.clone();
		let cases = [
			(
				calls::elections::announce_second_round(
					election,
					&words("Экинчи").try_into().expect("short"),
					calendar,
				),
				Proposal::AnnounceSecondRound { first: election, title: "Экинчи".to_owned(), calendar },
			),
			(
				calls::elections::postpone(election, 1, 2, 3),
				Proposal::Postpone { election, roll_closes_at: 1, polls_open_at: 2, polls_close_at: 3 },
			),
			(calls::elections::close_polls(election), Proposal::ClosePolls { election }),
			(calls::elections::certify(election, digest), Proposal::Certify { election, digest }),
			(
				calls::elections::annul(election, &words("Decision 7").try_into().expect("short")),
				Proposal::Annul { election, reason: "Decision 7".to_owned() },
			),
			(
				calls::voter_registry::create_roll(&words("Бишкек").try_into().expect("short"), 2),
				Proposal::CreateRoll { name: "Бишкек".to_owned(), units: 2 },
			),
			(calls::voter_registry::appoint_desk(roll, &account), Proposal::AppointDesk { roll, desk: named() }),
			(calls::voter_registry::dismiss_desk(roll, &account), Proposal::DismissDesk { roll, desk: named() }),
			(calls::deniable_roll::open(roll, &terms), Proposal::OpenRoll { roll, terms }),
			(
				calls::deniable_roll::appoint(roll, office, &account),
				Proposal::Appoint { roll, office, account: named() },
			),
			(
				calls::deniable_roll::dismiss(roll, office, &account),
				Proposal::Dismiss { roll, office, account: named() },
			),
			(
				calls::trustees::begin_roll_key(roll, &trustees, 9),
				Proposal::BeginRollKey { roll, trustees: trustees.clone(), step_deadline: 9 },
			),
			(
				calls::trustees::reshare_roll_key(roll, &trustees, 9),
				Proposal::ReshareRollKey { roll, trustees: trustees.clone(), step_deadline: 9 },
			),
			(calls::trustees::abandon_roll_key(roll), Proposal::AbandonRollKey { roll }),
			(calls::tally::record_lot(election, contest, seed), Proposal::RecordLot { election, contest, seed }),
			(
				calls::tally::fill_vacancy(election, contest, 1, 4, Some(seed)),
				Proposal::FillVacancy { election, contest, list: 1, leaving: 4, lot: Some(seed) },
			),
			(calls::upgrades::authorize(H256(digest)), Proposal::AuthorizeUpgrade { code_hash: H256(digest) }),
		];
		for (call, proposal) in cases {
			assert_eq!(read(&call), Some(proposal), "{}", call.path());
		}
		assert_eq!(read(&calls::system::remark(b"anything")), None, "it is none of the commission's");
	}
}
