//! Asks the engine what was written, as `check --policy strict` does.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};
use zoho_scopes_data::{
    classify::{self, Class, Classifier, Code, Diagnostic, RawEntry, Severity, Strictness, Suggestion, Unknown},
    codegen::ident,
    table::Row,
    text::{Span as TextSpan, chars::is_separator, normalise::normalise},
};

use crate::{
    builtin::{Builtin, builtin},
    input::Written,
    message,
};

/// What a literal must be: in an official spelling, and known.
const STRICT: Strictness = Strictness { unknown: Unknown::Deny, official_spellings_only: true, keeps_any_text: false };

/// What was written, as tokens.
pub(crate) enum Checked {
    /// A constant scope.
    Scope(TokenStream),
    /// Text that a pattern admits.
    Admitted { pattern: String, text: String },
}

/// A scope or admitted text, or what is wrong.
pub(crate) fn entry(root: &TokenStream, written: &Written) -> Result<Checked, syn::Error> {
    let text = match written {
        Written::Path(path) => return Ok(Checked::Scope(quote!(#path.scope()))),
        Written::Literal(_) | Written::Words { .. } => written.text(),
    };
    let builtin = builtin().map_err(|message| syn::Error::new(written.span(0..1), message))?;
    let (class, diagnostics) = classified(builtin, written, &text)?;
    let mut errors = diagnostics.iter().filter(|found| found.severity() == Severity::Error);
    if let Some(first) = errors.next() {
        let mut error = message::error(written, &text, first);
        errors.for_each(|other| error.combine(message::error(written, &text, other)));
        return Err(error);
    }
    match class {
        Class::Known(row) => Ok(Checked::Scope(path(root, builtin, row, &diagnostics, written.span(0..usize::MAX)))),
        Class::Admitted(pattern) => Ok(Checked::Admitted { pattern: pattern.wire.to_owned(), text }),
        Class::Unknown => Err(syn::Error::new(written.span(0..1), format!("`{text}` is not a scope"))),
    }
}

/// The tokens of a constant scope, or what is wrong.
pub(crate) fn constant(root: &TokenStream, written: &Written) -> Result<TokenStream, syn::Error> {
    match entry(root, written)? {
        Checked::Scope(tokens) => Ok(tokens),
        Checked::Admitted { pattern, text } => Err(syn::Error::new(
            written.span(0..usize::MAX),
            format!(
                "`{text}` is not a scope of the catalogue, but the pattern `{pattern}` admits it\n\
                 help: it has no constant; `scopes!` takes it"
            ),
        )),
    }
}

/// What the engine says of a text, with every diagnostic.
fn classified(builtin: &Builtin, written: &Written, text: &str) -> Result<(Class, Vec<Diagnostic>), syn::Error> {
    let plain = normalise(text);
    if let Some(message) = message::of_several(&plain.text, is_separator) {
        return Err(syn::Error::new(written.span(0..usize::MAX), message));
    }
    let mut diagnostics: Vec<Diagnostic> =
        plain.changes.iter().map(|change| classify::change(text, change, Severity::Error)).collect();
    let mut found = Vec::new();
    let entry = RawEntry::new(&plain.text, 0);
    let mut class = Classifier::new(builtin.tables, STRICT).classify(&entry, &mut found);
    if class == Class::Unknown {
        found.clear();
        class = Classifier::new(builtin.explaining(), STRICT).classify(&entry, &mut found);
    }
    diagnostics.extend(found.into_iter().map(|found| found.with_spans(|span| plain.offsets.given(span))));
    diagnostics.sort_by_key(Diagnostic::span);
    if plain.changes.is_empty() {
        return Ok((class, diagnostics));
    }
    // What was changed is fixed by the entry as it is sent, with all else that is certain.
    let (read_as, is_known) = match class {
        Class::Known(row) => (row.wire, true),
        Class::Admitted(_) | Class::Unknown => (&*plain.text, false),
    };
    let fixes = classify::certain(&diagnostics).map(|fix| (fix.span, &*fix.replacement)).collect();
    let sent = classify::fixed_entry(text, 0, read_as, is_known, fixes).into_owned();
    let fix = Suggestion::certain(TextSpan::new(0, text.len()), sent.as_str());
    let is_final = normalise(&sent).changes.is_empty();
    let is_change = |found: &Diagnostic| {
        matches!(found.code(), Code::Encoded | Code::LookAlikeCharacter | Code::InvisibleCharacter)
    };
    let with_fix = |found: Diagnostic| {
        if is_final && is_change(&found) { found.with_suggestions([fix.clone()]) } else { found }
    };
    Ok((class, diagnostics.into_iter().map(with_fix).collect()))
}

/// The path of a scope's constant. It has the place of what was written, so that the compiler warns
/// there when the constant is deprecated; of other warnings it warns by a deprecated item of its own.
fn path(root: &TokenStream, builtin: &Builtin, row: Row, diagnostics: &[Diagnostic], span: Span) -> TokenStream {
    let [service, name, operation] = builtin.rust_path(row).map(|part| ident_at(&part, span));
    let constant = quote_spanned!(span=> #root::services::#service::#name::#operation.scope());
    let is_shown = |found: &&Diagnostic| found.severity() == Severity::Warning && found.code() != Code::Deprecated;
    let Some(warning) = diagnostics.iter().find(is_shown) else { return constant };
    let help = warning.help().map(|help| format!(": {help}")).unwrap_or_default();
    let note = format!("{}{help}", warning.message());
    let warned = Ident::new("DISPUTED_SCOPE", span);
    quote! {{
        #[deprecated(note = #note)]
        const #warned: () = ();
        #warned;
        #constant
    }}
}

/// An identifier at a place, also a raw one.
fn ident_at(name: &str, span: Span) -> Ident {
    let mut new = ident(name);
    new.set_span(span);
    new
}
