//! `docs --inject`: blocks of a document are made again, and nothing else is touched.

mod ran;

use std::{fs, path::Path};

use ran::{command, finished};
use tempfile::TempDir;

/// A marker, and what it puts into a document.
const BEGIN: &str = "<!-- zoho-scopes: docs --scopes openid --columns operations -->\n";
const TABLE: &str = "\n| scope |\n|---|\n| `openid` |\n\n";
const END: &str = "<!-- zoho-scopes: end -->\n";

/// Runs `docs --inject` on files; gives exit status, standard output and standard error.
#[track_caller]
fn inject(folder: &Path, arguments: &[&str]) -> (i32, String, String) {
    let ran = finished(command(&["docs", "--inject"]).args(arguments).current_dir(folder));
    (ran.status, ran.out, ran.err)
}

/// Checks what becomes of a document, and that it is then current.
#[track_caller]
fn check(document: &str, expected: &str) {
    let folder = TempDir::new().expect("a folder");
    let file = folder.path().join("a.md");
    fs::write(&file, document).expect("a file");
    let (status, difference, error) = inject(folder.path(), &["a.md", "--check"]);
    let changes = document != expected;
    assert_eq!((status, difference.is_empty(), error.as_str()), (i32::from(changes), !changes, ""), "{document}");
    assert_eq!(fs::read_to_string(&file).expect("the file"), document, "--check writes nothing");
    assert_eq!(inject(folder.path(), &["a.md"]), (0, String::new(), String::new()), "{document}");
    assert_eq!(fs::read_to_string(&file).expect("the file"), expected);
    assert_eq!(inject(folder.path(), &["a.md", "--check"]), (0, String::new(), String::new()), "{document}");
    assert_eq!(fs::read_dir(&folder).expect("the folder").count(), 1, "nothing else is left behind");
}

/// Checks the errors of a document, which stays as it is.
#[track_caller]
fn refused(document: &str, errors: &[&str]) {
    let folder = TempDir::new().expect("a folder");
    let file = folder.path().join("a.md");
    fs::write(&file, document).expect("a file");
    let expected = format!("error: {}\n", errors.join("\n"));
    for arguments in [&["a.md"][..], &["a.md", "--check"]] {
        assert_eq!(inject(folder.path(), arguments), (2, String::new(), expected.clone()), "{document}");
    }
    assert_eq!(fs::read_to_string(&file).expect("the file"), document);
}

#[test]
fn blocks_are_made_again() {
    check(&format!("{BEGIN}{END}"), &format!("{BEGIN}{TABLE}{END}"));
    check(&format!("# A\n\n{BEGIN}old\n{END}\nafter"), &format!("# A\n\n{BEGIN}{TABLE}{END}\nafter"));
    check(&format!("{BEGIN}{TABLE}{END}"), &format!("{BEGIN}{TABLE}{END}"));
    check(&format!("a\n{BEGIN}{END}b\n{BEGIN}x\n{END}c"), &format!("a\n{BEGIN}{TABLE}{END}b\n{BEGIN}{TABLE}{END}c"));
    let last = END.trim_end();
    check(&format!("{BEGIN}{last}"), &format!("{BEGIN}{TABLE}{last}"));
    check(&format!("  {BEGIN}   {END}"), &format!("  {BEGIN}{TABLE}   {END}"));
    check(&format!("\u{feff}{BEGIN}{END}"), &format!("\u{feff}{BEGIN}{TABLE}{END}"));
    let tight = "<!--zoho-scopes:docs --scopes 'openid' --columns=operations-->\n";
    check(&format!("{tight}{END}"), &format!("{tight}{TABLE}{END}"));
    let html = "<!-- zoho-scopes: docs --scopes openid --columns operations --format html -->\n";
    let table = "\n<table class=\"zoho-scopes\">\n<thead>\n<tr><th scope=\"col\">scope</th></tr>\n</thead>\n<tbody>\n\
                 <tr><td><code>openid</code></td></tr>\n</tbody>\n</table>\n\n";
    check(&format!("<body>\n{html}{END}</body>"), &format!("<body>\n{html}{table}{END}</body>"));
}

#[test]
fn line_endings_stay() {
    let crlf = |text: &str| text.replace('\n', "\r\n");
    check(&crlf(&format!("# A\n{BEGIN}old\n{END}b\n")), &crlf(&format!("# A\n{BEGIN}{TABLE}{END}b\n")));
    // A block takes the ending of its marker, the rest keeps its own.
    check(
        &format!("a\n{}{}b\r\nc\rd\n{BEGIN}{END}", crlf(BEGIN), crlf(END)),
        &format!("a\n{}{}{}b\r\nc\rd\n{BEGIN}{TABLE}{END}", crlf(BEGIN), crlf(TABLE), crlf(END)),
    );
    // A table in the other line ending is not current.
    check(&format!("{BEGIN}{}{END}", crlf(TABLE)), &format!("{BEGIN}{TABLE}{END}"));
}

#[test]
fn what_only_shows_a_marker_is_left_alone() {
    let block = format!("{BEGIN}{TABLE}{END}");
    for shown in [
        format!("```html\n{BEGIN}{END}```\n"),
        format!("~~~~\n{BEGIN}~~~\n```\n{END}~~~~~ \n"),
        format!("  ```` text\n{END}```\n````\n"),
        format!("    {BEGIN}"),
        format!("\t{END}"),
        format!("see `{}`\n", END.trim_end()),
        format!("> {END}"),
        "<!-- zoho-scopes-of-others -->\n<!-- other: end -->\n<!-- zoho -->\n".into(),
        "``` `not a fence`\n".into(),
    ] {
        check(&format!("{shown}{block}"), &format!("{shown}{block}"));
    }
}

#[test]
fn wrong_markers_are_placed() {
    let unclosed = "the block has no end: `<!-- zoho-scopes: end -->`";
    let form = "a marker reads `<!-- zoho-scopes: docs OPTIONS -->`, on a line of its own";
    refused(BEGIN, &[&format!("a.md:1: {unclosed}")]);
    refused(&format!("a\n{BEGIN}```\n"), &[&format!("a.md:2: {unclosed}")]);
    refused(END, &["a.md:1: no block begins before this end"]);
    refused(
        &format!("{BEGIN}{BEGIN}{END}{END}"),
        &["a.md:2: the block of line 1 has not ended yet", "a.md:4: no block begins before this end"],
    );
    refused("<!-- zoho-scopes docs -->\n", &[&format!("a.md:1: {form}")]);
    refused("<!-- zoho-scopes: docs\n-->\n", &[&format!("a.md:1: {form}")]);
    refused("<!-- zoho-scopes: docs --> text\n", &[&format!("a.md:1: {form}")]);
    refused("<!-- zoho-scopes-->", &[&format!("a.md:1: {form}")]);
    let none = "a.md: there is no block: `<!-- zoho-scopes: docs -->` begins one, on a line of its own";
    refused("", &[none]);
    refused(&format!("```\n{BEGIN}{END}"), &[none]);
}

#[test]
fn wrong_options_are_placed() {
    let with = |words: &str| format!("\n<!-- zoho-scopes: {words} -->\n{END}");
    refused(
        &with("docs --colums name"),
        &["a.md:2: unexpected argument `--colums` found; tip: a similar argument exists: `--columns`"],
    );
    refused(
        &with("docs --columns colour"),
        &[
            "a.md:2: invalid value `colour` for `--columns <COLUMNS>`; [possible values: service, product, name, opens, \
           operations, status, source, reason]",
        ],
    );
    refused(&with("dox"), &["a.md:2: unrecognized subcommand `dox`; tip: a similar subcommand exists: `docs`"]);
    refused(&with("docs 'x"), &["a.md:2: a quotation mark is not closed"]);
    refused(&with("docs --format csv"), &["a.md:2: documents can have the formats markdown and html only"]);
    refused(&with("docs --service ZohoLenz"), &["a.md:2: unknown service `ZohoLenz`; did you mean `ZohoLens`?"]);
    let two = with("docs --output x") + &with("docs --inject y");
    refused(
        &two,
        &[
            "a.md:2: unexpected argument `--output` found; tip: a similar argument exists: `--group`",
            "a.md:5: unexpected argument `--inject` found",
        ],
    );
}

#[test]
fn paths_in_markers_start_at_the_document() {
    let folder = TempDir::new().expect("a folder");
    fs::create_dir(folder.path().join("docs")).expect("a folder");
    let document = format!("<!-- zoho-scopes: docs --reasons reasons.txt --columns operations,reason -->\n{END}");
    fs::write(folder.path().join("docs/a.md"), document).expect("a file");
    fs::write(folder.path().join("docs/reasons.txt"), "openid: signs people in\n").expect("a file");
    assert_eq!(inject(folder.path(), &["docs/a.md"]), (0, String::new(), String::new()));
    let text = fs::read_to_string(folder.path().join("docs/a.md")).expect("the file");
    assert!(text.contains("\n| `openid` | signs people in |\n"), "{text}");

    fs::write(folder.path().join("docs/reasons.txt"), "opanid: signs people in\n").expect("a file");
    let (status, _, error) = inject(folder.path(), &["docs/a.md"]);
    assert!(status == 2 && error.starts_with("error: docs/a.md:1: docs/reasons.txt:1: "), "{error}");
}

/// Of several files none is written where one is wrong, and `--check` shows what would change in each.
#[test]
fn files_are_written_together() {
    let folder = TempDir::new().expect("a folder");
    let path = |name: &str| folder.path().join(name);
    fs::write(path("a.md"), format!("a\n{BEGIN}old\n{END}")).expect("a file");
    fs::write(path("b.md"), BEGIN).expect("a file");
    assert_eq!(inject(folder.path(), &["a.md", "b.md"]).0, 2);
    assert_eq!(fs::read_to_string(path("a.md")).expect("the file"), format!("a\n{BEGIN}old\n{END}"));

    fs::write(path("b.md"), format!("{BEGIN}{TABLE}{END}")).expect("a file");
    let (status, difference, _) = inject(folder.path(), &["a.md", "b.md", "--check"]);
    let expected = format!(
        "--- a.md\n+++ a.md\n@@ -1,4 +1,8 @@\n a\n {BEGIN}-old\n+\n+| scope |\n+|---|\n+| `openid` |\n+\n {END}"
    );
    assert_eq!((status, difference), (1, expected));
    assert_eq!(inject(folder.path(), &["a.md", "b.md"]).0, 0);
    assert_eq!(fs::read_to_string(path("a.md")).expect("the file"), format!("a\n{BEGIN}{TABLE}{END}"));

    assert_eq!(inject(folder.path(), &["no/such.md"]).0, 2);
    fs::write(path("binary"), [0xff, 0xfe]).expect("a file");
    assert_eq!(inject(folder.path(), &["binary"]).0, 2);
    for wrong in [&["a.md", "--service", "ZohoLens"][..], &["a.md", "-o", "x"], &[]] {
        assert_eq!(inject(folder.path(), wrong).0, 2, "{wrong:?}");
    }
}

#[cfg(unix)]
#[test]
fn links_and_permissions_stay() {
    use std::os::unix::fs::{PermissionsExt, symlink};

    let folder = TempDir::new().expect("a folder");
    let (file, link) = (folder.path().join("a.md"), folder.path().join("link.md"));
    fs::write(&file, format!("{BEGIN}{END}")).expect("a file");
    fs::set_permissions(&file, fs::Permissions::from_mode(0o664)).expect("permissions");
    symlink("a.md", &link).expect("a link");
    assert_eq!(inject(folder.path(), &["link.md"]).0, 0);
    assert!(fs::symlink_metadata(&link).expect("the link").is_symlink());
    assert_eq!(fs::read_to_string(&file).expect("the file"), format!("{BEGIN}{TABLE}{END}"));
    assert_eq!(fs::metadata(&file).expect("the file").permissions().mode() & 0o777, 0o664);
}

/// The documents of this repository are current.
#[test]
fn our_own_documents_are_current() {
    let house = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let (status, difference, error) =
        inject(&house, &["README.md", "data/README.md", "data/calls/README.md", "--check"]);
    let fix = "cargo run -q -p zoho-scopes-cli -- docs --inject README.md data/README.md data/calls/README.md";
    assert_eq!((status, error.as_str()), (0, ""), "run `{fix}`:\n{difference}");
}
