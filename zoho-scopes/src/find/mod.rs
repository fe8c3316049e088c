//! Scopes where they live: in source code of any language, settings, documents, URLs, commands.
//!
//! ```
//! use zoho_scopes::{Catalogue, find::Kind};
//!
//! let source = r#"
//! const SCOPES: readonly string[] = [
//!   "ZohoCRM.modules.ALL",
//!   // "ZohoCRM.org.READ",
//!   "ZohoCRM.modules.leads.READ",
//! ];
//! const url = `${ACCOUNTS}/auth?scope=Desk.tickets.${operation}&client_id=${id}`;
//! "#;
//! let found = Catalogue::builtin().find_all(source);
//! let [crm, desk] = found.lists() else { panic!("two lists") };
//!
//! let kinds: Vec<(&str, Kind)> = crm.matches().iter().map(|found| (&source[found.span.range()], found.kind)).collect();
//! assert_eq!(kinds, [
//!     ("ZohoCRM.modules.ALL", Kind::Scope),
//!     ("ZohoCRM.org.READ", Kind::Commented),
//!     ("ZohoCRM.modules.leads.READ", Kind::Scope),
//! ]);
//! assert_eq!(&source[desk.span().range()], "Desk.tickets.${operation}");
//! assert_eq!(desk.matches()[0].kind, Kind::Template);
//! ```
//!
//! # What is found
//!
//! - A scope or near scope: a service in any case, under a known wrong name, or misspelled, with segments behind it that
//!   end in an operation. Escapes of URLs, JSON and HTML around it do not matter.
//! - A scope name in one cell of a table, and its operations in the next: `| ZohoCRM.modules | READ, CREATE |`.
//! - What stands in a list with scopes: `openid`, a scope without its service, one with `:` or `/` for its dots.
//! - Templates such as `ZohoCRM.modules.${module}.READ`, and entries in comments; both are marked.
//!
//! # What is not
//!
//! Calls and paths of code (`ZohoCRM.modules.all()`, `ZohoCliq::Channels::READ`), packages, hosts, files, addresses.
//! A text without a dot holds no scope.

mod candidate;
pub(crate) mod cells;
mod escape;
mod filter;
mod found;
mod gap;
mod group;
mod lexer;
mod literal;
mod recognise;
mod scan;
mod token;
pub(crate) mod widen;
mod window;
mod words;

pub use found::{Form, Found, Kind, List, Match};
pub(crate) use token::with_placeholders;

use alloc::vec::Vec;

use self::{group::group, recognise::Recogniser, widen::widen, window::Windows, words::Words};
use crate::catalogue::Catalogue;

impl Catalogue {
    /// Finds every scope, near scope and scope list in a text of any kind.
    ///
    /// For many texts make one [`Finder`].
    ///
    /// ```
    /// let text = "Ask for `ZohoCliq.Channels.READ`, never for `ZohoCliq.Chanels.ALL`.";
    /// let found = zoho_scopes::Catalogue::builtin().find_all(text);
    /// assert_eq!(found.matches().count(), 2);
    /// ```
    #[must_use]
    pub fn find_all<'a>(&self, text: &'a str) -> Found<'a> {
        Finder::new(*self).find(text)
    }
}

/// Finds scopes in texts, one after the other.
///
/// ```
/// use zoho_scopes::{Catalogue, find::Finder};
///
/// let finder = Finder::new(Catalogue::builtin());
/// for text in ["scope: ZohoCliq.Channels.READ", "ZohoCliq.Channels.READ.java"] {
///     println!("{} scopes in {text}", finder.find(text).matches().count());
/// }
/// ```
#[derive(Debug, Clone)]
pub struct Finder {
    catalogue: Catalogue,
    words: Words,
}

impl Finder {
    /// A finder of the scopes of this catalogue.
    #[must_use]
    pub fn new(catalogue: Catalogue) -> Self {
        Self { catalogue, words: Words::new(catalogue.tables) }
    }

    /// Finds every scope, near scope and scope list in a text. The time is linear in its length; where there is
    /// nothing to find it is read nearly at the speed of memory.
    #[must_use]
    pub fn find<'a>(&self, text: &'a str) -> Found<'a> {
        let recogniser = Recogniser { tables: self.catalogue.tables, words: &self.words };
        let mut lists = Vec::new();
        for window in Windows::new(&self.words, text) {
            let known = lists.len();
            group(text, window, &recogniser, &mut lists);
            widen(text, window, &mut lists, known);
        }
        Found { text, lists }
    }

    /// Whether a text may hold a scope: most do not, and no more is done for these. The bytes need not be UTF-8.
    #[must_use]
    pub fn may_hold(&self, text: &[u8]) -> bool {
        filter::next_stop(&self.words, text, 0).is_some() && filter::has_dot(text)
    }
}
