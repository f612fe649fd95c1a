import TradewindsVocabulary

/// The commissions and fees of every kind of fill, as plain data. Change what differs at your broker.
public struct FeeSchedule: Sendable, Hashable {
    /// Commission on stocks.
    public enum StockPlan: Sendable, Hashable {
        /// The same rate for every share.
        case fixed(rate: ExactDecimal, minimum: Money, maximumShare: ExactDecimal)
        /// A rate falling with the shares of the month; a step holds up to its number of shares.
        case tiered(steps: [VolumeStep], minimum: Money, maximumShare: ExactDecimal)
    }

    /// One rate of a tiered plan.
    public struct VolumeStep: Sendable, Hashable {
        /// Up to this many shares in a calendar month; `nil` for the last step.
        public var upTo: Quantity?
        /// For each share.
        public var rate: ExactDecimal
        /// A step up to `upTo` shares.
        public init(upTo: Quantity?, rate: ExactDecimal) {
            self.upTo = upTo
            self.rate = rate
        }
    }

    /// All fees of one contract of a future.
    public struct FutureRate: Sendable, Hashable {
        /// The trading class, such as `ES`.
        public var tradingClass: String
        /// Broker, exchange and regulator together.
        public var perContract: Money
        /// A rate for `tradingClass`.
        public init(tradingClass: String, perContract: Money) {
            self.tradingClass = tradingClass
            self.perContract = perContract
        }
    }

    /// The day for which the rates were noted.
    public var date: CivilDate?
    /// Stocks and funds.
    public var stocks: StockPlan
    /// Futures with a rate of their own.
    public var futures: [FutureRate]
    /// One contract of any other future.
    public var otherFuture: Money
    /// The part of the value of a currency trade (0.00002 for 0.2 basis points).
    public var forexShare: ExactDecimal
    /// The least for an order on a pair, in the base currency.
    public var forexMinimum: Money
    /// The regulator's part of the value of a stock sale.
    public var saleValueShare: ExactDecimal
    /// The regulator's fee for each share sold.
    public var perShareSold: ExactDecimal

    /// A schedule; what is not given is free.
    public init(
        date: CivilDate? = nil, stocks: StockPlan = .fixed(rate: .zero, minimum: 0, maximumShare: ExactDecimal(1)),
        futures: [FutureRate] = [], otherFuture: Money = 0, forexShare: ExactDecimal = .zero,
        forexMinimum: Money = 0, saleValueShare: ExactDecimal = .zero, perShareSold: ExactDecimal = .zero
    ) {
        self.date = date
        self.stocks = stocks
        self.futures = futures
        self.otherFuture = otherFuture
        self.forexShare = forexShare
        self.forexMinimum = forexMinimum
        self.saleValueShare = saleValueShare
        self.perShareSold = perShareSold
    }
}

extension FeeSchedule.StockPlan {
    /// The least for an order and the largest part of its value (which goes before the least).
    var bounds: (minimum: ExactDecimal, maximumShare: ExactDecimal) {
        switch self {
        case .fixed(_, let minimum, let maximumShare), .tiered(_, let minimum, let maximumShare):
            (minimum.decimal, maximumShare)
        }
    }

    /// The highest rate of any share.
    var highestRate: ExactDecimal {
        switch self {
        case .fixed(let rate, _, _): rate
        case .tiered(let steps, _, _): steps.map(\.rate).max() ?? .zero
        }
    }

    /// The price of `quantity` shares after `before` shares of the month, without bounds.
    func price(of quantity: ExactDecimal, after before: ExactDecimal) -> ExactDecimal {
        switch self {
        case .fixed(let rate, _, _): return rate * quantity
        case .tiered(let steps, _, _):
            var total = ExactDecimal.zero
            var left = quantity
            var position = before
            for step in steps where left > .zero {
                let room = step.upTo.map { $0.decimal - position } ?? left
                guard room > .zero else { continue }
                let part = left < room ? left : room
                total += part * step.rate
                left -= part
                position += part
            }
            return total
        }
    }
}
