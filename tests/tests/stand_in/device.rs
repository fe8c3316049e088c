//! The device flow: the scope that is asked for says what is to happen.

use std::{collections::HashMap, time::Duration};

use serde_json::json;
use wiremock::ResponseTemplate;
use zoho_scopes::Catalogue;

use super::{ACCESS, CLIENT_ID, CLIENT_SECRET, Counts, REFRESH, error, ok, throttled};

/// In front of the scope in the code of a device.
const CODE: &str = "5ecre7de71ce.";

/// No source records the code of this refusal.
pub const REFUSED: &str = "scope_not_registered";

pub fn codes(form: &HashMap<String, String>, counts: &Counts) -> ResponseTemplate {
    let of = |name: &str| form.get(name).map_or("", String::as_str);
    let scope = of("scope");
    let codes = ok(&json!({
        "device_code": format!("{CODE}{scope}"), "user_code": "WXYZ-1234",
        "verification_url": "https://accounts.zoho.com/oauth/v3/device",
        "verification_uri_complete": "https://accounts.zoho.com/oauth/v3/device?user_code=WXYZ-1234",
        "interval": 1, "expires_in": if scope == "ZohoCRM.files.READ" { 1000 } else { 300_000 },
    }));
    match scope.strip_prefix("ZohoStandIn.").map_or("", |rest| rest.trim_end_matches(".READ")) {
        _ if of("client_id") != CLIENT_ID => error("invalid_client"),
        _ if of("grant_type") != "device_request" => error("invalid_request"),
        "throttled" => throttled(),
        "throttled_once" if counts.next("throttled_once") == 0 => throttled(),
        "throttled_once" => codes,
        "slow" => codes.set_delay(Duration::from_millis(300)),
        "hanging" => codes.set_delay(Duration::from_secs(30)),
        "truncated" => ResponseTemplate::new(200).set_body_raw(r#"{"device_code":"5ecre7de71"#, "application/json"),
        "page" => ResponseTemplate::new(502).set_body_raw(format!("<html>{ACCESS}</html>"), "text/html"),
        "number" => ok(&json!([1])),
        "strange" => ok(&json!({"error": "brand_new_error", "error_description": "\u{1b}[2J no words"})),
        "repeats_a_secret" => error(&format!("no {ACCESS}")),
        _ if scope.split(',').all(|scope| Catalogue::builtin().find(scope).is_some()) => codes,
        _ => error(REFUSED),
    }
}

pub fn polled(form: &HashMap<String, String>, counts: &Counts) -> ResponseTemplate {
    let of = |name: &str| form.get(name).map_or("", String::as_str);
    let token = |refresh: bool| {
        let mut token =
            json!({"access_token": ACCESS, "token_type": "Bearer", "expires_in": 3600, "scope": "ZohoCliq.Chats.READ"});
        if refresh {
            token["refresh_token"] = REFRESH.into();
        }
        ok(&token)
    };
    if of("client_id") != CLIENT_ID || of("grant_type") != "device_token" {
        return error("invalid_client");
    }
    if of("client_secret") != CLIENT_SECRET {
        return error("invalid_client_secret");
    }
    let Some(scope) = of("code").strip_prefix(CODE) else { return error("invalid_code") };
    match (scope, counts.next(scope)) {
        ("ZohoCliq.Chats.READ", 0) => error("authorization_pending"),
        ("ZohoCliq.Chats.READ", 1) => error("slow_down"),
        ("ZohoCliq.Chats.READ", 2) => error("authorization_pending").set_delay(Duration::from_millis(200)),
        ("ZohoCliq.Channels.READ", 0) => ok(&json!({"user_location": "eu", "error": "other_dc"})),
        ("ZohoCliq.Chats.READ" | "ZohoCliq.Channels.READ", _) => token(true),
        ("ZohoCliq.Bots.READ", _) => error("access_denied"),
        ("ZohoCRM.users.READ", _) => error("expired"),
        ("ZohoCRM.org.READ", _) => ok(&json!({"user_location": "moon", "error": "other_dc"})),
        ("ZohoCRM.coql.READ", _) => throttled(),
        ("ZohoCRM.bulk.READ", _) => ResponseTemplate::new(200).set_body_raw(r#"{"access_token":"#, "application/json"),
        ("ZohoCRM.files.READ", _) => error("authorization_pending").set_delay(Duration::from_millis(100)),
        _ => token(false),
    }
}
