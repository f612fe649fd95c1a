#ifndef C_HEAP_PROBE_H
#define C_HEAP_PROBE_H

/// Bytes of the heap handed out and not given back; -1 where the system cannot say.
long long heap_bytes_held(void);

#endif
