//@ error: `ZohoCliq.Channels` lacks an operation
//@ error: add one of the operations it offers: ALL, CREATE, READ, UPDATE, DELETE
use zoho_scopes::{Scope, scope};

const HERE: Scope = scope!("ZohoCliq.Channels");

fn main() {
    let _ = HERE;
}
