//! What is wrong with a file, and where.

use core::{fmt, iter};

/// One error in a file: of a service, of calls, or of what is known of Zoho Accounts.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct FileError {
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
    /// Whether only the order is wrong, which [`layout`](super::layout()) fixes.
    pub is_order: bool,
}

impl FileError {
    /// An error at a line and column, for whoever finds more in a file than is checked here.
    #[must_use]
    pub fn new(file: &str, (line, column): (usize, usize), message: String, expected: &str) -> Self {
        Self { file: file.to_owned(), line, column, message, expected: expected.to_owned(), is_order: false }
    }
}

impl fmt::Display for FileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}: {}", self.file, self.line, self.column, self.message)?;
        if self.expected.is_empty() { Ok(()) } else { write!(f, "; expected {}", self.expected) }
    }
}

/// All errors that were found, in the order of files and lines: one at least.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileErrors {
    first: FileError,
    rest: Vec<FileError>,
}

impl FileErrors {
    /// The value, unless there are errors.
    ///
    /// # Errors
    ///
    /// The errors, if there are any.
    pub fn unless_any<T>(value: T, errors: Vec<FileError>) -> Result<T, Self> {
        let mut errors = errors.into_iter();
        match errors.next() {
            None => Ok(value),
            Some(first) => Err(Self { first, rest: errors.collect() }),
        }
    }

    /// The errors, in order.
    pub fn iter(&self) -> impl Iterator<Item = &FileError> {
        iter::once(&self.first).chain(&self.rest)
    }
}

impl From<FileError> for FileErrors {
    fn from(first: FileError) -> Self {
        Self { first, rest: Vec::new() }
    }
}

impl IntoIterator for FileErrors {
    type Item = FileError;
    type IntoIter = iter::Chain<iter::Once<FileError>, std::vec::IntoIter<FileError>>;

    fn into_iter(self) -> Self::IntoIter {
        iter::once(self.first).chain(self.rest)
    }
}

impl fmt::Display for FileErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.first.fmt(f)?;
        self.rest.iter().try_for_each(|error| write!(f, "\n{error}"))
    }
}

impl core::error::Error for FileErrors {}
