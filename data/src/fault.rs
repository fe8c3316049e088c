//! What is wrong with a file, and where.

use std::fmt;

/// One fault of a file: of a service, of calls, or of what is known of Zoho Accounts.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Fault {
    /// The file, as it was named by the caller.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The column in bytes, from 1.
    pub column: usize,
    /// What was found.
    pub message: String,
    /// What was expected, or what to do; empty where the message says it all.
    pub expected: String,
    /// Whether only the order is at fault, which [`layout`](crate::layout()) mends.
    pub is_order: bool,
}

impl Fault {
    /// A fault at a line and column, for whoever finds more in a file than is checked here.
    #[must_use]
    pub fn new(file: &str, (line, column): (usize, usize), message: String, expected: &str) -> Self {
        Self { file: file.to_owned(), line, column, message, expected: expected.to_owned(), is_order: false }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}: {}", self.file, self.line, self.column, self.message)?;
        if self.expected.is_empty() { Ok(()) } else { write!(f, "; expected {}", self.expected) }
    }
}

/// All faults that were found, in the order of files and lines; never empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Faults(pub Vec<Fault>);

impl fmt::Display for Faults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, fault) in self.0.iter().enumerate() {
            if place > 0 {
                f.write_str("\n")?;
            }
            fault.fmt(f)?;
        }
        Ok(())
    }
}

impl std::error::Error for Faults {}
