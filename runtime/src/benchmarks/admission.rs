//! Measures the admission of a transaction by the role that is dearest to look up: a member of a full commission.

use crate::{
	admission::{Admission, Config, Pallet, Used},
	configs::governance::CommissionInstance,
	AccountId, Runtime, RuntimeCall,
};
use alloc::vec::Vec;
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
}
