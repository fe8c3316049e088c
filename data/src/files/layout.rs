//! How a catalogue file is laid out: sorted, and a line for whatever fits on one.

use crate::files::{
    check::{order, rank},
    error::FileErrors,
    json::{Parts, Slice, Value},
    read::read,
};

/// A line holds at most this many characters, if it can be broken.
const WIDTH: usize = 140;

/// Sorts a catalogue file and lays it out. Nothing but order and white space changes.
///
/// # Errors
///
/// What [`read`] refuses.
pub fn layout(file: &str, text: &str) -> Result<String, FileErrors> {
    #[cfg(feature = "calls")]
    if crate::files::calls::is_call_file(text) {
        crate::files::calls::read(file, text)?;
        return Ok(laid_out(text));
    }
    read(file, text)?;
    Ok(laid_out(text))
}

fn laid_out(text: &str) -> String {
    let mut out = String::new();
    if let Some(root) = Value::of(text) {
        let mut tree = Tree::of(root);
        tree.sort_file();
        tree.write(&mut out, 0, 0, true);
    }
    out.push('\n');
    out
}

/// A JSON value with its scalars and keys as they were written.
enum Tree<'a> {
    Object(Vec<(Slice<'a>, Tree<'a>)>),
    Array(Vec<Tree<'a>>),
    Scalar(Slice<'a>),
}

impl<'a> Tree<'a> {
    fn of(value: Value<'a>) -> Self {
        match value.parts {
            Parts::Object(members) => {
                Self::Object(members.into_iter().map(|(key, value)| (key, Self::of(value))).collect())
            }
            Parts::Array(items) => Self::Array(items.into_iter().map(Self::of).collect()),
            Parts::Scalar => Self::Scalar(value.slice),
        }
    }

    fn sort_file(&mut self) {
        let Self::Object(members) = self else { return };
        for (key, value) in members {
            match (key.unquoted().as_ref(), value) {
                ("names", Self::Object(names)) => {
                    sort_members(names);
                    for (_, name) in names {
                        name.sort_operations();
                    }
                }
                ("calls", Self::Object(paths)) => {
                    sort_members(paths);
                    for (_, methods) in paths {
                        if let Self::Object(methods) = methods {
                            sort_members(methods);
                        }
                    }
                }
                ("sources" | "verbs", Self::Object(members)) => sort_members(members),
                ("aliases" | "misnomers" | "mistakes", Self::Array(items)) => {
                    items.sort_by_cached_key(|item| order_key(&item.word("text")));
                }
                _ => {}
            }
        }
    }

    fn sort_operations(&mut self) {
        let Self::Object(members) = self else { return };
        for (key, value) in members {
            if let ("operations", Self::Array(items)) = (key.unquoted().as_ref(), value) {
                items.sort_by_cached_key(|item| rank(&item.word("operation")));
            }
        }
    }

    /// The string that this is, or that stands under `key` in it.
    fn word(&self, key: &str) -> String {
        match self {
            Self::Scalar(raw) => serde_json::from_str(raw.text).unwrap_or_default(),
            Self::Object(members) => members
                .iter()
                .find(|(name, _)| name.unquoted() == key)
                .map(|(_, value)| value.word(key))
                .unwrap_or_default(),
            Self::Array(_) => String::new(),
        }
    }

    /// Writes the value; `used` is what already stands on its line, `broken` forces a line for each member.
    fn write(&self, out: &mut String, depth: usize, used: usize, broken: bool) {
        let line = self.line();
        if !broken && used + line.chars().count() < WIDTH {
            return out.push_str(&line);
        }
        let indent = "  ".repeat(depth + 1);
        let each = |out: &mut String, first: bool, key: Option<&Slice<'_>>, value: &Self| {
            out.push_str(if first { "\n" } else { ",\n" });
            out.push_str(&indent);
            let key = key.map(|key| format!("{}: ", key.text)).unwrap_or_default();
            out.push_str(&key);
            value.write(out, depth + 1, indent.len() + key.chars().count() + 1, value.holds_objects());
        };
        match self {
            Self::Object(members) => {
                out.push('{');
                members.iter().enumerate().for_each(|(place, (key, value))| each(out, place == 0, Some(key), value));
                out.extend(["\n", &"  ".repeat(depth), "}"]);
            }
            Self::Array(items) => {
                out.push('[');
                items.iter().enumerate().for_each(|(place, value)| each(out, place == 0, None, value));
                out.extend(["\n", &"  ".repeat(depth), "]"]);
            }
            Self::Scalar(raw) => out.push_str(raw.text),
        }
    }

    /// Objects of objects, such as the names, are always broken, so that adding one changes one line.
    fn holds_objects(&self) -> bool {
        matches!(self, Self::Object(members) if members.iter().any(|(_, value)| matches!(value, Self::Object(_))) && members.iter().all(|(_, value)| matches!(value, Self::Object(_))))
    }

    fn line(&self) -> String {
        match self {
            Self::Object(members) => {
                let members: Vec<String> =
                    members.iter().map(|(key, value)| format!("{}: {}", key.text, value.line())).collect();
                format!("{{{}}}", members.join(", "))
            }
            Self::Array(items) => format!("[{}]", items.iter().map(Self::line).collect::<Vec<_>>().join(", ")),
            Self::Scalar(raw) => raw.text.to_owned(),
        }
    }
}

fn sort_members(members: &mut [(Slice<'_>, Tree<'_>)]) {
    members.sort_by_cached_key(|(key, _)| order_key(&key.unquoted()));
}

fn order_key(text: &str) -> (String, String) {
    let (folded, exact) = order(text);
    (folded, exact.to_owned())
}
