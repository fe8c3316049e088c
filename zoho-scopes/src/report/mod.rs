//! What came of a list: its entries, and every diagnostic.

mod checked;
mod error;

pub use checked::{Item, Report};
pub use error::Error;
pub use zoho_scopes_data::{
    classify::{Applicability, Code, Diagnostic, Severity, Suggestion},
    text::Span,
};
