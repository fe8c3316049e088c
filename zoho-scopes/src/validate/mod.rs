//! From text to a report: fast where all is well, thorough where it is not.

mod fixes;
mod found;
mod lints;
mod list;
mod parse;
mod plain;
mod sources;
mod split;
mod writing;

use alloc::{vec, vec::Vec};

use crate::{
    catalogue::Catalogue,
    find::List,
    policy::Policy,
    report::Report,
    validate::{
        list::ListValidator,
        plain::plain_report,
        sources::{Source, likeliest, sources},
    },
};

impl Catalogue {
    /// Validates a scope list and reports every diagnostic at once.
    ///
    /// The list may stand in a URL, a JSON object, a setting, or any other text; of several lists that may be meant the
    /// first is read, and the report says so: [`validate_all`](Self::validate_all) reads all of them.
    ///
    /// ```
    /// use zoho_scopes::{Catalogue, Policy, report::Code};
    ///
    /// let report = Catalogue::builtin().validate("ZohoCliq.Channels.READ ZohoCliq.Chanels.READ", &Policy::GRANTED);
    /// assert_eq!(report.diagnostics()[0].code(), Code::UnknownScopeName);
    /// ```
    pub fn validate<'a>(&self, list: &'a str, policy: &Policy) -> Report<'a> {
        if let Some(report) = plain_report(*self, list, policy) {
            return report;
        }
        let (source, others) = likeliest(sources(*self, list, policy));
        let mut validator = self.validator(list, policy, source);
        validator.beside_others(others);
        validator.report()
    }

    /// Validates every list of a text of any kind: a list as people paste it, or what stands in code and documents.
    /// There is one report at least.
    ///
    /// ```
    /// use zoho_scopes::{Catalogue, Policy};
    ///
    /// let env = "CRM_SCOPES=ZohoCRM.modules.ALL\nDESK_SCOPES=ZohoDesk.tickets.ALL";
    /// let reports = Catalogue::builtin().validate_all(env, &Policy::LAX);
    /// assert_eq!(reports.iter().map(|report| report.is_valid()).collect::<Vec<_>>(), [true, false]);
    /// ```
    #[must_use]
    pub fn validate_all<'a>(&self, text: &'a str, policy: &Policy) -> Vec<Report<'a>> {
        if let Some(report) = plain_report(*self, text, policy) {
            return vec![report];
        }
        let report = |source| self.validator(text, policy, source).report();
        sources(*self, text, policy).into_iter().map(report).collect()
    }

    /// Validates a list that was found in a text. What a comment holds is no part of it, and a template is noted; it is
    /// an error for a policy that wants the wire form.
    ///
    /// [`Report::start`] is where the list begins in the text.
    ///
    /// ```
    /// use zoho_scopes::{Catalogue, Policy, report::Code};
    ///
    /// let catalogue = Catalogue::builtin();
    /// let source = r#"SCOPES = ["ZohoCliq.Channels.ALL", "ZohoCliq.Channels.READ"]"#;
    /// let found = catalogue.find_all(source);
    /// let report = catalogue.validate_list(&found.lists()[0], &Policy::LAX);
    /// assert_eq!(report.diagnostics()[0].code(), Code::Redundant);
    /// assert_eq!(report.start(), 11);
    /// ```
    pub fn validate_list<'a>(&self, list: &List<'a>, policy: &Policy) -> Report<'a> {
        ListValidator::of_found(*self, policy, list).report()
    }

    fn validator<'a, 'p>(self, text: &'a str, policy: &'p Policy, source: Source<'a>) -> ListValidator<'a, 'p> {
        match source {
            Source::Tokens(tokens) => ListValidator::of_tokens(self, policy, tokens),
            Source::Found(list) => {
                let mut validator = ListValidator::of_found(self, policy, &list);
                validator.beside(&list);
                validator
            }
            Source::Nothing => ListValidator::of_nothing(self, policy, text),
        }
    }
}
