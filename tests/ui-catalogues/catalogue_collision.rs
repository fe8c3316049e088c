//@ error: collision.json:7:5: the scope names `a.b` and `a_b` are both `a_b` in Rust
mod own {
    zoho_scopes::catalogue!("ui-catalogues/collision.json");
}

fn main() {}
