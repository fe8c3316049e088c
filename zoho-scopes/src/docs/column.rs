//! The columns of tables.

/// A column of a [`Table`](super::Table).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Column {
    /// The first segment of the scope, such as `ZohoSubscriptions`.
    Service,
    /// The product as its users know it, such as "Zoho Billing".
    Product,
    /// The scope name, such as `settings.fields`.
    Name,
    /// What the scope name or the scope opens, in words.
    Opens,
    /// The wire form of each operation.
    Operations,
    /// What is to be known before it is used, and what to use instead where it is deprecated.
    Status,
    /// Where it was seen, best first.
    Source,
    /// What it is asked for.
    Reason,
}

impl Column {
    /// Every column.
    pub const ALL: &[Self] = &[
        Self::Service,
        Self::Product,
        Self::Name,
        Self::Opens,
        Self::Operations,
        Self::Status,
        Self::Source,
        Self::Reason,
    ];

    /// The word that stands for it in options and in the header of CSV.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Service => "service",
            Self::Product => "product",
            Self::Name => "name",
            Self::Opens => "opens",
            Self::Operations => "operations",
            Self::Status => "status",
            Self::Source => "source",
            Self::Reason => "reason",
        }
    }

    /// What stands above it for readers.
    pub(super) const fn heading(self, rows: super::Rows) -> &'static str {
        match (self, rows) {
            (Self::Name, _) => "scope name",
            (Self::Opens, super::Rows::Scopes) => "permits",
            (Self::Operations, super::Rows::Scopes) => "scope",
            (Self::Operations, super::Rows::Names) => "scopes",
            (other, _) => other.as_str(),
        }
    }
}
