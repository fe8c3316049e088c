//! A catalogue and a list that want to break out of every format: each is read back by somebody else's parser.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd, TextMergeStream};
use scraper::{Html, Selector};
use serde_json::{Value, json};
use zoho_scopes::{
    Catalogue, Scope,
    catalogue::Service,
    docs::{Column, Format, Rows, Table},
};

/// What somebody wrote, and what a reader is to see.
const TEXTS: &[(&str, &str)] = &[
    ("<script>alert(1)</script>", "<script>alert(1)</script>"),
    ("<img src=x onerror=alert(1)>", "<img src=x onerror=alert(1)>"),
    ("</td></tr></table></section>", "</td></tr></table></section>"),
    ("<!-- zoho-scopes: end -->", "<!-- zoho-scopes: end -->"),
    ("&lt;b&gt; &amp; &#x3c;i>", "&lt;b&gt; &amp; &#x3c;i>"),
    ("a | b || c \\| d", "a | b || c \\| d"),
    ("`code` ``more`` ```rust", "`code` ``more`` ```rust"),
    ("**b** __c__ _d_ ~~e~~ $f$", "**b** __c__ _d_ ~~e~~ $f$"),
    ("[a](javascript:alert(1)) ![b](c) [d]: e", "[a](javascript:alert(1)) ![b](c) [d]: e"),
    ("=cmd|' /C calc'!A0", "=cmd|' /C calc'!A0"),
    ("+1", "+1"),
    ("-1+2", "-1+2"),
    ("@SUM(1,2)", "@SUM(1,2)"),
    ("＝1", "＝1"),
    ("one\nline\r\n| x |\n\n# two", "one line  | x |  # two"),
    ("rule\n---\nand\u{2028}more\u{85}lines", "rule --- and more lines"),
    ("ring \u{7}, red \u{1b}[31m, nothing \u{0}", "ring \u{fffd}, red \u{fffd}[31m, nothing \u{fffd}"),
    ("\u{202e}backwards\u{2066}\u{200f}", "\u{fffd}backwards\u{fffd}\u{fffd}"),
    ("no\u{200b}width\u{feff}", "no\u{fffd}width\u{fffd}"),
    ("\"double\", 'single'; comma", "\"double\", 'single'; comma"),
    ("# heading ##", "# heading ##"),
    ("- bullet", "- bullet"),
    ("1. number", "1. number"),
    ("> quote", "> quote"),
    ("\\", "\\"),
    ("שלום", "שלום"),
];

const ADDRESS: &str = "https://example.com/\"><script>alert(1)</script>|)(`*_&copy;é";

/// A service with a name for each text.
fn service() -> Service {
    let all: Vec<&str> = TEXTS.iter().map(|(text, _)| *text).collect();
    let names: serde_json::Map<String, Value> = (100..)
        .zip(&all)
        .map(|(number, text)| (format!("n{number}"), json!({"summary": text, "operations": ["READ"]})))
        .collect();
    let file = json!({
        "service": "Hostile", "product": all.join(" "), "summary": all.join(" "), "docs": ADDRESS,
        "completeness": "sparse", "checked": "2026-11-21",
        "sources": {
            "page": {"address": ADDRESS, "kind": "official-docs", "shows": "table", "seen": "2026-11"},
            "tool": {"address": "pkg:x/<script>|`*_", "kind": "community", "shows": "code", "seen": "2026-11"},
        },
        "from": ["page", "tool"],
        "names": names,
    });
    let catalogue = Catalogue::builtin().with_json("hostile.json", &file.to_string()).expect("it is a catalogue");
    catalogue.service("Hostile").expect("it is there")
}

/// Calls `check` with tables that hold the texts in one column: as summaries, as reasons, as unknown scopes.
fn with_tables(format: Format, check: impl Fn(&str, usize)) {
    let service = service();
    let summaries = Table::of(service).rows(Rows::Names).columns([Column::Name, Column::Opens]);
    check(&summaries.format(format).to_string(), 1);
    let texts = TEXTS.iter().map(|(text, _)| *text);
    let reasons = service.scopes().zip(texts.clone());
    check(&Table::of_reasons(reasons).columns([Column::Reason, Column::Source]).format(format).to_string(), 0);
    let unknown = Table::of_scopes(texts.map(|text| Catalogue::builtin().entry(text))).anchors(true);
    check(&unknown.columns([Column::Operations, Column::Status]).format(format).to_string(), 0);
}

/// What stands in the cells of a Markdown table, row by row; whatever is not part of a table of ours fails.
fn markdown_cells(text: &str) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    let mut tables = 0;
    let mut cell: Option<String> = None;
    for event in TextMergeStream::new(Parser::new_ext(text, Options::all() - Options::ENABLE_SMART_PUNCTUATION)) {
        match event {
            Event::Start(Tag::Table(_)) => tables += 1,
            Event::Start(Tag::TableHead | Tag::TableRow) => rows.push(Vec::new()),
            Event::End(TagEnd::TableCell) => {
                rows.last_mut().expect("a row").push(cell.take().expect("a cell"));
            }
            Event::Text(words) | Event::Code(words) => cell.get_or_insert_default().push_str(&words),
            Event::InlineHtml(tag) => {
                let ours = ["<br>", "<code>", "</code>", "</a>"].contains(&&*tag) || tag.starts_with("<a id=\"");
                assert!(ours && tag.matches(['<', '"']).count() <= 3, "{tag}");
            }
            Event::Start(Tag::Link { dest_url, .. }) => assert!(dest_url.starts_with("https://"), "{dest_url}"),
            Event::Start(Tag::TableCell | Tag::Heading { .. } | Tag::Paragraph) => cell = Some(String::new()),
            Event::End(TagEnd::Heading(_) | TagEnd::Paragraph) => {
                let words = cell.take().unwrap_or_default();
                assert!(TEXTS.iter().all(|(_, shown)| words.contains(shown)), "{words}");
            }
            Event::End(TagEnd::Table | TagEnd::TableHead | TagEnd::TableRow | TagEnd::Link) => {}
            other => panic!("{other:?} in {text}"),
        }
    }
    assert_eq!(tables, 1, "{text}");
    rows
}

#[test]
fn markdown_holds() {
    with_tables(Format::Markdown, |text, column| {
        let rows = markdown_cells(text);
        assert!(rows.iter().all(|row| row.len() == 2), "{text}");
        let shown: Vec<&str> = rows[1..].iter().map(|row| row[column].as_str()).collect();
        assert_eq!(shown, TEXTS.iter().map(|(_, shown)| *shown).collect::<Vec<_>>());
    });
}

#[test]
fn html_holds() {
    let select = |css: &str| Selector::parse(css).expect("a selector");
    with_tables(Format::Html, |text, column| {
        let page = Html::parse_fragment(text);
        assert!(page.errors.is_empty(), "{:?} in {text}", page.errors);
        for element in page.select(&select("*")) {
            let name = element.value().name();
            let ours = "html section h2 p table thead tbody tr th td code br a";
            assert!(ours.split(' ').any(|word| word == name), "<{name}> in {text}");
            for (attribute, value) in element.value().attrs() {
                let is_ours = match (name, attribute) {
                    ("a", "href") => value.starts_with("https://example.com/"),
                    ("table", "class") | ("th", "scope") | ("tr" | "section", "id") => true,
                    _ => false,
                };
                assert!(is_ours, "<{name} {attribute}={value}> in {text}");
            }
        }
        assert_eq!(page.select(&select("table")).count(), 1);
        let rows: Vec<Vec<String>> = page
            .select(&select("tbody tr"))
            .map(|row| row.select(&select("td")).map(|cell| cell.text().collect()).collect())
            .collect();
        assert!(rows.iter().all(|row| row.len() == 2), "{text}");
        let shown: Vec<&str> = rows.iter().map(|row| row[column].as_str()).collect();
        assert_eq!(shown, TEXTS.iter().map(|(_, shown)| *shown).collect::<Vec<_>>());
    });
}

#[test]
fn csv_holds() {
    with_tables(Format::Csv, |text, column| {
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.expect("rows of one length")).collect();
        assert_eq!(text.lines().count(), rows.len() + 1, "a row a line");
        assert!(rows.iter().flatten().all(|field| !field.starts_with(['=', '+', '-', '@', '＝'])), "{text}");
        let shown: Vec<&str> = rows.iter().map(|row| row[column].strip_prefix('\'').unwrap_or(&row[column])).collect();
        assert_eq!(shown, TEXTS.iter().map(|(_, shown)| *shown).collect::<Vec<_>>());
    });
}

/// JSON is for programs: it holds the very texts, and shows nothing that commands.
#[test]
fn json_holds() {
    with_tables(Format::Json, |text, _| {
        assert!(!text.contains(|c: char| c != '\n' && c.is_control() || "<>&\u{202e}\u{2028}\u{200f}".contains(c)));
        let json: Value = serde_json::from_str(text).expect("JSON");
        let rows = json["sections"][0]["rows"].as_array().expect("rows");
        assert_eq!(rows.len(), TEXTS.len());
        for (row, (written, _)) in rows.iter().zip(TEXTS) {
            let places = [&row["opens"], &row["reasons"][0], &row["scopes"][0]["wire"]];
            assert!(places.contains(&&json!(written)), "{row}");
        }
    });
}

/// No address leaves its place, and those that no browser opens are text.
#[test]
fn addresses_hold() {
    let scopes: Vec<Scope> = service().scopes().take(1).collect();
    let table = Table::of_scopes(scopes).columns([Column::Source]);
    let address = "https://example.com/%22%3E%3Cscript%3Ealert%281%29%3C/script%3E%7C%29%28%60%2A_&amp;copy;%C3%A9";
    assert_eq!(
        table.to_string(),
        format!("| source |\n|---|\n| [official-docs]({address})<br>community (pkg:x/&lt;script&gt;\\|\\`\\*\\_) |\n")
    );
    let html = table.format(Format::Html).to_string();
    assert!(html.contains(&format!(
        "<td><a href=\"{address}\">official-docs</a><br>community (pkg:x/&lt;script&gt;|`*_)</td>"
    )));
}
