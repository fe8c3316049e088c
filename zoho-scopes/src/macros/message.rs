//! Messages of errors in const evaluation.

/// A message put together in const evaluation. What does not fit is cut.
pub(crate) struct Message {
    bytes: [u8; 512],
    length: usize,
}

impl Message {
    /// The parts, one behind the other.
    pub(crate) const fn of(parts: &[&str]) -> Self {
        let mut message = Self { bytes: [0; 512], length: 0 };
        let mut part = 0;
        while part < parts.len() {
            let bytes = parts[part].as_bytes();
            let mut index = 0;
            while index < bytes.len() && message.length < message.bytes.len() {
                message.bytes[message.length] = bytes[index];
                message.length += 1;
                index += 1;
            }
            part += 1;
        }
        message
    }

    pub(crate) const fn as_str(&self) -> &str {
        match core::str::from_utf8(self.bytes.split_at(self.length).0) {
            Ok(text) => text,
            Err(_) => "not a scope of the catalogue",
        }
    }
}
