//! A headless Chromium with the page that `zoho-scopes site` writes.

use std::{
    env, fs,
    io::{BufRead, BufReader, Write},
    panic::{AssertUnwindSafe, catch_unwind, resume_unwind},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
    time::SystemTime,
};

use fantoccini::{Client, ClientBuilder, wd::WebDriverCompatibleCommand};
use serde_json::{Value, json};
use tokio::runtime;

const ARGUMENTS: [&str; 10] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--force-color-profile=srgb",
    "--window-size=1280,900",
];

/// One browser at a time is enough for any machine.
static TURN: Mutex<()> = Mutex::new(());
static FOLDERS: AtomicUsize = AtomicUsize::new(0);

/// The page in a browser.
pub struct Page {
    client: Client,
    runtime: runtime::Runtime,
    /// Where the page lies.
    pub folder: PathBuf,
}

/// Says why a test is skipped; fails instead where `ZOHO_SCOPES_BROWSER` is `required`.
pub fn skip(because: &str) {
    assert!(env::var("ZOHO_SCOPES_BROWSER").as_deref() != Ok("required"), "{because}");
    say(&format!("skipped: {because}"));
}

/// Prints past the harness, which shows what failing tests print alone.
pub fn say(text: &str) {
    let _ = writeln!(std::io::stderr(), "{text}");
}

/// Runs the program in an empty folder, hands the page that it wrote to `test`, and sees that the page
/// neither complained nor asked for anything but its own files.
pub fn with_page(arguments: &[&str], test: impl FnOnce(&Page)) {
    let _turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
    let Some((driver, port)) = driver() else { return skip("there is no Chromium with its chromedriver") };
    let driver = Ended(driver);
    let number = FOLDERS.fetch_add(1, Ordering::Relaxed);
    let base = env::temp_dir().join(format!("zoho-scopes-page-{}-{number}", std::process::id()));
    let folder = base.join("page");
    write_page(&folder, arguments);
    let runtime = runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let client = runtime.block_on(connect(port, &base.join("profile")));
    let page = Page { client, runtime, folder };
    // The browser ends whatever the test does.
    let outcome = catch_unwind(AssertUnwindSafe(|| {
        test(&page);
        page.is_quiet();
    }));
    let Page { client, runtime, .. } = page;
    let closed = runtime.block_on(client.close());
    drop(driver);
    let removed = fs::remove_dir_all(base);
    outcome.unwrap_or_else(|panic| resume_unwind(panic));
    closed.expect("the browser ends");
    removed.expect("the folder goes");
}

/// Whether the page holds the WebAssembly, of the library as it is now.
pub fn has_rules(page: &Page) -> bool {
    let data = fs::read_to_string(page.folder.join("data.js")).expect("the page's data");
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let built = changed(&root.join("zoho-scopes/page/built/page.wasm.gz.base85"));
    let sources = ["data/services", "data/src", "zoho-scopes/src", "zoho-scopes/cli/src", "zoho-scopes/page/wasm/src"];
    if data.contains(r#""wasm":null"#) {
        skip("the program holds no WebAssembly; `zoho-scopes/page/build-wasm` makes it");
        false
    } else if sources.iter().any(|folder| changed(&root.join(folder)) > built) {
        skip("the WebAssembly is older than the library; `zoho-scopes/page/build-wasm` makes it again");
        false
    } else {
        true
    }
}

/// When a file, or any file of a folder, was last changed.
fn changed(path: &Path) -> Option<SystemTime> {
    let own = fs::metadata(path).and_then(|file| file.modified()).ok();
    let below = fs::read_dir(path).into_iter().flatten().filter_map(|entry| changed(&entry.ok()?.path()));
    below.chain(own).max()
}

fn write_page(folder: &Path, arguments: &[&str]) {
    let mut program = Command::new(env!("CARGO_BIN_EXE_zoho-scopes-under-test"));
    let output = program.args(["site", "-o"]).arg(folder).args(arguments).output().expect("the program runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// Starts chromedriver where it is installed, on a port that it chooses.
fn driver() -> Option<(Child, u16)> {
    let mut command = Command::new("chromedriver");
    let mut driver = command.arg("--port=0").stdout(Stdio::piped()).stderr(Stdio::null()).spawn().ok()?;
    let output = BufReader::new(driver.stdout.take()?);
    let started = output.lines().map_while(Result::ok).find_map(|line| {
        let (_, port) = line.split_once("successfully on port ")?;
        port.trim_end_matches('.').parse().ok()
    });
    Some((driver, started?))
}

/// A process that ends with its owner.
struct Ended(Child);

impl Drop for Ended {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

async fn connect(port: u16, profile: &Path) -> Client {
    let mut arguments: Vec<String> = ARGUMENTS.map(String::from).into();
    arguments.push(format!("--user-data-dir={}", profile.display()));
    let capabilities = json!({
        "goog:chromeOptions": {"args": arguments},
        "goog:loggingPrefs": {"browser": "ALL", "performance": "ALL"},
    });
    let Value::Object(capabilities) = capabilities else { unreachable!("an object") };
    let mut builder = ClientBuilder::new(hyper_util::client::legacy::connect::HttpConnector::new());
    builder.capabilities(capabilities);
    builder.connect(&format!("http://127.0.0.1:{port}")).await.expect("Chromium starts")
}

impl Page {
    /// Loads the page again at an address below it, such as `#/check`.
    pub fn open(&self, hash: &str) {
        let address = format!("file://{}/index.html{hash}", self.folder.display());
        self.runtime.block_on(async {
            self.client.goto("about:blank").await.expect("an empty page");
            self.client.goto(&address).await.expect("the page loads");
        });
        self.wait("'ready' in document.documentElement.dataset");
    }

    /// Waits until an expression holds.
    #[track_caller]
    pub fn wait(&self, expression: &str) {
        let script = format!(
            "const done = arguments[0]; const until = Date.now() + 10000;
             const look = () => ({expression}) || Date.now() > until ? done(Boolean({expression})) : setTimeout(look, 10);
             look();"
        );
        let outcome = self.runtime.block_on(self.client.execute_async(&script, Vec::new())).expect("a script runs");
        assert_eq!(outcome, true, "never: {expression}");
    }

    /// The value of an expression.
    #[track_caller]
    pub fn value(&self, expression: &str) -> Value {
        let script = format!("return {expression};");
        self.runtime.block_on(self.client.execute(&script, Vec::new())).expect("a script runs")
    }

    /// The value of an expression that is a text.
    #[track_caller]
    pub fn text(&self, expression: &str) -> String {
        self.value(expression).as_str().map_or_else(|| panic!("no text: {expression}"), String::from)
    }

    /// What a promise gives.
    #[track_caller]
    pub fn awaited(&self, script: &str) -> Value {
        let script = format!("const done = arguments[0]; ({script}).then(done, (error) => done(String(error)));");
        self.runtime.block_on(self.client.execute_async(&script, Vec::new())).expect("a script runs")
    }

    /// Runs a script.
    #[track_caller]
    pub fn run(&self, script: &str) {
        self.runtime.block_on(self.client.execute(script, Vec::new())).expect("a script runs");
    }

    /// Presses keys where the focus is.
    pub fn keys(&self, keys: &str) {
        self.runtime.block_on(async {
            let element = self.client.active_element().await.expect("something has the focus");
            element.send_keys(keys).await.expect("keys are taken");
        });
    }

    /// Clears a field and types into it.
    pub fn fill(&self, id: &str, text: &str) {
        self.run(&format!("const field = document.getElementById('{id}'); field.focus(); field.select();"));
        self.keys(text);
    }

    /// Puts a text into a field at once, as pasting does.
    pub fn paste(&self, id: &str, text: &str) {
        let text = json!(text);
        self.run(&format!(
            "const field = document.getElementById('{id}'); field.value = {text}; field.dispatchEvent(new Event('input'));"
        ));
    }

    pub fn click(&self, selector: &str) {
        self.run(&format!("document.querySelector({}).click();", json!(selector)));
    }

    /// The texts of the elements of a selector.
    pub fn texts(&self, selector: &str) -> Vec<String> {
        let found =
            self.value(&format!("[...document.querySelectorAll({})].map((e) => e.textContent)", json!(selector)));
        serde_json::from_value(found).expect("texts")
    }

    /// What a command of the browser's own protocol answers.
    pub fn command(&self, name: &str, parameters: &Value) -> Value {
        self.extended(Extended { path: "goog/cdp/execute", body: json!({"cmd": name, "params": parameters}) })
    }

    /// A window of this size, as a phone has it or not.
    pub fn window(&self, width: u32, height: u32, mobile: bool) {
        let metrics = json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": mobile});
        self.command("Emulation.setDeviceMetricsOverride", &metrics);
    }

    /// What the user prefers: `light` or `dark`.
    pub fn scheme(&self, scheme: &str) {
        let features = json!({"features": [{"name": "prefers-color-scheme", "value": scheme}]});
        self.command("Emulation.setEmulatedMedia", &features);
    }

    /// The console holds no error, and no request went anywhere but to the page's own files.
    fn is_quiet(&self) {
        let complaints: Vec<Value> =
            self.log("browser").into_iter().filter(|entry| entry["level"] == "SEVERE").collect();
        assert!(complaints.is_empty(), "{complaints:?}");
        let own = format!("file://{}/", self.folder.display());
        for entry in self.log("performance") {
            let message: Value = serde_json::from_str(entry["message"].as_str().unwrap_or_default()).expect("JSON");
            let message = &message["message"];
            let asked = message["params"]["request"]["url"].as_str().unwrap_or_default();
            if message["method"] == "Network.requestWillBeSent" {
                assert!(["data:", "about:", "chrome:", &own].iter().any(|start| asked.starts_with(start)), "{asked}");
            }
        }
    }

    fn log(&self, kind: &str) -> Vec<Value> {
        let entries = self.extended(Extended { path: "se/log", body: json!({"type": kind}) });
        entries.as_array().cloned().unwrap_or_default()
    }

    fn extended(&self, command: Extended) -> Value {
        self.runtime.block_on(self.client.issue_cmd(command)).expect("chromedriver answers")
    }
}

/// A command of chromedriver that is not a part of the standard.
#[derive(Debug)]
struct Extended {
    path: &'static str,
    body: Value,
}

impl WebDriverCompatibleCommand for Extended {
    fn endpoint(&self, base: &url::Url, session: Option<&str>) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        (http::Method::POST, Some(self.body.to_string()))
    }
}
