//! A web service that takes scope lists from its customers, and answers with all that is wrong and what is missing.

use axum::{Json, Router, http::StatusCode, routing::post};
use serde_json::{Value, json};
use zoho_scopes::{Catalogue, Policy, ScopeSet, scopes};

/// What this service needs of its customers' tokens.
const NEEDED: ScopeSet = scopes!["ZohoBooks.invoices.READ", "ZohoBooks.contacts.READ"];

/// Lists longer than this are refused.
const POLICY: Policy = Policy::LAX.max_bytes(10_000).max_entries(200);

/// `POST /scopes` with a list as its body.
pub fn service() -> Router {
    Router::new().route("/scopes", post(check))
}

async fn check(list: String) -> (StatusCode, Json<Value>) {
    let report = Catalogue::builtin().validate(&list, &POLICY);
    let status = if report.is_valid() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let missing = report.to_set().missing(&NEEDED);
    (status, Json(json!({ "report": report, "missing": missing })))
}

#[cfg(test)]
mod tests {
    use axum::{
        body::Body,
        http::{Request, StatusCode},
    };
    use http_body_util::BodyExt;
    use serde_json::{Value, json};
    use tower::ServiceExt;

    async fn answer(list: &str) -> (StatusCode, Value) {
        let request = Request::post("/scopes").body(Body::from(list.to_owned())).expect("a request");
        let answer = super::service().oneshot(request).await.expect("an answer");
        let status = answer.status();
        let body = answer.into_body().collect().await.expect("a body").to_bytes();
        (status, serde_json::from_slice(&body).expect("JSON"))
    }

    #[tokio::test]
    async fn a_good_list_is_answered_with_what_is_missing() {
        let (status, answer) = answer("ZohoBooks.contacts.ALL, ZohoBooks.bills.READ").await;
        assert_eq!(status, StatusCode::OK);
        assert_eq!(answer["report"]["valid"], true);
        assert_eq!(answer["missing"], json!(["ZohoBooks.invoices.READ"]));
    }

    #[tokio::test]
    async fn every_mistake_is_answered_with_its_place_and_its_fix() {
        let (status, answer) = answer("ZohoBooks.invioces.READ ZohoBooks.contacts.LIST").await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
        let diagnostics = answer["report"]["diagnostics"].as_array().expect("diagnostics");
        let found: Vec<_> = diagnostics.iter().map(|diagnostic| (&diagnostic["code"], &diagnostic["span"])).collect();
        assert_eq!(
            found,
            [(&json!("unknown-scope-name"), &json!([10, 18])), (&json!("unknown-operation"), &json!([43, 47]))]
        );
        assert_eq!(diagnostics[0]["suggestion"], json!({ "span": [10, 18], "replacement": "invoices" }));
    }

    #[tokio::test]
    async fn a_list_beyond_the_limits_is_refused() {
        let (status, answer) = answer(&"ZohoBooks.".repeat(2_000)).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(answer["report"]["diagnostics"][0]["code"], "too-long");
    }
}
