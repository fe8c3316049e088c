//! Lists of a megabyte that no person wrote.

const LENGTH: usize = 1 << 20;

/// What they are, and the lists.
pub fn lists() -> [(&'static str, String); 4] {
    let different: Vec<String> = (0..LENGTH / 10).map(|number| format!("A{number:06}.b")).collect();
    [
        ("1 MB of commas", ",".repeat(LENGTH)),
        ("1 MB without a comma", "a".repeat(LENGTH)),
        ("1 MB of dots", ".".repeat(LENGTH)),
        ("100,000 unknown scopes", different.join(",")),
    ]
}
