// The least that a function can be: one static program, the Runtime API over one connection, and the
// contract of lambda/README.md. What it takes to start is the platform's own part of a cold start.
//
// Runtime API: https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum {
    EVENT_MOST = 6 << 20,        // of a synchronous call; Lambda refuses longer ones
    HEAD_MOST = 64 << 10,
    ID_MOST = 128,
    DEFAULT_N = 40,
    MAX_N = 78,
    DIGITS_MOST = 10,
    ITEMS = 100000,
    ESCAPED = 1 << 16,           // marks what stood as \uXXXX
};

// Untouched pages take no memory. Escaping doubles a text at most.
static char in[EVENT_MOST + 2 * HEAD_MOST], out[2 * EVENT_MOST + HEAD_MOST];
static char host[64];
static int api;

static void fail(const char* why) {
    if (write(2, "bare: ", 6) < 0 || write(2, why, strlen(why)) < 0 || write(2, "\n", 1) < 0) _exit(2);
    _exit(1);
}

static char* append(char* to, const char* text) {
    size_t length = strlen(text);
    memcpy(to, text, length);
    return to + length;
}

static char* append_number(char* to, uint64_t number, int digits) {
    char reversed[20];
    int count = 0;
    do reversed[count++] = '0' + number % 10; while (number /= 10);
    while (count < digits) reversed[count++] = '0';
    while (count) *to++ = reversed[--count];
    return to;
}

// ---- HTTP

static void dial(void) {
    const char* authority = getenv("AWS_LAMBDA_RUNTIME_API");
    if (!authority || strlen(authority) >= sizeof host) fail("AWS_LAMBDA_RUNTIME_API is not set, expected address:port");
    strcpy(host, authority);
    char* colon = strchr(host, ':');
    struct sockaddr_in address = {.sin_family = AF_INET};
    if (colon) {
        *colon = 0;
        address.sin_port = htons(atoi(colon + 1));
    }
    if (!colon || inet_pton(AF_INET, host, &address.sin_addr) != 1) fail("AWS_LAMBDA_RUNTIME_API is no IPv4 address with a port");
    *colon = ':';
    api = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (api < 0 || connect(api, (struct sockaddr*) &address, sizeof address)) fail("the Runtime API cannot be reached");
}

static void send_all(const char* bytes, size_t count) {
    while (count) {
        ssize_t sent = write(api, bytes, count);
        if (sent < 0 && errno == EINTR) continue;
        if (sent <= 0) fail("the Runtime API takes no more");
        bytes += sent;
        count -= sent;
    }
}

// Reads on behind what is there, and ends the text with 0.
static size_t receive(size_t have) {
    ssize_t got;
    if (have >= sizeof in - 1) fail("the Runtime API sends more than an event can be");
    do got = read(api, in + have, sizeof in - 1 - have); while (got < 0 && errno == EINTR);
    if (got <= 0) fail("the Runtime API has closed the connection");
    in[have + got] = 0;
    return have + got;
}

// The value of a header field, up to the end of its line; NULL if there is none.
static char* field(const char* name) {
    size_t length = strlen(name);
    for (char* line = strstr(in, "\r\n"); line && line[2] != '\r'; line = strstr(line + 2, "\r\n")) {
        if (!strncasecmp(line + 2, name, length) && line[2 + length] == ':') {
            char* value = line + 3 + length;
            return value + strspn(value, " \t");
        }
    }
    return NULL;
}

// Chunks, put together where the first of them stands.
static size_t join_chunks(char* content, size_t have) {
    char *to = content, *from = content;
    while (1) {
        char* line;
        while (!(line = strstr(from, "\r\n"))) have = receive(have);
        size_t length = strtoul(from, NULL, 16);
        from = line + 2;
        if (length > EVENT_MOST) fail("the Runtime API sends more than an event can be");
        while (in + have < from + length + 2) have = receive(have);
        if (!length) break;
        memmove(to, from, length);
        to += length;
        from += length + 2;
    }
    *to = 0;
    return have;
}

// The response's content, ended by 0; its head stands before it. What came along behind it is kept for the next one.
static char* response(void) {
    static size_t have, used;
    static char cut;
    have -= used;
    memmove(in, in + used, have);
    if (have) in[0] = cut;
    in[have] = 0;
    char* end;
    while (!(end = strstr(in, "\r\n\r\n"))) have = receive(have);
    char* content = end + 4;
    char* length = field("Content-Length");
    if (!length) {
        if (!field("Transfer-Encoding")) fail("the Runtime API tells no length");
        used = have = join_chunks(content, have);
        return content;
    }
    used = content - in + strtoul(length, NULL, 10);
    if (used >= sizeof in) fail("the Runtime API sends more than an event can be");
    while (have < used) have = receive(have);
    cut = in[used];
    in[used] = 0;
    return content;
}

// ---- JSON: events are valid, Lambda takes no others

static char* space(char* at) {
    return at + strspn(at, " \t\r\n");
}

static char* past_string(char* at) {
    for (at++; *at && *at != '"'; at++) {
        if (*at == '\\' && at[1]) at++;
    }
    return *at ? at + 1 : at;
}

// Up to the comma or the bracket behind a value.
static char* past_value(char* at) {
    for (int depth = 0; *at; at++) {
        if (*at == '"') at = past_string(at) - 1;
        else if (*at == '{' || *at == '[') depth++;
        else if ((*at == ',' && !depth) || ((*at == '}' || *at == ']') && !depth--)) break;
    }
    return at;
}

// A character of a string: a byte of UTF-8, or a unit of UTF-16 that was escaped; -1 at its end.
static int unit(char** at) {
    unsigned char c = **at;
    if (!c || c == '"') return -1;
    ++*at;
    if (c != '\\') return c;
    c = **at;
    if (!c) return -1;
    ++*at;
    if (c != 'u') return c == 'b' ? '\b' : c == 't' ? '\t' : c == 'n' ? '\n' : c == 'f' ? '\f' : c == 'r' ? '\r' : c;
    char hex[5] = {0};
    strncpy(hex, *at, 4);
    *at += strlen(hex);
    return ESCAPED | (int) strtoul(hex, NULL, 16);
}

static int is(char* string, const char* name) {
    int c;
    for (string++; (c = unit(&string)) >= 0; name++) {
        if (!*name || (c & 0xffff) != *name) return 0;
    }
    return !*name;
}

// An object's member, the last of that name; NULL if there is none, or no object.
static char* member(char* at, const char* name) {
    char* found = NULL;
    if (!at || *at != '{') return NULL;
    for (at = space(at + 1); *at == '"'; at = space(at + (*at == ','))) {
        char* key = at;
        at = space(past_string(at));
        at = space(at + (*at == ':'));
        if (is(key, name)) found = at;
        at = past_value(at);
    }
    return found;
}

// ---- The answer: {"statusCode": …, "headers": …, "body": "…"}, the body's text being JSON again

static char* body(char* to, char c) {
    if (c == '"' || c == '\\') *to++ = '\\';
    *to++ = c;
    return to;
}

static char* body_text(char* to, const char* text) {
    while (*text) to = body(to, *text++);
    return to;
}

static char* body_escape(char* to, int c) {
    static const char letters[] = "\bb\tt\nn\ff\rr\"\"\\\\";
    static const char hex[] = "0123456789abcdef";
    to = body(to, '\\');
    for (const char* each = letters; *each; each += 2) {
        if (*each == c) return body(to, each[1]);
    }
    *to++ = 'u';
    for (int shift = 12; shift >= 0; shift -= 4) *to++ = hex[c >> shift & 15];
    return to;
}

// A string of the event as JSON wants it and no more; a surrogate without its partner stays escaped.
static char* body_string(char* to, char* string) {
    int c;
    for (string++; (c = unit(&string)) >= 0;) {
        int escaped = c & ESCAPED;
        c &= 0xffff;
        if (c < ' ' || c == '"' || c == '\\') {
            to = body_escape(to, c);
        } else if (!escaped || c < 0x80) {
            *to++ = c;
        } else if (c < 0x800) {
            *to++ = 0xc0 | c >> 6;
            *to++ = 0x80 | (c & 0x3f);
        } else if (c < 0xd800 || c > 0xdfff) {
            *to++ = 0xe0 | c >> 12;
            *to++ = 0x80 | (c >> 6 & 0x3f);
            *to++ = 0x80 | (c & 0x3f);
        } else {
            char* next = string;
            int low = c < 0xdc00 ? unit(&next) : -1;
            if (low < (ESCAPED | 0xdc00) || low > (ESCAPED | 0xdfff)) {
                to = body_escape(to, c);
                continue;
            }
            string = next;
            c = 0x10000 + ((c & 0x3ff) << 10) + (low & 0x3ff);
            *to++ = 0xf0 | c >> 18;
            *to++ = 0x80 | (c >> 12 & 0x3f);
            *to++ = 0x80 | (c >> 6 & 0x3f);
            *to++ = 0x80 | (c & 0x3f);
        }
    }
    return to;
}

static uint64_t nanoseconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1000000000ull + now.tv_nsec;
}

static char* milliseconds(char* to, uint64_t nanoseconds) {
    to = append_number(to, nanoseconds / 1000000, 1);
    *to++ = '.';
    return append_number(to, nanoseconds % 1000000, 6);
}

static char* measured(char* to, int n) {
    uint64_t start = nanoseconds(), a = 0, b = 1;
    for (int i = 0; i < n; i++) {
        uint64_t next = a + b;
        a = b;
        b = next;
    }
    uint64_t computed = nanoseconds();
    int64_t* squares = malloc(ITEMS * sizeof *squares);
    if (!squares) fail("no memory for the squares");
    for (int64_t i = 0; i < ITEMS; i++) squares[i] = i * i;
    // All of it is there before the clock is read: no compiler may leave it out.
    __asm__ volatile("" : : "r"(squares) : "memory");
    uint64_t allocated = nanoseconds();
    int64_t sum = 0;
    for (int i = 0; i < ITEMS; i++) sum += squares[i];
    free(squares);
    to = body_text(to, "{\"runtime\": \"bare\", \"fib_result\": ");
    to = append_number(to, a, 1);
    to = body_text(to, ", \"fib_n\": ");
    to = append_number(to, n, 1);
    to = body_text(to, ", \"compute_ms\": ");
    to = milliseconds(to, computed - start);
    to = body_text(to, ", \"alloc_items\": ");
    to = append_number(to, ITEMS, 1);
    to = body_text(to, ", \"alloc_ms\": ");
    to = milliseconds(to, allocated - computed);
    to = body_text(to, ", \"total_ms\": ");
    to = milliseconds(to, allocated - start);
    to = body_text(to, ", \"checksum\": ");
    to = append_number(to, sum, 1);
    return body_text(to, "}");
}

// One to ten digits, and at most MAX_N; -1 for any other string.
static int parsed(char* string) {
    uint64_t value = 0;
    int digits = 0, c;
    for (string++; (c = unit(&string)) >= 0; digits++) {
        c &= 0xffff;
        if (c < '0' || c > '9' || digits == DIGITS_MOST) return -1;
        value = value * 10 + (c - '0');
    }
    return digits && value <= MAX_N ? (int) value : -1;
}

// What the kernel tells of the machine below the sandbox, as it tells it: nothing where it tells nothing.
static char* body_head(char* to, const char* name, const char* path, size_t most) {
    char head[1024];
    int file = open(path, O_RDONLY | O_CLOEXEC);
    ssize_t got = file < 0 ? 0 : read(file, head, most);
    if (file >= 0) close(file);
    to = body_text(body_text(body_text(to, "\""), name), "\": \"");
    for (ssize_t i = 0; i < got; i++) {
        unsigned char c = head[i];
        to = c < ' ' || c == '"' || c == '\\' ? body_escape(to, c) : body(to, c < 0x80 ? c : '?');
    }
    return body(to, '"');
}

static char* sandbox(char* to) {
    to = body_head(body(to, '{'), "cpuinfo", "/proc/cpuinfo", 1024);
    to = body_head(body_text(to, ", "), "kernel", "/proc/sys/kernel/osrelease", 64);
    to = body_head(body_text(to, ", "), "meminfo", "/proc/meminfo", 64);
    return body(to, '}');
}

static char* answer(char* to, char* event) {
    int asked = member(space(event), "coldbench") != NULL;
    char* given = member(member(space(event), "queryStringParameters"), "n");
    int missing = !given || *given == 'n';
    int n = missing || asked ? DEFAULT_N : *given == '"' ? parsed(given) : -1;
    to = append(to, n < 0 ? "{\"statusCode\": 400" : "{\"statusCode\": 200");
    to = append(to, ", \"headers\": {\"content-type\": \"application/json\"}, \"body\": \"");
    if (asked) {
        to = sandbox(to);
    } else if (n >= 0) {
        to = measured(to, n);
    } else {
        to = body_text(to, "{\"error\": \"n is ");
        if (*given == '"') {
            to = body_escape(to, '"');
            to = body_string(to, given);
            to = body_escape(to, '"');
        } else {
            to = body_text(to, "not a string");
        }
        to = body_text(to, ", expected a whole number from 0 to ");
        to = append_number(to, MAX_N, 1);
        to = body_text(to, "\"}");
    }
    return append(to, "\"}");
}

static char* ask(char* to) {
    to = append(to, "GET /2018-06-01/runtime/invocation/next HTTP/1.1\r\nHost: ");
    return append(append(to, host), "\r\n\r\n");
}

static void take_one(void) {
    char head[HEAD_MOST / 64], *to;
    char* event = response();
    char* id = field("Lambda-Runtime-Aws-Request-Id");
    size_t length = id ? strcspn(id, "\r") : 0;
    if (!length || length > ID_MOST) fail("the Runtime API tells no request id");
    to = append(head, "POST /2018-06-01/runtime/invocation/");
    memcpy(to, id, length);
    to = append(append(to + length, "/response HTTP/1.1\r\nHost: "), host);
    // The head goes right before the answer, whose length it tells, and the next question behind it: one write for all.
    char* start = out + sizeof head;
    char* end = answer(start, event);
    to = append_number(append(to, "\r\nContent-Length: "), end - start, 1);
    to = append(to, "\r\n\r\n");
    memcpy(start - (to - head), head, to - head);
    start -= to - head;
    send_all(start, ask(end) - start);
    response();
}

int main(void) {
    dial();
    send_all(out, ask(out) - out);
    while (1) take_one();
}
