//! Questions and answers as JSON, for the page and for whoever else cannot call Rust.
//!
//! The page that `zoho-scopes site` writes holds this module, compiled to WebAssembly: so it finds,
//! judges and joins scopes by the rules of this library and has none of its own.
//!
//! ```
//! let mut page = zoho_scopes::page::Page::new(zoho_scopes::Catalogue::builtin());
//! let answer = page.answer(r#"{"ask": "scope", "wire": "ZohoLens.orgs.READ"}"#);
//! assert!(answer.contains(r#""rust":"ZohoLens::orgs::READ""#));
//! assert_eq!(page.answer(r#"{"ask": "?"}"#).get(..10), Some(r#"{"error":""#));
//! ```

mod authorize;
mod basket;
mod calls;
mod check;
mod explain;
mod list;
pub(crate) mod requests;

use std::{collections::HashMap, fmt};

use serde::{Deserialize, Serialize};

use crate::{Catalogue, Scope, catalogue::search};

/// Answers questions about one catalogue. What they share is made once.
pub struct Page {
    catalogue: Catalogue,
    index: search::Index,
    /// Every scope once; answers refer to a scope by its place here.
    scopes: Vec<Scope>,
    places: HashMap<&'static str, usize>,
}

/// What may be asked. Each names its answer.
#[derive(Deserialize)]
#[serde(tag = "ask", rename_all = "kebab-case", deny_unknown_fields)]
enum Question {
    /// [`list::Everything`]
    Catalogue,
    /// Places of scopes, best first.
    Search { text: String },
    /// [`explain::Explained`]
    Scope { wire: String },
    /// [`check::Checked`]
    Check { text: String },
    /// [`calls::Needs`], of requests as `GET /path`, one a line.
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
        let mut places = HashMap::new();
        let mut scopes = Vec::new();
        for scope in catalogue.scopes() {
            places.entry(scope.as_str()).or_insert_with(|| {
                scopes.push(scope);
                scopes.len() - 1
            });
        }
        Self { catalogue, index: search::Index::of(catalogue), scopes, places }
    }

    /// The number of scopes.
    #[must_use]
    #[expect(clippy::len_without_is_empty, reason = "a catalogue holds scopes")]
    pub fn len(&self) -> usize {
        self.scopes.len()
    }

    /// The answer to a question, both JSON; `{"error": "…"}` where there is none.
    pub fn answer(&mut self, question: &str) -> String {
        let asked = serde_json::from_str(question).map_err(|error| error.to_string());
        let answer = asked.and_then(|question| self.answer_to(question));
        answer.unwrap_or_else(|error| json(&serde_json::json!({ "error": error })))
    }

    fn answer_to(&mut self, question: Question) -> Result<String, String> {
        Ok(match question {
            Question::Catalogue => json(&self.everything()),
            Question::Search { text } => json(&self.places(self.index.search(&text))),
            Question::Scope { wire } => json(&self.explain(&wire).ok_or("not in the catalogue")?),
            Question::Check { text } => json(&self.check(&text)),
            Question::Calls { text } => json(&Self::needs(&text)),
            Question::Basket { entries } => json(&self.basket(&entries)),
            Question::Authorize(request) => json(&self.authorize(&request)?),
            Question::Load { file, json: text } => {
                *self = Self::new(self.catalogue.with_json(&file, &text).map_err(|faults| faults.to_string())?);
                json(&true)
            }
        })
    }

    fn places(&self, scopes: impl IntoIterator<Item = Scope>) -> Vec<usize> {
        scopes.into_iter().filter_map(|scope| self.places.get(scope.as_str()).copied()).collect()
    }
}

impl fmt::Debug for Page {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Page({:?})", self.catalogue)
    }
}

/// What is answered consists of texts, numbers and lists, which have JSON always.
fn json(answer: &impl Serialize) -> String {
    serde_json::to_string(answer).unwrap_or_default()
}
