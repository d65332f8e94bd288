# A runtime as anybody could write one. What it does is asked for in the event or in the variable AT_INIT.
import http.client
import json
import os
import signal
import sys
import threading
import time

API = "/2018-06-01/runtime"
connection = http.client.HTTPConnection(os.environ["AWS_LAMBDA_RUNTIME_API"])


def call(method, path, body=None, headers=None):
    connection.request(method, API + path, body, headers or {})
    response = connection.getresponse()
    return response, response.read()


def answer(request_id, body, **how):
    return call("POST", f"/invocation/{request_id}/response", body, **how)


def chunks(text):
    for character in text:
        yield character.encode()


def own(controller, *names):
    """What our control group's file of that name holds, whatever its version."""
    for line in open("/proc/self/cgroup"):
        _, controllers, group = line.strip().split(":", 2)
        if controller in controllers.split(",") or not controllers:
            for root in (f"/sys/fs/cgroup/{controller}", "/sys/fs/cgroup"):
                for name in names:
                    if os.path.exists(f"{root}{group}/{name}"):
                        return open(f"{root}{group}/{name}").read().split()[0]
    return "none"


def quota():
    return own("cpu", "cpu.cfs_quota_us", "cpu.max")


quota_at_init = quota()
at_init = os.environ.get("AT_INIT", "")
if at_init.startswith("exit"):
    print("leaving at init", flush=True)
    sys.exit(int(at_init.split()[1]))
if at_init == "error":
    error = {"errorType": "Broken", "errorMessage": "by design", "stackTrace": []}
    call("POST", "/init/error", json.dumps(error), {"Lambda-Runtime-Function-Error-Type": "Runtime.Broken"})
    sys.exit(1)
if at_init.startswith("sleep"):
    time.sleep(float(at_init.split()[1]))
if at_init.startswith("print"):
    print(at_init[6:], flush=True)

gaps = [0.0]


def background():
    last = time.monotonic()
    while True:
        time.sleep(0.01)
        now = time.monotonic()
        gaps.append(now - last)
        last = now


calls = 0
while True:
    response, event = call("GET", "/invocation/next")
    calls += 1
    request_id = response.getheader("Lambda-Runtime-Aws-Request-Id")
    try:
        wish = json.loads(event)
    except ValueError:
        wish = {}
    if not isinstance(wish, dict):
        wish = {}
    what = wish.get("do", "echo")
    if what == "echo":
        answer(request_id, wish.get("queryStringParameters", {}).get("answer") or event)
    elif what == "describe":
        headers = {name.lower(): value for name, value in response.getheaders()}
        me = {"pid": os.getpid(), "calls": calls, "headers": headers, "environment": dict(os.environ),
              "directory": os.getcwd(), "descriptors": sorted(os.listdir("/proc/self/fd")),
              "stdin": os.readlink("/proc/self/fd/0")}
        answer(request_id, json.dumps(me))
    elif what == "print":
        sys.stdout.write(wish["text"])
        sys.stdout.flush()
        answer(request_id, "{}")
    elif what == "printAndExit":
        sys.stderr.write(wish["text"])
        sys.stderr.flush()
        os._exit(wish["status"])
    elif what == "printAndAwait":
        print(wish["text"], flush=True)
        while not os.path.exists(os.environ["LAMBDA_TASK_ROOT"] + "/go"):
            time.sleep(0.01)
        answer(request_id, "{}")
    elif what == "kill":
        os.kill(os.getpid(), wish["signal"])
        time.sleep(5)
    elif what == "answerAndExit":
        answer(request_id, '"good bye"')
        os._exit(0)
    elif what == "answerAndSleep":
        answer(request_id, '"good night"')
        time.sleep(wish["seconds"])
    elif what == "error":
        error = {"errorType": "ValueError", "errorMessage": "as asked", "stackTrace": ["here"]}
        call("POST", f"/invocation/{request_id}/error", json.dumps(error),
             {"Lambda-Runtime-Function-Error-Type": "Function.ValueError"})
    elif what == "sleep":
        time.sleep(wish["seconds"])
        answer(request_id, '"awake"')
    elif what == "large":
        status = answer(request_id, '"' + "x" * (wish["bytes"] - 2) + '"')[0].status
        print("status", status, flush=True)
    elif what == "chunked":
        answer(request_id, chunks(wish["text"]))
    elif what == "wrongId":
        first = answer("8c8e5a1e-0000-0000-0000-000000000000", "{}")
        second = call("GET", "/invocation/next")
        third = call("GET", "/nowhere")
        answer(request_id, json.dumps([[r.status, json.loads(b)["errorType"]] for r, b in (first, second, third)]))
    elif what == "reconnect":
        connection.close()
        answer(request_id, '"on another connection"')
    elif what == "children":
        child = os.fork()
        if child == 0:
            time.sleep(60)
        answer(request_id, json.dumps([os.getpid(), child]))
    elif what == "burn":
        started, until = time.monotonic(), time.process_time() + wish["cpuSeconds"]
        while time.process_time() < until:
            pass
        answer(request_id, json.dumps(time.monotonic() - started))
    elif what == "quotas":
        answer(request_id, json.dumps([quota_at_init, quota(), own("cpu", "cpu.shares", "cpu.weight")]))
    elif what == "background":
        if len(gaps) == 1:
            threading.Thread(target=background, daemon=True).start()
        answer(request_id, json.dumps(max(gaps)))
    elif what == "files":
        try:
            open(os.environ["LAMBDA_TASK_ROOT"] + "/new", "w")
            written = "written"
        except OSError as error:
            written = error.strerror
        before = sorted(os.listdir("/tmp"))
        open("/tmp/mine", "w").write("x")
        answer(request_id, json.dumps({"taskRoot": written, "tmp": before}))
    elif what == "allocate":
        block = bytearray(wish["mb"] * 1024 * 1024)
        answer(request_id, json.dumps(len(block)))
