//! Lists as people write them: what is found in each, and what is said about it.
//!
//! One case a line: policy, text, the entries found, and the diagnostics as `code@start..end`. Whatever
//! is secret is called `hush`, and no report may hold it.

mod ran;

use zoho_scopes::{
    Catalogue, Policy, Report, ScopeSet,
    report::{Applicability, Code},
};

const LAX: Policy = Policy::LAX;
const STRICT: Policy = Policy::STRICT;
const GRANTED: Policy = Policy::GRANTED;

/// Checks one case, that no secret got into the report, and under `STRICT` that its fix helps.
#[track_caller]
fn check(policy: Policy, text: &str, entries: &str, diagnostics: &str) {
    let report = Catalogue::builtin().validate(text, &policy);
    let found: Vec<&str> = report.items().iter().map(|item| item.entry.as_str()).collect();
    let shown = report.diagnostics().iter().map(|diagnostic| {
        let span = diagnostic.span().range();
        format!("{}@{}..{}", diagnostic.code(), span.start, span.end)
    });
    assert_eq!(
        (found.join(" ").as_str(), shown.collect::<Vec<_>>().join(" ").as_str()),
        (entries, diagnostics),
        "{text}"
    );
    let json = serde_json::to_string(&report).expect("a report is JSON");
    assert!(!format!("{report:?} {json}").contains("hush"), "{text}: {report:?}");
    for diagnostic in report.diagnostics() {
        assert!(!diagnostic.to_string().contains("hush"), "{text}: {diagnostic}");
    }
    if policy == STRICT && !report.is_valid() {
        assert!(Catalogue::builtin().validate(&fixed(&report), &STRICT).is_valid(), "{text}: {}", fixed(&report));
    }
}

/// The list with its certain fixes: one that is for all of it, or else each at its place.
fn fixed(report: &Report<'_>) -> String {
    let first = report.diagnostics().iter().filter_map(|diagnostic| diagnostic.suggestions().first());
    let certain: Vec<_> = first.filter(|fix| fix.applicability == Applicability::MachineApplicable).collect();
    if let Some(whole) = certain.iter().find(|fix| fix.span.range() == (0..report.input().len())) {
        return whole.replacement.clone();
    }
    let mut text = report.input().to_owned();
    for fix in certain.iter().rev() {
        text.replace_range(fix.span.range(), &fix.replacement);
    }
    text
}

/// One case a line.
#[rustfmt::skip]
mod table {
    use super::{GRANTED, LAX, STRICT, check};

    #[test]
    fn separators() {
        check(LAX, "Desk.basic.READ,Desk.search.READ", "Desk.basic.READ Desk.search.READ", "");
        check(LAX, "Desk.basic.READ, Desk.search.READ", "Desk.basic.READ Desk.search.READ", "");
        check(LAX, "Desk.basic.READ Desk.search.READ", "Desk.basic.READ Desk.search.READ", "");
        check(LAX, "Desk.basic.READ\tDesk.search.READ", "Desk.basic.READ Desk.search.READ", "");
        check(LAX, "Desk.basic.READ\nDesk.search.READ\r\nDesk.tickets.ALL", "Desk.basic.READ Desk.search.READ Desk.tickets.ALL", "");
        check(LAX, "Desk.basic.READ;Desk.search.READ;Desk.tickets.ALL", "Desk.basic.READ Desk.search.READ Desk.tickets.ALL", "foreign-separator@15..16");
        check(LAX, "Desk.basic.READ+Desk.search.READ", "Desk.basic.READ Desk.search.READ", "foreign-separator@15..16");
        check(LAX, "Desk.basic.READ · Desk.search.READ · Desk.tickets.ALL", "Desk.basic.READ Desk.search.READ Desk.tickets.ALL", "foreign-separator@15..19");
        check(LAX, "Desk.basic.READ | Desk.search.READ", "Desk.basic.READ Desk.search.READ", "foreign-separator@15..18");
        check(LAX, "Desk.basic.READ,Desk.search.READ,", "Desk.basic.READ Desk.search.READ", "empty-entry@32..33");
        check(LAX, ",Desk.basic.READ", "Desk.basic.READ", "empty-entry@0..1");
        check(LAX, "Desk.basic.READ,,Desk.search.READ, ,Desk.tickets.ALL", "Desk.basic.READ Desk.search.READ Desk.tickets.ALL", "empty-entry@15..17");
        check(LAX, "  Desk.basic.READ \n", "Desk.basic.READ", "");
        check(LAX, "Desk.basic.READ\u{a0}Desk.search.READ", "Desk.basic.READ Desk.search.READ", "foreign-separator@15..17");
    }

    #[test]
    fn encoded() {
        check(LAX, "Desk.basic.READ%2CDesk.search.READ", "Desk.basic.READ Desk.search.READ", "encoded@15..18");
        check(LAX, "Desk.basic.READ%2cDesk.search.READ%2CDesk.tickets.ALL", "Desk.basic.READ Desk.search.READ Desk.tickets.ALL", "encoded@15..18");
        check(LAX, "Desk.basic.READ%20Desk.search.READ", "Desk.basic.READ Desk.search.READ", "encoded@15..18");
        check(LAX, "Desk%2Ebasic%2eREAD", "Desk.basic.READ", "encoded@4..7");
        check(LAX, "Desk.basic.READ%252CDesk.search.READ", "Desk.basic.READ Desk.search.READ", "encoded@15..20");
        check(LAX, "%22Desk.basic.READ%22", "Desk.basic.READ", "encoded@0..3 markup@0..3");
        check(LAX, "Desk.b%61sic.REED", "Desk.basic.REED", "encoded@6..9 unknown-operation@13..17");
        check(LAX, "Desk.basic.READ%00", "Desk.basic.READ%00", "invalid-character@15..16");
        check(LAX, "Desk.basic.READ\\nDesk.search.READ", "Desk.basic.READ Desk.search.READ", "encoded@15..17");
        check(LAX, r"Desk\x2ebasic\.READ\\u002CDesk.search.READ", "Desk.basic.READ Desk.search.READ", "encoded@4..8");
        check(LAX, "&quot;Desk&#46;basic.READ&quot;&comma;Desk&#x2e;search.READ", "Desk.basic.READ Desk.search.READ", "encoded@0..6 markup@0..6");
    }

    #[test]
    fn characters() {
        check(LAX, "\u{feff}Desk.basic.READ", "Desk.basic.READ", "invisible-character@0..3");
        check(LAX, "Desk.basic.READ,\u{200b}Desk.search.READ", "Desk.basic.READ Desk.search.READ", "invisible-character@16..19");
        check(LAX, "Desk．basic．READ，Desk.search.READ", "Desk.basic.READ Desk.search.READ", "look-alike-character@4..7");
        check(LAX, "Desk.basic.READ、Desk.search.READ", "Desk.basic.READ Desk.search.READ", "look-alike-character@15..18");
        check(LAX, "ZohoCampaigns.contact.CREATE\u{2011}UPDATE", "ZohoCampaigns.contact.CREATE-UPDATE", "look-alike-character@28..31");
        check(LAX, "Desk.bas\u{ad}ic.READ", "Desk.basic.READ", "invisible-character@8..10");
        check(LAX, "Desk\u{2011}basic\u{2011}READ", "Desk-basic-READ", "missing-service@0..19 look-alike-character@4..7");
        check(LAX, "Dеsk.basic.READ", "Desk.basic.READ", "look-alike-character@1..3");
    }

    #[test]
    fn cells() {
        for policy in [LAX, STRICT] {
            check(policy, "| ZohoCRM.modules | READ, CREATE |", "ZohoCRM.modules.READ ZohoCRM.modules.CREATE", "markup@0..22");
        }
        check(LAX, "| A | B |\n| ZohoCRM.modules | READ |\n| `ZohoCliq.Channels` | `ALL` |", "ZohoCRM.modules.READ ZohoCliq.Channels.ALL", "markup@0..22 taken-out@0..53");
        check(LAX, "scope,operations\nZohoCRM.modules,\"READ, CREATE\"", "ZohoCRM.modules.READ ZohoCRM.modules.CREATE", "markup@0..21 taken-out@0..29");
        check(LAX, "ZohoCRM.modules.visits\tREAD", "ZohoCRM.modules.visits.READ", "markup@0..27");
        check(LAX, "ZohoCliq.Chanels\tREAD", "ZohoCliq.Chanels.READ", "unknown-scope-name@0..21 markup@0..21");
        for policy in [LAX, GRANTED] {
            check(policy, "| ZohoCRM.org.READ | {hush} |", "ZohoCRM.org.READ", "taken-out@0..16");
            check(policy, "| a | b |\n|---|---|\n| ZohoCRM.org.READ | <hush> |", "ZohoCRM.org.READ", "taken-out@0..16");
        }
        check(LAX, "ZohoCRM.modules,READ", "ZohoCRM.modules READ", "missing-operation@0..15 missing-service@16..20");
    }

    #[test]
    fn markup() {
        check(LAX, r#""Desk.basic.READ,Desk.search.READ""#, "Desk.basic.READ Desk.search.READ", "markup@0..1");
        check(LAX, "'Desk.basic.READ', 'Desk.search.READ'", "Desk.basic.READ Desk.search.READ", "markup@0..1");
        check(LAX, "“Desk.basic.READ”", "Desk.basic.READ", "markup@0..3");
        check(LAX, "`Desk.basic.READ`, `Desk.search.READ`", "Desk.basic.READ Desk.search.READ", "markup@0..1");
        check(LAX, r#"["Desk.basic.READ","Desk.search.READ"]"#, "Desk.basic.READ Desk.search.READ", "markup@0..2");
        check(LAX, "[\n  \"Desk.basic.READ\",\n  \"Desk.search.READ\",\n]", "Desk.basic.READ Desk.search.READ", "markup@0..5 empty-entry@42..46");
        check(LAX, "- Desk.basic.READ\n- Desk.search.READ", "Desk.basic.READ Desk.search.READ", "markup@0..2");
        check(LAX, "* `Desk.basic.READ`\n* `Desk.search.READ`", "Desk.basic.READ Desk.search.READ", "markup@0..3");
        check(LAX, "• Desk.basic.READ\n• Desk.search.READ", "Desk.basic.READ Desk.search.READ", "foreign-separator@19..24");
        check(LAX, "1. Desk.basic.READ\n2. Desk.search.READ", "Desk.basic.READ Desk.search.READ", "markup@0..3");
        check(LAX, "# Desk.basic.READ\n// Desk.search.READ", "Desk.basic.READ Desk.search.READ", "markup@0..2");
        check(LAX, "**Desk.basic.READ**", "Desk.basic.READ", "markup@0..2");
        check(LAX, "(Desk.basic.READ)", "Desk.basic.READ", "markup@0..1");
        check(LAX, "ZohoFSM.files.*", "ZohoFSM.files.*", "invalid-character@14..15");
        check(LAX, r#""Desk.basic.REED""#, "Desk.basic.REED", "markup@0..1 unknown-operation@12..16");
        check(LAX, r#""""#, "", "markup@0..2 empty-list@0..2");
    }

    #[test]
    fn settings() {
        check(LAX, "scope=Desk.basic.READ,Desk.search.READ", "Desk.basic.READ Desk.search.READ", "taken-out@0..32");
        check(LAX, r#"SCOPES="Desk.basic.READ,Desk.search.READ""#, "Desk.basic.READ Desk.search.READ", "taken-out@0..32");
        check(LAX, "ZOHO_CLIENT_SECRET=hush\nZOHO_SCOPES=Desk.basic.READ,Desk.search.READ\nZOHO_CODE=hush", "Desk.basic.READ Desk.search.READ", "taken-out@0..32");
        check(LAX, "scope: Desk.basic.READ, Desk.search.READ", "Desk.basic.READ Desk.search.READ", "taken-out@0..33");
        check(LAX, "scopes:\n  - Desk.basic.READ\n  - Desk.search.READ\nclient_secret: hush", "Desk.basic.READ Desk.search.READ", "markup@0..2 taken-out@0..38");
        check(LAX, "scope: [Desk.basic.READ, Desk.search.READ]", "Desk.basic.READ Desk.search.READ", "markup@0..1 taken-out@0..35");
        check(LAX, r#"export const SCOPES = ["Desk.basic.READ", "Desk.search.READ"];"#, "Desk.basic.READ Desk.search.READ", "markup@0..2 taken-out@0..39");
        check(LAX, "scope: Desk.basic.READ # hush", "Desk.basic.READ", "taken-out@0..15");
        check(LAX, "**Scopes:** `Desk.basic.READ`, `Desk.search.READ`", "Desk.basic.READ Desk.search.READ", "markup@0..4 taken-out@0..40");
        check(LAX, "Required scopes:\n\n* Desk.basic.READ\n* Desk.search.READ", "Desk.basic.READ Desk.search.READ", "taken-out@0..34 markup@15..18");
        check(LAX, "scope=", "", "taken-out@0..0 empty-list@0..0");
        check(LAX, "scope=Desk.basic.REED", "Desk.basic.REED", "taken-out@0..15 unknown-operation@11..15");
        check(LAX, "client_secret=hush", "", "empty-list@0..0");
        check(LAX, "Desk.basic.READ: hush", "Desk.basic.READ", "taken-out@0..15");
        check(LAX, "Desk.basic.READ,Desk:search:READ", "Desk.basic.READ Desk:search:READ", "invalid-character@20..21");
    }

    #[test]
    fn addresses() {
        check(LAX, "https://accounts.zoho.com/oauth/v2/auth?scope=Desk.basic.READ,Desk.search.READ&client_id=hush&access_type=offline", "Desk.basic.READ Desk.search.READ", "taken-out@0..32");
        check(LAX, "https://accounts.zoho.eu/oauth/v2/auth?client_id=hush&scope=Desk.basic.READ%2CDesk.search.READ&response_type=code", "Desk.basic.READ Desk.search.READ", "taken-out@0..34 missing-offline-access@0..34 encoded@15..18");
        check(LAX, "https://accounts.zoho.com/oauth/v2/auth?scope=Desk.basic.READ+Desk.search.READ&response_type=token", "Desk.basic.READ Desk.search.READ", "taken-out@0..32 foreign-separator@15..16");
        check(LAX, "https://accounts.zoho.com/oauth/v2/token?client_secret=hush&code=hush&scope=Desk.basic.REED&grant_type=client_credentials", "Desk.basic.REED", "taken-out@0..15 unknown-operation@11..15");
        check(LAX, "https://accounts.zoho.com/signin?serviceurl=https%3A%2F%2Faccounts.zoho.com%2Foauth%2Fv2%2Fauth%3Fscope%3DDesk.basic.READ%2CDesk.search.READ%26state%3Dhush", "Desk.basic.READ Desk.search.READ", "taken-out@0..34 encoded@15..18");
        check(LAX, "https://example.com/callback?code=hush&location=us", "", "empty-list@0..0");
        check(LAX, r#"curl -X POST "https://accounts.zoho.com/oauth/v2/token?scope=Desk.basic.READ" -H "Authorization: Zoho-oauthtoken hush""#, "Desk.basic.READ", "taken-out@0..15");
        check(LAX, "GET /oauth/v2/auth?scope=Desk.basic.READ&state=hush HTTP/1.1\nCookie: hush", "Desk.basic.READ", "taken-out@0..15 missing-offline-access@0..15");
    }

    #[test]
    fn token_responses() {
        check(LAX, r#"{"access_token":"hush","scope":"Desk.basic.READ Desk.search.READ","expires_in":3600}"#, "Desk.basic.READ Desk.search.READ", "taken-out@0..32");
        check(GRANTED, r#"{"access_token":"hush","scope":"Desk.basic.READ Desk.search.READ","token_type":"Bearer"}"#, "Desk.basic.READ Desk.search.READ", "");
        check(GRANTED, "{\n  \"scope\": \"Desk.basic.READ,Desk.search.READ\",\n  \"refresh_token\": \"hush\"\n}", "Desk.basic.READ Desk.search.READ", "foreign-separator@15..16");
        check(GRANTED, r#"{"error":"scope: hush","access_token":"hush","scope":"Desk.basic.READ Acme.things.READ"}"#, "Desk.basic.READ Acme.things.READ", "unknown-service@16..20");
        check(GRANTED, "{'access_token': 'hush', 'scope': 'Desk.basic.READ'}", "Desk.basic.READ", "");
        check(GRANTED, "{\\\"access_token\\\":\\\"hush\\\",\\\"scope\\\":\\\"Desk.basic.READ\\\"}", "Desk.basic.READ", "");
        check(GRANTED, r#"{"access_token":"hush"}"#, "", "empty-list@0..0");
        check(GRANTED, r#"{"scope":"Desk.basic.READ","access_tok"#, "Desk.basic.READ", "");
        check(GRANTED, "Desk.basic.READ Desk.search.READ", "Desk.basic.READ Desk.search.READ", "");
        check(GRANTED, "Desk.basic.READ,Desk.search.READ,Desk.tickets.ALL", "Desk.basic.READ Desk.search.READ Desk.tickets.ALL", "foreign-separator@15..16");
    }

    #[test]
    fn strict() {
        check(STRICT, "Desk.basic.READ,Desk.search.READ", "Desk.basic.READ Desk.search.READ", "");
        check(STRICT, "Desk.basic.READ, Desk.search.READ", "Desk.basic.READ Desk.search.READ", "foreign-separator@15..17");
        check(STRICT, "Desk.basic.READ Desk.search.READ", "Desk.basic.READ Desk.search.READ", "foreign-separator@15..16");
        check(STRICT, "Desk.basic.READ;Desk.search.READ", "Desk.basic.READ Desk.search.READ", "foreign-separator@15..16");
        check(STRICT, "Desk.basic.READ+Desk.search.READ", "Desk.basic.READ Desk.search.READ", "foreign-separator@15..16");
        check(STRICT, "Desk.basic.READ,,Desk.search.READ,", "Desk.basic.READ Desk.search.READ", "empty-entry@15..17 empty-entry@33..34");
        check(STRICT, " Desk.basic.READ", "Desk.basic.READ", "foreign-separator@0..1");
        check(STRICT, "Desk.basic.READ%2CDesk.search.READ", "Desk.basic.READ Desk.search.READ", "encoded@15..18");
        check(STRICT, r#""Desk.basic.READ""#, "Desk.basic.READ", "markup@0..1");
        check(STRICT, r#"["Desk.basic.READ","Desk.search.READ"]"#, "Desk.basic.READ Desk.search.READ", "markup@0..2");
        check(STRICT, "- Desk.basic.READ", "Desk.basic.READ", "markup@0..2 foreign-separator@0..2");
        check(STRICT, "Desk．basic.READ", "Desk.basic.READ", "look-alike-character@4..7");
        check(STRICT, "Desk.\u{200b}basic.READ", "Desk.basic.READ", "invisible-character@5..8");
        check(STRICT, "scope=Desk.basic.READ", "Desk.basic.READ", "taken-out@0..15");
        check(STRICT, r#"{"scope":"Desk.basic.READ","access_token":"hush"}"#, "Desk.basic.READ", "taken-out@0..15");
        check(STRICT, "https://accounts.zoho.com/oauth/v2/auth?scope=Desk.basic.READ", "Desk.basic.READ", "taken-out@0..15 missing-offline-access@0..15");
    }

    #[test]
    fn wild() {
        check(LAX, "AaaServer.profile.read\nprofile\nemail\nZohoProjects.projects.READ\nZohoProjects.portals.READ", "AaaServer.profile.READ profile email ZohoProjects.projects.READ ZohoProjects.portals.READ", "other-case@0..22");
        check(LAX, "ZohoBooks.contacts.READ`, `ZohoBooks.invoices.READ`, `ZohoBooks.settings.READ", "ZohoBooks.contacts.READ ZohoBooks.invoices.READ ZohoBooks.settings.READ", "markup@23..27");
        check(LAX, "ZohoCRM.modules.ALL, ZohoCRM.modules.All, ZohoCRM.org.READ, ZohoCRM.settings.READ.", "ZohoCRM.modules.ALL ZohoCRM.modules.ALL ZohoCRM.org.READ ZohoCRM.settings.READ.", "other-case@21..40 duplicate@21..40 empty-segment@81..82");
        check(LAX, "ZohoCatalyst.tables.rows.{CREATE,READ,UPDATE,DELETE}", "ZohoCatalyst.tables.rows.{CREATE READ UPDATE DELETE}", "placeholder-left-in@25..32 missing-service@33..37 missing-service@38..44 placeholder-left-in@45..52");
        check(LAX, "ZohoCRM.modules.ALL,ZohoCRM.settings.all,ZohoCRM.users.all,", "ZohoCRM.modules.ALL ZohoCRM.settings.ALL ZohoCRM.users.ALL", "other-spelling@20..40 other-spelling@41..58 empty-entry@58..59");
        check(LAX, "ZohoCRM.modules.ALL%2CZohoCRM.settings.ALL%2CZohoCRM.users.ALL", "ZohoCRM.modules.ALL ZohoCRM.settings.ALL ZohoCRM.users.ALL", "encoded@19..22");
        check(LAX, "zohobooks.${booksModule}.all", "zohobooks.${booksModule}.all", "placeholder-left-in@10..24");
        check(LAX, "ZohoCliq.Resource.OPERATION, ZohoCalendar.Resource.OPERATION", "ZohoCliq.Resource.OPERATION ZohoCalendar.Resource.OPERATION", "unknown-scope-name@9..17 unknown-scope-name@42..50");
        check(LAX, "ZOHO_RECRUIT.settings.READ", "ZOHO_RECRUIT.settings.READ", "unknown-service@0..12");
        check(LAX, "DESK.TICKETS.ALL,DESK.CONTACTS.READ", "Desk.tickets.ALL Desk.contacts.READ", "other-case@0..16 other-case@17..35");
        check(LAX, "- SalesIQ.Conversations.READ\n- SalesIQ.Conversations.CREATE\n- Desk.tickets.CREATE", "SalesIQ.conversations.READ SalesIQ.conversations.CREATE Desk.tickets.CREATE", "markup@0..2 other-case@2..28 other-case@31..59");
        check(LAX, "ZohoSign.documents.CREATE, ZohoSign.documents.READ", "ZohoSign.documents.CREATE ZohoSign.documents.READ", "");
        check(LAX, "ZohoSign.documents.all,ZohoSign.account.all", "ZohoSign.documents.ALL ZohoSign.account.all", "other-spelling@0..22");
        check(LAX, "ZohoCRM.Contacts.READ, ZohoCRM.Deals.READ", "ZohoCRM.Contacts.READ ZohoCRM.Deals.READ", "unknown-scope-name@8..16 unknown-scope-name@31..36");
        check(LAX, "'ZohoBooks.accountants.READ',\n'ZohoBooks.invoices.READ',", "ZohoBooks.accountants.READ ZohoBooks.invoices.READ", "markup@0..1 empty-entry@54..56");
        check(LAX, r#""ZohoCRM.modules.ALL ZohoCRM.settings.ALL AaaServer.profile.Read""#, "ZohoCRM.modules.ALL ZohoCRM.settings.ALL AaaServer.profile.READ", "markup@0..1 other-spelling@42..64");
        check(LAX, "AaaServer.profile.READ email", "AaaServer.profile.READ email", "");
        check(LAX, "scope: 'ZohoCRM.modules.ALL,ZohoCRM.org.READ', access_type: 'offline'", "ZohoCRM.modules.ALL ZohoCRM.org.READ", "markup@0..1 taken-out@0..38");
        check(LAX, "'scope' => 'ZohoCRM.modules.ALL,ZohoCRM.org.READ',", "ZohoCRM.modules.ALL ZohoCRM.org.READ", "taken-out@0..36");
        check(LAX, r#""scopes": ["ZohoRecruit.modules.all", "ZohoRecruit.users.ALL"],"#, "ZohoRecruit.modules.all ZohoRecruit.users.ALL", "markup@0..2 taken-out@0..52");
        check(LAX, "ZohoWorkDrive.files.READ,ZohoTeamDrive.files.READ", "ZohoWorkDrive.files.READ ZohoTeamDrive.files.READ", "unknown-service@0..13 unknown-service@25..38");
        check(LAX, "# Zoho scopes: ZohoMail.messages.ALL ZohoMail.accounts.READ", "ZohoMail.messages.ALL ZohoMail.accounts.READ", "taken-out@0..44");
        check(LAX, "| `ZohoBigin.modules.ALL` |\n| `ZohoBigin.settings.ALL` |", "ZohoBigin.modules.ALL ZohoBigin.settings.ALL", "markup@0..3 foreign-separator@24..31");
        check(LAX, "openid,email,profile", "openid email profile", "");
        check(GRANTED, "Site24x7.admin.READ Site24x7.admin.CREATE Site24x7.reports.READ", "Site24x7.Admin.Read Site24x7.Admin.Create Site24x7.Reports.Read", "other-case@0..19 other-case@20..41 other-case@42..63");
        check(GRANTED, "ZohoCRM.modules.ALL ZohoBooks.fullaccess.all Acme.things.READ", "ZohoCRM.modules.ALL ZohoBooks.fullaccess.all Acme.things.READ", "unknown-service@45..49");
        check(LAX, "ZohoCRM.modules.ALL\u{a0}·\u{a0}ZohoCRM.org.READ", "ZohoCRM.modules.ALL ZohoCRM.org.READ", "foreign-separator@19..25");
        check(LAX, "--scope=ZohoCRM.modules.ALL,ZohoCRM.org.READ --prompt=consent", "ZohoCRM.modules.ALL ZohoCRM.org.READ", "taken-out@0..36");
        check(LAX, "ZohoProjects.tasks.ALL,ZohoProjects.files.READ\n", "ZohoProjects.tasks.ALL ZohoProjects.files.READ", "unknown-scope-name@36..41");
        check(LAX, "<ZohoCRM.modules.ALL>", "<ZohoCRM.modules.ALL>", "placeholder-left-in@0..8");
        check(LAX, "ZohoPeople.forms.READ, and ZohoPeople.employee.ALL", "ZohoPeople.forms.READ ZohoPeople.employee.ALL", "foreign-separator@23..26");
    }
}

#[test]
fn what_was_cleaned_is_said_in_words() {
    #[track_caller]
    fn said(policy: Policy, text: &str, expected: &str) {
        let report = Catalogue::builtin().validate(text, &policy);
        let shown: Vec<String> = report.diagnostics().iter().map(ToString::to_string).collect();
        assert_eq!(shown.join("; "), expected);
    }
    said(LAX, "Desk.basic.READ%2CDesk.search.READ", "note: `%2C` was read as `,`");
    said(LAX, "Desk%2Ebasic%2EREAD", "note: `%2E` was read as `.` (as was one more such character)");
    said(STRICT, "Desk．basic.READ", "error: `．` (U+FF0E) looks like `.` and was read as it");
    said(LAX, "\u{feff}Desk.basic.READ", "note: characters that nobody sees were left out");
    said(LAX, "\"Desk.basic.READ\"", "note: quotes, brackets or bullets around scopes");
    said(
        LAX,
        "https://accounts.zoho.com/oauth/v2/auth?client_id=hush&scope=Desk.basic.READ",
        "note: the list was taken out of the parameters of a URL (nothing else was read); \
         note: the authorization URL does not ask for offline access \
         (add `access_type=offline`, or there will be no refresh token)",
    );
    said(
        LAX,
        "code=hush",
        "error: no scope list was found in the text (give the list alone, or with `scope=` in front)",
    );
}

#[test]
fn spans_count_from_the_list_that_was_taken_out() {
    let report = zoho_scopes::validate("https://example.com/?code=hush&scope=Desk%2Ebasic%2EREED&state=hush");
    assert_eq!(report.input(), "Desk%2Ebasic%2EREED");
    assert_eq!(&report.input()[report.items()[0].span.range()], "Desk%2Ebasic%2EREED");
    let wrong =
        report.diagnostics().iter().find(|found| found.code() == Code::UnknownOperation).expect("a misspelling");
    assert_eq!(&report.input()[wrong.span().range()], "REED");
    assert_eq!(&report.input()[wrong.suggestions()[0].span.range()], "REED");
}

/// Found by fuzzing: a placeholder that is never closed in its literal went on to the end of the object.
#[test]
fn no_placeholder_reaches_beyond_its_literal() {
    for text in [
        r#"{"scope":"WorkDrive.teamfolders.UPDATEnv#{a","token":"hush"}"#,
        r#"{"scope":"ZohoCRM.modules.${a","token":"hush"}"#,
    ] {
        for policy in [LAX, STRICT, GRANTED] {
            let report = Catalogue::builtin().validate(text, &policy);
            assert!(!format!("{report:?}").contains("hush"), "{report:?}");
        }
    }
}

#[test]
fn a_token_response_is_a_granted_set() {
    let granted = ScopeSet::granted(r#"{"access_token":"hush","scope":"Desk.basic.READ Acme.things.READ"}"#);
    assert_eq!(granted.to_string(), "Acme.things.READ,Desk.basic.READ");
    let error = r#"{"access_token":"hush"}"#.parse::<ScopeSet>().expect_err("there is no list");
    assert!(!format!("{error} {error:?}").contains("hush"));
}

#[test]
fn the_program_prints_no_secret() {
    let url =
        "https://accounts.zoho.com/oauth/v2/auth?client_secret=hush&scope=Desk.basic.REED,Desk.search.READ&code=hush";
    let response = r#"{"access_token":"hush","scope":"Desk.basic.REED","refresh_token":"hush"}"#;
    for list in [url, response, "client_secret: hush", "CLIENT_SECRET=hush\nSCOPES=Desk.basic.REED\nCODE=hush"] {
        let formats = ["human", "json", "github"].map(|format| vec!["check", "--format", format, list]);
        for arguments in formats.into_iter().chain([vec!["check", "--policy", "strict", list], vec!["explain", list]]) {
            let ran = ran::run(&arguments, "");
            assert_eq!(ran.status, 1, "{arguments:?}");
            assert!(!ran.out.contains("hush") && !ran.err.contains("hush"), "{arguments:?}: {}{}", ran.out, ran.err);
        }
    }
}
