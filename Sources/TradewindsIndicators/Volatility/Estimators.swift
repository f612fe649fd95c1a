import Foundation

/// How the volatility of returns is estimated from bars. All are per bar unless `barsPerYear` says otherwise.
///
/// Sources: M. Parkinson (Journal of Business 53, 1980); M. Garman and M. Klass (Journal of Business 53, 1980);
/// L. Rogers and S. Satchell (Annals of Applied Probability 1, 1991); D. Yang and Q. Zhang (Journal of Business 73, 2000).
public struct VolatilityEstimate: Indicator {
    /// The estimators.
    public enum Method: String, Sendable, Hashable, Codable, CaseIterable {
        /// The deviation of logarithmic returns from close to close, divided by the count less one.
        case closeToClose
        /// From high and low alone: no gaps, no drift.
        case parkinson
        /// From all four prices: no gaps, no drift.
        case garmanKlass
        /// From all four prices, with any drift: no gaps.
        case rogersSatchell
        /// Gaps, the day and its drift together.
        case yangZhang
    }

    /// The estimator.
    public let method: Method
    /// How many bars (for those with a close before: how many returns).
    public let period: Int
    private let scale: Double
    private var before: Double?
    private var sum: RollingSum
    private var gaps: RollingMoments
    private var days: RollingMoments

    /// - `barsPerYear`: 1 gives the volatility of a bar, 252 of a year of daily bars.
    /// - Throws: Where the period is below 2 or `barsPerYear` not above 0.
    public init(_ method: Method, period: Int, barsPerYear: Double = 1) throws(IndicatorError) {
        self.method = method
        self.period = try checked(period, atLeast: 2)
        scale = try checked(barsPerYear, in: 1e-6...1e9).squareRoot()
        sum = RollingSum(period)
        gaps = RollingMoments(period)
        days = gaps
    }

    private var needsCloseBefore: Bool { method == .closeToClose || method == .yangZhang }

    /// `period - 1`; `period` where the close before is needed.
    public var warmUp: Int { needsCloseBefore ? period : period - 1 }

    /// The volatility: 0.01 for one percent; not a number while the window has a price at or below zero, which has no
    /// logarithm.
    public mutating func update(_ bar: PriceBar) -> Double? {
        defer { before = bar.close }
        if needsCloseBefore {
            guard let before else { return nil }
            return sinceClose(before, bar).map { $0.squareRoot() * scale }
        }
        return sum.update(withinBar(bar)).map { notNegative($0 / Double(period)).squareRoot() * scale }
    }

    private func withinBar(_ bar: PriceBar) -> Double {
        let high = Self.logarithm(of: bar.high, to: bar.open)
        let low = Self.logarithm(of: bar.low, to: bar.open)
        let close = Self.logarithm(of: bar.close, to: bar.open)
        let squaredRange = (high - low) * (high - low)
        switch method {
        case .parkinson: return squaredRange / (4 * Self.logarithmOfTwo)
        case .garmanKlass: return squaredRange / 2 - (2 * Self.logarithmOfTwo - 1) * close * close
        default: return high * (high - close) + low * (low - close)
        }
    }

    private static let logarithmOfTwo = log(2.0)

    /// Of a ratio of prices: also that of two prices below zero is no number.
    private static func logarithm(of price: Double, to base: Double) -> Double {
        price > 0 && base > 0 ? log(price / base) : .nan
    }

    private mutating func sinceClose(_ before: Double, _ bar: PriceBar) -> Double? {
        guard method == .yangZhang else {
            days.update(Self.logarithm(of: bar.close, to: before))
            return days.isFull ? days.sampleVariance : nil
        }
        gaps.update(Self.logarithm(of: bar.open, to: before))
        days.update(Self.logarithm(of: bar.close, to: bar.open))
        guard let within = sum.update(withinBar(bar)) else { return nil }
        let count = Double(period)
        let weight = 0.34 / (1.34 + (count + 1) / (count - 1))
        return gaps.sampleVariance + weight * days.sampleVariance + (1 - weight) * notNegative(within / count)
    }

    /// Forgets every bar.
    public mutating func reset() {
        before = nil
        sum.reset()
        gaps.reset()
        days.reset()
    }
}
