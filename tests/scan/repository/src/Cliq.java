package com.example.cliq;

final class Cliq {
    // zoho-scopes: ignore[duplicate] nothing here is twice
    static final String SCOPES = "ZohoCliq.Chanels.READ," + "ZohoCliq.Chats.READ";
}
