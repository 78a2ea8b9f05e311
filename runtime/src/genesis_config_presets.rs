//! The chains that every node knows by name.
//!
//! - `development`: one validator, 2-second slots half of which a block may compute, a commission whose keys everybody knows.
//! - `benchmark`: the same, and `System::remark` is admitted as the measure of a cast.
//! - `local_testnet`: three validators, 6-second slots a third of which a block may compute.

use crate::{
	AccountId, AdmissionConfig, BabeConfig, CommissionMembersConfig, RuntimeGenesisConfig, SessionConfig, SessionKeys,
	TimingConfig,
};
use alloc::{format, vec, vec::Vec};
use frame_support::build_struct_json_patch;
use serde_json::Value;
use sp_core::{crypto::get_public_from_string_or_panic, sr25519};
use sp_genesis_builder::PresetId;
use sp_keyring::{Ed25519Keyring, Sr25519Keyring};

/// Name of the preset that benchmarks run on.
pub const BENCHMARK_PRESET: &str = "benchmark";

/// The three members of the commission on test chains: `//Commission//1` … `//Commission//3`.
fn commission() -> Vec<AccountId> {
	(1..=3)
		.map(|number| get_public_from_string_or_panic::<sr25519::Public>(&format!("Commission//{number}")).into())
		.collect()
}

fn genesis(
	validators: &[Sr25519Keyring],
	finalisers: &[Ed25519Keyring],
	timing: TimingConfig,
	remarks_open: bool,
) -> Value {
	let keys = validators
		.iter()
		.zip(finalisers)
		.map(|(validator, finaliser)| {
			let account = validator.to_account_id();
			let keys = SessionKeys { babe: validator.public().into(), grandpa: finaliser.public().into() };
			(account.clone(), account, keys)
		})
		.collect();
	build_struct_json_patch!(RuntimeGenesisConfig {
		timing,
		babe: BabeConfig { epoch_config: crate::configs::consensus::BABE_GENESIS_EPOCH_CONFIG },
		session: SessionConfig { keys },
		admission: AdmissionConfig { remarks_open },
		commission_members: CommissionMembersConfig {
			members: commission().try_into().expect("three members are fewer than the bound; qed"),
		},
	})
}

/// The genesis of a preset.
pub fn get_preset(id: &PresetId) -> Option<Vec<u8>> {
	let alone = [Sr25519Keyring::Alice];
	let alone_finaliser = [Ed25519Keyring::Alice];
	let alone_timing = || TimingConfig { slot_millis: 2_000, budget_millis: 1_000, ..Default::default() };
	let patch = match id.as_ref() {
		sp_genesis_builder::DEV_RUNTIME_PRESET => genesis(&alone, &alone_finaliser, alone_timing(), false),
		BENCHMARK_PRESET => genesis(&alone, &alone_finaliser, alone_timing(), true),
		sp_genesis_builder::LOCAL_TESTNET_RUNTIME_PRESET => genesis(
			&[Sr25519Keyring::Alice, Sr25519Keyring::Bob, Sr25519Keyring::Charlie],
			&[Ed25519Keyring::Alice, Ed25519Keyring::Bob, Ed25519Keyring::Charlie],
			TimingConfig { slot_millis: 6_000, ..Default::default() },
			false,
		),
		_ => return None,
	};
	Some(
		serde_json::to_string(&patch)
			.expect("a JSON value without maps of other keys than strings always serialises; qed")
			.into_bytes(),
	)
}

/// Names of the presets.
pub fn preset_names() -> Vec<PresetId> {
	vec![
		PresetId::from(sp_genesis_builder::DEV_RUNTIME_PRESET),
		PresetId::from(BENCHMARK_PRESET),
		PresetId::from(sp_genesis_builder::LOCAL_TESTNET_RUNTIME_PRESET),
	]
}
