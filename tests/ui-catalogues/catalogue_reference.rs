//@ error: reference.json:6:82: `ZohoCliq.Chanels.READ` is not in the catalogue
mod own {
    zoho_scopes::catalogue!("ui-catalogues/reference.json");
}

fn main() {}
