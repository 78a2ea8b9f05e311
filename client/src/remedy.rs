//! What kind of step helps after an error.

/// What kind of step helps after an error: the kind of hint that a program may give.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Remedy {
	/// To try the same again, a little later.
	TryAgain,
	/// To try with other input: another file, name, number or passphrase.
	OtherInput,
	/// To try with another node or relay.
	OtherNode,
	/// To try with the version of the program that belongs to the runtime.
	OtherVersion,
	/// Something must be done or happen first: an appointment, an enrolment, a key ceremony, a moment.
	Wait,
	/// To restore what was kept from a backup.
	Restore,
	/// Nothing that came of this can be relied on: somebody must be told.
	Report,
	/// Nothing that the program knows of.
	None,
}
