// TradewindsExchange: a market to trade on, as a deterministic state machine over simulated time.
//
// Commands go in (`place`, `change`, `cancel`, `apply` a price, `advance` the clock), events come out in a buffer that the
// caller drains. The gateway puts sockets, limits and faults around it; a backtest drives it directly. The same commands
// give the same events on every machine: no clock, no random number and no input or output is used here.
//
// Contracts say what can be traded and by which rules, Orders how an order is told and how it stands, Matching when it
// fills, Accounts what a fill does to cash and positions, Fees and Margin what it costs and needs, Core ties them up.
// Prices, sessions and history come from the folders of those names and reach the exchange only as `MarketUpdate`s and
// phases of the trading day.
//
// Limits: customers' orders do not trade with each other and do not move the market; there is no queue position, no
// latency and no borrow cost. It knows nothing of the protocol's ids, frames, versions or error codes: refusals are
// `Rejection` values.
