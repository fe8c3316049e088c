//! Reading what the program is given: scope lists, documents, catalogue files.

use std::{
    borrow::Cow,
    fs::File,
    io::{self, BufRead, BufReader, Read},
    path::{Path, PathBuf},
};

use serde::de::DeserializeOwned;
use zoho_scopes::{Catalogue, catalogue::FileErrors};

use super::answer::{Failure, Out, Result};
use crate::document::without_mark;

/// Nothing that is read as a whole is larger.
const MAX_BYTES: u64 = 256 << 20;

/// The built-in catalogue, with these files on top.
pub(super) fn catalogue(files: &[PathBuf]) -> Result<Catalogue> {
    files.iter().try_fold(Catalogue::builtin(), |catalogue, path| {
        let errors = |errors: FileErrors| Failure::Usage(errors.to_string());
        catalogue.with_json(&path.display().to_string(), &file(path)?).map_err(errors)
    })
}

/// A file that holds text; `-` stands for all of standard input.
pub(super) fn file(path: &Path) -> Result<String> {
    let bytes = if path == Path::new("-") { whole(io::stdin().lock()) } else { File::open(path).and_then(whole) };
    let text = bytes.and_then(|bytes| String::from_utf8(bytes).map_err(|_| io::Error::other("not UTF-8")));
    text.map_err(|error| Failure::file(path.display(), &error))
}

/// All bytes of a stream, unless it is too long.
pub(super) fn whole(input: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    input.take(MAX_BYTES + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MAX_BYTES {
        return Err(io::Error::other(format!("longer than {} MB", MAX_BYTES >> 20)));
    }
    Ok(bytes)
}

/// The JSON of a file. What is wrong with it is said with line and column, behind what the file is `not`.
pub(super) fn json<T: DeserializeOwned>(path: &Path, text: &str, not: &str) -> Result<T> {
    serde_json::from_str(without_mark(text)).map_err(|error| {
        let (path, line, column, message) = (path.display(), error.line(), error.column(), error.to_string());
        let message = message.rsplit_once(" at line ").map_or(&*message, |(message, _)| message);
        Failure::Usage(format!("{path}:{line}:{column}: not {not}: {message}"))
    })
}

/// A list that was given as an argument; `-` stands for all of standard input.
pub(super) fn list(argument: &str) -> Result<Cow<'_, str>> {
    if argument != "-" {
        return Ok(Cow::Borrowed(argument));
    }
    let bytes = whole(io::stdin().lock()).map_err(|error| Failure::file("standard input", &error))?;
    let text = String::from_utf8_lossy(&bytes);
    Ok(Cow::Owned(text.trim_end_matches(['\n', '\r']).to_owned()))
}

/// Lists that were given as arguments, of which one may stand for standard input.
pub(super) fn lists(arguments: &[String]) -> Result<impl Iterator<Item = Result<Cow<'_, str>>>> {
    if arguments.iter().filter(|argument| *argument == "-").count() > 1 {
        return Err(Failure::Usage("only one of the lists can come from standard input".into()));
    }
    Ok(arguments.iter().map(|argument| list(argument)))
}

/// Standard input, in large bites.
pub(super) fn stdin() -> BufReader<io::StdinLock<'static>> {
    BufReader::with_capacity(1 << 16, io::stdin().lock())
}

/// Calls `use_line` with each line. A line longer than `limit` is cut a little beyond it, so that memory stays bounded
/// and the list is still seen to be too long. Before the next line is waited for, what came of those before is written.
pub(super) fn each_line(
    input: &mut BufReader<impl Read>,
    limit: usize,
    out: Out<'_>,
    use_line: &mut dyn FnMut(&str, Out<'_>) -> Result<()>,
) -> Result<()> {
    let unreadable = |error: &io::Error| Failure::file("input", error);
    let bound = u64::try_from(limit).unwrap_or(u64::MAX).saturating_add(16);
    let mut line = Vec::new();
    loop {
        line.clear();
        if input.buffer().is_empty() {
            out.flush()?;
        }
        let read = input.by_ref().take(bound).read_until(b'\n', &mut line).map_err(|error| unreadable(&error))?;
        if read == 0 {
            return Ok(());
        }
        let whole = line.ends_with(b"\n");
        let text = str::from_utf8(&line).map_or_else(|_| String::from_utf8_lossy(&line), Cow::Borrowed);
        use_line(text.trim_end_matches(['\n', '\r']), out)?;
        if !whole {
            skip_line(input).map_err(|error| unreadable(&error))?;
        }
    }
}

fn skip_line(input: &mut impl BufRead) -> io::Result<()> {
    loop {
        let buffer = input.fill_buf()?;
        let (length, ended) = match buffer.iter().position(|byte| *byte == b'\n') {
            Some(place) => (place + 1, true),
            None => (buffer.len(), buffer.is_empty()),
        };
        input.consume(length);
        if ended {
            return Ok(());
        }
    }
}
