//! Scope names that do not exist lead to what was meant: the table of mistakes, and what holds of any text.

use std::collections::BTreeSet;

use zoho_scopes::{
    Catalogue, Policy, Report,
    catalogue::{SearchIndex, Service},
    report::{Code, Diagnostic, Suggestion},
};
use zoho_scopes_data::classify;

/// What the suggestions make of a text, best first: those of one diagnostic, or the first of each together.
fn lists(text: &str) -> Vec<String> {
    let report = Catalogue::builtin().validate(text, &Policy::LAX);
    let applied = |fix: &Suggestion| format!("{}{}{}", &text[..fix.span.start], fix.replacement, &text[fix.span.end..]);
    let suggesting: Vec<_> = report.diagnostics().iter().filter(|found| !found.suggestions().is_empty()).collect();
    let all = |report: &Report<'_>| {
        let mut fixes: Vec<&Suggestion> =
            report.diagnostics().iter().filter_map(|found| found.suggestions().first()).collect();
        fixes.sort_by_key(|fix| usize::MAX - fix.span.start);
        fixes.into_iter().fold(text.to_owned(), |text, fix| {
            format!("{}{}{}", &text[..fix.span.start], fix.replacement, &text[fix.span.end..])
        })
    };
    match suggesting.as_slice() {
        [one] => one.suggestions().iter().map(applied).collect(),
        [] => Vec::new(),
        several => [all(&report)].into_iter().chain(several[0].suggestions().iter().map(applied)).collect(),
    }
}

/// How many rows of a table are right first, and among the first three.
#[derive(Debug, Default)]
struct Score {
    rows: usize,
    first: usize,
    three: usize,
    wrong: Vec<String>,
}

impl Score {
    fn add(&mut self, asked: &str, right: &[&str], found: &[String]) {
        let is_right = |found: &String| right.iter().any(|right| right.eq_ignore_ascii_case(found));
        self.rows += 1;
        self.first += usize::from(found.first().is_some_and(is_right));
        self.three += usize::from(found.iter().take(3).any(is_right));
        if !found.first().is_some_and(is_right) {
            let mark = if found.iter().take(3).any(is_right) { "3" } else { "-" };
            self.wrong.push(format!("{mark} {asked}: {right:?}, not {found:?}"));
        }
    }

    #[track_caller]
    fn check(&self, name: &str, first: usize, three: usize) {
        let wrong = self.wrong.join("\n");
        assert!(self.first * 100 >= first * self.rows, "{name}: {} of {} come first\n{wrong}", self.first, self.rows);
        assert!(
            self.three * 100 >= three * self.rows,
            "{name}: {} of {} are among three\n{wrong}",
            self.three,
            self.rows
        );
    }
}

/// The rows of a table, and whether each was held back while the rules were made.
fn table(text: &str) -> impl Iterator<Item = (Vec<&str>, bool)> {
    let rows = text.lines().skip(1).map(|line| line.split('\t').collect::<Vec<_>>());
    rows.map(|row| {
        let is_held = row.last() == Some(&"held");
        (row, is_held)
    })
}

#[test]
fn mistakes_lead_to_what_was_meant() {
    let (mut tuned, mut held) = (Score::default(), Score::default());
    let mut services = BTreeSet::new();
    for (row, is_held) in table(include_str!("meaning.tsv")) {
        let right: Vec<&str> = row[1].split(' ').collect();
        services.insert(row[0].split('.').next());
        let score = if is_held { &mut held } else { &mut tuned };
        score.add(row[0], &right, &lists(row[0]));
    }
    assert!(tuned.rows + held.rows >= 250 && services.len() >= 40, "{} services", services.len());
    show(&tuned, &held);
    tuned.check("mistakes", 80, 95);
    held.check("mistakes held back", 80, 95);
}

#[test]
fn questions_find_scope_names() {
    let index = SearchIndex::of(Catalogue::builtin());
    let (mut tuned, mut held) = (Score::default(), Score::default());
    let mut services = BTreeSet::new();
    for (row, is_held) in table(include_str!("questions.tsv")) {
        let right: Vec<&str> = row[1].split(' ').collect();
        services.insert(row[1].split('.').next());
        let found = index.search_names(row[0]).into_iter().take(3).map(|found| {
            let service = found.scopes[0].service().map(|service| format!("{service}."));
            service.unwrap_or_default() + found.name.as_str()
        });
        let score = if is_held { &mut held } else { &mut tuned };
        score.add(row[0], &right, &found.collect::<Vec<_>>());
    }
    assert!(tuned.rows + held.rows >= 150 && services.len() >= 50, "{} services", services.len());
    show(&tuned, &held);
    tuned.check("questions", 0, 97);
    held.check("questions held back", 0, 97);
}

fn show(tuned: &Score, held: &Score) {
    if let Ok(shown) = std::env::var("SHOW_WRONG") {
        for (name, Score { rows, first, three, .. }) in [("tuned", tuned), ("held back", held)] {
            println!("{name}: {rows} rows, {first} first, {three} among three");
        }
        println!("{}", if shown == "held" { held.wrong.join("\n") } else { tuned.wrong.join("\n") });
    }
}

/// Everything that is said of a text.
fn diagnostics(text: &str) -> Vec<Diagnostic> {
    Catalogue::builtin().validate(text, &Policy::LAX).diagnostics().to_vec()
}

/// The services of what is suggested.
fn services_suggested(text: &str) -> Vec<String> {
    let service = |list: String| list.split('.').next().unwrap_or_default().to_owned();
    lists(text).into_iter().map(service).collect()
}

#[test]
fn made_up_names_never_lead_to_another_product() {
    let random = &mut fastrand::Rng::with_seed(16);
    let services: Vec<&str> = Catalogue::builtin().services().map(Service::as_str).collect();
    let syllables =
        ["ba", "con", "dri", "el", "fam", "gor", "hi", "jo", "kar", "lum", "mi", "nos", "pre", "ti", "vo", "zu"];
    for _ in 0..5_000 {
        let name: String = (0..random.usize(2..5)).map(|_| syllables[random.usize(..syllables.len())]).collect();
        let service = services[random.usize(..services.len())];
        let operation = ["ALL", "CREATE", "READ", "UPDATE", "DELETE"][random.usize(..5)];
        let text = format!("{service}.{name}.{operation}");
        assert!(services_suggested(&text).iter().all(|found| found == service), "{text}: {:?}", lists(&text));
    }
}

/// Products of the vendor, and words that are none, that no service is called.
const OTHER_PRODUCTS: [&str; 16] = [
    "ZohoRPA",
    "ZohoShow",
    "ZohoFlow",
    "ZohoSites",
    "ZohoSolo",
    "ZohoOffice",
    "ZohoDataPrep",
    "ZohoPublish",
    "ZohoCheckout",
    "ZohoStart",
    "ZohoLanding",
    "ZohoNotes",
    "ZohoSpend",
    "ZohoPractice",
    "ZohoTrident",
    "ZohoUlaa",
];

#[test]
fn other_products_lead_nowhere() {
    for product in OTHER_PRODUCTS {
        for name in ["bots", "items", "contacts", "presentation"] {
            let text = format!("{product}.{name}.READ");
            assert_eq!(lists(&text), [""; 0], "{text}");
        }
    }
}

#[test]
fn former_and_marketing_names_lead_to_the_service() {
    for (text, right) in [
        ("ZohoConnect.events.READ", "zohopulse.events.READ"),
        ("ZohoQntrl.job.READ", "Qntrl.job.READ"),
        ("ZohoBilling.invoices.READ", "ZohoSubscriptions.invoices.READ"),
        ("ZohoPulse.events.READ", "zohopulse.events.READ"),
        ("MSPCloud.requests.READ", "SDPOnDemand.requests.READ"),
        ("ZohoClick.Channels.READ", "ZohoCliq.Channels.READ"),
    ] {
        assert_eq!(lists(text).first().map(String::as_str), Some(right), "{text}");
    }
}

/// Nothing that any business program has.
const UNRELATED: &str = "banana giraffe violin quartz meadow lantern walrus nebula cinnamon glacier tornado pelican marble \
    orchid saxophone volcano thunder walnut feather kimono lagoon mammoth nectar oyster panther quilt raccoon saffron tundra \
    umbrella vanilla willow xylophone yogurt zeppelin acorn bamboo cactus dolphin emerald falcon gondola hazelnut iguana jasmine \
    kangaroo lavender mosquito narwhal octopus papyrus quokka rhubarb sphinx tulip urchin vulture wombat yeti zebra anchovy \
    basilisk chimney dandelion eclipse fjord geyser harpoon igloo jellyfish kettle lobster mandolin nutmeg obelisk pebble quiver \
    rainbow sandal tambourine unicorn velvet waffle yodel zircon almond beetle cobweb drizzle eggplant flamingo gargoyle hammock \
    icicle juniper kiwi lichen moccasin noodle otter";

#[test]
fn unrelated_words_lead_nowhere() {
    let services = [
        "ZohoCRM",
        "Desk",
        "ZohoBooks",
        "ZohoMail",
        "ZohoCliq",
        "WorkDrive",
        "ZohoPeople",
        "ZohoAnalytics",
        "ERP",
        "ZohoProjects",
    ];
    let texts: Vec<String> = UNRELATED
        .split_whitespace()
        .zip(services.iter().cycle())
        .map(|(word, service)| format!("{service}.{word}.READ"))
        .collect();
    assert_eq!(texts.len(), 100);
    let found: Vec<(&String, Vec<String>)> =
        texts.iter().map(|text| (text, lists(text))).filter(|(_, lists)| !lists.is_empty()).collect();
    let count: usize = found.iter().map(|(_, lists)| lists.len()).sum();
    assert!(count <= 3, "{count}: {found:?}");
}

/// Whatever an entry is, what is said of it helps: unless it is known, or a character of it.
#[test]
fn no_diagnostic_about_unknown_text_is_without_help() {
    let random = &mut fastrand::Rng::with_seed(4);
    let services = [
        "ZohoCRM",
        "Desk",
        "Notebook",
        "OpenID",
        "Acme",
        "ZohoRPA",
        "zohobookings",
        "ZohoBoks",
        "",
        "x",
        "Site24x7",
        "ZohoWorkerly",
    ];
    let names = [
        "items",
        "modules",
        "modules.leads",
        "settings",
        "qqq",
        "",
        "{module}",
        "Users",
        "a.b.c",
        "ZohoCRM",
        "data",
        "\u{441}ontacts",
        "it ems",
        "x@y",
    ];
    let operations = ["READ", "ALL", "REED", "EXECUTE", "", "*", "SEND", "{op}", "WRITE", "DELETE"];
    for _ in 0..1_500 {
        let mut pick = |from: &[&'static str]| from[random.usize(..from.len())];
        let (service, name, operation) = (pick(&services), pick(&names), pick(&operations));
        let separator = pick(&[".", ".", ".", "..", "/", ":", "_", ""]);
        let text = [service, name, operation].join(separator);
        for policy in [Policy::LAX, Policy::STRICT] {
            let report = Catalogue::builtin().validate(&text, &policy);
            for found in report.diagnostics().iter().filter(|found| !is_about_writing(found.code())) {
                assert!(found.help().is_some_and(|help| !help.is_empty()), "{text:?}: {found:?}");
            }
        }
    }
}

/// Codes about separators, marks and characters, which say in the message all there is.
fn is_about_writing(code: Code) -> bool {
    use Code::{
        EmptyEntry, Encoded, ForeignSeparator, InvisibleCharacter, LookAlikeCharacter, Markup, TakenOut, TooLong,
    };
    matches!(
        code,
        EmptyEntry | Encoded | ForeignSeparator | InvisibleCharacter | LookAlikeCharacter | Markup | TakenOut | TooLong
    ) || code == Code::EmptyList
}

#[test]
fn operations_that_are_not_offered_lead_to_what_serves() {
    for (text, right) in [
        ("ZohoCRM.files.ALL", "ZohoCRM.files.CREATE,ZohoCRM.files.READ"),
        ("zohobookings.data.READ", "zohobookings.data.CREATE"),
        (
            "ZohoCRM.settings.fields.WRITE",
            "ZohoCRM.settings.fields.CREATE,ZohoCRM.settings.fields.UPDATE,ZohoCRM.settings.fields.DELETE",
        ),
        ("ZohoPayroll.employee.READ", "ZohoPayroll.employee.ALL"),
    ] {
        assert_eq!(lists(text), [right], "{text}");
    }
}

#[test]
fn an_operation_alone_repeats_the_name_before_it() {
    let found = diagnostics("ZohoBooks.settings.READ,UPDATE,CREATE");
    let fixes: Vec<&str> = found.iter().map(|found| found.suggestions()[0].replacement.as_str()).collect();
    assert_eq!(fixes, ["ZohoBooks.settings.UPDATE", "ZohoBooks.settings.CREATE"]);
    assert!(found[0].help().is_some_and(|help| help.contains("`ZohoBooks.settings.UPDATE`")), "{found:?}");
}

#[test]
fn scopes_of_other_vendors_are_recognised() {
    for (text, help) in [
        ("offline_access", "access_type=offline"),
        ("https://www.googleapis.com/auth/gmail.send", "ZohoMail.messages.CREATE"),
        ("User.Read", "AaaServer.profile.READ"),
        ("repo", "no such scope"),
        ("read_products", "ZohoInventory.items.READ"),
        ("read:user", "AaaServer.profile.READ"),
    ] {
        for list in
            [text.to_owned(), format!("ZohoMail.messages.READ {text}"), format!("{text},ZohoMail.messages.READ")]
        {
            let found = diagnostics(&list);
            let other = found.iter().find(|found| found.code() == Code::OtherVendor);
            let other = other.unwrap_or_else(|| panic!("{list}: {found:?}"));
            assert!(other.help().is_some_and(|said| said.contains(help)), "{list}: {other:?}");
        }
    }
}

/// Every line of both files says what it should, of what there is.
#[test]
fn files_of_words_hold_together() {
    let catalogue = Catalogue::builtin();
    let lines = |text: &'static str| {
        text.lines().filter(|line| !line.starts_with('#')).map(|line| line.split('\t').collect::<Vec<_>>())
    };
    for line in lines(classify::OTHER_VENDORS) {
        let [scope, vendor, instead, source] = line[..] else { panic!("four fields: {line:?}") };
        assert!(!vendor.is_empty() && source.starts_with("https://"), "{line:?}");
        assert_eq!(catalogue.find(scope), None, "{scope}");
        let scopes = instead.split('`').skip(1).step_by(2).filter(|quoted| *quoted != "access_type=offline");
        scopes.for_each(|quoted| assert!(catalogue.find(quoted).is_some_and(|scope| scope == quoted), "{quoted}"));
        let found = classify::other_vendor(&scope.replace('*', "x")).expect("it is known");
        assert_eq!(found.vendor, vendor, "{scope}: a line before it fits too");
    }
    let mut before = Vec::new();
    for line in lines(classify::KEYWORDS) {
        let [of, words, source] = line[..] else { panic!("three fields: {line:?}") };
        assert!(source.starts_with("https://") && words.split(", ").all(|word| !word.trim().is_empty()), "{line:?}");
        assert!(words.split(", ").is_sorted(), "{words}");
        if let Some((service, name)) = of.split_once('.') {
            let service = catalogue.service(service).expect("a service");
            assert!(service.names().any(|known| known.as_str() == name), "{of}");
        } else {
            assert!(of == "*" || of.starts_with('='), "{of}");
        }
        assert!(!before.contains(&(of, words)), "{line:?} stands there twice");
        before.push((of, words));
    }
}

#[test]
fn what_was_pasted_twice_or_with_other_marks_is_fixed() {
    for (text, right) in [
        ("ZohoCRM.settings.ZohoCRM.settings.currencies.READ", "ZohoCRM.settings.currencies.READ"),
        ("ZohoCRM.modules.ZohoCRM.modules.leads.READ", "ZohoCRM.modules.leads.READ"),
        ("ZohoCRM/modules/READ", "ZohoCRM.modules.READ"),
        ("ZohoCRM:modules:READ", "ZohoCRM.modules.READ"),
        ("Zoho\u{421}RM.modules.ALL", "ZohoCRM.modules.ALL"),
    ] {
        assert_eq!(Catalogue::builtin().validate(text, &Policy::LAX).apply_fixes(), right, "{text}");
    }
    let found = diagnostics("Zoho\u{421}RM.modules.ALL");
    assert!(found[0].message().contains("U+0421") && found[0].message().contains("`C`"), "{found:?}");
    let found = diagnostics("ZohoCRM.setings.ZohoCRM.modules.laeds.READ");
    assert_eq!(found[0].code(), Code::ServiceRepeated, "{found:?}");
    let found = diagnostics("Desk.tickets.READ,ZohoCRM.modules.ALL,Desk.tickets.READ");
    assert!(found[0].help().is_some_and(|help| help.contains("entry 1")), "{found:?}");
}

#[test]
fn a_scope_name_of_another_service_is_told() {
    let found = diagnostics("AaaServer.PatchMgmt.READ");
    assert!(found[0].help().is_some_and(|help| help.contains("`DesktopCentralCloud`")), "{found:?}");
}
