//! Several who fix the same file at once lose nothing of each other.

use std::{fs, process::Stdio};

use super::folder;

#[test]
fn two_at_once_lose_nothing() {
    const LINES: usize = 400;
    let wrong = "a = 'ZohoCRM.ogr.READ'\nb = 'zohocrm.ORG.read'\n".repeat(LINES);
    let right = "a = 'ZohoCRM.org.READ'\nb = 'ZohoCRM.org.READ'\n".repeat(LINES);
    let folder = folder(&[("a.py", wrong.as_bytes())]);
    let file = folder.path().join("a.py");
    for _ in 0..5 {
        fs::write(&file, &wrong).expect("a file");
        // Each fixes what the others leave out.
        let one = ["--allow", "other-case"];
        let other = ["--allow", "unknown-scope-name"];
        let started = [one, other, one, other].map(|allowed| {
            std::process::Command::new(env!("CARGO_BIN_EXE_zoho-scopes-under-test"))
                .current_dir(folder.path())
                .args(["scan", "--fix"])
                .args(allowed)
                .stdout(Stdio::null())
                .stderr(Stdio::null())
                .spawn()
                .expect("the program runs")
        });
        for mut started in started {
            assert!(started.wait().expect("it ends").code().is_some_and(|status| status < 2));
        }
        assert_eq!(fs::read_to_string(&file).expect("a file"), right);
    }
}
