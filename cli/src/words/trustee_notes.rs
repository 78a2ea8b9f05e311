//! What a trustee did or could not do, in one sentence.

use super::{list::list_words, sdk};
use crate::catalogue::say;
use dobush_client::trustee::NoteKind;

/// The sentence of a note, without the election or roll that it is about.
pub fn note(kind: &NoteKind) -> String {
	match kind {
		NoteKind::Failed(error) => sdk::words(error).0,
		NoteKind::Joins { attempt } => say!("note-joins", attempt = attempt.to_string()),
		NoteKind::Commits => say!("note-commits"),
		NoteKind::Reveals => say!("note-reveals"),
		NoteKind::Accepts => say!("note-accepts"),
		NoteKind::Complains { dealer } => say!("note-complains", dealer = dealer.to_string()),
		NoteKind::CannotDeal => say!("note-cannot-deal"),
		NoteKind::CannotHandOver { previous } => say!("note-cannot-hand-over", previous = previous.to_string()),
		NoteKind::CannotReveal => say!("note-cannot-reveal"),
		NoteKind::CannotOpen => say!("note-cannot-open"),
		NoteKind::NoHolder => say!("note-no-holder"),
		NoteKind::BadShare => say!("note-bad-share"),
		NoteKind::KeepsShare => say!("note-keeps-share"),
		NoteKind::Leaves => say!("note-leaves"),
		NoteKind::Mixes { list } => say!("note-mixes", list = list_words(list)),
		NoteKind::Tags { list } => say!("note-tags", list = list_words(list)),
		NoteKind::OpensTags { list } => say!("note-opens-tags", list = list_words(list)),
		NoteKind::Decrypts { list } => say!("note-decrypts", list = list_words(list)),
		NoteKind::NoShare { list, subject } => {
			say!("note-no-share", list = list_words(list), subject = subject.to_string())
		}
	}
}
