//! The compiler says what `check` says: wrong literals are compiled, the same texts are checked, and code, place,
//! message, help and first suggestion agree word for word.

mod compiled;

use compiled::errors_of;
use zoho_scopes::{
    Catalogue, Policy,
    report::{Code, Diagnostic, Severity},
};

/// Wrong texts by the mistake that is in them.
const MISTAKES: &[(&str, &[&str])] = &[
    (
        "an unknown service",
        &[
            "ZohoClick.Channels.READ",
            "ZohoCMR.modules.ALL",
            "Zoho.Books.contacts",
            "Desc.tickets.READ",
            "Acme.orders.READ",
            "ZohoBilling.invoices.READ",
            "ZohoDesk.tickets.READ",
            "SalesQI.chats.READ",
            "CRM.modules.ALL",
            "ZohoPeeple.forms.READ",
        ],
    ),
    (
        "an unknown scope name",
        &[
            "ZohoCliq.Chanels.READ",
            "ZohoCliq.Chat.READ",
            "ZohoCRM.setings.fields.READ",
            "ZohoCRM.settings.feilds.READ",
            "ZohoBooks.invoice.READ",
            "Desk.ticket.READ",
            "Desk.webhooks.READ",
            "ZohoMail.mesages.READ",
            "ZohoRecruit.candidate.READ",
            "ZohoProjects.portal.READ",
            "ZohoInventory.item.READ",
            "ZohoCRM.qqqqq.READ",
            "ZohoLens.org.READ",
            "ZohoSign.document.READ",
            "WorkDrive.file.READ",
            "ZohoCRM.module.leads.READ",
            "ZohoCRM.users.role.READ",
            "ZohoExpense.expenserport.READ",
        ],
    ),
    (
        "an operation that is none, or is not offered",
        &[
            "ZohoCliq.Channels.REED",
            "ZohoCliq.Channels.GET",
            "ZohoCliq.Channels.EXECUTE",
            "ZohoCliq.Attachments.DELETE",
            "ZohoLens.orgs.CREATE",
            "Desk.basic.REMOVE",
            "Desk.search.CREATE",
            "ZohoBooks.contacts.LIST",
            "ZohoCRM.settings.fields.RAED",
            "ZohoMail.messages.SEND",
            "ZohoCRM.coql.WRITE",
            "ZohoCliq.Bots.REA",
            "ZohoCliq.Bots.READD",
            "ZohoCliq.Bots.ERAD",
        ],
    ),
    (
        "two segments wrong",
        &["ZohoCliq.Chanels.REED", "ZohoClik.Chanels.READ", "Desk.ticket.REED", "ZohoBook.contacts.RED"],
    ),
    (
        "a dot too many, missing or misplaced",
        &[
            "ZohoCliq.ChannelsREAD",
            "ZohoCliqChannels.READ",
            "ZohoCliq..Channels.READ",
            ".ZohoCliq.Channels.READ",
            "ZohoCliq.Channels.READ.",
            "ZohoCliq.Chan.nels.READ",
            "ZohoCRM.settingsfields.READ",
            "ZohoCliq..READ",
            "ZohoCliq_Channels.READ",
            "Zoho.Cliq.Channels.READ",
        ],
    ),
    (
        "something missing",
        &[
            "ZohoCliq",
            "ZohoCliq.Channels",
            "ZohoCliq.READ",
            "Channels.READ",
            "Chanels.READ",
            "settings.fields.READ",
            "READ",
            "emial",
            "ZohoCRM.settings.fields",
            "Desk.tickets",
        ],
    ),
    (
        "segments in the wrong order, or twice",
        &[
            "ZohoCliq.ZohoCliq.Channels.READ",
            "ZohoCliq.READ.Channels",
            "Channels.ZohoCliq.READ",
            "ZohoCRM.leads.READ",
            "ZohoCRM.fields.settings.READ",
            "ZohoCRM.ZohoCRM.modules.ALL",
        ],
    ),
    (
        "another case",
        &[
            "zohocliq.channels.read",
            "ZOHOCRM.MODULES.ALL",
            "ZohoCliq.Channels.Read",
            "desk.tickets.read",
            "ZohoCRM.modules.LEADS.READ",
            "ZohoCliq.MESSAGEACTIONS.READ",
            "zohobooks.fullaccess.ALL",
            "zohomail.messages.read",
        ],
    ),
    (
        "a known misspelling, or left out on purpose",
        &["ZohoCRM.settings.ZohoCRM.settings.currencies.all", "ZohoInvoice.items.READ"],
    ),
    (
        "a placeholder",
        &[
            "ZohoCRM.modules.{module_api_name}.READ",
            "ZohoCRM.modules.{module}.READ",
            "ZohoCRM.modules.leads.{operation_type}",
            "ZohoCliq.<scope>.READ",
            "ZohoCliq.${name}.READ",
            "ZohoCliq.Channels.{OPERATION}",
            "ZohoCRM.settings.{x}.READ",
        ],
    ),
    (
        "a character that no scope holds",
        &[
            "ZohoCliq.Chan@nels.READ",
            "ZohoCliq/Channels/READ",
            "ZohoCliq.Channels.READ!",
            "ZohoCliq.Chännels.READ",
            "ZohoCRM.modules.*",
            "ZohoСRM.modules.ALL",
        ],
    ),
    (
        "a character that was read as another",
        &[
            "ZohoCliq.Channels\u{ff0e}READ",
            "ZohoCliq.\u{200b}Channels.READ",
            "ZohoCliq%2EChannels.READ",
            "ZohoCliq.Chanels\u{ff0e}READ",
            "\u{feff}ZohoCliq.Channels.READ",
            "Ｚohoｃliq.Channels.READ",
        ],
    ),
    (
        "too long",
        &[
            "ZohoCliq.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.READ",
        ],
    ),
];

#[test]
fn the_compiler_says_what_check_says() {
    let texts: Vec<&str> = MISTAKES.iter().flat_map(|(_, texts)| *texts).copied().collect();
    assert!(texts.len() >= 100, "{} texts", texts.len());
    let bodies: Vec<String> =
        texts.iter().map(|text| format!("const HERE: zoho_scopes::Scope = zoho_scopes::scope!({text:?});")).collect();
    let compiled = errors_of("compiler-and-check", &bodies);
    let mut wrong = Vec::new();
    let mut codes = std::collections::BTreeSet::new();
    for (text, found) in texts.iter().zip(&compiled) {
        let report = Catalogue::builtin().validate(text, &Policy::STRICT);
        let errors: Vec<&Diagnostic> =
            report.diagnostics().iter().filter(|found| found.severity() == Severity::Error).collect();
        codes.extend(errors.iter().map(|error| error.code()));
        let expected: Vec<String> = errors.iter().map(|error| rendered(text, error)).collect();
        if expected.is_empty() || *found != expected {
            wrong.push(format!("{text}\n  check    {expected:#?}\n  compiler {found:#?}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), texts.len(), wrong.join("\n"));
    let kinds = codes.len();
    assert!(kinds >= 20, "only {kinds} codes occur: {codes:?}");
    assert!(codes.contains(&Code::UnknownScopeName));
}

/// A diagnostic as the compiler shows it of a literal: message and code, the text with carets under the place, the
/// help, and the first suggestion where the help does not name it.
fn rendered(text: &str, diagnostic: &Diagnostic) -> String {
    let span = diagnostic.span();
    let before = text[..span.start].chars().count();
    let marked = text[span.range()].chars().count().max(1);
    let mut lines = vec![
        format!("{} ({})", diagnostic.message(), diagnostic.code()),
        format!("  {text}"),
        format!("  {}{}", " ".repeat(before), "^".repeat(marked)),
    ];
    lines.extend(diagnostic.help().map(|help| format!("help: {help}")));
    if let Some(first) = diagnostic.suggestions().first() {
        let fixed = format!("`{}{}{}`", &text[..first.span.start], first.replacement, &text[first.span.end..]);
        if !lines.iter().any(|line| line.contains(&fixed)) {
            lines.push(format!("suggestion: {fixed}"));
        }
    }
    lines.join("\n")
}
