//! Places for connections: so many altogether, so many from one address. Opens and closes none.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Who is here. Clones are the same.
#[derive(Debug, Clone)]
pub(super) struct Places {
    all: usize,
    each: usize,
    taken: Arc<Mutex<HashMap<IpAddr, usize>>>,
}

/// A place; free again when it is dropped.
#[derive(Debug)]
pub(super) struct Place {
    address: IpAddr,
    taken: Arc<Mutex<HashMap<IpAddr, usize>>>,
}

fn lock(taken: &Mutex<HashMap<IpAddr, usize>>) -> MutexGuard<'_, HashMap<IpAddr, usize>> {
    taken.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Places {
    /// So many, of which `each` for one address.
    pub fn new(all: usize, each: usize) -> Self {
        Self { all, each, taken: Arc::default() }
    }

    /// How many are taken.
    pub fn taken(&self) -> usize {
        lock(&self.taken).values().sum()
    }

    /// Takes one, if there is one for that address.
    pub fn take(&self, address: IpAddr) -> Option<Place> {
        let mut taken = lock(&self.taken);
        let here = taken.get(&address).copied().unwrap_or_default();
        if here >= self.each || taken.values().sum::<usize>() >= self.all {
            return None;
        }
        let _ = taken.insert(address, here + 1);
        Some(Place { address, taken: Arc::clone(&self.taken) })
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut taken = lock(&self.taken);
        if let Some(here) = taken.get_mut(&self.address) {
            *here = here.saturating_sub(1);
            if *here == 0 {
                let _ = taken.remove(&self.address);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_takes_all_places_and_all_come_back() {
        let places = Places::new(3, 2);
        let (one, two) = (IpAddr::from([10, 0, 0, 1]), IpAddr::from([10, 0, 0, 2]));
        let held: Vec<_> = (0..2).map(|_| places.take(one).expect("free")).collect();
        assert!(places.take(one).is_none(), "a third from one address");
        let other = places.take(two).expect("free");
        assert!(places.take(two).is_none(), "a fourth of three");
        drop(held);
        assert_eq!(places.taken(), 1);
        assert!(places.take(two).is_some());
        drop(other);
        assert_eq!(places.taken(), 0);
    }
}
