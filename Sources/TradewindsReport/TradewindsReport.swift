/// # TradewindsReport
///
/// A backtest as one web page that needs nothing else: no network, no other file, no library.
///
/// ```swift
/// let page = BacktestReport(result, strategy: description, prices: histories).html()
/// ```
///
/// - A pure function: the same report gives the same bytes. Charts are SVG that Swift draws; a short script in the page
///   adds the crosshair, the order of the table's columns and the change between light and dark. Without it the page
///   still tells everything.
/// - A chart holds at most four points a pixel column: the first, lowest, highest and last, so that a million bars draw
///   the same line as all their points would.
/// - All text from outside is escaped, and the page's own policy forbids it to load or send anything.
/// - Times are on one wall clock, that of `BacktestReport.zone`. A value stamped at midnight belongs to the day before.
///
/// Limits: one axis of calendar time, so nights and weekends of intraday prices are straight lines; the table shows the
/// first and last trades of more than a thousand; Latin digits and English only.
