//! A file of scopes, each with the reason for which it is asked.

use std::path::Path;

use zoho_scopes::{Catalogue, Entry, Policy};
use zoho_scopes_data::files::Entries;

use crate::program::{
    answer::{Failure, Result},
    input,
};

/// Reads `scope: reason` a line, or a JSON object of the same, in the order of the file.
pub(super) fn read(file: &Path, catalogue: Catalogue) -> Result<Vec<(Entry<'static>, String)>> {
    let text = input::file(file)?;
    let name = file.display();
    let (mut scopes, mut errors) = (Vec::new(), Vec::new());
    let mut add = |place: String, scope: &str, reason: &str| match entry(scope, catalogue) {
        Ok(entry) => scopes.push((entry, reason.to_owned())),
        Err(error) => errors.push(format!("{place}: {error}")),
    };
    if text.trim_start().starts_with('{') {
        let json: Entries<String> = input::json(file, &text, "an object of scopes and reasons")?;
        json.iter().for_each(|(scope, reason)| add(name.to_string(), scope, reason));
    } else {
        let lines = (1..).zip(text.lines()).map(|(number, line)| (number, line.trim()));
        for (number, line) in lines.filter(|(_, line)| !line.is_empty() && !line.starts_with('#')) {
            let (scope, reason) = line.split_once(':').unwrap_or((line, ""));
            add(format!("{name}:{number}"), scope, reason.trim());
        }
    }
    if errors.is_empty() { Ok(scopes) } else { Err(Failure::Usage(errors.join("\n"))) }
}

/// The one scope that a text is.
fn entry(scope: &str, catalogue: Catalogue) -> std::result::Result<Entry<'static>, String> {
    let report = catalogue.validate(scope, &Policy::LAX);
    if !report.is_valid() {
        return Err(report.into_set().err().map(|error| error.to_string()).unwrap_or_default());
    }
    match report.items() {
        // Words without a colon would be a reason that is lost.
        [item] if !scope.trim().contains(char::is_whitespace) => Ok(item.entry.clone().into_owned()),
        _ => Err(format!("`{}` is not one scope; a reason comes after a colon", scope.trim())),
    }
}
