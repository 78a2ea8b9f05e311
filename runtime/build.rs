//! Builds the Wasm blob of this crate.

#[cfg(feature = "std")]
fn main() {
	substrate_wasm_builder::WasmBuilder::build_using_defaults();
}

/// The Wasm builder calls this crate without `std`: nothing more to build then.
#[cfg(not(feature = "std"))]
fn main() {}
