//@ error: `REED` is not an operation of `ZohoCliq.Channels` (unknown-operation)
//@ error: did you mean `ZohoCliq.Channels.READ`? it offers ALL, CREATE, READ, UPDATE, DELETE
use zoho_scopes::{Scope, scope};

const HERE: Scope = scope!("ZohoCliq.Channels.REED");

fn main() {
    let _ = HERE;
}
