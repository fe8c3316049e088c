//@ error: `{module}` is not a segment of a scope
//@ error: segments consist of ASCII letters, digits, `_` and `-`
use zoho_scopes::{ScopeSet, scopes};

const HERE: ScopeSet = scopes!["ZohoCRM.modules.{module}.READ"];

fn main() {
    let _ = HERE;
}
