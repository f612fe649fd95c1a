import TradewindsVocabulary

/// A split or a dividend.
public struct CorporateAction: Sendable, Hashable {
    /// What happens.
    public enum Kind: Sendable, Hashable {
        /// Each share becomes `ratio`: 2 for two for one, 0.1 for one for ten.
        case split(ratio: Double)
        /// Each share is paid `amount`, in the price's currency.
        case dividend(amount: Double)
    }

    /// The first day that trades without it.
    public var date: CivilDate
    /// What happens.
    public var kind: Kind

    /// An action on its first day without.
    public init(date: CivilDate, kind: Kind) { (self.date, self.kind) = (date, kind) }
}

extension BarSeries {
    /// The prices as if splits and dividends had always been: those before an action are multiplied so that it shows no
    /// jump. The last prices stay as they are.
    ///
    /// A split by `ratio` divides the prices before it and multiplies the volumes. A dividend multiplies the prices
    /// before it by `1 - amount / close`, with the last close before it. Other columns stay as they are. Actions before
    /// the first bar or after the last change nothing.
    ///
    /// - `date`: The trading day of a bar's time; by default its day in UTC.
    /// - Throws: Where a ratio is not above zero, or a dividend is below zero or not below the close before it.
    public func adjusted(
        for actions: [CorporateAction], date: (Timestamp) -> CivilDate = { $0.utcDate }
    ) throws(SeriesError) -> BarSeries {
        var priceFactors = [Double](repeating: 1, count: count)
        var volumeFactors = priceFactors
        let days = time.map(date)
        for action in actions {
            let first = Self.firstRow(of: action.date, in: days)
            guard first > 0, first < count else { continue }
            let (price, volume) = try factors(action.kind, lastClose: close[first - 1], row: first - 1)
            priceFactors[first - 1] *= price
            volumeFactors[first - 1] *= volume
        }
        // From the last bar back, each takes on the factors of all that follow it.
        for row in (0..<max(count - 1, 0)).reversed() {
            priceFactors[row] *= priceFactors[row + 1]
            volumeFactors[row] *= volumeFactors[row + 1]
        }
        func scaled(_ column: Column<Double>, _ factors: [Double]) -> Column<Double> {
            Column(zip(column, factors).map { $0 * $1 })
        }
        return BarSeries(
            unchecked: symbol, time: time, open: scaled(open, priceFactors), high: scaled(high, priceFactors),
            low: scaled(low, priceFactors), close: scaled(close, priceFactors), volume: scaled(volume, volumeFactors),
            others: others)
    }

    private func factors(
        _ kind: CorporateAction.Kind, lastClose: Double, row: Int
    ) throws(SeriesError) -> (price: Double, volume: Double) {
        switch kind {
        case .split(let ratio):
            guard ratio > 0, ratio.isFinite else {
                throw .badArgument(name: "ratio of a split", requirement: "above zero, such as 2 for two for one")
            }
            return (1 / ratio, ratio)
        case .dividend(let amount):
            guard amount >= 0, amount < lastClose else {
                throw .badArgument(
                    name: "dividend \(amount)", requirement: "zero or more and below the close before it, \(lastClose)")
            }
            return (1 - amount / lastClose, 1)
        }
    }

    private static func firstRow(of date: CivilDate, in days: [CivilDate]) -> Int {
        var (low, high) = (0, days.count)
        while low < high {
            let middle = (low + high) / 2
            if days[middle] < date { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
