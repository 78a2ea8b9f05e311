//! Bytes as the text of a QR code, and back: Base45 (RFC 9285) in alphanumeric mode, because scanners disagree about
//! raw bytes.

use ballot_crypto::booth::artefact::MAX_BYTES;
use qrcode::{types::QrError, Color, EcLevel, QrCode};

/// A scanned text that is not the text of a paper's code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this code is none of an election's papers")]
pub struct NotAPaper;

/// The text of the QR code that carries an artefact.
pub(crate) fn text(artefact: &[u8]) -> String {
	base45::encode(artefact)
}

/// The bytes of a scanned text, for [`ballot_crypto::booth::Artefact::from_artefact`], which says what is wrong with
/// them.
pub fn read(text: &str) -> Result<Vec<u8>, NotAPaper> {
	if text.len() > MAX_BYTES * 3 / 2 {
		return Err(NotAPaper);
	}
	base45::decode(text).map_err(|_| NotAPaper)
}

/// The modules of a QR code, row by row; true is dark.
pub(crate) struct Modules {
	pub width: usize,
	pub dark: Vec<bool>,
}

/// The QR code of an artefact. Error correction M, so that a receipt survives a crease.
pub(crate) fn modules(artefact: &[u8]) -> Result<Modules, QrError> {
	let code = QrCode::with_error_correction_level(text(artefact).as_bytes(), EcLevel::M)?;
	let width = code.width();
	Ok(Modules { width, dark: code.into_colors().into_iter().map(|color| color == Color::Dark).collect() })
}
