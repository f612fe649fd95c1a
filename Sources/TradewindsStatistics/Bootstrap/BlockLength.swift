import Foundation

/// The block lengths that the memory of a column asks for (Politis and White 2004, corrected by Patton 2009).
///
/// Equal to arch's `optimal_block_length`.
public struct BlockLength: Sendable, Hashable {
    /// The mean length for the stationary bootstrap.
    public let stationary: Double
    /// The length for the circular bootstrap, not yet rounded.
    public let circular: Double

    /// Looks at the autocovariances of a column, oldest first.
    /// - Throws: for fewer than 16 rows or a column that does not move.
    public init(_ column: [Double]) throws(StatisticsError) {
        try requireFinite(column, "column")
        try requireCount(column, "column", atLeast: 16)
        guard let mean = column.mean, column.contains(where: { $0 != column[0] }) else {
            throw .constant(column: "column")
        }
        let count = Double(column.count)
        let deviations = column.map { $0 - mean }
        let quiet = max(5, Int(log10(count)))
        let most = Int(count.squareRoot().rounded(.up)) + quiet
        let memory = Memory(deviations, quiet: quiet, most: min(most, column.count - 2))
        var weighted = 0.0
        var longRun = memory.covariances[0]
        for lag in stride(from: 1, through: memory.span, by: 1) {
            let share = Double(lag) / Double(memory.span)
            let weight = share <= 0.5 ? 1 : 2 * (1 - share)
            weighted += 2 * weight * Double(lag) * memory.covariances[lag]
            longRun += 2 * weight * memory.covariances[lag]
        }
        let cap = min(3 * count.squareRoot(), count / 3).rounded(.up)
        let square = longRun * longRun
        guard square > 0 else { throw .constant(column: "column") }
        stationary = min(pow(2 * weighted * weighted / (2 * square), 1.0 / 3) * pow(count, 1.0 / 3), cap)
        circular = min(pow(2 * weighted * weighted / (4.0 / 3 * square), 1.0 / 3) * pow(count, 1.0 / 3), cap)
    }

    /// Autocovariances, and the lag up to which they count: twice the lag after which `quiet` ones in a row are small.
    private struct Memory {
        var covariances: [Double] = []
        var span: Int

        init(_ deviations: [Double], quiet: Int, most: Int) {
            let rows = deviations.count
            let count = Double(rows)
            let small = 2 * (log10(count) / count).squareRoot()
            var sizes: [Double] = []
            var found: Int?
            for lag in 0...most {
                let product = lagProduct(deviations, lag)
                let head = deviations[(lag + 1)...].reduce(0) { $0 + $1 * $1 }
                let tail = deviations[..<(rows - lag - 1)].reduce(0) { $0 + $1 * $1 }
                covariances.append(product / count)
                sizes.append(abs(product) / (head * tail).squareRoot())
                if lag >= quiet, found == nil, sizes[(lag - quiet)..<lag].allSatisfy({ $0 < small }) {
                    found = lag - quiet
                }
            }
            span = min(found.map { 2 * max($0, 1) } ?? most, most)
        }
    }
}
