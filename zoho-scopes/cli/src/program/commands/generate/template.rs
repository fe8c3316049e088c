//! From a model to a text, by the template of a language.

use minijinja::{AutoEscape, Environment, Error, UndefinedBehavior, syntax::SyntaxConfig, value::Serde};

use super::{escape, language::Language, model::Model};
use crate::program::answer::{Failure, Result};

/// The file.
pub(super) fn render(language: &Language, model: &Model<'_>) -> Result<String> {
    rendered(language, model)
        .map_err(|error| Failure::Usage(format!("the template of `{}` fails: {error:#}", language.name)))
}

fn rendered(language: &Language, model: &Model<'_>) -> std::result::Result<String, Error> {
    let mut environment = Environment::new();
    let mut syntax = SyntaxConfig::builder();
    // A line of a tag alone is no line of the file.
    environment.set_syntax(syntax.trim_blocks(true).lstrip_blocks(true).keep_trailing_newline(true).build()?);
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    // Each language escapes in its own way, and says so in its template.
    environment.set_auto_escape_callback(|_| AutoEscape::None);
    escape::add_to(&mut environment);
    environment.render_named_str(language.name, language.template, Serde(model))
}
