//@ error: `ZohoCliq.Attachments` offers READ
use zoho_scopes::{Scope, scope};

const HERE: Scope = scope!(ZohoCliq.Attachments.DELETE);

fn main() {
    let _ = HERE;
}
