//! The columns of tables.

use zoho_scopes_data::words;

/// A column of a [`Table`](super::Table). Its word stands in the header of CSV.
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

words! {
    Column {
        Service => "service",
        Product => "product",
        Name => "name",
        Opens => "opens",
        Operations => "operations",
        Status => "status",
        Source => "source",
        Reason => "reason",
    }
}
