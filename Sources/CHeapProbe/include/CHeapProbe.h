#ifndef C_HEAP_PROBE_H
#define C_HEAP_PROBE_H

/// Bytes of the heap handed out and not given back; -1 where the system cannot say.
///
/// With glibc the program's every allocation is counted, at a few nanoseconds each.
long long heap_bytes_held(void);

/// Forgets the peak: it begins again at what is held now.
void heap_watch(void);

/// The most that was held since `heap_watch`, above `start`; -1 where the system cannot say. Where it has no peak, what
/// is held now.
long long heap_peak(long long start);

#endif
