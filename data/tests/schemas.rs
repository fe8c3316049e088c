//! The JSON Schemas beside the files are those of the models.

use std::{env, fs};

use zoho_scopes_data::files::{accounts, calls, schema};

/// `UPDATE_SCHEMAS=1 cargo test -p zoho-scopes-data --all-features` writes them.
#[test]
fn schemas_are_current() {
    let own = [("catalogue.schema.json", schema()), ("calls.schema.json", calls::schema())];
    for (name, schema) in own.into_iter().chain(accounts::schemas()) {
        let path = format!("{}/{name}", env!("CARGO_MANIFEST_DIR"));
        if env::var_os("UPDATE_SCHEMAS").is_some() {
            fs::write(&path, &schema).expect("the schema is written");
        }
        assert!(
            fs::read_to_string(&path).is_ok_and(|written| written == schema),
            "{name} is not that of the model: UPDATE_SCHEMAS=1 writes it"
        );
    }
}
