import TradewindsExchange
import TradewindsVocabulary

/// An exchange with a few instruments and one account, told by short words and read back as lines.
struct Desk {
    static let apple: InstrumentIndex = 0
    static let emini: InstrumentIndex = 1
    static let euro: InstrumentIndex = 2
    static let yen: InstrumentIndex = 3
    /// 2026-03-02 14:30 UTC, a Monday.
    static let morning = Timestamp(seconds: 1_772_461_800)

    static let instruments: [Instrument] = [
        Instrument(id: 265598, symbol: "AAPL", kind: .stock, primaryExchange: "NASDAQ"),
        Instrument(
            id: 495512563, symbol: "ES", kind: .future, localSymbol: "ESM6", exchange: "CME",
            multiplier: ExactDecimal(50), expiry: CivilDate(year: 2026, month: 6, day: 19),
            priceRule: PriceRule(id: 67, increment: 0.25),
            margin: .perContract(initial: 12_000, maintenance: 10_800), fees: .future),
        Instrument(
            id: 12_087_792, symbol: "EUR", kind: .currencyPair, localSymbol: "EUR.USD", exchange: "IDEALPRO",
            priceRule: PriceRule(id: 239, increment: 0.00005), margin: .leverage(ExactDecimal(50)), fees: .forex),
        Instrument(
            id: 15_016_059, symbol: "USD", kind: .currencyPair, currency: .jpy, localSymbol: "USD.JPY",
            exchange: "IDEALPRO", priceRule: PriceRule(id: 58, increment: 0.005), margin: .leverage(ExactDecimal(50)),
            fees: .forex),
    ]

    var exchange: Exchange
    var instrument = Desk.apple

    init(
        cash: Money = 1_000_000, fees: FeeSchedule = .none, model: FillModel = .nextOpen,
        on instrument: InstrumentIndex = Desk.apple, accounts: [AccountID] = ["DU1"]
    ) {
        exchange = Exchange(
            instruments: Desk.instruments, accounts: accounts.map { AccountOpening(id: $0, cash: cash) },
            start: Desk.morning, configuration: ExchangeConfiguration(fillModel: model, fees: fees))
        self.instrument = instrument
    }

    func ticket(
        _ side: Side, _ quantity: Quantity, _ type: OrderType, limit: Price? = nil, stop: Price? = nil,
        trail: Trail? = nil, limitOffset: Price? = nil, tif: TimeInForce = .day, parent: OrderKey? = nil,
        transmit: Bool = true, group: GroupMembership? = nil
    ) -> OrderTicket {
        OrderTicket(
            account: "DU1", instrument: instrument, side: side, type: type, quantity: quantity, limit: limit,
            stop: stop, trail: trail, limitOffset: limitOffset, timeInForce: tif, parent: parent, transmit: transmit,
            group: group)
    }

    @discardableResult
    mutating func order(
        _ side: Side, _ quantity: Quantity, _ type: OrderType, limit: Price? = nil, stop: Price? = nil,
        trail: Trail? = nil, limitOffset: Price? = nil, tif: TimeInForce = .day, parent: OrderKey? = nil,
        transmit: Bool = true, group: GroupMembership? = nil
    ) -> OrderKey {
        exchange.place(
            ticket(
                side, quantity, type, limit: limit, stop: stop, trail: trail, limitOffset: limitOffset, tif: tif,
                parent: parent, transmit: transmit, group: group))
    }

    /// A quote; without sizes there is no end of it.
    mutating func quote(_ bid: Price, _ ask: Price, _ bidSize: Quantity? = nil, _ askSize: Quantity? = nil) {
        let quote = Quote(bid: bid, bidSize: bidSize, ask: ask, askSize: askSize)
        exchange.apply(MarketUpdate(instrument: instrument, time: exchange.now + .seconds(1), kind: .quote(quote)))
    }

    mutating func trade(_ price: Price, _ size: Quantity = 100) {
        let trade = TradePrint(price: price, size: size)
        exchange.apply(MarketUpdate(instrument: instrument, time: exchange.now + .seconds(1), kind: .trade(trade)))
    }

    mutating func bar(_ open: Price, _ high: Price, _ low: Price, _ close: Price, volume: Quantity = 10_000) {
        let bar = Bar(start: exchange.now, open: open, high: high, low: low, close: close, volume: volume)
        exchange.apply(MarketUpdate(instrument: instrument, time: exchange.now + .seconds(60), kind: .bar(bar)))
    }

    /// The events since the last reading, one line each; commissions of zero are left out.
    mutating func lines() -> [String] {
        let lines = exchange.events.compactMap(Self.line)
        exchange.clearEvents()
        return lines
    }

    private static func line(_ event: ExchangeEvent) -> String? {
        let name = event.order.map { "\($0) " } ?? ""
        switch event.kind {
        case .accepted(let state): return name + "accepted \(text(state))"
        case .rejected(let rejection): return name + "rejected \(rejection)"
        case .stateChanged(let state): return name + text(state)
        case .changed: return name + "changed"
        case .changeRejected(let rejection): return name + "change rejected \(rejection)"
        case .reduced(let quantity): return name + "reduced by \(quantity)"
        case .cancelled(let reason): return name + "cancelled \(reason)"
        case .cancelRejected: return name + "cancel rejected"
        case .executed(let execution):
            return name + "\(execution.isBuy ? "bought" : "sold") \(execution.quantity) @ \(execution.price)"
        case .commission(let report):
            if report.commission.isZero { return nil }
            return name + "paid \(report.commission) \(report.currency)"
        case .stopMoved(let price): return name + "stop \(price)"
        case .marginCall(_, let maintenance, let equity): return "margin call \(maintenance) > \(equity)"
        case .dayEnded: return "day ended"
        }
    }

    private static func text(_ state: OrderState) -> String {
        switch state {
        case .untransmitted: "untransmitted"
        case .held(let reason): "held \(reason)"
        case .working: "working"
        case .filled: "filled"
        case .cancelled: "cancelled"
        case .rejected: "rejected"
        }
    }
}

/// A small seeded generator: the same numbers on every machine.
struct Dice {
    private var state: UInt64
    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state
    }

    mutating func roll(_ range: Range<Int>) -> Int { range.lowerBound + Int(next() >> 11) % range.count }
    mutating func chance(_ percent: Int) -> Bool { roll(0..<100) < percent }
}
