//! The commission, and which roles may send which calls.

use crate::{
	admission::{self, Gate},
	motions, upgrades, weights, AccountId, Commission, DeniableRoll, Elections, Hash, Motions, Runtime, RuntimeCall,
	RuntimeEvent, RuntimeOrigin, Session, Trustees, VoterRegistry,
};
use alloc::vec::Vec;
use dobush_primitives::{
	traits::{Ceremonies as _, DeniableRolls as _, Registry as _},
	Refusal,
};
use frame_support::{
	dispatch::GetDispatchInfo,
	parameter_types,
	storage::with_transaction,
	traits::{
		ChangeMembers, Consideration, ConstU32, Contains, EitherOfDiverse, Get, InitializeMembers, MaybeConsideration,
	},
	weights::Weight,
};
use frame_system::EnsureRoot;
use parity_scale_codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use sp_runtime::{
	traits::{Convert, Dispatchable},
	DispatchError, DispatchResult, Perbill, SaturatedConversion, TransactionOutcome,
};

/// The commission's instance of the collective.
pub type CommissionInstance = pallet_collective::Instance1;

/// Two thirds of the commission.
pub type TwoThirds = pallet_collective::EnsureProportionAtLeast<AccountId, CommissionInstance, 2, 3>;

/// Two thirds of the commission, or root, which nobody holds outside of benchmarks.
pub type CommissionOrigin = EitherOfDiverse<TwoThirds, EnsureRoot<AccountId>>;

parameter_types! {
	/// Most motions that may be open.
	pub const MotionPlaces: u32 = 100;
	/// A motion that finds no majority in a week of 6-second blocks is closed.
	pub const MotionDuration: u32 = 7 * 24 * 600;
	/// A motion may take half of a block.
	pub MaxProposalWeight: Weight =
		Perbill::from_percent(50) * crate::timing::SlotWeights::<Runtime>::get().max_block;
	/// An hour of 6-second blocks.
	pub const QuotaPeriod: u32 = 600;
}

impl pallet_collective::Config<CommissionInstance> for Runtime {
	type RuntimeOrigin = RuntimeOrigin;
	type Proposal = RuntimeCall;
	type RuntimeEvent = RuntimeEvent;
	type MotionDuration = MotionDuration;
	type MaxProposals = MotionPlaces;
	type MaxMembers = ConstU32<100>;
	type DefaultVote = pallet_collective::MoreThanMajorityThenPrimeDefaultVote;
	type SetMembersOrigin = EnsureRoot<AccountId>;
	type WeightInfo = weights::pallet_collective::WeightInfo<Runtime>;
	type MaxProposalWeight = MaxProposalWeight;
	type DisapproveOrigin = TwoThirds;
	type KillOrigin = EnsureRoot<AccountId>;
	type Consideration = CountedMotion;
}

/// The price of an open motion for a member: a place of its share ([`motions`]). No deposit is left with the collective,
/// which would keep it until somebody asks for it back.
#[derive(Clone, Eq, PartialEq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct CountedMotion;

impl Consideration<AccountId, u32> for CountedMotion {
	fn new(who: &AccountId, _others: u32) -> Result<Self, DispatchError> {
		Motions::note(who).map(|()| Self)
	}
	fn update(self, _: &AccountId, _: u32) -> Result<Self, DispatchError> {
		Ok(self)
	}
	fn drop(self, _: &AccountId) -> DispatchResult {
		Ok(())
	}
	/// Benchmarks open all motions by one member; this makes those that are open another member's.
	#[cfg(feature = "runtime-benchmarks")]
	fn ensure_successful(_: &AccountId, _: u32) {
		motions::Openers::<Runtime>::mutate(|openers| {
			openers.iter_mut().for_each(|(_, who)| *who = AccountId::new([0; 32]));
		});
	}
}

impl MaybeConsideration<AccountId, u32> for CountedMotion {
	fn is_none(&self) -> bool {
		true
	}
}

/// The hashes of the open motions, the newest last.
pub struct OpenMotions;

impl Get<Vec<Hash>> for OpenMotions {
	fn get() -> Vec<Hash> {
		pallet_collective::Proposals::<Runtime, CommissionInstance>::get().into_inner()
	}
}

/// How many members the commission has.
pub struct Seats;

impl Get<u32> for Seats {
	fn get() -> u32 {
		pallet_collective::Members::<Runtime, CommissionInstance>::decode_len().unwrap_or(0).saturated_into()
	}
}

/// Makes a call by the origin of a motion that all members carry, and takes back what it did.
pub struct Trial;

impl Convert<RuntimeCall, DispatchResult> for Trial {
	fn convert(call: RuntimeCall) -> DispatchResult {
		if !call.get_dispatch_info().call_weight.all_lte(MaxProposalWeight::get()) {
			return Err(pallet_collective::Error::<Runtime, CommissionInstance>::WrongProposalWeight.into());
		}
		let members = Seats::get().max(1);
		let origin = pallet_collective::RawOrigin::<AccountId, CommissionInstance>::Members(members, members);
		with_transaction(|| {
			TransactionOutcome::Rollback(call.dispatch(origin.into()).map(drop).map_err(|failed| failed.error))
		})
	}
}

impl motions::Config for Runtime {
	type Proposal = RuntimeCall;
	type Trial = Trial;
	type Open = OpenMotions;
	type Seats = Seats;
	type Places = MotionPlaces;
}

impl pallet_membership::Config<CommissionInstance> for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type AddOrigin = CommissionOrigin;
	type RemoveOrigin = CommissionOrigin;
	type SwapOrigin = CommissionOrigin;
	type ResetOrigin = CommissionOrigin;
	type PrimeOrigin = CommissionOrigin;
	type MembershipInitialized = Appoint;
	type MembershipChanged = Appoint;
	type MaxMembers = ConstU32<100>;
	type WeightInfo = weights::pallet_membership::WeightInfo<Runtime>;
}

/// Gives new members of the commission an account, then tells the collective.
///
/// The account is never reaped: its nonce would start again, and old transactions could be repeated.
pub struct Appoint;

impl Appoint {
	fn accounts(members: &[AccountId]) {
		for member in members {
			if frame_system::Pallet::<Runtime>::sufficients(member) == 0 {
				frame_system::Pallet::<Runtime>::inc_sufficients(member);
			}
		}
	}
}

impl InitializeMembers<AccountId> for Appoint {
	fn initialize_members(members: &[AccountId]) {
		Self::accounts(members);
		<Commission as InitializeMembers<AccountId>>::initialize_members(members);
	}
}

impl ChangeMembers<AccountId> for Appoint {
	fn change_members_sorted(incoming: &[AccountId], outgoing: &[AccountId], new: &[AccountId]) {
		Self::accounts(incoming);
		<Commission as ChangeMembers<AccountId>>::change_members_sorted(incoming, outgoing, new);
	}
	fn set_prime(prime: Option<AccountId>) {
		<Commission as ChangeMembers<AccountId>>::set_prime(prime);
	}
	fn get_prime() -> Option<AccountId> {
		<Commission as ChangeMembers<AccountId>>::get_prime()
	}
}

/// What each role may use per period: a transaction, and one more for each hundredth of a second that it is charged
/// ([`admission::units`]); far above what honest work needs.
mod quota {
	pub const COMMISSION: u32 = 1_000;
	pub const DESK: u32 = 10_000;
	pub const BOOTH: u32 = 10_000;
	pub const PRINTER: u32 = 10_000;
	pub const TRUSTEE: u32 = 50_000;
	pub const VALIDATOR: u32 = 10;
}

/// The whitelist of calls per role. An account that has several roles may send the calls of each.
pub struct Roles;

impl Gate<AccountId, RuntimeCall> for Roles {
	fn admit(who: &AccountId, call: &RuntimeCall) -> Result<Option<u32>, Refusal> {
		let (holds_office, quota) = match call {
			RuntimeCall::BallotBox(pallet_ballot_box::Call::cast { .. }) => (VoterRegistry::is_credential(who), None),
			RuntimeCall::BallotBox(pallet_ballot_box::Call::cast_deniable { .. }) => {
				(DeniableRoll::is_credential(who), None)
			}
			// Trustees wait for the tally, so they may speed up the checks.
			RuntimeCall::BallotBox(pallet_ballot_box::Call::check_memberships { .. }) => {
				(Trustees::is_trustee(who), Some(quota::TRUSTEE))
			}
			RuntimeCall::Commission(
				pallet_collective::Call::propose { .. }
				| pallet_collective::Call::vote { .. }
				| pallet_collective::Call::close { .. },
			) => (Commission::is_member(who), Some(quota::COMMISSION)),
			RuntimeCall::VoterRegistry(
				pallet_voter_registry::Call::enrol { .. }
				| pallet_voter_registry::Call::replace_credential { .. }
				| pallet_voter_registry::Call::strike_off { .. },
			) => (VoterRegistry::is_desk(who), Some(quota::DESK)),
			RuntimeCall::DeniableRoll(pallet_deniable_roll::Call::register_envelopes { .. }) => {
				(DeniableRoll::is_printer(who), Some(quota::PRINTER))
			}
			RuntimeCall::DeniableRoll(
				pallet_deniable_roll::Call::announce_batch { .. } | pallet_deniable_roll::Call::activate { .. },
			) => (DeniableRoll::is_booth(who), Some(quota::BOOTH)),
			RuntimeCall::DeniableRoll(
				pallet_deniable_roll::Call::enrol { .. } | pallet_deniable_roll::Call::strike_off { .. },
			) => (VoterRegistry::is_desk(who), Some(quota::DESK)),
			// The commission's: nobody sends them directly.
			RuntimeCall::Tally(pallet_tally::Call::record_lot { .. } | pallet_tally::Call::fill_vacancy { .. })
			| RuntimeCall::Trustees(
				pallet_trustees::Call::begin_roll_key { .. }
				| pallet_trustees::Call::reshare_roll_key { .. }
				| pallet_trustees::Call::abandon_roll_key { .. },
			) => (false, None),
			RuntimeCall::Trustees(_) | RuntimeCall::Tally(_) => (Trustees::is_trustee(who), Some(quota::TRUSTEE)),
			RuntimeCall::Session(_) => (Session::validators().contains(who), Some(quota::VALIDATOR)),
			RuntimeCall::System(frame_system::Call::remark { .. }) => {
				(admission::RemarksOpen::<Runtime>::get() && has_account(who), None)
			}
			_ => (false, None),
		};
		if holds_office {
			return Ok(quota);
		}
		// Every account has a role, so if there is an account, the call is not one of its role.
		Err(if has_account(who) { Refusal::NotYourCall } else { Refusal::NotAdmitted })
	}

	fn admit_unsigned(call: &RuntimeCall) -> Result<(), Refusal> {
		match call {
			// It would fail, stay authorised, and could be sent again in every block: megabytes that nobody pays for.
			RuntimeCall::System(frame_system::Call::apply_authorized_upgrade { .. })
				if !Elections::upgrade_allowed() =>
			{
				Err(Refusal::UpgradeDuringElection)
			}
			_ => Ok(()),
		}
	}

	fn is_ballot(call: &RuntimeCall) -> bool {
		use pallet_ballot_box::Call;
		matches!(call, RuntimeCall::BallotBox(Call::cast { .. } | Call::cast_deniable { .. }))
	}
}

/// An account exists because somebody gave it a role.
fn has_account(who: &AccountId) -> bool {
	frame_system::Account::<Runtime>::contains_key(who)
}

impl admission::Config for Runtime {
	type Gate = Roles;
	type Period = QuotaPeriod;
	type WeightInfo = weights::admission::WeightInfo<Runtime>;
}

/// No upgrade between the closing of a roll and its election's certificate.
pub struct BetweenElections;

impl Contains<()> for BetweenElections {
	fn contains(_: &()) -> bool {
		Elections::upgrade_allowed()
	}
}

impl upgrades::Config for Runtime {
	type UpgradeOrigin = CommissionOrigin;
	type Allowed = BetweenElections;
	type WeightInfo = weights::frame_system::WeightInfo<Runtime>;
}
