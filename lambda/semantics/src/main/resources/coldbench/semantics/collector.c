// Heap and collector, in place of TeaVM's memory.c.
//
// Allocation takes from gaps between live objects, lowest address first. A collection marks what is reachable, in a bitmap
// beside the heap, and makes the space between marked objects the new gaps. Objects move only when there is memory enough
// but no gap is wide enough: then they slide together, save those a stack frame refers to, whose addresses C code holds.
// One thread, no generations, no write barrier.
//
// All tables are reserved for the largest heap and for the worst case of their use; memory is taken where they are written.
// The kernel hands out zeros, and each page costs more to touch first than to collect what was left of the one before: from
// `fresh` on nothing was written, so nothing is cleared there, and large objects go there only when there is no garbage for them.
#include "memory.h"
#include "core.h"
#include "definitions.h"
#include "references.h"
#include "stack.h"
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

extern void coldbench_outOfMemory();

#define UNIT 8 // bytes: the alignment and the smallest size of objects
#define SMALL 256 // bytes: up to here an object may pass by gaps that are too narrow for it
#define WIDE 2048 // bytes: gaps from here on are kept apart for objects that are not small
#define LARGE (64 << 10) // bytes: objects from here on are worth a collection, or a call of the kernel, to save page faults
#define VECTOR 32 // bytes: where the elements of a large array of longs, doubles or references start, so that no vector spans two lines
#define PIECE (32 << 10) // bytes of a wide gap that small objects fill at a time
#define TEAVM_ENUM (1 << 16) // in a class's modifiers
#define SAVED_HASH INT32_C(0x80000000) // in an object's header, while objects move

typedef struct Gap {
    size_t size;
    struct Gap* next;
} Gap;

typedef struct {
    Gap* first;
    Gap** end;
} GapList;

void* teavm_gc_heapAddress = NULL;
int64_t teavm_gc_availableBytes = 0;
int64_t teavm_gc_minAvailableBytes;
int64_t teavm_gc_maxAvailableBytes;

static char* heap;
static size_t heapSize; // what may be allocated from now; between the two limits
static size_t smallestHeap;
static size_t largestHeap;
static uint64_t* marks; // a bit for each unit of the heap, set where a live object starts
static uint64_t* pins;
static uint32_t* pending; // units of marked objects that are still to be scanned
static size_t pendingCount;
static uint32_t* references; // units of weak references found, growing downwards from the end of `pending`
static size_t referenceCount;

static char* gapStart; // the gap that is being filled
static char* gapEnd;
static char* gapZeros; // from here on that gap was never written
static GapList narrow;
static GapList wide;
static Gap** rover; // where the search for a wide gap goes on
static char* fresh; // from here on nothing was written since the kernel gave it: all zero
static size_t taken; // bytes of gaps, since the last collection

// The static fields of a class that hold references.
typedef struct {
    void*** fields;
    int32_t count;
} RootSet;

static RootSet rootSets[sizeof teavm_classReferences / sizeof *teavm_classReferences]; // one for each class at most
static int32_t rootSetCount = 0;

int64_t coldbench_collections = 0;
int64_t coldbench_compactions = 0;
int64_t coldbench_liveBytes = 0;

// ---- sizes and bits

static inline size_t unitOf(void* object) { return (size_t) ((char*) object - heap) / UNIT; }
static inline TeaVM_Object* objectAt(size_t unit) { return (TeaVM_Object*) (heap + unit * UNIT); }
static inline bool inHeap(void* object) { return (size_t) ((char*) object - heap) < heapSize; }
static inline size_t usedUnits() { return ((size_t) (fresh - heap) + UNIT - 1) / UNIT; } // of all that objects may be in
static inline bool bit(uint64_t* bits, size_t unit) { return bits[unit >> 6] >> (unit & 63) & 1; }
static inline void setBit(uint64_t* bits, size_t unit) { bits[unit >> 6] |= UINT64_C(1) << (unit & 63); }
static inline void clearBit(uint64_t* bits, size_t unit) { bits[unit >> 6] &= ~(UINT64_C(1) << (unit & 63)); }

static size_t arraySize(TeaVM_Class* cls, size_t length) {
    size_t item = teavm_primitiveKind(cls->itemType) != 0 ? (size_t) cls->itemType->size : sizeof(void*);
    size_t header = (sizeof(TeaVM_Array) + item - 1) / item * item;
    return (header + item * length + UNIT - 1) / UNIT * UNIT;
}

static inline size_t objectSize(TeaVM_Object* object) {
    TeaVM_Class* cls = TEAVM_CLASS_OF(object);
    return cls->itemType == NULL ? (size_t) cls->size : arraySize(cls, (size_t) ((TeaVM_Array*) object)->size);
}

// The next unit from `unit` on whose bit is set, or `limit`. Large objects leave long runs of zeros.
static size_t nextBit(uint64_t* bits, size_t unit, size_t limit) {
    if (unit >= limit) {
        return limit;
    }
    size_t words = (limit + 63) / 64;
    size_t at = unit / 64;
    uint64_t word = bits[at] & (~(uint64_t) 0 << (unit & 63));
    while (word == 0) {
        ++at;
        while (at + 4 <= words && (bits[at] | bits[at + 1] | bits[at + 2] | bits[at + 3]) == 0) {
            at += 4;
        }
        if (at >= words) {
            return limit;
        }
        word = bits[at];
    }
    unit = at * 64 + (size_t) __builtin_ctzll(word);
    return unit < limit ? unit : limit;
}

// ---- marking

static int vmType(TeaVM_Class* cls) { return cls->flags >> 1 & 7; }
#define VM_REFERENCE 1
#define VM_QUEUE 2

static bool refersToNothing(TeaVM_Class* cls) {
    if (cls->itemType != NULL) {
        return teavm_primitiveKind(cls->itemType) != 0;
    }
    for (; cls != NULL; cls = cls->superclass) {
        if (cls->layout != NULL || vmType(cls) != 0) {
            return false;
        }
    }
    return true;
}

static void mark(void* object) {
    if (!inHeap(object)) {
        return; // null, or a literal
    }
    size_t unit = unitOf(object);
    if (bit(marks, unit)) {
        return;
    }
    setBit(marks, unit);
    if (!refersToNothing(TEAVM_CLASS_OF(object))) {
        pending[pendingCount++] = (uint32_t) unit;
    }
}

static void markReference(TeaVM_Reference* reference) {
    mark(reference->queue);
    mark(reference->next);
    if (reference->object != NULL) {
        references[-(ptrdiff_t) ++referenceCount] = (uint32_t) unitOf(reference);
    }
}

// Calls `visit` with every slot of the class's own fields that holds a reference.
#define EACH_FIELD(cls, object, slot, visit) \
    if ((cls)->layout != NULL) { \
        int16_t* offsets = (int16_t*) (cls)->layout; \
        for (int i = 1; i <= offsets[0]; ++i) { \
            void** slot = (void**) ((char*) (object) + offsets[i]); \
            visit; \
        } \
    }

static void scan(TeaVM_Object* object) {
    TeaVM_Class* cls = TEAVM_CLASS_OF(object);
    if (cls->itemType != NULL) {
        void** items = TEAVM_ARRAY_DATA(object, void*);
        for (int32_t i = 0, n = TEAVM_ARRAY_LENGTH(object); i < n; ++i) {
            mark(items[i]);
        }
        return;
    }
    for (; cls != NULL; cls = cls->superclass) {
        switch (vmType(cls)) {
            case VM_REFERENCE:
                markReference((TeaVM_Reference*) object);
                break;
            case VM_QUEUE:
                mark(((TeaVM_ReferenceQueue*) object)->first);
                break;
            default:
                EACH_FIELD(cls, object, slot, mark(*slot))
        }
    }
}

static void scanPending() {
    while (pendingCount > 0) {
        scan(objectAt(pending[--pendingCount]));
    }
}

#define EACH_FRAME_ROOT(slot, visit) \
    for (TeaVM_StackFrame* frame = teavm_stackTop; frame != NULL; frame = frame->next) { \
        void** slots = (void**) TEAVM_GET_GC_ROOTS(frame) \
        for (int32_t i = 0; i < frame->size; ++i) { \
            void* slot = slots[i]; \
            visit; \
        } \
    }

// A class is in the list once it has an object.
#define EACH_GLOBAL_ROOT(slot, visit) \
    { \
        for (int32_t set = 0; set < rootSetCount; ++set) { \
            for (int32_t i = 0; i < rootSets[set].count; ++i) { \
                void** slot = rootSets[set].fields[i]; \
                visit; \
            } \
        } \
        for (TeaVM_Class* cls = teavm_firstClass; cls != NULL; cls = cls->next) { \
            void** slot = (void**) &cls->classObject; \
            visit; \
        } \
    }

// Weak references to what was not marked are cleared and handed to their queues. A reference that was handed over has no
// queue any more, so that it is handed over once.
static void clearReferences() {
    for (size_t i = 1; i <= referenceCount; ++i) {
        TeaVM_Reference* reference = (TeaVM_Reference*) objectAt(references[-(ptrdiff_t) i]);
        if (!inHeap(reference->object) || bit(marks, unitOf(reference->object))) {
            continue;
        }
        reference->object = NULL;
        TeaVM_ReferenceQueue* queue = reference->queue;
        reference->queue = NULL;
        if (queue != NULL) {
            if (queue->first == NULL) {
                queue->first = reference;
            } else {
                queue->last->next = reference;
            }
            queue->last = reference;
        }
    }
    referenceCount = 0;
}

static void markAll() {
    memset(marks, 0, (usedUnits() + 63) / 64 * sizeof(uint64_t));
    EACH_GLOBAL_ROOT(slot, { mark(*slot); scanPending(); })
    EACH_FRAME_ROOT(root, { mark(root); scanPending(); })
    clearReferences();
}

// ---- gaps

static size_t max(size_t a, size_t b) { return a > b ? a : b; }
static size_t min(size_t a, size_t b) { return a < b ? a : b; }

static inline void written(char* end) {
    if (end > fresh) {
        fresh = end;
    }
}

static Gap* putGap(char* start, size_t size, Gap* next) {
    Gap* gap = (Gap*) start;
    gap->size = size;
    gap->next = next;
    written(start + sizeof(Gap));
    return gap;
}

static void addGap(char* start, char* end) {
    #if COLDBENCH_GC_STRESS
        size_t poisoned = min((size_t) (end - start), 4096);
        memset(start, 0xDD, poisoned);
        written(start + poisoned);
    #endif
    if ((size_t) (end - start) < sizeof(Gap)) {
        return; // too small to be listed; free again when a neighbour is
    }
    Gap* gap = putGap(start, (size_t) (end - start), NULL);
    GapList* list = gap->size < WIDE ? &narrow : &wide;
    *list->end = gap;
    list->end = &gap->next;
}

static void forgetGaps() {
    narrow.first = wide.first = NULL;
    narrow.end = &narrow.first;
    wide.end = &wide.first;
    gapStart = gapEnd = heap;
}

// Twice what lives, within the limits, and never less than reaches to the last object.
static void resize(size_t live, size_t used, size_t widest, size_t wanted) {
    size_t size = min(largestHeap, max(smallestHeap, 2 * live + wanted));
    if (widest < wanted) {
        size = max(size, used + wanted);
    }
    size = min(largestHeap, max(used, size));
    size = (size + UNIT - 1) / UNIT * UNIT;
    char* unused = (char*) (((uintptr_t) heap + size + 0xffff) & ~(uintptr_t) 0xffff);
    if (unused + (1 << 20) < fresh) {
        madvise(unused, (size_t) (fresh - unused), MADV_DONTNEED);
        fresh = unused;
    }
    heapSize = size;
    teavm_gc_availableBytes = (int64_t) size;
}

// Makes everything between marked objects a gap. `wanted` bytes are to be allocated next.
static void sweep(size_t wanted) {
    forgetGaps();
    size_t units = usedUnits();
    size_t live = 0;
    size_t widest = 0;
    char* used = heap;
    for (size_t unit = nextBit(marks, 0, units); unit < units;) {
        char* object = (char*) objectAt(unit);
        size_t size = objectSize((TeaVM_Object*) object);
        if (object > used) {
            widest = max(widest, (size_t) (object - used));
            addGap(used, object);
        }
        live += size;
        used = object + size;
        unit = nextBit(marks, unit + size / UNIT, units);
    }
    resize(live, (size_t) (used - heap), widest, wanted);
    if (heap + heapSize > used) {
        addGap(used, heap + heapSize);
    }
    rover = &wide.first;
    coldbench_liveBytes = (int64_t) live;
}

// ---- moving

static void pinFrames() {
    memset(pins, 0, (usedUnits() + 63) / 64 * sizeof(uint64_t));
    EACH_FRAME_ROOT(root, if (inHeap(root)) setBit(pins, unitOf(root)))
}

// Where each live object goes is kept in its identity hash, and the hash, where there is one, in `pending`, in the order of
// addresses. An object never goes up, and never over one that is pinned: of what lies below `unit` all pins are known, and
// between `target` and `unit` there is room for it.
static void chooseTargets() {
    size_t units = usedUnits();
    size_t target = 0;
    size_t pin = nextBit(pins, 0, units);
    for (size_t unit = nextBit(marks, 0, units); unit < units;) {
        TeaVM_Object* object = objectAt(unit);
        size_t size = objectSize(object) / UNIT;
        size_t to = unit;
        if (!bit(pins, unit)) {
            while (target + size > pin) {
                target = pin + objectSize(objectAt(pin)) / UNIT;
                pin = nextBit(pins, target, units);
            }
            to = target;
            target += size;
        }
        if (object->hash != 0) {
            pending[pendingCount++] = (uint32_t) object->hash;
            object->header |= SAVED_HASH;
        }
        object->hash = (int32_t) (uint32_t) to;
        unit = nextBit(marks, unit + size, units);
    }
    pendingCount = 0;
}

static void update(void** slot) {
    if (inHeap(*slot)) {
        *slot = objectAt((uint32_t) ((TeaVM_Object*) *slot)->hash);
    }
}

// The class of a java.nio buffer says, where that of an enum has its constants, where an object has the array it is a view of;
// the address in that array stands behind.
static void moveBuffer(TeaVM_Class* cls, TeaVM_Object* object) {
    if (cls->enumValues == NULL || (cls->modifiers & TEAVM_ENUM) != 0) {
        return;
    }
    void** base = (void**) ((char*) object + (intptr_t) cls->enumValues);
    if (inHeap(base[0])) {
        void* target = objectAt((uint32_t) ((TeaVM_Object*) base[0])->hash);
        base[1] = (char*) base[1] + ((char*) target - (char*) base[0]);
    }
}

static void updateFields(TeaVM_Object* object) {
    TeaVM_Class* cls = TEAVM_CLASS_OF(object);
    if (cls->itemType != NULL) {
        if (teavm_primitiveKind(cls->itemType) == 0) {
            void** items = TEAVM_ARRAY_DATA(object, void*);
            for (int32_t i = 0, n = TEAVM_ARRAY_LENGTH(object); i < n; ++i) {
                update(&items[i]);
            }
        }
        return;
    }
    for (; cls != NULL; cls = cls->superclass) {
        if (vmType(cls) == VM_REFERENCE) {
            TeaVM_Reference* reference = (TeaVM_Reference*) object;
            update((void**) &reference->queue);
            update((void**) &reference->object);
            update((void**) &reference->next);
        } else if (vmType(cls) == VM_QUEUE) {
            update((void**) &((TeaVM_ReferenceQueue*) object)->first);
            update((void**) &((TeaVM_ReferenceQueue*) object)->last);
        } else {
            moveBuffer(cls, object);
            EACH_FIELD(cls, object, slot, update(slot))
        }
    }
}

static void move() {
    size_t units = usedUnits();
    size_t saved = 0;
    for (size_t unit = nextBit(marks, 0, units); unit < units;) {
        TeaVM_Object* object = objectAt(unit);
        size_t size = objectSize(object);
        size_t to = (uint32_t) object->hash;
        object->hash = 0;
        if ((object->header & SAVED_HASH) != 0) {
            object->header &= ~SAVED_HASH;
            object->hash = (int32_t) pending[saved++];
        }
        if (to != unit) {
            memmove(objectAt(to), object, size);
            clearBit(marks, unit);
            setBit(marks, to);
        }
        unit = nextBit(marks, unit + size / UNIT, units);
    }
}

static void compact() {
    ++coldbench_compactions;
    pinFrames();
    chooseTargets();
    EACH_GLOBAL_ROOT(slot, update(slot))
    size_t units = usedUnits();
    for (size_t unit = nextBit(marks, 0, units); unit < units;) {
        TeaVM_Object* object = objectAt(unit);
        updateFields(object);
        unit = nextBit(marks, unit + objectSize(object) / UNIT, units);
    }
    move();
}

// ---- allocation

static void* takeWide(size_t size, Gap** from) {
    for (Gap** link = from; *link != NULL; link = &(*link)->next) {
        Gap* gap = *link;
        if (gap->size < size) {
            continue;
        }
        size_t rest = gap->size - size;
        char* after = (char*) gap + size;
        if (rest >= WIDE) {
            *link = putGap(after, rest, gap->next);
        } else {
            *link = gap->next;
            if (rest >= sizeof(Gap)) {
                narrow.first = putGap(after, rest, narrow.first);
            }
        }
        rover = link;
        return gap;
    }
    return NULL;
}

// Takes the next gap to fill with small objects; what was left of the one before is lost until the next collection.
static void* takeNarrow(size_t size) {
    while (narrow.first != NULL) {
        Gap* gap = narrow.first;
        narrow.first = gap->next;
        if (gap->size >= size) {
            gapStart = (char*) gap + size;
            gapEnd = (char*) gap + gap->size;
            written(gapEnd);
            return gap;
        }
    }
    return NULL;
}

// Small objects get wide gaps piece by piece, so that large ones still find them wide.
static void* takePiece(size_t size) {
    Gap* gap = wide.first;
    if (gap == NULL) {
        return NULL;
    }
    size_t piece = gap->size;
    Gap* next = gap->next;
    if (piece >= PIECE + WIDE) {
        next = putGap((char*) gap + PIECE, piece - PIECE, next);
        piece = PIECE;
    }
    wide.first = next;
    rover = &wide.first;
    gapStart = (char*) gap + size;
    gapEnd = (char*) gap + piece;
    written(gapEnd);
    return gap;
}

static void* takeGap(size_t size) {
    if (size <= SMALL) {
        void* object = takeNarrow(size);
        return object != NULL ? object : takePiece(size);
    }
    void* object = size < LARGE ? takeWide(size, rover) : NULL;
    return object != NULL ? object : takeWide(size, &wide.first);
}

static void* take(size_t size, bool cleared) {
    char* zeros = fresh;
    char* object = takeGap(size);
    if (object != NULL) {
        if (size <= SMALL) {
            taken += (size_t) (gapEnd - object);
            gapZeros = zeros;
        } else {
            taken += size;
        }
        written(object + size);
        if (cleared && object < zeros) {
            memset(object, 0, min(size, (size_t) (zeros - object)));
        }
    }
    return object;
}

// Whether a large object would be the first to touch memory, though what was thrown away since the last collection may have
// room for it. As much must have been taken as lives, so that what collecting costs is paid by what was allocated.
static bool wastesMemory(size_t size) {
    if (size < LARGE || taken < size || taken < (size_t) coldbench_liveBytes) {
        return false;
    }
    for (Gap* gap = wide.first; gap != NULL; gap = gap->next) {
        if (gap->size >= size) {
            return (char*) gap + size > fresh;
        }
    }
    return true;
}

static void collect(size_t wanted) {
    taken = 0;
    ++coldbench_collections;
    markAll();
    sweep(wanted);
}

// With less than this left a program would do little but collect.
static bool full(size_t wanted) {
    return (size_t) coldbench_liveBytes + wanted + largestHeap / 128 > largestHeap;
}

static __attribute__((noinline)) void* allocateSlowly(size_t size, bool cleared) {
    void* object = NULL;
    #if COLDBENCH_GC_STRESS
        static int allocations = 0;
        if (++allocations % COLDBENCH_GC_STRESS == 0) {
            collect(size);
            compact();
            sweep(size);
        }
    #endif
    if (size <= largestHeap) {
        if (wastesMemory(size)) {
            collect(size);
        }
        object = take(size, cleared);
        if (object == NULL) {
            collect(size);
            object = full(size) ? NULL : take(size, cleared);
        }
        if (object == NULL && !full(size)) {
            compact();
            sweep(size);
            object = take(size, cleared);
        }
    }
    if (object == NULL) {
        coldbench_outOfMemory();
    }
    return object;
}

// Where in that room, which is VECTOR larger than the object, the object starts.
static inline void* inVectors(char* room) {
    return room + (VECTOR - (uintptr_t) TEAVM_ARRAY_DATA(room, int64_t) % VECTOR) % VECTOR;
}

#if COLDBENCH_GC_COUNT
    static int64_t allocations = 0;
    static int64_t allocatedBytes = 0;

    static void printCounts() {
        fprintf(stderr, "allocations %lld bytes %lld collections %lld compactions %lld\n", (long long) allocations,
            (long long) allocatedBytes, (long long) coldbench_collections, (long long) coldbench_compactions);
    }
#endif

static inline void* allocate(size_t size, bool cleared) {
    #if COLDBENCH_GC_STRESS
        gapEnd = gapStart;
    #endif
    #if COLDBENCH_GC_COUNT
        allocations++;
        allocatedBytes += (int64_t) size;
    #endif
    if ((size_t) (gapEnd - gapStart) >= size) {
        char* object = gapStart;
        gapStart += size;
        if (cleared && object < gapZeros) {
            memset(object, 0, size);
        }
        return object;
    }
    return size < LARGE ? allocateSlowly(size, cleared) : inVectors(allocateSlowly(size + VECTOR, cleared));
}

void* coldbench_allocate(void* type) {
    TeaVM_Class* cls = type;
    size_t size = (size_t) cls->size;
    TeaVM_Object* object = allocate(size, true);
    object->header = TEAVM_PACK_CLASS(cls);
    return object;
}

void* coldbench_allocateArray(void* type, int32_t length) {
    TeaVM_Class* cls = type;
    size_t size = arraySize(cls, (size_t) length);
    TeaVM_Array* array = allocate(size, true);
    array->parent.header = TEAVM_PACK_CLASS(cls);
    array->size = length;
    return array;
}

// Has the kernel fill what was never touched of an object with one call, in place of one fault for each page.
static void touch(char* start, char* end) {
    uintptr_t page = 1 << 12; // where pages are larger the call is refused, and the faults come
    char* from = (char*) (((uintptr_t) start + page - 1) & ~(page - 1));
    char* to = (char*) ((uintptr_t) end & ~(page - 1));
    if (from < to) {
        mmap(from, (size_t) (to - from), PROT_READ | PROT_WRITE,
            MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_FIXED | MAP_POPULATE, -1, 0);
    }
}

// Of primitives, each of which is written before the next allocation, and before any is read.
void* coldbench_allocateFilled(void* type, int32_t length) {
    TeaVM_Class* cls = type;
    size_t size = arraySize(cls, (size_t) length);
    char* untouched = fresh;
    TeaVM_Array* array = allocate(size, false);
    if (size >= LARGE) {
        char* start = (char*) array;
        touch(start > untouched ? start : untouched, start + size);
    }
    array->parent.header = TEAVM_PACK_CLASS(cls);
    array->parent.hash = 0;
    array->size = length;
    return array;
}

// The outer array is held by a frame of its own: TeaVM's allocator loses it when an inner one makes the collector run.
void* coldbench_allocateMultiArray(void* type, void* dimensions, int32_t count) {
    TeaVM_Class* cls = type;
    int32_t* lengths = dimensions;
    TEAVM_ALLOC_STACK(1);
    TEAVM_CALL_SITE(-1);
    TEAVM_GC_ROOT_RELEASE(0);
    void* array = coldbench_allocateArray(cls, lengths[0]);
    TEAVM_GC_ROOT(0, array);
    for (int32_t i = 0; count > 1 && i < lengths[0]; ++i) {
        void* inner = coldbench_allocateMultiArray(cls->itemType, lengths + 1, count - 1);
        TEAVM_ARRAY_DATA(array, void*)[i] = inner;
    }
    TEAVM_RELEASE_STACK;
    return array;
}

// TeaVM's takes every array for one of references, and writes past the end of a copied byte[].
void* coldbench_clone(void* original) {
    size_t size = objectSize(original);
    TeaVM_Object* copy = allocate(size, false);
    memcpy(copy, original, size);
    copy->hash = 0;
    return copy;
}

void coldbench_collect() { collect(0); }

int64_t coldbench_freeBytes() { return (int64_t) heapSize - coldbench_liveBytes; }

// ---- start

static void* reserve(size_t size) {
    void* area = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (area == MAP_FAILED) {
        fputs("Cannot reserve address space for the heap and its tables; raise the process's limit (ulimit -v)\n", stderr);
        exit(1);
    }
    return area;
}

// On Lambda three quarters of the function's memory; the rest is for the stack, the tables and the program.
static int64_t limitOf(int64_t compiled) {
    const char* memory = getenv("AWS_LAMBDA_FUNCTION_MEMORY_SIZE");
    int64_t megabytes = memory != NULL ? strtoll(memory, NULL, 10) : 0;
    return megabytes > 0 && megabytes <= 10240 ? (megabytes << 20) / 4 * 3 : compiled;
}

// Called once, before any class is initialized, with the limits that the program was compiled with.
void teavm_initHeap(int64_t minHeap, int64_t maxHeap) {
    maxHeap = limitOf(maxHeap);
    size_t page = 1 << 16; // of any architecture
    largestHeap = ((size_t) maxHeap + page - 1) / page * page;
    smallestHeap = min((size_t) minHeap, largestHeap) / UNIT * UNIT;
    size_t bits = (largestHeap / UNIT / 8 + page - 1) / page * page;
    size_t entries = largestHeap / UNIT * sizeof(uint32_t) + page;
    char* area = reserve(largestHeap + 2 * bits + entries);
    heap = fresh = area;
    marks = (uint64_t*) (area += largestHeap);
    pins = (uint64_t*) (area += bits);
    pending = (uint32_t*) (area += bits);
    references = (uint32_t*) (area + entries);
    heapSize = smallestHeap;
    teavm_gc_heapAddress = heap;
    teavm_gc_minAvailableBytes = (int64_t) smallestHeap;
    teavm_gc_maxAvailableBytes = (int64_t) largestHeap;
    teavm_gc_availableBytes = (int64_t) heapSize;
    forgetGaps();
    addGap(heap, heap + heapSize);
    rover = &wide.first;
    #if COLDBENCH_GC_COUNT
        atexit(printCounts);
    #endif
}

// ---- static roots, as classes register them at start

void*** teavm_gc_staticRoots = NULL; // of use to TeaVM's heap alone

void teavm_registerStaticGcRoots(void*** roots, int count) {
    rootSets[rootSetCount++] = (RootSet) { roots, count };
}

void teavm_initStaticGcRoots() {}
