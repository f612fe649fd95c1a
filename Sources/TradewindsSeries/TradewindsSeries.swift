// TradewindsSeries: prices in columns, and what is made of them before a strategy sees them.
//
// `BarSeries` and `TickSeries` hold one contiguous column for each quantity: times as `Timestamp` (nanoseconds of UTC),
// everything else as `Double`. A slice shares its storage. Series are values: nothing here changes one in place.
//
// `ColumnTable` is the same with free column names; CSV files are read into it in one pass and the two series take
// their columns from it. Reading and writing of files stands in `CSV/` and is the only input and output here; all else
// is a function of its arguments.
//
// `Time/` resamples, aligns several instruments on one clock, lists gaps and applies splits and dividends.
// `FinancialML/` makes bars from ticks by count, volume, value, imbalance and runs, and labels bars for learning, after
// M. López de Prado, Advances in Financial Machine Learning (2018), with the numbers of mlfinpy 0.1.2.
//
// Limits: prices are doubles, for research: orders and money use the exact types of TradewindsVocabulary. A file's
// text columns are left out. A file's times without a zone are taken as UTC unless the reader is given the wall clock's
// zone.
