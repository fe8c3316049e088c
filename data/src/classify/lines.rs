//! Files of lines that are compiled in: where the lines begin is known beforehand, so that a line is cut into fields where
//! its beginning fits.

/// How many lines a file has that are no comments.
pub(super) const fn count(file: &str) -> usize {
    let bytes = file.as_bytes();
    let (mut place, mut found) = (0, 0);
    while place < bytes.len() {
        found += begins_line(bytes, place) as usize;
        place += 1;
    }
    found
}

/// Where they begin.
pub(super) const fn starts<const COUNT: usize>(file: &str) -> [usize; COUNT] {
    let bytes = file.as_bytes();
    let mut starts = [0; COUNT];
    let (mut place, mut found) = (0, 0);
    while place < bytes.len() {
        if begins_line(bytes, place) {
            starts[found] = place;
            found += 1;
        }
        place += 1;
    }
    starts
}

const fn begins_line(bytes: &[u8], place: usize) -> bool {
    (place == 0 || bytes[place - 1] == b'\n') && bytes[place] != b'#'
}
