//! What can go wrong with a response, typed, with what to do. Nothing here holds what Zoho sent but a code.

use alloc::{borrow::ToOwned, string::String};
use core::fmt;

use crate::accounts::{DataCentre, ErrorCode, ErrorKind};

/// A response that is not a success.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Problem {
    /// Zoho refused, with a code.
    Refused(Refusal),
    /// There were too many requests.
    Throttled,
    /// The response leads elsewhere. It was not followed, since the request holds secrets.
    Redirected,
    /// The response is longer than any of Zoho's.
    TooLarge,
    /// The response is none of Zoho's: cut off, or not JSON.
    Malformed {
        /// Its HTTP status.
        status: u16,
    },
    /// The response is no error, and holds no token.
    NoToken,
    /// The response is no error, and lacks a code, or an address of Zoho's where the user consents.
    NoDeviceCode,
}

impl Problem {
    /// What kind of thing is wrong, if that is known.
    #[must_use]
    pub fn kind(&self) -> Option<ErrorKind> {
        match self {
            Self::Refused(refusal) => refusal.kind(),
            Self::Throttled => Some(ErrorKind::Throttled),
            _ => None,
        }
    }

    /// Whether it is a refusal that no source describes.
    #[must_use]
    pub fn is_unknown_refusal(&self) -> bool {
        matches!(self, Self::Refused(refusal) if refusal.code.is_none())
    }

    /// What to do, as a phrase.
    #[must_use]
    pub fn help(&self) -> &'static str {
        match self {
            Self::Refused(refusal) => refusal.help(),
            Self::Throttled => "wait ten minutes, and keep an access token for its hour instead of making new ones",
            Self::Redirected => "check the address of the accounts server",
            Self::TooLarge | Self::Malformed { .. } | Self::NoToken | Self::NoDeviceCode => {
                "check that the accounts server is Zoho's, with no proxy in between; then try again"
            }
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused(refusal) => refusal.fmt(f),
            Self::Throttled => f.write_str("too many requests were made in a short time"),
            Self::Redirected => f.write_str("the response is a redirect, which is not followed with secrets"),
            Self::TooLarge => f.write_str("the response is too long to be Zoho's"),
            Self::Malformed { status } => write!(f, "the response with status {status} is not one of Zoho's"),
            Self::NoToken => f.write_str("the response holds no access token"),
            Self::NoDeviceCode => f.write_str("the response holds no codes of a device"),
        }
    }
}

impl core::error::Error for Problem {}

/// A refusal with a code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    code: Option<ErrorCode>,
    /// A word of small letters and `_`, if it is one: then it is not a secret that the response repeats.
    word: Option<String>,
    status: Option<u16>,
    location: Option<DataCentre>,
}

impl Refusal {
    pub(super) fn new(error: &str, status: Option<u16>) -> Self {
        let is_word =
            (1..=40).contains(&error.len()) && error.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
        Self { code: ErrorCode::find(error), word: is_word.then(|| error.to_owned()), status, location: None }
    }

    pub(super) fn located(mut self, code: Option<&str>) -> Self {
        self.location = code.and_then(DataCentre::from_location);
        self
    }

    /// Whether it is a sentence where a code should be: one that throttling is known to have, or one of another language
    /// than English, since that of throttling is translated.
    pub(super) fn is_throttling(&self, error: &str) -> bool {
        self.word.is_none() && self.kind().map_or(!error.is_ascii(), |kind| kind == ErrorKind::Throttled)
    }

    /// What is known of the code, if anything is.
    #[must_use]
    pub fn code(&self) -> Option<ErrorCode> {
        self.code
    }

    /// What kind of thing is wrong, if that is known.
    #[must_use]
    pub fn kind(&self) -> Option<ErrorKind> {
        self.code.map(ErrorCode::kind)
    }

    /// The HTTP status, which is 200 as a rule; none in a redirect.
    #[must_use]
    pub fn status(&self) -> Option<u16> {
        self.status
    }

    /// The data centre of the user, where the response names it.
    #[must_use]
    pub fn user_location(&self) -> Option<DataCentre> {
        self.location
    }

    /// What to do, as a phrase.
    #[must_use]
    pub fn help(&self) -> &'static str {
        self.code.map_or(
            "no source describes this code; look at the parameters, the client and its data centres",
            ErrorCode::remedy,
        )
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.code, &self.word) {
            (Some(code), _) => write!(f, "`{code}`: {}", code.cause()),
            (None, Some(word)) => write!(f, "`{word}`: a code that no source describes"),
            (None, None) => f.write_str("an error without a code, which no source describes"),
        }
    }
}

impl core::error::Error for Refusal {}

/// A request that could not be sent, or was not answered well.
#[derive(Debug)]
#[non_exhaustive]
pub enum SendError<E> {
    /// The transport failed.
    Transport(E),
    /// The response is not a success.
    Response(Problem),
}

impl<E> SendError<E> {
    /// What is wrong with the response, if there is one.
    #[must_use]
    pub fn problem(&self) -> Option<&Problem> {
        match self {
            Self::Transport(_) => None,
            Self::Response(problem) => Some(problem),
        }
    }
}

impl<E> From<Problem> for SendError<E> {
    fn from(problem: Problem) -> Self {
        Self::Response(problem)
    }
}

impl<E: fmt::Display> fmt::Display for SendError<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Transport(error) => write!(f, "the accounts server could not be reached: {error}"),
            Self::Response(problem) => problem.fmt(f),
        }
    }
}

impl<E: core::error::Error + 'static> core::error::Error for SendError<E> {
    /// What lies behind the error of the transport: that itself is in the message.
    fn source(&self) -> Option<&(dyn core::error::Error + 'static)> {
        match self {
            Self::Transport(error) => error.source(),
            Self::Response(_) => None,
        }
    }
}
