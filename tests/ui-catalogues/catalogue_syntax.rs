//@ error: syntax.json:2:20: key must be a string
mod own {
    zoho_scopes::catalogue!("ui-catalogues/syntax.json");
}

fn main() {}
