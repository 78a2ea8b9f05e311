//! What kind of step helps after an error.

/// What kind of step helps after an error: the kind of hint that a program may give.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Remedy {
	/// The same again, a little later.
	TryAgain,
	/// The same with other input: another file, name, number, passphrase.
	OtherInput,
	/// The same by another node or relay.
	OtherNode,
	/// The same with the program that belongs to the runtime.
	OtherVersion,
	/// Something must be done or happen first: an appointment, an enrolment, a key ceremony, a moment.
	Wait,
	/// What was kept must be restored from a backup.
	Restore,
	/// Nothing that came of this can be relied on: somebody must be told.
	Report,
	/// Nothing that the program knows of.
	None,
}
