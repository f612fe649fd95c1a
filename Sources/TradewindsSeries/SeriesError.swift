/// Why columns do not make a series, or a calculation refuses its arguments.
public enum SeriesError: Error, Sendable, Hashable, CustomStringConvertible {
    /// A column has another number of rows than the times have.
    case differentLength(column: String, rows: Int, times: Int)
    /// A row's time is not later than the row before (bars), or earlier than it (ticks). Rows count from 0.
    case timesNotInOrder(row: Int)
    /// Two columns have the same name.
    case doubleColumn(String)
    /// A table lacks a column.
    case missingColumn(String, present: [String])
    /// An argument is outside what the calculation is defined for.
    case badArgument(name: String, requirement: String)
    /// A value at a row is not what the calculation needs, such as a price of zero under a logarithm.
    case badValue(column: String, row: Int, requirement: String)
    /// A bar reaches beyond the interval that it begins in, so that the longer bar would tell what comes after its end.
    /// Rows count from 0.
    case beyondInterval(row: Int, bar: Duration, interval: Duration)

    /// One sentence with what to do.
    public var description: String {
        switch self {
        case .differentLength(let column, let rows, let times):
            "\(column) has \(rows) rows and the times have \(times); give every column one value for each time"
        case .timesNotInOrder(let row):
            "row \(row): its time is not after the row before; sort the rows by time and remove doubles"
        case .doubleColumn(let name): "two columns are named \(name); rename one"
        case .missingColumn(let name, let present):
            "no column \(name); there are: \(present.joined(separator: ", "))"
        case .badArgument(let name, let requirement): "\(name) must be \(requirement)"
        case .badValue(let column, let row, let requirement): "\(column), row \(row): must be \(requirement)"
        case .beyondInterval(let row, let bar, let interval):
            "row \(row): the bar lasts \(bar) and reaches beyond its interval of \(interval); take a whole multiple of the "
                + "bars' length, and intervals that begin with a bar"
        }
    }
}
