//! Every service of the catalogue: a module each, with an enum per scope name.
//!
//! This is generated from the files of `zoho-scopes-data`. Names keep the case of the wire form;
//! dots inside a scope name become `_`, so `ZohoCRM.settings.fields.READ` is
//! `ZohoCRM::settings_fields::READ`.

include!(concat!(env!("OUT_DIR"), "/services.rs"));
