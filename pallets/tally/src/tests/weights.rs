//! Weights that count steps.
#![allow(missing_docs)]

use crate::WeightInfo;
use frame_support::weights::Weight;

/// One unit of weight for each step, nothing for planning it.
pub struct OneEach;
const ONE: Weight = Weight::from_parts(1, 0);
impl WeightInfo for OneEach {
	fn upload_mix_page(_: u32) -> Weight {
		ONE
	}
	fn upload_mix_head(_: u32) -> Weight {
		ONE
	}
	fn upload_mix_columns(_: u32) -> Weight {
		ONE
	}
	fn close_upload() -> Weight {
		ONE
	}
	fn upload_shares(_: u32) -> Weight {
		ONE
	}
	fn next_step() -> Weight {
		Weight::zero()
	}
	fn check_deadline() -> Weight {
		Weight::zero()
	}
	fn open_unit() -> Weight {
		ONE
	}
	fn collect(_: u32) -> Weight {
		ONE
	}
	fn sweep(_: u32) -> Weight {
		ONE
	}
	fn invite() -> Weight {
		ONE
	}
	fn verify_head(_: u32) -> Weight {
		ONE
	}
	fn verify_columns(_: u32) -> Weight {
		ONE
	}
	fn verify_elements(_: u32) -> Weight {
		ONE
	}
	fn verify_verdict() -> Weight {
		ONE
	}
	fn make_table(_: u32) -> Weight {
		ONE
	}
	fn combine_shares(_: u32) -> Weight {
		Weight::zero()
	}
	fn count_page(_: u32) -> Weight {
		ONE
	}
	fn try_counters(k: u32) -> Weight {
		Weight::from_parts(super::mock::CounterWeight::get() * u64::from(k), 0)
	}
	fn read_marks(_: u32) -> Weight {
		ONE
	}
	fn read_rankings(_: u32) -> Weight {
		ONE
	}
	fn read_pairs(_: u32) -> Weight {
		ONE
	}
	fn close_list() -> Weight {
		ONE
	}
	fn decide(_: u32, _: u32, _: u32) -> Weight {
		ONE
	}
	fn decide_regional(_: u32, _: u32, _: u32) -> Weight {
		ONE
	}
	fn decide_pairs() -> Weight {
		ONE
	}
	fn begin_ranked() -> Weight {
		ONE
	}
	fn pass_rankings(_: u32) -> Weight {
		ONE
	}
	fn close_stage() -> Weight {
		ONE
	}
	fn seal(_: u32, _: u32) -> Weight {
		ONE
	}
	fn seat_list(_: u32) -> Weight {
		ONE
	}
	fn count_direct_seats(_: u32) -> Weight {
		Weight::zero()
	}
	fn next_contest() -> Weight {
		Weight::zero()
	}
	fn fill_vacancy() -> Weight {
		ONE
	}
	fn record_lot() -> Weight {
		ONE
	}
	fn remove() -> Weight {
		ONE
	}
	fn look_at_unit() -> Weight {
		ONE
	}
	fn open_group() -> Weight {
		ONE
	}
	fn open_votes() -> Weight {
		ONE
	}
	fn gather_ballots(_: u32) -> Weight {
		ONE
	}
	fn gather_roll(_: u32) -> Weight {
		ONE
	}
	fn gather_votes(_: u32) -> Weight {
		ONE
	}
	fn digest_page(_: u32) -> Weight {
		ONE
	}
	fn upload_tag_shares(_: u32) -> Weight {
		ONE
	}
	fn add_tags(_: u32) -> Weight {
		ONE
	}
	fn keep_roll_tags(_: u32) -> Weight {
		ONE
	}
	fn match_ballots(_: u32) -> Weight {
		ONE
	}
	fn decode_ciphertexts(_: u32) -> Weight {
		Weight::zero()
	}
	fn sum_tag_shares(n: u32) -> Weight {
		Weight::from_parts(super::mock::TagShareWeight::get() * u64::from(n), 0)
	}
}
