//! The languages.

use super::language::{Case, Language, Package};

pub(super) const ALL: &[&Language] = &[&TYPESCRIPT, &PYTHON, &GO, &PHP, &JAVA, &CSHARP];

macro_rules! template {
    ($file:literal) => {
        include_str!(concat!("../../../../templates/", $file))
    };
}

const TYPESCRIPT: Language = Language {
    name: "typescript",
    template: template!("typescript.ts.jinja"),
    constants: Case::Constant,
    is_flat: false,
    folds_case: false,
    companions: &[],
    reserved: "break case catch class const continue debugger default delete do else enum export extends false finally \
               for function if import in instanceof new null return super switch this throw true try typeof var void \
               while with implements interface let package private protected public static yield await any boolean \
               never number object string symbol undefined unknown bigint Object Set ReadonlySet String ZohoScope \
               isZohoScope wireForms",
    package: None,
    file: None,
    marker: None,
};

const PYTHON: Language = Language {
    name: "python",
    template: template!("python.py.jinja"),
    constants: Case::Constant,
    is_flat: false,
    folds_case: false,
    companions: &["*Scope"],
    reserved: "False None True and as assert async await break class continue def del elif else except finally for from \
               global if import in is lambda nonlocal not or pass raise return try while with StrEnum Literal TypeAlias \
               Union ZohoScope",
    package: None,
    file: None,
    marker: Some(("__init__.py", "py.typed")),
};

const GO: Language = Language {
    name: "go",
    template: template!("go.go.jinja"),
    constants: Case::Pascal,
    is_flat: true,
    folds_case: false,
    companions: &["All*"],
    reserved: "break case chan const continue default defer else fallthrough for func go goto if import interface map \
               package range return select struct switch type var main init string Scope AllScopes",
    package: Some(Package { default: "zohoscopes", separator: None }),
    file: None,
    marker: None,
};

const PHP: Language = Language {
    name: "php",
    template: template!("php.php.jinja"),
    constants: Case::Pascal,
    is_flat: false,
    folds_case: true,
    companions: &[],
    reserved: "abstract and array as bool break callable case catch class clone const continue declare default die do \
               echo else elseif empty enddeclare endfor endforeach endif endswitch endwhile enum eval exit extends false \
               final finally float fn for foreach function global goto if implements include include_once instanceof \
               insteadof int interface isset iterable list match mixed namespace never new null object or parent print \
               private protected public readonly require require_once resource return self static string switch throw \
               trait true try unset use var void while xor yield numeric",
    package: Some(Package { default: "ZohoScopes", separator: Some('\\') }),
    file: None,
    marker: None,
};

const JAVA: Language = Language {
    name: "java",
    template: template!("java.java.jinja"),
    constants: Case::Constant,
    is_flat: false,
    // Each becomes a file of its own.
    folds_case: true,
    companions: &[],
    reserved: "abstract assert boolean break byte case catch char class const continue default do double else enum \
               extends false final finally float for goto if implements import instanceof int interface long native new \
               null package private protected public record return sealed short static strictfp super switch \
               synchronized this throw throws transient true try var void volatile while yield _ Deprecated Enum Object \
               Override String ZohoScope ZohoScopes",
    package: Some(Package { default: "zohoscopes", separator: Some('.') }),
    file: Some("ZohoScopes.java"),
    marker: None,
};

const CSHARP: Language = Language {
    name: "csharp",
    template: template!("csharp.cs.jinja"),
    constants: Case::Pascal,
    is_flat: false,
    folds_case: false,
    companions: &[],
    reserved: "abstract as base bool break byte case catch char checked class const continue decimal default delegate do \
               double else enum event explicit extern false finally fixed float for foreach goto if implicit in int \
               interface internal is lock long namespace new null object operator out override params private protected \
               public readonly ref return sbyte sealed short sizeof stackalloc static string struct switch this throw \
               true try typeof uint ulong unchecked unsafe ushort using virtual void volatile while Equals GetHashCode \
               GetType MemberwiseClone ReferenceEquals ToString Finalize Obsolete System",
    package: Some(Package { default: "ZohoScopes", separator: Some('.') }),
    file: None,
    marker: None,
};
