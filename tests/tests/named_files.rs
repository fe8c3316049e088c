//! Files that the program reads and writes, and names that are no text.
#![cfg(unix)]

mod ran;

use std::{ffi::OsStr, fs, os::unix::ffi::OsStrExt, process};

use ran::{command, finished, output, process, run};

#[test]
fn arguments_that_are_no_text_are_wrong_usage() {
    let list = OsStr::from_bytes(b"ZohoCRM.modules.READ\xff");
    for arguments in [&["check"][..], &["check", "--no-such-option"]] {
        let ran = finished(command(arguments).arg(list));
        assert_eq!(ran.status, 2, "{}", ran.err);
        assert!(ran.err.starts_with("error: "), "{}", ran.err);
    }
}

#[test]
fn no_file_is_read_without_end() {
    let many: [&[&str]; 8] = [
        &["check", "--file"],
        &["check", "ZohoCRM.org.READ", "--catalogue"],
        &["catalogue", "check"],
        &["catalogue", "diff", "--openapi"],
        &["docs", "--reasons"],
        &["docs", "--inject"],
        &["generate", "python", "--check", "-o"],
        &["needs", "--from", "har", "--calls"],
    ];
    for arguments in many {
        let ran = run(&[arguments, &["/dev/zero"]].concat(), "");
        assert_eq!(ran.status, 2, "{arguments:?}: {}", ran.err);
        assert!(ran.err.ends_with("longer than 256 MB\n"), "{arguments:?}: {}", ran.err);
    }
    let zeros = fs::File::open("/dev/zero").expect("zeros");
    let ran = process(&["check", "-"]).stdin(zeros).output().expect("the program runs");
    assert_eq!(ran.status.code(), Some(2));
    assert!(ran.stderr.ends_with(b"longer than 256 MB\n"));
}

#[test]
fn what_cannot_be_written_leaves_the_old_file() {
    let folder = tempfile::tempdir().expect("a folder");
    for arguments in [&["generate", "python", "-o"][..], &["docs", "--service", "ZohoCRM", "-o"]] {
        let file = folder.path().join("file");
        fs::write(&file, "old").expect("a file");
        // A file cannot grow beyond a block, as on a full disk.
        let program = process(&[]);
        let ran = process::Command::new("sh")
            .args(["-c", "trap '' XFSZ; ulimit -f 1; exec \"$0\" \"$@\""])
            .arg(program.get_program())
            .args(arguments)
            .arg(&file)
            .output()
            .expect("a shell");
        assert_eq!(ran.status.code(), Some(2), "{}", String::from_utf8_lossy(&ran.stderr));
        assert_eq!(fs::read_to_string(&file).expect("a file"), "old");
        assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 1);
    }
}

#[test]
fn folders_are_made_for_what_is_written() {
    let folder = tempfile::tempdir().expect("a folder");
    for (arguments, name) in [
        (&["generate", "python", "--service", "ZohoCliq", "-o"][..], "new/zoho_scopes/__init__.py"),
        (&["docs", "--service", "ZohoCliq", "-o"], "other/docs/scopes.md"),
    ] {
        let file = folder.path().join(name);
        output(&[arguments, &[&file.to_string_lossy()]].concat(), 0);
        assert!(fs::read_to_string(&file).expect("a file").contains("ZohoCliq"));
    }
    assert!(folder.path().join("new/zoho_scopes/py.typed").exists());
}

/// What is no file stays what it is.
#[test]
fn devices_are_written_to() {
    let text = output(&["docs", "--service", "ZohoCliq"], 0);
    assert_eq!(output(&["docs", "--service", "ZohoCliq", "-o", "/dev/stdout"], 0), text);
    let folder = tempfile::tempdir().expect("a folder");
    let link = folder.path().join("null");
    std::os::unix::fs::symlink("/dev/null", &link).expect("a link");
    output(&["docs", "-o", &link.to_string_lossy()], 0);
    assert!(link.is_symlink() && !fs::metadata("/dev/null").expect("a device").is_file());
}
