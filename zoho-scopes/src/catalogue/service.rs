//! What is known of services and scope names, the upper two parts of a scope.

use super::{
    Completeness,
    handles::{Pattern, Scope, ScopeName, Service},
};

impl Service {
    /// The first segment of its scopes, such as `ZohoSubscriptions`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.0.name
    }

    /// Other official spellings of the service; they differ in case alone.
    #[must_use]
    pub fn aliases(self) -> &'static [&'static str] {
        self.0.aliases
    }

    /// Words people write for this service that were never valid.
    #[must_use]
    pub fn misnomers(self) -> &'static [&'static str] {
        self.0.misnomers
    }

    /// The product as its users know it, such as "Zoho Billing".
    #[must_use]
    pub fn product(self) -> &'static str {
        self.0.product
    }

    /// What the product is for.
    #[must_use]
    pub fn summary(self) -> &'static str {
        self.0.summary
    }

    /// The page that documents the scopes.
    #[must_use]
    pub fn docs_url(self) -> &'static str {
        self.0.docs
    }

    /// How much of the service the catalogue holds.
    #[must_use]
    pub fn completeness(self) -> Completeness {
        self.0.completeness
    }

    /// Addresses of the pages and tables that list all its scopes and were read to their end.
    #[must_use]
    pub fn pages_read(self) -> &'static [&'static str] {
        self.0.read
    }

    /// Pages and tables that are known to exist and were not read, or why there is none: the catalogue of the service is
    /// [complete](Completeness::Complete) where nothing is.
    #[must_use]
    pub fn pages_not_read(self) -> &'static [&'static str] {
        self.0.unread
    }

    /// The day the facts were last compared with their sources, `YYYY-MM-DD`.
    #[must_use]
    pub fn verified(self) -> &'static str {
        self.0.verified
    }

    /// The scope names, those of patterns among them, sorted without regard to case.
    pub fn names(self) -> impl Iterator<Item = ScopeName> {
        self.0.names().map(ScopeName)
    }

    /// The scopes, in the order of the catalogue file.
    pub fn scopes(self) -> impl Iterator<Item = Scope> {
        self.0.scopes().map(Scope)
    }

    /// The patterns, in the order of the catalogue file.
    pub fn patterns(self) -> impl Iterator<Item = Pattern> {
        self.names().flat_map(ScopeName::patterns)
    }
}

impl ScopeName {
    /// The name, such as `settings.fields`. A pattern's has a placeholder: `modules.{module_api_name}`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.0.as_str()
    }

    /// The service it belongs to.
    #[must_use]
    pub fn service(self) -> Service {
        Service(self.0.service())
    }

    /// What data it opens: a noun phrase.
    #[must_use]
    pub fn summary(self) -> &'static str {
        self.0.summary()
    }

    /// Whether it has a placeholder that any one segment may fill.
    #[must_use]
    pub fn is_pattern(self) -> bool {
        self.0.is_pattern()
    }

    /// Its scopes, one for each operation, in the order of the catalogue file; none if it is that of a pattern.
    pub fn scopes(self) -> impl Iterator<Item = Scope> {
        self.0.scopes().filter(|row| !row.is_pattern()).map(Scope)
    }

    /// Its patterns, one for each operation, in the order of the catalogue file; none if it has no placeholder.
    pub fn patterns(self) -> impl Iterator<Item = Pattern> {
        self.0.scopes().filter(|row| row.is_pattern()).map(Pattern)
    }
}
