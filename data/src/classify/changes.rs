//! What is reported about characters that were read as others.

use alloc::{borrow::ToOwned, format};

use super::{
    code::Code,
    diagnostic::{Diagnostic, Severity},
};
use crate::text::normalise::{Change, ChangeKind};

/// Longer spellings of a character are not shown: `%` can be encoded over and over.
const MAX_SHOWN: usize = 16;

/// The diagnostic about everything of one kind that was changed in a text.
#[must_use]
pub fn change(text: &str, change: &Change, severity: Severity) -> Diagnostic {
    let code = match change.kind {
        ChangeKind::Encoded => Code::Encoded,
        ChangeKind::LookAlike => Code::LookAlikeCharacter,
        ChangeKind::Invisible => Code::InvisibleCharacter,
    };
    let written = text.get(change.first.range()).unwrap_or_default();
    let message = match (change.kind, change.read_as) {
        (ChangeKind::Invisible, _) => "characters that nobody sees were left out".to_owned(),
        (ChangeKind::LookAlike, Some(c)) => {
            let code = written.chars().next().map_or(0, u32::from);
            format!("`{written}` (U+{code:04X}) looks like `{}` and was read as it", c.escape_debug())
        }
        (_, Some(c)) if written.len() <= MAX_SHOWN => format!("`{written}` was read as `{}`", c.escape_debug()),
        (_, Some(c)) => format!("an escape was read as `{}`", c.escape_debug()),
        (_, None) => "an escape was left out, since its character is invisible".to_owned(),
    };
    let help = match change.count {
        1 => None,
        2 => Some("as was one more such character".to_owned()),
        more => Some(format!("as were {} more such characters", more - 1)),
    };
    Diagnostic::new(code, severity, change.first, message).with_help(help)
}
