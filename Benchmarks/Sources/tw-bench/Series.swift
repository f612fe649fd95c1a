import Foundation
import TradewindsSeries
import TradewindsVocabulary

/// Files of prices: a million bars of a minute and two million trades, written and read through the file system, the
/// best of five.
enum SeriesBenchmark {
    static func run() throws {
        let folder = FileManager.default.temporaryDirectory
        let bars = try measure(bars().table, in: folder.appendingPathComponent("tw-bench-bars.csv").path)
        let ticks = try measure(ticks().table, in: folder.appendingPathComponent("tw-bench-ticks.csv").path)
        let exact = try measure(exact(), in: folder.appendingPathComponent("tw-bench-exact.csv").path)
        JSONLine.print([
            ("benchmark", "\"csv\""),
            ("csv_read_mb_per_s", "\(min(bars.read, ticks.read).rounded())"),
            ("csv_write_mb_per_s", "\(min(bars.write, ticks.write).rounded())"),
            ("bars_read_mb_per_s", "\(bars.read.rounded())"), ("bars_write_mb_per_s", "\(bars.write.rounded())"),
            ("ticks_read_mb_per_s", "\(ticks.read.rounded())"), ("ticks_write_mb_per_s", "\(ticks.write.rounded())"),
            ("full_digits_read_mb_per_s", "\(exact.read.rounded())"),
            ("full_digits_write_mb_per_s", "\(exact.write.rounded())"),
            ("peak_rss_kb", "\(Usage.peakMemory)"),
        ])
    }

    private static func measure(_ table: ColumnTable, in file: String) throws -> (read: Double, write: Double) {
        defer { try? FileManager.default.removeItem(atPath: file) }
        let clock = ContinuousClock()
        var (read, write) = (Duration.seconds(1000), Duration.seconds(1000))
        for _ in 0..<5 {
            write = min(write, try clock.measure { try table.write(csv: file) })
            let start = clock.now
            let back = try ColumnTable(csv: file)
            read = min(read, clock.now - start)
            precondition(back == table)
        }
        let size = try FileManager.default.attributesOfItem(atPath: file)[.size] as? Int ?? 0
        return (Double(size) / 1e6 / (read / .seconds(1)), Double(size) / 1e6 / (write / .seconds(1)))
    }

    private static func bars() throws -> BarSeries {
        var walk = Walk()
        var columns = [[Double]](repeating: [], count: 5)
        for _ in 0..<1_000_000 {
            let prices = (0..<4).map { _ in walk.price }
            let (open, close) = (prices[0], prices[3])
            let row = [open, prices.max() ?? open, prices.min() ?? open, close, Double(walk.size)]
            for index in 0..<5 { columns[index].append(row[index]) }
        }
        let time = (0..<1_000_000).map { Timestamp(seconds: 1_378_054_800 + 60 * $0) }
        return try BarSeries(
            time: Column(time), open: Column(columns[0]), high: Column(columns[1]), low: Column(columns[2]),
            close: Column(columns[3]), volume: Column(columns[4]))
    }

    private static func ticks() throws -> TickSeries {
        var walk = Walk()
        let rows = 0..<Int64(2_000_000)
        return try TickSeries(
            time: Column(rows.map { Timestamp(milliseconds: 1_378_054_800_083 + 37 * $0) }),
            price: Column(rows.map { _ in walk.price }), size: Column(rows.map { _ in Double(walk.size) }))
    }

    /// Values that need all their digits.
    private static func exact() throws -> ColumnTable {
        var walk = Walk()
        let rows = 0..<Int64(500_000)
        let columns = ["a", "b", "c"].map { name in NamedColumn(name, Column(rows.map { _ in walk.price / 3 })) }
        return try ColumnTable(time: Column(rows.map { Timestamp(seconds: $0) }), columns: columns)
    }

    /// A walk of prices in hundredths.
    private struct Walk {
        private var state: UInt64 = 42
        private var hundredths = 164_025

        private mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state >> 33
        }

        var price: Double {
            mutating get {
                hundredths = max(100, hundredths + Int(next() % 51) - 25)
                return Double(hundredths) / 100
            }
        }

        var size: Int { mutating get { Int(next() % 1000) + 1 } }
    }
}
