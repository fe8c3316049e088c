//! Reading API calls: arguments, lines, access logs, HAR and `OpenAPI` files.

use std::{
    collections::BTreeSet,
    fs::File,
    io::{self, BufReader, Read},
    path::Path,
};

use clap::ValueEnum;
use serde::Deserialize;
use zoho_scopes::calls::{Call, Unknown, split};

use super::{
    answer::{Failure, Result},
    input, openapi,
    stderr::print,
};
use crate::requests::{Requests, Typo};

/// In what form calls are given.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Form {
    /// A method and a URL a line; empty lines and those with `#` in front are left out.
    Lines,
    /// An access log in the common or combined format.
    Log,
    /// An HTTP archive, as browsers save it.
    Har,
    /// An OpenAPI or Swagger file, in JSON or YAML.
    Openapi,
}

/// No line of calls is longer.
const LONGEST_LINE: usize = 64 * 1024;
/// Of more unknown calls than these only the number is kept.
const MAX_UNKNOWN: usize = 1000;

/// Calls that were read.
pub(super) struct Gathered {
    pub(super) requests: Requests,
    /// Requests to hosts that are none of a data centre.
    elsewhere: usize,
    /// Lines without a request.
    unreadable: usize,
}

#[derive(Deserialize)]
struct Archive {
    log: ArchiveLog,
}

#[derive(Deserialize)]
struct ArchiveLog {
    entries: Vec<ArchiveEntry>,
}

#[derive(Deserialize)]
struct ArchiveEntry {
    request: ArchiveRequest,
}

#[derive(Deserialize)]
struct ArchiveRequest {
    method: String,
    url: String,
}

impl Gathered {
    /// Those that arguments give.
    pub(super) fn of(arguments: &[String]) -> Self {
        let mut requests = Requests::new(MAX_UNKNOWN);
        for (method, url) in arguments.iter().map(|argument| split(argument)) {
            requests.add(method, url);
        }
        Self { requests, elsewhere: 0, unreadable: 0 }
    }

    /// Adds a request that was recorded: it is not a typo, and may go to no API.
    fn add_recorded(&mut self, method: &str, url: &str) {
        let found = Call::find(method, url);
        if found.as_ref().is_err_and(Unknown::is_elsewhere) {
            self.elsewhere += 1;
        } else {
            self.requests.add_found(found);
        }
    }

    /// Adds the calls of a file; `-` is standard input.
    pub(super) fn read_file(&mut self, path: &Path, form: Form) -> Result<()> {
        if path == Path::new("-") {
            return self.read(io::stdin().lock(), form);
        }
        let file = File::open(path).map_err(|error| Failure::file(path.display(), &error))?;
        self.read(file, form)
    }

    /// Adds the calls of a stream. Lines are read one by one, other forms as a whole.
    pub(super) fn read(&mut self, input: impl Read, form: Form) -> Result<()> {
        let input = &mut BufReader::new(input);
        let out = &mut io::sink();
        match form {
            Form::Lines => input::each_line(input, LONGEST_LINE, out, &mut |line, _| {
                self.requests.add_line(line);
                Ok(())
            }),
            Form::Log => input::each_line(input, LONGEST_LINE, out, &mut |line, _| {
                match logged(line) {
                    Some((method, url)) => self.add_recorded(method, url),
                    None => self.unreadable += usize::from(!line.trim().is_empty()),
                }
                Ok(())
            }),
            Form::Har => {
                let unreadable = |error| Failure::Usage(format!("this is not a HAR file: {error}"));
                let archive: Archive = serde_json::from_str(input::without_mark(&text(input)?)).map_err(unreadable)?;
                for entry in archive.log.entries {
                    self.add_recorded(&entry.request.method, &entry.request.url);
                }
                Ok(())
            }
            Form::Openapi => {
                let unreadable = |error| Failure::Usage(format!("this is not an OpenAPI file: {error}"));
                for (method, url) in openapi::calls(&text(input)?).map_err(unreadable)? {
                    self.requests.add(&method, &url);
                }
                Ok(())
            }
        }
    }

    /// Refuses to answer for no call at all: that would look like a yes.
    pub(super) fn or_nothing(self) -> Result<Self> {
        let Requests { calls, unknown, .. } = &self.requests;
        if calls.is_empty() && unknown.is_empty() {
            self.print_errors();
            return Err(Failure::Usage("no API call was read".into()));
        }
        Ok(self)
    }

    /// Tells on standard error what is unknown or was left out.
    pub(super) fn print_errors(&self) {
        let Requests { unknown, more_unknown, typos, .. } = &self.requests;
        for unknown in unknown {
            let help = unknown.help().map(|help| format!(" ({help})")).unwrap_or_default();
            print(&format!("error: {unknown}{help}"));
        }
        let taken =
            |typo: &Typo| format!("warning: a request is taken for `{}`; did you mean `{}`?", typo.call, typo.meant);
        typos.iter().map(taken).collect::<BTreeSet<_>>().iter().for_each(|warning| print(warning));
        let more = [
            (*more_unknown, "more requests for which no call is known"),
            (self.elsewhere, "requests to other hosts, left out"),
            (self.unreadable, "lines without a request, left out"),
        ];
        for (count, what) in more.into_iter().filter(|(count, _)| *count > 0) {
            print(&format!("{what}: {count}"));
        }
    }

    /// The number of requests for which no call is known.
    pub(super) fn count_unknown(&self) -> usize {
        self.requests.unknown.len() + self.requests.more_unknown
    }

    /// Whether every request was understood.
    pub(super) fn is_all_known(&self) -> bool {
        self.requests.unknown.is_empty() && self.unreadable == 0
    }
}

fn text(input: &mut impl Read) -> Result<String> {
    let mut bytes = Vec::new();
    input.read_to_end(&mut bytes).map_err(|error| Failure::file("input", &error))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// The method and the URL of a line of an access log: the first quoted part is the request.
fn logged(line: &str) -> Option<(&str, &str)> {
    let (_, rest) = line.split_once('"')?;
    let (request, _) = rest.split_once('"')?;
    let mut words = request.split_whitespace();
    let method = words.next().filter(|method| method.bytes().all(|byte| byte.is_ascii_alphabetic()))?;
    Some((method, words.next()?))
}
