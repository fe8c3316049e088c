//! Identifiers of services and scopes: as the language writes them, no two alike, none that means something else.

use std::collections::{HashMap, HashSet};

use zoho_scopes::{Catalogue, Entry};

use super::language::{Case, Language};

/// The identifiers of a whole catalogue, so that a name does not depend on what is generated.
pub(super) struct Names {
    language: &'static Language,
    types: HashMap<String, String>,
    constants: HashMap<String, String>,
    /// What is taken where types stand, and within each type.
    taken: Taken,
    within: HashMap<String, Taken>,
}

impl Names {
    pub(super) fn new(language: &'static Language, catalogue: Catalogue) -> Self {
        let (types, constants, within) = Default::default();
        let mut names = Self { language, types, constants, taken: Taken::new(language.folds_case), within };
        for service in catalogue.services() {
            names.service(service.as_str());
        }
        for scope in catalogue.scopes() {
            names.constant(scope.listed_under().service().as_str(), &Entry::Known(scope));
        }
        names
    }

    /// The name of a service.
    pub(super) fn service(&mut self, service: &str) -> String {
        if let Some(name) = self.types.get(service) {
            return name.clone();
        }
        let name = self.taken.take(self.language, &type_name(service), self.language.companions);
        self.types.insert(service.to_owned(), name.clone());
        name
    }

    /// The name of a scope of a service.
    pub(super) fn constant(&mut self, service: &str, scope: &Entry<'_>) -> String {
        if let Some(name) = self.constants.get(scope.as_str()) {
            return name.clone();
        }
        let of_service = self.service(service);
        let name = constant_name(self.language.constants, scope);
        let name = if self.language.is_flat {
            self.taken.take(self.language, &format!("{of_service}{name}"), &[])
        } else {
            // No member is called as its class is.
            let own = || Taken::with(&of_service);
            self.within.entry(of_service.clone()).or_insert_with(own).take(self.language, &name, &[])
        };
        self.constants.insert(scope.as_str().to_owned(), name.clone());
        name
    }
}

/// Whether a word is no name.
pub(super) fn is_reserved(language: &Language, word: &str) -> bool {
    language
        .reserved
        .split_whitespace()
        .any(|reserved| if language.folds_case { reserved.eq_ignore_ascii_case(word) } else { reserved == word })
}

/// Names that are in use.
struct Taken {
    folds_case: bool,
    names: HashSet<String>,
}

impl Taken {
    fn new(folds_case: bool) -> Self {
        Self { folds_case, names: HashSet::new() }
    }

    fn with(name: &str) -> Self {
        Self { folds_case: false, names: [name.to_owned()].into() }
    }

    /// The name, or one like it if it is in use, or if anything is that is made of it.
    fn take(&mut self, language: &Language, wanted: &str, companions: &[&str]) -> String {
        let all = |name: &str| -> Vec<String> {
            let made = companions.iter().map(|companion| companion.replace('*', name));
            let all = [name.to_owned()].into_iter().chain(made);
            all.map(|name| if self.folds_case { name.to_ascii_lowercase() } else { name }).collect()
        };
        let is_free =
            |name: &String| !is_reserved(language, name) && all(name).iter().all(|name| !self.names.contains(name));
        let others = (2_u32..).map(|number| format!("{wanted}_{number}"));
        let mut candidates = [wanted.to_owned(), format!("{wanted}_")].into_iter().chain(others);
        let name = candidates.find(is_free).unwrap_or_default();
        let used = all(&name);
        self.names.extend(used);
        name
    }
}

/// The name of a service, as it is known, with a capital in front.
fn type_name(service: &str) -> String {
    let name: String = service.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).collect();
    let mut characters = name.chars();
    match characters.next() {
        Some(first) if first.is_ascii_alphabetic() => first.to_ascii_uppercase().to_string() + characters.as_str(),
        _ => format!("Service{name}"),
    }
}

fn constant_name(case: Case, scope: &Entry<'_>) -> String {
    let text =
        scope.parts().map_or_else(|| scope.as_str().to_owned(), |[_, name, operation]| format!("{name}.{operation}"));
    let mut words = words(&text);
    if !words.first().is_some_and(|word| word.starts_with(|c: char| c.is_ascii_alphabetic())) {
        words.insert(0, "scope".to_owned());
    }
    match case {
        Case::Constant => words.join("_").to_ascii_uppercase(),
        Case::Pascal => {
            words.iter().map(|word| word[..1].to_ascii_uppercase() + &word[1..].to_ascii_lowercase()).collect()
        }
    }
}

/// The words of a text: between characters that are neither letters nor digits, and where a capital begins a word.
fn words(text: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let characters: Vec<char> = text.chars().collect();
    for (place, c) in characters.iter().enumerate() {
        let before = place.checked_sub(1).map(|place| characters[place]);
        let after = characters.get(place + 1);
        let begins = c.is_ascii_uppercase()
            && before.is_some_and(|before| {
                before.is_ascii_lowercase()
                    || before.is_ascii_digit()
                    || before.is_ascii_uppercase() && after.is_some_and(char::is_ascii_lowercase)
            });
        if begins || !c.is_ascii_alphanumeric() {
            words.push(String::new());
        }
        if let (true, Some(word)) = (c.is_ascii_alphanumeric(), words.last_mut()) {
            word.push(*c);
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

#[cfg(test)]
mod tests {
    use super::{Taken, type_name, words};
    use crate::program::commands::generate::languages;

    #[test]
    fn words_end_at_marks_and_before_capitals() {
        for (text, expected) in [
            ("settings.fields.READ", "settings fields READ"),
            ("UserFields.CREATE-UPDATE", "User Fields CREATE UPDATE"),
            ("HTTPServers_v2.All", "HTTP Servers v2 All"),
            ("OAuth2Clients.READ", "O Auth2 Clients READ"),
            ("-..", ""),
        ] {
            assert_eq!(words(text).join(" "), expected, "{text}");
        }
    }

    #[test]
    fn types_begin_with_a_capital() {
        let names = ["contracts", "ZohoCRM", "2fa", "a-b"].map(type_name);
        assert_eq!(names, ["Contracts", "ZohoCRM", "Service2fa", "A_b"]);
    }

    #[test]
    fn no_name_is_given_twice_and_none_is_a_keyword() {
        let [python, php] = ["python", "php"]
            .map(|name| languages::ALL.iter().find(|language| language.name == name).copied().expect("a language"));
        let mut taken = Taken::new(php.folds_case);
        let names = ["Class", "Mail", "MAIL", "mail"].map(|name| taken.take(php, name, &[]));
        assert_eq!(names, ["Class_", "Mail", "MAIL_", "mail_2"]);
        let mut taken = Taken::new(python.folds_case);
        let names = ["Class", "None", "Mail", "MailScope"].map(|name| taken.take(python, name, python.companions));
        assert_eq!(names, ["Class", "None_", "Mail", "MailScope_"]);
    }
}
