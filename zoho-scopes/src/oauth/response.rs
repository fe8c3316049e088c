//! What Zoho answers. It sends most errors with status 200, so the body decides.

use oauth2::HttpResponse;
use serde_json::{Map, Value};

use super::problem::{Problem, Refusal};

/// Longer responses are not read. Zoho's are of some hundred bytes.
pub const MAX_BYTES: usize = 64 * 1024;

/// What a response says that is Zoho's, and not that there were too many requests.
pub(super) struct Said {
    pub(super) fields: Map<String, Value>,
    /// What its `error` says.
    pub(super) refusal: Option<Refusal>,
}

/// Reads a response.
///
/// Throttling shows in its status, by a page that may be none of Zoho's; in the field `status`: `failure`; or by an `error` in
/// words of another language: they are translated.
pub(super) fn said(response: &HttpResponse) -> Result<Said, Problem> {
    const TOO_MANY_REQUESTS: u16 = 429;
    let status = response.status();
    if status.is_redirection() {
        return Err(Problem::Redirected);
    }
    if status.as_u16() == TOO_MANY_REQUESTS {
        return Err(Problem::Throttled);
    }
    if response.body().len() > MAX_BYTES {
        return Err(Problem::TooLarge);
    }
    let malformed = Problem::Malformed { status: status.as_u16() };
    let Ok(fields) = serde_json::from_slice::<Map<String, Value>>(response.body()) else { return Err(malformed) };
    let says = |field: &str| fields.get(field).and_then(Value::as_str);
    if says("status").is_some_and(|text| text.eq_ignore_ascii_case("failure")) {
        return Err(Problem::Throttled);
    }
    let Some(error) = says("error") else {
        let is_success = status.is_success() && !fields.contains_key("error");
        return if is_success { Ok(Said { fields, refusal: None }) } else { Err(malformed) };
    };
    let refusal = Refusal::new(error, Some(status.as_u16())).located(says("user_location"));
    if refusal.is_throttling(error) { Err(Problem::Throttled) } else { Ok(Said { fields, refusal: Some(refusal) }) }
}

/// The fields of a response that is not an error.
pub(super) fn fields(response: &HttpResponse) -> Result<Map<String, Value>, Problem> {
    let Said { fields, refusal } = said(response)?;
    refusal.map_or(Ok(fields), |refusal| Err(Problem::Refused(refusal)))
}

/// The response to a revocation: an empty body will do.
pub(super) fn revoked(response: &HttpResponse) -> Result<(), Problem> {
    if response.status().is_success() && response.body().iter().all(u8::is_ascii_whitespace) {
        return Ok(());
    }
    fields(response).map(|_| ())
}
