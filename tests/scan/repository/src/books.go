package books

const scope = "ZohoBooks.fullaccess.all"

// zoho-scopes: ignore the old name stays until the next consent
var old = []string{"ZohoSupport.tickets.READ", "ZohoBoks.invoices.READ"}
