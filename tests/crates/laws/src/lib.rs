//! What holds of every input. Each function takes bytes, makes of them what it is about, and panics
//! where a law is broken: property tests and fuzz targets call the same ones.

mod algebra;
mod bytes;
mod find;
mod fixes;
mod forms;
mod loading;
mod made;
mod oracle;
mod parse;
mod pieces;
mod validate;

pub use algebra::{made_algebra, set_algebra};
pub use find::{find, found, wrapped};
pub use fixes::{fixes, fixes_of};
pub use loading::catalogue_loading;
pub use parse::parse;
pub use validate::{is_sound, validate};
