//@ error: `ZohoCliq.Attachments` does not offer `DELETE` (operation-not-offered)
//@ error: help: it offers READ
use zoho_scopes::{Scope, scope};

const HERE: Scope = scope!(ZohoCliq.Attachments.DELETE);

fn main() {
    let _ = HERE;
}
