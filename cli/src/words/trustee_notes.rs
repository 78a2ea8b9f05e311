//! What a trustee did or could not do, in one sentence.

use super::{list::list_words, sdk};
use dobush_client::trustee::NoteKind;

/// The sentence of a note, without the election or roll that it is about.
pub fn note(kind: &NoteKind) -> String {
	let text = match kind {
		NoteKind::Failed(error) => return sdk::words(error).0,
		NoteKind::Joins { attempt } => return format!("joins the key ceremony, attempt {attempt}"),
		NoteKind::Commits => "commits to its dealing",
		NoteKind::Reveals => "reveals its dealing",
		NoteKind::Accepts => "has opened and checked all shares, and accepts them",
		NoteKind::Complains { dealer } => {
			return format!("complains: the share that trustee {dealer} has sent is bad");
		}
		NoteKind::CannotDeal => "cannot go on: the vault does not have the secret of this ceremony",
		NoteKind::CannotHandOver { previous } => {
			return format!("cannot hand its share over: the vault has none of {previous}");
		}
		NoteKind::CannotReveal => "cannot reveal: the vault does not have the dealing",
		NoteKind::CannotOpen => "cannot open its shares: the vault does not have the secret of this ceremony",
		NoteKind::NoHolder => "the ceremony has finished; this trustee holds no share by it",
		NoteKind::BadShare => "holds no share of the key: a share that was sent to it is bad",
		NoteKind::KeepsShare => "the key is made; this trustee keeps its share and has erased the ceremony's secrets",
		NoteKind::Leaves => "this trustee's office is over; its secrets are erased",
		NoteKind::Mixes { list } => return format!("uploads its mix of {}", list_words(list)),
		NoteKind::Tags { list } => return format!("uploads tag shares of {}", list_words(list)),
		NoteKind::OpensTags { list } => return format!("uploads what opens the tags of {}", list_words(list)),
		NoteKind::Decrypts { list } => return format!("uploads decryption shares of {}", list_words(list)),
		NoteKind::NoShare { list, subject } => {
			return format!("cannot act on {}: the vault has no share of the key of {subject}", list_words(list));
		}
	};
	text.to_owned()
}
