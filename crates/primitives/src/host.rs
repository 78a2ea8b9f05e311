//! Signatures that the host checks, faster than the runtime could.

use sp_core::sr25519;
use sp_runtime::traits::Verify;

/// Whether this is the sr25519 signature of a message under a public key.
///
/// The host accepts any bytes as public key: whether they are a group element other than the identity is the caller's check.
pub fn verify_sr25519(signature: &[u8; 64], message: &[u8], public: &[u8; 32]) -> bool {
	sr25519::Signature::from_raw(*signature).verify(message, &sr25519::Public::from_raw(*public))
}
