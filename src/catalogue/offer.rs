//! Which version of a service takes what comes in on a day: the built-in one, or one of a pack. Looks at no case.

use super::Catalogue;
use super::kept::Kept;
use super::pack::Loaded;
use super::plan::Plan;
use super::service::Service;
use crate::domain::id::Digest;
use chrono::NaiveDate;
use std::collections::BTreeSet;
use std::sync::Arc;

/// Packs beside the built-in services.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Packs {
    /// Every pack that a case may have begun with.
    known: Vec<&'static Loaded>,
    /// Those that take new cases in, the one that wins a tie first.
    offered: Vec<&'static Loaded>,
}

impl Packs {
    pub fn services(&self) -> impl Iterator<Item = &Service> {
        self.known.iter().flat_map(|pack| &pack.services)
    }
}

/// A version of a service, and the pack that it comes from.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Offer<'a> {
    /// The service.
    pub service: &'a Service,
    /// Its pack; nothing where it is built in.
    pub pack: Option<&'static Loaded>,
}

impl Catalogue {
    /// This catalogue with packs: those that can be read, and those among them that take new cases in. `offered` is in the
    /// order of precedence among equal versions; the plans of the first of them are laid over last.
    #[must_use]
    pub fn with_packs(&self, known: Vec<&'static Loaded>, offered: Vec<&'static Loaded>) -> Self {
        let plans = offered.iter().rev().filter_map(|pack| pack.plan.as_ref());
        let plan = plans.fold(self.plan.clone(), Plan::with);
        Self { services: Arc::clone(&self.services), plan, packs: Packs { known, offered } }
    }

    /// The packs that take new cases in.
    pub fn offered(&self) -> &[&'static Loaded] {
        &self.packs.offered
    }

    /// Whether the pack can be read here.
    pub fn knows(&self, pack: Digest) -> bool {
        self.packs.known.iter().any(|known| known.digest == pack)
    }

    /// The version that a case began with: of its pack where it began with one, else the built-in one.
    pub fn begun(&self, slug: &str, version: &str, pack: Option<Digest>) -> Option<&Service> {
        let Some(pack) = pack else { return self.service(slug, version) };
        let pack = self.packs.known.iter().find(|known| known.digest == pack)?;
        pack.services.iter().find(|service| service.slug == slug && service.version == version)
    }

    /// The version of a service that takes what comes in on a day: of those that have begun by then the highest. One
    /// that has ended is followed by no older one: so a pack can end a service. A pack that does not count on that day
    /// is as if it were not there.
    pub fn offer(&self, slug: &str, day: NaiveDate) -> Option<Offer<'_>> {
        let all = self.candidates(Some(slug), day).filter(|offer| offer.service.valid_from <= day);
        // The first of equal ones wins.
        let newest = all.reduce(|best, other| if newer(other, best) { other } else { best })?;
        Some(newest).filter(|offer| offer.service.is_valid_on(day))
    }

    /// The service of [`Catalogue::offer`].
    pub fn current(&self, slug: &str, day: NaiveDate) -> Option<&Service> {
        self.offer(slug, day).map(|offer| offer.service)
    }

    /// All services that take what comes in on a day, by slug.
    pub fn offers(&self, day: NaiveDate) -> Vec<Offer<'_>> {
        let slugs: BTreeSet<&str> =
            self.candidates(None, day).map(|offer| offer.service.slug.as_str()).collect();
        slugs.into_iter().filter_map(|slug| self.offer(slug, day)).collect()
    }

    /// Every version of the service, or of all, that a pack or the program has.
    fn candidates<'a>(&'a self, slug: Option<&str>, day: NaiveDate) -> impl Iterator<Item = Offer<'a>> {
        let is = move |known: &str| slug.is_none_or(|slug| slug == known);
        let packs = self.packs.offered.iter().filter(move |pack| pack.manifest.counts_on(day));
        let of_packs = packs.flat_map(move |pack| {
            let services = pack.services.iter().filter(move |service| is(&service.slug));
            services.map(move |service| Offer { service, pack: Some(*pack) })
        });
        let built_in = self.services.iter().filter(move |kept| is(&kept.slug)).filter_map(Kept::get);
        built_in.map(|service| Offer { service, pack: None }).chain(of_packs)
    }
}

fn newer(one: Offer<'_>, other: Offer<'_>) -> bool {
    one.service.version > other.service.version
}
