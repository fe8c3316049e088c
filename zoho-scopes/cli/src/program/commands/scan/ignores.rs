//! Comments such as `zoho-scopes: ignore[redundant] the review wants both`, on the line of a finding or above it.

use std::collections::BTreeSet;

use memchr::memmem;
use zoho_scopes::{
    find::{Found, Kind},
    report::{Code, Diagnostic, Severity, Span},
};

use crate::program::lines::Cursor;

const MARK: &str = "zoho-scopes:";

/// The comments of a text.
pub(super) struct Ignores {
    comments: Vec<Comment>,
}

struct Comment {
    /// Where it stands, from the mark on.
    span: Span,
    /// The line of the findings that it is about.
    line: usize,
    /// What it names; without any it is about all.
    codes: Option<Vec<Named>>,
    reason: String,
    is_used: bool,
}

struct Named {
    span: Span,
    /// Nothing where there is no such code.
    code: Option<Code>,
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
        if comments.is_empty() {
            return Self { comments };
        }
        let mut cursor = Cursor::new(text);
        for comment in &mut comments {
            comment.line = cursor.position(comment.span.start).0;
        }
        let mut cursor = Cursor::new(text);
        let live = found.matches().filter(|entry| entry.kind != Kind::Commented);
        let live: BTreeSet<usize> = live.map(|entry| cursor.position(entry.span.start).0).collect();
        let alone: BTreeSet<usize> =
            comments.iter().map(|comment| comment.line).filter(|line| !live.contains(line)).collect();
        // One that stands alone is about the next line that says more.
        for comment in comments.iter_mut().rev() {
            while alone.contains(&comment.line) {
                comment.line += 1;
            }
        }
        Self { comments }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.comments.is_empty()
    }

    /// Why a finding of this line is ignored, if it is.
    pub(super) fn reason(&mut self, line: usize, code: Code) -> Option<String> {
        let first = self.comments.partition_point(|comment| comment.line < line);
        let own = self.comments[first..].iter_mut().take_while(|comment| comment.line == line);
        own.filter_map(|comment| comment.takes(code)).last()
    }

    /// What the comments name and what is not there, but for codes that nobody looks for; with the place of the comment.
    pub(super) fn unused(&self, is_looked_for: impl Fn(Code) -> bool) -> Vec<(Diagnostic, Span)> {
        let diagnostic = |span, message: String, help: &str| {
            Diagnostic::new(Code::UnusedIgnore, Severity::Warning, span, message).with_help(help.to_owned())
        };
        let mut unused = Vec::new();
        for comment in &self.comments {
            let Some(codes) = &comment.codes else {
                if !comment.is_used {
                    let found = diagnostic(comment.span, "nothing is ignored by this comment".into(), "remove it");
                    unused.push((found, comment.span));
                }
                continue;
            };
            for Named { span, code, is_used } in codes {
                let found = match code {
                    None => diagnostic(
                        *span,
                        "the comment names no diagnostic code here".into(),
                        "a code is what stands in brackets behind `error` or `warning`",
                    ),
                    Some(code) if !is_used && is_looked_for(*code) => {
                        diagnostic(*span, format!("no `{code}` is ignored by this comment"), "remove it")
                    }
                    Some(_) => continue,
                };
                unused.push((found, comment.span));
            }
        }
        unused
    }
}

impl Comment {
    /// Reads what follows the mark: `ignore`, codes if there are any, a reason.
    fn read(text: &str, start: usize) -> Option<Self> {
        let line = text[start..].lines().next().unwrap_or_default();
        let rest = line[MARK.len()..].trim_start_matches([' ', '\t']).strip_prefix("ignore")?;
        let at = |part: &str| start + (part.as_ptr() as usize - line.as_ptr() as usize);
        let (codes, reason) = match rest.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
            Some((codes, reason)) => {
                let named = |word: &str| {
                    let word = word.trim();
                    let span = Span::new(at(word), at(word) + word.len());
                    Named { span, code: Code::ALL.iter().copied().find(|code| code.as_str() == word), is_used: false }
                };
                (Some(codes.split(',').map(named).collect()), reason)
            }
            None if rest.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '[' | '-' | '_')) => return None,
            None => (None, rest),
        };
        let end = at(reason);
        let reason = reason.trim_end_matches(['*', '/', '-', '>', ')', '}', '#', ' ', '\t', '\r']).trim_start();
        let reason = reason.trim_start_matches([':', '-', ' ']).to_owned();
        Some(Self { span: Span::new(start, end), line: 0, codes, reason, is_used: false })
    }

    /// Whether it is about a code, and why; the code then is used.
    fn takes(&mut self, code: Code) -> Option<String> {
        let named = match &mut self.codes {
            None => true,
            Some(codes) => {
                let mut own = codes.iter_mut().filter(|named| named.code == Some(code)).peekable();
                let any = own.peek().is_some();
                own.for_each(|named| named.is_used = true);
                any
            }
        };
        self.is_used |= named;
        named.then(|| self.reason.clone())
    }
}

/// Whether the sign of a comment, in any language, stands before a place.
fn is_comment(text: &str, start: usize) -> bool {
    let line = &text[text[..start].rfind('\n').map_or(0, |end| end + 1)..start];
    let before = line.trim_end_matches([' ', '\t']);
    ["#", "//", "*", "--", ";", "%", "{#"].iter().any(|sign| before.ends_with(sign))
        || before.trim_start().eq_ignore_ascii_case("rem")
}
