import TradewindsVocabulary

/// A market to trade on: orders, fills, accounts, over simulated time.
///
/// Give it commands and prices; read ``events`` and empty them with ``clearEvents()``. Orders of several customers on
/// one instrument are served in order of arrival; they share the displayed size and do not trade with each other.
///
/// ```swift
/// var exchange = Exchange(instruments: [apple], accounts: [.init(id: "DU1", cash: 100_000)], start: morning)
/// let key = exchange.place(OrderTicket(account: "DU1", instrument: 0, side: .buy, type: .market, quantity: 100))
/// exchange.apply(MarketUpdate(instrument: 0, time: later, kind: .quote(Quote(bid: 99, ask: 100))))
/// exchange.order(key)?.state  // .filled
/// ```
///
/// - Complexity: A price that no order reacts to takes some tens of nanoseconds and allocates nothing.
public struct Exchange: Sendable {
    /// The choices it was made with.
    public let configuration: ExchangeConfiguration
    /// What can be traded; an ``InstrumentIndex`` is a position in this list.
    public let instruments: [Instrument]
    /// The latest instant it was told of.
    public internal(set) var now: Timestamp
    /// What happened since the last ``clearEvents()``, oldest first.
    public internal(set) var events: [ExchangeEvent] = []
    /// When the present trading day began.
    public internal(set) var dayStart: Timestamp

    let profiles: [InstrumentProfile]
    /// Every currency that an instrument or account uses; the base currency first.
    let currencies: [Currency]
    /// For each currency, the pair that prices it.
    let pairs: [CurrencyPair?]

    var books: [InstrumentBook]
    var orders = BlockList<OrderRecord>()
    /// Orders that may not be done yet, ascending.
    var live: [Int] = []
    /// How many of ``live`` were left when it was last swept.
    var openCountHint = 64
    var groups = OrderGroups()
    var executionList: [Execution] = []
    var reportList: [CommissionReport] = []
    var firstExecutionOfDay = 0
    var accounts: [AccountState]
    /// The next instant at which time itself does something.
    var nextWake: Timestamp
    var nextDayEnd: Timestamp
    var nextExpiry = Timestamp(nanoseconds: .max)
    var nextMarginLook = Timestamp(nanoseconds: .max)

    /// An exchange with `instruments` and `accounts`, its clock at `start`.
    ///
    /// - `accounts`: At least one; of two with the same id the first counts.
    public init(
        instruments: [Instrument], accounts openings: [AccountOpening], start: Timestamp,
        configuration: ExchangeConfiguration = ExchangeConfiguration()
    ) {
        self.configuration = configuration
        self.instruments = instruments
        var currencies = [configuration.baseCurrency]
        let profiles = instruments.map {
            InstrumentProfile($0, fees: configuration.fees, currencies: &currencies)
        }
        self.profiles = profiles
        self.currencies = currencies
        self.pairs = currencies.indices.map { CurrencyPair.pricing($0, in: profiles) }
        self.books = instruments.map { _ in InstrumentBook() }
        self.now = start
        self.dayStart = start
        self.nextDayEnd = Self.dayEnd(after: start, by: configuration.dayEnd)
        self.nextWake = nextDayEnd
        self.accounts = openings.map { opening in
            var cash = [ExactDecimal](repeating: .zero, count: currencies.count)
            cash[0] = opening.cash.decimal
            var account = AccountState(id: opening.id, cash: cash, instruments: instruments.count)
            account.equityBefore = opening.cash.decimal
            return account
        }
    }

    /// Forgets the events so far; their storage is used again.
    public mutating func clearEvents() { events.removeAll(keepingCapacity: true) }

    mutating func emit(_ kind: ExchangeEvent.Kind, order: Int? = nil) {
        events.append(ExchangeEvent(time: now, order: order.map(OrderKey.init), kind: kind))
    }

    mutating func setState(_ state: OrderState, of key: Int) {
        orders[key].state = state
        orders[key].updated = now
        noteWork(of: key)
    }
}
