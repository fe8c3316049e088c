//! What kind of thing an error says is wrong, and where it is met.

use zoho_scopes_data::words;

/// Enums whose variants have a word for output.
macro_rules! worded {
    ($($(#[$doc:meta])* $type:ident { $($(#[$what:meta])* $variant:ident => $word:literal)* })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum $type { $($(#[$what])* $variant),* }

        words! { $type { $($variant => $word),* } }
    )*};
}

worded! {
    /// What kind of thing is wrong, for a program to act on.
    ErrorKind {
        /// The client id, or the data centre it is used in.
        Client => "client"
        /// The client secret.
        Secret => "client secret"
        /// The redirect URI.
        Redirect => "redirect URI"
        /// The authorization code, the refresh token or the device code: ask for consent again.
        Code => "code or refresh token"
        /// A scope: unknown when asked for, or missing when used.
        Scope => "scope"
        /// The access token: refresh it.
        Token => "access token"
        /// The user said no.
        Denied => "consent denied"
        /// Too many requests: wait.
        Throttled => "too many requests"
        /// The organisation, or the lack of one.
        Organisation => "organisation"
        /// What the user or the edition may do; no scope helps.
        Permission => "permission of the user"
        /// The user's session.
        Session => "session"
        /// Nothing: the user has yet to answer.
        Pending => "not answered yet"
        /// The data centre: the user is in another.
        DataCentre => "data centre"
        /// The request itself.
        Request => "request"
        /// Zoho, or nobody knows.
        Server => "server"
    }
    /// Where an error is met.
    ErrorPlace {
        /// In the redirect that answers an authorization request.
        Authorization => "redirect of the authorization"
        /// On a page that Zoho shows instead of redirecting.
        Page => "page of the authorization"
        /// In the answer of the token endpoint.
        Token => "token endpoint"
        /// In the answers a device gets.
        Device => "device flow"
        /// In the answer of an API.
        Api => "API"
    }
}
