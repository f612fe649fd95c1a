import TradewindsExchange
import TradewindsVocabulary

/// What is wrong in a file of limits, and where.
public struct LimitsError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The file's name, as given.
    public let file: String
    /// The line, from 1.
    public let line: Int
    /// What is wrong.
    public let problem: String
    /// What to do.
    public let remedy: String

    /// `file:line: what: what to do`.
    public var description: String { "\(file):\(line): \(problem): \(remedy)" }
}

extension RiskLimits {
    /// Reads limits from TOML.
    ///
    /// Tables `[order]`, `[position]`, `[account]`, `[hours]`, `[instruments]`, `[sectors]` (symbol = "sector") and
    /// `[sector-exposure]` (sector = amount). A key that is left out is a limit that does not hold.
    ///
    /// - `file`: The name that errors tell.
    /// - Throws: ``LimitsError`` for what is no TOML, and for keys and values that are no limits.
    public init(toml text: String, file: String = "limits.toml") throws(LimitsError) {
        self.init()
        let lines = try LimitsText(text, file: file).entries
        for entry in lines { try take(entry, file) }
        try check(lines, file)
        if hours != nil, let line = lines.first(where: { $0.table == "hours" }),
            !lines.contains(where: { $0.table == "hours" && $0.key == "until" })
                || !lines.contains(where: { $0.table == "hours" && $0.key == "from" })
        {
            throw LimitsError(
                file: file, line: line.line, problem: "[hours] needs both from and until",
                remedy: "write from = \"14:30\" and until = \"21:00\" (UTC)")
        }
    }

    /// Refuses limits that could never hold.
    private func check(_ lines: [LimitsText.Entry], _ file: String) throws(LimitsError) {
        for entry in lines where entry.table == "sector-exposure" && !sectors.values.contains(entry.key) {
            throw entry.error(
                file, "no symbol is in the sector \(entry.key)",
                "add its symbols: [sectors] and AAPL = \"\(entry.key)\"")
        }
        if let hours, hours.from == hours.until, let entry = lines.first(where: { $0.table == "hours" }) {
            throw entry.error(file, "the hours begin and end at one time", "write two times, or leave [hours] out")
        }
        if let percent = maxDrawdownPercent, percent <= 0 || percent >= 100,
            let entry = lines.first(where: { $0.key == "max-drawdown-percent" })
        {
            throw entry.error(
                file, "\(entry.key) is not between 0 and 100",
                "write \(entry.key) = 20 for a fifth of the highest equity")
        }
    }

    private static let keys = [
        "order.max-quantity", "order.max-notional", "order.collar-percent", "order.per-second", "order.max-open",
        "position.max-quantity", "position.max-gross", "position.max-net", "account.max-margin-percent",
        "account.max-daily-loss", "account.max-drawdown-percent", "hours.from", "hours.until", "hours.zone",
        "instruments.allowed",
    ]

    private mutating func take(_ entry: LimitsText.Entry, _ file: String) throws(LimitsError) {
        switch entry.table + "." + entry.key {
        case "order.max-quantity": maxOrderQuantity = Quantity(try entry.number(file))
        case "order.max-notional": maxOrderNotional = Money(try entry.number(file))
        case "order.collar-percent": priceCollarPercent = try entry.number(file).doubleValue
        case "order.per-second": maxOrdersPerSecond = try entry.whole(file)
        case "order.max-open": maxOpenOrders = try entry.whole(file)
        case "position.max-quantity": maxPosition = Quantity(try entry.number(file))
        case "position.max-gross": maxGrossExposure = Money(try entry.number(file))
        case "position.max-net": maxNetExposure = Money(try entry.number(file))
        case "account.max-margin-percent": maxMarginPercent = try entry.number(file).doubleValue
        case "account.max-daily-loss": maxDailyLoss = Money(try entry.number(file))
        case "account.max-drawdown-percent": maxDrawdownPercent = try entry.number(file).doubleValue
        case "hours.from": try setHours { hours throws(LimitsError) in hours.from = try entry.minute(file) }
        case "hours.until": try setHours { hours throws(LimitsError) in hours.until = try entry.minute(file) }
        case "hours.zone": try setHours { hours throws(LimitsError) in hours.zone = try entry.zone(file) }
        case "instruments.allowed":
            instruments = try entry.texts(file)
            guard !instruments.isEmpty else {
                throw entry.error(file, "the list of allowed instruments is empty", "name one, or leave the key out")
            }
        default:
            switch entry.table {
            case "sectors": sectors[entry.key] = try entry.text(file)
            case "sector-exposure": maxSectorExposure[entry.key] = Money(try entry.number(file))
            default: throw unknown(entry, file)
            }
        }
    }

    private mutating func setHours(_ change: (inout Hours) throws(LimitsError) -> Void) throws(LimitsError) {
        var changed = hours ?? Hours(from: 0, until: 1440)
        try change(&changed)
        hours = changed
    }

    private func unknown(_ entry: LimitsText.Entry, _ file: String) -> LimitsError {
        let name = entry.table.isEmpty ? entry.key : entry.table + "." + entry.key
        let near = Self.keys.min { NearestName.distance($0, name) < NearestName.distance($1, name) } ?? ""
        return entry.error(file, "there is no limit \(name)", "the nearest is \(near)")
    }
}

extension LimitsText.Entry {
    func error(_ file: String, _ problem: String, _ remedy: String) -> LimitsError {
        LimitsError(file: file, line: line, problem: problem, remedy: remedy)
    }

    fileprivate func number(_ file: String) throws(LimitsError) -> ExactDecimal {
        guard case .number(let number) = value, !number.isNegative else {
            throw error(file, "\(key) is no number from zero up", "write \(key) = 1000")
        }
        return number
    }

    fileprivate func whole(_ file: String) throws(LimitsError) -> Int {
        let number = try number(file)
        guard number.isWhole, let whole = Int(exactly: number.coefficient) else {
            throw error(file, "\(key) is not whole", "write \(key) = 10")
        }
        return whole
    }

    fileprivate func text(_ file: String) throws(LimitsError) -> String {
        guard case .text(let text) = value else {
            throw error(file, "\(key) is no text", "put it in quotes: \(key) = \"…\"")
        }
        return text
    }

    fileprivate func texts(_ file: String) throws(LimitsError) -> [String] {
        guard case .texts(let texts) = value else {
            throw error(file, "\(key) is no list", "write \(key) = [\"AAPL\", \"MSFT\"]")
        }
        return texts
    }

    fileprivate func zone(_ file: String) throws(LimitsError) -> MarketZone {
        guard let zone = MarketZone(text: try text(file)) else {
            throw error(
                file, "\(key) is no zone known here", "write \(key) = \"US/Eastern\", \"US/Central\" or \"UTC\"")
        }
        return zone
    }

    /// `hh:mm` as minutes after midnight.
    fileprivate func minute(_ file: String) throws(LimitsError) -> Int {
        let parts = try text(file).split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 2, let hour = parts[0], let minute = parts[1], (0...24).contains(hour),
            (0..<60).contains(minute), hour * 60 + minute <= 1440
        else { throw error(file, "\(key) is no time", "write \(key) = \"14:30\"") }
        return hour * 60 + minute
    }
}
