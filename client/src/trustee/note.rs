//! What a trustee did or could not do, as data for who watches it.

use crate::error::Error;
use dobush_primitives::{tally::ListId, Subject, TrusteeIndex};

/// Something that a trustee did or could not do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
	/// The election or roll that the note is about; none if it is about all of them.
	pub about: Option<Subject>,
	/// What it did or could not do.
	pub kind: NoteKind,
}

/// What a trustee did or could not do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoteKind {
	/// A step failed; it is tried again at the next block.
	Failed(Error),
	/// Posts its recipient key.
	Joins {
		/// The attempt within the ceremony, from 0.
		attempt: u16,
	},
	/// Posts the hash of its dealing.
	Commits,
	/// Posts its dealing.
	Reveals,
	/// Says that all its shares are good.
	Accepts,
	/// Complains about a share that was sent to it.
	Complains {
		/// The number of the trustee who sent the share.
		dealer: TrusteeIndex,
	},
	/// Cannot deal: the vault has no secret of this ceremony.
	CannotDeal,
	/// Cannot hand its share of a key over: the vault has none.
	CannotHandOver {
		/// The election or roll whose key it is; the key is of the epoch before.
		previous: Subject,
	},
	/// Cannot reveal: the vault has no dealing.
	CannotReveal,
	/// Cannot open what was sent to it: the vault has no secret of this ceremony.
	CannotOpen,
	/// The ceremony has finished, and this trustee is no holder.
	NoHolder,
	/// The ceremony has finished, and this trustee has no share, because one that was sent to it is bad.
	BadShare,
	/// The ceremony has finished: its share is in the vault, the secrets of the ceremony are erased.
	KeepsShare,
	/// The trustee has left office: all its secrets of the election or roll are erased.
	Leaves,
	/// Uploads its mix of a list.
	Mixes {
		/// The list of ciphertexts.
		list: ListId,
	},
	/// Uploads its tag shares of a list.
	Tags {
		/// The list of ciphertexts.
		list: ListId,
	},
	/// Uploads its shares that open the tags of a list.
	OpensTags {
		/// The list of ciphertexts.
		list: ListId,
	},
	/// Uploads its decryption shares of a list.
	Decrypts {
		/// The list of ciphertexts.
		list: ListId,
	},
	/// Cannot act on a list: the vault has no share of a key.
	NoShare {
		/// The list of ciphertexts.
		list: ListId,
		/// The election or roll to whose key the missing share belongs.
		subject: Subject,
	},
}
