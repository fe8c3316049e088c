//! A call of the catalogue, and what is known of it.

use alloc::{boxed::Box, format, string::String, vec::Vec};
use core::fmt;

use zoho_scopes_data::table;

use super::{generated::CALLS, needs::Opening, table::remark};
use crate::{
    catalogue::{Entry, Service, Source},
    services::TABLE,
    set::Requirement,
};

/// An API call of the catalogue, as [`Call::find`] found it in a request.
///
/// It keeps nothing of the request but the segments that its scopes take up, such as a module's name.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Call {
    pub(super) id: u16,
    /// What the request has for each parameter, where a scope takes one up.
    pub(super) filled: Vec<Box<str>>,
}

impl Call {
    /// Every call of the catalogue, by service and path. Their parameters are open.
    #[must_use]
    pub fn all() -> Vec<Self> {
        let mut calls: Vec<Self> = CALLS.ids().map(Self::open).collect();
        calls.sort_by_key(|call| (call.service().as_str(), call.base(), call.path(), call.method()));
        calls
    }

    /// A call whose parameters are open.
    pub(super) fn open(id: u16) -> Self {
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

    /// The path as the catalogue describes it, parameters in braces: `/crm/v8/{module}`.
    #[must_use]
    pub fn template(&self) -> String {
        let (base, path) = (self.base(), self.path());
        let prefix = &base[self.host().len()..];
        [prefix, if path == "/" && !prefix.is_empty() { "" } else { path }].concat()
    }

    pub(super) fn base(&self) -> &'static str {
        CALLS.base(self.id).0
    }

    pub(super) fn path(&self) -> &'static str {
        CALLS.path(self.id)
    }

    /// The service whose call it is.
    #[must_use]
    pub fn service(&self) -> Service {
        Service(table::Service::new(&TABLE, CALLS.base(self.id).1))
    }

    /// Where it was seen, best first.
    #[must_use]
    pub fn sources(&self) -> impl ExactSizeIterator<Item = &'static Source> {
        CALLS.sources(self.id)
    }

    /// Why its needs cannot be settled. What [`Call::requirement`] gives is what is safest then.
    #[must_use]
    pub fn unclear(&self) -> Option<&'static str> {
        remark(CALLS.unclear, self.id)
    }

    /// A remark of the catalogue.
    #[must_use]
    pub fn note(&self) -> Option<&'static str> {
        remark(CALLS.notes, self.id)
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

    /// The calls that an entry opens, alone or with others: those that name it or what it covers, with a source. Where a
    /// pattern stands for it, the request has its module: `ZohoCRM.modules.leads.READ` opens `GET /crm/v8/Leads`. In the
    /// order of [`Call::all`].
    ///
    /// ```
    /// use zoho_scopes::{Catalogue, calls::Call};
    ///
    /// let leads = Catalogue::builtin().entry("ZohoCRM.modules.leads.READ");
    /// let opened = Call::opened_by(&leads);
    /// assert!(opened.iter().any(|call| call.request() == "GET /crm/v8/Leads"));
    /// ```
    #[must_use]
    pub fn opened_by(entry: &Entry<'_>) -> Vec<Self> {
        let opened = |call: Self| {
            let opening = CALLS.needs(call.id)?.opened_by(entry)?;
            Some(if let Opening::Filled(parameter, text) = opening { call.with(parameter, &text) } else { call })
        };
        Self::all().into_iter().filter_map(opened).collect()
    }

    /// Whether an entry opens the call, alone or with others, as [`Call::opened_by`] says.
    #[must_use]
    pub fn is_opened_by(&self, entry: &Entry<'_>) -> bool {
        let plain = |text: &str| text.replace('_', "").to_ascii_lowercase();
        match CALLS.needs(self.id).and_then(|needs| needs.opened_by(entry)) {
            Some(Opening::AsItIs) => true,
            Some(Opening::Filled(parameter, text)) => {
                let own = self.filled.get(parameter).filter(|own| !own.starts_with('{'));
                own.is_none_or(|own| plain(own) == plain(&text))
            }
            None => false,
        }
    }

    /// The call with a text for one of its parameters, in the case that other paths have it there.
    fn with(mut self, parameter: usize, text: &str) -> Self {
        let parameters = self.path().split('/').filter(|segment| segment.starts_with('{'));
        self.filled = parameters.map(Box::from).collect();
        let service = CALLS.base(self.id).1;
        let firsts =
            CALLS.ids().filter(|id| CALLS.base(*id).1 == service).filter_map(|id| CALLS.path(id).split('/').nth(1));
        let spelling = firsts.into_iter().find(|first| first.eq_ignore_ascii_case(text)).unwrap_or(text);
        if let Some(filled) = self.filled.get_mut(parameter) {
            *filled = spelling.into();
        }
        self
    }

    /// Method and path, with what fills the parameters as far as that is known: `GET /crm/v8/Leads`.
    #[must_use]
    pub fn request(&self) -> String {
        let mut filled = self.filled.iter();
        let template = self.template();
        let segment = |segment| match segment {
            parameter if str::starts_with(parameter, '{') => filled.next().map_or(parameter, |filled| filled),
            fixed => fixed,
        };
        let path: Vec<&str> = template.split('/').map(segment).collect();
        format!("{} {}", self.method(), path.join("/"))
    }
}

impl fmt::Display for Call {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{} {}", self.method(), self.template()))
    }
}
