//@ error: the placeholder `{module}` was not filled in (placeholder-left-in)
//@ error: help: replace it with a name: the pattern is `ZohoCRM.modules.{module_api_name}.READ`
use zoho_scopes::{ScopeSet, scopes};

const HERE: ScopeSet = scopes!["ZohoCRM.modules.{module}.READ"];

fn main() {
    let _ = HERE;
}
