/// Replicates of rows: drawn by a seeded bootstrap, or given, for instance by another program.
public enum Resampling: Sendable, Hashable {
    /// Drawn anew for each replicate; nothing is kept in memory.
    case seeded(BlockBootstrap, replicates: Int, seed: UInt64)
    /// The rows of each replicate.
    case given([[Int]])

    /// The number of replicates.
    public var replicates: Int {
        switch self {
        case .seeded(_, let replicates, _): replicates
        case .given(let rows): rows.count
        }
    }

    func validated(rows: Int) throws(StatisticsError) {
        try requireRange(replicates, "replicates", 1...100_000_000)
        switch self {
        case .seeded(let bootstrap, _, _): try bootstrap.validated(rows: rows)
        case .given(let samples):
            for sample in samples {
                guard !sample.isEmpty else { throw .tooShort(column: "replicate", count: 0, needed: 1) }
                if let wrong = sample.first(where: { !(0..<rows).contains($0) }) {
                    throw .outOfRange(parameter: "row", value: Double(wrong), allowed: "0 to \(rows - 1)")
                }
            }
        }
    }

    func indices(rows: Int, replicate: Int) -> [Int] {
        switch self {
        case .seeded(let bootstrap, _, let seed): bootstrap.draw(rows: rows, seed: seed, replicate: replicate)
        case .given(let samples): samples[replicate]
        }
    }
}
