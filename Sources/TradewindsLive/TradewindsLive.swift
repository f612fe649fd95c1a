// TradewindsLive
//
// Runs a strategy on a connection: the same value that a backtest runs. ``StrategyRun`` follows market and fills in the
// gateway's order, tells the strategy one thing at a time, and sends what it orders before it tells the next.
//
// Limits: trades and quotes arrive with times to the second. An order that the strategy gives is on its way when its
// callback returns, not yet accepted.
