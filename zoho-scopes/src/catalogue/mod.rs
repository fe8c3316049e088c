//! The set of known scopes, what is known of each, and looking texts up.

mod entry;
mod handles;
#[cfg(feature = "json")]
mod loaded;
mod scope;
mod search;
mod service;

pub use entry::{Admitted, Entry, UnknownText};
pub use handles::{Pattern, Scope, ScopeName, Service};
#[cfg(feature = "json")]
pub use loaded::{FileError, FileErrors};
pub use search::{NameFound, SearchIndex};
pub use zoho_scopes_data::{
    UnknownWord,
    table::{Completeness, Covers, Evidence, Source, SourceKind, Status},
};

use alloc::vec::Vec;
use core::fmt;

use zoho_scopes_data::{
    classify::{nearest_service, services_named},
    table::{Table, Tables},
};

/// The scopes that are known, with what is known of each.
///
/// ```
/// use zoho_scopes::{Catalogue, ZohoCliq};
///
/// let catalogue = Catalogue::builtin();
/// assert_eq!(catalogue.find("zohocliq.channels.read"), Some(ZohoCliq::Channels::READ.scope()));
/// assert_eq!(catalogue.service("ZohoCliq").map(|service| service.product()), Some("Zoho Cliq"));
/// ```
#[derive(Clone, Copy)]
pub struct Catalogue {
    pub(crate) tables: Tables,
}

impl Catalogue {
    /// The catalogue that this library is built with.
    #[must_use]
    pub const fn builtin() -> Self {
        static BUILTIN: [&Table; 1] = [&crate::services::TABLE];
        Self::of(&BUILTIN)
    }

    pub(crate) const fn of(tables: &'static [&'static Table]) -> Self {
        Self { tables: Tables::new(tables) }
    }

    /// The scope that `text` spells, in its wire form, another official spelling, or another case.
    ///
    /// Where two scopes differ in case alone, only their exact spellings find them.
    #[must_use]
    pub fn find(&self, text: &str) -> Option<Scope> {
        self.tables.find(text).map(Scope)
    }

    /// The service that `word` spells in any case.
    #[must_use]
    pub fn service(&self, word: &str) -> Option<Service> {
        self.tables.service(word).map(Service)
    }

    /// The service that a word probably means: the one that it names, or one that is near.
    ///
    /// ```
    /// let meant = zoho_scopes::Catalogue::builtin().service_like("ZohoBilling").unwrap();
    /// assert_eq!(meant.as_str(), "ZohoSubscriptions");
    /// ```
    #[must_use]
    pub fn service_like(&self, word: &str) -> Option<Service> {
        nearest_service(self.tables, word).map(Service)
    }

    /// The services that people call so: by their word, the product, a name that it had, or any of these without "Zoho".
    /// Case, spaces and marks do not matter. One product may have several services.
    ///
    /// ```
    /// let catalogue = zoho_scopes::Catalogue::builtin();
    /// let called = |name| catalogue.services_named(name).into_iter().map(|service| service.as_str()).collect::<Vec<_>>();
    /// assert_eq!(called("Zoho Billing"), ["ZohoSubscriptions"]);
    /// assert_eq!(called("crm"), ["ZohoCRM"]);
    /// assert_eq!(called("pulse"), ["zohopulse"]);
    /// ```
    #[must_use]
    pub fn services_named(&self, name: &str) -> Vec<Service> {
        services_named(self.tables, name).into_iter().map(Service).collect()
    }

    /// The services, sorted without regard to case.
    ///
    /// ```
    /// let services = zoho_scopes::Catalogue::builtin().services();
    /// assert!(services.count() > 90);
    /// ```
    pub fn services(&self) -> impl Iterator<Item = Service> + use<> {
        self.tables.services().map(Service)
    }

    /// The scopes, in output order.
    pub fn scopes(&self) -> impl Iterator<Item = Scope> + use<> {
        self.tables.scopes().map(Scope)
    }

    /// The patterns, in output order.
    pub fn patterns(&self) -> impl Iterator<Item = Pattern> + use<> {
        self.tables.rows().filter(|row| row.is_pattern()).map(Pattern)
    }

    /// The day on which any of the facts were last verified, `YYYY-MM-DD`.
    #[must_use]
    pub fn date(&self) -> &'static str {
        self.tables.all().iter().map(|table| table.date).max().unwrap_or_default()
    }
}

impl Default for Catalogue {
    /// The built-in catalogue.
    fn default() -> Self {
        Self::builtin()
    }
}

impl fmt::Debug for Catalogue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Catalogue({} scopes, {})", self.scopes().count(), self.date())
    }
}
