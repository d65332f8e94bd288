// Compiled in place of all.c: arithmetic as in Java, and a limit to the stack. See coldbench.semantics.
#define _XOPEN_SOURCE
#define __USE_XOPEN
#define _GNU_SOURCE
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <errno.h>
#include <string.h>
#include <sys/random.h>
#include <sys/resource.h>

// Division by a divisor that is neither 0 nor -1, else the negative (MIN_VALUE / -1 is MIN_VALUE). Never traps.
static inline int32_t coldbench_idiv(int32_t a, int32_t b) {
    return (uint32_t) b + 1u > 1u ? a / b : (int32_t) (0u - (uint32_t) a);
}
static inline int32_t coldbench_irem(int32_t a, int32_t b) {
    return (uint32_t) b + 1u > 1u ? a % b : 0;
}
static inline int64_t coldbench_ldiv(int64_t a, int64_t b) {
    return (uint64_t) b + 1u > 1u ? a / b : (int64_t) (0u - (uint64_t) a);
}
static inline int64_t coldbench_lrem(int64_t a, int64_t b) {
    return (uint64_t) b + 1u > 1u ? a % b : 0;
}

// Saturating conversions, NaN to 0.
static inline int32_t coldbench_d2i(double v) {
    return v > -2147483649.0 && v < 2147483648.0 ? (int32_t) v : v != v ? 0 : v > 0 ? INT32_MAX : INT32_MIN;
}
static inline int64_t coldbench_d2l(double v) {
    return v >= -0x1p63 && v < 0x1p63 ? (int64_t) v : v != v ? 0 : v > 0 ? INT64_MAX : INT64_MIN;
}
static inline int32_t coldbench_f2i(float v) {
    return v >= -0x1p31f && v < 0x1p31f ? (int32_t) v : v != v ? 0 : v > 0 ? INT32_MAX : INT32_MIN;
}
static inline int64_t coldbench_f2l(float v) {
    return v >= -0x1p63f && v < 0x1p63f ? (int64_t) v : v != v ? 0 : v > 0 ? INT64_MAX : INT64_MIN;
}

// The same number, for a compiler to see through and TeaVM not.
static inline int32_t coldbench_hidden(int32_t size) { return size; }

// Waits at least that long; signals do not shorten it.
static void coldbench_pause(int64_t millis, int32_t nanos) {
    struct timespec left = { .tv_sec = millis / 1000, .tv_nsec = millis % 1000 * 1000000 + nanos };
    while (left.tv_nsec >= 1000000000) {
        left.tv_sec++;
        left.tv_nsec -= 1000000000;
    }
    fflush(stdout);
    while (nanosleep(&left, &left) != 0 && errno == EINTR) {
    }
}

static void coldbench_print(int32_t file, void* bytes, int32_t length) {
    fwrite(bytes, 1, length, file == 2 ? stderr : stdout);
}

// Fails never: eight bytes are given whole, and the kernel's source is ready once the machine has booted.
static __attribute__((cold)) int64_t coldbench_randomBits() {
    int64_t bits;
    while (getrandom(&bits, sizeof bits, 0) != sizeof bits) {
    }
    return bits;
}

extern char** environ;
static __attribute__((cold)) int32_t coldbench_variableLength(int32_t index) {
    return environ[index] == NULL ? -1 : (int32_t) strlen(environ[index]);
}
static __attribute__((cold)) void coldbench_copyVariable(int32_t index, void* to) {
    memcpy(to, environ[index], strlen(environ[index]));
}

static __attribute__((cold)) void coldbench_failed() {
    exit(1);
}
extern void coldbench_printError(void* text);

// The stack: every frame that TeaVM's collector knows is held against a limit. The reserve is for making the
// StackOverflowError and for frames that hold no reference, which are not checked.
#ifndef COLDBENCH_STACK
#define COLDBENCH_STACK (8l << 20)
#endif
#define COLDBENCH_STACK_RESERVE (192l << 10)
static char* coldbench_stackLimit;
extern void coldbench_stackOverflow();
static __attribute__((noinline, cold)) void coldbench_stackLow() {
    coldbench_stackLimit -= COLDBENCH_STACK_RESERVE / 2;
    coldbench_stackOverflow();
}
static inline void coldbench_restoreStackLimit() {
    coldbench_stackLimit += COLDBENCH_STACK_RESERVE / 2;
}
static __attribute__((constructor)) void coldbench_findStackLimit() {
    struct rlimit limit;
    long size = COLDBENCH_STACK;
    if (getrlimit(RLIMIT_STACK, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY && (long) limit.rlim_cur < size) {
        size = limit.rlim_cur;
    }
    coldbench_stackLimit = (char*) __builtin_frame_address(0) - size + COLDBENCH_STACK_RESERVE;
}

#include "runtime.h"
#undef TEAVM_ALLOC_STACK
#define TEAVM_ALLOC_STACK(sz) \
    struct { TeaVM_StackFrame header; void* data[(sz)]; } teavm_shadowStack; \
    if (__builtin_expect((char*) &teavm_shadowStack < coldbench_stackLimit, 0)) coldbench_stackLow(); \
    teavm_shadowStack.header.next = teavm_stackTop; \
    teavm_shadowStack.header.size = (sz); \
    teavm_stackTop = &teavm_shadowStack.header

// Checks note where they stand only when they fail; see CheckedAccess.
#define COLDBENCH_FAIL_IF(failed, frame, site, thrown) \
    if (__builtin_expect(failed, 0)) { \
        (frame)->callSiteId = (site); \
        teavm_throw##thrown##Exception(); \
        __builtin_unreachable(); \
    }
static inline void* coldbench_nullCheck(TeaVM_StackFrame* frame, int32_t site, void* object) {
    COLDBENCH_FAIL_IF(object == NULL, frame, site, NullPointer)
    return object;
}
static inline int32_t coldbench_checkBounds(TeaVM_StackFrame* frame, int32_t site, int32_t index, void* array) {
    COLDBENCH_FAIL_IF((uint32_t) index >= (uint32_t) TEAVM_ARRAY_LENGTH(array), frame, site, ArrayIndexOutOfBounds)
    return index;
}
static inline int32_t coldbench_checkLowerBound(TeaVM_StackFrame* frame, int32_t site, int32_t index) {
    COLDBENCH_FAIL_IF(index < 0, frame, site, ArrayIndexOutOfBounds)
    return index;
}
static inline int32_t coldbench_checkUpperBound(TeaVM_StackFrame* frame, int32_t site, int32_t index, void* array) {
    COLDBENCH_FAIL_IF(index >= TEAVM_ARRAY_LENGTH(array), frame, site, ArrayIndexOutOfBounds)
    return index;
}
#define COLDBENCH_nullCheck(...) coldbench_nullCheck(&teavm_shadowStack.header, __VA_ARGS__)
#define COLDBENCH_checkBounds(...) coldbench_checkBounds(&teavm_shadowStack.header, __VA_ARGS__)
#define COLDBENCH_checkLowerBound(...) coldbench_checkLowerBound(&teavm_shadowStack.header, __VA_ARGS__)
#define COLDBENCH_checkUpperBound(...) coldbench_checkUpperBound(&teavm_shadowStack.header, __VA_ARGS__)

// The collector, which memory.c now is, needs no write barrier.
#define teavm_gc_writeBarrier(object) ((void) 0)
extern void* coldbench_allocate(void* type);
extern void* coldbench_allocateArray(void* type, int32_t length);
extern void* coldbench_allocateFilled(void* type, int32_t length);
extern void* coldbench_allocateMultiArray(void* type, void* dimensions, int32_t count);
extern void* coldbench_clone(void* original);
extern void coldbench_collect();
extern int64_t coldbench_freeBytes();

#include "all.c"

// A string to standard error, as UTF-8; a surrogate without its partner becomes '?', as in Java.
__attribute__((cold)) void coldbench_printError(void* text) {
    TeaVM_Array* array = ((TeaVM_String*) text)->characters;
    char16_t* chars = TEAVM_ARRAY_DATA(array, char16_t);
    for (int32_t i = 0; i < array->size; i++) {
        uint32_t c = chars[i];
        if (c - 0xd800 < 0x400 && i + 1 < array->size && chars[i + 1] - 0xdc00u < 0x400) {
            c = 0x10000 + ((c - 0xd800) << 10) + (chars[++i] - 0xdc00);
        } else if (c - 0xd800 < 0x800) {
            c = '?';
        }
        int more = c < 0x80 ? 0 : c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;
        fputc(more == 0 ? c : (0xff00 >> (more + 1) & 0xff) | c >> 6 * more, stderr);
        while (more-- > 0) {
            fputc(0x80 | (c >> 6 * more & 0x3f), stderr);
        }
    }
}

// libc sorts a host's few addresses, and no more; its own qsort is nine kilobytes.
void qsort(void* items, size_t count, size_t size, int (*compare)(const void*, const void*)) {
    char* base = items;
    for (size_t i = 1; i < count; i++) {
        for (char* at = base + i * size; at > base && compare(at - size, at) > 0; at -= size) {
            for (size_t k = 0; k < size; k++) {
                char byte = at[k];
                at[k] = at[k - size];
                at[k - size] = byte;
            }
        }
    }
}
