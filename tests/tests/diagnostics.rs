//! Diagnostics, one case a line: policy, list, and what is found in it, as `severity[code]@start..end` and the first
//! suggestion. `=` stands before one that is certain, `?` before one that is not; its place follows where it is
//! another than the diagnostic's: `(start..end)`.

use std::collections::BTreeSet;

use zoho_scopes::{
    Catalogue, Entry, Policy,
    policy::Unknown,
    report::{Applicability, Code, Diagnostic},
};

const LAX: Policy = Policy::LAX;
const STRICT: Policy = Policy::STRICT;
const GRANTED: Policy = Policy::GRANTED;
const DENY: Policy = LAX.unknown(Unknown::Deny);
const WARN: Policy = LAX.unknown(Unknown::Warn);
const ALLOW: Policy = LAX.unknown(Unknown::Allow);
const NARROW: Policy = LAX.over_broad(true);
const BYTES: Policy = LAX.max_bytes(20);
const ENTRIES: Policy = LAX.max_entries(2);
const FINDINGS: Policy = LAX.max_diagnostics(1);

type Case = (Policy, &'static str, &'static str);

#[rustfmt::skip]
const CASES: &[Case] = &[
    // Separators.
    (LAX, "Desk.basic.READ,Desk.search.READ", ""),
    (LAX, "Desk.basic.READ;Desk.search.READ", "note[foreign-separator]@15..16 =,"),
    (LAX, "Desk.basic.READ/Desk.search.READ", "error[invalid-character]@15..16"),
    (LAX, "Desk.basic.READ|Desk.search.READ", "note[foreign-separator]@15..16 =,"),
    (STRICT, "Desk.basic.READ, Desk.search.READ", "error[foreign-separator]@15..17 =,"),
    (STRICT, "Desk.basic.READ Desk.search.READ", "error[foreign-separator]@15..16 =,"),
    (STRICT, "Desk.basic.READ;Desk.search.READ", "error[foreign-separator]@15..16 =,"),
    (STRICT, "Desk.basic.READ\nDesk.search.READ", "error[foreign-separator]@15..16 =,"),
    (GRANTED, "Desk.basic.READ,Desk.search.READ", "note[foreign-separator]@15..16 = "),
    (GRANTED, "Desk.basic.READ  Desk.search.READ", ""),
    (LAX, "Desk.basic.READ,,Desk.search.READ", "note[empty-entry]@15..17 =,"),
    (LAX, ",Desk.basic.READ", "note[empty-entry]@0..1 ="),
    (LAX, "Desk.basic.READ,", "note[empty-entry]@15..16 ="),
    (STRICT, "Desk.basic.READ,,Desk.search.READ", "error[empty-entry]@15..17 =,"),
    (STRICT, ",Desk.basic.READ,", "error[empty-entry]@0..1 =; error[empty-entry]@16..17 ="),
    // Nothing.
    (LAX, "", "error[empty-list]@0..0"),
    (STRICT, "", "error[empty-list]@0..0"),
    (GRANTED, "", "error[empty-list]@0..0"),
    (LAX, "   ", "error[empty-list]@0..3"),
    (LAX, ",,,", "note[empty-entry]@0..3 =; error[empty-list]@0..3"),
    (LAX, "client_secret=x", "error[empty-list]@0..0"),
    (LAX, "[]", "note[markup]@0..2; error[empty-list]@0..2"),
    // Writing.
    (LAX, "scope=Desk.basic.READ", "note[taken-out]@0..15 =Desk.basic.READ"),
    (STRICT, "scope=Desk.basic.READ", "error[taken-out]@0..15 =Desk.basic.READ"),
    (GRANTED, r#"{"scope":"Desk.basic.READ"}"#, ""),
    (LAX, r#"{"scope":"Desk.basic.READ"}"#, "note[taken-out]@0..15 =Desk.basic.READ"),
    (LAX, "https://accounts.zoho.com/oauth/v2/auth?scope=Desk.basic.READ", "note[taken-out]@0..15 =Desk.basic.READ; note[missing-offline-access]@0..15"),
    (STRICT, "https://accounts.zoho.com/oauth/v2/auth?scope=Desk.basic.READ&access_type=offline", "error[taken-out]@0..15 =Desk.basic.READ"),
    (LAX, "crm_scope=ZohoCRM.org.READ\ndesk_scope=Desk.basic.READ", "note[taken-out]@0..16 =ZohoCRM.org.READ; error[several-lists]@0..16"),
    (LAX, "Desk.basic.READ offline_access", "error[other-vendor]@16..30"),
    (STRICT, "Mail.Send", "error[other-vendor]@0..9 ?ZohoMail.messages.CREATE"),
    (LAX, "Desk.basic.READ%2CDesk.search.READ", "note[encoded]@15..18 =(0..34)Desk.basic.READ,Desk.search.READ"),
    (STRICT, "Desk.basic.READ%2CDesk.search.READ", "error[encoded]@15..18 =(0..34)Desk.basic.READ,Desk.search.READ"),
    (LAX, "Desk．basic．READ", "note[look-alike-character]@4..7 =(0..19)Desk.basic.READ"),
    (STRICT, "Desk．basic．READ", "error[look-alike-character]@4..7 =(0..19)Desk.basic.READ"),
    (LAX, "Desk.\u{200b}basic.READ", "note[invisible-character]@5..8 =(0..18)Desk.basic.READ"),
    (STRICT, "Desk.\u{200b}basic.READ", "error[invisible-character]@5..8 =(0..18)Desk.basic.READ"),
    (LAX, r#"["Desk.basic.READ","Desk.search.READ"]"#, "note[markup]@0..2 =(0..38)Desk.basic.READ,Desk.search.READ"),
    (STRICT, r#""Desk.basic.READ""#, "error[markup]@0..1 =(0..17)Desk.basic.READ"),
    (GRANTED, r#""Desk.basic.READ""#, "note[markup]@0..1 =(0..17)Desk.basic.READ"),
    (LAX, "“Desk.basic.REED”", "note[markup]@0..3 =(0..21)Desk.basic.REED; error[unknown-operation]@14..18 ?READ"),
    // Characters.
    (LAX, "Desk.ba@sic.READ", "error[invalid-character]@7..8 =(0..16)Desk.basic.READ"),
    (LAX, "Desk.bàsic.READ", "error[invalid-character]@6..8"),
    (LAX, "Desk.basic.READ!", "error[invalid-character]@15..16 =(0..16)Desk.basic.READ"),
    (STRICT, "Desk.ba sic.READ", "error[unknown-scope-name]@5..7; error[foreign-separator]@7..8 =,; error[missing-service]@8..16"),
    (ALLOW, "Desk.ba@sic.READ", "error[invalid-character]@7..8 =(0..16)Desk.basic.READ"),
    (ALLOW, "!!!", "error[invalid-character]@0..1"),
    (ALLOW, "Acme.<name>.READ", "error[placeholder-left-in]@5..11"),
    (ALLOW, "Acme..READ", "error[empty-segment]@4..6"),
    (GRANTED, "Desk.ba@sic.READ", "note[invalid-character]@7..8 =(0..16)Desk.basic.READ"),
    (LAX, "Desk.b@s!c.READ", "error[invalid-character]@6..7"),
    (LAX, "Dеsk.basic.READ", "note[look-alike-character]@1..3 =(0..16)Desk.basic.READ"),
    (LAX, "ZohoCRM.modules.vis@ts.READ", "error[invalid-character]@19..20"),
    (LAX, "ZohoFSM.files.*", "error[invalid-character]@14..15"),
    // Placeholders.
    (LAX, "ZohoCRM.modules.{module_api_name}.READ", "error[placeholder-left-in]@16..33"),
    (LAX, "ZohoCRM.modules.<module>.READ", "error[placeholder-left-in]@16..24"),
    (LAX, "ZohoCRM.modules.leads.{operation}", "error[placeholder-left-in]@22..33 ?(0..33)ZohoCRM.modules.leads.READ"),
    (LAX, "ZohoCliq.Channels.<op>", "error[placeholder-left-in]@18..22 ?(0..22)ZohoCliq.Channels.READ"),
    (LAX, "ZohoCliq.${name}.READ", "error[placeholder-left-in]@9..16"),
    (LAX, "{service}.Channels.READ", "error[placeholder-left-in]@0..9"),
    (STRICT, "ZohoCRM.modules.{module_api_name}.READ", "error[placeholder-left-in]@16..33"),
    (GRANTED, "ZohoCRM.modules.{module_api_name}.READ", "note[placeholder-left-in]@16..33"),
    (LAX, "Desk.{scope}.{operation}", "error[placeholder-left-in]@5..12"),
    (LAX, "zohobooks.${booksModule}.all", "error[placeholder-left-in]@10..24"),
    // Empty segments.
    (LAX, "ZohoCliq..Channels.READ", "error[empty-segment]@8..10 =(0..23)ZohoCliq.Channels.READ"),
    (LAX, "ZohoCliq.Channels..READ", "error[empty-segment]@17..19 =(0..23)ZohoCliq.Channels.READ"),
    (LAX, "ZohoCliq.Channels.READ.", "error[empty-segment]@22..23 =(0..23)ZohoCliq.Channels.READ"),
    (LAX, ".ZohoCliq.Channels.READ", "error[empty-segment]@0..1 =(0..23)ZohoCliq.Channels.READ"),
    (LAX, "ZohoCliq.Channels.", "error[empty-segment]@17..18"),
    (LAX, "ZohoCliq..READ", "error[empty-segment]@8..10"),
    (LAX, "...", "error[empty-segment]@0..1"),
    (STRICT, "ZohoCliq.Channels.READ.", "error[empty-segment]@22..23 =(0..23)ZohoCliq.Channels.READ"),
    (GRANTED, "ZohoCliq.Channels..READ", "note[empty-segment]@17..19 =(0..23)ZohoCliq.Channels.READ"),
    // Missing parts.
    (LAX, "Chanels.READ", "error[missing-service]@0..12"),
    (LAX, "READ", "error[missing-service]@0..4"),
    (LAX, "channels", "error[missing-service]@0..8"),
    (LAX, "opnid", "error[missing-service]@0..5 ?openid"),
    (LAX, "ZohoCliq", "error[missing-scope-name]@0..8"),
    (LAX, "ZohoCliq.READ", "error[missing-scope-name]@0..13"),
    (LAX, "ZohoCliq.Channels", "error[missing-operation]@0..17 ?ZohoCliq.Channels.READ"),
    (LAX, "ZohoCliq.Chanels", "error[unknown-scope-name]@9..16 ?Channels"),
    (LAX, "settings.fields.READ", "error[service-prefix-missing]@0..20 ?ZohoCRM.settings.fields.READ"),
    (LAX, "modules.leads.READ", "error[service-prefix-missing]@0..18 ?ZohoCRM.modules.leads.READ"),
    (LAX, "ZohoCliq.ZohoCliq.Channels.READ", "error[service-repeated]@9..17 =(0..31)ZohoCliq.Channels.READ"),
    (LAX, "ZohoCRM.ZohoCRM.settings.fields.READ", "error[service-repeated]@8..15 =(0..36)ZohoCRM.settings.fields.READ"),
    (STRICT, "ZohoCliq.Channels", "error[missing-operation]@0..17 ?ZohoCliq.Channels.READ"),
    (GRANTED, "ZohoCliq.Channels", "note[missing-operation]@0..17 ?ZohoCliq.Channels.READ"),
    (GRANTED, "READ", "note[missing-service]@0..4"),
    // Services.
    (LAX, "ZohoClick.Channels.READ", "error[unknown-service]@0..9 ?ZohoCliq"),
    (LAX, "ZohoCliqs.Channels.READ", "error[unknown-service]@0..9 ?ZohoCliq"),
    (LAX, "ZohoDesk.tickets.READ", "error[unknown-service]@0..8 ?Desk"),
    (LAX, "ZohoBilling.invoices.READ", "error[unknown-service]@0..11 ?ZohoSubscriptions"),
    (LAX, "Zoho Desk.tickets.READ", "error[missing-service]@0..4"),
    (LAX, "Acme.things.READ", "error[unknown-service]@0..4"),
    (STRICT, "Acme.things.READ", "error[unknown-service]@0..4"),
    (GRANTED, "Acme.things.READ", "note[unknown-service]@0..4"),
    (WARN, "Acme.things.READ", "warning[unknown-service]@0..4"),
    (WARN, "ZohoClick.Channels.READ", "error[unknown-service]@0..9 ?ZohoCliq"),
    (ALLOW, "ZohoClick.Channels.READ", "note[unknown-service]@0..9 ?ZohoCliq"),
    (DENY, "ZohoCRM.nothing_like_it.READ", "error[unknown-scope-name]@8..23"),
    (LAX, "ZOHO_RECRUIT.settings.READ", "error[unknown-service]@0..12 ?ZohoRecruit"),
    (LAX, "Crm.modules.READ", "error[unknown-service]@0..3 ?ZohoCRM"),
    (LAX, "ZohoCMR.modules.READ", "error[unknown-service]@0..7 ?ZohoCRM"),
    // Names.
    (LAX, "ZohoCliq.Chanels.READ", "error[unknown-scope-name]@9..16 =Channels"),
    (STRICT, "ZohoCliq.Chanels.READ", "error[unknown-scope-name]@9..16 =Channels"),
    (GRANTED, "ZohoCliq.Chanels.READ", "note[unknown-scope-name]@9..16 =Channels"),
    (LAX, "ZohoCliq.Channel.READ", "error[unknown-scope-name]@9..16 =Channels"),
    (LAX, "ZohoCliq.Cahnnels.READ", "error[unknown-scope-name]@9..17 =Channels"),
    (LAX, "ZohoCliq.Channnels.READ", "error[unknown-scope-name]@9..18 =Channels"),
    (LAX, "ZohoCliq.Xyzzy.READ", "error[unknown-scope-name]@9..14"),
    (LAX, "ZohoCRM.setings.feilds.READ", "error[unknown-scope-name]@8..15 =settings; error[unknown-scope-name]@16..22 =fields"),
    (LAX, "ZohoCRM.settings.field.READ", "error[unknown-scope-name]@17..22 =fields"),
    (LAX, "ZohoCRM.settingsfields.READ", "error[unknown-scope-name]@8..22 =(0..27)ZohoCRM.settings.fields.READ"),
    (LAX, "ZohoCRM.settings-fields.READ", "error[unknown-scope-name]@8..23 ?(0..28)ZohoCRM.settings.fields.READ"),
    (LAX, "ZohoCRMsettings.fields.READ", "error[unknown-service]@0..15 =(0..27)ZohoCRM.settings.fields.READ"),
    (LAX, "ZohoCRM.modules.leadsREAD", "error[unknown-operation]@16..25 =(0..25)ZohoCRM.modules.leads.READ"),
    (LAX, "ZohoCRM.settings.fields,READ", "error[missing-operation]@0..23 ?ZohoCRM.settings.fields.READ; error[missing-service]@24..28 ?ZohoCRM.settings.fields.READ"),
    (LAX, "ZohoCRM.modulesleads.READ", "error[unknown-scope-name]@8..20 =(0..25)ZohoCRM.modules.leads.READ"),
    (LAX, "ZohoCliqC.hannels.READ", "error[unknown-service]@0..9 =(0..22)ZohoCliq.Channels.READ"),
    (LAX, "ZohoCliq.ChannelsR.EAD", "error[unknown-scope-name]@9..18 =(0..22)ZohoCliq.Channels.READ"),
    (LAX, "ZohoBooks.invoice.READ", "error[unknown-scope-name]@10..17 =invoices"),
    (LAX, "ZohoBooks.invioces.READ", "error[unknown-scope-name]@10..18 =invoices"),
    (LAX, "ZohoMail.message.READ", "error[unknown-scope-name]@9..16 =messages"),
    (LAX, "ZohoCRM.Contacts.READ", "error[unknown-scope-name]@8..16 ?(0..21)ZohoCRM.modules.contacts.READ"),
    (LAX, "fields.settings.ZohoCRM.READ", "error[unknown-service]@0..6 ?(0..28)ZohoCRM.settings.fields.READ"),
    (LAX, "ZohoCRM.READ.modules", "error[unknown-scope-name]@8..12 ?(0..20)ZohoCRM.modules.READ"),
    (LAX, "READ.ZohoCliq.Channels", "error[unknown-service]@0..4"),
    (LAX, "ZohoCliq.READ.Channels", "error[unknown-scope-name]@9..13 ?(0..22)ZohoCliq.Channels.READ"),
    // Operations.
    (LAX, "ZohoCliq.Channels.REED", "error[unknown-operation]@18..22 ?READ"),
    (LAX, "ZohoCliq.Channels.RAED", "error[unknown-operation]@18..22 ?READ"),
    (LAX, "ZohoCliq.Channels.GET", "error[unknown-operation]@18..21 ?READ"),
    (LAX, "ZohoCliq.Channels.POST", "error[unknown-operation]@18..22 ?CREATE"),
    (LAX, "ZohoCliq.Channels.PUT", "error[unknown-operation]@18..21 ?UPDATE"),
    (LAX, "ZohoCliq.Channels.WRITE", "error[operation-not-offered]@18..23"),
    (LAX, "ZohoCliq.Channels.ALLL", "error[unknown-operation]@18..22 ?ALL"),
    (LAX, "ZohoCliq.Channels.EDIT", "error[unknown-operation]@18..22 ?UPDATE"),
    (LAX, "ZohoCliq.Channels.xyzzy", "error[unknown-operation]@18..23"),
    (LAX, "ZohoCliq.Attachments.DELETE", "error[operation-not-offered]@21..27"),
    (STRICT, "ZohoCliq.Attachments.DELETE", "error[operation-not-offered]@21..27"),
    (GRANTED, "ZohoCliq.Attachments.DELETE", "note[operation-not-offered]@21..27"),
    (LAX, "Desk.search.UPDATE", "error[operation-not-offered]@12..18"),
    (LAX, "ZohoBooks.fullaccess.READ", ""),
    // Known misspellings and doubts.
    (LAX, "ZohoCRM.settings.ZohoCRM.settings.currencies.all", "error[known-misspelling]@0..48 =ZohoCRM.settings.currencies.ALL"),
    (STRICT, "ZohoCRM.settings.ZohoCRM.settings.currencies.all", "error[known-misspelling]@0..48 =ZohoCRM.settings.currencies.ALL"),
    (GRANTED, "ZohoCRM.settings.ZohoCRM.settings.currencies.all", "note[known-misspelling]@0..48 =ZohoCRM.settings.currencies.ALL"),
    (LAX, "ZohoInvoice.items.READ", "error[doubtful-scope]@0..22 ?ZohoInvoice.settings.READ"),
    (STRICT, "ZohoInvoice.items.READ", "error[doubtful-scope]@0..22 ?ZohoInvoice.settings.READ"),
    (GRANTED, "ZohoInvoice.items.READ", "note[doubtful-scope]@0..22 ?ZohoInvoice.settings.READ"),
    (LAX, "ZohoLearn.lessondiscussion.READ", "error[doubtful-scope]@0..31 ?ZohoLearn.lesson.READ"),
    (LAX, "ZohoDataPrep.jobs.ALL", "warning[doubtful-scope]@0..21"),
    (STRICT, "ZohoDataPrep.jobs.ALL", "error[doubtful-scope]@0..21"),
    (GRANTED, "ZohoDataPrep.jobs.ALL", "note[doubtful-scope]@0..21"),
    // Patterns.
    (LAX, "ZohoCRM.modules.visits.READ", ""),
    (LAX, "ZohoCRM.modules.zzzzzz.READ", ""),
    (LAX, "ZohoCRM.modules.zzz-zz_9.READ", ""),
    (LAX, "ZohoCRM.modules.laeds.READ", "warning[close-to-known]@0..26 ?ZohoCRM.modules.leads.READ"),
    (STRICT, "ZohoCRM.modules.laeds.READ", "warning[close-to-known]@0..26 ?ZohoCRM.modules.leads.READ"),
    (LAX, "ZohoCRM.modules.visits.REED", "error[unknown-operation]@23..27 ?READ"),
    (LAX, "ZohoCRM.modules.zzzzzz.LOOK", "error[unknown-operation]@23..27"),
    (LAX, "ZohoCRM.modules.visits.GET", "error[unknown-operation]@23..26 ?READ"),
    (LAX, "ZohoCRM.modules.laed.READ", ""),
    (LAX, "ZohoCRM.modules.read.READ", "warning[unknown-scope-name]@8..20 ?(0..25)ZohoCRM.settings.modules.READ"),
    // Case and spelling.
    (LAX, "zohocliq.channels.read", "note[other-case]@0..22 =ZohoCliq.Channels.READ"),
    (STRICT, "zohocliq.channels.read", "error[other-case]@0..22 =ZohoCliq.Channels.READ"),
    (GRANTED, "zohocliq.channels.read", "note[other-case]@0..22 =ZohoCliq.Channels.READ"),
    (LAX, "ZohoCliq.channels.READ", "note[other-case]@0..22 =ZohoCliq.Channels.READ"),
    (LAX, "ZOHOPEOPLE.forms.READ", "note[other-spelling]@0..21 =ZohoPeople.forms.READ"),
    (STRICT, "ZOHOPEOPLE.forms.READ", "note[other-spelling]@0..21 =ZohoPeople.forms.READ"),
    (GRANTED, "ZOHOPEOPLE.forms.READ", "note[other-spelling]@0..21 =ZohoPeople.forms.READ"),
    (LAX, "ZohoCRM.settings.all", "note[other-spelling]@0..20 =ZohoCRM.settings.ALL"),
    (LAX, "ZohoCliq.MESSAGEACTIONS.READ", "warning[ambiguous-case]@0..28 ?ZohoCliq.MessageActions.READ"),
    (STRICT, "ZohoCliq.MESSAGEACTIONS.READ", "error[ambiguous-case]@0..28 ?ZohoCliq.MessageActions.READ"),
    (DENY, "ZohoCliq.MESSAGEACTIONS.READ", "error[ambiguous-case]@0..28 ?ZohoCliq.MessageActions.READ"),
    (GRANTED, "ZohoCliq.MESSAGEACTIONS.READ", "warning[ambiguous-case]@0..28 ?ZohoCliq.MessageActions.READ"),
    (LAX, "ZohoCliq.messageactions.READ", ""),
    (LAX, "ZohoCliq.MessageActions.READ", ""),
    (LAX, "OPENID", "note[other-case]@0..6 =openid"),
    // Repeats and breadth.
    (LAX, "ZohoCliq.Chats.READ,ZohoCliq.Chats.READ", "warning[duplicate]@20..39 =(19..39)"),
    (STRICT, "ZohoCliq.Chats.READ,ZohoCliq.Chats.READ", "warning[duplicate]@20..39 =(19..39)"),
    (GRANTED, "ZohoCliq.Chats.READ ZohoCliq.Chats.READ", "warning[duplicate]@20..39 =(19..39)"),
    (LAX, "ZohoCliq.Chats.READ,zohocliq.chats.read", "note[other-case]@20..39 =ZohoCliq.Chats.READ; warning[duplicate]@20..39 =(19..39)"),
    (LAX, "Acme.x.READ,acme.X.read", "error[unknown-service]@0..4; error[unknown-service]@12..16; warning[duplicate]@12..23 =(11..23)"),
    (LAX, "ZohoCliq.Reminders.ALL,ZohoCliq.Reminders.READ", "warning[redundant]@23..46 ?(22..46)"),
    (LAX, "ZohoCliq.Reminders.READ,ZohoCliq.Reminders.ALL", "warning[redundant]@0..23 ?(0..24)"),
    (GRANTED, "ZohoCliq.Reminders.ALL ZohoCliq.Reminders.READ", ""),
    (LAX, "ZohoCRM.modules.ALL,ZohoCRM.modules.visits.READ", "warning[redundant]@20..47 ?(19..47)"),
    (LAX, "ZohoCRM.modules.ALL,ZohoCRM.modules.leads.ALL,ZohoCRM.modules.leads.READ", "warning[redundant]@20..45 ?(19..45); warning[redundant]@46..72 ?(45..72)"),
    (NARROW, "ZohoCliq.Reminders.ALL", "warning[over-broad]@0..22"),
    (NARROW, "ZohoCliq.Reminders.READ", ""),
    (NARROW, "ZohoCRM.modules.ALL,ZohoCRM.modules.leads.READ", "warning[over-broad]@0..19; warning[redundant]@20..46 ?(19..46)"),
    // Status.
    (LAX, "ZohoSupport.tickets.READ", "warning[deprecated]@0..24 ?Desk.tickets.READ"),
    (STRICT, "ZohoSupport.tickets.READ", "warning[deprecated]@0..24 ?Desk.tickets.READ"),
    (GRANTED, "ZohoSupport.tickets.READ", "warning[deprecated]@0..24 ?Desk.tickets.READ"),
    (LAX, "ZohoCRM.functions.execute.READ", "warning[disputed]@0..30"),
    (STRICT, "ZohoCRM.functions.execute.READ", "warning[disputed]@0..30"),
    // Limits.
    (BYTES, "Desk.basic.READ,Desk.search.READ", "error[missing-scope-name]@16..20; error[too-long]@20..32"),
    (ENTRIES, "Desk.basic.READ,Desk.search.READ,Desk.tickets.READ", "error[too-long]@33..50"),
    (FINDINGS, "Desk.basic.REED,Desk.basic.RAED", "error[unknown-operation]@11..15 ?READ; error[too-many-diagnostics]@27..31"),
    // Several at once.
    (LAX, "ZohoCliq.Chanels.REED", "error[unknown-scope-name]@9..16 ?Channels; error[unknown-operation]@17..21 ?READ"),
    (LAX, "ZohoCliq.Chanels.READ,ZohoCliq.Chat.READ,Desk.basic.READ", "error[unknown-scope-name]@9..16 =Channels; error[unknown-scope-name]@31..35 =Chats"),
    (LAX, "zohocliq.chanels.reed;Desk.basic.READ,", "error[unknown-scope-name]@9..16 ?Channels; error[unknown-operation]@17..21 ?READ; note[foreign-separator]@21..22 =,; note[empty-entry]@37..38 ="),
    (STRICT, "zohocliq.chats.read, ZohoCliq.Chanels.READ", "error[other-case]@0..19 =ZohoCliq.Chats.READ; error[foreign-separator]@19..21 =,; error[unknown-scope-name]@30..37 =Channels"),
    (GRANTED, "zohocliq.chats.read ZohoCliq.Chanels.READ Acme.x.READ", "note[other-case]@0..19 =ZohoCliq.Chats.READ; note[unknown-scope-name]@29..36 =Channels; note[unknown-service]@42..46"),
    (LAX, "openid,email,profile,phone", ""),
    (LAX, "openid email emial", "error[missing-service]@13..18 ?email"),
];

/// A diagnostic as the table has it.
fn shown(diagnostic: &Diagnostic) -> String {
    let span = diagnostic.span();
    let start = format!("{}[{}]@{}..{}", diagnostic.severity(), diagnostic.code(), span.start, span.end);
    let Some(first) = diagnostic.suggestions().first() else { return start };
    let mark = if first.applicability == Applicability::MachineApplicable { '=' } else { '?' };
    let place = if first.span == span { String::new() } else { format!("({}..{})", first.span.start, first.span.end) };
    format!("{start} {mark}{place}{}", first.replacement)
}

#[test]
fn every_case_is_checked_as_it_stands_here() {
    let mut wrong = Vec::new();
    for (policy, list, expected) in CASES {
        let report = Catalogue::builtin().validate(list, policy);
        let found: Vec<String> = report.diagnostics().iter().map(shown).collect();
        if found.join("; ") != *expected {
            wrong.push(format!("{list}\n  expected {expected}\n  found    {}", found.join("; ")));
        }
    }
    assert!(wrong.is_empty(), "{} cases:\n{}", wrong.len(), wrong.join("\n"));
}

/// Where diagnostics end, entries are looked up alone: no more is admitted there than before.
#[test]
fn beyond_the_last_diagnostic_a_placeholder_takes_no_rubbish() {
    let kept = |segment: &str| {
        let list = format!("Desk.basic.REED,Desk.basic.RAED,ZohoCRM.modules.{segment}.READ");
        let report = Catalogue::builtin().validate(&list, &FINDINGS);
        matches!(report.items()[2].entry, Entry::Admitted(_))
    };
    assert!(kept("visits") && kept("my-module_2"));
    let rubbish = ["{module}", "<module>", "vis@ts", "vis\u{7}ts", "visités", "mod}"];
    let admitted: Vec<&str> = rubbish.into_iter().filter(|segment| kept(segment)).collect();
    assert!(admitted.is_empty(), "{admitted:?}");
}

#[test]
fn a_service_alone_is_reported_its_scope_names() {
    #[track_caller]
    fn help(service: &str, expected: &str) {
        let report = Catalogue::builtin().validate(service, &LAX);
        let help = report.diagnostics().first().and_then(Diagnostic::help).unwrap_or_default();
        let listed = format!("; `zoho-scopes list --service {service}` lists its scopes, which https://");
        assert!(help.starts_with(&(expected.to_owned() + &listed)), "{help}");
    }
    help("AaaServer", "`AaaServer` has the one scope name `profile`");
    let count = Catalogue::builtin().service("ZohoLens").expect("a service").names().count();
    help("ZohoLens", &format!("`ZohoLens` has {count} scope names, such as `orgs`, `sessionapi`, `settings.general`"));
}

#[test]
fn every_code_and_policy_has_a_case() {
    let shown = |code: &&Code| CASES.iter().any(|(.., expected)| expected.contains(&format!("[{code}]@")));
    // One is about comments that `scan` reads, not about a list.
    let missing: Vec<&Code> = Code::ALL.iter().filter(|code| **code != Code::UnusedIgnore && !shown(code)).collect();
    assert!(missing.is_empty(), "{missing:?}");
    for policy in [LAX, STRICT, GRANTED] {
        assert!(CASES.iter().filter(|(used, ..)| *used == policy).count() >= 15, "{policy:?}");
    }
    let distinct: BTreeSet<String> = CASES.iter().map(|(policy, list, _)| format!("{policy:?} {list}")).collect();
    assert_eq!(distinct.len(), CASES.len(), "a case stands there twice");
    assert!(CASES.len() >= 150, "{}", CASES.len());
}
