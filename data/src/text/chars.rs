//! Characters: which of them scopes hold, which are not seen, which only look like others.

/// Whether a character occurs in scopes.
#[must_use]
pub const fn is_scope_character(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.')
}

/// Whether a byte can be a part of a segment of a scope.
#[must_use]
pub const fn is_segment_byte(byte: u8) -> bool {
    byte != b'.' && is_scope_character(byte as char)
}

/// Whether a text can be a segment of a scope: it consists of what scopes hold between dots.
#[must_use]
pub fn is_segment(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| is_scope_character(c) && c != '.')
}

/// Whether a character stands between scopes.
#[must_use]
pub fn is_separator(c: char) -> bool {
    matches!(c, ',' | ';' | '+' | '|' | '\u{b7}' | '\u{2022}' | '\u{30fb}') || c.is_whitespace()
}

/// Whether a character commands instead of showing: controls, marks that turn the direction of writing,
/// what has no width. Joiners are letters' business and stay.
#[must_use]
pub fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// A character as it may be shown on a line of its own or in one: white space is a space, and nothing hides.
#[must_use]
pub fn shown(c: char) -> char {
    match c {
        c if c.is_whitespace() => ' ',
        c if is_hidden(c) => char::REPLACEMENT_CHARACTER,
        c => c,
    }
}

/// Whether a character would not be seen in a terminal, or be obeyed by it: more than documents hide, since
/// terminals show less.
#[must_use]
pub fn is_escaped(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_control();
    }
    let invisible = matches!(
        c,
        '\u{115f}'
            | '\u{1160}'
            | '\u{17b4}'
            | '\u{17b5}'
            | '\u{180b}'..='\u{180f}'
            | '\u{3164}'
            | '\u{ffa0}'
            | '\u{fff0}'..='\u{fff8}'
            | '\u{1d173}'..='\u{1d17a}'
            // Skin tones: whether they take columns of their own depends on the terminal.
            | '\u{1f3fb}'..='\u{1f3ff}'
            | '\u{e0080}'..='\u{e0fff}'
    );
    is_hidden(c) || invisible || meant(c).is_none()
}

/// The plain character that a look-alike stands for; none where there is nothing to see.
#[must_use]
pub fn meant(c: char) -> Option<char> {
    Some(match c {
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' => {
            return None;
        }
        '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' => return None,
        '\u{3002}' | '\u{ff61}' | '\u{2024}' | '\u{fe52}' => '.',
        '\u{3001}' | '\u{ff64}' | '\u{60c}' | '\u{fe50}' | '\u{fe51}' => ',',
        '\u{61b}' | '\u{fe54}' => ';',
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe63}' => '-',
        // Full-width forms of ASCII keep its order.
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        other => other,
    })
}

/// The ASCII letter that a letter of another script looks like: those of Cyrillic and Greek that most fonts draw alike.
#[must_use]
pub fn looks_like(letter: char) -> Option<char> {
    Some(match letter {
        '\u{410}' | '\u{391}' => 'A',
        '\u{412}' | '\u{392}' => 'B',
        '\u{421}' => 'C',
        '\u{415}' | '\u{395}' => 'E',
        '\u{41d}' | '\u{397}' => 'H',
        '\u{406}' | '\u{399}' => 'I',
        '\u{408}' => 'J',
        '\u{41a}' | '\u{39a}' => 'K',
        '\u{41c}' | '\u{39c}' => 'M',
        '\u{39d}' => 'N',
        '\u{41e}' | '\u{39f}' => 'O',
        '\u{420}' | '\u{3a1}' => 'P',
        '\u{405}' => 'S',
        '\u{422}' | '\u{3a4}' => 'T',
        '\u{425}' | '\u{3a7}' => 'X',
        '\u{3a5}' => 'Y',
        '\u{396}' => 'Z',
        '\u{430}' => 'a',
        '\u{441}' => 'c',
        '\u{435}' => 'e',
        '\u{456}' => 'i',
        '\u{458}' => 'j',
        '\u{43e}' | '\u{3bf}' => 'o',
        '\u{440}' => 'p',
        '\u{455}' => 's',
        '\u{3bd}' => 'v',
        '\u{445}' => 'x',
        '\u{443}' => 'y',
        _ => return None,
    })
}
