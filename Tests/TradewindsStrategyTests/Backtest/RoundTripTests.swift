import Testing
import TradewindsExchange
import TradewindsVocabulary

@testable import TradewindsStrategy

/// Trades made of fills, by hand.
@Suite
struct RoundTripTests {
    private static let start = Timestamp(seconds: 1_700_000_000)

    /// Feeds fills of signed quantities, each with a commission of one and the profit of what it closed.
    private func trips(_ fills: [(quantity: Quantity, price: Price, realized: Money?)]) -> RoundTrips {
        var trips = RoundTrips([ExactDecimal(1)])
        for (place, fill) in fills.enumerated() {
            trips.fill(
                StrategyFill(
                    time: Self.start + .seconds(place), instrument: 0, isBuy: fill.quantity > 0,
                    quantity: fill.quantity.magnitude, price: fill.price))
            trips.charge(1, realized: fill.realized, of: 0)
        }
        return trips
    }

    @Test func aTradeEndsFlatWithAveragePrices() {
        var trips = trips([(100, 10, nil), (50, 13, nil), (-30, 14, 88), (-120, 12, 117)])
        let ended = trips.takeEnded()
        #expect(ended.count == 1)
        let trade = ended[0]
        #expect(trade.isLong && trade.quantity == 150 && trade.entry == 11 && trade.exit == 12.4)
        #expect(trade.profit == 205 && trade.fees == 4)
        #expect(trade.entered == Self.start && trade.exited == Self.start + .seconds(3))
        #expect(
            trips.takeEnded().isEmpty
                && trips.stillOpen(at: Self.start, last: { _ in nil }, unrealized: { _ in nil }).isEmpty)
    }

    /// Ten sold out of a position of four: the trade ends, and a short one of six begins with six tenths of the
    /// commission.
    @Test func aFillThroughZeroEndsOneTradeAndBeginsAnother() {
        var trips = trips([(4, 10, nil), (-10, 12, 7), (6, 9, 17)])
        let ended = trips.takeEnded()
        #expect(ended.map(\.isLong) == [true, false] && ended.map(\.quantity) == [4, 6])
        #expect(ended.map(\.entry) == [10, 12] && ended.map(\.exit) == [12, 9])
        #expect(ended.map(\.profit) == [7, 17] && ended.map(\.fees) == [1.4, 1.6])
        #expect(ended[1].entered == Self.start + .seconds(1))
    }

    /// Only the part of the last fill that closed something takes its share of the commission, not what was closed
    /// before.
    @Test func earlierPartsDoNotCountIntoTheShare() {
        var trips = trips([(10, 10, nil), (-5, 11, 4), (-10, 12, 9)])
        #expect(trips.takeEnded().map(\.fees) == [2.5])
        let open = trips.stillOpen(at: Self.start + .seconds(9), last: { _ in 13 }, unrealized: { _ in -5.5 })
        #expect(open.count == 1 && !open[0].isLong && open[0].quantity == 5 && open[0].entry == 12)
        #expect(open[0].exit == 13 && open[0].profit == -5.5 && open[0].fees == 0.5)
        #expect(open[0].exited == Self.start + .seconds(9))
    }

    @Test func splitsAndDividendsStayWithTheOpenTrade() {
        var trips = trips([(10, 30, nil)])
        trips.credit(7, to: 0)
        trips.go(throughSplit: 3, 1, of: 0, leaving: 30)
        trips.fill(
            StrategyFill(time: Self.start + .seconds(5), instrument: 0, isBuy: false, quantity: 30, price: 11))
        trips.charge(1, realized: 28, of: 0)
        let trade = trips.takeEnded().first
        #expect(trade?.quantity == 30 && trade?.entry == 10 && trade?.exit == 11 && trade?.profit == 35)
    }

    /// Half a share is paid out: the trade ends with the whole shares that are left.
    @Test func partsOfSharesLeaveTheTrade() {
        var trips = trips([(101, 10, nil)])
        trips.go(throughSplit: 3, 2, of: 0, leaving: 151)
        trips.fill(
            StrategyFill(time: Self.start + .seconds(5), instrument: 0, isBuy: false, quantity: 151, price: 7))
        trips.charge(1, realized: 40, of: 0)
        #expect(trips.takeEnded().map(\.quantity) == [151])
    }

    /// What trades earned and what is still open is what the account gained, whatever the strategy does.
    @Test(arguments: ["tsmom", "voltarget", "xsmom", "rebalance"])
    func profitsAddUpToTheAccounts(name: String) throws {
        let count = name == "xsmom" || name == "rebalance" ? 3 : 1
        var state: UInt64 = 5
        func step(_ bound: UInt64) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % bound)
        }
        var closes = [Int](repeating: 5000, count: count)
        var updates: [MarketUpdate] = []
        for day in 0..<700 {
            for index in 0..<count {
                let open = closes[index]
                closes[index] = max(1000, open + step(301) - 150)
                let prices = [open, closes[index]].map { Price(ExactDecimal(Int128($0), scale: 2)) }
                let begin = Self.start + .seconds(86_400 * day)
                updates.append(
                    MarketUpdate(
                        instrument: InstrumentIndex(index), time: begin + .seconds(86_400),
                        kind: .bar(
                            Bar(
                                start: begin, open: prices[0], high: max(prices[0], prices[1]),
                                low: min(prices[0], prices[1]), close: prices[1], volume: 100_000))))
            }
        }
        let instruments = (0..<count).map { Instrument(id: ContractID(Int32($0 + 1)), symbol: "S\($0)", kind: .stock) }
        let plan = BacktestPlan(instruments: instruments, updates: updates)
        var values: [String: Double] = name == "tsmom" ? ["lookback": 20, "hold": 5] : [:]
        if name == "xsmom" { values = ["lookback": 20, "skip": 2, "hold": 10, "short": 1, "gross": 0.4] }
        let result = try StrategyCatalogue.strategy(name, values, instruments: count).backtest(plan)
        #expect(result.fills.count > 20)
        let sum = (result.trades + result.openTrades).reduce(Money.zero) { $0 + $1.profit }
        #expect(abs((sum - result.profit).doubleValue) < 0.01, "\(sum) of trades, \(result.profit) of the account")
        if name == "tsmom" || name == "xsmom" { #expect(result.trades.contains { !$0.isLong }) }
    }
}
