//! Measures the admission of a transaction by the role that costs most to look up, a member of a full commission, and of a
//! ballot, of which there are millions.

use crate::{
	admission::{Admission, Config, Pallet, Used},
	configs::governance::CommissionInstance,
	AccountId, Runtime, RuntimeCall,
};
use alloc::vec::Vec;
use dobush_primitives::{Ballot, ElectionId, RollId, UnitId, VoterId};
use frame_benchmarking::v2::*;
use frame_support::dispatch::GetDispatchInfo;
use frame_system::RawOrigin;
use parity_scale_codec::Encode;
use sp_runtime::traits::DispatchTransaction;

#[benchmarks(where
	T: Config<AccountId = AccountId, RuntimeCall = RuntimeCall> + Send + Sync,
)]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn admit() {
		let mut members: Vec<AccountId> = (0..100).map(|index| account("member", index, 0)).collect();
		members.sort();
		let member = members[99].clone();
		pallet_collective::Members::<Runtime, CommissionInstance>::put(members);
		let call = RuntimeCall::Commission(pallet_collective::Call::vote {
			proposal: Default::default(),
			index: 0,
			approve: true,
		});
		let (info, len) = (call.get_dispatch_info(), call.encoded_size());
		let origin = RawOrigin::Signed(member.clone()).into();

		#[block]
		{
			Admission::<T>::new()
				.test_run(origin, &call, &info, len, 0, |_| Ok(().into()))
				.expect("the member may vote; qed")
				.expect("nothing is called; qed");
		}

		assert_eq!(Used::<T>::get(&member).1, 1);
	}

	#[benchmark]
	fn admit_ballot() {
		let credential: AccountId = account("credential", 0, 0);
		let record = pallet_voter_registry::Credential {
			roll: RollId(0),
			unit: UnitId(0),
			voter_id: VoterId([7; 32]),
			enrolled_in: 0,
			struck_in: None,
		};
		pallet_voter_registry::Credentials::<Runtime>::insert(&credential, record);
		let ballot = Ballot { entries: Default::default() };
		let call = RuntimeCall::BallotBox(pallet_ballot_box::Call::cast { election: ElectionId(0), ballot });
		let (info, len) = (call.get_dispatch_info(), call.encoded_size());
		let origin = RawOrigin::Signed(credential).into();

		#[block]
		{
			Admission::<T>::new()
				.test_run(origin, &call, &info, len, 0, |_| Ok(().into()))
				.expect("a credential may cast; qed")
				.expect("nothing is called; qed");
		}
	}
}
