//! `zoho-scopes scan`: every scope and list of a repository, in any language.
//!
//! `walk` goes through the files, `reader` finds and validates their lists as `rules` and `settings` want it, `ignores` and
//! `baseline` take out what does not count, `formats` prints what is left, and `fix` changes files.

mod arguments;
mod asked;
mod baseline;
mod calls;
mod file;
mod finding;
mod fingerprint;
mod fix;
mod formats;
mod ignore_files;
mod ignores;
mod output;
mod reader;
mod rules;
mod scanned;
mod scanner;
mod settings;
mod text;
mod walk;

pub(crate) use self::arguments::Arguments;
pub(super) use self::asked::asked_below;
use self::{fix::all, formats::Format, scanner::Scanner};
use crate::program::{
    answer::{Answer, Failure, Out, Result},
    stderr,
};

pub(super) fn run(arguments: &Arguments, out: Out<'_>) -> Result {
    if arguments.settings_schema {
        out.write_all(settings::schema().as_bytes())?;
        return Ok(Answer::Yes);
    }
    if let Some(missing) = arguments.paths.iter().find(|path| !path.exists()) {
        return Err(Failure::Usage(format!("there is no `{}`", missing.display())));
    }
    let settings = arguments.settings()?;
    let scanner = Scanner::new(arguments, &settings)?;
    if arguments.calls {
        if !matches!(arguments.format, Format::Human | Format::Json) {
            return Err(Failure::Usage("`--calls` prints `human` or `json`".into()));
        }
        return calls::run(&scanner, arguments.format == Format::Json, out);
    }
    if arguments.list && matches!(arguments.format, Format::Sarif | Format::Github | Format::Markdown) {
        return Err(Failure::Usage("`--list` prints `human`, `json` or `csv`".into()));
    }
    let (mut found, unreadable) = scanner.scan();
    for (path, reason) in &found.skipped {
        stderr::print(&if path.is_empty() {
            format!("skipped: {reason}")
        } else {
            format!("skipped {path}: {reason}")
        });
    }
    let answer = if arguments.write_baseline {
        scanner.write_baseline(&found)?
    } else if arguments.diff {
        all::diff(&found, out)?
    } else {
        if arguments.fix {
            all::fix(&mut found, |report, bytes| scanner.read_again(report, bytes))?;
        }
        scanner.print_stale(&found);
        formats::print(&found, arguments.format, arguments.list, out)?;
        Answer::from(arguments.list || found.is_valid())
    };
    // What could be read was printed. A scan of nothing may not look like one that found nothing wrong; files that are
    // given by name are left out because the settings say so.
    let is_of_nothing = !found.has_read && arguments.paths.iter().any(|path| path.is_dir());
    let nothing = || is_of_nothing.then(|| "no text was read: hidden and ignored files are left out".to_owned());
    match unreadable.or_else(nothing) {
        None => Ok(answer),
        Some(message) => {
            out.flush()?;
            Err(Failure::Usage(message))
        }
    }
}
