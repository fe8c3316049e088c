//! `--baseline`: findings that were there before do not count.

use std::fs;

use super::{findings, folder, scan};

#[test]
fn only_new_findings_count() {
    let old = "a = 'ZohoCRM.ogr.READ'\nb = ['ZohoCRM.org.ALL', 'ZohoCRM.org.READ']\n";
    let folder = folder(&[("a.py", old.as_bytes()), ("sub/b.py", b"'Desk.tikets.READ'")]);
    let baseline = ["--baseline", "known.json"];
    let (status, _, errors) = scan(folder.path(), &baseline);
    assert_eq!(status, 2);
    assert!(errors.contains("there is no baseline `known.json`; `--write-baseline` writes it"), "{errors}");
    let (status, _, errors) = scan(folder.path(), &["--baseline", "known.json", "--write-baseline"]);
    assert_eq!((status, errors.as_str()), (0, "3 findings in known.json\n"));

    let (status, text, errors) = scan(folder.path(), &baseline);
    assert_eq!((status, errors.as_str()), (0, ""));
    assert_eq!(text, "4 scopes in 2 files: 0 errors, 0 warnings, 0 notes; 3 in the baseline\n");
    // From elsewhere, of a part, and with lines moved.
    let sub = folder.path().join("sub");
    assert_eq!(scan(&sub, &["--baseline", "../known.json"]).0, 0);
    fs::write(folder.path().join("a.py"), format!("\n\n{old}c = 'ZohoCRM.ogr.READ'\n")).expect("a file");
    assert_eq!(findings(folder.path(), &baseline), ["a.py:5:14: error[unknown-scope-name]"]);
    // What it holds is not fixed.
    scan(folder.path(), &["--baseline", "known.json", "--fix"]);
    let fixed = fs::read_to_string(folder.path().join("a.py")).expect("a file");
    assert_eq!(fixed, format!("\n\n{old}c = 'ZohoCRM.org.READ'\n"));
}

#[test]
fn what_is_gone_is_said_and_taken_out() {
    let folder = folder(&[("a.py", b"'ZohoCRM.ogr.READ'"), ("b.py", b"'Desk.tikets.READ'")]);
    scan(folder.path(), &["--baseline", "known.json", "--write-baseline"]);
    fs::remove_file(folder.path().join("b.py")).expect("a file");
    assert_eq!(scan(folder.path(), &["--baseline", "known.json", "a.py"]).2, "");
    let (_, _, errors) = scan(folder.path(), &["--baseline", "known.json"]);
    assert_eq!(errors, "`known.json` has 1 finding that nothing matches; `--write-baseline` removes what is gone\n");
    // A part leaves the rest as it is.
    let known = || fs::read_to_string(folder.path().join("known.json")).expect("a file");
    let before = known();
    scan(folder.path(), &["--baseline", "known.json", "--write-baseline", "a.py"]);
    assert_eq!(known(), before);
    scan(folder.path(), &["--baseline", "known.json", "--write-baseline"]);
    assert!(!known().contains("Desk") && known().contains("ZohoCRM.ogr.READ"), "{}", known());
}

#[test]
fn what_is_no_baseline_is_refused() {
    let folder = folder(&[("a.py", b"'ZohoCRM.org.READ'"), ("b.json", b"{\"version\": 1,\n \"findings\": 1}")]);
    let (status, _, errors) = scan(folder.path(), &["--baseline", "b.json"]);
    assert_eq!(status, 2);
    assert!(errors.starts_with("error: b.json:2:14: not a baseline: invalid type"), "{errors}");
    fs::write(folder.path().join("b.json"), "{\"version\": 2, \"findings\": []}").expect("a file");
    let (status, _, errors) = scan(folder.path(), &["--baseline", "b.json"]);
    assert_eq!(status, 2);
    assert!(errors.contains("version 2 of a baseline; this program reads version 1"), "{errors}");
    assert_eq!(scan(folder.path(), &["--write-baseline"]).0, 2);
}

/// Without `--baseline` too: they name the scopes of findings, and a fix would change them.
#[test]
fn what_scan_wrote_is_not_scanned() {
    let folder = folder(&[("a.py", b"'ZohoCRM.ogr.READ'\nget('https://www.zohoapis.com/books/v3/invoices')")]);
    scan(folder.path(), &["--baseline", "known.json", "--write-baseline"]);
    let write = |name: &str, arguments: &[&str]| {
        let (_, text, _) = scan(folder.path(), arguments);
        fs::write(folder.path().join(name), text).expect("a file");
    };
    write("report.sarif", &["--format", "sarif"]);
    write("report.json", &["--format", "json"]);
    write("calls.json", &["--calls", "--format", "json"]);
    let known = fs::read_to_string(folder.path().join("known.json")).expect("a file");
    let (_, text, errors) = scan(folder.path(), &["--list"]);
    assert_eq!(text, "ZohoCRM.ogr.READ\n");
    assert_eq!(errors.matches(": it is a baseline or a report of `scan`").count(), 4, "{errors}");
    scan(folder.path(), &["--fix"]);
    assert_eq!(fs::read_to_string(folder.path().join("known.json")).expect("a file"), known);
}

/// Settings come with a repository, and people run `scan` in repositories of others.
#[test]
fn settings_have_no_baseline_written_elsewhere() {
    let folder = folder(&[("in/zoho-scopes.toml", b"baseline = '../known.json'"), ("in/a.py", b"'ZohoCRM.ogr.READ'")]);
    let inside = folder.path().join("in");
    let written = folder.path().join("known.json");
    let (status, _, errors) = scan(&inside, &["--write-baseline"]);
    assert_eq!((status, written.exists()), (2, false), "{errors}");
    assert!(errors.contains("leads out of the folder of `zoho-scopes.toml`"), "{errors}");
    assert_eq!(scan(&inside, &["--write-baseline", "--baseline", "../known.json"]).0, 0);
    assert!(written.exists());
    #[cfg(unix)]
    {
        fs::write(inside.join("zoho-scopes.toml"), "baseline = 'link.json'").expect("a file");
        std::os::unix::fs::symlink("../known.json", inside.join("link.json")).expect("a link");
        let before = fs::read(&written).expect("a file");
        fs::write(inside.join("a.py"), "'ZohoCRM.ogr.READ' 'ZohoCRM.usres.READ'").expect("a file");
        assert_eq!(scan(&inside, &["--write-baseline"]).0, 2);
        assert_eq!(fs::read(&written).expect("a file"), before);
        fs::remove_file(inside.join("link.json")).expect("a link");
        assert_eq!(scan(&inside, &["--write-baseline"]).0, 0);
    }
}
