//! What a finding is known by when lines move: its code, its scope, and the how many-th of these it is in its file.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};
use zoho_scopes::report::Code;

/// Gives the findings of a file, in their order, a fingerprint each.
#[derive(Default)]
pub(super) struct Fingerprints {
    counts: BTreeMap<(Code, String), usize>,
}

impl Fingerprints {
    pub(super) fn of(&mut self, code: Code, scope: &str) -> String {
        let count = self.counts.entry((code, scope.to_owned())).or_default();
        *count += 1;
        let digest = Sha256::digest(format!("{code}\n{scope}\n{count}"));
        let first = digest.iter().take(8).fold(0, |first, byte| first << 8 | u64::from(*byte));
        format!("{first:016x}")
    }
}
