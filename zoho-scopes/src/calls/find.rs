//! From a request to its call.

use alloc::{boxed::Box, vec::Vec};

use super::{
    address::Address,
    call::Call,
    descent::{Descent, Filled},
    generated::CALLS,
    near,
    table::{CallTable, is_version},
    unknown::{Unknown, Why},
};

impl Call {
    /// The call that a request makes.
    ///
    /// `url` may be a whole URL of any data centre, a host and a path, or a path alone; the version may be another one
    /// than the catalogue's, or missing. Case does not matter in the method and the host.
    ///
    /// # Errors
    ///
    /// Why no call is known for the request. The error holds the method and the path, and never what a URL may
    /// hold also: credentials, query and fragment.
    pub fn find(method: &str, url: &str) -> Result<Self, Unknown> {
        let address = Address::of(url);
        let home = address.at_home();
        CALLS.find(method, home.as_ref().unwrap_or(&address)).map_err(|why| Unknown::new(method, &address, why))
    }

    /// The call that a request may have been meant for, where a letter of a fixed segment is wrong. A request such as
    /// `GET /books/v3/invoicess` may be found, since any segment fills a parameter, and yet be a typo.
    ///
    /// ```
    /// let meant = zoho_scopes::calls::Call::misspelled("GET", "/crm/v8/setings/fields").unwrap();
    /// assert_eq!(meant.to_string(), "GET /crm/v8/settings/fields");
    /// ```
    #[must_use]
    pub fn misspelled(method: &str, url: &str) -> Option<Self> {
        let address = Address::of(url);
        let home = address.at_home();
        CALLS.nearest(method, home.as_ref().unwrap_or(&address), near::ONE_LETTER).map(Self::open)
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
}

/// The method and the URL of a line; the method is empty where there is none.
///
/// ```
/// assert_eq!(zoho_scopes::calls::split("GET /crm/v8/Leads"), ("GET", "/crm/v8/Leads"));
/// ```
#[must_use]
pub fn split(line: &str) -> (&str, &str) {
    let line = line.trim();
    line.split_once(char::is_whitespace).map_or(("", line), |(method, url)| (method, url.trim_start()))
}

impl CallTable {
    fn find(&'static self, method: &str, address: &Address<'_>) -> Result<Call, Why> {
        let Some(method) = self.method_words.iter().position(|word| word.eq_ignore_ascii_case(method.trim())) else {
            return Err(Why::Method);
        };
        match &address.host {
            Some(host) => {
                let node = self.host(host).ok_or(Why::Host)?;
                self.find_below(node, method, address).map_err(|others| without_method(&others))
            }
            None => self.find_without_host(method, address),
        }
    }

    /// The call below a node, or those that match with other methods.
    fn find_below(&'static self, node: usize, method: usize, address: &Address<'_>) -> Result<Call, Vec<u16>> {
        let mut others = Vec::new();
        let mut call = None;
        let mut fewest_parameters = usize::MAX;
        let mut found = |node: usize, filled: &[Filled<'_>]| {
            // A path that is known with other methods only is not taken for a parameter.
            if filled.len() > fewest_parameters {
                return true;
            }
            let calls: Vec<u16> = self.calls_of(node).filter(|id| self.may_be_filled(*id, filled)).collect();
            if let Some(id) = calls.iter().copied().find(|id| usize::from(self.methods[usize::from(*id)]) == method) {
                let filled = if self.takes_up_parameters(id) { filled } else { &[] };
                call = Some(Call { id, filled: filled.iter().map(|filled| Box::from(filled.text)).collect() });
            } else if !calls.is_empty() {
                others.extend(calls);
                fewest_parameters = filled.len();
            }
            call.is_some()
        };
        Descent { table: self, segments: &address.segments, filled: Vec::new(), found: &mut found }.from(node, 0);
        call.ok_or(others)
    }

    /// Whether segments may stand for the parameters of a call. A path that begins with a module fits all paths of the
    /// API; what the API has for itself there, or other calls have as it stands, belongs to paths that are not known.
    fn may_be_filled(&'static self, id: u16, filled: &[Filled<'_>]) -> bool {
        let (Some(reserved), Some((module, others))) = (self.reserved(id), filled.split_first()) else { return true };
        // The names of modules begin with a letter, the ids of records with a digit.
        let is_id = self.takes_up_parameters(id) && module.text.starts_with(|c: char| c.is_ascii_digit());
        let is_reserved = reserved.binary_search(&module.text.to_ascii_lowercase().as_str()).is_ok()
            && !self.needs(id).is_some_and(|needs| needs.names_alone(module.text));
        let is_name = !is_id && !is_reserved && !is_version(module.text);
        is_name && !others.iter().any(|filled| filled.is_fixed_elsewhere)
    }

    fn takes_up_parameters(&'static self, id: u16) -> bool {
        self.needs(id).is_some_and(|needs| needs.takes_up_parameters())
    }

    /// The calls of each method at an address.
    pub(super) fn with_any_method(&'static self, address: &Address<'_>) -> Vec<Call> {
        self.method_words.iter().filter_map(|method| self.find(method, address).ok()).collect()
    }

    /// The call of any host: the one with the fewest parameters, if that is one.
    fn find_without_host(&'static self, method: usize, address: &Address<'_>) -> Result<Call, Why> {
        let (mut calls, mut others) = (Vec::new(), Vec::new());
        for host in self.edges_of(0) {
            match self.find_below(host + 1, method, address) {
                Ok(call) => calls.push(call),
                Err(calls) => others.extend(calls),
            }
        }
        // Of equal ones, that of the request's own version.
        let rank = |call: &Call| {
            let mut versions = call.base().split('/').filter(|segment| is_version(segment));
            let has_version = versions.all(|version| address.segments.iter().any(|segment| segment == version));
            (call.path().matches('{').count(), !has_version)
        };
        let best = calls.iter().map(rank).min();
        calls.retain(|call| Some(rank(call)) == best);
        match calls.len() {
            0 => Err(without_method(&others)),
            1 => calls.pop().ok_or(Why::Path),
            _ => Err(Why::Hosts(calls)),
        }
    }
}

/// Why no call is known where these have the path.
fn without_method(ids: &[u16]) -> Why {
    let calls: Vec<Call> = ids.iter().copied().map(Call::open).collect();
    if calls.is_empty() { Why::Path } else { Why::OtherMethods(calls) }
}
