import TradewindsExchange
import TradewindsStrategy
import TradewindsVocabulary

/// A template for a strategy of your own: buys after three rising closes, risks one percent, sells after a falling one.
///
/// Copy the file, rename the type, change `bar`. Run it in a backtest with `BacktestPlan.run`.
struct OwnStrategy: Strategy, Codable {
    private var before: Double?
    private var rises = 0

    mutating func bar<B: Broker>(_ bar: Bar, of instrument: InstrumentIndex, _ broker: inout B) {
        let close = bar.close.doubleValue
        defer { before = close }
        guard let before else { return }
        rises = close > before ? rises + 1 : 0
        let held = broker.position(in: instrument)
        if held > 0, close < before {
            broker.move(to: 0, in: instrument)
        } else if held.isZero, rises == 3 {
            enter(at: bar.close, in: instrument, &broker)
        }
    }

    private func enter<B: Broker>(at close: Price, in instrument: InstrumentIndex, _ broker: inout B) {
        guard let stop = broker.price(close.doubleValue * 0.97, of: instrument), let equity = broker.equity else {
            return
        }
        let size = PositionSize.percentAtRisk(1).quantity(
            in: .init(equity: equity, price: close, terms: broker.terms(of: instrument), stop: stop))
        guard size > 0 else { return }
        var order = OrderIntent(.buy, size, of: instrument)
        order.stopLoss = stop
        broker.place(order)
    }

    mutating func refused<B: Broker>(_ order: OrderHandle, reason: RefusalReason, _ broker: inout B) {
        rises = 0
    }
}
