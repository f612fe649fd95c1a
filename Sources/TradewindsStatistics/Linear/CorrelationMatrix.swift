internal import CTradewindsKernels
import Dispatch

/// Pearson's correlations of many columns with each other.
///
/// 500 columns of 2,500 rows take a few hundredths of a second on one core. Sums are taken in the order that suits the
/// processor's vectors: between kinds of processor the last digits may differ, between numbers of threads never.
public struct CorrelationMatrix: Sendable, Hashable {
    /// The number of columns.
    public let size: Int
    private let values: [Double]
    private let moves: [Bool]

    /// The correlation of two columns, -1…1; `nil` if one of them does not move.
    public subscript(first: Int, second: Int) -> Double? {
        moves[first] && moves[second] ? values[first * size + second] : nil
    }

    /// Correlates columns of one length.
    /// - Parameters:
    ///   - columns: the instruments' returns for the same periods.
    ///   - workers: threads to use; the result is the same for any number.
    /// - Throws: for columns of different lengths, of fewer than two rows, or with a value that is not finite.
    public init(_ columns: [[Double]], workers: Int = 1) throws(StatisticsError) {
        size = columns.count
        if let first = columns.first { try requireCount(first, "column 0", atLeast: 2) }
        for (index, column) in columns.enumerated() {
            try requireSameCount(columns[0], "column 0", column, "column \(index)")
        }
        let rows = UnitRows(columns, workers: workers)
        if let wrong = rows.states.firstIndex(of: .notFinite) { try requireFinite(columns[wrong], "column \(wrong)") }
        moves = rows.states.map { $0 == .moves }
        values = rows.products(workers: workers)
    }
}

/// Columns less their means, each of length one, in the padded layout of the kernel.
private struct UnitRows {
    enum State: Sendable {
        case moves, constant, notFinite
    }

    private static let tile = Int(TRADEWINDS_TILE)
    private static let lanes = Int(TRADEWINDS_LANES)
    /// A stride that is a multiple of a page maps all rows to the same cache lines.
    private static let page = 512

    let states: [State]
    private let count: Int
    private let length: Int
    private let stride: Int
    private let rows: [Double]

    init(_ columns: [[Double]], workers: Int) {
        count = columns.count
        length = ((columns.first?.count ?? 0) + Self.lanes - 1) / Self.lanes * Self.lanes
        stride = length % Self.page == 0 ? length + Self.lanes : length
        let padded = (count + Self.tile - 1) / Self.tile * Self.tile
        let stride = stride
        var rows = [Double](repeating: 0, count: padded * stride)
        states = rows.withUnsafeMutableBufferPointer { buffer in
            // Each column writes only its own row, so no two threads touch one element.
            nonisolated(unsafe) let target = buffer
            return concurrentMap(columns.count, workers: workers) { index in
                Self.fill(
                    UnsafeMutableBufferPointer(rebasing: target[(index * stride)...].prefix(stride)), columns[index])
            }
        }
        self.rows = rows
    }

    private static func fill(_ row: UnsafeMutableBufferPointer<Double>, _ column: [Double]) -> State {
        column.withUnsafeBufferPointer { column in
            var sums = SIMD8<Double>()
            let whole = column.count / lanes * lanes
            for start in Swift.stride(from: 0, to: whole, by: lanes) { sums += vector(column, start) }
            let mean = (sums.sum() + column[whole...].reduce(0, +)) / Double(column.count)
            guard mean.isFinite else { return .notFinite }
            guard column.contains(where: { $0 != column[0] }) else { return .constant }
            var squares = 0.0
            for index in column.indices {
                let deviation = column[index] - mean
                row[index] = deviation
                squares += deviation * deviation
            }
            guard squares.isFinite else { return .notFinite }
            guard squares > 0 else { return .constant }
            let scale = 1 / squares.squareRoot()
            for index in column.indices { row[index] *= scale }
            return .moves
        }
    }

    private static func vector(_ column: UnsafeBufferPointer<Double>, _ start: Int) -> SIMD8<Double> {
        SIMD8(
            column[start], column[start + 1], column[start + 2], column[start + 3], column[start + 4],
            column[start + 5], column[start + 6], column[start + 7])
    }

    /// All products, tile by tile of the lower triangle, mirrored to the upper one.
    func products(workers: Int) -> [Double] {
        let tiles = (count + Self.tile - 1) / Self.tile
        let pairs = (0..<tiles).flatMap { row in (0...row).map { (row, $0) } }
        var values = [Double](repeating: 0, count: count * count)
        rows.withUnsafeBufferPointer { source in
            values.withUnsafeMutableBufferPointer { buffer in
                // Each tile writes only its own elements, so no two threads touch one element.
                nonisolated(unsafe) let target = buffer
                nonisolated(unsafe) let source = source
                _ = concurrentMap(pairs.count, workers: workers) { index in
                    write(tile: pairs[index], from: source, to: target)
                }
            }
        }
        return values
    }

    private func write(
        tile: (row: Int, column: Int), from source: UnsafeBufferPointer<Double>,
        to target: UnsafeMutableBufferPointer<Double>
    ) {
        guard let base = source.baseAddress else { return }
        let size = Self.tile
        withUnsafeTemporaryAllocation(of: Double.self, capacity: size * size) { products in
            guard let out = products.baseAddress else { return }
            tradewinds_tile_products(
                base + tile.row * size * stride, base + tile.column * size * stride, length, stride, out)
            for i in 0..<min(size, count - tile.row * size) {
                let row = tile.row * size + i
                for j in 0..<min(size, count - tile.column * size) {
                    let column = tile.column * size + j
                    let value = row == column ? 1 : min(max(products[i * size + j], -1), 1)
                    target[row * count + column] = value
                    target[column * count + row] = value
                }
            }
        }
    }
}
