//! Paths with parameters, cut into segments.

use crate::table::format::is_version_number;

/// A segment of a base or of a path below it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Segment<'a> {
    /// This very text.
    Fixed(&'a str),
    /// The version of a base: another one, or none, is matched too.
    Version(&'a str),
    /// Any one segment; the text is the parameter's name.
    Parameter(&'a str),
}

impl Segment<'_> {
    /// The label of the segment in the generated tree: fixed text is its own, the others stand in
    /// braces, so that they come last in the order of the texts.
    #[must_use]
    pub fn label(&self) -> String {
        match self {
            Self::Fixed(text) => (*text).to_owned(),
            Self::Version(version) => format!("{{{version}}}"),
            Self::Parameter(_) => "{}".to_owned(),
        }
    }
}

/// The host of a base and the segments of its path.
#[must_use]
pub fn base(base: &str) -> (&str, Vec<Segment<'_>>) {
    let (host, path) = base.split_once('/').unwrap_or((base, ""));
    let segment = |text| if is_version(text) { Segment::Version(text) } else { Segment::Fixed(text) };
    (host, path.split('/').filter(|text| !text.is_empty()).map(segment).collect())
}

/// The segments of a path below a base; none for `/`.
#[must_use]
pub fn path(path: &str) -> Vec<Segment<'_>> {
    path.split('/')
        .filter(|text| !text.is_empty())
        .map(|text| parameter(text).map_or(Segment::Fixed(text), Segment::Parameter))
        .collect()
}

/// The names of the parameters of a path, in order.
pub fn parameters(path: &str) -> impl Iterator<Item = &str> {
    path.split('/').filter_map(parameter)
}

fn parameter(segment: &str) -> Option<&str> {
    segment.strip_prefix('{')?.strip_suffix('}')
}

/// Whether a segment looks like a version: `v8`, `v2.1`.
#[must_use]
pub fn is_version(segment: &str) -> bool {
    segment.strip_prefix('v').is_some_and(is_version_number)
}

/// What a parameter is called in a pattern of the catalogue does not matter: the texts are the same but for it.
pub(crate) fn same_but_for_placeholders(one: &str, other: &str) -> bool {
    let (mut segments, mut others) = (one.split('.'), other.split('.'));
    loop {
        match (segments.next(), others.next()) {
            (None, None) => return true,
            (Some(one), Some(other)) if one == other || (parameter(one).is_some() && parameter(other).is_some()) => {}
            _ => return false,
        }
    }
}

/// The parameter of a pattern.
pub(crate) fn pattern_placeholder(scope: &str) -> Option<&str> {
    scope.split('.').find_map(parameter)
}
