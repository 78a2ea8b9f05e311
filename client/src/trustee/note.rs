//! What a trustee did or could not do, as data for who watches it.

use crate::error::Error;
use dobush_primitives::{tally::ListId, Subject, TrusteeIndex};

/// Something that a trustee did or could not do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
	/// About which election or roll; none if about all.
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
		/// Who has sent it.
		dealer: TrusteeIndex,
	},
	/// Cannot deal: the vault has no secret of this ceremony.
	CannotDeal,
	/// Cannot hand its share of a key over: the vault has none.
	CannotHandOver {
		/// Whose key, in the epoch before.
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
	/// Its office is over: all its secrets of the election or roll are erased.
	Leaves,
	/// Uploads its mix of a list.
	Mixes {
		/// The list.
		list: ListId,
	},
	/// Uploads its tag shares of a list.
	Tags {
		/// The list.
		list: ListId,
	},
	/// Uploads its shares that open the tags of a list.
	OpensTags {
		/// The list.
		list: ListId,
	},
	/// Uploads its decryption shares of a list.
	Decrypts {
		/// The list.
		list: ListId,
	},
	/// Cannot act on a list: the vault has no share of a key.
	NoShare {
		/// The list.
		list: ListId,
		/// Of whose key.
		subject: Subject,
	},
}
