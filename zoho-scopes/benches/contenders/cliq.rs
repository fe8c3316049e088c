//! The scopes of one service as an enum whose `FromStr` strum derives: a moderate one, since the
//! derived comparison goes through the variants one by one.

/// A scope of Zoho Cliq.
#[expect(non_camel_case_types, reason = "named like the scopes")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::EnumString, strum::IntoStaticStr, strum::VariantArray)]
#[rustfmt::skip]
pub enum Cliq {
    #[strum(serialize = "ZohoCliq.Applications.UPDATE")]
    Applications_UPDATE,
    #[strum(serialize = "ZohoCliq.Attachments.READ")]
    Attachments_READ,
    #[strum(serialize = "ZohoCliq.BotMessages.CREATE")]
    BotMessages_CREATE,
    #[strum(serialize = "ZohoCliq.Bots.ALL")]
    Bots_ALL,
    #[strum(serialize = "ZohoCliq.Bots.CREATE")]
    Bots_CREATE,
    #[strum(serialize = "ZohoCliq.Bots.DELETE")]
    Bots_DELETE,
    #[strum(serialize = "ZohoCliq.Bots.READ")]
    Bots_READ,
    #[strum(serialize = "ZohoCliq.Bots.UPDATE")]
    Bots_UPDATE,
    #[strum(serialize = "ZohoCliq.Buddies.READ")]
    Buddies_READ,
    #[strum(serialize = "ZohoCliq.CalendarEvents.ALL")]
    CalendarEvents_ALL,
    #[strum(serialize = "ZohoCliq.Channels.ALL")]
    Channels_ALL,
    #[strum(serialize = "ZohoCliq.Channels.CREATE")]
    Channels_CREATE,
    #[strum(serialize = "ZohoCliq.Channels.DELETE")]
    Channels_DELETE,
    #[strum(serialize = "ZohoCliq.Channels.READ")]
    Channels_READ,
    #[strum(serialize = "ZohoCliq.Channels.UPDATE")]
    Channels_UPDATE,
    #[strum(serialize = "ZohoCliq.Chats.ALL")]
    Chats_ALL,
    #[strum(serialize = "ZohoCliq.Chats.CREATE")]
    Chats_CREATE,
    #[strum(serialize = "ZohoCliq.Chats.DELETE")]
    Chats_DELETE,
    #[strum(serialize = "ZohoCliq.Chats.READ")]
    Chats_READ,
    #[strum(serialize = "ZohoCliq.Chats.UPDATE")]
    Chats_UPDATE,
    #[strum(serialize = "ZohoCliq.Commands.CREATE")]
    Commands_CREATE,
    #[strum(serialize = "ZohoCliq.Commands.DELETE")]
    Commands_DELETE,
    #[strum(serialize = "ZohoCliq.Commands.READ")]
    Commands_READ,
    #[strum(serialize = "ZohoCliq.Commands.UPDATE")]
    Commands_UPDATE,
    #[strum(serialize = "ZohoCliq.DatastoreRecords.ALL")]
    DatastoreRecords_ALL,
    #[strum(serialize = "ZohoCliq.DatastoreRecords.CREATE")]
    DatastoreRecords_CREATE,
    #[strum(serialize = "ZohoCliq.DatastoreRecords.DELETE")]
    DatastoreRecords_DELETE,
    #[strum(serialize = "ZohoCliq.DatastoreRecords.READ")]
    DatastoreRecords_READ,
    #[strum(serialize = "ZohoCliq.DatastoreRecords.UPDATE")]
    DatastoreRecords_UPDATE,
    #[strum(serialize = "ZohoCliq.Datastores.ALL")]
    Datastores_ALL,
    #[strum(serialize = "ZohoCliq.Datastores.CREATE")]
    Datastores_CREATE,
    #[strum(serialize = "ZohoCliq.Datastores.DELETE")]
    Datastores_DELETE,
    #[strum(serialize = "ZohoCliq.Datastores.READ")]
    Datastores_READ,
    #[strum(serialize = "ZohoCliq.Datastores.UPDATE")]
    Datastores_UPDATE,
    #[strum(serialize = "ZohoCliq.Departments.ALL")]
    Departments_ALL,
    #[strum(serialize = "ZohoCliq.Departments.CREATE")]
    Departments_CREATE,
    #[strum(serialize = "ZohoCliq.Departments.DELETE")]
    Departments_DELETE,
    #[strum(serialize = "ZohoCliq.Departments.READ")]
    Departments_READ,
    #[strum(serialize = "ZohoCliq.Departments.UPDATE")]
    Departments_UPDATE,
    #[strum(serialize = "ZohoCliq.Designations.ALL")]
    Designations_ALL,
    #[strum(serialize = "ZohoCliq.Designations.CREATE")]
    Designations_CREATE,
    #[strum(serialize = "ZohoCliq.Designations.DELETE")]
    Designations_DELETE,
    #[strum(serialize = "ZohoCliq.Designations.READ")]
    Designations_READ,
    #[strum(serialize = "ZohoCliq.Designations.UPDATE")]
    Designations_UPDATE,
    #[strum(serialize = "ZohoCliq.Extensions.CREATE")]
    Extensions_CREATE,
    #[strum(serialize = "ZohoCliq.Extensions.READ")]
    Extensions_READ,
    #[strum(serialize = "ZohoCliq.Extensions.UPDATE")]
    Extensions_UPDATE,
    #[strum(serialize = "ZohoCliq.Functions.CREATE")]
    Functions_CREATE,
    #[strum(serialize = "ZohoCliq.Functions.DELETE")]
    Functions_DELETE,
    #[strum(serialize = "ZohoCliq.Functions.READ")]
    Functions_READ,
    #[strum(serialize = "ZohoCliq.Functions.UPDATE")]
    Functions_UPDATE,
    #[strum(serialize = "ZohoCliq.MediaSession.READ")]
    MediaSession_READ,
    #[strum(serialize = "ZohoCliq.MessageActions.CREATE")]
    MessageActions_CREATE,
    #[strum(serialize = "ZohoCliq.messageactions.CREATE")]
    messageactions_CREATE,
    #[strum(serialize = "ZohoCliq.MessageActions.DELETE")]
    MessageActions_DELETE,
    #[strum(serialize = "ZohoCliq.messageactions.DELETE")]
    messageactions_DELETE,
    #[strum(serialize = "ZohoCliq.MessageActions.READ")]
    MessageActions_READ,
    #[strum(serialize = "ZohoCliq.messageactions.READ")]
    messageactions_READ,
    #[strum(serialize = "ZohoCliq.MessageActions.UPDATE")]
    MessageActions_UPDATE,
    #[strum(serialize = "ZohoCliq.messageactions.UPDATE")]
    messageactions_UPDATE,
    #[strum(serialize = "ZohoCliq.Messages.ALL")]
    Messages_ALL,
    #[strum(serialize = "ZohoCliq.Messages.CREATE")]
    Messages_CREATE,
    #[strum(serialize = "ZohoCliq.Messages.DELETE")]
    Messages_DELETE,
    #[strum(serialize = "ZohoCliq.Messages.READ")]
    Messages_READ,
    #[strum(serialize = "ZohoCliq.Messages.UPDATE")]
    Messages_UPDATE,
    #[strum(serialize = "ZohoCliq.Organisation.CREATE")]
    Organisation_CREATE,
    #[strum(serialize = "ZohoCliq.Organisation.DELETE")]
    Organisation_DELETE,
    #[strum(serialize = "ZohoCliq.Organisation.READ")]
    Organisation_READ,
    #[strum(serialize = "ZohoCliq.Organisation.UPDATE")]
    Organisation_UPDATE,
    #[strum(serialize = "ZohoCliq.OrganizationChannels.READ")]
    OrganizationChannels_READ,
    #[strum(serialize = "ZohoCliq.OrganizationChats.READ")]
    OrganizationChats_READ,
    #[strum(serialize = "ZohoCliq.OrganizationMessages.READ")]
    OrganizationMessages_READ,
    #[strum(serialize = "ZohoCliq.Profile.CREATE")]
    Profile_CREATE,
    #[strum(serialize = "ZohoCliq.Profile.DELETE")]
    Profile_DELETE,
    #[strum(serialize = "ZohoCliq.Profile.READ")]
    Profile_READ,
    #[strum(serialize = "ZohoCliq.Profile.UPDATE")]
    Profile_UPDATE,
    #[strum(serialize = "ZohoCliq.Reminders.ALL")]
    Reminders_ALL,
    #[strum(serialize = "ZohoCliq.Reminders.CREATE")]
    Reminders_CREATE,
    #[strum(serialize = "ZohoCliq.Reminders.DELETE")]
    Reminders_DELETE,
    #[strum(serialize = "ZohoCliq.Reminders.READ")]
    Reminders_READ,
    #[strum(serialize = "ZohoCliq.Reminders.UPDATE")]
    Reminders_UPDATE,
    #[strum(serialize = "ZohoCliq.StorageData.ALL")]
    StorageData_ALL,
    #[strum(serialize = "ZohoCliq.StorageData.CREATE")]
    StorageData_CREATE,
    #[strum(serialize = "ZohoCliq.StorageData.DELETE")]
    StorageData_DELETE,
    #[strum(serialize = "ZohoCliq.StorageData.READ")]
    StorageData_READ,
    #[strum(serialize = "ZohoCliq.StorageData.UPDATE")]
    StorageData_UPDATE,
    #[strum(serialize = "ZohoCliq.Teams.ALL")]
    Teams_ALL,
    #[strum(serialize = "ZohoCliq.Teams.CREATE")]
    Teams_CREATE,
    #[strum(serialize = "ZohoCliq.Teams.DELETE")]
    Teams_DELETE,
    #[strum(serialize = "ZohoCliq.Teams.READ")]
    Teams_READ,
    #[strum(serialize = "ZohoCliq.Teams.UPDATE")]
    Teams_UPDATE,
    #[strum(serialize = "ZohoCliq.UserFields.CREATE")]
    UserFields_CREATE,
    #[strum(serialize = "ZohoCliq.Userfields.DELETE")]
    Userfields_DELETE,
    #[strum(serialize = "ZohoCliq.Userfields.UPDATE")]
    Userfields_UPDATE,
    #[strum(serialize = "ZohoCliq.Users.ALL")]
    Users_ALL,
    #[strum(serialize = "ZohoCliq.Users.CREATE")]
    Users_CREATE,
    #[strum(serialize = "ZohoCliq.Users.READ")]
    Users_READ,
    #[strum(serialize = "ZohoCliq.Users.UPDATE")]
    Users_UPDATE,
    #[strum(serialize = "ZohoCliq.Webhooks.CREATE")]
    Webhooks_CREATE,
    #[strum(serialize = "ZohoCliq.Webhooks.DELETE")]
    Webhooks_DELETE,
    #[strum(serialize = "ZohoCliq.Webhooks.UPDATE")]
    Webhooks_UPDATE,
}
