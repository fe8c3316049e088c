//! The built-in catalogue, as the library has it: the same table, asked through the same engine.

use std::sync::OnceLock;

use zoho_scopes_data::{
    files::{Catalogue, Rows, calls::Calls},
    table::{Row, Table, Tables},
};

/// The table, and the files behind it, which know Rust's names.
pub(crate) struct Builtin {
    catalogue: &'static Catalogue,
    rows: Rows<'static>,
    pub(crate) tables: Tables,
    explaining: OnceLock<Tables>,
}

impl Builtin {
    fn read() -> Result<Self, String> {
        let catalogue: &'static Catalogue =
            Box::leak(Box::new(Catalogue::builtin().map_err(|errors| errors.to_string())?));
        let rows = catalogue.rows().map_err(|error| error.to_string())?;
        let tables = leaked(&rows);
        Ok(Self { catalogue, rows, tables, explaining: OnceLock::new() })
    }

    /// The table with the calls too, by which wrong names are explained: they are read once something is wrong.
    pub(crate) fn explaining(&self) -> Tables {
        *self.explaining.get_or_init(|| {
            let calls = Calls::builtin().ok();
            let rows = calls.and_then(|calls| Some(calls.beside(self.catalogue.rows().ok()?)));
            rows.map_or(self.tables, |rows| leaked(&rows))
        })
    }

    /// Module, enum and variant of a scope.
    pub(crate) fn rust_path(&self, row: Row) -> [String; 3] {
        self.rows.scopes[usize::from(row.id)].scope.rust_path()
    }
}

fn leaked(rows: &Rows<'_>) -> Tables {
    let tables: &'static [&'static Table] = Box::leak(Box::new([rows.leaked_table()]));
    Tables::new(tables)
}

/// The catalogue, read once in the life of the compiler process.
pub(crate) fn builtin() -> Result<&'static Builtin, String> {
    static BUILTIN: OnceLock<Result<Builtin, String>> = OnceLock::new();
    BUILTIN.get_or_init(Builtin::read).as_ref().map_err(Clone::clone)
}
