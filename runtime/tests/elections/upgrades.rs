//! A new runtime that is authorised may wait; while an election is under way no pool and no block takes it.

use crate::{
	chain::Chain,
	commission::motion,
	plan::{ElectionPlan, Question},
	trustee::Trustee,
};
use dobush_primitives::{ElectionId, Mode, Phase, Refusal, RollId};
use dobush_runtime::{upgrades, Elections, Executive, Runtime, RuntimeCall, TxExtension, UncheckedExtrinsic};
use frame_support::{
	dispatch::GetDispatchInfo,
	storage::{with_transaction_unchecked, TransactionOutcome},
};
use rand_chacha::{rand_core::SeedableRng, ChaCha20Rng};
use sp_runtime::{
	traits::{BlakeTwo256, Hash, TransactionExtension},
	transaction_validity::{TransactionSource, TransactionValidityError},
};

/// Stands for a runtime: whether it is one, the pool does not ask.
const CODE: &[u8] = b"a new runtime";

/// What the pool says to a transaction that carries the code. What a block refuses the pool refuses, in the same words.
fn apply(chain: &mut Chain) -> Result<(), TransactionValidityError> {
	let call: RuntimeCall = frame_system::Call::<Runtime>::apply_authorized_upgrade { code: CODE.to_vec() }.into();
	let head = chain.head().hash;
	let [in_pool, in_block] = chain.read(|| {
		let info = call.get_dispatch_info();
		let in_block = <TxExtension as TransactionExtension<RuntimeCall>>::bare_validate_and_prepare(&call, &info, 0);
		let bare = UncheckedExtrinsic::new_bare(call);
		// As in a node, what validation writes is thrown away.
		let in_pool = with_transaction_unchecked(|| {
			TransactionOutcome::Rollback(Executive::validate_transaction(TransactionSource::External, bare, head))
		});
		[in_pool.map(|_| ()), in_block]
	});
	if in_block.is_err() {
		assert_eq!(in_pool, in_block, "the pool takes what a block refuses");
	}
	in_pool
}

#[test]
fn an_authorised_upgrade_enters_no_pool_while_an_election_is_under_way() {
	let (mut chain, mut rng) = (Chain::development(), ChaCha20Rng::seed_from_u64(31));
	let (election, name) = (ElectionId(0), b"Roll".to_vec().try_into().unwrap());
	motion(&mut chain, pallet_voter_registry::Call::<Runtime>::create_roll { name, units: 1 }).unwrap();
	let plan = ElectionPlan {
		mode: Mode::Direct,
		units: vec![(0, 0)],
		regions: 1,
		styles: vec![vec![0]],
		questions: vec![Question { options: 2, may_decline: false, seats: None }],
		trustees: 1,
		threshold: 1,
		ballots_per_credential: 1,
		voting: 400_000,
		early_closing: true,
		grace_blocks: 0,
	};
	let members = vec![Trustee::random(1, &mut rng).account()];
	let definition = plan.definition(RollId(0), members, chain.now());
	motion(&mut chain, pallet_elections::Call::<Runtime>::announce { definition }).unwrap();

	assert!(apply(&mut chain).is_err(), "nothing is authorised");
	let authorize = upgrades::Call::<Runtime>::authorize { code_hash: BlakeTwo256::hash(CODE) };
	motion(&mut chain, authorize.clone()).unwrap();
	assert_eq!(apply(&mut chain), Ok(()));

	chain.until("the roll closes", || {
		(Elections::status(election).expect("announced").phase == Phase::RollClosed).then_some(())
	});
	assert_eq!(apply(&mut chain), Err(Refusal::UpgradeDuringElection.into()));
	let under_way = upgrades::Error::<Runtime>::ElectionUnderWay;
	assert_eq!(motion(&mut chain, authorize), Err(under_way.into()));

	let reason = b"The court says so.".to_vec().try_into().unwrap();
	motion(&mut chain, pallet_elections::Call::<Runtime>::annul { election, reason }).unwrap();
	assert_eq!(apply(&mut chain), Ok(()));
}
