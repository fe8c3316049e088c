//! What Zoho responses. It responses most errors with status 200, so the body decides.

use oauth2::HttpResponse;
use serde_json::{Map, Value};

use super::problem::{Problem, Refusal};

/// Longer responses are not read. Zoho's are of some hundred bytes.
pub const MAX_BYTES: usize = 64 * 1024;

/// The fields of a response that is not an error.
///
/// Throttling shows in `status`: `failure`, or by an `error` in words of another language: they are translated.
pub(super) fn fields(response: &HttpResponse) -> Result<Map<String, Value>, Problem> {
    let status = response.status();
    let fields = object(response)?;
    let says = |field: &str| fields.get(field).and_then(Value::as_str);
    if says("status").is_some_and(|text| text.eq_ignore_ascii_case("failure")) {
        return Err(Problem::Throttled);
    }
    match says("error") {
        Some(error) => {
            let refusal = Refusal::new(error, Some(status.as_u16())).located(says("user_location"));
            Err(if refusal.is_throttling(error) { Problem::Throttled } else { Problem::Refused(refusal) })
        }
        None if status.is_success() && !fields.contains_key("error") => Ok(fields),
        None => Err(Problem::Malformed { status: status.as_u16() }),
    }
}

/// The fields of a response, be it an error or not.
pub(super) fn object(response: &HttpResponse) -> Result<Map<String, Value>, Problem> {
    let status = response.status();
    if status.is_redirection() {
        return Err(Problem::Redirected);
    }
    if response.body().len() > MAX_BYTES {
        return Err(Problem::TooLarge);
    }
    serde_json::from_slice(response.body()).map_err(|_| Problem::Malformed { status: status.as_u16() })
}

/// The response to a revocation: an empty body will do.
pub(super) fn revoked(response: &HttpResponse) -> Result<(), Problem> {
    if response.status().is_success() && response.body().iter().all(u8::is_ascii_whitespace) {
        return Ok(());
    }
    fields(response).map(|_| ())
}
