//! Files that the program reads and writes, and names that are no text.
#![cfg(unix)]

mod ran;

use std::{ffi::OsStr, fs, os::unix::ffi::OsStrExt};

use ran::{command, finished, process, run};

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
    let many: [&[&str]; 7] = [
        &["check", "--file"],
        &["check", "ZohoCRM.org.READ", "--catalogue"],
        &["catalogue", "check"],
        &["catalogue", "diff", "--openapi"],
        &["docs", "--reasons"],
        &["docs", "--inject"],
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
