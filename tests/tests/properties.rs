//! The laws that hold of every input, on inputs that chance makes. `zoho-scopes/fuzz` goes further.

use proptest::{
    collection::vec,
    prelude::{Strategy, any, proptest},
    test_runner::Config,
};
use zoho_scopes::{
    Catalogue, Policy,
    policy::{Separators, Unknown},
};
use zoho_scopes_laws as laws;

fn cases(cases: u32) -> Config {
    Config { failure_persistence: None, ..Config::with_cases(cases) }
}

fn bytes() -> impl Strategy<Value = Vec<u8>> {
    vec(any::<u8>(), 0..48)
}

proptest! {
    #![proptest_config(cases(2_000))]

    #[test]
    fn parse(bytes in bytes()) {
        laws::parse(&bytes);
    }

    #[test]
    fn validate(bytes in bytes()) {
        laws::validate(&bytes);
    }

    #[test]
    fn any_characters(text in any::<String>()) {
        for policy in [Policy::LAX, Policy::STRICT, Policy::GRANTED] {
            laws::is_sound(&Catalogue::builtin().validate(&text, &policy), &policy);
        }
    }

    #[test]
    fn find(bytes in bytes()) {
        laws::find(&bytes);
    }

    #[test]
    fn find_in_any_characters(text in any::<String>()) {
        laws::found(&text);
    }

    #[test]
    fn fixes(bytes in bytes()) {
        laws::fixes(&bytes);
    }
}

/// A list that begins in front of a setting, and another that stands in it.
#[test]
fn find_in_a_text_that_was_found() {
    let dashes = "#".repeat(26);
    laws::found(&format!(
        "#Desk.contacts.WRITE\r##%2E#{dashes}Desk.contacts.WRITE\r##%2E#{{}}#{dashes}Desk.contacts.WRITE\r##%2E#{{}}##scope: \
         \u{e}ATA##scope: \u{e}ATAZohoSupport.tickets.READS%2E=\0&{{&-&/\r\\\"%3D\\n%\r2226Z22&scope=OH\r\
         ZohoCatalyst.nosql.rows.ALL\0\0\0\0\0\0Desk.contacts.WRITEDesk.contacts.WRITE\r22226=scope: \u{11}\0#AaaServer.profile.ALL"
    ));
}

/// Texts that broke a law once, or were said to.
#[test]
fn fixes_of_texts_that_were_found() {
    let texts = [
        "\u{2011}ZohoCRM.modules.visits.READ",
        "| \u{2011}ZohoCRM.modules.visits | READ |",
        "| ZohoCRM.modules | READ, CREATE |",
        "ZohoCliq.Chanels\tREAD",
        "a,b\nZohoCRM.modules,\"READ, READ\"",
        "\"scope\":'.,\\,0\t\u{e}",
        "\"scope\":'ZohoCRM.org.READ,~,0\t\u{e}",
        "SCOPES=ZohoCRM.org.READ,\\\nZohoCRM.users.READ",
    ];
    for policy in [Policy::LAX, Policy::STRICT, Policy::GRANTED] {
        for unknown in [Unknown::Deny, Unknown::Warn, Unknown::Allow, Unknown::ByCompleteness] {
            for separators in Separators::ALL {
                let policy = policy.unknown(unknown).separators(*separators);
                for text in texts {
                    laws::fixes_of(text, &policy);
                    laws::fixes_of(text, &policy.wire_form_only(true));
                }
            }
        }
    }
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn set_algebra(bytes in bytes()) {
        laws::set_algebra(&bytes);
    }

    #[test]
    fn catalogue_loading(bytes in bytes()) {
        laws::catalogue_loading(&bytes);
    }
}

proptest! {
    #![proptest_config(cases(48))]

    #[test]
    fn algebra_of_made_catalogues(bytes in vec(any::<u8>(), 40..120)) {
        laws::made_algebra(&bytes);
    }
}
