//! What a redirect may hold, and which servers are asked.

use std::time::SystemTime;

use zoho_scopes::{
    accounts::{DataCentre, ErrorKind},
    oauth::{CsrfToken, Endpoints, Pending, RedirectError, Token},
};

use super::{REQUESTED, stand_in::REDIRECT};

fn pending() -> Pending {
    Pending::new(CsrfToken::new("the-state".into()), DataCentre::UnitedStates, REQUESTED)
}

#[track_caller]
fn refused(query: &str, expected: &RedirectError) {
    for redirect in [format!("{REDIRECT}?{query}"), query.to_owned()] {
        assert_eq!(&pending().accept(&redirect).expect_err("refused"), expected, "{redirect}");
    }
}

#[track_caller]
fn accepted(query: &str, centre: DataCentre) {
    let grant = pending().accept(&format!("{REDIRECT}?{query}")).expect("accepted");
    assert_eq!((grant.data_centre(), grant.code().secret().as_str()), (centre, "c"), "{query}");
}

#[test]
fn redirects() {
    accepted("state=the-state&code=c", DataCentre::UnitedStates);
    accepted("code=c&location=eu&state=the-state#x", DataCentre::Europe);
    accepted("state=the-state&code=c&location=ca&accounts-server=https://accounts.zohocloud.ca", DataCentre::Canada);
    accepted("state=the-state&code=c&accounts-server=https%3A%2F%2Faccounts.zoho.com.cn%2F", DataCentre::China);

    let empty = Pending::new(CsrfToken::new(String::new()), DataCentre::Europe, REQUESTED);
    assert_eq!(empty.accept("state=&code=c").expect_err("refused"), RedirectError::WrongState);
    for state in ["", "state=", "state=the-stat", "state=the-state2", "state=THE-STATE"] {
        refused(&format!("{state}&code=c&location=eu"), &RedirectError::WrongState);
    }
    refused("state=the-state&location=eu", &RedirectError::NoCode);
    refused("state=the-state&code=", &RedirectError::NoCode);
    refused("state=the-state&code=c&location=xx", &RedirectError::UnknownServer);
    refused(
        "state=the-state&code=c&location=eu&accounts-server=https://accounts.zoho.in",
        &RedirectError::Contradiction,
    );
    refused("state=the-state&state=x&code=c", &RedirectError::Repeated);
    refused("state=the-state&code=c&code=d", &RedirectError::Repeated);
    refused(&format!("state=the-state&code={}", "c".repeat(20_000)), &RedirectError::TooLong);

    let denied = pending().accept("error=access_denied&state=the-state").expect_err("denied");
    let RedirectError::Refused(refusal) = &denied else { panic!("{denied:?}") };
    assert_eq!(refusal.kind(), Some(ErrorKind::Denied));
    let no_org = pending().accept("https://app.example/callback?error=no_org").expect_err("refused");
    assert!(no_org.to_string().starts_with("`no_org`: the user has no account in a service"), "{no_org}");
    refused("error=access_denied&state=other", &RedirectError::WrongState);
}

/// Neither a code nor a secret goes to a server that is not on the list.
#[test]
fn forged_accounts_servers() {
    for server in [
        "https://evil.example",
        "http://accounts.zoho.com",
        "https://accounts.zoho.com.evil.example",
        "https://accounts.zoho.com@evil.example",
        "https://evil.example/accounts.zoho.com",
        "https://accounts.zoho.com:8443",
        "https://accounts.zoho.com//",
        "https://accounts.zoho.com/x",
        "https://accounts.zoho.com?x",
        "https://accounts.zoho.com%00.evil.example",
        "https://accounts.zоho.com",
        "https://accounts.zoho.ca",
        "https://accounts.zoho.sg",
        "https://desk.zoho.com",
        "//accounts.zoho.com",
        "accounts.zoho.com",
        " https://accounts.zoho.com",
        "",
    ] {
        let query = oauth2::url::form_urlencoded::Serializer::new(String::new())
            .extend_pairs([("state", "the-state"), ("code", "c"), ("accounts-server", server)])
            .finish();
        refused(&query, &RedirectError::UnknownServer);
    }
}

#[test]
fn no_redirect_panics() {
    let parts = [
        "code",
        "state",
        "the-state",
        "=",
        "&",
        "%",
        "%2",
        "%ff",
        "?",
        "#",
        "accounts-server",
        "é",
        "\u{0}",
        "location",
        ";",
    ];
    for _ in 0..2000 {
        let text: String = (0..fastrand::usize(..12)).map(|_| parts[fastrand::usize(..parts.len())]).collect();
        drop(pending().accept(&text));
        drop(Token::from_answer(text.as_bytes(), DataCentre::Europe, SystemTime::UNIX_EPOCH));
        let _: Result<DataCentre, _> = text.parse();
        drop(Endpoints::at(&text));
    }
}

#[test]
fn own_servers_need_tls_or_this_machine() {
    for safe in ["https://accounts.example:8443/iam", "http://127.0.0.1:8080", "http://[::1]", "http://localhost:1/"] {
        assert!(Endpoints::at(safe).is_ok(), "{safe}");
    }
    for unsafe_one in [
        "http://accounts.zoho.com",
        "http://127.0.0.1.evil.example",
        "http://localhost.evil.example",
        "http://10.0.0.1",
        "https://user:secret@accounts.example",
        "https://accounts.example?x",
        "https://accounts.example#x",
        "ftp://127.0.0.1",
        "accounts.example",
        "",
    ] {
        assert!(Endpoints::at(unsafe_one).is_err(), "{unsafe_one}");
    }
}
