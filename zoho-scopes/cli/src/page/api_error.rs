//! The error of an API that stands in a text.

use serde::Serialize;

use crate::api_error::code_in;

/// What an error means, and what to do.
#[derive(Serialize)]
pub(super) struct ApiError {
    code: &'static str,
    cause: &'static str,
    remedy: &'static str,
}

impl ApiError {
    pub(super) fn of(text: &str) -> Option<Self> {
        code_in(text).map(|code| Self { code: code.as_str(), cause: code.cause(), remedy: code.remedy() })
    }
}
