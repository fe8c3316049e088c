//! What a catalogue file says: the serde model, and the source of the JSON Schema.
//!
//! One file describes one service. Field documentation here becomes the descriptions in
//! `catalogue.schema.json`, which editors show while one writes.

use std::fmt;

use serde::{
    Deserialize, Deserializer,
    de::{MapAccess, Visitor, value::MapAccessDeserializer},
};

use crate::{
    files::entries::Entries,
    table::{Completeness, Evidence, SourceKind},
};

/// One service: the first segment of its scopes, and all that is known below it.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Service {
    /// The address of the JSON Schema, `../catalogue.schema.json`, for editors.
    #[serde(rename = "$schema", default)]
    pub schema: Option<String>,
    /// First segment of every scope in this file, as its best official source spells it.
    pub service: String,
    /// Other official spellings of the service; they differ from it in case alone.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// Words people write for this service that were never valid, such as the product's name.
    #[serde(default)]
    pub misnomers: Vec<String>,
    /// Another service that differs from this one in case alone and is not known to be the same.
    #[serde(rename = "twin", default)]
    pub case_variant: Option<String>,
    /// The product as its users know it.
    pub product: String,
    /// What the product is for, in a line of our own.
    pub summary: String,
    /// The page that documents the scopes, or the API where no page lists them.
    pub docs: String,
    /// How much of the service the file holds.
    pub completeness: Completeness,
    /// Keys of the sources that were read to their end and list all scopes of the service.
    #[serde(default)]
    pub read: Vec<String>,
    /// What is known to exist and was not read, in words of our own.
    #[serde(default)]
    pub unread: Vec<String>,
    /// The day the facts were last compared with their sources, `YYYY-MM-DD`.
    #[serde(rename = "checked")]
    pub verified: String,
    /// For the next editor: quirks, and what is known to be missing.
    #[serde(default)]
    pub notes: Vec<String>,
    /// True for scopes without a dot (the `OpenID` words): the names below are whole scopes.
    #[serde(default)]
    pub bare: bool,
    /// Where facts were seen, by a short key of the file's own.
    pub sources: Entries<Source>,
    /// Keys of the sources that hold unless a name or an operation gives its own; best first.
    #[serde(default)]
    pub from: Vec<String>,
    /// Operations beyond ALL, CREATE, READ, UPDATE and DELETE, each with the summary of what it
    /// permits; `{}` stands for the summary of the scope name.
    #[serde(default)]
    pub verbs: Entries<String>,
    /// The scope names, sorted without regard to case. A name with a placeholder, such as
    /// `modules.{module_api_name}`, is a pattern: one segment may stand in for the placeholder.
    pub names: Entries<Name>,
    /// Groups of names that differ in case alone and yet mean different things.
    #[serde(rename = "twins", default)]
    pub case_variants: Vec<Vec<String>>,
    /// What covers what, beyond ALL covering CREATE, READ, UPDATE and DELETE of its own name.
    #[serde(default)]
    pub covering: Covering,
    /// Misspelled scopes of official sources, with what they mean.
    #[serde(rename = "mistakes", default)]
    pub misspellings: Vec<Misspelling>,
    /// Scopes left out on purpose, with the reason.
    #[serde(rename = "doubtful", default)]
    pub excluded: Vec<Excluded>,
}

/// Where a fact was seen.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// `https://…`, a package URL such as `pkg:npm/zcatalyst-cli@1.25.3`, or `code-index:NUMBER` for
    /// public code whose repository is not known.
    pub address: String,
    /// Who speaks.
    pub kind: SourceKind,
    /// In which form the source says it.
    #[serde(rename = "shows")]
    pub evidence: Evidence,
    /// When it was seen, `YYYY-MM` or `YYYY-MM-DD`.
    #[serde(rename = "seen")]
    pub retrieved: String,
    /// A few words of our own.
    #[serde(default)]
    pub note: Option<String>,
}

/// A scope name: all between the first and the last dot.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Name {
    /// What data the name opens: a noun phrase of our own, no capital, no full stop.
    pub summary: String,
    /// The operations it offers: ALL, CREATE, READ, UPDATE, DELETE in this order, then declared
    /// verbs. A plain string is the usual case; an object says what differs. None where `bare`.
    #[serde(default, deserialize_with = "listed")]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<Listed>"))]
    pub operations: Vec<Operation>,
    /// Keys of the sources of this name, where they are not the file's; best first.
    #[serde(default)]
    pub from: Vec<String>,
    /// A Rust name of its own, where the usual rule would collide.
    #[serde(default)]
    pub rust: Option<String>,
    /// Scopes, also of other services, that calls under this name need also.
    #[serde(default)]
    pub requires: Vec<String>,
    /// Why the whole name is disputed, where its sources do not say so by themselves.
    #[serde(default)]
    pub disputed: Option<String>,
    /// Set where the whole name is on its way out.
    #[serde(default)]
    pub deprecated: Option<Deprecated>,
}

/// An operation of a scope name, with what differs from its siblings.
#[derive(Debug, Clone, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Operation {
    /// The last segment of the scope, as the wire form spells it.
    pub operation: String,
    /// The wire form, where its case differs from `service.name.operation`.
    #[serde(default)]
    pub wire: Option<String>,
    /// Other official spellings of the whole scope.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// What it permits, where the usual sentence would be wrong: begins with a capital, no full stop.
    #[serde(default)]
    pub summary: Option<String>,
    /// Keys of the sources of this operation, where they are not the name's; best first.
    #[serde(default)]
    pub from: Vec<String>,
    /// A Rust name of its own, where the usual rule would collide.
    #[serde(default)]
    pub rust: Option<String>,
    /// Scopes, also of other services, that calls with this scope need also.
    #[serde(default)]
    pub requires: Vec<String>,
    /// Why it is disputed, where its sources do not say so by themselves.
    #[serde(default)]
    pub disputed: Option<String>,
    /// Set where it is on its way out.
    #[serde(default)]
    pub deprecated: Option<Deprecated>,
}

/// What is known of a scope's end.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Deprecated {
    /// What happened to it, in a few words.
    #[serde(rename = "because")]
    pub reason: String,
    /// Since when: a date or an API version.
    #[serde(default)]
    pub since: Option<String>,
    /// The scope to use instead.
    #[serde(default)]
    pub replacement: Option<String>,
}

/// What covers what in a service. A token with the first may do all that the second allows.
#[derive(Debug, Clone, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Covering {
    /// Operations that cover others of the same scope name.
    #[serde(default)]
    pub operations: Vec<OperationCovers>,
    /// Names that cover the names below them.
    #[serde(default)]
    pub names: Vec<NameCovers>,
    /// Single scopes that cover others, such as full access.
    #[serde(default)]
    pub scopes: Vec<ScopeCovers>,
}

/// An operation that covers others of the same scope name.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct OperationCovers {
    /// The covering operation, such as WRITE.
    pub operation: String,
    /// What it covers, such as CREATE, UPDATE and DELETE.
    pub covers: Vec<String>,
    /// The names the claim is made for; none means every name of the service.
    #[serde(default)]
    pub names: Vec<String>,
    /// Keys of the sources that say so.
    pub from: Vec<String>,
}

/// A scope name that covers the names below it, operation by operation.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NameCovers {
    /// The upper name, such as `modules`, which covers `modules.leads`.
    pub name: String,
    /// The operations the claim is made for: each covers itself, and what it covers within one
    /// name, in every name below.
    pub operations: Vec<String>,
    /// Names below that are left out.
    #[serde(default)]
    pub except: Vec<String>,
    /// Keys of the sources that say so.
    pub from: Vec<String>,
}

/// A scope that covers others of its service.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ScopeCovers {
    /// The covering scope without the service, such as `fullaccess.all`.
    pub scope: String,
    /// What it covers: scopes without the service, or `*` for every scope of the service.
    pub covers: Vec<String>,
    /// Scopes or names that are left out.
    #[serde(default)]
    pub except: Vec<String>,
    /// Keys of the sources that say so; none means that it is likely but nobody says it, and the
    /// answer is "undocumented".
    #[serde(default)]
    pub from: Vec<String>,
}

/// A misspelled scope that an official source prints, or that many people copy.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Misspelling {
    /// The wrong text.
    pub text: String,
    /// The scope that is meant.
    pub means: String,
    /// Keys of the sources that print it.
    pub from: Vec<String>,
}

/// Scopes that are left out of the catalogue on purpose.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Excluded {
    /// The scopes, as their sources spell them.
    pub scopes: Vec<String>,
    /// Why they are left out.
    #[serde(rename = "because")]
    pub reason: String,
    /// The scope to use instead, if there is one.
    #[serde(default)]
    pub better: Option<String>,
    /// Whether Zoho is reported to refuse them.
    #[serde(default)]
    pub refused: bool,
    /// Keys of the sources that print them.
    pub from: Vec<String>,
}

/// An operation as a file writes it: a word, or an object where something differs.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(untagged))]
enum Listed {
    /// The operation alone.
    Word(String),
    /// The operation with what differs.
    Object(Box<Operation>),
}

/// Reads operations written as words or objects, keeping serde's own messages for wrong objects
/// (an untagged enum would lose them).
fn listed<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Operation>, D::Error> {
    Vec::<Listed>::deserialize(deserializer).map(|list| {
        let operation = |item| match item {
            Listed::Word(operation) => Operation { operation, ..Operation::default() },
            Listed::Object(operation) => *operation,
        };
        list.into_iter().map(operation).collect()
    })
}

impl<'de> Deserialize<'de> for Listed {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct WordOrObject;

        impl<'de> Visitor<'de> for WordOrObject {
            type Value = Listed;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an operation word, or an object with `operation`")
            }

            fn visit_str<E>(self, word: &str) -> Result<Listed, E> {
                Ok(Listed::Word(word.to_owned()))
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Listed, A::Error> {
                Operation::deserialize(MapAccessDeserializer::new(map)).map(Box::new).map(Listed::Object)
            }
        }

        deserializer.deserialize_any(WordOrObject)
    }
}
