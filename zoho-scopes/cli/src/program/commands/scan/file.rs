//! What was found in one file: its lists with their scopes, and the findings.

use std::path::PathBuf;

use serde::{Serialize, Serializer};

use super::finding::Finding;

/// The lists of a file.
#[derive(Debug)]
pub(super) struct FileReport {
    /// As it is shown, with `/` between folders.
    pub(super) path: String,
    pub(super) absolute: PathBuf,
    pub(super) lists: Vec<FoundList>,
    /// Findings that belong to no list.
    pub(super) others: Vec<Finding>,
}

#[derive(Debug, Serialize)]
pub(super) struct FoundList {
    pub(super) line: usize,
    /// Whether it is a choice of scopes, such as those of an `OpenAPI` file.
    pub(super) choice: bool,
    pub(super) scopes: Vec<Asked>,
    #[serde(rename = "diagnostics", serialize_with = "new_ones")]
    pub(super) findings: Vec<Finding>,
}

/// A scope that is asked for.
#[derive(Debug, Serialize)]
pub(super) struct Asked {
    /// As it stands; what looks secret is covered.
    pub(super) text: String,
    /// As it is sent; nothing where the catalogue does not know it.
    pub(super) wire: Option<String>,
    pub(super) kind: &'static str,
    pub(super) line: usize,
    pub(super) column: usize,
    /// In bytes of the file.
    #[serde(skip)]
    pub(super) start: usize,
}

pub(super) fn new_ones<S: Serializer>(findings: &[Finding], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(findings.iter().filter(|finding| finding.is_new()))
}

impl FileReport {
    /// Every finding, in the order of the file.
    pub(super) fn all_findings(&self) -> Vec<&Finding> {
        let of_lists = self.lists.iter().flat_map(|list| &list.findings);
        let mut findings: Vec<&Finding> = of_lists.chain(&self.others).collect();
        findings.sort_by_key(|finding| finding.start);
        findings
    }

    /// Those that count.
    pub(super) fn findings(&self) -> impl Iterator<Item = &Finding> {
        self.all_findings().into_iter().filter(|finding| finding.is_new())
    }

    pub(super) fn findings_mut(&mut self) -> impl Iterator<Item = &mut Finding> {
        self.lists.iter_mut().flat_map(|list| &mut list.findings).chain(&mut self.others)
    }

    /// What is asked for: no templates, nothing in comments, no choice.
    pub(super) fn asked(&self) -> impl Iterator<Item = &Asked> {
        let lists = self.lists.iter().filter(|list| !list.choice);
        lists.flat_map(|list| &list.scopes).filter(|scope| scope.kind == "scope")
    }

    /// How many scopes there are.
    pub(super) fn count(&self) -> usize {
        self.lists.iter().flat_map(|list| &list.scopes).filter(|scope| scope.kind == "scope").count()
    }

    pub(super) fn is_valid(&self) -> bool {
        !self.findings().any(Finding::is_error)
    }
}

impl Asked {
    /// As it is sent, or else as it stands.
    pub(super) fn name(&self) -> &str {
        self.wire.as_deref().unwrap_or(&self.text)
    }
}
