//! Scopes and sets from text: the report is the error.

use core::str::FromStr;

use crate::{
    catalogue::{Catalogue, Scope},
    policy::Policy,
    report::{Error, Report},
    set::ScopeSet,
};

impl ScopeSet {
    /// Reads a token response, whole or its scopes alone: scopes between spaces, of which unknown ones are kept.
    /// However long it is, nothing is cut off.
    ///
    /// ```
    /// let granted = zoho_scopes::ScopeSet::granted("ZohoCliq.Chats.READ Acme.orders.READ");
    /// assert_eq!(granted.to_string(), "Acme.orders.READ,ZohoCliq.Chats.READ");
    /// ```
    #[must_use]
    pub fn granted(response: &str) -> Self {
        const UNLIMITED: Policy = Policy::GRANTED.max_bytes(usize::MAX).max_entries(usize::MAX);
        Catalogue::builtin().validate(response, &UNLIMITED).to_set()
    }
}

impl Report<'_> {
    /// The entries as a set; unknown text is kept.
    #[must_use]
    pub fn to_set(&self) -> ScopeSet {
        self.items.iter().map(|item| item.entry.clone().into_owned()).collect()
    }

    /// The entries as a set, if the list is valid.
    ///
    /// # Errors
    ///
    /// The whole report, if any diagnostic is an error.
    pub fn into_set(self) -> Result<ScopeSet, Error> {
        if self.is_valid() { Ok(self.to_set()) } else { Err(Error::new(self)) }
    }
}

impl FromStr for ScopeSet {
    type Err = Error;

    /// Reads a list as people paste it ([`Policy::LAX`]).
    ///
    /// # Errors
    ///
    /// The whole report, if any diagnostic is an error.
    fn from_str(list: &str) -> Result<Self, Error> {
        Catalogue::builtin().validate(list, &Policy::LAX).into_set()
    }
}

impl FromStr for Scope {
    type Err = Error;

    /// The scope that a text spells, in any case.
    ///
    /// # Errors
    ///
    /// The report on the text, if it is not a scope of the catalogue. Text that a pattern admits has no [`Scope`], so
    /// it is an error here, and so are several scopes: then the report is valid, and the error says what is wanted.
    fn from_str(text: &str) -> Result<Self, Error> {
        let catalogue = Catalogue::builtin();
        catalogue.find(text).ok_or_else(|| Error::new(catalogue.validate(text, &Policy::STRICT)))
    }
}
