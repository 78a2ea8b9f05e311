//! What the calls and steps of a tally cost. The runtime's numbers are generated from `benchmarking.rs`.

use frame_support::weights::Weight;

/// One function per call and per step of `on_idle`.
pub trait WeightInfo {
	/// A page of `n` ciphertexts hashed and written.
	fn upload_mix_page(n: u32) -> Weight;
	/// The longest head of a list of width `w` decoded and written.
	fn upload_mix_head(w: u32) -> Weight;
	/// A page of `n` columns hashed and written.
	fn upload_mix_columns(n: u32) -> Weight;
	/// An upload sealed.
	fn close_upload() -> Weight;
	/// A page of `n` shares verified and written.
	fn upload_shares(n: u32) -> Weight;
	/// An entry of a ring and its record read; its removal, if it is stale.
	fn next_step() -> Weight;
	/// An entry of the waiting ring read and judged late.
	fn check_deadline() -> Weight;
	/// The lists of one unit of a direct election set up.
	fn open_unit() -> Weight;
	/// `n` ballots copied into a page.
	fn collect(n: u32) -> Weight;
	/// `n` entries removed.
	fn sweep(n: u32) -> Weight;
	/// A mixer or a panel chosen.
	fn invite() -> Weight;
	/// A verification begun with the longest head of a list of width `w`.
	fn verify_head(w: u32) -> Weight;
	/// A page of `n` columns verified.
	fn verify_columns(n: u32) -> Weight;
	/// A page of `n` ciphertexts verified.
	fn verify_elements(n: u32) -> Weight;
	/// A verification judged.
	fn verify_verdict() -> Weight;
	/// The table of `o` options made.
	fn make_table(o: u32) -> Weight;
	/// A page of `n` shares of one trustee decoded and subtracted.
	fn combine_shares(n: u32) -> Weight;
	/// A page of `n` selections looked up and counted.
	fn count_page(n: u32) -> Weight;
	/// `k` counters of embeddings tried.
	fn try_counters(k: u32) -> Weight;
	/// A page of `n` selections decoded, with the marks of candidates within lists added.
	fn read_marks(n: u32) -> Weight;
	/// A page of `n` rankings decoded and kept.
	fn read_rankings(n: u32) -> Weight;
	/// A page of `n` rankings decoded and compared pair by pair.
	fn read_pairs(n: u32) -> Weight;
	/// A list added to the sums of its region.
	fn close_list() -> Weight;
	/// A contest of `o` options in `r` regions decided for `s` seats from the votes of the whole country.
	fn decide(o: u32, r: u32, s: u32) -> Weight;
	/// The same, with the seats shared region by region.
	fn decide_regional(o: u32, r: u32, s: u32) -> Weight;
	/// A contest of most candidates decided by pairs.
	fn decide_pairs() -> Weight;
	/// A count of rankings begun with most candidates and regions.
	fn begin_ranked() -> Weight;
	/// A page of `n` rankings passed on.
	fn pass_rankings(n: u32) -> Weight;
	/// A stage with most candidates ended, with the longest working.
	fn close_stage() -> Weight;
	/// A contest of `o` options in `r` regions added to the result.
	fn seal(o: u32, r: u32) -> Weight;
	/// The seats of a list of most candidates filled, with the marks of `r` regions.
	fn seat_list(r: u32) -> Weight;
	/// The seats counted that lists won in `d` other contests, with most candidates.
	fn count_direct_seats(d: u32) -> Weight;
	/// The next contest found, with most contests, lots and contests that come last.
	fn next_contest() -> Weight;
	/// A member of a list of most candidates replaced, with the marks of most regions and the most vacancies before.
	fn fill_vacancy() -> Weight;
	/// The last lot recorded.
	fn record_lot() -> Weight;
	/// The next thing to be removed of an election found, and up to [`SWEEP`](crate::SWEEP) of its entries removed.
	fn remove() -> Weight;
	/// The last unit of a deniable election looked at, and all of them grouped.
	fn look_at_unit() -> Weight;
	/// Ballots and roll of a group set up.
	fn open_group() -> Weight;
	/// All groups merged and the lists of votes of one set up, with as many contests as there may be.
	fn open_votes() -> Weight;
	/// `n` ballots of one contest copied with their credentials' elements.
	fn gather_ballots(n: u32) -> Weight;
	/// `n` ciphertexts decoded.
	fn decode_ciphertexts(n: u32) -> Weight;
	/// `n` entries of the roll copied.
	fn gather_roll(n: u32) -> Weight;
	/// The votes that count copied from a page of `n` ciphertexts.
	fn gather_votes(n: u32) -> Weight;
	/// A page of `n` ciphertexts hashed, the last one of a group.
	fn digest_page(n: u32) -> Weight;
	/// A page of `n` tag shares verified and written.
	fn upload_tag_shares(n: u32) -> Weight;
	/// A page of `n` tag shares of one trustee decoded and added.
	fn sum_tag_shares(n: u32) -> Weight;
	/// A page of `n` encrypted tags encoded and written.
	fn add_tags(n: u32) -> Weight;
	/// A page of `n` tags of the roll encoded and kept.
	fn keep_roll_tags(n: u32) -> Weight;
	/// A page of `n` tags of ballots encoded and looked up, the last one of a group.
	fn match_ballots(n: u32) -> Weight;
}

/// Everything is free. For mocks only.
impl WeightInfo for () {
	fn upload_mix_page(_: u32) -> Weight {
		Weight::zero()
	}
	fn upload_mix_head(_: u32) -> Weight {
		Weight::zero()
	}
	fn upload_mix_columns(_: u32) -> Weight {
		Weight::zero()
	}
	fn close_upload() -> Weight {
		Weight::zero()
	}
	fn upload_shares(_: u32) -> Weight {
		Weight::zero()
	}
	fn next_step() -> Weight {
		Weight::zero()
	}
	fn check_deadline() -> Weight {
		Weight::zero()
	}
	fn open_unit() -> Weight {
		Weight::zero()
	}
	fn collect(_: u32) -> Weight {
		Weight::zero()
	}
	fn sweep(_: u32) -> Weight {
		Weight::zero()
	}
	fn invite() -> Weight {
		Weight::zero()
	}
	fn verify_head(_: u32) -> Weight {
		Weight::zero()
	}
	fn verify_columns(_: u32) -> Weight {
		Weight::zero()
	}
	fn verify_elements(_: u32) -> Weight {
		Weight::zero()
	}
	fn verify_verdict() -> Weight {
		Weight::zero()
	}
	fn make_table(_: u32) -> Weight {
		Weight::zero()
	}
	fn combine_shares(_: u32) -> Weight {
		Weight::zero()
	}
	fn count_page(_: u32) -> Weight {
		Weight::zero()
	}
	fn try_counters(_: u32) -> Weight {
		Weight::zero()
	}
	fn read_marks(_: u32) -> Weight {
		Weight::zero()
	}
	fn read_rankings(_: u32) -> Weight {
		Weight::zero()
	}
	fn read_pairs(_: u32) -> Weight {
		Weight::zero()
	}
	fn close_list() -> Weight {
		Weight::zero()
	}
	fn decide(_: u32, _: u32, _: u32) -> Weight {
		Weight::zero()
	}
	fn decide_regional(_: u32, _: u32, _: u32) -> Weight {
		Weight::zero()
	}
	fn decide_pairs() -> Weight {
		Weight::zero()
	}
	fn begin_ranked() -> Weight {
		Weight::zero()
	}
	fn pass_rankings(_: u32) -> Weight {
		Weight::zero()
	}
	fn close_stage() -> Weight {
		Weight::zero()
	}
	fn seal(_: u32, _: u32) -> Weight {
		Weight::zero()
	}
	fn seat_list(_: u32) -> Weight {
		Weight::zero()
	}
	fn count_direct_seats(_: u32) -> Weight {
		Weight::zero()
	}
	fn next_contest() -> Weight {
		Weight::zero()
	}
	fn fill_vacancy() -> Weight {
		Weight::zero()
	}
	fn record_lot() -> Weight {
		Weight::zero()
	}
	fn remove() -> Weight {
		Weight::zero()
	}
	fn look_at_unit() -> Weight {
		Weight::zero()
	}
	fn open_group() -> Weight {
		Weight::zero()
	}
	fn open_votes() -> Weight {
		Weight::zero()
	}
	fn gather_ballots(_: u32) -> Weight {
		Weight::zero()
	}
	fn decode_ciphertexts(_: u32) -> Weight {
		Weight::zero()
	}
	fn gather_roll(_: u32) -> Weight {
		Weight::zero()
	}
	fn gather_votes(_: u32) -> Weight {
		Weight::zero()
	}
	fn digest_page(_: u32) -> Weight {
		Weight::zero()
	}
	fn upload_tag_shares(_: u32) -> Weight {
		Weight::zero()
	}
	fn sum_tag_shares(_: u32) -> Weight {
		Weight::zero()
	}
	fn add_tags(_: u32) -> Weight {
		Weight::zero()
	}
	fn keep_roll_tags(_: u32) -> Weight {
		Weight::zero()
	}
	fn match_ballots(_: u32) -> Weight {
		Weight::zero()
	}
}
