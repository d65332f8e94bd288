## The contract in Nim, by its standard library alone: std/json and std/net. HTTP is its own.
##
## nim compile -d:release --mm:arc -d:lto --passL:-static --passL:-s

import std/[json, monotimes, net, os, strutils, times]

const
  defaultN = 40
  maxN = 78 # the largest whose Fibonacci number a JSON number carries exactly
  items = 100_000
  api = "/2018-06-01/runtime/invocation/"

# ---- The Runtime API: https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html

proc fail(why: string) {.noreturn.} =
  quit("bootstrap: " & why, 1)

type Connection = object
  socket: Socket
  host: string
  received: string # what was read and not yet taken stands at `at` and behind
  at: int

proc dial(): Connection =
  let host = getEnv("AWS_LAMBDA_RUNTIME_API")
  let parts = host.split(':')
  if parts.len != 2: fail("AWS_LAMBDA_RUNTIME_API is \"" & host & "\", expected address:port")
  result = Connection(socket: newSocket(buffered = false), host: host)
  result.socket.connect(parts[0], Port(parseInt(parts[1])))

proc receive(c: var Connection) =
  const most = 16384
  if c.at == c.received.len:
    c.received.setLen(0)
    c.at = 0
  let have = c.received.len
  c.received.setLen(have + most)
  let got = c.socket.recv(addr c.received[have], most)
  if got <= 0: fail("the Runtime API has closed the connection")
  c.received.setLen(have + got)

proc line(c: var Connection): string =
  var ends = c.received.find("\r\n", c.at)
  while ends < 0:
    c.receive()
    ends = c.received.find("\r\n", c.at)
  result = c.received[c.at ..< ends]
  c.at = ends + 2

proc take(c: var Connection, length: int): string =
  while c.received.len - c.at < length: c.receive()
  result = c.received[c.at ..< c.at + length]
  c.at += length

proc response(c: var Connection): tuple[id, content: string] =
  let status = c.line()
  if not status.startsWith("HTTP/1.1 2"): fail("the Runtime API says \"" & status & "\", expected 2xx")
  var length = -1
  while true:
    let field = c.line()
    if field.len == 0: break
    let colon = field.find(':')
    let name = field[0 ..< colon]
    if cmpIgnoreCase(name, "Content-Length") == 0:
      length = parseInt(field[colon + 1 .. ^1].strip)
    elif cmpIgnoreCase(name, "Lambda-Runtime-Aws-Request-Id") == 0:
      result.id = field[colon + 1 .. ^1].strip
  if length >= 0:
    result.content = c.take(length)
    return
  while length != 0: # chunks
    length = parseHexInt(c.line())
    result.content.add c.take(length)
    discard c.line()

# ---- The contract

## As JSON demands and no more: std/json's escapeJson writes hexadecimal digits in upper case.
proc quoted(text: string): string =
  result = "\""
  for c in text:
    case c
    of '"', '\\': result.add '\\' & c
    of '\b': result.add "\\b"
    of '\t': result.add "\\t"
    of '\n': result.add "\\n"
    of '\f': result.add "\\f"
    of '\r': result.add "\\r"
    of '\x00' .. '\x07', '\x0b', '\x0e' .. '\x1f': result.add "\\u" & toHex(ord(c), 4).toLowerAscii
    else: result.add c
  result.add '"'

proc number(given: string): int =
  if given.len notin 1 .. 10 or not given.allCharsInSet(Digits): return -1
  result = parseInt(given)
  if result > maxN: result = -1

proc milliseconds(duration: Duration): string =
  let nanoseconds = duration.inNanoseconds
  $(nanoseconds div 1_000_000) & "." & align($(nanoseconds mod 1_000_000), 6, '0')

proc measure(n: int): string =
  let start = getMonoTime()
  var (a, b) = (0'u64, 1'u64)
  for i in 0 ..< n: (a, b) = (b, a + b)
  let computed = getMonoTime()
  var squares = newSeqUninitialized[uint64](items)
  for i in 0 ..< items: squares[i] = uint64(i) * uint64(i)
  let allocated = getMonoTime()
  # Outside the timed part, but in the answer.
  var checksum = 0'u64
  for square in squares: checksum += square
  "{\"runtime\": \"nim\", \"fib_result\": " & $a & ", \"fib_n\": " & $n &
    ", \"compute_ms\": " & milliseconds(computed - start) &
    ", \"alloc_items\": " & $squares.len &
    ", \"alloc_ms\": " & milliseconds(allocated - computed) &
    ", \"total_ms\": " & milliseconds(allocated - start) & ", \"checksum\": " & $checksum & "}"

proc answer(event: JsonNode): string =
  let given = event{"queryStringParameters", "n"}
  var n = -1
  var wrong = "not a string"
  if given.isNil or given.kind == JNull:
    n = defaultN
  elif given.kind == JString:
    n = number(given.str)
    wrong = "\"" & given.str & "\""
  let (status, body) =
    if n >= 0: (200, measure(n))
    else: (400, "{\"error\": " & quoted("n is " & wrong & ", expected a whole number from 0 to " & $maxN) & "}")
  "{\"statusCode\": " & $status & ", \"headers\": {\"content-type\": \"application/json\"}, \"body\": " &
    quoted(body) & "}"

proc takeOne(c: var Connection) =
  c.socket.send("GET " & api & "next HTTP/1.1\r\nHost: " & c.host & "\r\n\r\n")
  let (id, event) = c.response()
  if id.len == 0: fail("the Runtime API tells no request id")
  let text = answer(parseJson(event))
  c.socket.send("POST " & api & id & "/response HTTP/1.1\r\nHost: " & c.host &
    "\r\nContent-Length: " & $text.len & "\r\n\r\n" & text)
  discard c.response()

var connection = dial()
while true: connection.takeOne()
