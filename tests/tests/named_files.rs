//! Files that the program reads and writes, and names that are no text.
#![cfg(unix)]

mod ran;

use std::{ffi::OsStr, os::unix::ffi::OsStrExt};

use ran::{command, finished};

#[test]
fn arguments_that_are_no_text_are_wrong_usage() {
    let list = OsStr::from_bytes(b"ZohoCRM.modules.READ\xff");
    for arguments in [&["check"][..], &["check", "--no-such-option"]] {
        let ran = finished(command(arguments).arg(list));
        assert_eq!(ran.status, 2, "{}", ran.err);
        assert!(ran.err.starts_with("error: "), "{}", ran.err);
    }
}
