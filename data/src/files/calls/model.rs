//! What a file of calls says: the serde model, and the source of its JSON Schema.
//!
//! One file describes the API calls of one service. Field documentation here becomes the descriptions
//! in `calls.schema.json`.

use std::{fmt, marker::PhantomData};

use serde::{
    Deserialize, Deserializer,
    de::{Error, MapAccess, Visitor, value::MapAccessDeserializer},
};

use crate::files::{entries::Entries, model::Source};

/// The API calls of one service, with the scopes each needs.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CallFile {
    /// The address of the JSON Schema, `../calls.schema.json`, for editors.
    #[serde(rename = "$schema", default)]
    pub schema: Option<String>,
    /// The service, as its catalogue file spells it.
    pub service: String,
    /// Where the paths below begin: the host, as in the data centre of the United States, and the
    /// beginning of the path. A segment such as `v8` or `v2.1` is the current version; requests with
    /// another one, or none, are matched too. Of bases that differ in the version alone, one that has
    /// the request's version is asked first.
    pub bases: Vec<String>,
    /// Other addresses under which the calls of a base are made, such as the host of the product.
    #[serde(default)]
    pub aliases: Entries<Alias>,
    /// The day the facts were last compared with their sources, `YYYY-MM-DD`.
    #[serde(rename = "checked")]
    pub verified: String,
    /// How lists of scopes in the sources were read.
    pub reading: Reading,
    /// First segments below the bases that the API has for itself and no call here begins with, each with keys of its
    /// sources: a parameter of a path does not stand for them.
    #[serde(default)]
    pub reserved: Entries<Vec<String>>,
    /// For the next editor: quirks, and what is known to be missing.
    #[serde(default)]
    pub notes: Vec<String>,
    /// Where facts were seen, by a short key of the file's own.
    pub sources: Entries<Source>,
    /// Keys of the sources that hold unless a call gives its own; best first.
    #[serde(default)]
    pub from: Vec<String>,
    /// What each call needs, by path below the base and then by method, both sorted. A parameter stands in
    /// braces; `/` is the base itself.
    pub calls: Entries<Entries<Call>>,
}

/// A base that has another address, too.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Alias {
    /// The base, as the file lists it; a part of its paths may follow.
    pub of: String,
    /// Keys of the sources that have the other address.
    pub from: Vec<String>,
}

/// How lists of scopes in the sources were read, since they do not say it.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Reading {
    /// Whether one scope of a list is enough, or all belong together.
    pub lists: Lists,
    /// Why, in our own words.
    #[serde(rename = "because")]
    pub reason: String,
    /// Keys of the sources that settle it.
    pub from: Vec<String>,
}

/// What a list of scopes stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Lists {
    /// One of them is enough.
    Any,
    /// All of them are needed.
    All,
}

/// A call: a method of a path.
#[derive(Debug, Clone, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(try_from = "WordOr<CallObject>"))]
pub struct Call {
    /// What it needs; none where that is unclear.
    pub needs: Option<Needs>,
    /// Keys of the sources of this call, where they are not the file's; best first.
    pub from: Vec<String>,
    /// The place of its base among the `bases`.
    pub base: usize,
    /// Why its needs cannot be settled.
    pub unclear: Option<String>,
    /// A remark of our own.
    pub note: Option<String>,
}

/// What a call needs.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(try_from = "WordOr<NeedsObject>"))]
pub enum Needs {
    /// This scope, in its wire form; or a pattern of the catalogue, whose parameter may have the name of a parameter
    /// of the path: then the request's own segment is put in.
    Scope(String),
    /// At least one of these.
    Any(Vec<Needs>),
    /// Every one of these.
    All(Vec<Needs>),
}

impl Needs {
    /// Every scope that is named, in the order of the file.
    #[must_use]
    pub fn scopes(&self) -> Vec<&str> {
        match self {
            Self::Scope(scope) => vec![scope],
            Self::Any(parts) | Self::All(parts) => parts.iter().flat_map(Self::scopes).collect(),
        }
    }
}

/// A call where more than its scopes is said: `needs` with the rest, or `any` or `all` alone.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
struct CallObject {
    /// At least one of these is needed.
    any: Option<Vec<Needs>>,
    /// Every one of these is needed.
    all: Option<Vec<Needs>>,
    /// What it needs, beside what else is said.
    needs: Option<Needs>,
    /// Keys of the sources of this call, where they are not the file's; best first.
    #[serde(default)]
    from: Vec<String>,
    /// The place of its base among the `bases`.
    #[serde(default)]
    base: usize,
    /// Why its needs cannot be settled; `needs` is what is safest then.
    unclear: Option<String>,
    /// A remark of our own.
    note: Option<String>,
}

/// Scopes that are joined.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
struct NeedsObject {
    /// At least one of these is needed.
    any: Option<Vec<Needs>>,
    /// Every one of these is needed.
    all: Option<Vec<Needs>>,
}

/// What fits the fields `any`, `all` and `needs`, of which one at most may be there.
fn one_of(any: Option<Vec<Needs>>, all: Option<Vec<Needs>>, needs: Option<Needs>) -> Result<Option<Needs>, String> {
    match (any, all, needs) {
        (None, None, needs) => Ok(needs),
        (Some(any), None, None) => Ok(Some(Needs::Any(any))),
        (None, Some(all), None) => Ok(Some(Needs::All(all))),
        _ => Err("expected one of `any`, `all` and `needs`".to_owned()),
    }
}

impl TryFrom<WordOr<NeedsObject>> for Needs {
    type Error = String;

    fn try_from(written: WordOr<NeedsObject>) -> Result<Self, String> {
        match written {
            WordOr::Word(scope) => Ok(Self::Scope(scope)),
            WordOr::Object(NeedsObject { any, all }) => {
                one_of(any, all, None)?.ok_or_else(|| "expected `any` or `all`".to_owned())
            }
        }
    }
}

impl TryFrom<WordOr<CallObject>> for Call {
    type Error = String;

    fn try_from(written: WordOr<CallObject>) -> Result<Self, String> {
        match written {
            WordOr::Word(scope) => Ok(Self { needs: Some(Needs::Scope(scope)), ..Self::default() }),
            WordOr::Object(CallObject { any, all, needs, from, base, unclear, note }) => {
                Ok(Self { needs: one_of(any, all, needs)?, from, base, unclear, note })
            }
        }
    }
}

/// A word, or an object where there is more to say. Unlike with an untagged enum, serde's own messages
/// for wrong objects are kept.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(untagged))]
enum WordOr<T> {
    /// A scope alone.
    Word(String),
    /// More than one, or more to say.
    Object(T),
}

impl<'de> Deserialize<'de> for Needs {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Either::<NeedsObject, Self>(PhantomData))
    }
}

impl<'de> Deserialize<'de> for Call {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Either::<CallObject, Self>(PhantomData))
    }
}

/// Reads a word or an object, and makes `U` of it. What has no meaning is refused while the value is read, not
/// after it: so `serde_json` says where it stands.
struct Either<T, U>(PhantomData<(T, U)>);

impl<'de, T: Deserialize<'de>, U: TryFrom<WordOr<T>, Error = String>> Visitor<'de> for Either<T, U> {
    type Value = U;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a scope, or an object with `any` or `all`")
    }

    fn visit_str<E: Error>(self, word: &str) -> Result<U, E> {
        U::try_from(WordOr::Word(word.to_owned())).map_err(E::custom)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<U, A::Error> {
        let object = T::deserialize(MapAccessDeserializer::new(map))?;
        U::try_from(WordOr::Object(object)).map_err(A::Error::custom)
    }
}
