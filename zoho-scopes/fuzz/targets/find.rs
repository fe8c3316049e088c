#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| zoho_scopes_laws::find(bytes));
