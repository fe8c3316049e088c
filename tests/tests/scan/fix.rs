//! `--fix` and `--diff`: the bytes of scopes change, and no others.

use std::{fs, path::Path};

use super::{folder, scan};

/// Fixes a file with these bytes.
#[track_caller]
fn fixes(bytes: &[u8], expected: &[u8]) {
    let folder = folder(&[("file", bytes)]);
    let file = folder.path().join("file");
    let (_, _, errors) = scan(folder.path(), &["--fix"]);
    let fixed = fs::read(&file).expect("a file");
    assert_eq!(String::from_utf8_lossy(&fixed), String::from_utf8_lossy(expected), "{errors}");
    assert_eq!(fixed, expected);
    scan(folder.path(), &["--fix"]);
    assert_eq!(fs::read(&file).expect("a file"), expected, "it is fixed once");
    assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 1, "nothing else is left there");
}

#[test]
fn scopes_are_fixed_where_they_stand() {
    fixes(b"a = 'ZohoCliq.Chanels.READ'", b"a = 'ZohoCliq.Channels.READ'");
    fixes(b"x: ZohoInventory:items:READ,ZohoCRM.org.READ\n", b"x: ZohoInventory.items.READ,ZohoCRM.org.READ\n");
    fixes(b"['zohocrm.ORG.read', \"ZohoCRM.ogr.READ\"]", b"['ZohoCRM.org.READ', \"ZohoCRM.org.READ\"]");
}

#[test]
fn nothing_else_changes() {
    // Line ends, the byte-order mark, bytes that are not UTF-8, no end of the last line.
    fixes(b"\xef\xbb\xbfa='ZohoCRM.ogr.READ'\r\nb=1\r\n", b"\xef\xbb\xbfa='ZohoCRM.org.READ'\r\nb=1\r\n");
    fixes(b"# caf\xe9 \xff\xfe\na='ZohoCRM.ogr.READ' # \x80", b"# caf\xe9 \xff\xfe\na='ZohoCRM.org.READ' # \x80");
    // A comment, a template, what is right, and what only may be meant.
    let same = b"# 'ZohoCRM.ogr.READ'\n`ZohoCRM.ogr.${x}`\n'ZohoCRM.org.READ'\n'ZohoCRM.zzzzz.READ'\n";
    fixes(same, same);
    // What may be the name of a constant.
    let same = b"ask(ZohoCRM_org_READ, 'ZohoCRM.org.READ')\n";
    fixes(same, same);
    // An entry too many is for people to remove.
    fixes(b"['ZohoCRM.org.READ', 'ZohoCRM.org.READ']", b"['ZohoCRM.org.READ', 'ZohoCRM.org.READ']");
}

#[test]
fn escaped_text_stays_escaped() {
    fixes(b"scope=ZohoCRM%2Eogr%2EREAD%2CDesk.tikets.READ", b"scope=ZohoCRM%2Eorg%2EREAD%2CDesk.tickets.READ");
    fixes(br#"{"a": "ZohoCRM\u002eogr.READ"}"#, br#"{"a": "ZohoCRM\u002eorg.READ"}"#);
    fixes(br"/ZohoCRM\.ogr\.READ|Desk\.basic\.READ/", br"/ZohoCRM\.org\.READ|Desk\.basic\.READ/");
}

#[test]
fn what_is_ignored_is_not_fixed() {
    let same = b"a = 'ZohoCRM.ogr.READ' # zoho-scopes: ignore[unknown-scope-name] so be it\n";
    fixes(same, same);
}

#[test]
fn what_is_left_is_printed() {
    let folder = folder(&[("a.py", b"'ZohoCRM.ogr.READ'"), ("b.py", b"'ZohoCRM.zzzzz.READ'\n'Desk.tikets.READ'")]);
    let (status, text, errors) = scan(folder.path(), &["--fix", "--format", "concise"]);
    assert_eq!((status, errors.as_str()), (0, "fixed 2 findings in 2 files\n"), "{text}");
    assert!(text.starts_with("b.py:1:10: warning[unknown-scope-name]"), "{text}");
    assert!(text.ends_with("3 scopes in 2 files: 0 errors, 1 warning, 0 notes\n"), "{text}");
}

#[test]
fn a_difference_changes_nothing() {
    let text = b"KEY=hush\na='ZohoCRM.ogr.READ'\nb=1\n";
    let folder = folder(&[("a.py", text), ("b.py", b"'ZohoCRM.org.READ'")]);
    let (status, shown, _) = scan(folder.path(), &["--diff"]);
    assert_eq!(status, 1);
    let expected = "--- a/a.py\n+++ b/a.py\n@@ -2 +2 @@\n-a='ZohoCRM.ogr.READ'\n+a='ZohoCRM.org.READ'\n";
    assert_eq!(shown, expected);
    assert_eq!(fs::read(folder.path().join("a.py")).expect("a file"), text);
    assert_eq!(scan(folder.path(), &["--diff", "b.py"]).0, 0);
    for others in [["--fix", "--diff"], ["--fix", "--list"], ["--diff", "--write-baseline"]] {
        assert_eq!(scan(folder.path(), &others).0, 2);
    }
}

#[cfg(unix)]
#[test]
fn links_and_permissions_stay() {
    use std::os::unix::fs::{PermissionsExt, symlink};

    let folder = folder(&[("real/a.sh", b"'ZohoCRM.ogr.READ'")]);
    let (real, link) = (folder.path().join("real/a.sh"), folder.path().join("link.sh"));
    fs::set_permissions(&real, fs::Permissions::from_mode(0o750)).expect("permissions");
    symlink("real/a.sh", &link).expect("a link");
    scan(folder.path(), &["--fix", "link.sh"]);
    assert!(fs::symlink_metadata(&link).expect("a link").is_symlink());
    assert_eq!(fs::read_to_string(&real).expect("a file"), "'ZohoCRM.org.READ'");
    assert_eq!(fs::metadata(&real).expect("a file").permissions().mode() & 0o777, 0o750);
}

/// What stands before a scope, and which scope of a table it is.
type Part = (Vec<u8>, usize);

/// A text that chance makes: any byte but that which makes a file binary.
fn noise(random: &mut fastrand::Rng) -> Vec<u8> {
    let length = random.usize(..40);
    let odd: &[&[u8]] = &[b"\r\n", b"\n", b"\xff", b"\xc3\xa9", b"'", b"\"", b",", b"%2E", b"\\u002e", b"{", b"# "];
    let mut bytes = Vec::new();
    while bytes.len() < length {
        if random.bool() {
            bytes.push(random.u8(1..));
        } else {
            bytes.extend_from_slice(odd[random.usize(..odd.len())]);
        }
    }
    bytes
}

/// In each of some hundred files, every byte that is not of a misspelled scope stays, whatever stands around it.
#[test]
fn whatever_stands_around_stays() {
    const MISSPELLED: [(&str, &str); 5] = [
        ("ZohoCliq.Chanels.READ", "ZohoCliq.Channels.READ"),
        ("zohocrm.ORG.read", "ZohoCRM.org.READ"),
        ("Desk.tikets.READ", "Desk.tickets.READ"),
        ("ZohoMail%2Emesages%2EREAD", "ZohoMail%2Emessages%2EREAD"),
        ("ZohoCRM.org.READ", "ZohoCRM.org.READ"),
    ];
    let mut random = fastrand::Rng::with_seed(15);
    let files: Vec<(String, Vec<Part>)> = (0..300)
        .map(|file| (format!("f{file}"), (0..3).map(|_| (noise(&mut random), random.usize(..5))).collect()))
        .collect();
    let text = |parts: &[Part], fixed: &dyn Fn(usize) -> bool| -> Vec<u8> {
        let parts = parts.iter().enumerate().flat_map(|(index, (noise, scope))| {
            let (wrong, right) = MISSPELLED[*scope];
            [noise, "\n'".as_bytes(), if fixed(index) { right } else { wrong }.as_bytes(), b"'\n"].concat()
        });
        // What begins with such a mark is UTF-16.
        [&b"#"[..], &parts.collect::<Vec<u8>>()].concat()
    };
    let given: Vec<(&str, Vec<u8>)> =
        files.iter().map(|(name, parts)| (name.as_str(), text(parts, &|_| false))).collect();
    let given: Vec<(&str, &[u8])> = given.iter().map(|(name, bytes)| (*name, bytes.as_slice())).collect();
    let folder = folder(&given);
    let read = |name: &str| fs::read(folder.path().join(name)).expect("a file");
    scan(folder.path(), &["--fix"]);
    let (mut whole, mut partly) = (0, 0);
    let fixed: Vec<Vec<u8>> = files.iter().map(|(name, _)| read(name)).collect();
    for ((name, parts), fixed) in files.iter().zip(&fixed) {
        whole += usize::from(*fixed == text(parts, &|_| true));
        let possible = (0..8).any(|chosen| *fixed == text(parts, &|index| chosen >> index & 1 == 1));
        assert!(possible, "{name}: {parts:?} became {:?}", String::from_utf8_lossy(fixed));
        partly += 1;
    }
    assert!(whole * 10 > partly * 8, "{whole} of {partly}");
    scan(folder.path(), &["--fix"]);
    assert!(files.iter().zip(&fixed).all(|((name, _), fixed)| read(name) == *fixed), "it is fixed once");
    assert_eq!(fs::read_dir(Path::new(folder.path())).expect("a folder").count(), files.len());
}
