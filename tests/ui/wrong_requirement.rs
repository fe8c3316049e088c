//@ error: did you mean `ZohoCRM.modules.ALL`?
use zoho_scopes::{Requirement, requires};

const HERE: Requirement = requires!(all("ZohoCRM.coql.READ", any("ZohoCRM.module.ALL")));

fn main() {
    let _ = HERE;
}
