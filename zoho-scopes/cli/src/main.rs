//! The program `zoho-scopes`; all of it is in the library.

fn main() -> std::process::ExitCode {
    zoho_scopes_cli::run()
}
