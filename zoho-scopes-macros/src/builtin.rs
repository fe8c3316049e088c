//! The built-in catalogue, as the library has it: the same table, asked through the same engine.

use std::sync::OnceLock;

use zoho_scopes_data::{
    files::{Catalogue, Rows},
    table::{Row, Table, Tables},
};

/// The table, and the files behind it, which know Rust's names.
pub(crate) struct Builtin {
    rows: Rows<'static>,
    pub(crate) tables: Tables,
}

impl Builtin {
    fn read() -> Result<Self, String> {
        let catalogue: &'static Catalogue =
            Box::leak(Box::new(Catalogue::builtin().map_err(|errors| errors.to_string())?));
        let rows = catalogue.rows().map_err(|error| error.to_string())?;
        let tables: &'static [&'static Table] = Box::leak(Box::new([rows.leaked_table()]));
        Ok(Self { rows, tables: Tables::new(tables) })
    }

    /// Module, enum and variant of a scope.
    pub(crate) fn rust_path(&self, row: Row) -> [String; 3] {
        self.rows.scopes[usize::from(row.id)].scope.rust_path()
    }
}

/// The catalogue, read once in the life of the compiler process.
pub(crate) fn builtin() -> Result<&'static Builtin, String> {
    static BUILTIN: OnceLock<Result<Builtin, String>> = OnceLock::new();
    BUILTIN.get_or_init(Builtin::read).as_ref().map_err(Clone::clone)
}
