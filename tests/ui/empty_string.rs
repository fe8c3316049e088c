//@ error: no scope given
use zoho_scopes::{Scope, scope};

const HERE: Scope = scope!("");

fn main() {
    let _ = HERE;
}
