#ifndef C_ALLOCATION_COUNT_H
#define C_ALLOCATION_COUNT_H

/// How many blocks the program has asked the heap for; -1 where that cannot be counted.
long long allocation_count(void);

#endif
