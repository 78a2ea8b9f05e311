//! What has become of a trustee's share, in a few words for a table.

use dobush_client::trustee::ShareStanding;

/// A cell of a table; `None` is for who deals without being invited.
pub fn share(standing: Option<ShareStanding>) -> &'static str {
	match standing {
		Some(ShareStanding::Held) => "held",
		Some(ShareStanding::NotYet) => "not yet",
		Some(ShareStanding::NotJoined) => "none: it did not join in time",
		Some(ShareStanding::ComplainedFalsely) => "none: its complaint was false",
		Some(ShareStanding::NoKey) => "none: the ceremony has failed",
		None => "none: it is not invited",
	}
}
