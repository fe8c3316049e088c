//! What covers what, as `covers --format json` and `fmt` answer.

use serde::Serialize;
use zoho_scopes::{Entry, Policy, report::Diagnostic, set::Coverage};

use super::known::Known;
use crate::{formatted::Formatted, usable};

/// Whether granted scopes cover those that are required.
pub(super) fn covers(known: &Known, granted: &str, required: &str) -> Result<Coverage, String> {
    let granted = usable::report("granted", granted, &Policy::GRANTED, usable::GRANTED, known.catalogue)?;
    let required = usable::report("required", required, &Policy::LAX, usable::REQUIRED, known.catalogue)?;
    Ok(granted.to_set().coverage(&required.to_set()))
}

/// A list in wire form, sorted, without repeats.
#[derive(Serialize)]
pub(super) struct InWireForm {
    scopes: Vec<Entry<'static>>,
    known: bool,
    dropped: Vec<Dropped>,
    diagnostics: Vec<Diagnostic>,
}

#[derive(Serialize)]
struct Dropped {
    scope: Entry<'static>,
    by: Entry<'static>,
}

/// A list as `fmt` prints it.
pub(super) fn in_wire_form(known: &Known, text: &str, fix: bool, drop_covered: bool) -> InWireForm {
    let report = known.catalogue.validate(text, &Policy::LAX);
    let formatted = Formatted::of(report, fix, drop_covered, known.catalogue);
    let dropped = formatted.dropped.into_iter().map(|dropped| Dropped { scope: dropped.entry, by: dropped.by });
    InWireForm {
        scopes: formatted.set.iter().collect(),
        known: formatted.all_known,
        dropped: dropped.collect(),
        diagnostics: formatted.report.diagnostics().to_vec(),
    }
}
