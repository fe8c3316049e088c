//! Asks the catalogue what was written.

use std::{collections::HashMap, sync::OnceLock};

use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};
use zoho_scopes_data::{Catalogue, Miss, Scope, Status, codegen::ident};

use crate::input::Written;

/// What was written, as tokens.
pub(crate) enum Checked {
    /// A constant scope.
    Scope(TokenStream),
    /// Text that a pattern admits.
    Admitted { pattern: String, text: String },
}

/// A scope or admitted text, or the one error there is to report.
pub(crate) fn entry(root: &TokenStream, written: &Written) -> Result<Checked, syn::Error> {
    let Some(text) = written.text() else {
        return constant(root, written).map(Checked::Scope);
    };
    let builtin = builtin().map_err(|message| syn::Error::new(written.span(0..1), message))?;
    if builtin.places.contains_key(&text) {
        return constant(root, written).map(Checked::Scope);
    }
    match builtin.catalogue.admits(&text) {
        Some(pattern) if builtin.resolve(&text).is_err() => Ok(Checked::Admitted { pattern: pattern.wire(), text }),
        _ => constant(root, written).map(Checked::Scope),
    }
}

/// The tokens of a constant scope, or the one error there is to report.
pub(crate) fn constant(root: &TokenStream, written: &Written) -> Result<TokenStream, syn::Error> {
    if let Written::Path(path) = written {
        return Ok(quote!(#path.scope()));
    }
    let text = written.text().unwrap_or_default();
    let builtin = builtin().map_err(|message| syn::Error::new(written.span(0..1), message))?;
    match builtin.resolve(&text) {
        Ok(scope) => Ok(path(root, &scope, written.span(0..usize::MAX))),
        Err(miss) => Err(syn::Error::new(written.span(miss.segments.clone()), message(written, &text, &miss))),
    }
}

/// The path of a scope's constant. It has the place of what was written, so that the compiler warns
/// there when the constant is deprecated; a disputed one warns by a deprecated item of its own.
fn path(root: &TokenStream, scope: &Scope<'_>, place: Span) -> TokenStream {
    let [service, name, operation] = scope.rust_path().map(|part| ident_at(&part, place));
    let constant = quote_spanned!(place=> #root::services::#service::#name::#operation.scope());
    if scope.status() != Status::Disputed {
        return constant;
    }
    let reason = scope.because().unwrap_or("only an example shows it");
    let note = format!("`{}` is disputed: {reason}", scope.wire());
    let disputed = Ident::new("DISPUTED_SCOPE", place);
    quote! {{
        #[deprecated(note = #note)]
        const #disputed: () = ();
        #disputed;
        #constant
    }}
}

/// An identifier at a place, also a raw one.
fn ident_at(name: &str, place: Span) -> Ident {
    let mut new = ident(name);
    new.set_span(place);
    new
}

/// The message; inside a literal nothing can be underlined, so it carries a caret line of its own.
fn message(written: &Written, text: &str, miss: &Miss) -> String {
    let help = miss.help.as_ref().map(|help| format!("\n{help}")).unwrap_or_default();
    if text.is_empty() || !matches!(written, Written::Literal(_)) {
        return miss.message.clone() + &help;
    }
    let lengths = || text.split('.').map(|segment| segment.chars().count());
    let before: usize = lengths().take(miss.segments.start).map(|length| length + 1).sum();
    let marked: usize = lengths().take(miss.segments.end).skip(miss.segments.start).map(|length| length + 1).sum();
    let carets = "^".repeat(marked.saturating_sub(1).max(1));
    format!("{}\n  {text}\n  {}{carets}{help}", miss.message, " ".repeat(before))
}

/// The built-in catalogue with a way to find a wire form at once.
struct Builtin {
    catalogue: Catalogue,
    places: HashMap<String, (usize, usize)>,
}

impl Builtin {
    fn read() -> Result<Self, String> {
        let catalogue = Catalogue::builtin().map_err(|faults| faults.to_string())?;
        let services = catalogue.services().iter().enumerate();
        let places = services
            .flat_map(|(service, file)| file.scopes().enumerate().map(move |(place, scope)| (scope, (service, place))))
            .filter(|(scope, _)| !scope.is_pattern())
            .map(|(scope, place)| (scope.wire(), place))
            .collect();
        Ok(Self { catalogue, places })
    }

    /// The scope that a text names, in most cases without going through the catalogue.
    fn resolve(&self, text: &str) -> Result<Scope<'_>, Miss> {
        let at = |(service, place): &(usize, usize)| self.catalogue.services()[*service].scopes().nth(*place);
        self.places.get(text).and_then(at).map_or_else(|| self.catalogue.resolve(text), Ok)
    }
}

/// The catalogue, read once in the life of the compiler process.
fn builtin() -> Result<&'static Builtin, String> {
    static BUILTIN: OnceLock<Result<Builtin, String>> = OnceLock::new();
    BUILTIN.get_or_init(Builtin::read).as_ref().map_err(Clone::clone)
}
