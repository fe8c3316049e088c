//! The calls that an `OpenAPI` file describes.

use std::collections::BTreeMap;

use serde::{Deserialize, de::IgnoredAny};

use super::{
    request::Request,
    url::{Variables, plain},
};
use crate::document::read;

#[derive(Deserialize)]
struct File {
    #[serde(default)]
    servers: Vec<Server>,
    host: Option<String>,
    #[serde(rename = "basePath")]
    base_path: Option<String>,
    #[expect(clippy::zero_sized_map_values, reason = "the keys are wanted, and serde has no set of them")]
    paths: BTreeMap<String, BTreeMap<String, IgnoredAny>>,
}

#[derive(Deserialize)]
struct Server {
    url: String,
    #[serde(default)]
    variables: BTreeMap<String, Variable>,
}

#[derive(Deserialize)]
struct Variable {
    default: Option<String>,
}

/// What may stand beside the methods of a path.
const NO_METHODS: [&str; 5] = ["summary", "description", "servers", "parameters", "$ref"];

/// Each request that it describes, in the order of the paths.
pub(super) fn requests(text: &str) -> Result<Vec<Request>, String> {
    let file: File = read(text)?;
    let base = file.base();
    let mut requests = Vec::new();
    for (path, methods) in &file.paths {
        for method in methods.keys().filter(|key| !NO_METHODS.contains(&key.as_str()) && !key.starts_with("x-")) {
            requests.push(Request::new(method.as_str(), plain(&format!("{base}{path}"), &Variables::new())));
        }
    }
    Ok(requests)
}

impl File {
    /// The first server, with its variables as they are by default.
    fn base(&self) -> String {
        let version_2 = || {
            let path = self.base_path.as_deref().unwrap_or_default();
            self.host.as_deref().map_or_else(|| path.to_owned(), |host| format!("https://{host}{path}"))
        };
        let Some(server) = self.servers.first() else { return version_2() };
        let filled = server.variables.iter().fold(server.url.clone(), |url, (name, variable)| {
            variable.default.as_ref().map_or(url.clone(), |default| url.replace(&format!("{{{name}}}"), default))
        });
        filled.trim_end_matches('/').to_owned()
    }
}
