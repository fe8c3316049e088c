//@ error: the wire form is `ZohoCliq.Channels.READ`
use zoho_scopes::{Scope, scope};

const HERE: Scope = scope!("zohocliq.channels.read");

fn main() {
    let _ = HERE;
}
