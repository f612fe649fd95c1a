/// How rows are drawn again from a column so that neighbours stay together.
public enum BlockBootstrap: Sendable, Hashable {
    /// Each row alone: for columns without memory.
    case independent
    /// Blocks of random length with a mean, wrapping around the end (Politis and Romano).
    case stationary(meanBlock: Double)
    /// Blocks of one length, wrapping around the end.
    case circular(block: Int)
    /// Blocks of one length that lie within the column (Künsch).
    case movingBlock(block: Int)

    func validated(rows: Int) throws(StatisticsError) {
        guard rows > 0 else { throw .tooShort(column: "column", count: rows, needed: 1) }
        switch self {
        case .independent: break
        case .stationary(let mean):
            if !(mean >= 1 && mean.isFinite) {
                throw .outOfRange(parameter: "meanBlock", value: mean, allowed: "1 or more rows")
            }
        case .circular(let block), .movingBlock(let block): try requireRange(block, "block", 1...rows)
        }
    }

    /// The rows of one replicate, as many as the column has.
    ///
    /// - Parameters:
    ///   - rows: the number of rows of the column.
    ///   - seed: the seed of the whole resampling.
    ///   - replicate: the number of the replicate; each has a stream of its own.
    public func indices(rows: Int, seed: UInt64, replicate: Int) throws(StatisticsError) -> [Int] {
        try validated(rows: rows)
        return draw(rows: rows, seed: seed, replicate: replicate)
    }

    func draw(rows: Int, seed: UInt64, replicate: Int) -> [Int] {
        var generator = SeededGenerator(seed: seed, stream: UInt64(bitPattern: Int64(replicate)))
        switch self {
        case .independent:
            return (0..<rows).map { _ in generator.whole(below: rows) }
        case .stationary(let mean):
            let starts = (0..<rows).map { _ in generator.whole(below: rows) }
            let chances = (0..<rows).map { _ in generator.unit() }
            return Self.stationary(starts: starts, chances: chances, meanBlock: mean)
        case .circular(let block):
            let starts = (0..<((rows + block - 1) / block)).map { _ in generator.whole(below: rows) }
            return Self.blocks(starts: starts, block: block, rows: rows)
        case .movingBlock(let block):
            let starts = (0..<((rows + block - 1) / block)).map { _ in generator.whole(below: rows - block + 1) }
            return Self.blocks(starts: starts, block: block, rows: rows)
        }
    }

    /// Follows a block on, or starts a new one where the chance is at most the reciprocal of the mean length.
    static func stationary(starts: [Int], chances: [Double], meanBlock: Double) -> [Int] {
        var rows = starts
        for index in rows.indices.dropFirst() where chances[index] > 1 / meanBlock {
            rows[index] = rows[index - 1] + 1 == rows.count ? 0 : rows[index - 1] + 1
        }
        return rows
    }

    static func blocks(starts: [Int], block: Int, rows: Int) -> [Int] {
        Array(starts.lazy.flatMap { start in (0..<block).lazy.map { (start + $0) % rows } }.prefix(rows))
    }
}
