// TLS 1.3 and 1.2 for a client, by zig's std.crypto.tls. What each function takes and answers stands in
// coldbench-tls.zig. Here: what zig finds out by a safety check (an index beyond its slice, an overflow, a cast that does
// not fit) ends the call with COLDBENCH_TLS_FAULT and not the process, whatever the server sent.
#ifndef COLDBENCH_TLS_H
#define COLDBENCH_TLS_H

#include <setjmp.h>
#include <stdint.h>
#include <stdlib.h>

#define COLDBENCH_TLS_FAULT (-4)

extern void* coldbench_tls_trust_in(const char* pem, int32_t length);
extern void* coldbench_tls_trust_file_in(const char* path);
extern void* coldbench_tls_open_in(const char* host, int32_t port, void* trust, int32_t milliseconds);
extern int32_t coldbench_tls_read_in(void* connection, char* target, int32_t length, int32_t milliseconds);
extern int32_t coldbench_tls_write_in(void* connection, const char* source, int32_t length, int32_t milliseconds);
extern int32_t coldbench_tls_idle_in(void* connection);
extern void coldbench_tls_close_in(void* connection);
extern void coldbench_tls_abandon(void);
extern int32_t coldbench_tls_failure(void);
extern const char* coldbench_tls_message(void);

static jmp_buf coldbench_tls_way_out;
static int coldbench_tls_has_way_out;

// Where zig's safety checks end. It has no memory of its own to give back but what abandon knows of.
__attribute__((noreturn)) void coldbench_tls_fault(void) {
    if (!coldbench_tls_has_way_out) abort();
    longjmp(coldbench_tls_way_out, 1);
}

// A handshake takes about 100 KB of stack: too little is a StackOverflowError, as it would be in Java.
#ifdef COLDBENCH_STACK
#define COLDBENCH_TLS_STACK (384l << 10)
#define COLDBENCH_TLS_CHECK_STACK \
    if ((char*) __builtin_frame_address(0) - COLDBENCH_TLS_STACK < coldbench_stackLimit) coldbench_stackLow()
#else
#define COLDBENCH_TLS_CHECK_STACK ((void) 0)
#endif

#define COLDBENCH_TLS_GUARDED(type, call, otherwise) \
    COLDBENCH_TLS_CHECK_STACK; \
    if (setjmp(coldbench_tls_way_out)) { \
        coldbench_tls_has_way_out = 0; \
        coldbench_tls_abandon(); \
        return otherwise; \
    } \
    coldbench_tls_has_way_out = 1; \
    type result = call; \
    coldbench_tls_has_way_out = 0; \
    return result

static void* coldbench_tls_trust(const char* pem, int32_t length) {
    COLDBENCH_TLS_GUARDED(void*, coldbench_tls_trust_in(pem, length), 0);
}
static void* coldbench_tls_trust_file(const char* path) {
    COLDBENCH_TLS_GUARDED(void*, coldbench_tls_trust_file_in(path), 0);
}
static void* coldbench_tls_open(const char* host, int32_t port, void* trust, int32_t milliseconds) {
    COLDBENCH_TLS_GUARDED(void*, coldbench_tls_open_in(host, port, trust, milliseconds), 0);
}
static int32_t coldbench_tls_read(void* connection, char* target, int32_t length, int32_t milliseconds) {
    COLDBENCH_TLS_GUARDED(
        int32_t, coldbench_tls_read_in(connection, target, length, milliseconds), COLDBENCH_TLS_FAULT);
}
static int32_t coldbench_tls_write(void* connection, const char* source, int32_t length, int32_t milliseconds) {
    COLDBENCH_TLS_GUARDED(
        int32_t, coldbench_tls_write_in(connection, source, length, milliseconds), COLDBENCH_TLS_FAULT);
}
static int32_t coldbench_tls_idle(void* connection) {
    COLDBENCH_TLS_GUARDED(int32_t, coldbench_tls_idle_in(connection), 0);
}
static int32_t coldbench_tls_close(void* connection) {
    COLDBENCH_TLS_GUARDED(int32_t, (coldbench_tls_close_in(connection), 0), 0);
}

#endif
