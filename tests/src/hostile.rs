//! Lists of any length that nobody writes but to do harm.

use zoho_scopes::{Catalogue, Scope};

/// A kind of list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A beginning, and then a text over and over.
    Repeated(&'static str, &'static str),
    /// Scopes of no service, each another one.
    Unknown,
    /// What a pattern admits, each another text, by twos of which one covers the other.
    Admitted,
    /// So many scopes of the catalogue over and over, or all of it.
    Known(usize),
}

impl Kind {
    /// Those of which all else is a variation.
    pub const PLAIN: [Self; 5] = [
        Self::Repeated("", "A"),
        Self::Repeated("", "."),
        Self::Repeated("", ","),
        Self::Unknown,
        Self::Known(usize::MAX),
    ];

    /// Those whose instructions are counted.
    pub const ALL: &[Self] = &[
        Self::Repeated("", "A"),
        Self::Repeated("", "."),
        Self::Repeated("", ","),
        Self::Unknown,
        Self::Known(100),
        Self::Admitted,
        Self::Repeated("", "é"),
        Self::Repeated("", "A.{"),
        Self::Repeated("", "\""),
        Self::Repeated("", "* \n"),
        Self::Repeated("", "1. "),
        Self::Repeated("", "\u{200b}"),
        Self::Repeated("", "%"),
        Self::Repeated("", "%2C"),
        Self::Repeated("%", "25"),
        Self::Repeated("", "%E2%25"),
        Self::Repeated("", "\\"),
        Self::Repeated("", "\\\""),
        Self::Repeated("", "="),
        Self::Repeated("", "scope="),
        Self::Repeated("", "&scope="),
        Self::Repeated("", "scope:"),
        Self::Repeated("", "scope\n"),
        Self::Repeated("", "\"scope\":"),
        Self::Repeated("", "\"scope\":\""),
        Self::Repeated("", "scope = [\n"),
        Self::Repeated("", "{\""),
        Self::Repeated("scope=", "A,\n"),
        Self::Repeated("scope=", "A,\\\n"),
        Self::Repeated("scope=", "A,\n\n"),
    ];

    /// What it is, in words.
    #[must_use]
    pub fn name(self) -> String {
        match self {
            Self::Repeated("", text) => format!("{text:?} over and over"),
            Self::Repeated(before, text) => format!("{before:?}, then {text:?} over and over"),
            Self::Unknown => "different unknown scopes".to_owned(),
            Self::Admitted => "different scopes of a pattern".to_owned(),
            Self::Known(_) => "known scopes over and over".to_owned(),
        }
    }

    /// A list of about so many bytes.
    #[must_use]
    pub fn list(self, bytes: usize) -> String {
        match self {
            Self::Repeated(before, text) => before.to_owned() + &text.repeat(bytes / text.len()),
            Self::Unknown => {
                let scopes = (0..bytes / 16).map(|number| format!("Acme.n{number:04x}.READ"));
                scopes.collect::<Vec<_>>().join(",")
            }
            Self::Admitted => {
                let scopes = (0..bytes / 64).flat_map(|number| {
                    ["READ", "ALL"].map(|operation| format!("ZohoCRM.modules.visits{number:04x}.{operation}"))
                });
                scopes.collect::<Vec<_>>().join(",")
            }
            Self::Known(most) => {
                let all: Vec<&str> = Catalogue::builtin().scopes().map(Scope::as_str).take(most).collect();
                let all = all.join(",") + ",";
                all.repeat(bytes / all.len() + 1)[..bytes].to_owned()
            }
        }
    }
}

/// What stands behind a scope over and over, in a text in which scopes are searched for.
pub const TEXTS: &[&str] = &[
    "ZohoCRM.modules.ALL,",
    "ZohoCRM.",
    "'ZohoCRM.modules.ALL' /* ",
    "<!-- ZohoCRM.modules.ALL ",
    "ZohoCRM.modules.{",
    "| ZohoCRM.modules.ALL | x ",
    "\n- ZohoCRM.modules.ALL: ",
    "'ZohoCRM.modules.ALL': 'x",
    "ZohoCRM:modules:ALL/",
    "ZohoCRM.modules.ALL;\n",
    "ZohoCRM.modules.ALL %25",
    "email, \\\"",
    "Zxhx.modules.ALL ",
    "${ZohoCRM.modules.ALL",
];
