//! A list in wire form, sorted, without repeats, for the page and for the program.

use zoho_scopes::{Catalogue, Entry, Policy, Report, ScopeSet, report::Code, set::Dropped};

/// What a list comes to.
pub(crate) struct Formatted {
    /// What is wrong with it, after the fixes.
    pub(crate) report: Report<'static>,
    /// Whether the catalogue knows all of it.
    pub(crate) all_known: bool,
    /// Empty where the list is too long: half a list would pass for a whole one.
    pub(crate) set: ScopeSet,
    /// What another entry covers, if that was to be left out.
    pub(crate) dropped: Vec<Dropped>,
}

impl Formatted {
    /// With `fix`, what is certainly misspelled is fixed first.
    pub(crate) fn of(mut report: Report<'_>, fix: bool, drop_covered: bool, catalogue: Catalogue) -> Self {
        let is_too_long =
            |report: &Report<'_>| report.diagnostics().iter().any(|diagnostic| diagnostic.code() == Code::TooLong);
        if fix && !is_too_long(&report) {
            let fixed = report.fixed_list();
            report = catalogue.validate(&fixed, &Policy::LAX).into_owned();
        }
        let is_unknown = |entry: &Entry<'_>| matches!(entry, Entry::Unknown(_));
        let all_known = report.is_valid() && !report.items().iter().any(|item| is_unknown(&item.entry));
        let set = if is_too_long(&report) { ScopeSet::new() } else { report.to_set() };
        let (set, dropped) = if drop_covered {
            let minimised = set.minimised();
            (minimised.kept, minimised.dropped)
        } else {
            (set, Vec::new())
        };
        Self { report: report.into_owned(), all_known, set, dropped }
    }
}
