import TradewindsVocabulary

/// Why an indicator cannot be made or run as asked.
public enum IndicatorError: Error, Sendable, Hashable, CustomStringConvertible {
    /// A period is below the smallest that the indicator is defined for, or above what memory allows.
    case periodOutOfRange(Int, allowed: ClosedRange<Int>)
    /// A number is outside what the indicator is defined for.
    case numberOutOfRange(Double, allowed: ClosedRange<Double>)
    /// A fast period that is not below its slow one.
    case fastNotBelowSlow(fast: Int, slow: Int)
    /// Columns of one input that differ in length.
    case differentLengths(Int, Int)
    /// The catalogue has no such indicator.
    case unknownIndicator(String, known: [String])
    /// A value for the catalogue does not fit its parameter.
    case parameter(ParameterError)
    /// The indicator is fed with other columns than those given.
    case wrongInput(indicator: String, needed: IndicatorInputKind)

    /// What is wrong and what to do.
    public var description: String {
        switch self {
        case .periodOutOfRange(let period, let allowed):
            "period \(period) is out of range: use \(allowed.lowerBound) to \(allowed.upperBound)"
        case .numberOutOfRange(let number, let allowed):
            "\(number) is out of range: use \(allowed.lowerBound) to \(allowed.upperBound)"
        case .fastNotBelowSlow(let fast, let slow):
            "the fast period (\(fast)) must be below the slow one (\(slow)): make fast smaller or slow larger"
        case .differentLengths(let first, let second):
            "columns of \(first) and \(second) rows: give columns of equal length"
        case .unknownIndicator(let name, let known):
            "there is no indicator \(name)\(NearestName.hint(name, among: known)); the indicators are: "
                + known.joined(separator: ", ")
        case .parameter(let error): "\(error)"
        case .wrongInput(let indicator, let needed): "\(indicator) takes \(needed.meaning)"
        }
    }
}

/// The longest window: memory of a window stays below 100 MB.
let longestPeriod = 1_000_000

/// Checks a period.
func checked(_ period: Int, atLeast least: Int = 1) throws(IndicatorError) -> Int {
    guard period >= least, period <= longestPeriod else {
        throw .periodOutOfRange(period, allowed: least...longestPeriod)
    }
    return period
}

/// Checks a number that is no period.
func checked(_ number: Double, in allowed: ClosedRange<Double>) throws(IndicatorError) -> Double {
    guard allowed.contains(number) else { throw .numberOutOfRange(number, allowed: allowed) }
    return number
}

/// Checks a fast and a slow period.
func checked(fast: Int, slow: Int) throws(IndicatorError) {
    _ = try checked(fast)
    _ = try checked(slow)
    guard fast < slow else { throw .fastNotBelowSlow(fast: fast, slow: slow) }
}
