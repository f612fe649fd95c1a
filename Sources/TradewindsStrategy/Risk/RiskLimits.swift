import TradewindsExchange
import TradewindsVocabulary

/// What a strategy may do at most. A limit that is `nil` does not hold; a value equal to its limit passes.
public struct RiskLimits: Sendable, Hashable {
    /// The hours in which orders may be given, in minutes after midnight; over midnight where `until` is first.
    ///
    /// Not for daily bars: what they lead to is given at midnight.
    public struct Hours: Sendable, Hashable {
        /// The first minute allowed, 0 to 1439.
        public var from: Int
        /// The first minute no longer allowed, 0 to 1440.
        public var until: Int
        /// Whose midnight.
        public var zone: MarketZone
        /// From one minute until another.
        public init(from: Int, until: Int, zone: MarketZone = .utc) {
            self.from = from
            self.until = until
            self.zone = zone
        }
        /// Whether `minute` is allowed.
        public func contains(_ minute: Int) -> Bool {
            from <= until ? minute >= from && minute < until : minute >= from || minute < until
        }
    }

    /// The largest quantity of an order.
    public var maxOrderQuantity: Quantity?
    /// The largest value of an order.
    public var maxOrderNotional: Money?
    /// How far the limit or stop price of an order may be from the last quote, in percent. Targets and stops behind an
    /// order are far away by design and do not count.
    public var priceCollarPercent: Double?
    /// The largest position on an instrument, long or short.
    public var maxPosition: Quantity?
    /// The largest sum of the values of all positions, without signs.
    public var maxGrossExposure: Money?
    /// The largest sum of the values of all positions, with signs, either way.
    public var maxNetExposure: Money?
    /// The largest gross exposure of a sector, by its name.
    public var maxSectorExposure: [String: Money] = [:]
    /// The sector of each symbol, large and small letters alike.
    public var sectors: [String: String] = [:]
    /// How much of equity initial margin may use, the order's own included, in percent.
    public var maxMarginPercent: Double?
    /// The largest number of orders within one second. A bracket counts as all its orders; exits that only reduce a
    /// position do not count.
    public var maxOrdersPerSecond: Int?
    /// The largest number of orders at work. A bracket counts as all its orders.
    public var maxOpenOrders: Int?
    /// When orders may be given.
    public var hours: Hours?
    /// The symbols that may be traded, large and small letters alike; empty: all.
    public var instruments: [String] = []
    /// The loss since the beginning of the UTC day that flattens and stops.
    public var maxDailyLoss: Money?
    /// The fall from the highest equity, in percent, that flattens and stops.
    public var maxDrawdownPercent: Double?

    /// No limits.
    public init() {}

    /// The sector that a symbol is in.
    func sector(of symbol: String) -> String? {
        guard !sectors.isEmpty else { return nil }
        let name = symbol.uppercased()
        return sectors[symbol] ?? sectors.first { $0.key.uppercased() == name }?.value
    }
}
