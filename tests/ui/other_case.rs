use zoho_scopes::{Scope, scope};

const SCOPE: Scope = scope!("zohocliq.channels.read");

fn main() {
    println!("{SCOPE}");
}
