"""The Python function under measurement.

Event: a function URL request (payload 2.0,
https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html). The native Java function in
lambda/ answers the same, to the letter; only `runtime` and the times differ.
"""

import json
import re
import time

DEFAULT_N = 40
MAX_N = 78  # the largest whose Fibonacci number a JSON number carries exactly
ITEMS = 100_000

_DIGITS = re.compile(r"[0-9]{1,10}")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")  # Python's strings hold pairs as one character


def handler(event, context):
    if isinstance(event, dict) and "coldbench" in event:
        return _answer(200, _sandbox())
    given = _query(event).get("n")
    if given is None:
        return _answer(200, _measure(DEFAULT_N))
    if not isinstance(given, str):
        return _refuse("not a string")
    if not _DIGITS.fullmatch(given) or int(given) > MAX_N:
        return _refuse(f'"{given}"')
    return _answer(200, _measure(int(given)))


def fibonacci(n):
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + b
    return a


def milliseconds(nanoseconds):
    """Plain decimals with six digits: a float would print small times with an exponent."""
    return f"{nanoseconds // 1_000_000}.{nanoseconds % 1_000_000:06d}"


def _measure(n):
    start = time.perf_counter_ns()
    result = fibonacci(n)
    computed = time.perf_counter_ns()
    squares = [i * i for i in range(ITEMS)]
    allocated = time.perf_counter_ns()
    # Outside the timed part, but in the answer: so the list is used and cannot be left out.
    checksum = sum(squares)
    return (
        f'{{"runtime": "python", "fib_result": {result}, "fib_n": {n}, '
        f'"compute_ms": {milliseconds(computed - start)}, "alloc_items": {len(squares)}, '
        f'"alloc_ms": {milliseconds(allocated - computed)}, '
        f'"total_ms": {milliseconds(allocated - start)}, "checksum": {checksum}}}'
    )


def _sandbox():
    """What the kernel tells of the machine below the sandbox, as it tells it."""
    told = {
        "cpuinfo": _head("/proc/cpuinfo", 1024),
        "kernel": _head("/proc/sys/kernel/osrelease", 64),
        "meminfo": _head("/proc/meminfo", 64),
    }
    return json.dumps(told, ensure_ascii=False)


def _head(path, most):
    try:
        with open(path, "rb", buffering=0) as file:
            return file.read(most).decode("utf-8", "replace")
    except OSError:
        return ""


def _query(event):
    parameters = event.get("queryStringParameters") if isinstance(event, dict) else None
    return parameters if isinstance(parameters, dict) else {}


def _refuse(given):
    message = f"n is {given}, expected a whole number from 0 to {MAX_N}"
    body = json.dumps({"error": message}, ensure_ascii=False)
    return _answer(400, _LONE_SURROGATE.sub(lambda found: f"\\u{ord(found[0]):04x}", body))


def _answer(status, body):
    return {
        "statusCode": status,
        "headers": {"content-type": "application/json"},
        "body": body,
    }
