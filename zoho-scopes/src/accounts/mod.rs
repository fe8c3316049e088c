//! What is known of Zoho Accounts: data centres, endpoints, limits and error codes.
//!
//! Each has its sources. This needs the feature `accounts`, and no network.
//!
//! ```
//! use zoho_scopes::{ScopeSet, accounts::{DataCentre, ErrorCode, Limit}, requires};
//!
//! let centre: DataCentre = "com.au".parse()?;
//! assert_eq!(centre, DataCentre::Australia);
//! assert_eq!(centre.accounts_host(), "accounts.zoho.com.au");
//!
//! // Small enums of this library list their variants as `ALL`, and print what `as_str` says.
//! assert!(DataCentre::ALL.iter().any(|centre| centre.to_string() == "jp"));
//!
//! // Pages say one minute and two; who waits no longer than one is safe.
//! assert_eq!(Limit::AuthorizationCodeLifetime.safe(), 60);
//!
//! // What an API's refusal means, and which scope the token lacks.
//! let code = ErrorCode::find("OAUTH_SCOPE_MISMATCH").unwrap();
//! let granted = ScopeSet::granted("ZohoCRM.modules.ALL");
//! let needed = requires!(all("ZohoCRM.coql.READ", "ZohoCRM.modules.ALL"));
//! let advice = code.advice(&granted, &needed);
//! assert_eq!(advice.unmet().unwrap().options()[0].to_string(), "ZohoCRM.coql.READ");
//! # Ok::<(), zoho_scopes::accounts::UnknownDataCentre>(())
//! ```

mod advice;
mod data_centre;
mod error_code;
mod error_kind;
mod generated;
mod header;
mod limit;

pub use advice::Advice;
pub use data_centre::UnknownDataCentre;
pub use error_code::ErrorCode;
pub use error_kind::{ErrorKind, ErrorPlace};
pub use generated::{DataCentre, Endpoint, Limit, LimitValue};
pub use header::AuthorizationHeader;
