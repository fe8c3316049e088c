//@ error: did you mean `ZohoCliq.Channels.READ`?
use zoho_scopes::{Scope, scope};

const HERE: Scope = scope!(ZohoCliq.Chanels.READ);

fn main() {
    let _ = HERE;
}
