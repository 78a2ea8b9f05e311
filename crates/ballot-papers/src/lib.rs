//! # Ballot papers
//!
//! The artefacts of a deniable enrolment ([`ballot_crypto::booth`]) as PDF pages for a receipt printer with 80 mm of
//! paper: a QR code that carries the artefact, and a few words about what to do with it in Kyrgyz, Russian or English.
//! Bytes and QR text are pinned in A6.1.
//!
//! Words, layout and size of a paper depend on its kind and on what any reader of its code sees. They never depend on
//! whether a credential is real or fake, on the order of the steps or on the time. The PDF bears no date and no
//! identifier of its own.
//!
//! The way back: [`codes`] reads the QR codes on a picture, for people who have a camera and no scanner.

mod code;
mod layout;
mod paper;
mod picture;
mod texts;

pub use code::{read, NotAPaper};
pub use layout::{pdf, PrintError};
pub use paper::PrintedPaper;
pub use picture::{codes, is_picture, Codes, NotAPicture};
pub use texts::Language;
