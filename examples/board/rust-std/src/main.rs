//! The contract in Rust, by the standard library alone: HTTP and JSON are its own.
//! Static, so that nothing is loaded at its start: RUSTFLAGS="-C target-feature=+crt-static".

mod http;
mod json;

use http::RuntimeApi;
use json::{Invalid, Reader};
use std::error::Error;
use work::{measure, number, DEFAULT_N, MAX_N};

enum Given {
    Nothing,
    Text(Vec<u8>),
    Other,
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut api = RuntimeApi::connect(&std::env::var("AWS_LAMBDA_RUNTIME_API")?)?;
    loop {
        let (id, event) = api.next()?;
        let (status, body) = answer(given(std::str::from_utf8(&event)?)?);
        let mut text = format!(
            r#"{{"statusCode": {status}, "headers": {{"content-type": "application/json"}}, "body": "#
        )
        .into_bytes();
        json::quote(&body, &mut text);
        text.push(b'}');
        api.respond(&id, &text)?;
    }
}

/// The event's `queryStringParameters.n`.
fn given(event: &str) -> Result<Given, Invalid> {
    let mut given = Given::Nothing;
    let mut json = Reader::new(event);
    json.members(|event, name| {
        if name != b"queryStringParameters" {
            return event.skip();
        }
        given = Given::Nothing;
        event.members(|query, name| {
            if name != b"n" {
                return query.skip();
            }
            given = match query.peek() {
                b'"' => Given::Text(query.string()?.into_owned()),
                b'n' => query.skip().map(|()| Given::Nothing)?,
                _ => query.skip().map(|()| Given::Other)?,
            };
            Ok(())
        })
    })?;
    json.end()?;
    Ok(given)
}

fn answer(given: Given) -> (u16, Vec<u8>) {
    let n = match &given {
        Given::Nothing => Some(DEFAULT_N),
        Given::Text(text) => number(text),
        Given::Other => None,
    };
    match n {
        Some(n) => (200, measure("rust-std", n).into_bytes()),
        None => (400, refusal(given)),
    }
}

fn refusal(given: Given) -> Vec<u8> {
    let is = match given {
        Given::Text(text) => [b"\"", &text[..], b"\""].concat(),
        _ => b"not a string".to_vec(),
    };
    let range = format!(", expected a whole number from 0 to {MAX_N}");
    let mut body = br#"{"error": "#.to_vec();
    json::quote(&[b"n is ", &is[..], range.as_bytes()].concat(), &mut body);
    body.push(b'}');
    body
}
