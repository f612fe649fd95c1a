#include "CTradewindsKernels.h"

// Numbers of a row that are worked on at a time: two tiles of this length stay in the second-level cache, the rows of one
// block in the first.
#define STRETCH 512

// A block of ROWS by COLUMNS products is summed in registers, WIDTH partial sums each.
#define DEFINE_TILE(NAME, VECTOR, WIDTH, ROWS, COLUMNS, TARGET)                                                        \
    TARGET static void NAME(                                                                                           \
        const double *first, const double *second, size_t length, size_t stride, double *products) {                  \
        for (size_t k = 0; k < TRADEWINDS_TILE * TRADEWINDS_TILE; k++) products[k] = 0;                                \
        for (size_t from = 0; from < length; from += STRETCH) {                                                        \
            size_t to = from + STRETCH < length ? from + STRETCH : length;                                             \
            for (size_t row = 0; row < TRADEWINDS_TILE; row += ROWS) {                                                 \
                for (size_t column = 0; column < TRADEWINDS_TILE; column += COLUMNS) {                                 \
                    const double *a = first + row * stride;                                                            \
                    const double *b = second + column * stride;                                                        \
                    VECTOR sums[ROWS * COLUMNS];                                                                       \
                    _Pragma("unroll") for (int k = 0; k < ROWS * COLUMNS; k++) sums[k] = (VECTOR){0};                  \
                    for (size_t t = from; t < to; t += WIDTH) {                                                        \
                        VECTOR right[COLUMNS];                                                                         \
                        _Pragma("unroll") for (int j = 0; j < COLUMNS; j++) right[j] =                                 \
                            *(const VECTOR *)(b + (size_t)j * stride + t);                                             \
                        _Pragma("unroll") for (int i = 0; i < ROWS; i++) {                                             \
                            VECTOR left = *(const VECTOR *)(a + (size_t)i * stride + t);                               \
                            _Pragma("unroll") for (int j = 0; j < COLUMNS; j++) sums[i * COLUMNS + j] +=               \
                                left * right[j];                                                                       \
                        }                                                                                              \
                    }                                                                                                  \
                    for (size_t i = 0; i < ROWS; i++) {                                                                \
                        for (size_t j = 0; j < COLUMNS; j++) {                                                         \
                            double sum = 0;                                                                            \
                            for (int w = 0; w < WIDTH; w++) sum += sums[i * COLUMNS + j][w];                           \
                            products[(row + i) * TRADEWINDS_TILE + column + j] += sum;                                 \
                        }                                                                                              \
                    }                                                                                                  \
                }                                                                                                      \
            }                                                                                                          \
        }                                                                                                              \
    }

typedef double pair_of_doubles __attribute__((vector_size(16), aligned(8), may_alias));
DEFINE_TILE(tile_of_pairs, pair_of_doubles, 2, 3, 4, )

#if defined(__x86_64__)

typedef double four_doubles __attribute__((vector_size(32), aligned(8), may_alias));
typedef double eight_doubles __attribute__((vector_size(64), aligned(8), may_alias));
DEFINE_TILE(tile_of_fours, four_doubles, 4, 3, 4, __attribute__((target("avx2,fma"))))
DEFINE_TILE(tile_of_eights, eight_doubles, 8, 4, 6, __attribute__((target("avx512f,avx512vl,fma"))))

void tradewinds_tile_products(
    const double *first, const double *second, size_t length, size_t stride, double *products) {
    __builtin_cpu_init();
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl"))
        tile_of_eights(first, second, length, stride, products);
    else if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma"))
        tile_of_fours(first, second, length, stride, products);
    else
        tile_of_pairs(first, second, length, stride, products);
}

#else

void tradewinds_tile_products(
    const double *first, const double *second, size_t length, size_t stride, double *products) {
    tile_of_pairs(first, second, length, stride, products);
}

#endif
