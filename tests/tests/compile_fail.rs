//! Wrong scopes do not compile, and each gives one error that names the right spelling.

#[test]
fn wrong_scopes_do_not_compile() {
    trybuild::TestCases::new().compile_fail("ui/*.rs");
}
