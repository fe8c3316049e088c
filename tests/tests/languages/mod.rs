//! Compilers, formatters and linters of other languages, where they are installed.
#![allow(dead_code, reason = "each test uses its part")]

use std::{
    env, fs,
    io::Write,
    path::{Path, PathBuf},
    process::Command,
};

use tempfile::TempDir;

use super::ran::Ran;

/// Says why a test is skipped; fails instead where `ZOHO_SCOPES_LANGUAGES` is `required`.
pub fn skip(because: &str) {
    assert!(env::var("ZOHO_SCOPES_LANGUAGES").as_deref() != Ok("required"), "{because}");
    // Past the harness, which shows what failing tests print alone.
    let _ = writeln!(std::io::stderr(), "skipped: {because}");
}

/// A tool that `.ci/languages` installs, or one of the system.
fn tool(name: &str) -> Option<PathBuf> {
    let home = env::var_os("HOME").map(|home| Path::new(&home).join(".cache"));
    let cache =
        env::var_os("XDG_CACHE_HOME").map(PathBuf::from).or(home).map(|cache| cache.join("zoho-scopes/languages"));
    let own = cache.into_iter().flat_map(|cache| [cache.join("node_modules/.bin"), cache.join("python/bin"), cache]);
    let path = env::var_os("PATH").unwrap_or_default();
    own.chain(env::split_paths(&path)).map(|folder| folder.join(name)).find(|file| file.is_file())
}

/// A folder in which tools run.
pub struct Workshop(TempDir);

impl Workshop {
    /// A folder, unless one of these tools is missing.
    pub fn with(tools: &[&str]) -> Option<Self> {
        if let Some(missing) = tools.iter().find(|name| tool(name).is_none()) {
            skip(&format!("there is no {missing}"));
            return None;
        }
        Some(Self(tempfile::tempdir().expect("a folder")))
    }

    pub fn path(&self) -> &Path {
        self.0.path()
    }

    pub fn write(&self, file: &str, text: &str) {
        let path = self.path().join(file);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("the file is written");
    }

    /// What came of a tool.
    pub fn ran(&self, name: &str, arguments: &[&str]) -> Ran {
        let tool = tool(name).expect("the tool is there");
        let mut command = Command::new(tool);
        command.args(arguments).current_dir(self.path()).env("GOFLAGS", "-mod=mod").env("GOWORK", "off");
        let output = command.output().expect("the tool runs");
        let [out, err] = [output.stdout, output.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
        Ran { status: output.status.code().expect("it exits"), out, err }
    }

    /// What a tool prints; it may not find anything wrong.
    #[track_caller]
    pub fn run(&self, name: &str, arguments: &[&str]) -> String {
        let Ran { status, out, err } = self.ran(name, arguments);
        assert_eq!(status, 0, "{name} {arguments:?}\n{out}{err}");
        out
    }

    /// The same of one that may not print anything either.
    #[track_caller]
    pub fn quiet(&self, name: &str, arguments: &[&str]) {
        assert_eq!(self.run(name, arguments), "", "{name} {arguments:?}");
    }
}
