//! What Zoho answered about scopes, kept in a file: `zoho-scopes probe` writes it, `catalogue merge` reads it.

use std::{fs, io, path::Path};

use serde::{Deserialize, Serialize};
use zoho_scopes::accounts::DataCentre;

use super::{
    answer::{Failure, Result},
    input,
    replace::replace,
};

/// The form of the file changes only with this number.
const VERSION: u32 = 1;

#[derive(Serialize, Deserialize)]
pub(super) struct ProbeFile {
    version: u32,
    /// The data centre that was asked.
    pub(super) data_centre: String,
    /// The answer about a scope that does not exist: what a refusal looks like.
    pub(super) control: Option<Answered>,
    pub(super) answers: Vec<Answered>,
}

/// The answer about one scope.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Answered {
    /// The scope as it was sent.
    pub(super) scope: String,
    pub(super) answer: Verdict,
    /// The day, `YYYY-MM-DD`, in UTC.
    pub(super) date: String,
    /// The error as it came.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) error: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Verdict {
    Accepted,
    Refused,
    Unclear,
}

impl Verdict {
    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Self::Accepted => "accepted",
            Self::Refused => "refused",
            Self::Unclear => "unclear",
        }
    }
}

impl ProbeFile {
    pub(super) fn new(centre: DataCentre) -> Self {
        Self { version: VERSION, data_centre: centre.as_str().to_owned(), control: None, answers: Vec::new() }
    }

    /// Reads a file.
    pub(super) fn read(path: &Path) -> Result<Self> {
        let wrong = |what: String| Failure::Usage(format!("{}: {what}", path.display()));
        let file: Self = input::json(path, &input::file(path)?, "what `probe --save` writes")?;
        if file.version != VERSION {
            return Err(wrong(format!("version {} of the file is not known", file.version)));
        }
        if let Some(answered) = file.answers.iter().find(|answered| !zoho_scopes_data::files::is_day(&answered.date)) {
            return Err(wrong(format!("`{}` is not a date", answered.date)));
        }
        Ok(file)
    }

    /// Reads a file to go on with, if it is there.
    pub(super) fn resumed(path: &Path, centre: DataCentre) -> Result<Self> {
        if matches!(fs::metadata(path), Err(error) if error.kind() == io::ErrorKind::NotFound) {
            return Ok(Self::new(centre));
        }
        let file = Self::read(path)?;
        if file.data_centre != centre.as_str() {
            return Err(Failure::Usage(format!(
                "{}: holds answers of the data centre `{}`, not of `{centre}`; use another file",
                path.display(),
                file.data_centre
            )));
        }
        Ok(file)
    }

    /// The answer about a scope, unless it was unclear.
    pub(super) fn settled(&self, scope: &str) -> Option<&Answered> {
        self.answers.iter().find(|answered| answered.scope == scope && answered.answer != Verdict::Unclear)
    }

    pub(super) fn add(&mut self, answered: Answered) {
        self.answers.retain(|other| other.scope != answered.scope);
        self.answers.push(answered);
    }

    pub(super) fn write(&self, path: &Path) -> Result<()> {
        let text = serde_json::to_string_pretty(self).map_err(io::Error::from)?;
        replace(path, (text + "\n").as_bytes()).map_err(|error| Failure::file(path.display(), &error))
    }
}
