//! Texts of others in the page, which may try to be markup or script.

use std::fs;

use serde_json::json;
use zoho_scopes::{Catalogue, Scope};

use super::{
    browser::{Page, has_rules, with_page},
    with_rules,
};

const HOSTILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/browser/hostile.json");

#[test]
fn shows_hostile_texts_as_texts() {
    let with_hostile = |page: &Page| {
        if !has_rules(page) {
            return;
        }
        let catalogue = Catalogue::builtin().with_json("hostile.json", &fs::read_to_string(HOSTILE).expect("a file"));
        let catalogue = catalogue.expect("a catalogue");
        let hostile = catalogue.service("Hostile").expect("the service");
        page.open("#/?service=Hostile");
        // A row shows the first scope of a name.
        let summaries: Vec<&str> =
            hostile.names().filter_map(|name| name.scopes().next()).map(Scope::summary).collect();
        let mut shown = page.texts("#results .summary bdi");
        shown.sort();
        let mut expected: Vec<String> = summaries.iter().map(|text| (*text).to_owned()).collect();
        expected.sort();
        assert_eq!(shown, expected);
        for scope in hostile.scopes() {
            let place = json!(format!("#/scope/{scope}"));
            page.run(&format!("location.hash = {place}"));
            page.wait(&format!("document.querySelector('#scope h1')?.textContent === {}", json!(scope.as_str())));
            page.run("for (const button of document.querySelectorAll('#scope [data-pick]')) button.click()");
        }
        is_untouched(page);
    };
    with_page(&["--catalogue", HOSTILE], with_hostile);
}

#[test]
fn takes_hostile_texts_as_texts() {
    with_rules(|page| {
        let hostile = [
            "<img src=x onerror=hacked=1>",
            "</script><script>hacked=1</script>",
            "ZohoCliq.<b>x</b>.READ,=cmd(),`|`,\u{202E}DAER.slennahC.qilCohoZ",
            "\u{0}\u{7}\u{1b}[31m,ZohoCliq.Chanels.READ",
            "javascript:hacked=1",
            "\u{1F980}\u{301},ZohoCliq.Ch\u{E4}nnels.READ",
        ];
        page.open("#/check");
        for text in hostile {
            page.paste("pasted", text);
            assert!(!page.text("document.getElementById('verdict').textContent").is_empty(), "{text:?}");
        }
        page.open("#/calls");
        for text in hostile {
            let lines =
                [text, &format!("GET {text}"), &format!("GET /crm/v8/{text}"), &format!("{text} /crm/v8/Leads")];
            page.paste("calls-pasted", &lines.join("\n"));
            assert!(!page.texts(".remarks li.error").is_empty(), "{text:?}");
        }
        page.open("");
        for text in hostile {
            page.paste("search", text);
            page.run(&format!("location.hash = '#/scope/' + encodeURIComponent({})", json!(text)));
            page.wait("!document.getElementById('scope').hidden");
            page.run("location.hash = '#/'");
            page.wait("document.getElementById('scope').hidden");
        }
        page.open("#/scope/%");
        page.open("#/?q=%E0%A4%A&service=<script>");
        is_untouched(page);
        assert_eq!(page.value("document.querySelectorAll('main img, main script, main b').length"), 0);
    });
}

/// No text became a script or an element.
fn is_untouched(page: &Page) {
    assert_eq!(page.value("typeof hacked"), "undefined");
    assert_eq!(page.value("document.querySelectorAll('script').length"), 2);
    assert_eq!(page.value("document.querySelectorAll('img, iframe, object').length"), 0);
}
