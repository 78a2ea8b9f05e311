//! The commission: two of its three members carry a motion.

use crate::chain::Chain;
use dobush_runtime::{configs::governance::CommissionInstance, Runtime, RuntimeCall, RuntimeEvent};
use frame_support::dispatch::GetDispatchInfo;
use parity_scale_codec::Encode;
use sp_core::{sr25519, Pair};
use sp_runtime::{
	traits::{BlakeTwo256, Hash},
	DispatchError,
};

type Call = pallet_collective::Call<Runtime, CommissionInstance>;
type Event = pallet_collective::Event<Runtime, CommissionInstance>;

/// A member of the development chain's commission.
pub fn member(number: u8) -> sr25519::Pair {
	sr25519::Pair::from_string(&format!("//Commission//{number}"), None).expect("a secret of the presets")
}

/// Carries a motion and gives what its call answered.
pub fn motion(chain: &mut Chain, call: impl Into<RuntimeCall>) -> Result<(), DispatchError> {
	let call = call.into();
	let (first, second) = (member(1), member(2));
	let (hash, length) = (BlakeTwo256::hash_of(&call), call.encoded_size() as u32);
	let index = chain.read(pallet_collective::ProposalCount::<Runtime, CommissionInstance>::get);
	let weight = call.get_dispatch_info().call_weight;
	chain.send(&first, Call::propose { threshold: 2, proposal: Box::new(call), length_bound: length }.into());
	for member in [&first, &second] {
		chain.send(member, Call::vote { proposal: hash, index, approve: true }.into());
	}
	let close = Call::close { proposal_hash: hash, index, proposal_weight_bound: weight, length_bound: length };
	let ticket = chain.send(&first, close.into());
	chain.wait_for(ticket).expect("the block takes it").expect("the motion has its votes");
	let executed = chain.events.iter().find_map(|event| match event {
		RuntimeEvent::Commission(Event::Executed { proposal_hash, result }) if *proposal_hash == hash => Some(*result),
		_ => None,
	});
	executed.expect("the motion was carried out")
}
