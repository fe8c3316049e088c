//! What may be written in the macros: literals, wire forms as tokens, and paths of constants.

use std::ops::Range;

use proc_macro2::{Span, TokenStream, TokenTree};
use syn::{
    Ident, LitStr, Token, bracketed,
    ext::IdentExt,
    parenthesized,
    parse::{Parse, ParseStream, Result},
    token,
};

/// The input of `scope!`, after the path of the library in brackets.
pub(crate) struct One {
    pub(crate) root: TokenStream,
    pub(crate) written: Written,
}

/// The input of `scopes!`, after the path of the library in brackets.
pub(crate) struct Many {
    pub(crate) root: TokenStream,
    /// Whether a scope may stand twice or be covered by another.
    pub(crate) allow_redundant: bool,
    pub(crate) written: Vec<Written>,
}

/// The input of `catalogue!`, after the path of the library in brackets.
pub(crate) struct Files {
    pub(crate) root: TokenStream,
    /// Paths, relative to the manifest of the user's crate.
    pub(crate) files: Vec<LitStr>,
}

impl Parse for Files {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let root = root(input)?;
        if input.is_empty() {
            return Err(syn::Error::new(Span::call_site(), "no catalogue file given"));
        }
        let files = input.parse_terminated(<LitStr as Parse>::parse, Token![,])?;
        Ok(Self { root, files: files.into_iter().collect() })
    }
}

/// The input of `requires!`, after the path of the library in brackets.
pub(crate) struct Required {
    pub(crate) root: TokenStream,
    pub(crate) needed: Needed,
}

/// A requirement as it was written.
pub(crate) enum Needed {
    Scope(Written),
    All(Vec<Needed>),
    Any(Vec<Needed>),
}

/// A scope as it was written.
pub(crate) enum Written {
    /// `"ZohoCliq.Channels.READ"`.
    Literal(LitStr),
    /// `ZohoCliq.Channels.READ`, with the place of each segment.
    Words { text: String, segments: Vec<Span> },
    /// `ZohoCliq::Channels::READ`, or any other constant.
    Path(TokenStream),
}

impl Written {
    /// The scope as a text; empty for a constant, which only the compiler can read.
    pub(crate) fn text(&self) -> String {
        match self {
            Self::Literal(literal) => literal.value(),
            Self::Words { text, .. } => text.clone(),
            Self::Path(_) => String::new(),
        }
    }

    /// The place of some segments; of the whole for a literal, whose inside has no places.
    pub(crate) fn span(&self, segments: Range<usize>) -> Span {
        match self {
            Self::Literal(literal) => literal.span(),
            Self::Words { segments: spans, .. } => {
                let chosen = spans.get(segments).unwrap_or(spans);
                let whole = |first: &Span| chosen.last().and_then(|last| first.join(*last)).unwrap_or(*first);
                chosen.first().map_or_else(Span::call_site, whole)
            }
            Self::Path(tokens) => tokens.clone().into_iter().next().map_or_else(Span::call_site, |token| token.span()),
        }
    }
}

impl Parse for One {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let root = root(input)?;
        if input.is_empty() {
            let message = "no scope given\nwrite one, such as `scope!(\"Service.name.READ\")`";
            return Err(syn::Error::new(Span::call_site(), message));
        }
        let written = input.parse()?;
        if input.peek(Token![,]) {
            return Err(input.error("one scope belongs here; `scopes!` takes a list"));
        }
        Ok(Self { root, written })
    }
}

impl Parse for Many {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let root = root(input)?;
        let allow_redundant = allow_redundant(input)?;
        let written = input.parse_terminated(Written::parse, Token![,])?;
        Ok(Self { root, allow_redundant, written: written.into_iter().collect() })
    }
}

/// `allow(redundant);` in front of the list.
fn allow_redundant(input: ParseStream<'_>) -> Result<bool> {
    let is_allow = input.fork().parse::<Ident>().is_ok_and(|word| word == "allow") && input.peek2(token::Paren);
    if is_allow {
        input.parse::<Ident>()?;
        let content;
        parenthesized!(content in input);
        let what: Ident = content.parse()?;
        if what != "redundant" {
            return Err(syn::Error::new(what.span(), "only `redundant` can be allowed"));
        }
        input.parse::<Token![;]>()?;
    }
    Ok(is_allow)
}

impl Parse for Required {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let root = root(input)?;
        let needed = input.parse()?;
        input.parse::<Option<Token![,]>>()?;
        if input.is_empty() {
            Ok(Self { root, needed })
        } else {
            Err(input.error("one requirement belongs here: `all(...)` or `any(...)` joins several"))
        }
    }
}

impl Parse for Needed {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let word = input.fork().parse::<Ident>().map(|word| word.to_string());
        let joins = input.peek2(token::Paren);
        let several = |input: ParseStream<'_>| -> Result<Vec<Self>> {
            input.parse::<Ident>()?;
            let content;
            parenthesized!(content in input);
            Ok(content.parse_terminated(Self::parse, Token![,])?.into_iter().collect())
        };
        match word.as_deref() {
            Ok("all") if joins => several(input).map(Self::All),
            Ok("any") if joins => several(input).map(Self::Any),
            _ => input.parse().map(Self::Scope),
        }
    }
}

/// The path of the library, in brackets.
fn root(input: ParseStream<'_>) -> Result<TokenStream> {
    let content;
    bracketed!(content in input);
    content.parse()
}

impl Parse for Written {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        if input.peek(LitStr) {
            return input.parse().map(Self::Literal);
        }
        let is_path = input.peek(Token![::]) || (input.peek(Ident::peek_any) && input.peek2(Token![::]));
        let is_constant = input.peek(Ident::peek_any) && (input.peek2(Token![,]) || is_last(input));
        if is_path || is_constant {
            let mut path = TokenStream::new();
            while !input.is_empty() && !input.peek(Token![,]) {
                path.extend([input.parse::<TokenTree>()?]);
            }
            return Ok(Self::Path(path));
        }
        words(input)
    }
}

/// Whether one token is left.
fn is_last(input: ParseStream<'_>) -> bool {
    let ahead = input.fork();
    ahead.parse::<TokenTree>().is_ok() && ahead.is_empty()
}

/// Words between dots; an operation may have a hyphen.
fn words(input: ParseStream<'_>) -> Result<Written> {
    let (mut text, mut segments) = (String::new(), Vec::new());
    loop {
        let word = input.call(Ident::parse_any).map_err(|error| {
            syn::Error::new(error.span(), "expected a scope: a string, `Service.name.OPERATION`, or a constant")
        })?;
        text.push_str(&word.unraw().to_string());
        segments.push(word.span());
        while input.parse::<Option<Token![-]>>()?.is_some() {
            text.push('-');
            text.push_str(&input.call(Ident::parse_any)?.unraw().to_string());
        }
        if input.parse::<Option<Token![.]>>()?.is_none() {
            return Ok(Written::Words { text, segments });
        }
        text.push('.');
    }
}
