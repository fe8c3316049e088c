//! The ways in which people write a list down.

use zoho_scopes::Scope;

/// What stands beside the list in some forms, and never comes out.
pub(crate) const SECRET: &str = "1000.hush";

/// A way to write a list down.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Form {
    Joined(&'static str),
    Around(&'static str, &'static str, &'static str),
    Encoded,
    FullWidth,
}

pub(crate) const FORMS: &[Form] = &[
    Form::Joined(","),
    Form::Joined(", "),
    Form::Joined(" "),
    Form::Joined("\t"),
    Form::Joined("\r\n"),
    Form::Joined(";"),
    Form::Joined("+"),
    Form::Joined("%2C"),
    Form::Joined("%2c%20"),
    Form::Joined("%20"),
    Form::Joined(" · "),
    Form::Joined(",\u{a0}"),
    Form::Joined(",\u{200b}"),
    Form::Joined(",,\n,"),
    Form::Around("\"", ",", "\""),
    Form::Around("'", "', '", "',"),
    Form::Around("[\"", "\",\"", "\"]"),
    Form::Around("[\n  \"", "\",\n  \"", "\"\n]\n"),
    Form::Around("- ", "\n- ", "\n"),
    Form::Around("* `", "`\n* `", "`"),
    Form::Around("\u{feff}", " ", "\u{200b}"),
    Form::Around("scope=", ",", ""),
    Form::Around("CODE=1000.hush\nSCOPES=\"", ",", "\"\nSECRET=1000.hush"),
    Form::Around("client_secret: 1000.hush\nscope:\n  - ", "\n  - ", "\ncode: 1000.hush"),
    Form::Around("https://a.test/oauth/v2/auth?client_id=1000.hush&scope=", "%2C", "&state=1000.hush"),
    Form::Around("{\"access_token\":\"1000.hush\",\"scope\":\"", " ", "\",\"refresh_token\":\"1000.hush\"}"),
    Form::Encoded,
    Form::FullWidth,
];

impl Form {
    /// The scopes in this form.
    pub(crate) fn write(self, scopes: &[Scope]) -> String {
        let joined = |separator: &str| scopes.iter().map(|scope| scope.as_str()).collect::<Vec<_>>().join(separator);
        match self {
            Self::Joined(separator) => joined(separator),
            Self::Around(before, between, behind) => format!("{before}{}{behind}", joined(between)),
            Self::Encoded => joined(",").bytes().map(|byte| format!("%{byte:02x}")).collect::<Vec<_>>().concat(),
            Self::FullWidth => joined("，").replace('.', "．"),
        }
    }
}
