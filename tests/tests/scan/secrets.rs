//! Secrets that stand where scopes should are found, and repeated by no output.

use std::fs;

use super::{folder, scan};

const SECRET: &str = "1a2b3c4d5e6f7a8b9c0d1a2b3c4d5e6f7a8b9c0d42";
const TOKEN: &str = "1000.5ecre7aa5ecre7bb5ecre7cc5ecre7dd.5ecre7ee5ecre7ff5ecre7aa5ecre7bb";

#[track_caller]
fn hides(shown: &str) {
    assert!(!shown.contains("5ecre7") && !shown.contains("1a2b3c"), "{shown}");
}

#[test]
fn no_format_repeats_a_secret() {
    let list = format!("scopes: [ZohoCliq.Chanels.READ, {SECRET}, ZohoCliq.Chats.READ, {TOKEN}]\n");
    let folder = folder(&[("leak.yaml", list.as_bytes())]);
    for arguments in [
        &["--format", "human"][..],
        &["--format", "concise"],
        &["--format", "json"],
        &["--format", "sarif"],
        &["--format", "github"],
        &["--format", "markdown"],
        &["--format", "csv"],
        &["--list"],
        &["--list", "--format", "csv"],
        &["--calls"],
        &["--calls", "--format", "json"],
        &["--diff"],
        &["--baseline", "known.json", "--write-baseline"],
        &["--fix"],
    ] {
        let (_, out, err) = scan(folder.path(), &[arguments, &["leak.yaml"]].concat());
        assert!(!out.is_empty() || !err.is_empty(), "{arguments:?}");
        hides(&(out + &err));
    }
    hides(&fs::read_to_string(folder.path().join("known.json")).expect("a baseline"));
    let fixed = fs::read_to_string(folder.path().join("leak.yaml")).expect("a file");
    assert_eq!(fixed, list.replace("Chanels", "Channels"), "no more than what is certain changes");
    assert_eq!(scan(folder.path(), &["--baseline", "known.json"]).0, 0);
}

#[test]
fn marks_stay_where_they_are() {
    let folder = folder(&[("leak.py", format!("S = 'ZohoCRM.org.READ,{TOKEN},ZohoCRM.usres.READ'\n").as_bytes())]);
    let (status, out, _) = scan(folder.path(), &[]);
    assert_eq!(status, 1);
    let line = out.lines().rfind(|line| line.contains("usres.READ'")).expect("the line of the list");
    assert!(line.contains(&format!("1000.{},", "*".repeat(TOKEN.len() - 5))), "{out}");
    let mark = out.lines().rfind(|line| line.contains("^^^^^")).expect("a mark");
    assert_eq!(mark.find('^'), line.find("usres"), "{out}");
}
