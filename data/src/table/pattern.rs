//! Patterns: scope names with a placeholder that one segment fills.

use crate::text::chars::is_segment;

/// Whether a segment of a scope name is a placeholder.
#[must_use]
pub fn is_placeholder(segment: &str) -> bool {
    segment.starts_with('{')
}

/// Whether a name fits a pattern: one segment for the placeholder, which is not an operation, and nothing that
/// the service has in its catalogue.
pub(crate) fn admits<'a>(
    pattern: &str,
    name: &str,
    mut siblings: impl Iterator<Item = &'a str>,
    is_operation: impl Fn(&str) -> bool,
) -> bool {
    let segments = || pattern.split('.').zip(name.split('.'));
    let same_length = pattern.split('.').count() == name.split('.').count();
    let fits = segments().all(|(segment, found)| {
        if is_placeholder(segment) {
            is_segment(found) && !is_operation(found)
        } else {
            segment.eq_ignore_ascii_case(found)
        }
    });
    same_length && fits && {
        let before: usize =
            segments().take_while(|(segment, _)| !is_placeholder(segment)).map(|(_, found)| found.len() + 1).sum();
        let filled = segments().find(|(segment, _)| is_placeholder(segment)).map_or(0, |(_, found)| found.len());
        let upto = &name[..before + filled];
        !siblings.any(|known| {
            let start = known.get(..upto.len());
            start.is_some_and(|start| start.eq_ignore_ascii_case(upto))
                && matches!(known.as_bytes().get(upto.len()), None | Some(b'.'))
        })
    }
}
