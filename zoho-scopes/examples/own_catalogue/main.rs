//! A program with a catalogue file of its own, on top of the built-in catalogue.
//!
//! `cargo run --example own_catalogue`

use own::Acme;
use zoho_scopes::{Policy, Scope};

/// The scopes of services that this library does not know.
mod own {
    zoho_scopes::catalogue!("examples/own_catalogue/acme.json");
}

const READ: Scope = Acme::orders::READ.scope();

fn main() {
    println!("{READ}: {}", READ.summary());

    let both = own::catalogue_on_builtin();
    for list in ["Acme.orders.READ,ZohoCliq.Chats.READ", "Acme.order.READ"] {
        let report = both.validate(list, &Policy::LAX);
        println!("`{list}` is {}", if report.is_valid() { "valid" } else { "invalid" });
        report.diagnostics().iter().for_each(|diagnostic| println!("  {}", diagnostic.message()));
    }
}
