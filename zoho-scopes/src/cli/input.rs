//! Reading scope lists: arguments, and standard input.

use std::{
    borrow::Cow,
    io::{self, BufRead, Read},
};

use super::{Failure, Result};

/// A list that was given as an argument; `-` stands for all of standard input.
pub(super) fn list(argument: &str) -> Result<Cow<'_, str>> {
    if argument != "-" {
        return Ok(Cow::Borrowed(argument));
    }
    let mut bytes = Vec::new();
    io::stdin().lock().read_to_end(&mut bytes).map_err(|error| Failure::file("standard input", &error))?;
    let text = String::from_utf8_lossy(&bytes);
    Ok(Cow::Owned(text.trim_end_matches(['\n', '\r']).to_owned()))
}

/// Calls `use_line` with each line. A line longer than `limit` is cut a little beyond it, so that
/// memory stays bounded and the list is still seen to be too long.
pub(super) fn each_line(
    input: &mut dyn BufRead,
    limit: usize,
    use_line: &mut dyn FnMut(&str) -> Result<()>,
) -> Result<()> {
    let unreadable = |error: &io::Error| Failure::file("input", error);
    let bound = u64::try_from(limit).unwrap_or(u64::MAX).saturating_add(16);
    let mut line = Vec::new();
    loop {
        line.clear();
        let read = input.take(bound).read_until(b'\n', &mut line).map_err(|error| unreadable(&error))?;
        if read == 0 {
            return Ok(());
        }
        let whole = line.ends_with(b"\n");
        use_line(String::from_utf8_lossy(&line).trim_end_matches(['\n', '\r']))?;
        if !whole {
            skip_line(input).map_err(|error| unreadable(&error))?;
        }
    }
}

fn skip_line(input: &mut dyn BufRead) -> io::Result<()> {
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
