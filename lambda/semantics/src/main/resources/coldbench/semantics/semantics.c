// Compiled in place of all.c: arithmetic as in Java, and a limit to the stack. See coldbench.semantics.
#define _XOPEN_SOURCE
#define __USE_XOPEN
#define _GNU_SOURCE
#include <stdint.h>
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

// The collector, which memory.c now is, needs no write barrier.
#define teavm_gc_writeBarrier(object) ((void) 0)
extern void* coldbench_allocate(void* type);
extern void* coldbench_allocateArray(void* type, int32_t length);
extern void* coldbench_allocateMultiArray(void* type, void* dimensions, int32_t count);
extern void* coldbench_clone(void* original);
extern void coldbench_collect();
extern int64_t coldbench_freeBytes();

#include "all.c"
