#ifndef C_TRADEWINDS_KERNELS_H
#define C_TRADEWINDS_KERNELS_H

#include <stddef.h>

/// Rows in a tile of products.
#define TRADEWINDS_TILE 24

/// Rows are a multiple of this many numbers long, the rest filled with zeros.
#define TRADEWINDS_LANES 8

/// Writes the inner products of TRADEWINDS_TILE rows with TRADEWINDS_TILE others, row by row.
///
/// Both tiles are consecutive rows `stride` numbers apart; `length` is a multiple of TRADEWINDS_LANES and at most `stride`.
/// Uses the widest vectors of the processor that runs it.
void tradewinds_tile_products(
    const double *first, const double *second, size_t length, size_t stride, double *products);

#endif
