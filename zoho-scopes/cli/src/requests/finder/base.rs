//! Where the addresses of a text begin: constants that hold a base, and paths that only calls of one host have.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

use zoho_scopes::calls::{Call, Why, bases, is_base, is_below_base};
use zoho_scopes_data::text::words::words;

use super::{
    super::{
        request::METHODS,
        url::{Variables, beginning, is_version, plain},
    },
    literal::Literal,
};

/// What a text says of its bases.
pub(super) struct Bases {
    /// Names that are given an address.
    pub(super) variables: Variables,
    /// The one base of the text, to which a client may add paths.
    only: Option<String>,
    beginnings: BTreeMap<&'static str, BTreeSet<&'static str>>,
}

impl Bases {
    pub(super) fn of(text: &str, literals: &[Literal]) -> Self {
        let mut variables = Variables::new();
        let mut named = BTreeMap::new();
        for literal in literals.iter().filter(|literal| literal.text.contains("://")) {
            let Some(name) = name_before(text, literal) else { continue };
            let url = plain(&literal.text, &variables);
            if is_base(&url) {
                let base = url.trim_end_matches('/');
                named.entry(in_any_data_centre(base)).or_insert_with(|| base.to_owned());
            }
            variables.insert(name, url);
        }
        let only = named.pop_first().filter(|_| named.is_empty()).map(|(_, base)| base);
        Self { variables, only, beginnings: beginnings() }
    }

    /// The address of a literal, and whether it stands there as a whole; none where it is no address of calls.
    pub(super) fn address(&self, text: &str, literal: &Literal) -> Option<(String, bool)> {
        let url = plain(&literal.text, &self.variables);
        if url.split('/').any(|segment| is_open(segment) || is_left_out(segment)) || is_page(&url) {
            return None;
        }
        let is_written_out = literal.text.starts_with("http") || literal.text.starts_with('/');
        let is_relative = !url.starts_with(['/', '{']);
        let (host, rest) = match url.split_once("://") {
            Some((_, rest)) => rest.split_once('/').unwrap_or((rest, "")),
            None if is_relative => ("", url.as_str()),
            None => url.split_once('/')?,
        };
        let is_variable = host.starts_with('{');
        if !host.is_empty() && !is_variable {
            return (url.contains("://") && is_of_calls(&url)).then_some((url, is_written_out));
        }
        // Without a host the path has to tell whose it is.
        let mut segments = rest.split('/');
        let (first, second) = (segments.next().unwrap_or_default(), segments.next());
        if let Some(behind) = self.beginnings.get(first).filter(|_| second.is_some()) {
            let path = format!("/{rest}");
            let is_call = second.is_some_and(|second| may_follow(second, behind)) && is_below_base(&path);
            return is_call.then_some((path, !is_relative));
        }
        let name = variable_joined_before(text, literal).and_then(|name| self.variables.get(&name));
        let base = name.or(self.only.as_ref())?;
        // Servers have paths of their own, and other clients.
        let whole = format!("{}{url}", base.trim_end_matches('/'));
        let is_known = || METHODS.iter().any(|method| Call::find(method, &whole).is_ok_and(|call| names(&call, &url)));
        (url.starts_with('/') && is_below_base(&whole) && (name.is_some() || is_known())).then_some((whole, false))
    }
}

/// What bases of all data centres have in common: the first label of the host, and the path.
fn in_any_data_centre(base: &str) -> (String, String) {
    let (_, rest) = base.split_once("://").unwrap_or_default();
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    (host.split('.').next().unwrap_or_default().to_owned(), path.to_owned())
}

/// Whether a path is that of a call by its own words. What fills a parameter at its beginning is a module, which has a capital.
fn names(call: &Call, path: &str) -> bool {
    let template = call.template();
    let first = template.rsplit('/').nth(path.matches('/').count().saturating_sub(1)).unwrap_or_default();
    !first.starts_with('{') || path[1..].starts_with(|c: char| c.is_ascii_uppercase())
}

/// The first segments of paths that calls of one service alone have, so that they tell it, and what follows each in bases.
pub(super) fn beginnings() -> BTreeMap<&'static str, BTreeSet<&'static str>> {
    let mut services: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    let mut behind: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (base, service) in bases() {
        let mut segments = base.split('/').skip(1);
        let Some(first) = segments.next() else { continue };
        services.entry(first).or_default().insert(service.as_str());
        behind.entry(first).or_default().insert(segments.next().unwrap_or_default());
    }
    let is_telling = |first: &str| first.len() > 2 && !first.contains("api") && !is_version(first);
    behind.retain(|first, _| services[first].len() == 1 && is_telling(first));
    behind
}

/// Whether a segment may be the second where bases have these: another version, or a placeholder of one.
fn may_follow(second: &str, behind: &BTreeSet<&str>) -> bool {
    let name = second.strip_prefix('{').and_then(|name| name.strip_suffix('}')).map(str::to_ascii_lowercase);
    let names_version = match &name {
        Some(name) => name == "x" || name.starts_with('v') || name.contains("version"),
        None => is_version(second),
    };
    behind.contains("") || behind.contains(second) || (names_version && behind.iter().any(|other| is_version(other)))
}

/// Whether a variable may hold several segments: what stands behind the version, or is called a path.
fn is_open(segment: &str) -> bool {
    let behind_version = is_version(segment) && segment.contains('{');
    let name = segment.strip_prefix('{').and_then(|name| name.strip_suffix('}')).unwrap_or_default();
    let is_path =
        |word: &str| ["path", "endpoint", "uri", "url", "route"].iter().any(|path| word.eq_ignore_ascii_case(path));
    behind_version || words(name).any(is_path)
}

/// Whether an ellipsis stands for a part of a path.
fn is_left_out(segment: &str) -> bool {
    segment.starts_with("...") || segment.starts_with('…')
}

/// Whether an address is one of a page about calls.
fn is_page(url: &str) -> bool {
    let path = url.split(['?', '#']).next().unwrap_or_default();
    let is_of_pages = |segment: &str| matches!(segment, "help" | "docs" | "api-docs" | "apidoc");
    let extension = Path::new(path).extension();
    extension.is_some_and(|extension| extension == "html" || extension == "htm") || path.split('/').any(is_of_pages)
}

/// Whether a URL is one of calls: its host has some. Where accounts live no API is.
fn is_of_calls(url: &str) -> bool {
    if is_base(url) {
        return true;
    }
    let (_, host) = url.split_once("://").unwrap_or_default();
    let is_accounts = url.contains("/oauth/");
    !is_accounts
        && host.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '{')
        && !Call::find("GET", url).is_err_and(|unknown| *unknown.why() == Why::Host)
}

/// The name that is given a literal: `NAME = "…"`, `name: "…"`, `'name' => '…'`, `define('NAME', '…')`.
pub(super) fn name_before(text: &str, literal: &Literal) -> Option<String> {
    literal.quote?;
    let before = end(text, literal.span.start - 1);
    let before = without_type(before).trim_end_matches(|c: char| c.is_ascii_alphabetic()).trim_end();
    let before = ["=>", ":=", "=", ":", ","].iter().find_map(|sign| before.strip_suffix(sign))?.trim_end();
    identifier(before.trim_end_matches(['"', '\'', '`']))
}

/// Functions without a capital that make a value of a literal.
const MAKERS: [&str; 5] = ["create", "format", "parse", "sprintf", "url"];

/// Without what makes a value of the literal: `URI(`, `new URL(`, `fmt.Sprintf(`, `format!(`.
pub(super) fn without_type(before: &str) -> &str {
    let Some(rest) = before.strip_suffix('(').map(|rest| rest.trim_end_matches('!')) else { return before };
    let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | ':');
    let start = rest.trim_end_matches(is_part).len();
    let last = rest[start..].rsplit(['.', ':']).next().unwrap_or_default();
    let is_type = last.starts_with(|c: char| c.is_ascii_uppercase()) || MAKERS.contains(&last);
    let before_type = rest[..start].trim_end();
    if is_type { before_type.strip_suffix("new").unwrap_or(before_type).trim_end() } else { before }
}

/// The variable that a literal is joined to: `BASE + "/…"`.
fn variable_joined_before(text: &str, literal: &Literal) -> Option<String> {
    literal.quote?;
    let before = end(text, literal.span.start - 1).trim_end();
    let before = before.strip_suffix(['+', '.', '&'])?.trim_end();
    identifier(before)
}

/// The identifier at the end of a text; a type may stand behind it.
fn identifier(text: &str) -> Option<String> {
    let name = &text[without_identifier(text).len()..];
    name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_').then(|| name.to_owned())
}

/// What stands before the identifier at the end of a text.
pub(super) fn without_identifier(text: &str) -> &str {
    text.trim_end_matches(|c: char| c.is_ascii_alphanumeric() || c == '_')
}

/// The end of what stands before a place.
fn end(text: &str, place: usize) -> &str {
    let from = place.saturating_sub(100);
    let from = (from..=place).find(|from| text.is_char_boundary(*from)).unwrap_or(place);
    beginning(&text[from..place], 100)
}
