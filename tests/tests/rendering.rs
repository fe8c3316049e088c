//! What `check` shows people, letter for letter: wide, combining, unseen and obeyed characters, and lists that are
//! longer than a terminal is wide.

mod ran;

use ran::run;

/// What `check` prints about a list, with these arguments also.
fn shown(arguments: &[&str], list: &str) -> String {
    let ran = run(&[&["check"], arguments, &["-"]].concat(), list);
    assert_eq!(ran.err, "");
    ran.out
}

#[track_caller]
fn check(list: &str, expected: &str) {
    let shown = shown(&[], list);
    assert_eq!(shown, expected, "\n{shown}");
}

#[test]
fn wide_characters() {
    check(
        "日本語.x.READ,Desk.basic.REED",
        "error[invalid-character]: `日` occurs in no scope
  |
1 | 日本語.x.READ,Desk.basic.REED
  | ^^
  |
  = help: scopes consist of letters, digits, `_`, `-` and dots

error[unknown-operation]: `REED` is not an operation of `Desk.basic`
  |
1 | 日本語.x.READ,Desk.basic.REED
  |                          ^^^^
  |
  = help: did you mean `Desk.basic.READ`? it offers ALL, CREATE, READ, UPDATE, DELETE

invalid: 2 errors in 2 scopes
",
    );
}

#[test]
fn emoji() {
    check(
        "👍🏽.x.READ,👨‍👩‍👧.y.READ,Desk.basic.REED",
        r"error[invalid-character]: `👍` occurs in no scope
  |
1 | 👍\u{1f3fd}.x.READ,👨\u{200d}👩\u{200d}👧.y.READ,Desk.basic.REED
  | ^^
  |
  = help: scopes consist of letters, digits, `_`, `-` and dots

error[invalid-character]: `👨` occurs in no scope
  |
1 | 👍\u{1f3fd}.x.READ,👨\u{200d}👩\u{200d}👧.y.READ,Desk.basic.REED
  |                    ^^
  |
  = help: scopes consist of letters, digits, `_`, `-` and dots

note[invisible-character]: characters that nobody sees were left out
  |
1 | 👍\u{1f3fd}.x.READ,👨\u{200d}👩\u{200d}👧.y.READ,Desk.basic.REED
  |                      ^^^^^^^^
  |
  = help: as was one more such character

error[unknown-operation]: `REED` is not an operation of `Desk.basic`
  |
1 | 👍\u{1f3fd}.x.READ,👨\u{200d}👩\u{200d}👧.y.READ,Desk.basic.REED
  |                                                             ^^^^
  |
  = help: did you mean `Desk.basic.READ`? it offers ALL, CREATE, READ, UPDATE, DELETE

invalid: 3 errors in 3 scopes
",
    );
}

#[test]
fn combining_characters() {
    check(
        "Desk.ba\u{301}sic.READ,Desk.basic.REED",
        "error[invalid-character]: `\\u{301}` occurs in no scope
  |
1 | Desk.ba\u{301}sic.READ,Desk.basic.REED
  |       ^
  |
  = help: write `Desk.basic.READ`

error[unknown-operation]: `REED` is not an operation of `Desk.basic`
  |
1 | Desk.ba\u{301}sic.READ,Desk.basic.REED
  |                            ^^^^
  |
  = help: did you mean `Desk.basic.READ`? it offers ALL, CREATE, READ, UPDATE, DELETE

invalid: 2 errors in 2 scopes
",
    );
}

#[test]
fn unseen_characters_and_tabs() {
    check(
        "Desk.\u{200b}basic.REED,\tDesk.basic.RAED",
        r"note[invisible-character]: characters that nobody sees were left out
  |
1 | Desk.\u{200b}basic.REED,    Desk.basic.RAED
  |      ^^^^^^^^

error[unknown-operation]: `REED` is not an operation of `Desk.basic`
  |
1 | Desk.\u{200b}basic.REED,    Desk.basic.RAED
  |                    ^^^^
  |
  = help: did you mean `Desk.basic.READ`? it offers ALL, CREATE, READ, UPDATE, DELETE

error[unknown-operation]: `RAED` is not an operation of `Desk.basic`
  |
1 | Desk.\u{200b}basic.REED,    Desk.basic.RAED
  |                                        ^^^^
  |
  = help: did you mean `Desk.basic.READ`? it offers ALL, CREATE, READ, UPDATE, DELETE

invalid: 2 errors in 2 scopes
",
    );
}

#[test]
fn characters_that_terminals_obey() {
    check(
        "Desk.\u{1b}[2Jbasic.READ,{\u{9b}31m\u{7}}.x.READ,\u{202e}Desk.basic.REED",
        r"error[invalid-character]: `\u{1b}` occurs in no scope
  |
1 | Desk.\u{1b}[2Jbasic.READ,{\u{9b}31m\u{7}}.x.READ,\u{202e}Desk.basic.REED
  |      ^^^^^^
  |
  = help: scopes consist of letters, digits, `_`, `-` and dots

error[placeholder-left-in]: the placeholder `{\u{9b}31m\u{7}}` was not filled in
  |
1 | Desk.\u{1b}[2Jbasic.READ,{\u{9b}31m\u{7}}.x.READ,\u{202e}Desk.basic.REED
  |                          ^^^^^^^^^^^^^^^^
  |
  = help: replace it with a name

note[invisible-character]: characters that nobody sees were left out
  |
1 | Desk.\u{1b}[2Jbasic.READ,{\u{9b}31m\u{7}}.x.READ,\u{202e}Desk.basic.REED
  |                                                  ^^^^^^^^

error[unknown-operation]: `REED` is not an operation of `Desk.basic`
  |
1 | Desk.\u{1b}[2Jbasic.READ,{\u{9b}31m\u{7}}.x.READ,\u{202e}Desk.basic.REED
  |                                                                     ^^^^
  |
  = help: did you mean `Desk.basic.READ`? it offers ALL, CREATE, READ, UPDATE, DELETE

invalid: 3 errors in 3 scopes
",
    );
}

#[test]
fn several_lines() {
    check(
        "Desk.basic.READ,\r\nDesk.basic.REED,\r\n\r\n,Desk.search.RED\n",
        "error[unknown-operation]: `REED` is not an operation of `Desk.basic`
  |
2 | Desk.basic.REED,
  |            ^^^^
  |
  = help: did you mean `Desk.basic.READ`? it offers ALL, CREATE, READ, UPDATE, DELETE

note[empty-entry]: there is nothing between these separators
  |
2 | Desk.basic.REED,
  |                ^
  |
  = help: remove what is extra

error[unknown-operation]: `RED` is not an operation of `Desk.search`
  |
4 | ,Desk.search.RED
  |              ^^^
  |
  = help: did you mean `Desk.search.READ`? it offers READ

invalid: 2 errors in 3 scopes
",
    );
}

#[test]
fn a_diagnostic_on_all_lines() {
    check(
        "- Desk.basic.READ\n- Desk.search.READ",
        "note[markup]: quotes, brackets or bullets around scopes
  |
1 | - Desk.basic.READ
  | ^^

valid: 2 scopes
  Desk.basic.READ   Read organisations, agents, departments, roles, profiles and teams
  Desk.search.READ  Read results of searches across modules
",
    );
}

#[test]
fn long_lists() {
    let known = "Desk.basic.READ,Desk.search.READ,Desk.tickets.READ,Desk.contacts.READ,Desk.tasks.READ,Desk.calls.READ";
    check(
        &format!("{known},Desk.basic.REED,{}", known.replace("READ", "UPDATE")),
        "error[unknown-operation]: `REED` is not an operation of `Desk.basic`
  |
1 | ...ts.READ,Desk.tasks.READ,Desk.calls.READ,Desk.basic.REED,Desk.basic.UPDATE,Desk.search.UPDATE,Desk.tickets....
  |                                                       ^^^^
  |
  = help: did you mean `Desk.basic.READ`? it offers ALL, CREATE, READ, UPDATE, DELETE

error[operation-not-offered]: `Desk.search` does not offer `UPDATE`
  |
1 | ...EAD,Desk.basic.REED,Desk.basic.UPDATE,Desk.search.UPDATE,Desk.tickets.UPDATE,Desk.contacts.UPDATE,Desk.tas...
  |                                                      ^^^^^^
  |
  = help: it offers READ

invalid: 2 errors in 13 scopes
",
    );
    check(
        &format!("Desk.basic.REED,{}", known.replace("READ", "UPDATE")),
        "error[unknown-operation]: `REED` is not an operation of `Desk.basic`
  |
1 | Desk.basic.REED,Desk.basic.UPDATE,Desk.search.UPDATE,Desk.tickets.UPDATE,Desk.contacts.UPDATE,Desk.tasks.U...
  |            ^^^^
  |
  = help: did you mean `Desk.basic.READ`? it offers ALL, CREATE, READ, UPDATE, DELETE

error[operation-not-offered]: `Desk.search` does not offer `UPDATE`
  |
1 | Desk.basic.REED,Desk.basic.UPDATE,Desk.search.UPDATE,Desk.tickets.UPDATE,Desk.contacts.UPDATE,Desk.tasks.U...
  |                                               ^^^^^^
  |
  = help: it offers READ

invalid: 2 errors in 7 scopes
",
    );
    let wide = "日本語".repeat(20);
    check(
        &format!("{known}\nDesk.basic.READ,Desk.{wide}.READ,Desk.search.READ"),
        "warning[duplicate]: `Desk.basic.READ` is listed twice
  |
2 | Desk.basic.READ,Desk.日本語日本語日本語日本語日本語日本語日本語日本語日本語日本語日本語日本語日本語日本語...
  | ^^^^^^^^^^^^^^^
  |
  = help: entry 1 of the list is the same

error[invalid-character]: `日` occurs in no scope
  |
2 | Desk.basic.READ,Desk.日本語日本語日本語日本語日本語日本語日本語日本語日本語日本語日本語日本語日本語日本語...
  |                      ^^
  |
  = help: scopes consist of letters, digits, `_`, `-` and dots

warning[duplicate]: `Desk.search.READ` is listed twice
  |
2 | ...日本語日本語日本語日本語日本語日本語日本語日本語日本語日本語日本語日本語日本語日本語.READ,Desk.search.READ
  |                                                                                              ^^^^^^^^^^^^^^^^
  |
  = help: entry 2 of the list is the same

invalid: 1 error in 9 scopes
",
    );
}

#[test]
fn admitted_and_unknown_entries_of_a_valid_list() {
    let shown = shown(&["--policy", "granted"], "Desk.basic.READ 日本.x.READ \u{1b}[2J");
    let (_, valid) = shown.split_once("\nvalid").expect("it is valid");
    assert_eq!(
        valid,
        r": 3 scopes
  Desk.basic.READ  Read organisations, agents, departments, roles, profiles and teams
  日本.x.READ      unknown
  \u{1b}[2J        unknown
",
        "\n{valid}"
    );
}

#[test]
fn what_is_printed_grows_with_the_diagnostics() {
    /// A list of so many scopes, of which each fiftieth is wrong.
    fn list(count: usize) -> String {
        let scope = |place: usize| {
            if place.is_multiple_of(50) {
                format!("Desk.x{place}.READ")
            } else {
                format!("ZohoCRM.modules.visits{place}.READ")
            }
        };
        (0..count).map(scope).collect::<Vec<_>>().join(",")
    }
    let shown = shown(&[], &list(2_000));
    assert_eq!(shown.matches("error[unknown-scope-name]").count(), 40);
    let mut lines = shown.lines().filter(|line| !line.starts_with("  = help: "));
    assert!(lines.all(|line| line.len() <= 120), "{shown}");
    assert!(shown.len() < 40 * 500, "{} bytes", shown.len());
    assert!(shown.ends_with("invalid: 40 errors in 2000 scopes\n"));
}

#[test]
fn no_command_lets_through_what_terminals_obey() {
    let lists =
        ["Desk.\u{1b}[2J.READ", "{\u{9b}2J}.x.READ", "Desk.basic.READ \u{1b}[31m \u{1b}[31m", "\u{202e}\u{7}.x"];
    let commands: [&[&str]; 12] = [
        &["check", "-"],
        &["check", "--policy", "granted", "--color", "always", "-"],
        &["check", "--policy", "granted", "-"],
        &["check", "--format", "github", "-"],
        &["fmt", "-"],
        &["fmt", "--fix", "--drop-covered", "--stdin"],
        &["covers", "--granted", "-", "--required", "Desk.basic.READ"],
        &["covers", "--granted", "Desk.basic.READ", "--required", "-"],
        &["narrow", "-"],
        &["check", "--catalogue", "no/such\u{1b}[2J", "x"],
        &["needs", "--stdin"],
        &["token", "info", "--show", "--requested", "Desk.basic.READ"],
    ];
    for list in lists {
        let explain: &[&str] = &["explain", list];
        for arguments in commands.into_iter().chain([explain]) {
            let answer = serde_json::json!({"access_token": list, "refresh_token": list, "scope": list}).to_string();
            let input = if arguments[0] == "token" { &answer } else { list };
            let ran = run(arguments, input);
            let text = ran.out + &ran.err;
            // Colours are ours.
            let text = if arguments.contains(&"always") { without_colours(&text) } else { text };
            let is_raw = |c: char| c.is_control() && c != '\n' || c == '\u{202e}';
            assert!(!text.contains(is_raw), "{arguments:?}: {text:?}");
        }
    }
}

/// The text without what sets a colour or a weight.
fn without_colours(text: &str) -> String {
    let mut parts = text.split("\u{1b}[");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| {
        let digits = part.trim_start_matches(|c: char| c.is_ascii_digit() || c == ';');
        text + digits.strip_prefix('m').unwrap_or("\u{1b}")
    })
}
