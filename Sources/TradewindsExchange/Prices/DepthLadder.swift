import TradewindsVocabulary

/// A price of an order book with the size that waits there.
public struct DepthLevel: Sendable, Hashable {
    /// The price.
    public var price: Price
    /// Shares or contracts.
    public var size: Quantity
}

/// The simulated book behind a best quote.
///
/// The first level is the quote itself. Each level behind lies one to three increments further; how far, and how much waits
/// there, belongs to seed and price, so that a book is the same whenever its quote is. Unrealistic in that nothing but the
/// quote ever moves it: orders match against the quote alone, never against the levels behind.
public struct DepthLadder: Sendable, Hashable {
    private let seed: SeededHash
    private let rule: PriceRule

    /// The book of an instrument whose prices follow `rule`.
    public init(seed: UInt64, instrument: InstrumentIndex, rule: PriceRule) {
        self.seed = SeededHash(seed).child("depth").child(Int64(instrument.rawValue))
        self.rule = rule
    }

    /// Up to `rows` bids of a quote, highest first; none where it has no bid.
    public func bids(of quote: Quote, rows: Int) -> [DepthLevel] {
        levels(from: quote.bid, size: quote.bidSize, rows: rows, sign: -1)
    }

    /// Up to `rows` asks of a quote, lowest first; none where it has no ask.
    public func asks(of quote: Quote, rows: Int) -> [DepthLevel] {
        levels(from: quote.ask, size: quote.askSize, rows: rows, sign: 1)
    }

    private func levels(from best: Price?, size: Quantity?, rows: Int, sign: Int) -> [DepthLevel] {
        guard let best, rows > 0 else { return [] }
        let size = size ?? 1
        var levels = [DepthLevel(price: best, size: size)]
        var price = best
        while levels.count < rows {
            let increment = rule.increment(at: price)
            let steps = 1 + seed.child(price.decimal.hashKey).child(Int64(sign)).index(below: 3)
            let distance = increment.decimal * ExactDecimal(Int(steps))
            price = Price(sign < 0 ? price.decimal - distance : price.decimal + distance)
            guard price > 0 else { break }
            let lots = 1 + seed.child(price.decimal.hashKey).child("size").index(below: 9)
            levels.append(
                DepthLevel(price: price, size: Quantity(size.decimal * ExactDecimal(Int(lots)))))
        }
        return levels
    }
}

extension ExactDecimal {
    /// The same for equal values, on every machine.
    fileprivate var hashKey: Int64 { Int64(bitPattern: doubleValue.bitPattern) }
}
