//! What stands in the file of settings, and its JSON Schema.

use std::{borrow::Cow, fmt, path::PathBuf};

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{
    Deserialize, Deserializer,
    de::{Error, Unexpected, Visitor},
};
use toml::Spanned;
use zoho_scopes::report::Code;

use super::{globs::Glob, word::word};
use crate::{
    adjustments::{Denied, code, denied},
    policy::PolicyName,
};

/// Settings of `zoho-scopes scan`, in `zoho-scopes.toml`. Options of the command line are stronger. Paths are relative to
/// the folder of the file.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, rename_all = "kebab-case", deny_unknown_fields)]
#[schemars(title = "zoho-scopes.toml")]
pub(super) struct Model {
    /// How strictly lists are checked; `lax` where nothing is said.
    pub(super) policy: Option<PolicyName>,
    /// Codes of diagnostics that are errors; `warnings` are all warnings.
    #[serde(deserialize_with = "all_denied")]
    #[schemars(with = "Vec<DeniedWord>")]
    pub(super) deny: Vec<Denied>,
    /// Codes of diagnostics that are left out.
    #[serde(deserialize_with = "all_codes")]
    #[schemars(with = "Vec<CodeWord>")]
    pub(super) allow: Vec<Code>,
    /// Files and folders that are left out, as in a `.gitignore` of this folder.
    pub(super) exclude: Vec<Glob>,
    /// Catalogue files of your own, on top of the built-in catalogue.
    #[schemars(with = "Vec<PathBuf>")]
    pub(super) catalogues: Vec<Spanned<PathBuf>>,
    /// The baseline: findings that do not count.
    #[schemars(with = "Option<PathBuf>")]
    pub(super) baseline: Option<Spanned<PathBuf>>,
    /// Larger files are skipped, which is reported.
    #[serde(deserialize_with = "bytes")]
    pub(super) max_bytes: Option<u64>,
    /// Whether hidden files and folders are read too.
    pub(super) hidden: bool,
    /// What is different for some files. Of several the last is strongest.
    pub(super) overrides: Vec<Override>,
}

/// What is different for some files.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(super) struct Override {
    /// The files, as in a `.gitignore` of this folder.
    pub(super) paths: Vec<Glob>,
    /// How strictly their lists are checked.
    pub(super) policy: Option<PolicyName>,
    /// Codes of diagnostics that are errors in these; `warnings` are all warnings.
    #[serde(default, deserialize_with = "all_denied")]
    #[schemars(with = "Vec<DeniedWord>")]
    pub(super) deny: Vec<Denied>,
    /// Codes of diagnostics that are left out in these.
    #[serde(default, deserialize_with = "all_codes")]
    #[schemars(with = "Vec<CodeWord>")]
    pub(super) allow: Vec<Code>,
}

/// A code by its word. Its own type, so that an error has the place of the word.
struct CodeWord(Code);

impl<'de> Deserialize<'de> for CodeWord {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        word(deserializer, |word| code(word).map(Self).map_err(str::to_owned))
    }
}

impl JsonSchema for CodeWord {
    fn schema_name() -> Cow<'static, str> {
        "Code".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "The code of a diagnostic.",
            "enum": Code::ALL.iter().map(|code| code.as_str()).collect::<Vec<_>>(),
        })
    }
}

struct DeniedWord(Denied);

impl<'de> Deserialize<'de> for DeniedWord {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        word(deserializer, |word| denied(word).map(Self).map_err(str::to_owned))
    }
}

impl JsonSchema for DeniedWord {
    fn schema_name() -> Cow<'static, str> {
        "Denied".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({ "anyOf": [{ "const": "warnings" }, generator.subschema_for::<CodeWord>()] })
    }
}

fn all_codes<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Code>, D::Error> {
    Ok(Vec::<CodeWord>::deserialize(deserializer)?.into_iter().map(|word| word.0).collect())
}

fn all_denied<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Denied>, D::Error> {
    Ok(Vec::<DeniedWord>::deserialize(deserializer)?.into_iter().map(|word| word.0).collect())
}

fn bytes<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<u64>, D::Error> {
    /// Says what is wanted in words of the file's author.
    struct Bytes;

    impl Visitor<'_> for Bytes {
        type Value = u64;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a number of bytes, such as 16777216")
        }

        fn visit_i64<E: Error>(self, bytes: i64) -> Result<u64, E> {
            bytes.try_into().map_err(|_| E::invalid_value(Unexpected::Signed(bytes), &self))
        }

        fn visit_u64<E: Error>(self, bytes: u64) -> Result<u64, E> {
            Ok(bytes)
        }
    }

    deserializer.deserialize_u64(Bytes).map(Some)
}

/// The JSON Schema of the file, laid out.
pub(in crate::program::commands::scan) fn schema() -> String {
    let schema = schemars::schema_for!(Model);
    serde_json::to_string_pretty(&schema).map(|text| text + "\n").unwrap_or_default()
}
