//! Constants for other languages: what is generated, and what the tools of each language say of it.

mod languages;
mod ran;

use std::{collections::BTreeSet, fs, path::Path};

use languages::Workshop;
use ran::{command, finished, output, run};
use zoho_scopes::Catalogue;

const HOSTILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/languages/hostile.json");
const README: &str = include_str!("../../README.md");
const DOCUMENT: &str = include_str!("../docs/languages.md");
const LANGUAGES: [&str; 6] = ["typescript", "python", "go", "php", "java", "csharp"];

/// What each example of the document prints.
const NEEDED: &str = "ZohoCliq.Channels.READ\nZohoCliq.Chats.READ\nZohoCRM.settings.fields.READ\n\
                      ZohoCRM.modules.leads.READ\nDesk.tickets.READ\n";

/// The document with the example of a language.
fn document(language: &str) -> &'static str {
    if README.contains(&format!("```{language}\n")) { README } else { DOCUMENT }
}

/// Writes the example of a language, with the constants that its command generates.
fn example(language: &str, workshop: &Workshop, file: &str) {
    let document = document(language);
    let line = document.lines().find_map(|line| line.strip_prefix(&format!("zoho-scopes generate {language} ")));
    let arguments: Vec<&str> = line.expect("a command").split(' ').collect();
    let output = workshop.path().join(arguments.last().expect("a file"));
    fs::create_dir_all(output.parent().expect("a folder")).expect("a folder");
    let ran = finished(command(&["generate", language]).args(arguments).current_dir(workshop.path()));
    assert_eq!((ran.status, ran.out.as_str()), (0, ""), "{}", ran.err);
    let (_, block) = document.split_once(&format!("```{language}\n")).expect("an example");
    workshop.write(file, block.split_once("```").expect("its end").0);
}

/// Generates the whole catalogue into a file, and one of hostile texts into another.
fn everything(language: &str, workshop: &Workshop, whole: &str, hostile: &str) {
    for (file, arguments) in [(whole, [].as_slice()), (hostile, &["--catalogue", HOSTILE, "--service", "Class"])] {
        workshop.write(file, "");
        let path = workshop.path().join(file);
        output(&[&["generate", language, "-o", path.to_str().expect("a path")], arguments].concat(), 0);
    }
}

#[test]
fn typescript_compiles_and_is_laid_out() {
    let Some(workshop) = Workshop::with(&["tsc", "node", "prettier"]) else { return };
    example("typescript", &workshop, "main.ts");
    everything("typescript", &workshop, "whole.ts", "hostile.ts");
    workshop.write("package.json", r#"{"type": "module"}"#);
    // Needs nothing of a browser or of Node; the example prints with the one or the other.
    workshop.write("console.d.ts", "declare const console: { log(text: string): void };\n");
    let options = ["--strict", "--target", "es2022", "--lib", "es2022", "--module", "nodenext", "--outDir", "out"];
    workshop.quiet("tsc", &[&options[..], &["main.ts", "whole.ts", "hostile.ts", "console.d.ts"]].concat());
    assert_eq!(workshop.run("node", &["out/main.js"]), NEEDED);
    workshop.run("prettier", &["--check", "zoho-scopes.ts", "whole.ts", "hostile.ts"]);
    let program = "import('./out/whole.js').then((all) => console.log(all.isZohoScope('Desk.tickets.READ'), \
                   all.isZohoScope('toString'), Object.isFrozen(all.Desk)))";
    assert_eq!(workshop.run("node", &["-e", program]), "true false true\n");
}

#[test]
fn python_runs_and_is_typed_and_laid_out() {
    let Some(workshop) = Workshop::with(&["python3", "mypy", "black", "ruff"]) else { return };
    example("python", &workshop, "main.py");
    assert!(workshop.path().join("zoho_scopes/py.typed").is_file());
    everything("python", &workshop, "whole.py", "hostile.py");
    assert_eq!(workshop.run("python3", &["main.py"]), NEEDED);
    workshop.quiet("python3", &["-W", "error", "-c", "import whole, hostile"]);
    let files = ["main.py", "whole.py", "hostile.py"];
    workshop.run("mypy", &[&["--strict"], &files[..]].concat());
    workshop.quiet("black", &[&["--check", "--quiet"], &files[..]].concat());
    workshop.run("ruff", &[&["check"], &files[..]].concat());
    workshop.run("ruff", &[&["format", "--check"], &files[..]].concat());
}

#[test]
fn go_runs_and_is_vetted_and_laid_out() {
    let Some(workshop) = Workshop::with(&["go", "gofmt"]) else { return };
    workshop.write("go.mod", "module example.com/app\n\ngo 1.19\n");
    example("go", &workshop, "main.go");
    everything("go", &workshop, "whole/scopes.go", "hostile/scopes.go");
    assert_eq!(workshop.run("go", &["run", "."]), NEEDED);
    workshop.quiet("go", &["vet", "./..."]);
    workshop.quiet("gofmt", &["-d", "."]);
}

#[test]
fn php_runs_and_is_laid_out() {
    let Some(workshop) = Workshop::with(&["php", "php-cs-fixer.phar"]) else { return };
    example("php", &workshop, "main.php");
    everything("php", &workshop, "whole.php", "hostile.php");
    assert_eq!(workshop.run("php", &["main.php"]), NEEDED);
    // Beside enums, nothing is printed or run.
    assert_eq!(workshop.run("php", &["-r", "require 'whole.php';"]), "");
    assert_eq!(
        workshop.run("php", &["-r", "require 'hostile.php'; echo ZohoScopes\\Class_::ClassRead->value;"]),
        "Class.class.READ"
    );
    for file in ["whole.php", "hostile.php"] {
        workshop.run("php-cs-fixer.phar", &["fix", "--dry-run", "--using-cache=no", "--rules=@PER-CS,@PSR12", file]);
    }
}

#[test]
fn java_compiles_and_is_documented() {
    let Some(workshop) = Workshop::with(&["javac", "java"]) else { return };
    example("java", &workshop, "Main.java");
    everything("java", &workshop, "whole/ZohoScopes.java", "hostile/ZohoScopes.java");
    let lint = ["-Xlint:all", "-Xdoclint:all/protected", "-Werror", "-proc:none", "-encoding", "UTF-8"];
    for (out, file) in
        [("out", "Main.java"), ("whole", "whole/ZohoScopes.java"), ("hostile", "hostile/ZohoScopes.java")]
    {
        // The example has no comments.
        let lint = if file == "Main.java" { &lint[3..] } else { &lint[..] };
        workshop.quiet("javac", &[lint, &["-d", out, file]].concat());
    }
    assert_eq!(workshop.run("java", &["-cp", "out", "Main"]), NEEDED);
}

#[test]
fn csharp_compiles_and_is_documented() {
    let Some(workshop) = Workshop::with(&["mcs", "mono"]) else { return };
    example("csharp", &workshop, "Program.cs");
    everything("csharp", &workshop, "whole.cs", "hostile.cs");
    workshop.quiet("mcs", &["-warnaserror", "-out:program.exe", "Program.cs", "ZohoScopes.cs"]);
    assert_eq!(workshop.run("mono", &["program.exe"]), NEEDED);
    for file in ["whole", "hostile"] {
        let [out, doc] = [format!("-out:{file}.dll"), format!("-doc:{file}.xml")];
        let source = format!("{file}.cs");
        workshop.quiet("mcs", &["-warnaserror", "-warn:4", "-target:library", &out, &doc, &source]);
    }
}

/// The lines of constants: those that hold a wire form in quotation marks.
fn constants(text: &str) -> BTreeSet<&str> {
    let is_constant =
        |line: &&str| line.ends_with([',', ';', ')', '"']) && line.contains(['"', '\'']) && line.contains('.');
    text.lines().map(str::trim).filter(is_constant).map(|line| line.trim_end_matches([',', ';'])).collect()
}

#[test]
fn every_scope_is_a_constant_and_the_same_text_comes_again() {
    for language in LANGUAGES {
        let text = output(&["generate", language], 0);
        let literals: BTreeSet<&str> = text.split(['"', '\'']).collect();
        for scope in Catalogue::builtin().scopes() {
            assert!(literals.contains(scope.as_str()), "{language}: {scope}");
        }
        let version = env!("CARGO_PKG_VERSION");
        let header = format!("generated by zoho-scopes {version}, catalogue {}", Catalogue::builtin().date());
        let start: String = text.lines().take(6).collect();
        assert!(start.contains(&header), "{language}: {start}");
        assert_eq!(text, output(&["generate", language], 0), "{language}");
        assert!(text.ends_with('\n') && !text.contains(" \n") && !text.contains("\n\n\n\n"), "{language}");
    }
}

/// Whatever is left out, the others keep their names: also where names meet.
#[test]
fn names_do_not_depend_on_what_is_generated() {
    for language in LANGUAGES {
        let list = "Class.aB.READ,Class.a_b.READ,ZohoCatalyst.projects.READ,ZohoCRM.modules.visits.READ";
        let [whole, part] = [[].as_slice(), &["--scopes", list]]
            .map(|arguments| output(&[&["generate", language, "--catalogue", HOSTILE], arguments].concat(), 0));
        let (whole, part) = (constants(&whole), constants(&part));
        let new: Vec<_> = part.difference(&whole).collect();
        assert!(new.iter().all(|line| line.contains("visits")), "{language}: {new:?}");
    }
}

#[test]
fn deprecated_constants_are_marked() {
    let list = ["--scopes", "TeamDrive.files.ALL"];
    for (language, mark) in [
        ("typescript", "@deprecated use WorkDrive.files.ALL; "),
        ("python", "Deprecated: use WorkDrive.files.ALL; "),
        ("go", "// Deprecated: use WorkDrive.files.ALL; "),
        ("php", "* @deprecated use WorkDrive.files.ALL; "),
        ("java", "@Deprecated\n    FILES_ALL("),
        ("csharp", "[System.Obsolete(\"use WorkDrive.files.ALL; "),
    ] {
        let text = output(&[&["generate", language], &list[..]].concat(), 0);
        assert!(text.contains(mark), "{text}");
    }
}

/// The file of a temporary folder, as the program takes it.
fn path_in(folder: &tempfile::TempDir, file: &str) -> String {
    folder.path().join(file).to_str().expect("a path").to_owned()
}

#[test]
fn check_says_whether_a_file_is_current() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = path_in(&folder, "scopes.go");
    let generate = |more: &[&str]| run(&[&["generate", "go", "--service", "ZohoLens", "-o", &file], more].concat(), "");
    assert_eq!(generate(&["--check"]).status, 1);
    assert!(!Path::new(&file).exists());
    assert_eq!(generate(&[]).status, 0);
    let checked = generate(&["--check"]);
    assert_eq!((checked.status, checked.out.as_str()), (0, ""));
    let text = fs::read_to_string(&file).expect("a file");
    fs::write(&file, text.replace('\n', "\r\n")).expect("the file is written");
    assert_eq!(generate(&["--check"]).status, 0);
    fs::write(&file, text.replace("ZohoLens.orgs.READ", "ZohoLens.orgs.\u{1b}")).expect("the file is written");
    let checked = generate(&["--check"]);
    assert_eq!(checked.status, 1);
    assert!(checked.out.contains("+\tZohoLensOrgsRead Scope = \"ZohoLens.orgs.READ\"\n"), "{}", checked.out);
    assert!(!checked.out.contains('\u{1b}'));
}

#[test]
fn a_scan_gives_what_files_ask_for_but_generated_ones() {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |file: &str, text: &str| fs::write(folder.path().join(file), text).expect("the file is written");
    write("app.py", "SCOPES = 'ZohoCliq.Chats.READ,ZohoCRM.modules.visits.READ,ZohoCliq.Nonsense.READ'\n");
    let (root, file) = (path_in(&folder, ""), path_in(&folder, "scopes.py"));
    let generate = || run(&["generate", "python", "--from-scan", &root, "-o", &file], "");
    let first = generate();
    assert_eq!(first.status, 0, "{}", first.err);
    assert!(first.err.contains("left out, not in the catalogue: `ZohoCliq.Nonsense.READ`"), "{}", first.err);
    let text = fs::read_to_string(&file).expect("a file");
    assert!(text.contains("CHATS_READ = \"ZohoCliq.Chats.READ\"") && text.contains("MODULES_VISITS_READ = "), "{text}");
    write("app.py", "SCOPES = 'ZohoCliq.Channels.READ'\n");
    // Nor do those of other languages ask for anything.
    for language in LANGUAGES {
        write(&format!("{language}.txt"), &output(&["generate", language, "--service", "ZohoLens"], 0));
    }
    assert_eq!(generate().status, 0);
    let text = fs::read_to_string(&file).expect("a file");
    assert!(text.contains("ZohoCliq.Channels.READ") && !text.contains("ZohoCliq.Chats.READ"), "{text}");
    assert!(!text.contains("ZohoLens"), "{text}");
}

#[test]
fn an_invalid_list_is_answered_with_no() {
    for (list, words) in [
        ("ZohoCliq.Chanels.READ", "did you mean `ZohoCliq.Channels.READ`?"),
        ("Zoho.whatever.READ", "the list is invalid"),
    ] {
        for command in [&["generate", "go", "--scopes", list][..], &["docs", "--scopes", list]] {
            let ran = run(command, "");
            assert_eq!((ran.status, ran.out.as_str()), (1, ""), "{command:?}");
            assert!(ran.err.contains(words), "{command:?}: {}", ran.err);
        }
    }
}

#[test]
fn wrong_usage_is_refused() {
    for (arguments, words) in [
        (["go", "--service", "ZohoLenz"].as_slice(), "unknown service `ZohoLenz`"),
        (&["go", "--service", "Notebook"], "there are no scopes to generate"),
        (&["go", "--from-scan", "no/such/folder"], "there is no `no/such/folder`"),
        (&["go", "--package", "type"], "`type` is not the name of a package in `go`"),
        (&["java", "--package", "com.example;x"], "is not the name of a package"),
        (&["python", "--package", "x"], "`--package` is not for `python`"),
        (&["java", "-o", "Scopes.java"], "the file is to be called `ZohoScopes.java`"),
        (&["go", "--check"], "--output"),
        (&["cobol"], "cobol"),
    ] {
        let ran = run(&[&["generate"], arguments].concat(), "");
        assert_eq!((ran.status, ran.out.as_str()), (2, ""), "{arguments:?}");
        assert!(ran.err.contains(words), "{arguments:?}: {}", ran.err);
    }
    let text = output(&["generate", "php", "--package", "Acme\\Zoho", "--service", "ZohoLens"], 0);
    assert!(text.contains("\nnamespace Acme\\Zoho;\n"), "{text}");
}
