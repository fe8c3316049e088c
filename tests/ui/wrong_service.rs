//@ error: unknown service `ZohoClick`
//@ error: did you mean `ZohoCliq.Channels.READ`?
use zoho_scopes::{Scope, scope};

const HERE: Scope = scope!("ZohoClick.Channels.READ");

fn main() {
    let _ = HERE;
}
