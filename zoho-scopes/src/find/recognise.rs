//! What a token is: a scope by itself, an entry where it stands among scopes, or something else.

use zoho_scopes_data::{
    classify::{VENDOR, nearest_service, without_vendor},
    table::Tables,
};

use super::{
    lexer::Around,
    token::Token,
    words::{Named, Words, has_vendor},
};

/// How much a token is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Strength {
    /// It is an entry where it stands in a list with scopes.
    InLists,
    /// It is one too where something called scope is set to it.
    InSettings,
    /// It is an entry wherever it stands.
    Alone,
}

/// Recognises scopes among tokens, by their words and by what stands around them.
#[derive(Clone, Copy)]
pub(super) struct Recogniser<'w> {
    pub(super) tables: Tables,
    pub(super) words: &'w Words,
}

/// The words behind which code, not a scope, is named.
const CODE_WORDS: [&str; 8] = ["import", "from", "package", "using", "use", "namespace", "require", "new"];

impl Recogniser<'_> {
    /// What a token with a dot in it is.
    pub(super) fn strength(&self, text: &str, token: &Token, around: Around) -> Option<Strength> {
        if is_code(text, token, around) {
            return None;
        }
        let segments = token.segments();
        let (first, last) = (*segments.first()?, *segments.last()?);
        if segments.len() < 2 || first.is_empty() {
            return None;
        }
        let operation = self.operation(last);
        let named = self.words.service(first);
        let strength = match named {
            Some(named) => Some(self.of_service(token, named, operation, segments.len(), around)),
            None => self.of_unknown(token, &segments, operation, around.quoted),
        };
        strength.or_else(|| (operation == Operation::Capitals).then_some(Strength::InLists))
    }

    fn operation(&self, last: &str) -> Operation {
        let letters = || last.bytes().filter(u8::is_ascii_alphabetic);
        let capitals = letters().count() > 2 && letters().all(|byte| byte.is_ascii_uppercase());
        match (self.words.is_operation(last), capitals) {
            _ if last.contains("{}") => Operation::Placeholder,
            (true, true) => Operation::Capitals,
            (true, false) => Operation::Other,
            (false, true) => Operation::LikeCapitals,
            (false, false) => Operation::None,
        }
    }

    fn of_service(
        &self,
        token: &Token,
        named: Named,
        operation: Operation,
        segments: usize,
        around: Around,
    ) -> Strength {
        let known = || self.is_known(token);
        let first = token.text.split('.').next().unwrap_or_default();
        let alone = match operation {
            Operation::Capitals => segments > 2 || named.distinctive || known(),
            // Programs name what they do in the same way: `'desk.tasks.create'`.
            Operation::Other if around.quoted => (segments > 2 && named.distinctive) || (named.exact && known()),
            // Objects of programs look the same.
            Operation::Other => known() && ((named.exact && has_capitals(&token.text)) || around.stands_first),
            // Hosts and settings of programs have placeholders too.
            Operation::Placeholder => segments > 2 && ((named.exact && has_capitals(first)) || has_vendor(first)),
            Operation::LikeCapitals => segments > 2 && named.distinctive,
            Operation::None => false,
        };
        match alone {
            true => Strength::Alone,
            false if named.distinctive || named.exact => Strength::InSettings,
            false => Strength::InLists,
        }
    }

    /// A token whose first word names no service.
    fn of_unknown(&self, token: &Token, segments: &[&str], operation: Operation, quoted: bool) -> Option<Strength> {
        let first = segments[0];
        let has_operation = matches!(operation, Operation::Capitals | Operation::Other);
        if first.contains("{}") {
            let has_vendor = without_vendor(first).is_some();
            return (operation == Operation::Capitals && segments.len() > 2).then_some(if has_vendor {
                Strength::Alone
            } else {
                Strength::InSettings
            });
        }
        // `Zoho.CRM.modules.READ`
        if first.eq_ignore_ascii_case(VENDOR) {
            let with_vendor = self.words.service(&[first, segments[1]].concat()).is_some();
            return (with_vendor && operation == Operation::Capitals).then_some(Strength::Alone);
        }
        if !has_operation || first.len() > 32 || segments.len() < 2 {
            return None;
        }
        if has_vendor(first) {
            // Packages of programs have such names too.
            let near = || quoted && nearest_service(self.tables, first).is_some();
            let sure = segments.len() > 2 && (operation == Operation::Capitals || near());
            return Some(if sure { Strength::Alone } else { Strength::InLists });
        }
        if segments.len() < 3 || first.len() < 3 {
            return None;
        }
        let service = nearest_service(self.tables, first)?;
        let rest = token.text.get(first.len()..)?;
        let is_scope = self.tables.find(&[service.row().name, rest].concat()).is_some();
        let long = first.len() > 5 && operation == Operation::Capitals;
        (is_scope && (quoted || operation == Operation::Capitals) || long).then_some(Strength::Alone)
    }

    /// Whether the catalogue knows what a token spells.
    pub(super) fn is_known(&self, token: &Token) -> bool {
        self.tables.find(&token.text).is_some()
    }

    /// Whether a word is the operation that a token of a service lacks.
    pub(super) fn lacks_operation(&self, token: &Token, word: &str) -> bool {
        let segments = token.segments();
        let ends = |segment: &&str| self.operation(segment) == Operation::None;
        self.operation(word) == Operation::Capitals
            && self.words.service(segments[0]).is_some()
            && segments.last().is_some_and(ends)
    }

    /// What a token is that other signs than dots join.
    pub(super) fn joined(&self, token: &Token) -> Option<Strength> {
        let segments = token.segments();
        let operation = self.operation(segments.last()?);
        let named = self.words.service(segments[0])?;
        let known = self.is_known(token);
        let likely = operation == Operation::Capitals && named.distinctive;
        (known || likely).then_some(if known && named.distinctive { Strength::Alone } else { Strength::InSettings })
    }
}

fn has_capitals(text: &str) -> bool {
    text.bytes().any(|byte| byte.is_ascii_uppercase())
}

/// What the last word is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Operation {
    /// An operation in capitals.
    Capitals,
    /// An operation in another case.
    Other,
    /// A word in capitals that is no operation.
    LikeCapitals,
    Placeholder,
    None,
}

/// Whether what stands around a token shows that it is code, a path or an address.
fn is_code(text: &str, token: &Token, around: Around) -> bool {
    let (before, behind) = (&text[..token.span.start], &text[token.span.end..]);
    if behind.starts_with(['(', '@', '[']) || (behind.starts_with("::") || behind.starts_with("->")) {
        return true;
    }
    // A path or a file name goes on.
    if behind.starts_with(['/', '\\']) && behind[1..].starts_with(|c: char| c.is_ascii_lowercase()) && !around.quoted {
        return true;
    }
    // A host.
    if before.ends_with("://") || before.ends_with(":\\/\\/") {
        return true;
    }
    match before.as_bytes().last() {
        Some(b'@' | b'$' | b'.') => return true,
        Some(b':') if before.ends_with("::") => return true,
        Some(b'>') if before.ends_with("->") => return true,
        Some(b'/') if !before.ends_with("//") => {
            let capitals =
                token.text.rsplit('.').next().is_some_and(|last| last.bytes().all(|b| b.is_ascii_uppercase()));
            return !capitals;
        }
        _ => {}
    }
    let line = before.get(around.line_start..).unwrap_or_default();
    let word = line.trim_end();
    let word = &word[word.rfind(|c: char| !c.is_ascii_alphabetic()).map_or(0, |end| end + last_length(word, end))..];
    !around.quoted
        && line.ends_with(' ')
        && CODE_WORDS.contains(&word)
        && !token.text.ends_with(|c: char| c.is_ascii_uppercase())
}

fn last_length(text: &str, at: usize) -> usize {
    text[at..].chars().next().map_or(1, char::len_utf8)
}
