//! The method of a request, as the text around its address says it.

use std::ops::Range;

use super::{
    super::request::METHODS,
    base::name_before,
    literal::Literal,
    surroundings::{around, deeper, statement, until_closed},
    usual,
};

/// A name that is given an address is looked for so far behind it, and so often.
const MAX_DISTANCE: usize = 2000;
const MAX_USES: usize = 3;

/// The method in capitals, and whether it stands beside the address; none where nothing around says it. `addresses` are
/// the places of all of the text, in its order.
pub(super) fn of(text: &str, literal: &Literal, addresses: &[Range<usize>]) -> Option<(&'static str, bool)> {
    let paragraph = around(text, &literal.span, addresses);
    let (before, behind) = statement(paragraph);
    let beside = called(before).or_else(|| named(before, behind)).or_else(|| argument(behind));
    let beside = beside.or_else(|| usual::of(before, behind));
    let beside = beside.or_else(|| used(text, literal, addresses));
    let near = || value(paragraph.1).or_else(|| value(paragraph.0));
    beside.map(|method| (method, true)).or_else(|| near().map(|method| (method, false)))
}

/// A method in quotation marks, as an argument behind the address: `call("/…", "DELETE")`.
fn argument(behind: &str) -> Option<&'static str> {
    until_closed(behind)?.split(',').skip(1).find_map(|argument| {
        let argument = argument.trim();
        let quote = argument.chars().next().filter(|c| matches!(c, '"' | '\'' | '`'))?;
        method(argument[1..].strip_suffix(quote)?)
    })
}

/// The method in what calls: the last word before that is one, such as `.get(`, `"POST",`, `-X PUT`, `PostAsync(`.
fn called(before: &str) -> Option<&'static str> {
    let mut words: Vec<(usize, &str)> = Vec::new();
    let mut start = None;
    for (place, c) in before.char_indices().chain([(before.len(), ' ')]) {
        match (start, c.is_ascii_alphabetic()) {
            (None, true) => start = Some(place),
            (Some(from), false) => {
                words.push((from, &before[from..place]));
                start = None;
            }
            _ => {}
        }
    }
    words.into_iter().rev().find_map(|(place, word)| {
        let rest = &before[place + word.len()..];
        let opens = ["(", "!(", ".new("].iter().any(|open| rest.starts_with(open));
        let opens = opens || (rest.starts_with('<') && rest.contains('('));
        let is_open = opens && is_open(rest);
        let opens = is_open || (opens && leads_on(rest));
        // Ruby calls without brackets.
        let opens = opens || (before[..place].ends_with('.') && matches!(rest.trim_start(), "'" | "\""));
        let earlier = before[..place].trim_end();
        let follows_option =
            ["-X", "--request", "-Method", "method:", "method\":", "method':", "Method"].iter().any(|option| {
                earlier
                    .trim_end_matches(['"', '\'', '=', ' ', '>', ':'])
                    .ends_with(option.trim_end_matches([':', '"', '\'']))
            });
        method(word)
            .filter(|method| word == *method || (opens && !is_rare(method)) || follows_option)
            .or_else(|| in_word(word, is_open))
    })
}

/// A method in a longer word: `PostAsync(`, `HttpGet(`, `http.MethodGet`, `doPut(`, `getJson(`.
fn in_word(word: &str, opens: bool) -> Option<&'static str> {
    let is = |part: &str, method: &str| part.eq_ignore_ascii_case(method);
    METHODS.into_iter().filter(|method| !is_rare(method)).find(|method| {
        let begins = word.get(..method.len()).is_some_and(|start| is(start, method))
            && word[method.len()..].starts_with(|c: char| c.is_ascii_uppercase());
        let cut = word.len().saturating_sub(method.len());
        let ends =
            word.get(cut..).is_some_and(|end| is(end, method) && end.starts_with(|c: char| c.is_ascii_uppercase()));
        (begins && opens) || (ends && cut > 0 && (opens || word.starts_with("Method")))
    })
}

/// The method as the value of a name, before or behind: `method: 'POST'`, `type :POST`, `}, "DELETE"`.
fn named(before: &str, behind: &str) -> Option<&'static str> {
    value(behind).or_else(|| value(before)).or_else(|| {
        // Builders say it last.
        called_in(chain(behind))
    })
}

/// The first method that a chain of calls has, not among their arguments.
fn called_in(chain: &str) -> Option<&'static str> {
    let (mut depth, mut lowest) = (0, 0);
    chain.char_indices().find_map(|(place, c)| {
        depth += deeper(c);
        lowest = lowest.min(depth);
        let name = chain[place..].strip_prefix('.').filter(|_| depth == lowest)?;
        let end = name.find(|c: char| !c.is_ascii_alphabetic())?;
        method(&name[..end]).filter(|method| !is_rare(method) && name[end..].starts_with('('))
    })
}

/// Whether a call is still open at the end of what follows its name.
fn is_open(rest: &str) -> bool {
    rest.split_once('(').is_some_and(|(_, inside)| until_closed(inside).is_none())
}

/// Whether a closed call is followed by others on what it gives, to the end.
fn leads_on(rest: &str) -> bool {
    let Some((_, inside)) = rest.split_once('(') else { return false };
    let Some(own) = until_closed(inside) else { return false };
    let mut depth = 0;
    let goes_on = |c: char| {
        depth += deeper(c);
        depth > 0 || (depth == 0 && !matches!(c, ',' | '=' | '|'))
    };
    let after = inside[own.len() + 1..].trim_start();
    after.starts_with('.') && after.chars().all(goes_on)
}

/// The rest of the line, and the lines after it that go on with a dot.
fn chain(behind: &str) -> &str {
    let mut length = 0;
    for (number, line) in behind.split_inclusive('\n').enumerate() {
        if number > 0 && !line.trim_start().starts_with('.') {
            break;
        }
        length += line.len();
    }
    &behind[..length]
}

/// Words such as `options(` and `head(` mostly mean something else.
fn is_rare(method: &str) -> bool {
    matches!(method, "HEAD" | "OPTIONS")
}

fn value(text: &str) -> Option<&'static str> {
    let lower = text.to_ascii_lowercase();
    let after = |name: &str| {
        lower.match_indices(name).find_map(|(place, _)| {
            let behind = &text[place + name.len()..];
            let rest = behind.trim_start_matches(['"', '\'', '`', ' ', ':', '=', '>', '(', '.', ',']);
            let end = rest.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(rest.len());
            method(&rest[..end]).filter(|_| rest.len() < behind.len())
        })
    };
    let named = ["method", "request", "type", "verb", "-x"].iter().find_map(|name| after(name));
    // An option of its own, and the data that goes with it.
    let is_set = |(place, option): (usize, &str)| {
        let value = lower[place + option.len()..].trim_start_matches([',', ' ']);
        !value.starts_with("false") && !value.starts_with('0')
    };
    named.or_else(|| lower.match_indices("curlopt_post").any(is_set).then_some("POST"))
}

/// The method with which a name is used that the address is given: `url = "…"`, then `requests.post(url`.
fn used(text: &str, literal: &Literal, addresses: &[Range<usize>]) -> Option<&'static str> {
    let name = name_before(text, literal)?;
    let until = (literal.span.end + MAX_DISTANCE).min(text.len());
    let until = (literal.span.end..=until).rev().find(|until| text.is_char_boundary(*until))?;
    let behind = &text[literal.span.end..until];
    let is_whole = |place: &usize| {
        let is_part = |c: char| c.is_ascii_alphanumeric() || c == '_';
        !behind[..*place].ends_with(is_part) && !behind[place + name.len()..].starts_with(is_part)
    };
    let is_assigned = |place: &usize| {
        let rest = behind[place + name.len()..].trim_start();
        rest.starts_with('=') && !rest.starts_with("==") && !rest.starts_with("=>") || rest.starts_with(":=")
    };
    let is_key = |place: &usize| {
        let rest = behind[place + name.len()..].trim_start_matches(['"', '\'', '`']).trim_start();
        rest.starts_with(':') && !rest.starts_with("::")
    };
    let uses = behind.match_indices(name.as_str()).map(|(place, _)| place).filter(is_whole);
    let uses = uses.filter(|place| !is_key(place));
    let uses = uses.take_while(|place| !is_assigned(place)).take(MAX_USES);
    // What stands beside the address in a call of its own is not seen where the name is used.
    let is_alone = until_closed(behind.lines().next().unwrap_or_default())
        .is_none_or(|rest| rest.trim_matches(['"', '\'', '`', ' ']).is_empty());
    let mut methods = uses.map(|place| literal.span.end + place).filter_map(|place| {
        let (before, behind) = statement(around(text, &(place..place + name.len()), addresses));
        let line = before.rfind('\n').map_or(before, |end| &before[end..]);
        let usual = || usual::of(line, behind).filter(|_| is_alone);
        called(line).or_else(|| named("", behind)).or_else(usual)
    });
    let first = methods.next()?;
    methods.all(|other| other == first).then_some(first)
}

pub(super) fn method(word: &str) -> Option<&'static str> {
    METHODS.into_iter().find(|method| method.eq_ignore_ascii_case(word))
}
