//@ error: missing.json
mod own {
    zoho_scopes::catalogue!("ui-catalogues/missing.json");
}

fn main() {}
