//@ error: service `ZohoCliq` has no scope name `Chanels` (unknown-scope-name)
//@ error:                   ^^^^^^^
//@ error: did you mean `ZohoCliq.Channels.READ`?
use zoho_scopes::{Scope, scope};

const HERE: Scope = scope!("ZohoCliq.Chanels.READ");

fn main() {
    let _ = HERE;
}
