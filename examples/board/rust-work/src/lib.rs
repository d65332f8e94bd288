//! What is measured, and which `n` the contract takes: for `rust-std` and `rust-runtime`.

use std::hint::black_box;
use std::time::{Duration, Instant};

pub const DEFAULT_N: u64 = 40;
pub const MAX_N: u64 = 78; // the largest whose Fibonacci number a JSON number carries exactly
const ITEMS: u64 = 100_000;

/// Of one to ten digits; none if they are something else, or more than `MAX_N`.
pub fn number(given: &[u8]) -> Option<u64> {
    let digits = (1..=10).contains(&given.len()) && given.iter().all(u8::is_ascii_digit);
    let n = std::str::from_utf8(given).ok()?.parse().ok()?;
    (digits && n <= MAX_N).then_some(n)
}

fn fibonacci(n: u64) -> u64 {
    (0..n).fold((0, 1), |(a, b), _| (b, a + b)).0
}

/// The body of the answer.
pub fn measure(runtime: &str, n: u64) -> String {
    let start = Instant::now();
    let result = black_box(fibonacci(black_box(n)));
    let computed = Instant::now();
    let squares: Vec<u64> = black_box((0..ITEMS).map(|i| i * i).collect());
    let allocated = Instant::now();
    // Outside the timed part, but in the answer: so the list is used and cannot be left out.
    let checksum: u64 = squares.iter().sum();
    format!(
        r#"{{"runtime": "{runtime}", "fib_result": {result}, "fib_n": {n}, "compute_ms": {}, "alloc_items": {}, "alloc_ms": {}, "total_ms": {}, "checksum": {checksum}}}"#,
        milliseconds(computed - start),
        squares.len(),
        milliseconds(allocated - computed),
        milliseconds(allocated - start),
    )
}

fn milliseconds(time: Duration) -> String {
    let nanoseconds = time.as_nanos();
    format!("{}.{:06}", nanoseconds / 1_000_000, nanoseconds % 1_000_000)
}
