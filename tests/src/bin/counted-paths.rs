//! What a server or an editor does over and over, so many times, for valgrind to count the instructions:
//! `counted-paths PATH TIMES`.

use std::{env, hint::black_box};

use zoho_scopes::{Catalogue, Policy, ScopeSet, calls::Call};

/// No scope of it covers another.
const KNOWN: &str = "ZohoCliq.Channels.READ,ZohoCliq.Chats.READ,ZohoCliq.Bots.READ,ZohoCRM.modules.leads.READ,\
    ZohoCRM.coql.READ,ZohoBooks.invoices.READ,ZohoBooks.contacts.READ,Desk.tickets.READ,ZohoMail.messages.READ,\
    WorkDrive.files.READ";
const GRANTED: &str = "ZohoCliq.Channels.ALL,ZohoCliq.Chats.ALL,ZohoCliq.Bots.READ,ZohoCRM.modules.ALL,ZohoCRM.coql.READ,\
    ZohoBooks.invoices.ALL,ZohoBooks.contacts.ALL,Desk.tickets.ALL,ZohoMail.messages.ALL,WorkDrive.files.ALL";
const URL: &str =
    "https://accounts.zoho.com/oauth/v2/auth?scope=ZohoCliq.Channels.READ,ZohoCliq.Chats.READ&access_type=offline";
/// No call is known for it.
const REQUEST: &str = "https://www.zohoapis.com/crm/v8/settings/nothing/else";

fn main() {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [path, times] = arguments.as_slice() else { panic!("a path and a number of times are wanted") };
    let catalogue = Catalogue::builtin();
    let validate = |text: &str| _ = black_box(catalogue.validate(black_box(text), &Policy::LAX));
    let misspelt = KNOWN.replace("coql", "cqol");
    let [granted, required] = [GRANTED, KNOWN].map(|list| list.parse::<ScopeSet>().expect("known scopes"));
    let work: Box<dyn Fn()> = match path.as_str() {
        "known" => Box::new(|| validate(KNOWN)),
        "misspelt" => Box::new(|| validate(&misspelt)),
        "unknown" => Box::new(|| validate("ZohoCRM.qwertyuiop.READ")),
        "covers" => Box::new(|| assert!(black_box(&granted).covers(&required))),
        "guess" => Box::new(|| {
            let unknown = Call::find("GET", black_box(REQUEST)).expect_err("no call");
            black_box((unknown.guesses(), unknown.nearest()));
        }),
        "find" => Box::new(|| _ = black_box(catalogue.find_all(black_box(URL)))),
        path => panic!("{path} is no path"),
    };
    (0..times.parse().expect("a number of times")).for_each(|_| work());
}
