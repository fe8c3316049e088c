//@ error: `ZohoCliq.Chanels.READ` is not a scope of the catalogue
use zoho_scopes::Scope;

const HERE: Scope = Scope::from_static("ZohoCliq.Chanels.READ");

fn main() {
    let _ = HERE;
}
