//! How a wire name becomes a Rust identifier.

/// Words that must be written `r#word` to be names, in any edition up to 2024.
const KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn", "else", "enum",
    "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro", "match", "mod", "move",
    "mut", "override", "priv", "pub", "ref", "return", "static", "struct", "trait", "true", "try", "type", "typeof",
    "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// The identifier for one part of a wire form.
///
/// Case is kept, what no identifier may hold becomes `_`, keywords become raw, and the four that cannot
/// be raw get a trailing `_`.
#[must_use]
pub fn rust_name(wire: &str) -> String {
    let mut name: String = wire.chars().map(|c| if c.is_ascii_alphanumeric() || c == '_' { c } else { '_' }).collect();
    if name.is_empty() || name.starts_with(|c: char| c.is_ascii_digit()) {
        name.insert(0, '_');
    }
    match name.as_str() {
        "self" | "Self" | "super" | "crate" | "_" => name.push('_'),
        keyword if KEYWORDS.contains(&keyword) => name.insert_str(0, "r#"),
        _ => {}
    }
    name
}

/// The enum that holds the scopes of a service whose scopes have no dots.
pub const WORD_ENUM: &str = "Word";

/// Module, enum and variant of a scope, where the files give no Rust names of their own.
#[must_use]
pub fn rust_path(service: &str, name: &str, operation: Option<&str>) -> [String; 3] {
    match operation {
        Some(operation) => [service, name, operation].map(rust_name),
        None => [service, WORD_ENUM, name].map(rust_name),
    }
}
