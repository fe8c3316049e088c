//! The npm package, packed and installed elsewhere: it answers as the program does, in Node and in a browser.

mod languages;
mod ran;

use std::{
    fs,
    path::{Path, PathBuf},
    time::SystemTime,
};

use fastrand::Rng;
use languages::{Workshop, skip};
use ran::run;
use serde_json::Value;
use zoho_scopes::Catalogue;

/// What `zoho-scopes/npm/build` packed, of the sources as they are now.
fn package() -> Option<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let package = root.join(format!("zoho-scopes/npm/built/zoho-scopes-{}.tgz", env!("CARGO_PKG_VERSION")));
    let Some(built) = changed(&package) else {
        skip("there is no npm package; `zoho-scopes/npm/build` makes it");
        return None;
    };
    let sources = ["npm/source", "npm/answers.schema.json", "page/built/page.wasm"];
    if sources.iter().any(|file| changed(&root.join("zoho-scopes").join(file)) > Some(built)) {
        skip("the npm package is older than its sources; `zoho-scopes/npm/build` makes it again");
        return None;
    }
    Some(package)
}

/// When a file, or any file of a folder, was last changed.
fn changed(path: &Path) -> Option<SystemTime> {
    let own = fs::metadata(path).and_then(|file| file.modified()).ok();
    let below = fs::read_dir(path).into_iter().flatten().filter_map(|entry| changed(&entry.ok()?.path()));
    below.chain(own).max()
}

/// A folder that has nothing but the package, and lists.
fn installed(tools: &[&str], lists: &[String]) -> Option<Workshop> {
    let workshop = Workshop::with(&[&["node", "npm"], tools].concat())?;
    let package = package()?;
    workshop.write("package.json", r#"{"private": true, "type": "module"}"#);
    let package = package.canonicalize().expect("a path");
    workshop.run(
        "npm",
        &["install", "--offline", "--silent", "--no-audit", "--no-fund", package.to_str().expect("a path")],
    );
    workshop.write("lists.json", &serde_json::to_string(lists).expect("JSON"));
    Some(workshop)
}

/// Lists that chance makes of scopes, some of them misspelled.
fn lists(count: usize) -> Vec<String> {
    let scopes: Vec<_> = Catalogue::builtin().scopes().collect();
    let scope = |rng: &mut Rng| {
        let mut text = rng.choice(&scopes).expect("a scope").to_string();
        let place = rng.usize(..text.len());
        match rng.u8(..8) {
            0 => drop(text.remove(place)),
            1 => text.insert(place, rng.lowercase()),
            2 => text.make_ascii_lowercase(),
            3 => text.push(*rng.choice(&['é', '"', '\\', '\u{202e}', ';']).expect("a character")),
            _ => {}
        }
        text
    };
    let list = |rng: &mut Rng| (0..rng.usize(1..6)).map(|_| scope(rng)).collect::<Vec<_>>().join(", ");
    let mut rng = Rng::with_seed(100);
    (0..count).map(|_| list(&mut rng)).collect()
}

/// A JSON document a line.
fn documents(lines: &str) -> Vec<Value> {
    lines.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

/// What the program says of lists.
fn of_program(lists: &[String]) -> Vec<Value> {
    let reports = documents(&run(&["check", "--stdin", "--format", "json"], &(lists.join("\n") + "\n")).out);
    assert_eq!(reports.len(), lists.len());
    reports
}

#[test]
fn node_answers_as_the_program_does() {
    let lists = lists(100);
    let Some(workshop) = installed(&["tsc"], &lists) else { return };
    workshop.write("main.js", include_str!("npm/main.js"));
    workshop.write("main.cjs", include_str!("npm/main.cjs"));
    let expected = of_program(&lists);
    for file in ["main.js", "main.cjs"] {
        assert_eq!(documents(&workshop.run("node", &[file])), expected, "{file}");
    }
    workshop.write("main.ts", include_str!("npm/main.ts"));
    let options = ["--strict", "--noEmit", "--target", "es2022", "--lib", "es2022,dom", "--types", ""];
    workshop.quiet("tsc", &[&options[..], &["--module", "nodenext", "main.ts"]].concat());
}

/// The example of its README: what stands behind `//` is what the line gives.
#[test]
fn the_readme_says_what_comes() {
    let Some(workshop) = installed(&[], &[]) else { return };
    let readme = include_str!("../../zoho-scopes/npm/README.md");
    let (_, rest) = readme.split_once("```js\n").expect("an example");
    let (example, _) = rest.split_once("```").expect("its end");
    let (mut program, mut expected) = (String::new(), String::new());
    for line in example.lines() {
        match line.split_once("; // ") {
            Some((expression, value)) => {
                program.extend(["console.log(", expression, ");\n"]);
                expected.extend([value, "\n"]);
            }
            None => program.extend([line, "\n"]),
        }
    }
    workshop.write("main.js", &program);
    assert_eq!(workshop.run("node", &["main.js"]), expected);
}

#[test]
fn a_browser_and_its_workers_answer_as_the_program_does() {
    let lists = lists(100);
    let Some(workshop) = installed(&["chromium"], &lists) else { return };
    workshop.write("in-browser.js", include_str!("npm/in-browser.js"));
    let expected = of_program(&lists);
    let shown = workshop.run("node", &["in-browser.js"]);
    let answers: Value = serde_json::from_str(&shown).expect("JSON");
    for place in ["page", "worker"] {
        assert_eq!(answers[place].as_array(), Some(&expected), "{place}");
    }
}

#[test]
fn npx_checks_lists_and_files() {
    let lists = lists(20);
    let Some(workshop) = installed(&["npx"], &lists) else { return };
    workshop.write("config.yaml", "# scopes\nscopes: ZohoCliq.Chanels.READ,ZohoCliq.Chats.READ # two\n");
    let check = |arguments: &[&str], status: i32| {
        let ran = workshop.ran("npx", &[&["--offline", "zoho-scopes", "check"], arguments].concat());
        assert_eq!(ran.status, status, "{arguments:?}\n{}{}", ran.out, ran.err);
        ran
    };
    let json = check(&[&["--format", "json"], &*lists.iter().map(String::as_str).collect::<Vec<_>>()].concat(), 1);
    assert_eq!(documents(&json.out), of_program(&lists));
    let file = workshop.path().join("config.yaml");
    let file = file.to_str().expect("a path");
    let of_file = ["--file", file, "--format", "json"];
    assert_eq!(documents(&check(&of_file, 1).out), documents(&run(&[&["check"], &of_file[..]].concat(), "").out));
    let shown = check(&["--file", "config.yaml"], 1).out;
    assert!(shown.starts_with("config.yaml:2:18: error[unknown-scope-name]: service `ZohoCliq` has no"), "{shown}");
    assert_eq!(check(&["ZohoCliq.Chats.READ"], 0).out, "valid: 1 scope\n");
    assert_eq!(check(&["--quiet", "nonsense"], 1).out, "");
    check(&["--policy", "strict", "zohocliq.chats.read"], 1);
    check(&["--deny", "other-case", "zohocliq.chats.read"], 1);
    check(&["--allow", "unknown-scope-name", "ZohoCliq.Chanels.READ"], 0);
    assert!(check(&["--deny", "others", "openid"], 2).err.starts_with("error: no such code"));
    assert!(check(&["--policy", "none", "openid"], 2).err.starts_with("error: unknown variant `none`"));
    check(&["--file", "no/such/file"], 2);
    let secret = check(&["--file", "1000.5ecre7aa.5ecre7bb"], 2).err;
    assert!(secret.contains("1000.…") && !secret.contains("5ecre7"), "{secret}");
    check(&[], 2);
}

#[test]
fn the_package_is_small_and_runs_nothing_when_installed() {
    let Some(package) = package() else { return };
    let length = fs::metadata(package).expect("a file").len();
    assert!(length < 900_000, "{length} bytes");
    let manifest = include_str!("../../zoho-scopes/npm/source/package.json");
    assert!(!manifest.contains("\"scripts\"") && !manifest.contains("\"dependencies\""));
}
