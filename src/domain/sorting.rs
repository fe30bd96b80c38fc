//! Sorting in little room. The standard library's sort is made anew for every type that is sorted, each time some
//! kilobytes of program; here only places are sorted, by one sort, and then the items are put there. It is slower by a
//! small factor: not for what has tens of thousands of items while somebody waits.

use std::cmp::Ordering;

/// Stable sorting of lists that people read.
pub trait Sorting<T> {
    /// As `sort_by`.
    fn arrange_by(&mut self, compare: impl FnMut(&T, &T) -> Ordering);
    /// As `sort_by_key`.
    fn arrange_by_key<K: Ord>(&mut self, key: impl FnMut(&T) -> K);
    /// As `sort_by_cached_key`.
    fn arrange_by_cached_key<K: Ord>(&mut self, key: impl FnMut(&T) -> K);
}

impl<T> Sorting<T> for [T] {
    fn arrange_by(&mut self, mut compare: impl FnMut(&T, &T) -> Ordering) {
        let order = order(self.len(), &mut |a, b| compare(&self[a], &self[b]));
        put(order, &mut |a, b| self.swap(a, b));
    }

    fn arrange_by_key<K: Ord>(&mut self, mut key: impl FnMut(&T) -> K) {
        self.arrange_by(|a, b| key(a).cmp(&key(b)));
    }

    fn arrange_by_cached_key<K: Ord>(&mut self, key: impl FnMut(&T) -> K) {
        let keys: Vec<K> = self.iter().map(key).collect();
        let order = order(keys.len(), &mut |a, b| keys[a].cmp(&keys[b]));
        put(order, &mut |a, b| self.swap(a, b));
    }
}

/// Which item belongs to each place.
fn order(length: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..length).collect();
    order.sort_by(|a, b| compare(*a, *b));
    order
}

/// Swaps the items to their places, one ring of them after the other.
fn put(mut order: Vec<usize>, swap: &mut dyn FnMut(usize, usize)) {
    for start in 0..order.len() {
        let mut place = start;
        loop {
            let from = std::mem::replace(&mut order[place], place);
            if from == start || from == place {
                break;
            }
            swap(place, from);
            place = from;
        }
    }
}

#[cfg(test)]
mod tests {
    use std::cmp::Reverse;

    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::*;

    type Item = (u8, usize);

    fn sorted(items: &[Item], sort: fn(&mut Vec<Item>)) -> Vec<Item> {
        let mut items = items.to_vec();
        sort(&mut items);
        items
    }

    proptest! {
        #[test]
        fn it_sorts_as_the_standard_library_does(keys in vec(0..20_u8, 0..200)) {
            let items: Vec<Item> = keys.iter().copied().zip(0..).collect();
            let check = |arrange, sort| assert_eq!(sorted(&items, arrange), sorted(&items, sort));
            check(|all| all.arrange_by(|a, b| b.0.cmp(&a.0)), |all| all.sort_by_key(|one| Reverse(one.0)));
            check(|all| all.arrange_by_key(|one| one.0), |all| all.sort_by_key(|one| one.0));
            check(
                |all| all.arrange_by_cached_key(|one| Reverse(one.0 % 3)),
                |all| all.sort_by_cached_key(|one| Reverse(one.0 % 3)),
            );
        }
    }
}
