//! Findings for people, in the order of the files: each with the line in which it stands, or on one line.

use zoho_scopes_data::text::printable::Printable;

use crate::program::{
    answer::{Out, Result},
    commands::scan::{finding::Finding, scanned::Scanned},
    snippet::{Look, Snippets},
};

pub(super) fn full(scanned: &Scanned, out: Out<'_>) -> Result<()> {
    let look = Look::of_standard_output();
    for (file, finding) in scanned.findings() {
        let Finding { start, diagnostic, excerpt, .. } = finding;
        let mut snippets = Snippets::new(&excerpt.text, look).within(excerpt.line, 0);
        let diagnostic = diagnostic.clone().with_spans(|span| excerpt.inside(span));
        let place = format!("{}:{}:{}", file.path, start.line, start.column);
        writeln!(out, "{}\n", snippets.render_at(&diagnostic, &place))?;
    }
    summary(scanned, out)
}

pub(super) fn concise(scanned: &Scanned, out: Out<'_>) -> Result<()> {
    for (file, Finding { start, diagnostic, .. }) in scanned.findings() {
        let (severity, code) = (diagnostic.severity(), diagnostic.code());
        let (path, words) = (Printable::line(&file.path).text, diagnostic.in_words());
        let words = Printable::line(&words).text;
        writeln!(out, "{path}:{}:{}: {severity}[{code}]: {words}", start.line, start.column)?;
    }
    summary(scanned, out)
}

fn summary(scanned: &Scanned, out: Out<'_>) -> Result<()> {
    writeln!(out, "{}", scanned.summary())?;
    match scanned.fixable() {
        0 => {}
        1 => writeln!(out, "1 can be fixed with `--fix`; `--diff` shows it")?,
        count => writeln!(out, "{count} can be fixed with `--fix`; `--diff` shows them")?,
    }
    Ok(())
}
