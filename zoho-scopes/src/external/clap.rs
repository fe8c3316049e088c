//! Scopes and scope lists as arguments of a program, with clap.
//!
//! Fields of type [`Scope`] and [`ScopeSet`] need no more than `#[arg]`:
//!
//! ```
//! use clap::Parser;
//! use zoho_scopes::{Scope, ScopeSet, ZohoCliq};
//!
//! #[derive(Parser)]
//! struct Program {
//!     #[arg(long)]
//!     scope: Scope,
//!     #[arg(long)]
//!     granted: Option<ScopeSet>,
//! }
//!
//! let program = Program::parse_from(["program", "--scope", "zohocliq.channels.read"]);
//! assert_eq!(program.scope, ZohoCliq::Channels::READ.scope());
//!
//! let error = Program::try_parse_from(["program", "--scope", "ZohoCliq.Chanels.READ"]).err().expect("a misspelling");
//! assert!(error.to_string().contains("tip: did you mean `ZohoCliq.Channels.READ`?"));
//! ```

use alloc::{boxed::Box, vec::Vec};
use core::convert::Infallible;
use std::ffi::OsStr;

use clap::{
    Arg, Command,
    builder::{PossibleValue, StringValueParser, StyledStr, TypedValueParser, ValueParserFactory},
    error::{ContextKind, ContextValue},
};

use zoho_scopes_data::text::printable::Printable;

use crate::{
    catalogue::{Catalogue, Scope},
    report::{Diagnostic, Error},
    set::ScopeSet,
};

/// Reads a [`Scope`], in any case, and refuses what is not a scope of the catalogue.
#[derive(Debug, Clone, Copy, Default)]
pub struct ScopeParser {
    listed: bool,
}

impl ScopeParser {
    /// Lists every scope as a possible value, for shell completion. There are thousands, so keep them out of the help:
    ///
    /// ```
    /// use zoho_scopes::{Scope, external::clap::ScopeParser};
    ///
    /// let argument = clap::Arg::new("scope").value_parser(ScopeParser::default().listed()).hide_possible_values(true);
    /// assert!(argument.get_possible_values().iter().any(|value| value.matches("ZohoCliq.Channels.READ", false)));
    /// ```
    #[must_use]
    pub const fn listed(self) -> Self {
        Self { listed: true }
    }
}

impl TypedValueParser for ScopeParser {
    type Value = Scope;

    fn parse_ref(&self, command: &Command, arg: Option<&Arg>, value: &OsStr) -> Result<Scope, clap::Error> {
        parse(command, arg, value)
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        let value = |scope: Scope| PossibleValue::new(scope.as_str()).help(scope.summary());
        if self.listed {
            Some(Box::new(Catalogue::builtin().scopes().map(value).collect::<Vec<_>>().into_iter()))
        } else {
            None
        }
    }
}

impl ValueParserFactory for Scope {
    type Parser = ScopeParser;

    fn value_parser() -> ScopeParser {
        ScopeParser::default()
    }
}

/// Reads a [`ScopeSet`] as people paste it ([`Policy::LAX`](crate::Policy::LAX)).
#[derive(Debug, Clone, Copy, Default)]
#[non_exhaustive]
pub struct ScopeSetParser;

impl TypedValueParser for ScopeSetParser {
    type Value = ScopeSet;

    fn parse_ref(&self, command: &Command, arg: Option<&Arg>, value: &OsStr) -> Result<ScopeSet, clap::Error> {
        parse(command, arg, value)
    }
}

impl ValueParserFactory for ScopeSet {
    type Parser = ScopeSetParser;

    fn value_parser() -> ScopeSetParser {
        ScopeSetParser
    }
}

/// Reads a value; what is wrong becomes the error's cause, and each fix a tip.
fn parse<T: core::str::FromStr<Err = Error>>(
    command: &Command,
    arg: Option<&Arg>,
    value: &OsStr,
) -> Result<T, clap::Error> {
    let text = StringValueParser::new().parse_ref(command, arg, value)?;
    text.parse().map_err(|error: Error| {
        let cause = error.in_line(|diagnostic| diagnostic.message().into());
        // clap words the errors of closures, and of nothing else.
        let refuse = move |_: &str| Err::<Infallible, _>(cause.clone());
        let Err(mut refused) = refuse.parse_ref(command, arg, value);
        let tips: Vec<StyledStr> = error.shown().filter_map(tip).collect();
        if !tips.is_empty() {
            refused.insert(ContextKind::Suggested, ContextValue::StyledStrs(tips));
        }
        refused
    })
}

fn tip(diagnostic: &Diagnostic) -> Option<StyledStr> {
    diagnostic.help().map(|help| StyledStr::from(Printable::line(help).text.into_owned()))
}
