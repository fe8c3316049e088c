//@ error: the placeholder `{module}` was not filled in (placeholder-left-in)
//@ error: help: put a name in its place: the pattern is `ZohoCRM.modules.{module_api_name}.READ`
use zoho_scopes::{ScopeSet, scopes};

const HERE: ScopeSet = scopes!["ZohoCRM.modules.{module}.READ"];

fn main() {
    let _ = HERE;
}
