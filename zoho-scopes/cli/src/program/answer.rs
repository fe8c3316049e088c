//! What commands answer, or why they could not, and where they write.

use std::{fmt::Display, io, io::Write};

use zoho_scopes::report::Error;

use super::redact;

/// What a command answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Answer {
    Yes,
    No,
}

impl From<bool> for Answer {
    fn from(yes: bool) -> Self {
        if yes { Self::Yes } else { Self::No }
    }
}

/// Why a command could not answer.
pub(super) enum Failure {
    /// What was asked for makes no sense, or a file could not be used.
    Usage(String),
    /// A list from which something is to be made is invalid: the answer is no.
    Invalid(String),
    /// Output failed.
    Output(io::Error),
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

impl Failure {
    /// The list that an option gives is invalid.
    pub(super) fn invalid(which: &str, error: &Error) -> Self {
        Self::Invalid(format!("the {which} is invalid: {error}"))
    }

    /// A file that could not be read or written.
    pub(super) fn file(path: impl Display, error: &io::Error) -> Self {
        Self::Usage(redact::file_error(&path.to_string(), error))
    }
}

/// What commands return.
pub(super) type Result<T = Answer> = std::result::Result<T, Failure>;

/// Where commands write their results.
pub(super) type Out<'a> = &'a mut dyn Write;
