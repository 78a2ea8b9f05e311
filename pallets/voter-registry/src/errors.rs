//! The errors of calls about rolls. A section of the pallet's module, which imports it.

#[frame_support::pallet_macros::pallet_section]
mod errors {
	/// Why a call was refused. `entry` counts the voters of the batch from 0.
	#[pallet::error]
	pub enum Error<T> {
		/// The name is empty or not UTF-8. Write it in UTF-8, at most 64 bytes.
		NameUnreadable,
		/// A roll has 1 to 1024 counting units. Correct the number.
		WrongNumberOfUnits,
		/// All roll numbers are used. Use an existing roll.
		TooManyRolls,
		/// There is no roll with this number. See the list of rolls.
		UnknownRoll,
		/// This account is a desk in office already, of this roll or another. Dismiss it there first.
		AlreadyADesk,
		/// This account is a voter's credential and can have no office. Choose a key made for the desk.
		DeskIsACredential,
		/// This account is or was a booth or an envelope printer: two devices must enrol a voter. Choose a key made for the desk.
		DeskHasAnotherOffice,
		/// The roll has as many desks in office as allowed. Dismiss one first.
		TooManyDesks,
		/// This account is no desk in office of this roll. Ask the commission to appoint it.
		NotADesk,
		/// The entries of this roll are encrypted. Enrol voters with a booth, by the calls of deniable rolls.
		RollIsDeniable,
		/// The batch is empty. Enrol at least one voter.
		EmptyBatch,
		/// The roll has no such unit. Units count from 0; see the roll's number of units.
		UnknownUnit {
			/// The entry of the batch.
			entry: u16,
		},
		/// The batch names this voter twice. Keep one of the entries.
		VoterTwice {
			/// The second of the entries.
			entry: u16,
		},
		/// The batch names this credential twice. Each voter needs a key of their own.
		CredentialTwice {
			/// The second of the entries.
			entry: u16,
		},
		/// This voter is on the roll. Replace the credential instead, or strike the voter off first.
		AlreadyOnRoll {
			/// The entry of the batch.
			entry: u16,
		},
		/// The chain knows this account, as a credential or in an office. Make a fresh key for each credential.
		AccountInUse {
			/// The entry of the batch; 0 for a single credential.
			entry: u16,
		},
		/// The credential is not an sr25519 public key. Only sr25519 keys can cast; make one.
		NotAnSr25519Key {
			/// The entry of the batch; 0 for a single credential.
			entry: u16,
		},
		/// No active voter of this roll has this pseudonym. Look the voter up, or enrol the person.
		NotOnRoll,
	}
}
