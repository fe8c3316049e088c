//@ error: the pattern `ZohoCRM.modules.{module_api_name}.READ` admits it
//@ error: `scopes!` takes it
use zoho_scopes::{Scope, scope};

const HERE: Scope = scope!("ZohoCRM.modules.visits.READ");

fn main() {
    let _ = HERE;
}
