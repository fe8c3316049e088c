//! Bytes as choices: any string of bytes means something, and a longer one means more.

use std::sync::LazyLock;

use zoho_scopes::{
    Catalogue, Policy, Scope,
    policy::{Separators, Unknown},
};

use crate::pieces::PIECES;

/// The scopes of the built-in catalogue.
pub(crate) static SCOPES: LazyLock<Vec<Scope>> = LazyLock::new(|| Catalogue::builtin().scopes().collect());

/// Bytes that are used up from the front; when there are no more, every choice is the first.
pub(crate) struct Bytes<'a>(pub(crate) &'a [u8]);

impl Bytes<'_> {
    pub(crate) fn byte(&mut self) -> u8 {
        self.0.split_off_first().copied().unwrap_or_default()
    }

    pub(crate) fn flag(&mut self) -> bool {
        self.byte() % 2 == 1
    }

    /// A number below `count`, which is not zero.
    pub(crate) fn below(&mut self, count: usize) -> usize {
        let high = if count > 256 { usize::from(self.byte()) << 8 } else { 0 };
        (high | usize::from(self.byte())) % count
    }

    pub(crate) fn choose<'a, T>(&mut self, items: &'a [T]) -> &'a T {
        &items[self.below(items.len())]
    }

    /// Some of the items; a bit for each.
    pub(crate) fn some<T: Clone>(&mut self, items: &[T]) -> Vec<T> {
        let mut bits = 0;
        let mut is_chosen = |(place, _): &(usize, &T)| {
            if place.is_multiple_of(8) {
                bits = self.byte();
            }
            bits >> (place % 8) & 1 == 1
        };
        items.iter().enumerate().filter(&mut is_chosen).map(|(_, item)| item.clone()).collect()
    }

    /// A policy with the limits of its constant.
    pub(crate) fn policy(&mut self) -> Policy {
        let policy = [Policy::LAX, Policy::STRICT, Policy::GRANTED, Policy::LAX.over_broad(true)][self.below(4)];
        let choice = self.below(16);
        let policy = match choice % 4 {
            0 => policy,
            1 => policy.unknown(Unknown::Deny),
            2 => policy.unknown(Unknown::Warn),
            _ => policy.unknown(Unknown::Allow),
        };
        match choice / 4 {
            0 => policy,
            1 => policy.separators(Separators::Comma),
            2 => policy.separators(Separators::Space),
            _ => policy.separators(Separators::Any),
        }
    }

    /// A policy that may have narrow limits.
    pub(crate) fn limited_policy(&mut self) -> Policy {
        let mut limit = |usual: usize| match self.byte() {
            few @ 0..20 => usize::from(few),
            _ => usual,
        };
        let [bytes, entries, diagnostics] = [usize::MAX, usize::MAX, 1_000].map(&mut limit);
        self.policy().max_bytes(bytes).max_entries(entries).max_diagnostics(diagnostics)
    }

    /// Text: a byte below 128 is a character, others are pieces of what people paste, or a scope.
    pub(crate) fn text(mut self) -> String {
        let mut text = String::new();
        while !self.0.is_empty() {
            match self.byte() {
                character @ 0..128 => text.push(char::from(character)),
                255 => text.push_str(self.choose(&SCOPES).as_str()),
                piece => text.push_str(PIECES[usize::from(piece - 128) % PIECES.len()]),
            }
        }
        text
    }
}
