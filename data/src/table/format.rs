//! Numbers of tables that have a meaning of their own.

/// A slot of the index that holds nothing; a call of which it is unclear what it needs.
pub const NONE: u16 = u16::MAX;

/// Words of what a call needs, higher than any id or count: any of so many parts.
pub const ANY: u16 = 65_534;
/// All of so many parts.
pub const ALL: u16 = 65_533;
/// A pattern whose placeholder a parameter of the path fills: the parameter's index, and the pattern's id.
pub const FILLED: u16 = 65_532;
/// A pattern that the request does not fill: its id.
pub const OPEN: u16 = 65_531;

/// The bits of a mark that hold the status.
pub const STATUS: u8 = 0b0011;
/// [`Status::Documented`](crate::table::Status::Documented).
pub const DOCUMENTED: u8 = 0;
/// [`Status::Observed`](crate::table::Status::Observed).
pub const OBSERVED: u8 = 1;
/// [`Status::Disputed`](crate::table::Status::Disputed). From here on there is something to say about a scope.
pub const DISPUTED: u8 = 2;
/// [`Status::Deprecated`](crate::table::Status::Deprecated).
pub const DEPRECATED: u8 = 3;
/// The bit of a mark that says that the scope is a pattern.
pub const PATTERN: u8 = 0b0100;
/// The bit of a mark that says that the scope covers others.
pub const COVERS: u8 = 0b1000;

/// Whether a text is what follows the `v` of a version in a path: `8`, `2.1`.
#[must_use]
pub fn is_version_number(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit()) && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
}
