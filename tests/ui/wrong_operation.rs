//@ error: has no operation `REED`
//@ error: did you mean `ZohoCliq.Channels.READ`? `ZohoCliq.Channels` offers ALL, CREATE, READ, UPDATE, DELETE
use zoho_scopes::{Scope, scope};

const HERE: Scope = scope!("ZohoCliq.Channels.REED");

fn main() {
    let _ = HERE;
}
