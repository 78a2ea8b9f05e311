//! The chains that this node knows by name. Each is a preset of the runtime.

use dobush_runtime::{genesis_config_presets::BENCHMARK_PRESET, WASM_BINARY};
use sc_service::{ChainType, GenericChainSpec, Properties};

/// A chain specification.
pub type ChainSpec = GenericChainSpec;

/// Wallets ask for the symbol of a token, even if there is no token.
fn properties() -> Properties {
	let mut properties = Properties::new();
	properties.insert("ss58Format".into(), 42.into());
	properties.insert("tokenSymbol".into(), "NONE".into());
	properties.insert("tokenDecimals".into(), 0.into());
	properties
}

fn of_preset(name: &str, id: &str, kind: ChainType, preset: &str) -> Result<ChainSpec, String> {
	let code = WASM_BINARY.ok_or("This node was built with SKIP_WASM_BUILD. Build it without, to have a runtime.")?;
	Ok(ChainSpec::builder(code, None)
		.with_name(name)
		.with_id(id)
		.with_chain_type(kind)
		.with_genesis_config_preset_name(preset)
		.with_properties(properties())
		.build())
}

/// The chain of this name, if the node knows it.
pub fn by_name(id: &str) -> Option<Result<ChainSpec, String>> {
	Some(match id {
		"dev" => of_preset("Development", "dev", ChainType::Development, sp_genesis_builder::DEV_RUNTIME_PRESET),
		"benchmark" => of_preset("Benchmark", "benchmark", ChainType::Development, BENCHMARK_PRESET),
		"" | "local" => of_preset(
			"Local testnet",
			"local_testnet",
			ChainType::Local,
			sp_genesis_builder::LOCAL_TESTNET_RUNTIME_PRESET,
		),
		_ => return None,
	})
}
