//! # Upgrades
//!
//! The commission authorises the hash of a new runtime; anybody then submits the code itself
//! (`System::apply_authorized_upgrade`, free of charge). Neither happens while an election is between the closing of its
//! roll and its certificate: the rules of an election must not change while it is under way.

pub use pallet::*;

#[frame_support::pallet]
#[allow(clippy::module_inception)]
pub mod pallet {
	use frame_support::{pallet_prelude::*, traits::Contains};
	use frame_system::{pallet_prelude::*, SetCode};

	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// Who may authorise an upgrade.
		type UpgradeOrigin: EnsureOrigin<Self::RuntimeOrigin>;
		/// Whether the code may change now.
		type Allowed: Contains<()>;
		/// Weights of the system's own authorisation.
		type WeightInfo: frame_system::WeightInfo;
	}

	#[pallet::pallet]
	pub struct Pallet<T>(_);

	#[pallet::error]
	pub enum Error<T> {
		/// An election is between the closing of its roll and its certificate. Authorise the upgrade afterwards.
		ElectionUnderWay,
	}

	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Authorises the runtime with this hash (blake2-256 of its code).
		///
		/// - **Origin:** two thirds of the commission.
		/// - **Refuses:** [`Error::ElectionUnderWay`].
		/// - **Leaves:** the system's authorisation; name and version of the code are checked when it is applied.
		#[pallet::call_index(0)]
		#[pallet::weight(<T::WeightInfo as frame_system::WeightInfo>::authorize_upgrade())]
		pub fn authorize(origin: OriginFor<T>, code_hash: T::Hash) -> DispatchResult {
			T::UpgradeOrigin::ensure_origin(origin)?;
			ensure!(T::Allowed::contains(&()), Error::<T>::ElectionUnderWay);
			frame_system::Pallet::<T>::do_authorize_upgrade(code_hash, true);
			Ok(())
		}
	}

	/// Sets the code, unless an election is under way.
	impl<T: Config> SetCode<T> for Pallet<T> {
		fn set_code(code: alloc::vec::Vec<u8>) -> DispatchResult {
			ensure!(T::Allowed::contains(&()), Error::<T>::ElectionUnderWay);
			<() as SetCode<T>>::set_code(code)
		}
	}
}
