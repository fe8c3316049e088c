//! Every code a diagnostic can have, documented once: `explain` and the docs are made from here.

use crate::words;

/// Defines the codes with their words and what there is to say of each.
macro_rules! codes {
    ($($variant:ident $word:literal { what: $what:literal, help: $help:literal, example: $example:literal })*) => {
        /// What kind of diagnostic it is. The kebab-case word of each is stable.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Code {
            $(
                #[doc = concat!("`", $word, "`: ", $what, ".")]
                ///
                #[doc = concat!($help, ". Example: `", $example, "`.")]
                $variant,
            )*
        }

        impl Code {
            /// What it means, without a full stop.
            #[must_use]
            pub const fn what(self) -> &'static str {
                match self { $(Self::$variant => $what),* }
            }

            /// What to do about it, without a full stop.
            #[must_use]
            pub const fn help(self) -> &'static str {
                match self { $(Self::$variant => $help),* }
            }

            /// A list that shows it.
            #[must_use]
            pub const fn example(self) -> &'static str {
                match self { $(Self::$variant => $example),* }
            }
        }

        words! { Code { $($variant => $word),* } }
    };
}

codes! {
    EmptyList "empty-list" {
        what: "the list holds no scope",
        help: "Name at least one scope; Zoho refuses a request without any",
        example: ""
    }
    EmptyEntry "empty-entry" {
        what: "two separators in a row, or one at an end",
        help: "Remove the extra separator",
        example: "ZohoCliq.Channels.READ,,ZohoCliq.Chats.READ"
    }
    ForeignSeparator "foreign-separator" {
        what: "another separator than the expected one",
        help: "Requests join scopes with one comma; token responses with spaces",
        example: "ZohoCliq.Channels.READ;ZohoCliq.Chats.READ"
    }
    TooLong "too-long" {
        what: "the list, or one of its entries, is longer than allowed",
        help: "Send less, or raise the limits of the policy; what lies beyond them was not read",
        example: ""
    }
    TooManyDiagnostics "too-many-diagnostics" {
        what: "there are more diagnostics than the policy allows",
        help: "Fix those that are shown, or raise the limit of the policy",
        example: ""
    }
    TakenOut "taken-out" {
        what: "the list was taken out of a URL, a JSON object, a setting or another text",
        help: "Nothing needs to be done; nothing but the list was read, and places count from its beginning",
        example: "ZOHO_SCOPES=ZohoCliq.Channels.READ"
    }
    SeveralLists "several-lists" {
        what: "the text holds more than one scope list, where one was expected",
        help: "Validate each list by itself; `check` reports on all lists of a text",
        example: ""
    }
    Encoded "encoded" {
        what: "characters are encoded, as in URLs, in JSON and in HTML",
        help: "Write the characters themselves; what builds a URL encodes them",
        example: "ZohoCliq.Channels.READ%2CZohoCliq.Chats.READ"
    }
    LookAlikeCharacter "look-alike-character" {
        what: "a character that only looks like one of a scope, such as a full-width dot or a non-breaking hyphen",
        help: "Type the character again; word processors replace them",
        example: "ZohoCliq.Channels\u{ff0e}READ"
    }
    InvisibleCharacter "invisible-character" {
        what: "a character that nobody sees, such as a zero-width space",
        help: "Remove it; it comes with text that is copied from web pages",
        example: "ZohoCliq.\u{200b}Channels.READ"
    }
    Markup "markup" {
        what: "quotes, brackets or bullets around the scopes",
        help: "Write the scopes alone where the wire form is wanted",
        example: "[\"ZohoCliq.Channels.READ\"]"
    }
    MissingOfflineAccess "missing-offline-access" {
        what: "an authorization URL does not ask for offline access",
        help: "Add `access_type=offline` to get a refresh token; access tokens last an hour",
        example: "https://accounts.zoho.com/oauth/v2/auth?scope=ZohoCliq.Channels.READ"
    }
    InvalidCharacter "invalid-character" {
        what: "a character that no scope holds",
        help: "Scopes consist of ASCII letters, digits, `_`, `-` and dots",
        example: "ZohoCliq.Chan@nels.READ"
    }
    OtherVendor "other-vendor" {
        what: "a scope of another vendor",
        help: "Remove it, or write what Zoho has in its place; one unknown scope makes Zoho refuse the whole consent",
        example: "ZohoMail.messages.READ offline_access"
    }
    PlaceholderLeftIn "placeholder-left-in" {
        what: "a placeholder of the documentation was not filled in",
        help: "Replace it with a name",
        example: "ZohoCRM.modules.{module_api_name}.READ"
    }
    EmptySegment "empty-segment" {
        what: "nothing between two dots, or at an end",
        help: "Remove the dot, or fill in what is missing",
        example: "ZohoCliq..READ"
    }
    MissingService "missing-service" {
        what: "the service in front is missing",
        help: "Write the service first: `Service.name.OPERATION`",
        example: "Chanels.READ"
    }
    ServicePrefixMissing "service-prefix-missing" {
        what: "the rest is a scope, but the service in front is missing",
        help: "Write the service first; some of Zoho's own pages leave it out",
        example: "settings.fields.READ"
    }
    ServiceRepeated "service-repeated" {
        what: "the service is repeated",
        help: "Write the service once",
        example: "ZohoCliq.ZohoCliq.Channels.READ"
    }
    MissingScopeName "missing-scope-name" {
        what: "the scope name between service and operation is missing",
        help: "Name what the operation is for: no service has one scope for all of it by this form",
        example: "ZohoCliq.READ"
    }
    MissingOperation "missing-operation" {
        what: "the operation at the end is missing",
        help: "Add one of the operations that the scope name offers",
        example: "ZohoCliq.Channels"
    }
    UnknownService "unknown-service" {
        what: "no service of the catalogue has this name",
        help: "Use the service's own name, which is not always the product's; `zoho-scopes services` lists both",
        example: "ZohoClick.Channels.READ"
    }
    UnknownScopeName "unknown-scope-name" {
        what: "the service has no such scope name",
        help: "Choose a name the service has; one unknown scope makes Zoho refuse the whole consent",
        example: "ZohoCliq.Chanels.READ"
    }
    UnknownOperation "unknown-operation" {
        what: "the last segment is not an operation",
        help: "Use one of the operations that the scope name offers",
        example: "ZohoCliq.Channels.REED"
    }
    OperationNotOffered "operation-not-offered" {
        what: "the scope name exists, and does not offer this operation",
        help: "Use one of the operations that it offers; Zoho registers each one by itself, so none can be inferred",
        example: "ZohoCliq.Attachments.DELETE"
    }
    KnownMisspelling "known-misspelling" {
        what: "a misspelling that is known, often from official pages",
        help: "Write the scope that is meant",
        example: "ZohoCRM.settings.ZohoCRM.settings.currencies.all"
    }
    DoubtfulScope "doubtful-scope" {
        what: "a scope that was left out of the catalogue on purpose",
        help: "Read the reason, and test it before you rely on it",
        example: "ZohoInvoice.items.READ"
    }
    CloseToKnown "close-to-known" {
        what: "a pattern admits the text, and it lies close to a scope of the catalogue",
        help: "Check whether the scope of the catalogue is meant",
        example: "ZohoCRM.modules.laeds.READ"
    }
    OtherSpelling "other-spelling" {
        what: "another official spelling of the scope",
        help: "Nothing needs doing; the wire form is the spelling of the best source",
        example: "ZOHOPEOPLE.forms.READ"
    }
    OtherCase "other-case" {
        what: "the scope in another case",
        help: "Zoho accepts other cases as far as is known, but no page promises it: write the wire form",
        example: "zohocliq.channels.read"
    }
    AmbiguousCase "ambiguous-case" {
        what: "two scopes differ in case alone, and the text is neither",
        help: "Write the one that is meant, letter for letter",
        example: "ZohoCliq.MESSAGEACTIONS.READ"
    }
    Duplicate "duplicate" {
        what: "the scope is listed twice",
        help: "Remove one of them",
        example: "ZohoCliq.Chats.READ,ZohoCliq.Chats.READ"
    }
    Redundant "redundant" {
        what: "another scope of the list covers this one",
        help: "Leave it out: the consent screen gets shorter, and nothing is lost",
        example: "ZohoCliq.Reminders.ALL,ZohoCliq.Reminders.READ"
    }
    OverBroad "over-broad" {
        what: "the scope covers other scopes, and the policy asks for narrow ones",
        help: "Ask for the narrower scopes that the task needs; reported only where the policy wants it",
        example: "ZohoCliq.Reminders.ALL"
    }
    Deprecated "deprecated" {
        what: "the scope is on its way out",
        help: "Use the replacement where there is one",
        example: "ZohoSupport.tickets.READ"
    }
    Disputed "disputed" {
        what: "sources contradict each other about the scope, only an example shows it, or Zoho's server refused it",
        help: "Test it before you rely on it",
        example: "ZohoCRM.functions.execute.READ"
    }
    UnusedIgnore "unused-ignore" {
        what: "a comment that tells `scan` to ignore findings matches none, or is malformed",
        help: "Remove the comment, or the code in its brackets that matches nothing; codes stand in brackets right behind `ignore`",
        example: ""
    }
}
