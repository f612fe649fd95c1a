import TradewindsExchange
import TradewindsVocabulary
import TradewindsWire

/// A subscription to bars as they are made: five-second bars, or the last bar of a history that is kept up to date.
struct BarSubscription: Sendable {
    enum Form: Sendable {
        /// Each five-second bar when it is over.
        case realTime
        /// The bar under way whenever it changes, in the date format of the request.
        case history(size: BarSize, dateFormat: Int32)
    }
    let request: RequestID
    let instrument: InstrumentIndex
    var builder: LiveBarBuilder
    let form: Form
}

extension GatewayCore {
    mutating func deliverBars(_ update: MarketUpdate, at position: Int) {
        for place in links[position].bars.indices
        where links[position].bars[place].instrument == update.instrument {
            let finished = links[position].bars[place].builder.add(update)
            tell(finished, of: place, at: position)
        }
    }

    /// Ends bars whose time is over although nothing happened since.
    mutating func closeBars() {
        for position in links.indices {
            for place in links[position].bars.indices {
                guard case .realTime = links[position].bars[place].form else { continue }
                let finished = links[position].bars[place].builder.close(at: now)
                tell(finished, of: place, at: position)
            }
        }
    }

    private mutating func tell(_ finished: HistoryBar?, of place: Int, at position: Int) {
        let subscription = links[position].bars[place]
        switch subscription.form {
        case .realTime:
            guard let bar = finished else { return }
            var tick = RealTimeBarTick()
            tick.request = subscription.request
            tick.seconds = bar.start.seconds
            tick.open = bar.open.doubleValue
            tick.high = bar.high.doubleValue
            tick.low = bar.low.doubleValue
            tick.close = bar.close.doubleValue
            tick.volume = subscription.builder.kind == .trades ? bar.volume : -1
            tick.weightedPrice = bar.average?.decimal ?? ExactDecimal(-1)
            tick.count = Int32(bar.trades ?? -1)
            links[position].send(.realtimeBar(tick))
        case .history(let size, let format):
            guard let bar = subscription.builder.current else { return }
            var answer = HistoricalDataUpdate()
            answer.request = subscription.request
            answer.bar = HistoryTranslation.bar(
                bar, size: size, zone: zone(of: subscription.instrument), dateFormat: format,
                isTrades: subscription.builder.kind == .trades)
            links[position].send(.historicalDataUpdate(answer))
        }
    }
}
