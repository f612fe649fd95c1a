/// Why a statistic could not be computed, with the place in the input and the remedy.
public enum StatisticsError: Error, Sendable, Hashable, CustomStringConvertible {
    /// A value is NaN or infinite. Rows count from 0.
    case notFinite(column: String, row: Int)
    /// Two columns that belong together have different lengths.
    case lengthsDiffer(first: String, firstCount: Int, second: String, secondCount: Int)
    /// Fewer rows than the computation needs.
    case tooShort(column: String, count: Int, needed: Int)
    /// A parameter lies outside its range.
    case outOfRange(parameter: String, value: Double, allowed: String)
    /// All values are the same, so the computation divides by nothing.
    case constant(column: String)
    /// The regressors are linearly dependent.
    case singular(what: String)
    /// All columns are the same, so that none is the best.
    case alike(columns: String)

    /// What is wrong, where, and what to do.
    public var description: String {
        switch self {
        case .notFinite(let column, let row):
            "\(column): row \(row) is not a finite number; remove or fill the row before the call"
        case .lengthsDiffer(let first, let firstCount, let second, let secondCount):
            "\(first) has \(firstCount) rows and \(second) has \(secondCount); align them on the same times first"
        case .tooShort(let column, let count, let needed):
            "\(column): \(count) rows, at least \(needed) are needed; give a longer history or fewer lags or folds"
        case .outOfRange(let parameter, let value, let allowed):
            "\(parameter) is \(Int(exactly: value).map(String.init) ?? "\(value)"); allowed: \(allowed)"
        case .constant(let column):
            "\(column): every row has the same value; a series that moves is needed"
        case .singular(let what):
            "\(what): they depend on each other linearly, as where a series is a straight line, repeats itself or is a "
                + "multiple of another; give series that move by themselves"
        case .alike(let columns):
            "\(columns): all have the same returns, so that none is the best; give some that differ"
        }
    }
}

/// Throws for the first value of a column that is not finite.
func requireFinite(_ column: [Double], _ name: String) throws(StatisticsError) {
    if let row = column.firstIndex(where: { !$0.isFinite }) { throw .notFinite(column: name, row: row) }
}

/// Throws when a column has fewer rows than needed.
func requireCount(_ column: [Double], _ name: String, atLeast needed: Int) throws(StatisticsError) {
    if column.count < needed { throw .tooShort(column: name, count: column.count, needed: needed) }
}

/// Throws when two columns have different lengths.
func requireSameCount(
    _ first: [Double], _ firstName: String, _ second: [Double], _ secondName: String
) throws(StatisticsError) {
    if first.count != second.count {
        throw .lengthsDiffer(
            first: firstName, firstCount: first.count, second: secondName, secondCount: second.count)
    }
}

/// Throws when a parameter is outside a closed range of whole numbers.
func requireRange(_ value: Int, _ name: String, _ range: ClosedRange<Int>) throws(StatisticsError) {
    if !range.contains(value) {
        throw .outOfRange(
            parameter: name, value: Double(value), allowed: "\(range.lowerBound) to \(range.upperBound)")
    }
}
