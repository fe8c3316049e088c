//! Addresses that the commands of the OAuth workflow take: where the browser comes back, and servers of one's own.

use zoho_scopes::oauth::{ClientId, Endpoints, RedirectUrl};

use super::{
    answer::{Failure, Result},
    redact,
};

/// A client id that is there, and no token: that would be shown with the address.
pub(super) fn client_id(text: &str) -> Result<ClientId> {
    if text.trim().is_empty() {
        return Err(Failure::Usage("the client id is empty; the API console shows it".into()));
    }
    // Tokens and codes are `1000.` and two parts, client ids have one.
    if text.matches('.').count() > 1 && redact::has_token(text) {
        return Err(Failure::Usage("this is a token or a code, not a client id; the API console shows that".into()));
    }
    Ok(ClientId::new(text.to_owned()))
}

/// An address to which a browser may bring a code back: `https`, `http` on this machine, or the scheme of an app.
pub(super) fn redirect(text: &str) -> Result<RedirectUrl> {
    let refused = |why: &str| Err(Failure::Usage(format!("the redirect URI cannot be used: {why}")));
    if redact::has_token(text) {
        return refused("it holds a token or a code");
    }
    let redirect = RedirectUrl::new(text.to_owned())
        .map_err(|error| Failure::Usage(format!("the redirect URI is not an address: {error}")))?;
    let url = redirect.url();
    let is_loopback = matches!(url.host_str(), Some("localhost" | "127.0.0.1" | "[::1]"));
    match url.scheme() {
        _ if url.fragment().is_some() => refused("it has a fragment (`#`), which RFC 6749 forbids"),
        "https" => Ok(redirect),
        "http" if is_loopback => Ok(redirect),
        "http" => refused("`http` is for loopback addresses alone; use `https`"),
        scheme if url.is_special() || NOT_OF_APPS.contains(&scheme) => {
            refused(&format!("`{scheme}` is neither `https` nor the scheme of an app"))
        }
        _ => Ok(redirect),
    }
}

/// Schemes by which browsers run or show what the address itself holds.
const NOT_OF_APPS: [&str; 5] = ["javascript", "vbscript", "data", "blob", "about"];

/// A stand-in for an accounts server on this machine.
pub(super) fn loopback_server(text: &str) -> Result<Endpoints> {
    // Without TLS no other machine is allowed.
    if text.starts_with("http://") {
        return own_server(text);
    }
    Err(Failure::Usage("only a server on this machine can be asked instead of Zoho".into()))
}

pub(super) fn own_server(text: &str) -> Result<Endpoints> {
    Endpoints::at(text).map_err(|error| Failure::Usage(error.to_string()))
}
