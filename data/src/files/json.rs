//! JSON text as the places of its values, which `serde_json` gives only with its feature `raw_value`. The build step
//! asks of `serde_json` what everyone asks of it, so that a program that has it builds it once.

use std::borrow::Cow;

use serde::de::IgnoredAny;

/// A value, or a key, as it was written.
#[derive(Clone, Copy)]
pub(crate) struct Slice<'a> {
    pub(crate) text: &'a str,
    /// Where it begins in the whole text.
    pub(crate) start: usize,
}

impl<'a> Slice<'a> {
    /// Where it ends in the whole text.
    pub(crate) fn end(self) -> usize {
        self.start + self.text.len()
    }

    /// The string that it is, without quotes and escapes.
    pub(crate) fn unquoted(self) -> Cow<'a, str> {
        match self.text.strip_prefix('"').and_then(|text| text.strip_suffix('"')) {
            Some(plain) if !plain.contains('\\') => Cow::Borrowed(plain),
            _ => serde_json::from_str(self.text).map_or(Cow::Borrowed(self.text), Cow::Owned),
        }
    }
}

/// A value with what it consists of.
pub(crate) struct Value<'a> {
    pub(crate) slice: Slice<'a>,
    pub(crate) parts: Parts<'a>,
}

pub(crate) enum Parts<'a> {
    Object(Vec<(Slice<'a>, Value<'a>)>),
    Array(Vec<Value<'a>>),
    Scalar,
}

impl<'a> Value<'a> {
    /// The value that a text holds; none if it is not JSON.
    pub(crate) fn of(text: &'a str) -> Option<Self> {
        // What `serde_json` accepts is well formed and not too deep, so the scanner need not ask again.
        serde_json::from_str::<IgnoredAny>(text).ok()?;
        Scanner { text, at: 0 }.value()
    }
}

/// Walks over well-formed JSON.
struct Scanner<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Scanner<'a> {
    fn value(&mut self) -> Option<Value<'a>> {
        let start = self.skip_space();
        let parts = match self.peek()? {
            b'{' => Parts::Object(self.items(b'}', |scanner| {
                let key = scanner.string()?;
                scanner.skip_space();
                scanner.at += 1; // the colon
                Some((key, scanner.value()?))
            })?),
            b'[' => Parts::Array(self.items(b']', Self::value)?),
            b'"' => {
                self.string()?;
                Parts::Scalar
            }
            _ => {
                let is_end = |byte: &u8| matches!(byte, b',' | b']' | b'}' | b' ' | b'\n' | b'\r' | b'\t');
                self.at += self.rest().iter().position(is_end).unwrap_or(self.rest().len());
                Parts::Scalar
            }
        };
        Some(Value { slice: self.since(start)?, parts })
    }

    /// What stands between brackets, without commas.
    fn items<T>(&mut self, close: u8, item: impl Fn(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        self.at += 1;
        let mut items = Vec::new();
        loop {
            self.skip_space();
            match self.peek()? {
                b',' => self.at += 1,
                byte if byte == close => break,
                _ => items.push(item(self)?),
            }
        }
        self.at += 1;
        Some(items)
    }

    fn string(&mut self) -> Option<Slice<'a>> {
        let start = self.at;
        self.at += 1;
        loop {
            // Escapes hide a quote, no byte inside a longer character is one.
            self.at += self.rest().iter().position(|byte| matches!(byte, b'"' | b'\\'))? + 1;
            if self.text.as_bytes().get(self.at - 1) == Some(&b'"') {
                return self.since(start);
            }
            self.at += 1;
        }
    }

    fn skip_space(&mut self) -> usize {
        let is_space = |byte: &u8| matches!(byte, b' ' | b'\n' | b'\r' | b'\t');
        self.at += self.rest().iter().take_while(|byte| is_space(byte)).count();
        self.at
    }

    fn since(&self, start: usize) -> Option<Slice<'a>> {
        Some(Slice { text: self.text.get(start..self.at)?, start })
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn rest(&self) -> &'a [u8] {
        self.text.as_bytes().get(self.at..).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::{Parts, Value};

    /// The text again, from its parts.
    fn rebuilt(value: &Value<'_>) -> String {
        let join = |items: Vec<String>| items.join(",");
        match &value.parts {
            Parts::Object(members) => {
                let member = |(key, value): &(super::Slice<'_>, Value<'_>)| format!("{}:{}", key.text, rebuilt(value));
                format!("{{{}}}", join(members.iter().map(member).collect()))
            }
            Parts::Array(items) => format!("[{}]", join(items.iter().map(rebuilt).collect())),
            Parts::Scalar => value.slice.text.to_owned(),
        }
    }

    #[test]
    fn every_part_is_found() {
        for text in [r#"{"a":[1,-2.5e+3,true,null,"x\"],}"],"b":{},"\u0063":{"é\\":[]},"a":[[{}]]}"#, "\"\"", "0", "[]"]
        {
            let value = Value::of(text).expect("well formed");
            assert_eq!(rebuilt(&value), text);
            assert_eq!((value.slice.start, value.slice.text), (0, text));
            let spread = text.replace(':', " :\n\t").replace(",\"", " ,\r\n \"");
            assert_eq!(rebuilt(&Value::of(&format!(" {spread}\n")).expect("well formed")), text);
        }
    }

    #[test]
    fn slices_know_where_they_start() {
        let text = "{ \"é\": [10, {\"k\\n\": 7}] }";
        let Some(Value { parts: Parts::Object(members), .. }) = Value::of(text) else { panic!("an object") };
        let Parts::Array(items) = &members[0].1.parts else { panic!("an array") };
        let Parts::Object(inner) = &items[1].parts else { panic!("an object") };
        for slice in [members[0].0, items[0].slice, items[1].slice, inner[0].0, inner[0].1.slice] {
            assert!(text[slice.start..].starts_with(slice.text), "{}", slice.text);
        }
        assert_eq!((inner[0].0.unquoted(), members[0].0.unquoted()), ("k\n".into(), "é".into()));
    }

    #[test]
    fn what_is_no_json_has_no_parts() {
        for text in ["", "{", "{\"a\" 1}", "[1,]", "[t]", "\"a", "{} {}", "{a: 1}"] {
            assert!(Value::of(text).is_none(), "{text}");
        }
        assert!(Value::of(&"[".repeat(100_000)).is_none());
    }
}
