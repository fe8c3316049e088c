//! Filters of templates: texts of the catalogue in comments and strings of each language. All of them are one line, of
//! characters that can be seen; what is left is what a language takes for the end of a comment or a string.

use minijinja::Environment;

pub(super) fn add_to(environment: &mut Environment<'_>) {
    environment.add_filter("lines", lines);
    environment.add_filter("quoted", quoted);
    environment.add_filter("single_quoted", single_quoted);
    environment.add_filter("docstring", docstring);
    environment.add_filter("block_comment", block_comment);
    environment.add_filter("javadoc", javadoc);
    environment.add_filter("xml", xml);
    environment.add_filter("go_comment", go_comment);
}

/// A text in lines of a width, if its words allow it, each behind a prefix; the first may have one of its own.
fn lines(text: &str, prefix: &str, width: usize, first: Option<&str>) -> String {
    let mut out = first.unwrap_or(prefix).to_owned();
    let (mut column, mut is_first) = (out.chars().count(), true);
    for word in text.split(' ') {
        let length = word.chars().count();
        if !is_first && column + 1 + length > width {
            out.extend(["\n", prefix]);
            (column, is_first) = (prefix.chars().count(), true);
        }
        if !is_first {
            out.push(' ');
            column += 1;
        }
        out.push_str(word);
        (column, is_first) = (column + length, false);
    }
    out
}

/// A string in double quotes. Where such strings are templates, use [`single_quoted`].
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

fn single_quoted(text: &str) -> String {
    format!("'{}'", text.replace('\\', "\\\\").replace('\'', "\\'"))
}

/// Between three double quotes, in Python.
fn docstring(text: &str) -> String {
    text.replace('\\', "\\\\").replace('"', "\\\"")
}

/// Within `/** */`, where `@` begins a tag.
fn block_comment(text: &str) -> String {
    text.replace("*/", "*\\/").replace('@', "&#64;")
}

/// Within `/** */` of Java, where the compiler reads `\u` and tools read HTML.
fn javadoc(text: &str) -> String {
    entities(text, &['@', '\\', '{', '}', '*'])
}

/// Within XML, as text; addresses hold no quotation marks.
fn xml(text: &str) -> String {
    entities(text, &[])
}

/// With entities for what is special beside `&`, `<` and `>`.
fn entities(text: &str, special: &[char]) -> String {
    let escaped = |c: char| match c {
        '&' => "&amp;".into(),
        '<' => "&lt;".into(),
        '>' => "&gt;".into(),
        c if special.contains(&c) => format!("&#{};", u32::from(c)),
        c => c.to_string(),
    };
    text.chars().map(escaped).collect()
}

/// Behind `//` in Go, where gofmt makes quotation marks of two of the others.
fn go_comment(text: &str) -> String {
    text.replace("``", "\u{201c}").replace("''", "\u{201d}")
}

#[cfg(test)]
mod tests {
    use super::lines;

    #[test]
    fn lines_are_as_wide_as_they_may_be() {
        assert_eq!(lines("a bc d", "# ", 6, None), "# a bc\n# d");
        assert_eq!(lines("a bc d", "  ", 6, Some("  \"\"\"")), "  \"\"\"a\n  bc d");
        assert_eq!(lines("wider-than-this a", "", 4, None), "wider-than-this\na");
        assert_eq!(lines("", "# ", 4, None), "# ");
    }
}
