//! What a language is to the generator.

/// How a language names things, and its template.
#[derive(Debug)]
pub(super) struct Language {
    /// As it is called on the command line.
    pub(super) name: &'static str,
    pub(super) template: &'static str,
    pub(super) constants: Case,
    /// Whether constants stand beside the types, and so begin with the name of the service.
    pub(super) is_flat: bool,
    /// Whether names of types may not differ in case alone.
    pub(super) folds_case: bool,
    /// What else a template makes of the name of a service, with `*` for the name.
    pub(super) companions: &'static [&'static str],
    /// Words that are no names: those of the language, and what templates use.
    pub(super) reserved: &'static str,
    pub(super) package: Option<Package>,
    /// What the file has to be called.
    pub(super) file: Option<&'static str>,
    /// A file of this name comes with an empty one of that name.
    pub(super) marker: Option<(&'static str, &'static str)>,
}

/// How constants are written.
#[derive(Debug, Clone, Copy)]
pub(super) enum Case {
    /// `CHANNELS_READ`
    Constant,
    /// `ChannelsRead`
    Pascal,
}

/// What a package or namespace is called where nothing else is asked for, and what stands between its segments.
#[derive(Debug)]
pub(super) struct Package {
    pub(super) default: &'static str,
    pub(super) separator: Option<char>,
}
