//! The work of the scenario `table` by AWS's own SDK for Rust; see the README above this folder.

use aws_config::BehaviorVersion;
use aws_sdk_dynamodb::{types::AttributeValue, Client};
use lambda_runtime::{run, service_fn, Error, LambdaEvent};
use serde::{Deserialize, Serialize};
use std::env;

#[derive(Serialize, Deserialize)]
struct Order {
    customer: String,
    total: i64,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Error> {
    let config = aws_config::load_defaults(BehaviorVersion::latest()).await;
    let client = Client::new(&config);
    let table = env::var("TABLE_NAME")?;
    if env::var("CONNECT")? == "init" {
        read(&client, &table, "none").await?;
    }
    run(service_fn(|event| handle(&client, &table, event))).await
}

async fn handle(
    client: &Client,
    table: &str,
    event: LambdaEvent<Order>,
) -> Result<Order, Error> {
    let order = event.payload;
    let id = event.context.request_id;
    client
        .put_item()
        .table_name(table)
        .item("id", AttributeValue::S(id.clone()))
        .item("customer", AttributeValue::S(order.customer))
        .item("total", AttributeValue::N(order.total.to_string()))
        .send()
        .await?;
    read(client, table, &id).await?.ok_or_else(|| "the item is not there".into())
}

async fn read(client: &Client, table: &str, id: &str) -> Result<Option<Order>, Error> {
    let answer = client
        .get_item()
        .table_name(table)
        .key("id", AttributeValue::S(id.to_string()))
        .consistent_read(true)
        .send()
        .await?;
    let Some(item) = answer.item else {
        return Ok(None);
    };
    let customer = item.get("customer").and_then(|value| value.as_s().ok());
    let total = item.get("total").and_then(|value| value.as_n().ok());
    match (customer, total) {
        (Some(customer), Some(total)) => Ok(Some(Order {
            customer: customer.clone(),
            total: total.parse()?,
        })),
        _ => Err("the item is not an order".into()),
    }
}
