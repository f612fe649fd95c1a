import TradewindsVocabulary

/// The prices of a file, whichever of the layouts its header names: what a simulated market can be driven by.
public enum PriceFile: Sendable, Equatable {
    /// `time,open,high,low,close` and, where there is one, `volume`.
    case bars(BarSeries)
    /// `time,price,size` (or `volume`).
    case ticks(TickSeries)
    /// `time,bid,ask` and, where they are there, `bid_size` and `ask_size`.
    case quotes(QuoteSeries)

    /// A price or size at or above this is taken for a mistake.
    public static let limit = 1e12
    /// The smallest price.
    public static let smallest = 1e-6

    /// The symbol that a file's name gives: without folders and `.csv`.
    public static func symbol(ofFile file: String) -> String {
        let name = file.split(separator: "/").last.map(String.init) ?? file
        return name.lowercased().hasSuffix(".csv") ? String(name.dropLast(4)) : name
    }

    /// Reads CSV text; `file` stands in errors and gives the symbol. See `ColumnTable.init(csv:wallClock:)` for what it
    /// may hold.
    ///
    /// - `allowsEqualTimes`: Whether several bars may have one time, as bars by volume have.
    /// - Throws: At the first row that a market cannot show: times out of order, prices that are not above zero, sizes
    ///   below zero, bars whose high or low does not enclose open and close.
    public init(
        csvText bytes: UnsafeRawBufferPointer, file: String, wallClock: WallClock? = nil,
        allowsEqualTimes: Bool = false
    ) throws(CSVFileError) {
        self = try CSVContent(bytes: bytes, file: file, wallClock: wallClock).prices(allowsEqualTimes: allowsEqualTimes)
    }
}

extension CSVContent {
    /// The layout that the header names, with every row checked.
    func prices(allowsEqualTimes: Bool) throws(CSVFileError) -> PriceFile {
        try checkFilled()
        func has(_ names: String...) -> Bool { names.allSatisfy { table[$0] != nil } }
        if has("open", "high", "low", "close") {
            try check(prices: ["open", "high", "low", "close"], sizes: ["volume"])
            return .bars(try bars(allowsEqualTimes: allowsEqualTimes))
        }
        if has("price") {
            try check(prices: ["price"], sizes: ["size", "volume"])
            return .ticks(try ticks())
        }
        if has("bid", "ask") {
            try check(prices: ["bid", "ask"], sizes: ["bid_size", "ask_size", "bidsize", "asksize"])
            return .quotes(try quotes())
        }
        throw CSVFileError(
            file: file, line: lines.headerLine, reason: "the header names neither bars, trades nor quotes",
            remedy: "name its columns time,open,high,low,close,volume or time,price,size or time,bid,ask")
    }

    private func check(prices: [String], sizes: [String]) throws(CSVFileError) {
        for name in prices {
            try check(name) { price in
                if price >= PriceFile.smallest { return nil }
                return price > 0 ? "is below the smallest price, 0.000001" : "is not above zero"
            }
        }
        for name in sizes where table[name] != nil { try check(name) { $0 >= 0 ? nil : "is below zero" } }
    }

    private func check(_ name: String, _ fault: (Double) -> String?) throws(CSVFileError) {
        guard let column = table[name] else { return }
        for (row, value) in column.enumerated() {
            let reason = fault(value) ?? (value < PriceFile.limit ? nil : "is not below 10^12")
            guard let reason else { continue }
            throw CSVFileError(
                file: file, line: lines.line(ofRow: row), column: name, reason: "\(value) \(reason)",
                remedy: "correct the row or leave it out")
        }
    }
}
