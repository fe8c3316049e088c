//! A program that says once, as constants, what it asks for and what each of its tasks needs.
//!
//! `cargo run --example constants`

use zoho_scopes::{Requirement, ScopeSet, ZohoCRM, requires, scopes};

/// What the consent page asks for. A misspelled scope, or one that another covers, does not compile.
/// In typed constants underscores stand for the dots of a name.
const ASKED_FOR: ScopeSet = scopes![ZohoCRM::modules_leads::READ, "ZohoCRM.settings.fields.READ", ZohoCRM.coql.READ];

/// What reading leads by query needs, as Zoho's documentation states it.
const QUERY_LEADS: Requirement =
    requires!(all(ZohoCRM.coql.READ, any(ZohoCRM.modules.ALL, ZohoCRM.modules.leads.READ)));

fn main() {
    println!("ask for scope={ASKED_FOR}");

    // What came back: the user, or Zoho, may have given less.
    for granted in ["ZohoCRM.modules.leads.READ ZohoCRM.coql.READ", "ZohoCRM.modules.leads.READ"] {
        match QUERY_LEADS.check(&ScopeSet::granted(granted)) {
            Ok(()) => println!("`{granted}` will do"),
            Err(unmet) => println!("`{granted}` will not do: {unmet}"),
        }
    }
}
