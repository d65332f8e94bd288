//! The contract in Rust, by AWS's own crate for functions with any event.

use lambda_runtime::{run, service_fn, Error, LambdaEvent};
use serde_json::{json, Value};
use work::{measure, number, DEFAULT_N, MAX_N};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Error> {
    run(service_fn(handler)).await
}

async fn handler(event: LambdaEvent<Value>) -> Result<Value, Error> {
    let given = &event.payload["queryStringParameters"]["n"];
    let n = match given {
        Value::Null => Some(DEFAULT_N),
        Value::String(text) => number(text.as_bytes()),
        _ => None,
    };
    let (status, body) = match n {
        Some(n) => (200, measure("rust-runtime", n)),
        None => (400, refusal(given)),
    };
    Ok(json!({
        "statusCode": status,
        "headers": {"content-type": "application/json"},
        "body": body,
    }))
}

fn refusal(given: &Value) -> String {
    let is = match given {
        Value::String(text) => format!("\"{text}\""),
        _ => "not a string".to_string(),
    };
    let message = Value::from(format!("n is {is}, expected a whole number from 0 to {MAX_N}"));
    format!(r#"{{"error": {message}}}"#)
}
