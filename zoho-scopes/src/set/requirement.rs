//! What a task needs, as Zoho's documentation states it: all of these, or any of those.

use alloc::{borrow::Cow, string::String, vec, vec::Vec};
use core::fmt;

use zoho_scopes_data::text::printable::Printable;

use super::{
    ScopeSet,
    closure::{Claims, Closure},
};
use crate::catalogue::Entry;

/// Scopes that a task needs, joined by "all of" and "any of".
///
/// It prints as "A and (B or C)". Write one with [`requires!`](crate::requires); parts of it are borrowed where they are constant.
///
/// ```
/// use zoho_scopes::{Requirement, ScopeSet, requires};
///
/// const QUERY: Requirement =
///     requires!(all("ZohoCRM.coql.READ", any("ZohoCRM.modules.ALL", ZohoCRM.modules.leads.READ)));
///
/// let granted = ScopeSet::granted("ZohoCRM.coql.READ ZohoCRM.modules.ALL");
/// assert!(QUERY.check(&granted).is_ok());
///
/// let unmet = QUERY.check(&ScopeSet::granted("ZohoCRM.modules.leads.READ")).unwrap_err();
/// assert_eq!(unmet.options()[0].to_string(), "ZohoCRM.coql.READ");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Requirement {
    /// This entry, or what covers it.
    Scope(Entry<'static>),
    /// Every one of these.
    All(Cow<'static, [Requirement]>),
    /// At least one of these.
    Any(Cow<'static, [Requirement]>),
}

impl Requirement {
    /// Whether a token with `granted` meets it, as far as sources say so.
    ///
    /// # Errors
    ///
    /// The smallest sets of scopes that would have to be granted also. Where there are very many
    /// ways, not all of them are followed.
    pub fn check(&self, granted: &ScopeSet) -> Result<(), Unmet> {
        let closure = granted.closure(Claims::Documented);
        if self.is_met(&closure) {
            return Ok(());
        }
        let options = self.missing(&closure.saturated());
        if options.iter().any(ScopeSet::is_empty) {
            return Ok(());
        }
        let least = options.iter().map(ScopeSet::len).min().unwrap_or(0);
        Err(Unmet { options: options.into_iter().filter(|option| option.len() == least).collect() })
    }

    fn is_met(&self, granted: &Closure<'_>) -> bool {
        match self {
            Self::Scope(entry) => granted.reaches(entry),
            Self::All(parts) => parts.iter().all(|part| part.is_met(granted)),
            Self::Any(parts) => parts.iter().any(|part| part.is_met(granted)),
        }
    }

    /// The sets that would meet it, none of which holds another; an empty set if it is met, and no set
    /// if nothing can meet it.
    fn missing(&self, granted: &Closure<'_>) -> Vec<ScopeSet> {
        match self {
            Self::Scope(entry) if granted.reaches(entry) => vec![ScopeSet::new()],
            Self::Scope(entry) => vec![[entry.clone()].into_iter().collect()],
            Self::Any(parts) => minimal(parts.iter().flat_map(|part| part.missing(granted)).collect()),
            Self::All(parts) => parts.iter().fold(vec![ScopeSet::new()], |sets, part| {
                let options = part.missing(granted);
                minimal(sets.iter().flat_map(|set| options.iter().map(|option| set.union(option))).collect())
            }),
        }
    }
}

impl fmt::Display for Requirement {
    /// `A and B`, `A or B`; what is joined otherwise inside stands in brackets.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (parts, word) = match self {
            Self::Scope(entry) => return f.write_str(&Printable::line(entry.as_str()).text),
            Self::All(parts) => (parts, " and "),
            Self::Any(parts) => (parts, " or "),
        };
        for (index, part) in parts.iter().enumerate() {
            f.write_str(if index > 0 { word } else { "" })?;
            match part {
                Self::Scope(_) => part.fmt(f)?,
                _ if parts.len() == 1 => part.fmt(f)?,
                _ => write!(f, "({part})")?,
            }
        }
        Ok(())
    }
}

/// More ways than these are not followed, so that no requirement takes forever.
const MAX_OPTIONS: usize = 256;

/// The sets that hold no other one, smallest first.
fn minimal(mut sets: Vec<ScopeSet>) -> Vec<ScopeSet> {
    sets.sort_by_key(ScopeSet::len);
    let mut minimal: Vec<ScopeSet> = Vec::new();
    for set in sets {
        if minimal.len() < MAX_OPTIONS && !minimal.iter().any(|smaller| smaller.is_subset(&set)) {
            minimal.push(set);
        }
    }
    minimal
}

/// A requirement that is not met.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unmet {
    options: Vec<ScopeSet>,
}

impl Unmet {
    /// What lacks these scopes, if it lacks any.
    #[cfg(feature = "accounts")]
    pub(crate) fn of(missing: ScopeSet) -> Option<Self> {
        (!missing.is_empty()).then(|| Self { options: vec![missing] })
    }

    /// The smallest sets of scopes any of which would meet the requirement, if granted also. None
    /// if nothing can meet it, as with an empty `any()`.
    #[must_use]
    pub fn options(&self) -> &[ScopeSet] {
        &self.options
    }
}

impl fmt::Display for Unmet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("missing ")?;
        for (index, option) in self.options.iter().enumerate() {
            if index > 0 {
                f.write_str(" or ")?;
            }
            // Sets may hold text of others.
            write!(f, "`{}`", Printable::line(&String::from(option)).text)?;
        }
        if self.options.is_empty() { f.write_str("what no scope gives") } else { Ok(()) }
    }
}

impl core::error::Error for Unmet {}
