import Foundation
import Testing
import TradewindsIndicators

/// The files that Tools/oracles/indicators.py writes.
enum Golden {
    /// A column of a reference, in some rows.
    struct Case: CustomTestStringConvertible, Sendable {
        let reference: String
        let indicator: String
        let parameters: [String: String]
        let column: String
        let first: Int
        let values: [(row: Int, value: Double)]
        var testDescription: String { "\(indicator) \(parameters) \(column) as \(reference)" }
    }

    static let cases: [Case] = lines("values.csv").dropFirst().map { line in
        let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        let parameters = cells[2].split(separator: " ").map { $0.split(separator: "=").map(String.init) }
        let values = cells[5].split(separator: " ").map { $0.split(separator: ":").map(String.init) }
        return Case(
            reference: cells[0], indicator: cells[1],
            parameters: Dictionary(uniqueKeysWithValues: parameters.map { ($0[0], $0[1]) }), column: cells[3],
            first: Int(cells[4]) ?? -1,
            values: values.map { (row: Int($0[0]) ?? -1, value: Double($0[1]) ?? .nan) })
    }

    /// Daily bars of IBM.
    static let bars = PriceColumns(
        rows.map { PriceBar(open: $0[0], high: $0[1], low: $0[2], close: $0[3], volume: $0[4]) })
    /// The closes of MSFT on these days.
    static let other = rows.map { $0[5] }

    /// What an indicator of that kind is fed with.
    static func data(_ kind: IndicatorInputKind) throws -> IndicatorData {
        switch kind {
        case .numbers, .bars: .bars(bars)
        case .pairs: .pairs(try PairColumns(first: bars.close, second: other))
        }
    }

    private static let rows = lines("prices.csv").dropFirst().map { line in
        line.split(separator: ",").dropFirst().map { Double($0) ?? .nan }
    }

    private static func lines(_ name: String) -> [Substring] {
        guard let url = Bundle.module.url(forResource: "Golden/\(name)", withExtension: nil),
            let text = try? String(contentsOf: url, encoding: .utf8)
        else { return [] }
        return text.split(separator: "\n")
    }
}
