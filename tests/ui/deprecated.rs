//@ error: use `Desk.tickets.READ`
#![deny(deprecated)]
use zoho_scopes::{Scope, scope};

const HERE: Scope = scope!("ZohoSupport.tickets.READ");

fn main() {
    let _ = HERE;
}
