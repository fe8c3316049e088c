//! Questions and answers as JSON, for the page and for whoever else cannot call Rust.
//!
//! The page that `zoho-scopes site` writes holds this module, compiled to WebAssembly: so it finds,
//! checks and joins scopes by the rules of the library and has none of its own.
//!
//! ```
//! let mut page = zoho_scopes_cli::page::Page::new(zoho_scopes::Catalogue::builtin());
//! let answer = page.answer(r#"{"ask": "scope", "wire": "ZohoLens.orgs.READ"}"#);
//! assert!(answer.contains(r#""rust":"ZohoLens::orgs::READ""#));
//! assert_eq!(page.answer(r#"{"ask": "?"}"#).get(..10), Some(r#"{"error":""#));
//! ```

mod api_error;
mod authorize;
mod basket;
mod calls;
mod check;
mod covers;
mod describe;
mod explain;
mod known;
mod list;
mod validate;

use std::fmt;

use serde::{Deserialize, Serialize};
use zoho_scopes::Catalogue;

use self::known::Known;
use crate::export::{FoundName, MAX_FOUND};

/// Answers questions about one catalogue.
pub struct Page(Known);

/// What may be asked. Each names its answer.
#[derive(Deserialize)]
#[serde(tag = "ask", rename_all = "kebab-case", deny_unknown_fields)]
enum Question {
    /// [`list::Everything`]
    Catalogue,
    /// For each scope name the places of its scopes, both best first.
    Search { text: String },
    /// [`explain::Explained`]
    Scope { wire: String },
    /// [`describe::Described`], or nothing
    Describe { scope: String },
    /// [`check::Checked`]
    Check { text: String },
    /// A report, as `check --format json` prints it.
    Validate {
        text: String,
        #[serde(default)]
        options: validate::Options,
    },
    /// The same for each list of a text.
    ValidateAll {
        text: String,
        #[serde(default)]
        options: validate::Options,
    },
    /// Reports on the lists of a file, as `check --file FILE --format json` prints them.
    ValidateFile {
        file: String,
        text: String,
        #[serde(default)]
        options: validate::Options,
    },
    /// [`covers::InWireForm`]
    #[serde(rename_all = "camelCase")]
    Format {
        text: String,
        #[serde(default)]
        fix: bool,
        #[serde(default)]
        drop_covered: bool,
    },
    /// Coverage, as `covers --format json` prints it.
    Covers { granted: String, required: String },
    /// Scopes in full, best first, as `search --format json` prints them.
    Find { text: String },
    /// [`calls::Needs`], of requests as `GET /path`, one a line, or in another form that people have them in.
    Calls { text: String },
    /// [`basket::Basket`]
    Basket { entries: Vec<String> },
    /// A URL.
    Authorize(authorize::Request),
    /// `true`: from now on the service of a catalogue file is known too.
    Load { file: String, json: String },
}

impl Page {
    /// A page over a catalogue.
    #[must_use]
    pub fn new(catalogue: Catalogue) -> Self {
        Self(Known::new(catalogue))
    }

    /// The number of scopes.
    #[must_use]
    #[expect(clippy::len_without_is_empty, reason = "a catalogue holds scopes")]
    pub fn len(&self) -> usize {
        self.0.scopes.len()
    }

    /// The answer to a question, both JSON; `{"error": "…"}` where there is none.
    pub fn answer(&mut self, question: &str) -> String {
        let asked = serde_json::from_str(question).map_err(|error| error.to_string());
        let answer = asked.and_then(|question| self.answer_to(question));
        answer.unwrap_or_else(|error| json(&serde_json::json!({ "error": error })))
    }

    fn answer_to(&mut self, question: Question) -> Result<String, String> {
        let known = &self.0;
        Ok(match question {
            Question::Catalogue => json(&list::everything(known)),
            Question::Search { text } => json(&list::found(known, &text)),
            Question::Scope { wire } => json(&explain::explain(known, &wire).ok_or("not in the catalogue")?),
            Question::Describe { scope } => json(&describe::describe(known, &scope)),
            Question::Check { text } => json(&check::check(known, &text)),
            Question::Validate { text, options } => json(&validate::list(known, &text, options)),
            Question::ValidateAll { text, options } => json(&validate::lists(known, &text, options)),
            Question::ValidateFile { file, text, options } => json(&validate::file(known, &file, text, options)?),
            Question::Format { text, fix, drop_covered } => {
                json(&covers::in_wire_form(known, &text, fix, drop_covered))
            }
            Question::Covers { granted, required } => json(&covers::covers(known, &granted, &required)?),
            Question::Find { text } => {
                let found = known.index.search_names(&text);
                json(&found.iter().take(MAX_FOUND).filter_map(FoundName::of).collect::<Vec<_>>())
            }
            Question::Calls { text } => json(&calls::needs(&text)?),
            Question::Basket { entries } => json(&basket::basket(known, &entries)),
            Question::Authorize(request) => json(&authorize::authorize(known, &request)?),
            Question::Load { file, json: text } => {
                *self = Self::new(known.catalogue.with_json(&file, &text).map_err(|errors| errors.to_string())?);
                json(&true)
            }
        })
    }
}

impl fmt::Debug for Page {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Page({:?})", self.0.catalogue)
    }
}

/// What is answered consists of texts, numbers and lists, which have JSON always.
fn json(answer: &impl Serialize) -> String {
    serde_json::to_string(answer).unwrap_or_default()
}
