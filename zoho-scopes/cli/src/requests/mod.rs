//! API calls that people have in hand, in whatever form, for the page and for the program: each call once, each request
//! that is not known once.

mod curl;
pub(crate) mod finder;
mod form;
mod har;
mod http_file;
mod log;
mod not_known;
mod openapi;
mod postman;
mod request;
mod url;

use std::collections::{HashMap, HashSet};

use zoho_scopes::{
    accounts::DataCentre,
    calls::{Call, Unknown, split, without_secrets},
};

pub(crate) use self::{
    form::Form,
    not_known::{NotKnown, Typo},
    request::Request,
};
use self::{
    request::is_method,
    url::{Variables, plain},
};

/// What requests are, in the order in which each was seen first.
pub(crate) struct Requests {
    pub(crate) calls: Vec<Call>,
    /// For each call the requests that make it, as messages show them.
    pub(crate) written: Vec<Written>,
    pub(crate) unknown: Vec<Unknown>,
    /// The number of requests that are not known and not listed.
    pub(crate) more_unknown: usize,
    /// Calls that fit because any segment fills a placeholder, and those that may have been meant.
    pub(crate) typos: Vec<Typo>,
    /// Requests to hosts that have no calls, those of others and of Zoho Accounts, and to addresses that do not exist.
    pub(crate) elsewhere: usize,
    /// Lines without a request.
    pub(crate) unreadable: usize,
    most_unknown: usize,
    seen: HashMap<Call, usize>,
    messages: HashSet<String>,
}

/// The requests that make a call.
#[derive(Default)]
pub(crate) struct Written {
    pub(crate) requests: Vec<String>,
    /// The number of others.
    pub(crate) more: usize,
}

/// A text of more lines was not typed.
const MAX_TYPED: usize = 20;
/// So many requests of one call are kept.
const MAX_WRITTEN: usize = 5;

impl Requests {
    /// None yet; of more unknown ones than `most_unknown` only the number will be kept.
    pub(crate) fn new(most_unknown: usize) -> Self {
        Self {
            calls: Vec::new(),
            written: Vec::new(),
            unknown: Vec::new(),
            more_unknown: 0,
            typos: Vec::new(),
            elsewhere: 0,
            unreadable: 0,
            most_unknown,
            seen: HashMap::new(),
            messages: HashSet::new(),
        }
    }

    /// Adds the requests of a text in this form, or in that which its content says.
    pub(crate) fn add_text(&mut self, text: &str, form: Option<Form>) -> Result<(), String> {
        let form = form.unwrap_or_else(|| Form::of(url::beginning(text, HEAD)));
        let unreadable = |what: &'static str| move |error| format!("this is not {what}: {error}");
        match form {
            Form::Lines => text.lines().for_each(|line| self.add_line(line)),
            Form::Log => text.lines().for_each(|line| self.add_logged(line)),
            Form::Har => har::requests(text)
                .map_err(unreadable("a HAR file"))?
                .iter()
                .for_each(|(request, is_lost)| self.add_recorded(request, *is_lost)),
            Form::Openapi => self.add_all(&openapi::requests(text).map_err(unreadable("an OpenAPI file"))?),
            Form::Postman => self.add_all(&postman::requests(text).map_err(unreadable("a Postman collection"))?),
            Form::Curl => self.add_all(&curl::requests(text)),
            Form::Http => self.add_all(&http_file::requests(text)),
            Form::Text => {
                let before = (self.calls.len(), self.messages.len(), self.elsewhere);
                self.add_found_in(text);
                let is_empty = before == (self.calls.len(), self.messages.len(), self.elsewhere);
                // What a person typed is reported line by line.
                if is_empty && text.lines().count() <= MAX_TYPED {
                    text.lines().for_each(|line| self.add_line(line));
                }
            }
        }
        Ok(())
    }

    /// Adds what was given as one request: a line, or a text in another form.
    #[cfg(feature = "program")]
    pub(crate) fn add_argument(&mut self, text: &str) -> Result<(), String> {
        if text.trim().is_empty() {
            return Err("the call is empty; write `GET /path`".to_owned());
        }
        self.add_text(text, None)
    }

    /// Adds the requests that stand anywhere in a text.
    pub(crate) fn add_found_in(&mut self, text: &str) {
        let requests: Vec<Request> = finder::find(text).into_iter().map(|found| found.request).collect();
        self.add_all(&requests);
    }

    /// Adds the request of a line; empty lines and those with `#` in front have none.
    pub(crate) fn add_line(&mut self, line: &str) {
        let line = line.trim();
        if !line.is_empty() && !line.starts_with('#') {
            let (method, url) = split(line);
            self.add(method, url);
        }
    }

    /// Adds the request of a line of an access log.
    pub(crate) fn add_logged(&mut self, line: &str) {
        match log::request(line) {
            Some((request, is_lost)) => self.add_recorded(&request, is_lost),
            None => self.unreadable += usize::from(!line.trim().is_empty()),
        }
    }

    /// Adds a request that somebody wrote. One that was found because any segment fills a placeholder may be a typo.
    pub(crate) fn add(&mut self, method: &str, url: &str) {
        let plain = plain(url, &Variables::new());
        // What is no method is reported with the text as it stands.
        let url = if is_method(method.trim()) { plain.as_str() } else { url };
        self.add_written(method, url, Call::find(method, url));
    }

    fn add_written(&mut self, method: &str, url: &str, found: Result<Call, Unknown>) {
        let typo = found.as_ref().ok().and_then(|call| typo(call, method, url));
        self.typos.extend(typo.filter(|typo| !self.typos.contains(typo)));
        self.add_found(found, || without_secrets(method, url));
    }

    /// Adds requests that stand among others, which may go to hosts without calls.
    fn add_all(&mut self, requests: &[Request]) {
        for Request { method, url } in requests {
            match Call::find(method, url) {
                found if is_elsewhere(url, &found) => self.elsewhere += 1,
                found => self.add_written(method, url, found),
            }
        }
    }

    /// Adds a request that was recorded: it may go to no API, or to an address that does not exist. Where a call is known
    /// the address does, and what it named was gone. Only a request that was lost may have a typo.
    fn add_recorded(&mut self, Request { method, url }: &Request, is_lost: bool) {
        match Call::find(method, url) {
            found if is_elsewhere(url, &found) => self.elsewhere += 1,
            Err(_) if is_lost => self.elsewhere += 1,
            found if is_lost => self.add_written(method, url, found),
            found => self.add_found(found, || without_secrets(method, url)),
        }
    }

    fn add_found(&mut self, found: Result<Call, Unknown>, shown: impl Fn() -> String) {
        match found {
            Ok(call) => {
                let place = *self.seen.entry(call).or_insert_with_key(|call| {
                    self.calls.push(call.clone());
                    self.written.push(Written::default());
                    self.calls.len() - 1
                });
                self.written[place].add(shown());
            }
            Err(unknown) => {
                let message = unknown.to_string();
                if self.messages.contains(&message) {
                    return;
                }
                if self.unknown.len() == self.most_unknown {
                    self.more_unknown += 1;
                    return;
                }
                self.messages.insert(message);
                self.unknown.push(unknown);
            }
        }
    }
}

/// The form of a text shows in so much of it.
pub(crate) const HEAD: usize = 64 * 1024;

impl Written {
    fn add(&mut self, request: String) {
        if self.requests.contains(&request) {
        } else if self.requests.len() < MAX_WRITTEN {
            self.requests.push(request);
        } else {
            self.more += 1;
        }
    }
}

/// Whether a request goes to a host that has no calls. Where accounts live tokens are had, which takes no scope.
fn is_elsewhere(url: &str, found: &Result<Call, Unknown>) -> bool {
    let host = url.split_once("://").map_or("", |(_, rest)| rest.split(['/', '?', ':']).next().unwrap_or_default());
    let is_accounts = || DataCentre::ALL.iter().any(|centre| centre.accounts_host() == host);
    found.as_ref().is_err_and(|unknown| unknown.is_elsewhere() || is_accounts())
}

/// What a request may have meant, if the call that it is taken for has placeholders.
fn typo(call: &Call, method: &str, url: &str) -> Option<Typo> {
    let taken = call.to_string();
    let meant = taken.contains('{').then(|| Call::misspelled(method, url)).flatten()?;
    Some(Typo { call: taken, meant: meant.to_string() })
}
