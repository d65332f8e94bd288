"""The work of the scenario `table` with boto3; see the README above this folder."""

import os

import boto3

TABLE = os.environ["TABLE_NAME"]
CLIENT = boto3.client("dynamodb")


def read(key):
    answer = CLIENT.get_item(TableName=TABLE, Key={"id": {"S": key}}, ConsistentRead=True)
    return answer.get("Item")


if os.environ["CONNECT"] == "init":
    read("none")


def handler(event, context):
    item = {
        "id": {"S": context.aws_request_id},
        "customer": {"S": event["customer"]},
        "total": {"N": str(event["total"])},
    }
    CLIENT.put_item(TableName=TABLE, Item=item)
    found = read(context.aws_request_id)
    return {"customer": found["customer"]["S"], "total": int(found["total"]["N"])}
