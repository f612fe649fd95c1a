/// # TradewindsStatistics
///
/// What a column of returns, a list of trades or a column of prices is worth: performance statistics, econometric
/// tests, and the mathematics of "is it luck". Values in, values out; Foundation only for `exp`, `log` and `erfc`.
///
/// - A column is an `[Double]`, oldest first, one element a period, no holes. A return is a fraction (0.01 is one
///   percent), simple, not logarithmic. Conventions that differ between libraries are named in `ReturnConvention`.
/// - An undefined statistic (no losing period, one observation, zero variance) is `nil`, never NaN and never zero.
/// - Input that cannot be computed on (a NaN, columns of different lengths, too few rows) throws `StatisticsError`,
///   which says where and what to do.
/// - What is random takes a seed. Every replicate draws from a stream of its own, so results do not depend on how the
///   work was cut among threads.
///
/// Definitions follow the field's references (empyrical-reloaded, quantstats, backtesting.py, statsmodels, arch,
/// purgedcv), and tests hold each against values that those programs computed. Where they differ among themselves the
/// doc comment names the one that is followed.
///
/// The inner products of `CorrelationMatrix` are the one part in C (`CTradewindsKernels`), for the processor's widest vectors.
///
/// Limits: no multi-column frames, no calendar; aggregation by month or year belongs to the caller, who has the dates.
