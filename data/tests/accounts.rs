//! Data centres and what is known of Zoho Accounts: without error, and every error placed.

use zoho_scopes_data::files::{
    FileErrors,
    accounts::{ACCOUNTS, Accounts, DATA_CENTRES, DataCentres},
};

#[test]
fn the_files_have_no_error() {
    let centres = DataCentres::read(DATA_CENTRES.0, DATA_CENTRES.1).unwrap_or_else(|errors| panic!("{errors}"));
    assert!(centres.data_centres.len() >= 10, "a data centre was lost");
    let accounts = Accounts::read(ACCOUNTS.0, ACCOUNTS.1).unwrap_or_else(|errors| panic!("{errors}"));
    assert!(accounts.errors.len() >= 35, "an error code was lost");
}

/// Replaces one text of the file, and gives the errors without the file's name.
#[track_caller]
fn errors<T: std::fmt::Debug>(
    file: (&str, &str),
    read: fn(&str, &str) -> Result<T, FileErrors>,
    from: &str,
    to: &str,
) -> String {
    assert!(file.1.contains(from), "`{from}` is not in the file");
    read("f", &file.1.replacen(from, to, 1)).expect_err("the file is wrong").to_string()
}

#[track_caller]
fn centre(from: &str, to: &str, expected: &str) {
    let found = errors(DATA_CENTRES, DataCentres::read, from, to);
    assert!(found.lines().any(|line| line.ends_with(expected)), "{found}");
    assert!(found.lines().all(|line| line.starts_with("f:") && line.split(':').nth(2).is_some()), "{found}");
}

#[track_caller]
fn known(from: &str, to: &str, expected: &str) {
    let found = errors(ACCOUNTS, Accounts::read, from, to);
    assert!(found.lines().any(|line| line.ends_with(expected)), "{found}");
}

#[test]
fn errors_of_data_centres() {
    let host = r#""accounts": "accounts.zoho.eu""#;
    centre(
        host,
        r#""accounts": "accounts.zoho.eu.evil.example""#,
        "`accounts.zoho.eu.evil.example` is not a host of this data centre; expected one below the domain `zoho`",
    );
    centre(host, r#""accounts": "accounts.zoho.eu/x""#, "expected one below the domain `zoho`");
    centre(
        host,
        r#""accounts": "accounts.zoho.com""#,
        "`accounts.zoho.com` is also in `us`; expected each host and code once",
    );
    centre(r#""code": "eu""#, r#""code": "EU""#, "`EU` is not a code; expected small letters, as `location` has them");
    centre(r#""code": "sg""#, r#""code": "eu""#, "`eu` is left out and listed; expected one of the two");
    centre(
        r#""creator-go","#,
        r#""creator-goo","#,
        "no source is called `creator-goo`; expected a key of `sources`, perhaps `creator-go`",
    );
    centre(
        r#""name": "Europe""#,
        r#""nam": "Europe""#,
        "unknown field `nam`, expected one of `code`, `name`, `accounts`, `api`, `console`, `domains`, `from`, `disputed`",
    );
}

#[test]
fn errors_of_accounts() {
    known(
        r#""path": "/oauth/v2/token""#,
        r#""path": "oauth/v2/token""#,
        "`oauth/v2/token` is not a path; expected a path from the root",
    );
    known(
        r#"{"value": 120,"#,
        r#"{"value": 20,"#,
        "the values of `authorization-code-lifetime` do not rise; expected one or more, each once",
    );
    known(r#""code": "57""#, r#""code": "957""#, "`7218` is out of order; expected it before `957`");
    known(
        r#""services": ["ZohoPeople"]"#,
        r#""services": ["ZohoPeeple"]"#,
        "`ZohoPeeple` is not a service of the catalogue; expected a service as its scopes name it",
    );
    known(r#""from": ["accounts-revoke"]"#, r#""from": []"#, "nothing says so; expected a source");
    known(
        r#""kind": "throttled""#,
        r#""kind": "slow""#,
        "expected one of `client`, `secret`, `redirect`, `code`, `scope`, `token`, `denied`, `throttled`, `organisation`, `permission`, `session`, `pending`, `data-centre`, `request`, `server`",
    );
    known(
        r#""code": "invalid_code""#,
        r#""code": "invalid_client""#,
        "`invalid_client` is described twice; expected each spelling once",
    );
}
