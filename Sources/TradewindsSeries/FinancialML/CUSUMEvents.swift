#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

extension Column<Double> {
    /// The rows where the symmetric CUSUM filter fires: the logarithm has moved by more than `threshold` since it last
    /// fired.
    ///
    /// López de Prado (2018), section 2.5.2.1. Rises and falls are summed apart, each never past zero; the one that
    /// passes the threshold begins anew.
    ///
    /// - Throws: Where `threshold` is not above zero, or a value is not.
    public func cusumEvents(threshold: Double) throws(SeriesError) -> [Int] {
        guard threshold > 0, threshold.isFinite else {
            throw .badArgument(name: "threshold", requirement: "above zero, such as 0.01 for one percent")
        }
        let logs = try logarithms()
        var (rise, fall) = (0.0, 0.0)
        var events: [Int] = []
        for row in logs.indices.dropFirst() {
            let change = logs[row] - logs[row - 1]
            rise = Swift.max(0, rise + change)
            fall = Swift.min(0, fall + change)
            if fall < -threshold {
                fall = 0
                events.append(row)
            } else if rise > threshold {
                rise = 0
                events.append(row)
            }
        }
        return events
    }

    /// The natural logarithms of prices.
    func logarithms(column: String = "close") throws(SeriesError) -> [Double] {
        var result: [Double] = []
        result.reserveCapacity(count)
        for row in 0..<count {
            let value = self[row]
            guard value > 0, value.isFinite else {
                throw .badValue(column: column, row: row, requirement: "above zero to have a logarithm")
            }
            result.append(log(value))
        }
        return result
    }
}
