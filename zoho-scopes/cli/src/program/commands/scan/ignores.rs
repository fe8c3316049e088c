//! Comments such as `zoho-scopes: ignore[redundant] the review wants both`, on the line of a finding or above it.

use std::collections::{BTreeMap, BTreeSet};

use memchr::memmem;
use zoho_scopes::{
    find::{Found, Kind},
    report::{Code, Diagnostic, Severity, Span},
};

use crate::program::lines::Cursor;

const MARK: &str = "zoho-scopes:";

const HOW: &str = "write `ignore` and a reason, or `ignore[CODE]` with codes right behind the word";

/// How many comments of a file are reported that ignore nothing.
const MAX_UNUSED: usize = 100;

/// The comments of a text.
pub(super) struct Ignores {
    comments: Vec<Comment>,
    /// What they take out: a code of a line, or all of it.
    targets: BTreeMap<(usize, Option<Code>), Target>,
}

struct Comment {
    /// Where it stands, from the mark on.
    span: Span,
    /// The line of the findings that it is about.
    line: usize,
    names: Names,
    reason: String,
}

/// What a comment names.
enum Names {
    /// Nothing, so that it is about all.
    All,
    Codes(Vec<Named>),
    /// Codes in another way than in brackets right behind the word, or another word: it ignores nothing.
    Malformed,
}

/// A word in the brackets; without a code where there is no such one.
type Named = (Span, Option<Code>);

struct Target {
    reason: String,
    is_used: bool,
}

/// Whether bytes may hold such a comment.
pub(super) fn may_hold(bytes: &[u8]) -> bool {
    memmem::find(bytes, MARK.as_bytes()).is_some()
}

impl Ignores {
    pub(super) fn of(text: &str, found: &Found<'_>) -> Self {
        let mut comments: Vec<Comment> = memmem::find_iter(text.as_bytes(), MARK)
            .filter(|start| is_comment(text, *start))
            .filter_map(|start| Comment::read(text, start))
            .collect();
        if !comments.is_empty() {
            aim(text, found, &mut comments);
        }
        let mut targets = BTreeMap::new();
        for Comment { line, names, reason, .. } in &comments {
            let codes: Vec<Option<Code>> = match names {
                Names::All => vec![None],
                Names::Codes(codes) => codes.iter().filter_map(|(_, code)| code.map(Some)).collect(),
                Names::Malformed => Vec::new(),
            };
            for code in codes {
                targets.insert((*line, code), Target { reason: reason.clone(), is_used: false });
            }
        }
        Self { comments, targets }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.comments.is_empty()
    }

    /// Why a finding of this line is ignored, if it is.
    pub(super) fn reason(&mut self, line: usize, code: Code) -> Option<String> {
        let mut reason = None;
        for code in [None, Some(code)] {
            if let Some(target) = self.targets.get_mut(&(line, code)) {
                target.is_used = true;
                reason = Some(target.reason.clone());
            }
        }
        reason
    }

    /// What the comments name and what is not there, but for codes that nobody looks for; with the place of the comment.
    pub(super) fn unused(&self, is_looked_for: impl Fn(Code) -> bool) -> Vec<(Diagnostic, Span)> {
        let diagnostic = |span, message: String, help: &str| {
            Diagnostic::new(Code::UnusedIgnore, Severity::Warning, span, message).with_help(help.to_owned())
        };
        let is_used = |line, code| self.targets.get(&(line, code)).is_some_and(|target| target.is_used);
        let mut unused = Vec::new();
        for Comment { span: comment, line, names, .. } in &self.comments {
            if unused.len() >= MAX_UNUSED {
                let message = "this comment and those behind it were not looked at".into();
                unused.push((diagnostic(*comment, message, "remove those that ignore nothing first"), *comment));
                break;
            }
            let codes = match names {
                Names::Codes(codes) => codes.as_slice(),
                Names::All if is_used(*line, None) => continue,
                Names::All | Names::Malformed => {
                    let help = if matches!(names, Names::All) { "remove it" } else { HOW };
                    unused.push((diagnostic(*comment, "nothing is ignored by this comment".into(), help), *comment));
                    continue;
                }
            };
            for (span, code) in codes {
                let found = match code {
                    None => diagnostic(
                        *span,
                        "the comment names no diagnostic code here".into(),
                        "a code is what is in brackets after `error` or `warning`",
                    ),
                    Some(code) if !is_used(*line, Some(*code)) && is_looked_for(*code) => {
                        diagnostic(*span, format!("no `{code}` is ignored by this comment"), "remove it")
                    }
                    Some(_) => continue,
                };
                unused.push((found, *comment));
            }
        }
        unused
    }
}

/// Finds the line that each comment is about.
fn aim(text: &str, found: &Found<'_>, comments: &mut [Comment]) {
    let mut cursor = Cursor::new(text);
    for comment in &mut *comments {
        comment.line = cursor.position(comment.span.start).0;
    }
    let mut cursor = Cursor::new(text);
    let live = found.matches().filter(|entry| entry.kind != Kind::Commented);
    let live: BTreeSet<usize> = live.map(|entry| cursor.position(entry.span.start).0).collect();
    // One that stands alone is about the next line that says more.
    let mut next = (0, 0);
    for comment in comments.iter_mut().rev().filter(|comment| !live.contains(&comment.line)) {
        let own = comment.line;
        comment.line = match next {
            (at, target) if at == own || at == own + 1 => target,
            _ => own + 1,
        };
        next = (own, comment.line);
    }
}

impl Comment {
    /// Reads what follows the mark: `ignore`, codes if there are any, a reason.
    fn read(text: &str, start: usize) -> Option<Self> {
        let line = text[start..].lines().next().unwrap_or_default();
        let rest = line[MARK.len()..].trim_start_matches([' ', '\t']).strip_prefix("ignore")?;
        let at = |part: &str| start + (part.as_ptr() as usize - line.as_ptr() as usize);
        let (names, reason) = match rest.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
            Some((codes, reason)) => {
                let named = |word: &str| {
                    let word = word.trim();
                    let span = Span::new(at(word), at(word) + word.len());
                    (span, code(word))
                };
                (Names::Codes(codes.split(',').map(named).collect()), reason)
            }
            None if rest.starts_with(char::is_alphanumeric) => return None,
            None if is_malformed(rest) => (Names::Malformed, rest),
            None => (Names::All, rest),
        };
        let end = at(reason);
        let reason = reason.trim_end_matches(['*', '/', '-', '>', ')', '}', '#', ' ', '\t', '\r']).trim_start();
        let reason = reason.trim_start_matches([':', '-', ' ']).to_owned();
        Some(Self { span: Span::new(start, end), line: 0, names, reason })
    }
}

fn code(word: &str) -> Option<Code> {
    Code::ALL.iter().copied().find(|code| code.as_str() == word)
}

/// Whether what follows `ignore` is no reason: a code out of place, or the rest of another word.
fn is_malformed(rest: &str) -> bool {
    let words = rest.trim_start();
    let is_word = |c: char| c.is_ascii_alphanumeric() || c == '-';
    let first = words.trim_start_matches(|c: char| !is_word(c)).split(|c| !is_word(c)).next().unwrap_or_default();
    let is_other_word = rest.starts_with(['-', '_', '(']) && !rest.starts_with("--");
    is_other_word || words.starts_with('[') || code(first).is_some()
}

/// Whether the sign of a comment, in any language, stands before a place.
fn is_comment(text: &str, start: usize) -> bool {
    let line = &text[text[..start].rfind('\n').map_or(0, |end| end + 1)..start];
    let before = line.trim_end_matches([' ', '\t']);
    ["#", "//", "*", "--", ";", "%", "{#"].iter().any(|sign| before.ends_with(sign))
        || before.trim_start().eq_ignore_ascii_case("rem")
}
