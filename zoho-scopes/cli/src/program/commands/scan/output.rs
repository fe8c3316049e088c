//! What `scan` itself wrote: baselines and reports name the scopes of findings, and ask for none.

/// How baselines and reports begin, without white space.
const BEGINNINGS: [&str; 3] = [
    r#"{"version":1,"findings":[{"file":"#,
    r#"{"version":1,"files":[{"file":"#,
    concat!(
        r#"{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"tool":{"driver":{"#,
        r#""informationUri":"https://github.com/zoho-scopes/zoho-scopes""#
    ),
];
/// How the report of `--calls` begins, and what follows the number of calls.
const OF_CALLS: [&str; 2] = [r#"{"version":1,"calls":"#, r#","needs":["#];
/// No beginning is longer.
const MAX_BEGINNING: usize = 200;

pub(super) fn is_output(text: &str) -> bool {
    let head: String = text.chars().take(2 * MAX_BEGINNING).filter(|c| !c.is_whitespace()).collect();
    let of_calls = head.strip_prefix(OF_CALLS[0]).map(|rest| rest.trim_start_matches(|c: char| c.is_ascii_digit()));
    BEGINNINGS.iter().any(|beginning| head.starts_with(beginning))
        || of_calls.is_some_and(|rest| rest.starts_with(OF_CALLS[1]))
}
