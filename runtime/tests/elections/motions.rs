//! One member of three tries to fill all places for motions: it fills its share, and the others govern on.

use crate::{
	chain::{account, Chain},
	commission::{member, motion},
};
use dobush_runtime::{
	configs::governance::{CommissionInstance, MotionPlaces},
	motions::{share, Error},
	CommissionMembers, Motions, Runtime, RuntimeCall,
};
use parity_scale_codec::Encode;
use sp_core::{sr25519, Pair};
use sp_runtime::{
	traits::{BlakeTwo256, Hash},
	DispatchError,
};

type Call = pallet_collective::Call<Runtime, CommissionInstance>;

/// One of many motions that nobody else wants.
fn nuisance(number: u16) -> RuntimeCall {
	let name = format!("Roll {number}").into_bytes().try_into().unwrap();
	pallet_voter_registry::Call::<Runtime>::create_roll { name, units: 1 }.into()
}

fn propose(chain: &mut Chain, by: &sr25519::Pair, call: RuntimeCall) -> Result<(), DispatchError> {
	let length_bound = call.encoded_size() as u32;
	chain.call(by, Call::propose { threshold: 2, proposal: Box::new(call), length_bound }.into())
}

fn vote(chain: &mut Chain, by: &sr25519::Pair, call: &RuntimeCall, index: u32, approve: bool) {
	let proposal = BlakeTwo256::hash_of(call);
	chain.call(by, Call::vote { proposal, index, approve }.into()).unwrap();
}

/// Closes a motion that can be carried no more.
fn close(chain: &mut Chain, by: &sr25519::Pair, call: &RuntimeCall, index: u32) -> Result<(), DispatchError> {
	let proposal_hash = BlakeTwo256::hash_of(call);
	let proposal_weight_bound = Default::default();
	chain.call(by, Call::close { proposal_hash, index, proposal_weight_bound, length_bound: 1_000 }.into())
}

fn opened(chain: &mut Chain, by: &sr25519::Pair) -> u32 {
	chain.read(|| Motions::opened(account(by)))
}

const USED_UP: DispatchError =
	DispatchError::Module(sp_runtime::ModuleError { index: 14, error: [0; 4], message: None });

#[test]
fn one_member_fills_its_share_and_the_others_still_carry_motions() {
	let mut chain = Chain::development();
	let (first, second, hostile) = (member(1), member(2), member(3));
	let most = share(MotionPlaces::get(), 3) as u16;
	assert_eq!(chain.read(Motions::most), 50);
	let fill: Vec<_> = (0..most)
		.map(|number| {
			let call = nuisance(number);
			let length_bound = call.encoded_size() as u32;
			chain.send(&hostile, Call::propose { threshold: 2, proposal: Box::new(call), length_bound }.into())
		})
		.collect();
	for ticket in fill {
		assert_eq!(chain.wait_for(ticket), Ok(Ok(())));
	}
	assert_eq!(opened(&mut chain, &hostile), 50);
	assert_eq!(Err(USED_UP), Err::<(), _>(DispatchError::from(Error::<Runtime>::ShareUsedUp).stripped()));
	assert_eq!(propose(&mut chain, &hostile, nuisance(most)).map_err(DispatchError::stripped), Err(USED_UP));
	assert_eq!(opened(&mut chain, &hostile), 50);

	// The others carry theirs, and what was carried leaves its place.
	motion(&mut chain, nuisance(1_000)).unwrap();
	assert_eq!(opened(&mut chain, &first), 0);

	// A motion that is voted down, or whose week is over, leaves its place as soon as somebody closes it.
	vote(&mut chain, &first, &nuisance(7), 7, false);
	vote(&mut chain, &second, &nuisance(7), 7, false);
	close(&mut chain, &first, &nuisance(7), 7).unwrap();
	assert_eq!(opened(&mut chain, &hostile), 49);
	// The same motion once more counts once.
	propose(&mut chain, &hostile, nuisance(7)).unwrap();
	assert_eq!(opened(&mut chain, &hostile), 50);
	assert_eq!(propose(&mut chain, &hostile, nuisance(most)).map_err(DispatchError::stripped), Err(USED_UP));

	// And it can be expelled. What it opened stays its own, not its successor's.
	let successor = sr25519::Pair::from_string("//Commission//4", None).unwrap();
	let swap = pallet_membership::Call::<Runtime, CommissionInstance>::swap_member {
		remove: account(&hostile).into(),
		add: account(&successor).into(),
	};
	motion(&mut chain, swap).unwrap();
	assert!(chain.read(CommissionMembers::members).contains(&account(&successor)));
	propose(&mut chain, &successor, nuisance(most)).unwrap();
	assert_eq!((opened(&mut chain, &successor), opened(&mut chain, &hostile)), (1, 50));
}

#[test]
fn a_trial_answers_what_the_motion_would_and_leaves_nothing_behind() {
	let mut chain = Chain::development();
	let annul = |reason: &[u8]| -> RuntimeCall {
		let (election, reason) = (dobush_primitives::ElectionId(7), reason.to_vec().try_into().unwrap());
		pallet_elections::Call::<Runtime>::annul { election, reason }.into()
	};
	let unknown = DispatchError::from(pallet_elections::Error::<Runtime>::UnknownElection).stripped();
	for call in [nuisance(0), annul(b"Decision 7")] {
		let state = chain.read(|| sp_io::storage::root(sp_runtime::StateVersion::V1));
		let foretold = chain.read(|| Motions::trial(call.clone())).map_err(DispatchError::stripped);
		assert_eq!(chain.read(|| sp_io::storage::root(sp_runtime::StateVersion::V1)), state, "{call:?}");
		assert_eq!(motion(&mut chain, call.clone()).map_err(DispatchError::stripped), foretold, "{call:?}");
		assert_eq!(foretold, if call == nuisance(0) { Ok(()) } else { Err(unknown) });
	}
	// What no motion may do.
	let root = frame_system::Call::<Runtime>::set_heap_pages { pages: 8 };
	assert_eq!(chain.read(|| Motions::trial(root.into())), Err(DispatchError::BadOrigin));
}

#[test]
fn a_motion_that_another_member_opens_again_is_counted_for_that_member() {
	let mut chain = Chain::development();
	let (first, second, third) = (member(1), member(2), member(3));
	propose(&mut chain, &third, nuisance(0)).unwrap();
	for member in [&first, &second] {
		vote(&mut chain, member, &nuisance(0), 0, false);
	}
	close(&mut chain, &first, &nuisance(0), 0).unwrap();
	propose(&mut chain, &first, nuisance(0)).unwrap();
	assert_eq!((opened(&mut chain, &first), opened(&mut chain, &third)), (1, 0));
}
