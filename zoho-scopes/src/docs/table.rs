//! A table: what is in it, and how it is to look.

use alloc::{borrow::Cow, vec::Vec};
use core::fmt;

use super::{
    column::Column,
    csv, html, json, markdown,
    rows::{self, Item, Subject},
    style::{Format, Grouping, Rows, Style},
};
use crate::catalogue::{Entry, Service};

/// A documentation table, which prints in its [`Format`].
///
/// ```
/// use zoho_scopes::{Catalogue, ZohoCliq, docs::{Format, Table}};
///
/// // Everything, as one file for a spreadsheet.
/// let all = Table::of_services(Catalogue::builtin().services()).format(Format::Csv);
/// assert!(all.to_string().lines().count() > 3_000);
///
/// // What is asked for, and why.
/// let asked = Table::of_reasons([
///     (ZohoCliq::Channels::READ.scope(), "offers the channels to post to"),
///     (ZohoCliq::Webhooks::CREATE.scope(), "posts the messages"),
/// ]);
/// assert!(asked.to_string().ends_with("| documented | posts the messages |\n"));
/// ```
#[derive(Debug, Clone)]
#[must_use = "a table is printed by `to_string`"]
pub struct Table<'a> {
    /// Services that are shown whole; none where the items are a list.
    services: Option<Vec<Service>>,
    items: Vec<Item<'a>>,
    format: Format,
    columns: Vec<Column>,
    rows: Option<Rows>,
    grouping: Option<Grouping>,
    heading: u8,
    anchors: bool,
}

impl<'a> Table<'a> {
    /// The scope names of a service, with all that they offer. Patterns are listed with their placeholder.
    pub fn of(service: Service) -> Self {
        Self::of_services([service])
    }

    /// The same of several services, in this order.
    pub fn of_services(services: impl IntoIterator<Item = Service>) -> Self {
        let mut each: Vec<Service> = Vec::new();
        for service in services {
            if !each.contains(&service) {
                each.push(service);
            }
        }
        let subjects = each.iter().flat_map(|service| service.names()).flat_map(|name| {
            let scopes = name.scopes().map(|scope| Subject::Entry(Entry::Known(scope)));
            scopes.chain(name.patterns().map(Subject::Pattern))
        });
        let items = subjects.map(|subject| Item { subject, reason: "".into() }).collect();
        Self::new(Some(each), items)
    }

    /// A list of scopes, in its order; a [`ScopeSet`](crate::ScopeSet) will do.
    pub fn of_scopes(scopes: impl IntoIterator<Item = impl Into<Entry<'a>>>) -> Self {
        Self::of_reasons(scopes.into_iter().map(|scope| (scope, "")))
    }

    /// A list of scopes, in its order, each with the reason for which it is asked, in plain words.
    pub fn of_reasons(scopes: impl IntoIterator<Item = (impl Into<Entry<'a>>, impl Into<Cow<'a, str>>)>) -> Self {
        let item =
            |(entry, reason): (_, _)| Item { subject: Subject::Entry(Into::into(entry)), reason: Into::into(reason) };
        Self::new(None, scopes.into_iter().map(item).collect())
    }

    fn new(services: Option<Vec<Service>>, items: Vec<Item<'a>>) -> Self {
        let (rows, grouping) = (None, None);
        Self {
            services,
            items,
            format: Format::Markdown,
            columns: Vec::new(),
            rows,
            grouping,
            heading: 2,
            anchors: false,
        }
    }

    /// Changes what it prints as; [`Format::Markdown`] where nothing is said.
    pub fn format(self, format: Format) -> Self {
        Self { format, ..self }
    }

    /// Changes the columns and their order.
    ///
    /// Services have name, opens, operations, status and source where nothing or no column is said, lists
    /// operations, opens, status and reason. Services in one table or in CSV have the service also.
    pub fn columns(self, columns: impl IntoIterator<Item = Column>) -> Self {
        Self { columns: columns.into_iter().collect(), ..self }
    }

    /// Changes what a row is. Services have a row a scope name where nothing is said; lists and all CSV
    /// have one a scope.
    pub fn rows(self, rows: Rows) -> Self {
        Self { rows: Some(rows), ..self }
    }

    /// Changes what stands together. Services stand by themselves where nothing is said, lists in one
    /// table. CSV is always one table.
    pub fn grouping(self, grouping: Grouping) -> Self {
        Self { grouping: Some(grouping), ..self }
    }

    /// Changes the level of headings, 2 where nothing is said; with 0 there are none.
    pub fn heading(self, level: u8) -> Self {
        Self { heading: level.min(6), ..self }
    }

    /// Gives each service and each row an anchor to link to: `ZohoCliq`, `ZohoCliq.Channels`, or the wire
    /// form where a row is a scope.
    pub fn anchors(self, anchors: bool) -> Self {
        Self { anchors, ..self }
    }

    /// What it looks like, with what was not said filled in.
    fn style(&self) -> Style {
        let (of_services, csv) = (self.services.is_some(), self.format == Format::Csv);
        let rows = if of_services && !csv { Rows::Names } else { Rows::Scopes };
        let grouping = if of_services && !csv { Grouping::Service } else { Grouping::None };
        let grouping = if csv { grouping } else { self.grouping.unwrap_or(grouping) };
        let mut columns = self.columns.clone();
        if columns.is_empty() {
            use Column::{Name, Opens, Operations, Reason, Service, Source, Status};
            if of_services && grouping == Grouping::None {
                columns.push(Service);
            }
            let (of_service, of_list) =
                ([Name, Opens, Operations, Status, Source], [Operations, Opens, Status, Reason]);
            columns.extend_from_slice(if of_services { &of_service[..] } else { &of_list });
        }
        Style { columns, rows: self.rows.unwrap_or(rows), grouping, heading: self.heading, anchors: self.anchors }
    }
}

impl fmt::Display for Table<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let style = self.style();
        let sections = rows::sections(self.services.as_deref(), &self.items, &style);
        match self.format {
            Format::Markdown => markdown::write(&sections, &style, f),
            Format::Html => html::write(&sections, &style, f),
            Format::Csv => csv::write(&sections, &style, f),
            Format::Json => json::write(&sections, f),
        }
    }
}
