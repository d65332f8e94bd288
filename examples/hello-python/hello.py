"""A function of its own kind: another event than the benchmark's, another answer."""


def handler(event, context):
    names = event["names"]
    return {"greeting": "Hello " + " and ".join(names), "count": len(names)}
