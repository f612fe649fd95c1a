// TradewindsLedger
//
// What events mean, as plain values: no sockets, no clocks. Events of either wire form go in; the state of orders, fills,
// positions, accounts and quotes comes out. The same events give the same state, always.
//
// - ``OrderLedger``: state of each order; only status, execution and completed-order messages move it, errors annotate it.
// - ``FillLedger``: executions joined with their commissions, in whichever order they come.
// - ``Quote``: what ticks add up to; delayed ticks fold into the same fields.
// - ``AccountBook`` and ``PositionBook``: account values and positions.
// - ``ErrorTable``: what each error code means and what to do next.
// - ``TimeText``: the protocol's ways of writing time.
//
// Limits: an order is known by client and id, so orders placed by hand (id 0) are kept by permanent id.
