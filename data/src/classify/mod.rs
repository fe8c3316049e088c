//! What one entry of a list is, and everything that is wrong with it. The compiler (the macros) and the validator both
//! ask here, and so they say the same.

mod changes;
mod classifier;
mod code;
mod diagnostic;
mod edits;
mod entry;
mod fixes;
mod help;
mod keywords;
mod lines;
mod meaning;
mod named;
mod other_vendors;
mod strictness;
mod suggest;
mod template;
mod unresolved;
mod vendor;

pub use changes::change;
pub use classifier::{Class, Classifier};
pub use code::Code;
pub use diagnostic::{Applicability, Diagnostic, Severity, Suggestion};
pub use entry::{MAX_ENTRY_BYTES, Part, RawEntry};
pub use fixes::{applied, certain, fixed_entry};
pub use keywords::{KEYWORDS, keywords, operation as operation_of_verb, synonyms};
pub use named::services_named;
pub use other_vendors::{OTHER_VENDORS, OtherVendor, other_vendor};
pub use strictness::{Strictness, Unknown};
pub use suggest::service as nearest_service;
pub use vendor::{VENDOR, without_vendor};
