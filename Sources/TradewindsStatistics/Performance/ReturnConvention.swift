import Foundation

/// What the numbers of a column of returns mean: how many make a year, and against what they are judged.
public struct ReturnConvention: Sendable, Hashable {
    /// Periods in a year: 252 for daily bars of a stock exchange, 365 for a market that never closes, 12 for months.
    public var periodsPerYear: Double
    /// The riskless return **of one period**, subtracted before Sharpe, Sortino, Omega, alpha and beta; what it compounds to
    /// in a year is subtracted from the growth or sum by which Treynor, recovery, ulcer performance and serenity judge.
    public var riskFree: Double
    /// The least acceptable return of one period, for Sortino and downside risk; the riskless one without. Omega counts
    /// what is beyond both.
    public var requiredReturn: Double?
    /// The probability of the tail that value at risk looks at, above 0 and below 1: 0.05 is the worst period in twenty.
    public var tailProbability: Double

    /// A convention; the defaults are daily stock returns, no riskless return, a tail of five percent.
    public init(
        periodsPerYear: Double = 252, riskFree: Double = 0, requiredReturn: Double? = nil,
        tailProbability: Double = 0.05
    ) {
        self.periodsPerYear = periodsPerYear
        self.riskFree = riskFree
        self.requiredReturn = requiredReturn
        self.tailProbability = tailProbability
    }

    /// The return of one period that compounds to an annual one.
    public static func perPeriod(annual: Double, periodsPerYear: Double) -> Double {
        pow(1 + annual, 1 / periodsPerYear) - 1
    }

    /// What the riskless return compounds to in a year.
    var annualRiskFree: Double { pow(1 + riskFree, periodsPerYear) - 1 }

    func validated() throws(StatisticsError) -> Self {
        if !(periodsPerYear > 0 && periodsPerYear.isFinite) {
            throw .outOfRange(parameter: "periodsPerYear", value: periodsPerYear, allowed: "a number above 0")
        }
        if !(tailProbability > 0 && tailProbability < 1) {
            throw .outOfRange(parameter: "tailProbability", value: tailProbability, allowed: "above 0 and below 1")
        }
        for (name, value) in [("riskFree", riskFree), ("requiredReturn", requiredReturn ?? 0)]
        where !(value > -1 && value < 1) {
            throw .outOfRange(parameter: name, value: value, allowed: "a fraction between -1 and 1 for one period")
        }
        return self
    }
}
