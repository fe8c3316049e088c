//! Reading API calls: arguments, standard input and files.

use std::{
    collections::BTreeSet,
    fs::File,
    io::{self, BufReader, Read},
    path::Path,
};

use super::{
    answer::{Failure, Result},
    input, redact,
    stderr::print,
};
use crate::requests::{Form, HEAD, NotKnown, Requests, Typo};

/// No line of calls is longer.
const MAX_LINE: usize = 64 * 1024;
/// Of more unknown calls than these only the number is kept.
const MAX_UNKNOWN: usize = 1000;

/// Calls that were read.
pub(super) struct Gathered {
    pub(super) requests: Requests,
}

impl Gathered {
    /// Those that arguments give.
    pub(super) fn of(arguments: &[String]) -> Result<Self> {
        let mut requests = Requests::new(MAX_UNKNOWN);
        for argument in arguments {
            if Path::new(argument).is_file() {
                let message = format!("`{argument}` is a file; `--calls {argument}` reads the calls in it");
                return Err(Failure::Usage(message));
            }
            requests.add_argument(argument).map_err(Failure::Usage)?;
        }
        Ok(Self { requests })
    }

    /// Adds the calls of a file; `-` is standard input.
    pub(super) fn read_file(&mut self, path: &Path, form: Option<Form>) -> Result<()> {
        if path == Path::new("-") {
            return self.read(io::stdin().lock(), form);
        }
        let file = File::open(path).map_err(|error| Failure::file(path.display(), &error))?;
        self.read(file, form)
    }

    /// Adds the calls of a stream, in a form that its beginning tells if need be. Lines are read one by one, other forms
    /// as a whole.
    pub(super) fn read(&mut self, mut input: impl Read, form: Option<Form>) -> Result<()> {
        let unreadable = |error| Failure::file("input", &error);
        let mut head = Vec::new();
        input.by_ref().take(HEAD as u64).read_to_end(&mut head).map_err(unreadable)?;
        let form = form.unwrap_or_else(|| Form::of(&String::from_utf8_lossy(&head)));
        let input = &mut BufReader::new(head.chain(input));
        let add_line = match form {
            Form::Lines => Requests::add_line,
            Form::Log => Requests::add_logged,
            _ => return self.requests.add_text(&text(input)?, Some(form)).map_err(Failure::Usage),
        };
        input::each_line(input, MAX_LINE, &mut io::sink(), &mut |line, _| {
            add_line(&mut self.requests, line.trim_start_matches('\u{feff}'));
            Ok(())
        })
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
        let Requests { unknown, more_unknown, typos, elsewhere, unreadable, .. } = &self.requests;
        for unknown in unknown.iter().map(NotKnown::from) {
            print(&format!("error: {}", redact::text(&unknown.message)));
            unknown.help_lines().iter().for_each(|help| print(&format!("  help: {help}")));
        }
        let taken =
            |typo: &Typo| format!("warning: a request was read as `{}`; did you mean `{}`?", typo.call, typo.meant);
        typos.iter().map(taken).collect::<BTreeSet<_>>().iter().for_each(|warning| print(warning));
        let more = [
            (*more_unknown, "more requests for which no call is known"),
            (*elsewhere, "requests to other hosts, or answered with 404, left out"),
            (*unreadable, "lines without a request, left out"),
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
        self.requests.unknown.is_empty() && self.requests.unreadable == 0
    }
}

fn text(input: impl Read) -> Result<String> {
    let bytes = input::whole(input).map_err(|error| Failure::file("input", &error))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}
