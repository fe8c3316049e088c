//! What is known of Zoho Accounts, which gives the tokens that scopes are for.
//!
//! `data-centres.json` lists the data centres with their hosts, `accounts.json` the endpoints, the
//! limits and lifetimes of tokens, and the error codes. Both cite a source for every fact, as the files
//! of services do.

mod model;

use serde::de::DeserializeOwned;

pub use model::{
    Accounts, DataCentre, DataCentres, Endpoint, ErrorCode, ErrorKind, ErrorPlace, Header, LeftOut, Limit, Value,
};

use crate::files::{
    catalogue::located,
    check::{Problem, accounts, data_centres},
    error::FileErrors,
    read::read_checked,
};

/// The file of data centres that ships with this crate: name and text.
pub const DATA_CENTRES: (&str, &str) = ("data-centres.json", include_str!("../../../data-centres.json"));

/// The file of endpoints, limits and error codes that ships with this crate: name and text.
pub const ACCOUNTS: (&str, &str) = ("accounts.json", include_str!("../../../accounts.json"));

impl DataCentres {
    /// Reads and checks a file of data centres. `file` is its name in messages.
    ///
    /// # Errors
    ///
    /// Every error, with line and column: what is not of the model, no host, said twice or unsourced.
    pub fn read(file: &str, text: &str) -> Result<Self, FileErrors> {
        checked(file, text, data_centres::check)
    }
}

impl Accounts {
    /// Reads and checks a file of endpoints, limits and error codes. `file` is its name in messages.
    ///
    /// # Errors
    ///
    /// Every error, with line and column: what is not of the model, unsorted, said twice or unsourced.
    pub fn read(file: &str, text: &str) -> Result<Self, FileErrors> {
        checked(file, text, accounts::check)
    }
}

fn checked<T: DeserializeOwned>(file: &str, text: &str, check: fn(&T) -> Vec<Problem>) -> Result<T, FileErrors> {
    let model = read_checked(file, text)?;
    let errors = located(file, text, &check(&model));
    FileErrors::unless_any(model, errors)
}

/// The JSON Schemas of the two files, with the names under which they stand beside them.
#[cfg(feature = "schema")]
#[must_use]
pub fn schemas() -> [(&'static str, String); 2] {
    [
        ("data-centres.schema.json", crate::files::schema::schema_of::<DataCentres>()),
        ("accounts.schema.json", crate::files::schema::schema_of::<Accounts>()),
    ]
}
