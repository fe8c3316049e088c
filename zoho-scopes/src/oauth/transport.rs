//! What the transports of this crate share.

use core::{fmt, time::Duration};

/// A request takes no longer than this, answer and all.
pub(super) const LONGEST: Duration = Duration::from_secs(30);

/// Why a transport could not deliver an answer.
#[derive(Debug)]
#[non_exhaustive]
pub enum TransportError<E> {
    /// The connection failed, was cut off, or took too long.
    Http(E),
    /// The answer is longer than any of Zoho's; the rest was not read.
    TooLarge,
}

impl<E: fmt::Display> fmt::Display for TransportError<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Http(error) => error.fmt(f),
            Self::TooLarge => f.write_str("the answer is too long to be Zoho's"),
        }
    }
}

impl<E: core::error::Error> core::error::Error for TransportError<E> {}
