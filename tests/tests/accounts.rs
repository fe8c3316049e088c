//! What is known of Zoho Accounts: data centres, limits, error codes, the header.

use std::collections::HashSet;

use strum::{EnumCount, IntoEnumIterator, VariantArray};
use zoho_scopes::{
    ScopeSet,
    accounts::{AuthorizationHeader, DataCentre, Endpoint, ErrorCode, ErrorKind, Limit},
    catalogue::Service,
    requires, scopes,
};

#[track_caller]
fn is(text: &str, centre: DataCentre) {
    assert_eq!(text.parse(), Ok(centre), "{text}");
}

#[test]
fn data_centres_are_found() {
    for centre in DataCentre::iter() {
        is(centre.as_str(), centre);
        is(&centre.as_str().to_uppercase(), centre);
        for host in [centre.accounts_host(), centre.api_host(), centre.console_host()] {
            is(host, centre);
            is(&format!("https://{host}/"), centre);
            is(&format!(" {host}\n"), centre);
        }
        assert_eq!(DataCentre::from_location(centre.as_str()), Some(centre));
        assert_eq!(DataCentre::from_accounts_server(&format!("https://{}", centre.accounts_host())), Some(centre));
        assert!(!centre.sources().is_empty());
    }
    assert_eq!(DataCentre::iter().len(), DataCentre::COUNT);
    assert_eq!(DataCentre::ALL, DataCentre::VARIANTS);
    is("com", DataCentre::UnitedStates);
    is("com.au", DataCentre::Australia);
    is("com.cn", DataCentre::China);
    is("zohocloud.ca", DataCentre::Canada);
    is("desk.zoho.eu", DataCentre::Europe);
    is("https://www.zohoapis.in/crm/v8", DataCentre::India);
    is("ZOHO.JP", DataCentre::Japan);
}

#[test]
fn what_is_no_data_centre() {
    for text in [
        "",
        "xx",
        "sg",
        "zoho",
        "evilzoho.com",
        "zoho.com.evil.example",
        "http://accounts.zoho.com",
        "accounts.zoho.ca",
        "x@accounts.zoho.com",
        "zoho.",
        "zohoapis",
        ".",
    ] {
        assert!(text.parse::<DataCentre>().is_err(), "{text}");
    }
    let error = "xx".parse::<DataCentre>().unwrap_err().to_string();
    assert!(error.starts_with("unknown data centre; known are `us`, `eu`, `in`, `au`,"), "{error}");
}

#[test]
fn doubts_are_said() {
    assert!(DataCentre::UnitedArabEmirates.disputed().is_some());
    assert_eq!(DataCentre::Europe.disputed(), None);
    assert_eq!(Endpoint::Revocation.path(), "/oauth/v2/revoke/token");
    assert!(Endpoint::iter().all(|endpoint| !endpoint.sources().is_empty()));
}

#[test]
fn the_safe_limit_is_the_least() {
    for limit in Limit::iter() {
        assert!(limit.values().iter().all(|value| value.value >= limit.safe() && !value.sources.is_empty()), "{limit}");
    }
    let values = |limit: Limit| limit.values().iter().map(|value| value.value).collect::<Vec<_>>();
    assert_eq!(values(Limit::AuthorizationCodeLifetime), [60, 120]);
    assert_eq!(values(Limit::AccessTokensPerRefreshToken), [15, 30]);
    assert_eq!((Limit::RefreshTokensPerUser.safe(), Limit::RefreshTokensPerUser.unit()), (20, "tokens"));
}

#[test]
fn error_codes_are_found() {
    for code in ErrorCode::all() {
        assert_eq!(ErrorCode::find(code.as_str()), Some(code));
        assert!(!code.cause().is_empty() && !code.remedy().is_empty() && !code.sources().is_empty(), "{code}");
    }
    let kind = |text| ErrorCode::find(text).map(ErrorCode::kind);
    assert_eq!(kind("oauth_scope_mismatch"), Some(ErrorKind::Scope));
    assert_eq!(kind("OAUTH-SCOPE-MISMATCH"), Some(ErrorKind::Scope));
    assert_eq!(kind("7218"), Some(ErrorKind::Scope));
    assert_eq!(kind("INVALID_TOKEN"), Some(ErrorKind::Token), "of an API");
    assert_eq!(kind("invalid_token"), Some(ErrorKind::Code), "of the token endpoint");
    assert_eq!(kind("Access Denied"), Some(ErrorKind::Throttled));
    assert_eq!(kind("access_denied"), Some(ErrorKind::Denied));
    assert_eq!(kind("You have made too many requests continuously"), None);
    let services: Vec<_> =
        ErrorCode::find("INVALID_OAUTHSCOPE").expect("a code").services().map(Service::as_str).collect();
    assert!(services.contains(&"WorkDrive") && services.contains(&"ZohoMail"), "{services:?}");
}

#[test]
fn advice_names_the_missing_scope() {
    let code = |text| ErrorCode::find(text).expect("a code");
    let needed = requires!(all("ZohoCRM.coql.READ", any("ZohoCRM.modules.ALL", "ZohoCRM.modules.leads.READ")));
    let granted = ScopeSet::granted("ZohoCRM.modules.ALL");
    let advice = code("OAUTH_SCOPE_MISMATCH").advice(&granted, &needed);
    assert_eq!(advice.to_string(), "the token lacks a scope that the call needs: missing `ZohoCRM.coql.READ`");
    let enough = ScopeSet::granted("ZohoCRM.coql.READ ZohoCRM.modules.ALL");
    let advice = code("OAUTH_SCOPE_MISMATCH").advice(&enough, &needed);
    assert!(advice.unmet().is_none());
    let advice = advice.to_string();
    assert!(advice.starts_with("the scopes of the token suffice as far as sources say: "), "{advice}");
    assert!(!advice.contains("lacks"), "{advice}");
    let advice = code("7218").advice_for_all(&granted, &scopes!["ZohoPeople.forms.READ"]);
    assert_eq!(advice.unmet().expect("unmet").options()[0].to_string(), "ZohoPeople.forms.READ");
}

#[test]
fn the_header_is_sensitive() {
    let header = AuthorizationHeader::new("1000.a.b");
    let value: oauth2::http::HeaderValue = (&header).try_into().expect("a header");
    assert!(value.is_sensitive());
    assert_eq!(value.as_bytes(), b"Zoho-oauthtoken 1000.a.b");
    assert_eq!(format!("{value:?} {header:?}"), "Sensitive AuthorizationHeader([redacted])");
    assert!(oauth2::http::HeaderValue::try_from(&AuthorizationHeader::new("a\r\nb: c")).is_err());
}

#[test]
fn error_codes_are_keys() {
    let codes: HashSet<ErrorCode> = ErrorCode::all().collect();
    assert_eq!(codes.len(), ErrorCode::all().len());
    assert!(codes.contains(&ErrorCode::find("oauth_scope_mismatch").expect("it is known")));
}
