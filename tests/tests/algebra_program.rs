//! `fmt`, `covers`, `narrow` and `search` from outside.

mod ran;

use ran::run;
use serde_json::{Value, json};

#[track_caller]
fn assert_prints(arguments: &[&str], status: i32, out: &str, err: &str) {
    let ran = run(arguments, "");
    assert_eq!((ran.status, ran.out.as_str(), ran.err.as_str()), (status, out, err));
}

#[test]
fn fmt_sorts_and_spells() {
    let list = "zohocliq.chats.read; ZohoCliq.Channels.READ ZohoCliq.Chats.READ";
    assert_prints(&["fmt", list], 0, "ZohoCliq.Channels.READ,ZohoCliq.Chats.READ\n", "");
    assert_prints(&["fmt", "--separator", "space", list], 0, "ZohoCliq.Channels.READ ZohoCliq.Chats.READ\n", "");
}

#[test]
fn fmt_keeps_what_it_does_not_know() {
    let chanels = "error: service `ZohoCliq` has no scope name `Chanels` (did you mean `ZohoCliq.Channels.READ`?)\n";
    assert_prints(
        &["fmt", "ZohoCliq.Chats.READ,ZohoCliq.Chanels.READ"],
        1,
        "ZohoCliq.Chanels.READ,ZohoCliq.Chats.READ\n",
        chanels,
    );
    assert_prints(&["fmt", "--fix", "ZohoCliq.Chanels.READ"], 0, "ZohoCliq.Channels.READ\n", "");
    assert_prints(&["fmt", ""], 1, "\n", "error: the list is empty\n");
}

#[test]
fn fmt_leaves_twins_alone() {
    let ran = run(&["fmt", "--fix", "ZohoCliq.MESSAGEACTIONS.READ"], "");
    assert_eq!((ran.status, ran.out.as_str()), (1, "ZohoCliq.MESSAGEACTIONS.READ\n"));
}

#[test]
fn fmt_drops_what_is_covered_and_says_so() {
    let list = "ZohoCliq.Reminders.READ,ZohoCliq.Reminders.ALL,ZohoCliq.Chats.READ";
    assert_prints(
        &["fmt", "--drop-covered", list],
        0,
        "ZohoCliq.Chats.READ,ZohoCliq.Reminders.ALL\n",
        "dropped `ZohoCliq.Reminders.READ`: `ZohoCliq.Reminders.ALL` covers it\n",
    );
}

#[test]
fn fmt_reads_a_list_a_line() {
    let ran = run(&["fmt", "--stdin"], "zohocliq.chats.read\nZohoCliq.Bots.READ,ZohoCliq.Bots.READ\n");
    assert_eq!((ran.status, ran.out.as_str()), (0, "ZohoCliq.Chats.READ\nZohoCliq.Bots.READ\n"));
    let ran = run(&["fmt", "-"], "zohocliq.chats.read\nZohoCliq.Bots.READ\n");
    assert_eq!((ran.status, ran.out.as_str()), (0, "ZohoCliq.Bots.READ,ZohoCliq.Chats.READ\n"));
    assert_eq!(run(&["fmt"], "").status, 2);
}

#[test]
fn fmt_never_prints_half_a_list() {
    let long = "ZohoCliq.Chats.READ,".repeat(100_000);
    let ran = run(&["fmt", "--stdin"], &(long + "\nZohoCliq.Bots.READ\n"));
    assert_eq!((ran.status, ran.out.as_str()), (1, "\nZohoCliq.Bots.READ\n"));
    assert!(ran.err.starts_with("error: the list has "), "{}", ran.err);
}

#[track_caller]
fn covers(granted: &str, required: &str, status: i32) -> Value {
    let ran = run(&["covers", "--granted", granted, "--required", required, "--format", "json"], "");
    assert_eq!(ran.status, status, "{}", ran.err);
    serde_json::from_str(&ran.out).expect("output is JSON")
}

#[test]
fn covers_prints_the_contract() {
    assert_eq!(
        covers("ZohoCliq.Reminders.ALL ZohoCliq.Chats.READ", "ZohoCliq.Reminders.READ", 0),
        json!({"covered": true, "missing": [], "undocumented": [], "excess": ["ZohoCliq.Chats.READ"],
            "by": {"ZohoCliq.Reminders.READ": ["ZohoCliq.Reminders.ALL"]}})
    );
    assert_eq!(
        covers("ZohoBooks.fullaccess.all", "ZohoBooks.invoices.READ,ZohoCliq.Chats.READ", 1),
        json!({"covered": false, "missing": ["ZohoCliq.Chats.READ"], "undocumented": ["ZohoBooks.invoices.READ"],
            "excess": [], "by": {}})
    );
    assert_eq!(covers("", "ZohoCliq.Chats.READ", 1)["missing"], json!(["ZohoCliq.Chats.READ"]));
    assert_eq!(covers("Zoho.new.READ", "Zoho.new.READ", 0)["by"], json!({"Zoho.new.READ": ["Zoho.new.READ"]}));
    let ran = run(&["covers", "--granted", "ZohoCliq.Chats.READ", "--required", ""], "");
    assert_eq!((ran.status, ran.err.as_str()), (2, "error: the required list cannot be used: the list is empty\n"));
}

#[test]
fn covers_speaks_to_people() {
    let granted = "ZohoBooks.fullaccess.all ZohoCliq.Reminders.ALL ZohoCliq.Bots.READ";
    let required = "ZohoBooks.invoices.READ ZohoCliq.Reminders.READ ZohoCliq.Chats.READ";
    let expected = "covered
  ZohoCliq.Reminders.READ  by ZohoCliq.Reminders.ALL

missing
  ZohoCliq.Chats.READ

undocumented: no source says whether it is covered
  ZohoBooks.invoices.READ  perhaps by ZohoBooks.fullaccess.all

excess: granted, and nothing that is required needs it
  ZohoCliq.Bots.READ

not everything is covered
";
    assert_prints(&["covers", "--granted", granted, "--required", required], 1, expected, "");
    let ran = run(&["covers", "--granted", "-", "--required", "ZohoCliq.Bots.READ"], granted);
    assert!(ran.status == 0 && ran.out.ends_with("\neverything is covered\n"), "{}", ran.out);
}

/// What is misspelt covers nothing, which is told on either side.
#[test]
fn covers_tells_what_looks_like_a_known_scope() {
    let ran = run(&["covers", "--granted", "ZohoCRM.cqol.READ", "--required", "ZohoCRM.modules.laeds.READ"], "");
    assert_eq!(ran.status, 1);
    for meant in ["did you mean `ZohoCRM.coql.READ`", "did you mean `ZohoCRM.modules.leads.READ`"] {
        assert!(ran.err.contains(meant), "{}", ran.err);
    }
}

#[test]
fn narrow_says_what_a_scope_includes() {
    let expected = "ZohoCliq.Reminders.ALL includes
    ZohoCliq.Reminders.READ  Read reminders and their assignees
";
    let ran = run(&["narrow", "ZohoCliq.Reminders.ALL", "--operations", "read"], "");
    assert_eq!((ran.status, ran.out.as_str()), (0, expected));
    let ran = run(&["narrow", "ZohoInvoice.fullaccess.all,ZohoLens.orgs.READ", "--operations", "READ,CREATE"], "");
    assert!(ran.out.starts_with("ZohoInvoice.fullaccess.all: no source says what it includes\n"), "{}", ran.out);
    assert!(ran.out.contains("\n    ZohoInvoice.invoices.CREATE "), "{}", ran.out);
    assert!(!ran.out.contains(".DELETE "), "{}", ran.out);
    assert!(ran.out.ends_with("\nZohoLens.orgs.READ includes no narrower scopes of these operations\n"), "{}", ran.out);
    assert_eq!(run(&["narrow", "ZohoCliq.Chanels.READ"], "").status, 1);
}

#[test]
fn search_finds_best_first() {
    let ran = run(&["search", "crm", "field", "metadata"], "");
    assert!(ran.status == 0 && ran.out.starts_with("ZohoCRM.settings.fields.READ "), "{}", ran.out);
    let found = run(&["search", "setings.feilds", "--format", "json"], "").out;
    let found: Value = serde_json::from_str(&found).expect("output is JSON");
    assert_eq!(found[0]["wire"], "ZohoCRM.settings.fields.READ");
    assert_eq!(found[0]["service"], "ZohoCRM");
    assert_prints(&["search", "qqqqqqqq"], 1, "", "nothing found; fewer or other words may help\n");
    assert_eq!(run(&["search", "qqqqqqqq", "--format", "json"], "").out, "[]\n");
}

#[test]
fn deny_over_broad_turns_it_on() {
    let list = "ZohoCliq.Reminders.ALL";
    assert_eq!(run(&["check", list], "").status, 0);
    let ran = run(&["check", "--deny", "over-broad", list], "");
    assert!(ran.status == 1 && ran.out.contains("error[over-broad]"), "{}", ran.out);
    assert_eq!(run(&["check", "--deny", "warnings", "ZohoCliq.Reminders.ALL,ZohoCliq.Reminders.READ"], "").status, 1);
}
