//! The library as a WebAssembly module: a question goes in, an answer comes out, both JSON.
//!
//! The page writes a question to where [`room`] says, calls [`answer`] and reads what lies there. There
//! is not an unsafe code but the names of the three exports, which the compiler counts as such: addresses
//! go out, none comes in. Three functions and two buffers do what a generator of bindings would do.

use std::cell::RefCell;

use zoho_scopes::Catalogue;
use zoho_scopes_cli::page::Page;

thread_local! {
    static PAGE: RefCell<Page> = RefCell::new(Page::new(Catalogue::builtin()));
    /// Holds the question, then the answer.
    static BUFFER: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

/// Makes room for a question of this many bytes, and says where.
#[expect(unsafe_code, reason = "an exported name")]
#[unsafe(no_mangle)]
pub extern "C" fn room(length: usize) -> *const u8 {
    BUFFER.with_borrow_mut(|buffer| {
        buffer.clear();
        buffer.resize(length, 0);
        buffer.as_ptr()
    })
}

/// Answers the question that lies there, and says where the answer lies.
#[expect(unsafe_code, reason = "an exported name")]
#[unsafe(no_mangle)]
pub extern "C" fn answer() -> *const u8 {
    BUFFER.with_borrow_mut(|buffer| {
        let answer = PAGE.with_borrow_mut(|page| page.answer(&String::from_utf8_lossy(buffer)));
        *buffer = answer.into_bytes();
        buffer.as_ptr()
    })
}

/// The length of the answer in bytes.
#[expect(unsafe_code, reason = "an exported name")]
#[unsafe(no_mangle)]
pub extern "C" fn length() -> usize {
    BUFFER.with_borrow(Vec::len)
}
