//! Where to send a user for consent to a list that somebody typed.
//!
//! `cargo run --example consent_url --features oauth -- eu 'ZohoCRM.modules.leads.READ, ZohoBooks.invoices.READ'`

use std::{env, error::Error};

use zoho_scopes::{
    ScopeSet,
    accounts::DataCentre,
    oauth::{Client, ClientId, RedirectUrl},
};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [data_centre, list] = arguments.as_slice() else { return Err("usage: consent_url DATA_CENTRE LIST".into()) };
    println!("{}", consent_url(data_centre, list)?);
    Ok(())
}

/// The address, if the data centre and every scope are known. A server keeps what comes also the address
/// until the browser is back; here it is dropped.
fn consent_url(data_centre: &str, list: &str) -> Result<String, Box<dyn Error>> {
    let data_centre: DataCentre = data_centre.parse()?;
    let scopes: ScopeSet = list.parse()?;
    let redirect = RedirectUrl::new("https://app.example/callback".to_owned())?;
    let client = Client::new(ClientId::new("1000.ABC".to_owned()), redirect);
    let (url, _pending) = client.authorize(data_centre, scopes).offline().url();
    Ok(url.into())
}

#[test]
fn it_asks_the_users_data_centre_for_the_scopes() {
    let url = consent_url("eu", "ZohoCRM.modules.leads.READ, ZohoBooks.invoices.READ").expect("both are known");
    assert!(url.starts_with("https://accounts.zoho.eu/oauth/v2/auth?response_type=code&client_id=1000.ABC&"), "{url}");
    assert!(url.contains("&scope=ZohoBooks.invoices.READ%2CZohoCRM.modules.leads.READ&"), "{url}");
}

#[test]
fn it_refuses_what_zoho_would() {
    let refused = |data_centre, list| consent_url(data_centre, list).expect_err("one is unknown").to_string();
    assert!(refused("eu", "ZohoCliq.Chanels.READ").contains("`ZohoCliq.Channels.READ`"));
    assert!(refused("moon", "ZohoCliq.Channels.READ").contains("data centre"));
}
