import TradewindsVocabulary

/// A delivery month of a future.
struct FutureMonth: Sendable, Hashable {
    var year: Int
    var month: Int

    /// The third Friday: the last trading day of an index future.
    var expiry: CivilDate { Holiday.nth(3, .friday, of: month, year) }
}

/// A series of quarterly index futures.
struct FutureSeries: Sendable, Hashable {
    var symbol: String
    var name: String
    var exchange: String
    var multiplier: ExactDecimal
    var tick: Price
    var rule: Int
    /// Numbers are this and the month counted from the year 2000.
    var firstID: Int32

    static let eMini = FutureSeries(
        symbol: "ES", name: "E-mini S&P 500", exchange: "CME", multiplier: ExactDecimal(50), tick: 0.25, rule: 67,
        firstID: 495_512_000)

    /// Of one contract: round figures; a broker's move with the market.
    static let initialMargin: Money = 12_000
    static let maintenanceMargin: Money = 10_800

    /// The quarterly months whose contract trades on `date`, nearest first.
    func months(from date: CivilDate, count: Int) -> [FutureMonth] {
        var month = FutureMonth(year: Int(date.year), month: (Int(date.month) + 2) / 3 * 3)
        var result: [FutureMonth] = []
        while result.count < count {
            if month.expiry >= date { result.append(month) }
            month =
                month.month == 12
                ? FutureMonth(year: month.year + 1, month: 3) : FutureMonth(year: month.year, month: month.month + 3)
        }
        return result
    }

    /// Whether a file or symbol names this series or one of its contracts.
    func isNamed(_ name: String) -> Bool {
        let name = name.uppercased()
        if name == symbol { return true }
        guard name.hasPrefix(symbol), name.count == symbol.count + 2 else { return false }
        let tail = name.dropFirst(symbol.count)
        return "HMUZ".contains(tail.first ?? " ") && (tail.last?.isNumber ?? false)
    }

    func instrument(_ month: FutureMonth) -> Instrument {
        let letters: [Character] = ["F", "G", "H", "J", "K", "M", "N", "Q", "U", "V", "X", "Z"]
        return Instrument(
            id: ContractID(firstID + Int32((month.year - 2000) * 12 + month.month)), symbol: symbol, kind: .future,
            localSymbol: symbol + String(letters[month.month - 1]) + String(month.year % 10), tradingClass: symbol,
            exchange: exchange, multiplier: multiplier, expiry: month.expiry, longName: name,
            validExchanges: [exchange],
            priceRule: PriceRule(id: rule, increment: tick), suggestedSizeIncrement: 1,
            hours: TradingHours(zone: "America/Chicago", calendar: "CMES"),
            margin: .perContract(initial: Self.initialMargin, maintenance: Self.maintenanceMargin), fees: .future)
    }
}
