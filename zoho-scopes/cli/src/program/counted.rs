//! Numbers of things, in words.

/// So many of something, whose word takes an `s`: `1 scope`, `2 scopes`.
pub(super) fn counted(count: usize, word: &str) -> String {
    format!("{count} {word}{}", if count == 1 { "" } else { "s" })
}
