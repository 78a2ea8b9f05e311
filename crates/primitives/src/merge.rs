//! Which counting units are tallied together, so that no vote stands in a crowd that is too small. Protocol §6.
//!
//! Units of one region and one ballot style are merged, ascending, until a group is large enough; what is left at the end
//! joins the last group. Done twice: by voters on the roll, before anything is mixed, and with the groups that came out of
//! that by the ballots that count, before these are mixed again. A group is known by its first unit.

use alloc::{collections::BTreeMap, vec::Vec};

/// A unit, or a group of units, to be merged with its like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Crowd {
	/// Its region.
	pub region: u16,
	/// Its ballot style.
	pub style: u8,
	/// Its size: voters on the roll, or ballots that count.
	pub size: u32,
}

/// For each of the crowds, in their order, the position of the first one of its group.
///
/// Every group holds at least `at_least`, unless all crowds of its region and style together hold fewer.
pub fn merge(crowds: &[Crowd], at_least: u32) -> Vec<usize> {
	/// The groups of one region and style: the first crowd of the last full one, and the one that is being filled.
	#[derive(Default)]
	struct Filling {
		full: Option<usize>,
		open: Option<(usize, u32)>,
	}
	let mut fillings: BTreeMap<(u16, u8), Filling> = BTreeMap::new();
	let mut groups = Vec::with_capacity(crowds.len());
	for (position, crowd) in crowds.iter().enumerate() {
		let filling = fillings.entry((crowd.region, crowd.style)).or_default();
		let (first, before) = filling.open.unwrap_or((position, 0));
		let size = before.saturating_add(crowd.size);
		groups.push(first);
		if size >= at_least {
			*filling = Filling { full: Some(first), open: None };
		} else {
			filling.open = Some((first, size));
		}
	}
	let rests: BTreeMap<usize, usize> =
		fillings.into_values().filter_map(|Filling { full, open }| Some((open?.0, full?))).collect();
	groups.into_iter().map(|first| rests.get(&first).copied().unwrap_or(first)).collect()
}

#[cfg(test)]
mod tests {
	use super::*;
	use proptest::prelude::*;

	fn sizes(sizes: &[u32]) -> Vec<Crowd> {
		sizes.iter().map(|size| Crowd { region: 0, style: 0, size: *size }).collect()
	}

	#[test]
	fn large_enough_units_stay_alone() {
		assert_eq!(merge(&sizes(&[100, 250, 100]), 100), [0, 1, 2]);
		assert_eq!(merge(&sizes(&[0, 1]), 0), [0, 1]);
		assert_eq!(merge(&[], 100), Vec::<usize>::new());
	}

	#[test]
	fn small_units_are_merged_ascending_until_there_are_enough() {
		assert_eq!(merge(&sizes(&[40, 40, 40, 60, 70]), 100), [0, 0, 0, 3, 3]);
	}

	#[test]
	fn a_rest_joins_the_last_group() {
		assert_eq!(merge(&sizes(&[100, 60, 50, 10, 20]), 100), [0, 1, 1, 1, 1]);
	}

	#[test]
	fn too_few_in_all_are_one_group() {
		assert_eq!(merge(&sizes(&[10, 0, 20]), 100), [0, 0, 0]);
	}

	#[test]
	fn units_of_other_regions_and_styles_are_passed_over() {
		let crowd = |region, style| Crowd { region, style, size: 60 };
		let crowds = [crowd(0, 0), crowd(1, 0), crowd(0, 1), crowd(0, 0), crowd(1, 0), crowd(0, 0)];
		assert_eq!(merge(&crowds, 100), [0, 1, 2, 0, 1, 0]);
	}

	#[test]
	fn sizes_do_not_overflow() {
		assert_eq!(merge(&sizes(&[u32::MAX - 1, u32::MAX - 1]), u32::MAX), [0, 0]);
	}

	proptest! {
		#[test]
		fn every_group_is_of_one_kind_and_large_enough_if_it_can_be(
			crowds in prop::collection::vec((0u16..3, 0u8..2, 0u32..50), 0..40), at_least in 0u32..120,
		) {
			let crowds: Vec<Crowd> =
				crowds.into_iter().map(|(region, style, size)| Crowd { region, style, size }).collect();
			let groups = merge(&crowds, at_least);
			prop_assert_eq!(groups.len(), crowds.len());
			let mut kinds: BTreeMap<(u16, u8), Vec<u32>> = BTreeMap::new();
			for (position, first) in groups.iter().enumerate() {
				prop_assert!(*first <= position && groups[*first] == *first, "a group is known by its first");
				prop_assert_eq!((crowds[*first].region, crowds[*first].style), (crowds[position].region, crowds[position].style));
				if *first == position {
					let size = groups.iter().zip(&crowds).filter(|(of, _)| **of == *first).map(|(_, crowd)| crowd.size).sum();
					kinds.entry((crowds[position].region, crowds[position].style)).or_default().push(size);
				}
			}
			for sizes in kinds.into_values() {
				prop_assert!(sizes.len() == 1 || sizes.iter().all(|size| *size >= at_least));
			}
		}
	}
}
