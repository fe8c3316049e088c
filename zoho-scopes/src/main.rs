//! The program `zoho-scopes`; all of it is in `zoho_scopes::cli`.

fn main() -> std::process::ExitCode {
    zoho_scopes::cli::main()
}
