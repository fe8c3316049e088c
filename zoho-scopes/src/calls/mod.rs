//! API calls, the scopes each needs, and the least list that is enough for several.
//!
//! ```
//! use zoho_scopes::calls::{Call, least};
//!
//! let fields = Call::find("GET", "https://www.zohoapis.eu/crm/v8/settings/fields?module=Leads")?;
//! assert_eq!(fields.to_string(), "GET /crm/v8/settings/fields");
//!
//! let currencies = Call::find("get", "/crm/v8/org/currencies")?;
//! let least = least(&[fields, currencies]);
//! assert_eq!(least.scopes().len(), 2);
//! # Ok::<(), zoho_scopes::calls::Unknown>(())
//! ```
//!
//! A request is matched by its method, host and path, segment by segment down a static tree, so the time
//! it takes does not grow with the number of calls. The host may be that of any data centre, or missing,
//! and so may the version. Of several calls that match, a fixed segment beats a hole. The query, a fragment,
//! a port and credentials are neither used nor kept.
//!
//! # The least list
//!
//! [`least`] chooses among the scopes that the calls themselves name. Of all sets that satisfy every call,
//! it gives the narrowest: the one that
//!
//! 1. reaches the fewest scopes of the catalogue, what no source rules out included: READ reaches less than
//!    ALL, and a name below another less than the upper one;
//! 2. of these, has the fewest scopes;
//! 3. of these, has the least weight, each scope adding 0 for READ, 2 for ALL and 1 for other operations, and
//!    4 if it is disputed or deprecated;
//! 4. of these, comes first in the order of its texts.
//!
//! Calls that have nothing to do with each other are solved apart, so this is exact in practice. Where a great
//! many alternatives hang together the search ends early: then the set still satisfies every call and holds
//! no scope that could be left out, and [`Least::is_exact`] says so.

mod address;
mod field;
mod least;
mod measure;
mod near;
mod needs;
mod search;
mod table;
mod unknown;

use alloc::{boxed::Box, string::String, vec::Vec};
use core::fmt;

use crate::{
    catalogue::{Scope, Service, Source},
    set::Requirement,
};

pub use least::{Least, Reason, least, least_of};
#[doc(hidden)]
pub use table::CallTable;
pub use unknown::{Unknown, Why};

use address::Address;

include!(concat!(env!("OUT_DIR"), "/calls.rs"));

/// An API call of the catalogue, as [`Call::find`] found it in a request.
///
/// It keeps nothing of the request but the segments that its scopes take up, such as a module's name.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Call {
    id: u16,
    /// What the request has for each hole, where a scope takes one up.
    filled: Vec<Box<str>>,
}

impl Call {
    /// The call that a request makes.
    ///
    /// `url` may be a whole URL of any data centre, a host and a path, or a path alone; the version may be another one
    /// than the catalogue's, or missing. Case does not matter in the method and the host.
    ///
    /// # Errors
    ///
    /// Why no call is known for the request. The error holds the method and the path, and never what a URL may
    /// hold besides: credentials, query and fragment.
    pub fn find(method: &str, url: &str) -> Result<Self, Unknown> {
        let address = Address::of(url);
        CALLS.find(method, &address).map_err(|why| Unknown::new(method, &address, why))
    }

    /// The call that a request may have been meant for, where a letter of a fixed segment is wrong. A request such as
    /// `GET /books/v3/invoicess` may be found, since any segment fills a hole, and yet be a slip of the pen. Needs the
    /// feature `suggest`.
    ///
    /// ```
    /// # #[cfg(feature = "suggest")] {
    /// let meant = zoho_scopes::calls::Call::slip("GET", "/crm/v8/setings/fields").unwrap();
    /// assert_eq!(meant.to_string(), "GET /crm/v8/settings/fields");
    /// # }
    /// ```
    #[must_use]
    pub fn slip(method: &str, url: &str) -> Option<Self> {
        CALLS.nearest(method, &Address::of(url), near::ONE_LETTER)
    }

    /// The call that a line such as `GET /crm/v8/org/currencies` makes.
    ///
    /// # Errors
    ///
    /// As [`Call::find`].
    pub fn parse(line: &str) -> Result<Self, Unknown> {
        let (method, url) = split(line);
        Self::find(method, url)
    }

    /// Every call of the catalogue, by service and path. Their holes are open.
    #[must_use]
    pub fn all() -> Vec<Self> {
        let mut calls: Vec<Self> = CALLS.ids().map(Self::open).collect();
        calls.sort_by_key(|call| (call.service().as_str(), call.base(), call.path(), call.method()));
        calls
    }

    fn open(id: u16) -> Self {
        Self { id, filled: Vec::new() }
    }

    /// The method, in capitals.
    #[must_use]
    pub fn method(&self) -> &'static str {
        CALLS.method(self.id)
    }

    /// The host, as in the data centre of the United States.
    #[must_use]
    pub fn host(&self) -> &'static str {
        let base = self.base();
        base.split_once('/').map_or(base, |(host, _)| host)
    }

    /// The path as the catalogue describes it, holes in braces: `/crm/v8/{module}`.
    #[must_use]
    pub fn template(&self) -> String {
        let (base, path) = (self.base(), self.path());
        let prefix = &base[self.host().len()..];
        [prefix, if path == "/" && !prefix.is_empty() { "" } else { path }].concat()
    }

    fn base(&self) -> &'static str {
        CALLS.base(self.id).0
    }

    fn path(&self) -> &'static str {
        CALLS.paths[usize::from(self.id)]
    }

    /// The service whose call it is.
    #[must_use]
    pub fn service(&self) -> Service {
        Service::new(&crate::services::LAYER, CALLS.base(self.id).1)
    }

    /// Where it was seen, best first.
    #[must_use]
    pub fn sources(&self) -> impl ExactSizeIterator<Item = &'static Source> {
        CALLS.sources(self.id)
    }

    /// Why its needs cannot be settled. What [`Call::requirement`] gives is what is safest then.
    #[must_use]
    pub fn unclear(&self) -> Option<&'static str> {
        table::remark(CALLS.unclear, self.id)
    }

    /// A remark of the catalogue.
    #[must_use]
    pub fn note(&self) -> Option<&'static str> {
        table::remark(CALLS.notes, self.id)
    }

    /// The scopes that the call needs. None where that is unclear, or hangs on what the request does not
    /// say: then [`Call::open_patterns`] has something.
    #[must_use]
    pub fn requirement(&self) -> Option<Requirement> {
        CALLS.needs(self.id).and_then(|needs| needs.requirement(&self.filled))
    }

    /// Patterns among its needs that the request does not fill, as with the modules that a query names.
    /// [`Call::requirement`] leaves them out.
    #[must_use]
    pub fn open_patterns(&self) -> Vec<&'static str> {
        CALLS.needs(self.id).map_or_else(Vec::new, |needs| needs.open_patterns(&self.filled))
    }

    /// Whether `scope` is among the scopes that the call names, or covers one of them, with a source.
    #[must_use]
    pub fn is_opened_by(&self, scope: Scope) -> bool {
        CALLS
            .needs(self.id)
            .is_some_and(|needs| needs.scopes().any(|needed| scope.covers(needed) == crate::catalogue::Covers::Yes))
    }
}

/// The method and the URL of a line.
pub(crate) fn split(line: &str) -> (&str, &str) {
    let line = line.trim();
    line.split_once(char::is_whitespace).map_or(("", line), |(method, url)| (method, url.trim_start()))
}

impl fmt::Display for Call {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&alloc::format!("{} {}", self.method(), self.template()))
    }
}
