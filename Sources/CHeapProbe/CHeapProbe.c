#include "CHeapProbe.h"

#if defined(__linux__)
#include <features.h>
#endif

#if defined(__GLIBC__)

#include <errno.h>
#include <malloc.h>
#include <stdatomic.h>
#include <stddef.h>

// An executable's own malloc takes the place of the library's; the library's stays reachable by these names.
extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t count, size_t size);
extern void *__libc_realloc(void *block, size_t size);
extern void *__libc_memalign(size_t alignment, size_t size);
extern void __libc_free(void *block);

static atomic_llong held;
static atomic_llong peak;

static void note_peak(long long now) {
    if (now > atomic_load_explicit(&peak, memory_order_relaxed))
        atomic_store_explicit(&peak, now, memory_order_relaxed);
}

static void *took(void *block) {
    if (block) {
        long long size = (long long)malloc_usable_size(block);
        note_peak(atomic_fetch_add_explicit(&held, size, memory_order_relaxed) + size);
    }
    return block;
}

void *malloc(size_t size) { return took(__libc_malloc(size)); }

void *calloc(size_t count, size_t size) { return took(__libc_calloc(count, size)); }

void free(void *block) {
    if (block) atomic_fetch_sub_explicit(&held, (long long)malloc_usable_size(block), memory_order_relaxed);
    __libc_free(block);
}

void *realloc(void *block, size_t size) {
    long long before = block ? (long long)malloc_usable_size(block) : 0;
    void *moved = __libc_realloc(block, size);
    if (!moved && size > 0) return moved;
    long long after = moved ? (long long)malloc_usable_size(moved) : 0;
    long long now = atomic_fetch_add_explicit(&held, after - before, memory_order_relaxed) + after - before;
    // While a block moves, both places are held.
    note_peak(moved != block ? now + before : now);
    return moved;
}

void *memalign(size_t alignment, size_t size) { return took(__libc_memalign(alignment, size)); }

void *aligned_alloc(size_t alignment, size_t size) { return took(__libc_memalign(alignment, size)); }

int posix_memalign(void **block, size_t alignment, size_t size) {
    void *found = took(__libc_memalign(alignment, size));
    if (!found) return ENOMEM;
    *block = found;
    return 0;
}

void heap_watch(void) {
    atomic_store_explicit(&peak, atomic_load_explicit(&held, memory_order_relaxed), memory_order_relaxed);
}

long long heap_peak(long long start) { return atomic_load_explicit(&peak, memory_order_relaxed) - start; }

long long heap_bytes_held(void) { return atomic_load_explicit(&held, memory_order_relaxed); }

#elif defined(__APPLE__)

#include <malloc/malloc.h>

long long heap_bytes_held(void) {
    malloc_statistics_t statistics;
    malloc_zone_statistics(0, &statistics);
    return (long long)statistics.size_in_use;
}

void heap_watch(void) {}

// No peak here: what is held now, the result included.
long long heap_peak(long long start) { return heap_bytes_held() - start; }

#else

long long heap_bytes_held(void) { return -1; }

void heap_watch(void) {}

long long heap_peak(long long start) { return -1; }

#endif
