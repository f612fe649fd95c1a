import Foundation
import Testing
import TradewindsSeries
import TradewindsVocabulary

/// The files that Tools/oracles/series.py writes: the numbers of mlfinpy 0.1.2.
enum Golden {
    /// The rows of a file, by the names of its header.
    static func rows(_ name: String) throws -> [[String: String]] {
        let url = try #require(Bundle.module.url(forResource: "Golden/\(name)", withExtension: nil))
        let lines = try String(contentsOf: url, encoding: .utf8).split(separator: "\n")
        let header = try #require(lines.first).split(separator: ",").map(String.init)
        return lines.dropFirst().map { line in
            let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            return Dictionary(uniqueKeysWithValues: zip(header, cells))
        }
    }

    /// The first 20,000 of the E-mini trades.
    static func ticks() throws -> TickSeries {
        var (time, quarters) = (Int64(0), 0)
        var times: [Timestamp] = []
        var prices: [Double] = []
        var sizes: [Double] = []
        for row in try rows("ticks.csv") {
            time += try #require(Int64(row["milliseconds"] ?? ""))
            quarters += try #require(Int(row["quarters"] ?? ""))
            times.append(Timestamp(milliseconds: time))
            prices.append(Double(quarters) / 4)
            sizes.append(try #require(Double(row["size"] ?? "")))
        }
        return try TickSeries(time: Column(times), price: Column(prices), size: Column(sizes))
    }

    /// Closes of bars by volume over all 500,000 trades.
    static func closes() throws -> BarSeries {
        var (time, quarters) = (Int64(0), 0)
        var times: [Timestamp] = []
        var prices: [Double] = []
        for row in try rows("closes.csv") {
            time += try #require(Int64(row["milliseconds"] ?? ""))
            quarters += try #require(Int(row["quarters"] ?? ""))
            times.append(Timestamp(milliseconds: time))
            prices.append(Double(quarters) / 4)
        }
        let close = Column(prices)
        return try BarSeries(time: Column(times), open: close, high: close, low: close, close: close, volume: close)
    }
}

/// Equal to 1e-9, relative to the reference or to `scale` where that is greater, or both missing.
func isClose(_ value: Double?, _ reference: String?, scale: Double = 1e-6) -> Bool {
    guard let reference = reference.flatMap(Double.init) else { return value == nil }
    guard let value else { return false }
    return abs(value - reference) <= 1e-9 * max(abs(reference), scale)
}
