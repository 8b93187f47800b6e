//! Services as the catalogue keeps them: one that comes with the program is read from its file when somebody first asks for
//! it, for most starts of the program are about one service. Judges no version.

use super::built_in;
use super::read::{File, Shelf, one, shelf};
use super::service::Service;
use std::fmt;
use std::sync::LazyLock;

/// What the services that come with the program may name.
static SHELF: LazyLock<Shelf> = LazyLock::new(|| shelf(&built_in::shelf()).0);

type Read = Box<dyn FnOnce() -> Option<Service> + Send + Sync>;

/// One version of a service.
pub(super) struct Kept {
    /// The service, as its file is named.
    pub slug: String,
    /// The version, likewise.
    pub version: String,
    service: LazyLock<Option<Service>, Read>,
}

impl Kept {
    /// One that was read already.
    pub fn of(service: Service) -> Self {
        let (slug, version) = (service.slug.clone(), service.version.clone());
        Self { slug, version, service: LazyLock::new(Box::new(|| Some(service))) }
    }

    /// One that comes with the program: `services/SLUG/VERSION.toml`. A file with a fault is no service.
    fn of_file(file: File) -> Self {
        let mut parts = file.name.trim_end_matches(".toml").rsplit('/').map(str::to_owned);
        let (version, slug) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
        drop(parts);
        let read = move || {
            let (service, problems) = one(&file, &SHELF);
            service.filter(|_| problems.is_empty())
        };
        Self { slug, version, service: LazyLock::new(Box::new(read)) }
    }

    /// All that come with the program, by slug and version.
    pub fn built_in() -> Vec<Self> {
        let mut all: Vec<Self> = built_in::services().into_iter().map(Self::of_file).collect();
        all.sort_by(|a, b| (&a.slug, &a.version).cmp(&(&b.slug, &b.version)));
        all
    }

    /// The service; nothing where its file has a fault.
    pub fn get(&self) -> Option<&Service> {
        self.service.as_ref()
    }
}

impl fmt::Debug for Kept {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.slug, self.version)
    }
}

impl PartialEq for Kept {
    fn eq(&self, other: &Self) -> bool {
        (&self.slug, &self.version) == (&other.slug, &other.version) && self.get() == other.get()
    }
}

/// The filing plan that comes with the program.
pub(super) fn plan() -> super::plan::Plan {
    SHELF.plan().clone()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_service_that_comes_along_is_called_as_its_file_is_and_has_no_fault() {
        for kept in Kept::built_in() {
            let service = kept.get().unwrap_or_else(|| panic!("{kept:?} has a fault"));
            assert_eq!((&service.slug, &service.version), (&kept.slug, &kept.version));
        }
    }
}
