//! The benchmark's work in Rust, by AWS's own crate for functions that answer HTTP.
//!
//! It answers as `python-fn/` and `lambda/` do; only `runtime` and the times differ.

use lambda_http::{run, service_fn, Error, Request, RequestExt, Response};
use serde_json::Value;
use std::hint::black_box;
use std::time::{Duration, Instant};

const DEFAULT_N: u64 = 40;
const MAX_N: u64 = 78; // the largest whose Fibonacci number a JSON number carries exactly
const ITEMS: u64 = 100_000;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Error> {
    run(service_fn(handler)).await
}

async fn handler(request: Request) -> Result<Response<String>, Error> {
    let query = request.query_string_parameters();
    match query.first("n") {
        None => answer(200, measure(DEFAULT_N)),
        Some(given) => match number(given) {
            Some(n) => answer(200, measure(n)),
            None => answer(400, refusal(given)),
        },
    }
}

fn number(given: &str) -> Option<u64> {
    let digits = (1..=10).contains(&given.len()) && given.bytes().all(|byte| byte.is_ascii_digit());
    let n = given.parse().ok()?;
    (digits && n <= MAX_N).then_some(n)
}

fn fibonacci(n: u64) -> u64 {
    (0..n).fold((0, 1), |(a, b), _| (b, a + b)).0
}

fn measure(n: u64) -> String {
    let start = Instant::now();
    let result = fibonacci(n);
    let computed = Instant::now();
    let squares: Vec<u64> = black_box((0..ITEMS).map(|i| i * i).collect());
    let allocated = Instant::now();
    // Outside the timed part, but in the answer: so the list is used and cannot be left out.
    let checksum: u64 = squares.iter().sum();
    format!(
        r#"{{"runtime": "rust", "fib_result": {result}, "fib_n": {n}, "compute_ms": {}, "alloc_items": {}, "alloc_ms": {}, "total_ms": {}, "checksum": {checksum}}}"#,
        milliseconds(computed - start),
        squares.len(),
        milliseconds(allocated - computed),
        milliseconds(allocated - start),
    )
}

/// Plain decimals with six digits, as the other functions write them.
fn milliseconds(time: Duration) -> String {
    let nanoseconds = time.as_nanos();
    format!("{}.{:06}", nanoseconds / 1_000_000, nanoseconds % 1_000_000)
}

fn refusal(given: &str) -> String {
    let message = Value::from(format!(
        "n is \"{given}\", expected a whole number from 0 to {MAX_N}"
    ));
    format!(r#"{{"error": {message}}}"#)
}

fn answer(status: u16, body: String) -> Result<Response<String>, Error> {
    let response = Response::builder()
        .status(status)
        .header("content-type", "application/json");
    Ok(response.body(body)?)
}
