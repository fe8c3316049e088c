//! A path whose calls need a scope name, as a line of text.

/// A path with the operations of a scope name that its methods need: `/items`, tab, `CREATE POST`, tab, `READ GET HEAD`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NameCall {
    line: &'static str,
}

impl NameCall {
    pub(super) const fn of(line: &'static str) -> Self {
        Self { line }
    }

    /// The path below the base.
    #[must_use]
    pub fn path(self) -> &'static str {
        self.line.split('\t').next().unwrap_or_default()
    }

    /// The fixed segments of the path.
    pub fn segments(self) -> impl Iterator<Item = &'static str> + Clone {
        self.path().split('/').filter(|segment| !segment.is_empty() && !segment.starts_with('{'))
    }

    /// Methods, each with the operation that it needs.
    pub fn methods(self) -> impl Iterator<Item = (&'static str, &'static str)> {
        let operations = self.line.split('\t').skip(1).filter_map(|group| group.split_once(' '));
        operations.flat_map(|(operation, methods)| methods.split(' ').map(move |method| (method, operation)))
    }
}
