// TradewindsStrategy: strategies that do not know where they run.
//
// A `Strategy` is a value that is told bars, quotes and fills, and answers by giving orders to a `Broker`. The same code
// runs on the exchange directly (`Backtest`), on a simulated gateway and live: only the broker differs. Callbacks are
// synchronous and generic over the broker, so a backtest costs no task switch and no existential a bar.
//
// Limits: one thread, one account; a broker only takes orders, what becomes of them is told later.
