//! Requests for which no call is known, and what may have been meant.

use alloc::{
    borrow::{Cow, ToOwned},
    string::String,
    vec::Vec,
};
use core::fmt;

use super::{address::Address, call::Call, generated::CALLS, guess::Place, near::ANY};
use crate::{
    catalogue::{Scope, Service},
    set::Requirement,
};

/// A request for which no call is known. It holds the method, the host and the path, and nothing that may be secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unknown {
    method: String,
    host: Option<String>,
    segments: Vec<String>,
    why: Why,
}

/// Why no call is known for a request.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Why {
    /// The method is missing, or no word that is one.
    Method,
    /// No call is made to this host.
    Host,
    /// No call has such a path.
    Path,
    /// Calls have such a path, with other methods.
    OtherMethods(Vec<Call>),
    /// Without a host the path may belong to any of these calls.
    Hosts(Vec<Call>),
}

/// A message quotes no more than this of a path.
const MAX_QUOTED: usize = 200;

impl Unknown {
    pub(super) fn new(method: &str, address: &Address<'_>, why: Why) -> Self {
        let segments = address.segments.iter().map(|segment| segment.as_ref().to_owned()).collect();
        let method = method.trim().to_ascii_uppercase();
        Self { method, host: address.host.clone(), segments, why }
    }

    /// Why it is not known.
    #[must_use]
    pub fn why(&self) -> &Why {
        &self.why
    }

    /// Whether the request goes to a host that is none of a data centre: it is not an API call at all.
    #[must_use]
    pub fn is_elsewhere(&self) -> bool {
        self.host.as_deref().is_some_and(|host| !CALLS.is_of_data_centre(host))
    }

    /// The call whose path is nearest, if one is near enough to be meant: with a segment or two misspelled.
    #[must_use]
    pub fn nearest(&self) -> Option<Call> {
        CALLS.nearest(&self.method, &self.address(), ANY).map(Call::open)
    }

    /// The service whose API the request is made to, if host and path tell it.
    ///
    /// ```
    /// use zoho_scopes::calls::Call;
    ///
    /// let unknown = Call::parse("GET https://www.zohoapis.eu/crm/v8/settings/nothing").unwrap_err();
    /// assert_eq!(unknown.service().map(|service| service.as_str()), Some("ZohoCRM"));
    /// assert!(unknown.guesses().iter().all(|scope| scope.as_str().starts_with("ZohoCRM.settings.")));
    /// ```
    #[must_use]
    pub fn service(&self) -> Option<Service> {
        Place::of(&self.address()).map(|place| place.service)
    }

    /// Scopes of that service that the request may need, the likeliest first, three at most: a guess by calls
    /// whose paths begin so, and by the words of the path. It is no answer to what the request needs.
    #[must_use]
    pub fn guesses(&self) -> Vec<Scope> {
        Place::of(&self.address()).map(|place| place.guesses(&self.method)).unwrap_or_default()
    }

    /// What may help: the methods that are known, the hosts, or the nearest call.
    #[must_use]
    pub fn help(&self) -> Option<String> {
        let joined = |calls: &[Call], text: &dyn Fn(&Call) -> String| {
            let mut texts: Vec<String> = calls.iter().map(text).collect();
            texts.sort();
            texts.dedup();
            texts.join(", ")
        };
        match &self.why {
            Why::Method if self.method.is_empty() => Some(self.help_without_method()),
            Why::Method => None,
            Why::OtherMethods(calls) => Some("known: ".to_owned() + &joined(calls, &|call| alloc::format!("`{call}`"))),
            Why::Hosts(calls) => {
                Some("it may be of ".to_owned() + &joined(calls, &|call| alloc::format!("`{}`", call.host())))
            }
            Why::Host | Why::Path => self
                .nearest()
                .map(|call| alloc::format!("did you mean `{} {}{}`?", call.method(), call.host(), call.template())),
        }
    }

    /// What each method that is known of the path needs.
    fn help_without_method(&self) -> String {
        let calls = CALLS.with_any_method(&self.address());
        let needs: Vec<String> = calls.iter().filter_map(|call| Some((call, call.requirement()?))).map(needs).collect();
        if needs.is_empty() { "write `GET /path`".to_owned() } else { needs.join("; ") }
    }

    /// Where calls are looked for: below a base, also where the request has another address of it.
    fn address(&self) -> Address<'_> {
        let written = self.written();
        written.at_home().unwrap_or(written)
    }

    fn written(&self) -> Address<'_> {
        let segments = self.segments.iter().map(|segment| Cow::Borrowed(segment.as_str())).collect();
        Address { host: self.host.clone(), segments }
    }

    /// The request, without what may be secret, on one line.
    fn request(&self) -> String {
        shown(&self.written())
    }
}

/// A request on one line as messages repeat it: method, host and path, without credentials, query and fragment.
///
/// ```
/// let shown = zoho_scopes::calls::without_secrets("get", "https://me:pw@www.zohoapis.com/crm/v8/Leads?token=1");
/// assert_eq!(shown, "GET www.zohoapis.com/crm/v8/Leads");
/// ```
#[must_use]
pub fn without_secrets(method: &str, url: &str) -> String {
    alloc::format!("{} {}", quoted(&method.trim().to_ascii_uppercase()), shown(&Address::of(url)))
}

fn shown(address: &Address<'_>) -> String {
    let path: String = address.segments.iter().flat_map(|segment| ["/", segment.as_ref()]).collect();
    let host = address.host.as_deref().unwrap_or_default();
    quoted(&[host, if path.is_empty() { "/" } else { &path }].concat())
}

fn needs((call, requirement): (&Call, Requirement)) -> String {
    alloc::format!("{} needs {requirement}", call.method())
}

/// The beginning of a text, on one line, without what would end a quotation.
fn quoted(text: &str) -> String {
    let plain = |c: char| if c.is_control() || c == '`' { char::REPLACEMENT_CHARACTER } else { c };
    let end = if text.chars().nth(MAX_QUOTED).is_some() { "…" } else { "" };
    text.chars().take(MAX_QUOTED).map(plain).chain(end.chars()).collect()
}

impl fmt::Display for Unknown {
    /// The message. [`Unknown::help`] is apart from it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let request = self.request();
        let method = quoted(&self.method);
        match &self.why {
            // What is no path and no method may be anything, a header with its secret for one.
            Why::Method if method.is_empty() && self.host.is_none() && self.segments.len() < 2 => {
                f.write_str("the request has no method")
            }
            Why::Method if method.is_empty() => write!(f, "`{request}` has no method"),
            Why::Method if self.method.len() > 10 || !self.method.bytes().all(|byte| byte.is_ascii_alphabetic()) => {
                f.write_str("the request does not begin with a method")
            }
            Why::Method => write!(f, "`{method}` is not a method of an API call"),
            Why::Host => {
                write!(f, "no call is known to the host `{}`", quoted(self.host.as_deref().unwrap_or_default()))
            }
            Why::Path => write!(f, "no call is known for `{method} {request}`"),
            Why::OtherMethods(_) => write!(f, "no call is known for `{method} {request}` with this method"),
            Why::Hosts(calls) => write!(f, "`{method} {request}` is a call of {} hosts", calls.len()),
        }
    }
}

impl core::error::Error for Unknown {}
