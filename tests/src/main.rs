//! The program `zoho-scopes`, built so that tests can run it.

fn main() -> std::process::ExitCode {
    zoho_scopes_cli::run()
}
