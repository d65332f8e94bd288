//! JSON (RFC 8259), read value by value: what is skipped is checked and not kept.
//!
//! Strings are bytes, since UTF-8 has no surrogates without a partner and JSON does: such a one
//! stands as UTF-8 would write it (WTF-8).

use std::borrow::Cow;
use std::fmt::{self, Display};

const MOST_DEEP: usize = 128;

/// Where a text is not JSON, or deeper than `MOST_DEEP`.
#[derive(Debug)]
pub struct Invalid(usize);

impl Display for Invalid {
    fn fmt(&self, to: &mut fmt::Formatter) -> fmt::Result {
        write!(to, "the event is not valid JSON at byte {}", self.0)
    }
}

impl std::error::Error for Invalid {}

pub struct Reader<'a> {
    text: &'a [u8],
    at: usize,
    depth: usize,
}

type Checked<T> = Result<T, Invalid>;

impl<'a> Reader<'a> {
    pub fn new(text: &'a str) -> Self {
        Self { text: text.as_bytes(), at: 0, depth: 0 }
    }

    /// The first byte of the next value, 0 at the end.
    pub fn peek(&mut self) -> u8 {
        while matches!(self.byte(), b' ' | b'\t' | b'\n' | b'\r') {
            self.at += 1;
        }
        self.byte()
    }

    /// Of an object: `read` has to take the value of each name. Any other value is skipped.
    pub fn members(&mut self, mut read: impl FnMut(&mut Self, &[u8]) -> Checked<()>) -> Checked<()> {
        if self.peek() != b'{' {
            return self.skip();
        }
        self.list(b'}', |reader| {
            reader.peek();
            let name = reader.string()?;
            if reader.peek() != b':' {
                return reader.invalid();
            }
            reader.at += 1;
            read(reader, &name)
        })
    }

    pub fn skip(&mut self) -> Checked<()> {
        match self.peek() {
            b'{' => self.members(|reader, _| reader.skip()),
            b'[' => self.list(b']', Self::skip),
            b'"' => self.string().map(|_| ()),
            b'n' => self.word(b"null"),
            b't' => self.word(b"true"),
            b'f' => self.word(b"false"),
            _ => self.number(),
        }
    }

    pub fn end(&mut self) -> Checked<()> {
        self.peek();
        if self.at < self.text.len() { self.invalid() } else { Ok(()) }
    }

    /// Copied only if something of it is escaped.
    pub fn string(&mut self) -> Checked<Cow<'a, [u8]>> {
        self.word(b"\"")?;
        let mut string = Cow::Borrowed(self.plain());
        while !self.take(b"\"") {
            self.word(b"\\")?;
            self.escape(string.to_mut())?;
            let plain = self.plain();
            string.to_mut().extend(plain);
        }
        Ok(string)
    }

    fn invalid<T>(&self) -> Checked<T> {
        Err(Invalid(self.at))
    }

    fn byte(&self) -> u8 {
        self.text.get(self.at).copied().unwrap_or(0)
    }

    /// Whether these bytes are next; then they are taken.
    fn take(&mut self, bytes: &[u8]) -> bool {
        let found = self.text[self.at..].starts_with(bytes);
        self.at += if found { bytes.len() } else { 0 };
        found
    }

    fn word(&mut self, word: &[u8]) -> Checked<()> {
        if self.take(word) { Ok(()) } else { self.invalid() }
    }

    /// From the bracket at its start to the one at its end.
    fn list(&mut self, end: u8, mut read: impl FnMut(&mut Self) -> Checked<()>) -> Checked<()> {
        if self.depth == MOST_DEEP {
            return self.invalid();
        }
        self.depth += 1;
        self.at += 1;
        if self.peek() != end {
            read(self)?;
            while self.peek() == b',' {
                self.at += 1;
                read(self)?;
            }
        }
        self.depth -= 1;
        self.word(&[end])
    }

    fn number(&mut self) -> Checked<()> {
        self.take(b"-");
        if !self.take(b"0") {
            self.digits()?;
        }
        if self.take(b".") {
            self.digits()?;
        }
        if self.take(b"e") || self.take(b"E") {
            let _signed = self.take(b"+") || self.take(b"-");
            self.digits()?;
        }
        Ok(())
    }

    fn digits(&mut self) -> Checked<()> {
        let start = self.at;
        while self.byte().is_ascii_digit() {
            self.at += 1;
        }
        if self.at == start { self.invalid() } else { Ok(()) }
    }

    /// Up to what ends a string, or an escape.
    fn plain(&mut self) -> &'a [u8] {
        let rest = &self.text[self.at..];
        let length = rest.iter().position(|byte| matches!(byte, b'"' | b'\\' | 0..=0x1f)).unwrap_or(rest.len());
        self.at += length;
        &rest[..length]
    }

    fn escape(&mut self, string: &mut Vec<u8>) -> Checked<()> {
        let letter = self.byte();
        string.push(match letter {
            b'"' | b'\\' | b'/' => letter,
            b'b' => 8,
            b'f' => 12,
            b'n' => b'\n',
            b'r' => b'\r',
            b't' => b'\t',
            b'u' => return self.escaped_unit(string),
            _ => return self.invalid(),
        });
        self.at += 1;
        Ok(())
    }

    /// `uXXXX`, and the next one if both are one character.
    fn escaped_unit(&mut self, string: &mut Vec<u8>) -> Checked<()> {
        let unit = self.unit()?;
        let behind = self.at;
        if (0xd800..0xdc00).contains(&unit) && self.take(b"\\") && self.byte() == b'u' {
            let low = self.unit()?;
            if (0xdc00..0xe000).contains(&low) {
                encode(0x10000 + ((unit & 0x3ff) << 10) + (low & 0x3ff), string);
                return Ok(());
            }
        }
        self.at = behind;
        encode(unit, string);
        Ok(())
    }

    fn unit(&mut self) -> Checked<u32> {
        let mut unit = 0;
        for byte in self.text.get(self.at + 1..self.at + 5).unwrap_or(b"?") {
            match (*byte as char).to_digit(16) {
                Some(digit) => unit = unit * 16 + digit,
                None => return self.invalid(),
            }
        }
        self.at += 5;
        Ok(unit)
    }
}

fn encode(character: u32, to: &mut Vec<u8>) {
    let last = |shift: u32| 0x80 | (character >> shift & 0x3f) as u8;
    match character {
        0..=0x7f => to.push(character as u8),
        0x80..=0x7ff => to.extend([0xc0 | (character >> 6) as u8, last(0)]),
        0x800..=0xffff => to.extend([0xe0 | (character >> 12) as u8, last(6), last(0)]),
        _ => to.extend([0xf0 | (character >> 18) as u8, last(12), last(6), last(0)]),
    }
}

/// As JSON demands and no more; a surrogate without its partner is escaped again.
pub fn quote(string: &[u8], to: &mut Vec<u8>) {
    to.push(b'"');
    let mut i = 0;
    while i < string.len() {
        let byte = string[i];
        match byte {
            b'"' | b'\\' => to.extend([b'\\', byte]),
            8 => to.extend(b"\\b"),
            b'\t' => to.extend(b"\\t"),
            b'\n' => to.extend(b"\\n"),
            12 => to.extend(b"\\f"),
            b'\r' => to.extend(b"\\r"),
            0..=0x1f => to.extend(format!("\\u{byte:04x}").bytes()),
            0xed if string[i + 1] >= 0xa0 => {
                let unit = 0xd000 | u32::from(string[i + 1] & 0x3f) << 6 | u32::from(string[i + 2] & 0x3f);
                to.extend(format!("\\u{unit:04x}").bytes());
                i += 2;
            }
            _ => to.push(byte),
        }
        i += 1;
    }
    to.push(b'"');
}
