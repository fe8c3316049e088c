//! The method that a client sends where its call names none.

use super::{
    base::{without_identifier, without_type},
    surroundings::{deeper, until_closed},
};

/// Functions that take an address first.
const FUNCTIONS: [&str; 7] = ["axios", "fetch", "file_get_contents", "got", "ky", "urlopen", "useFetch"];
/// Commands, and those that take a block of settings.
const COMMANDS: [&str; 5] = ["invoke-restmethod", "invoke-webrequest", "irm", "iwr", "wget"];
const BLOCKS: [&str; 1] = ["invokeurl"];
/// What may name a method after all, or bring data with it.
const OPEN: [&str; 7] = ["method", "data", "body", "payload", "post", "...", "**"];

/// GET, where what stands before and behind an address is a call of a client with nothing that could change it.
pub(super) fn of(before: &str, behind: &str) -> Option<&'static str> {
    let is_one = in_function(before, behind)
        || in_command(before, behind)
        || in_block(before, behind)
        || in_builder(before, behind);
    is_one.then_some("GET")
}

/// `fetch("…")`, `fetch(BASE + "…")`, `fetch(new URL("…"), { headers })`, `urlopen("…", timeout=3)`.
fn in_function(before: &str, behind: &str) -> bool {
    let before = before.trim_end_matches(['"', '\'', '`', 'f']).trim_end();
    let before = before.strip_suffix('+').map_or(before, |before| without_identifier(before.trim_end()));
    let outer = without_type(before).trim_end();
    let Some(callee) = outer.strip_suffix('(') else { return false };
    let name = callee.rsplit(|c: char| !c.is_ascii_alphanumeric() && c != '_').next().unwrap_or_default();
    let behind = behind.trim_start_matches(['"', '\'', '`']);
    let Some(own) = until_closed(behind) else { return false };
    let is_wrapped = outer != before;
    let others = if is_wrapped { until_closed(&behind[own.len() + 1..]) } else { Some("") };
    FUNCTIONS.contains(&name) && arguments_say_nothing(own) && others.is_some_and(arguments_say_nothing)
}

/// Whether further arguments are settings written out, none of which names a method.
fn arguments_say_nothing(rest: &str) -> bool {
    let mut depth = 0;
    let separates = |c: char| {
        depth += deeper(c);
        c == ',' && depth == 0
    };
    let is_setting = |argument: &str| {
        let named = argument.split_once('=').is_some_and(|(name, _)| without_identifier(name.trim()).is_empty());
        argument.starts_with('{') || named
    };
    rest.split(separates).map(str::trim).filter(|argument| !argument.is_empty()).all(is_setting) && is_silent(rest)
}

/// `Invoke-RestMethod -Uri "…" -Headers $headers`, `wget https://…`: all on one line.
fn in_command(before: &str, behind: &str) -> bool {
    let before = before.rsplit('\n').next().unwrap_or_default();
    let behind = behind.split('\n').next().unwrap_or_default();
    let words: Vec<&str> = before.split([' ', '\t', '(', '`']).collect();
    let is_command = |word: &&str| COMMANDS.iter().any(|command| command.eq_ignore_ascii_case(word));
    let Some(place) = words.iter().position(is_command) else { return false };
    // It stands first, or what it answers is kept.
    (place == 0 || leads(words[place - 1])) && is_silent(&words[place + 1..].join(" ")) && is_silent(behind)
}

/// Whether a command may follow a word.
fn leads(word: &str) -> bool {
    word.is_empty() || word.ends_with(['=', '$', '>', '#', '|', ';', '&']) || word == "sudo"
}

/// `invokeurl [ url: "…" connection: "crm" ]`.
fn in_block(before: &str, behind: &str) -> bool {
    let opened = BLOCKS.iter().find_map(|block| before.rsplit_once(block)).map(|(_, inside)| inside.trim_start());
    let is_first = opened.is_some_and(|inside| inside.starts_with(['[', '{']) && !inside.contains([']', '}']));
    is_first && until_closed(behind).is_some_and(|rest| is_silent(rest) && !rest.contains("type"))
}

/// `new Request.Builder().url("…").build()`; what names a method in the chain was looked for before.
fn in_builder(before: &str, behind: &str) -> bool {
    let before = before.to_ascii_lowercase();
    let is_begun = before.rsplit_once("request").is_some_and(|(_, chain)| chain.contains("builder("));
    is_begun && behind.split_once(".build()").is_some_and(|(chain, _)| is_silent(chain) && !chain.contains(';'))
}

fn is_silent(text: &str) -> bool {
    let text = text.to_ascii_lowercase();
    // PowerShell takes settings from a variable so, and writes them out as `@{…}`.
    let from_variable = |(place, _)| text[place + 1..].starts_with(|c: char| c.is_ascii_alphabetic());
    !text.match_indices('@').any(from_variable) && !OPEN.iter().any(|word| text.contains(word))
}
