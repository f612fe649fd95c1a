import TradewindsSeries
import TradewindsVocabulary

extension Recording {
    /// Reads a data file.
    ///
    /// - `file`: The file's name: gives the symbol and stands in errors.
    /// - `zone`: Whose wall clock the times show that name no zone; `nil`: the exchange's of the symbol.
    /// - `allowsEqualTimes`: Whether several bars may have one time, as bars by volume have. For backtests alone: a
    ///   gateway plays bars of a length of time.
    /// - Throws: The first row that no market can show.
    /// - Complexity: One pass over the text, some 200 MB/s.
    public init(
        file: String, bytes: [UInt8], zone: MarketZone? = nil, allowsEqualTimes: Bool = false
    ) throws(CSVFileError) {
        let symbol = PriceFile.symbol(ofFile: file)
        let zone = zone ?? ContractCatalogue.zone(ofSymbol: symbol)
        let prices = try bytes.withUnsafeBytes { raw in
            Result { () throws(CSVFileError) in
                try PriceFile(
                    csvText: raw, file: file, wallClock: { zone.instant(ofWallClock: $0) },
                    allowsEqualTimes: allowsEqualTimes)
            }
        }.get()
        self.init(prices, symbol: symbol, file: file, zone: zone)
    }

    private init(_ prices: PriceFile, symbol: String, file: String, zone: MarketZone) {
        switch prices {
        case .bars(let bars):
            let days = bars.time.days(in: zone)
            self.init(
                symbol: symbol, file: file, isDaily: days != nil,
                columns: .bars(
                    BarColumns(
                        times: days ?? bars.time.map(\.nanoseconds), open: bars.open.millionths,
                        high: bars.high.millionths, low: bars.low.millionths, close: bars.close.millionths,
                        volume: bars.volume.millionths)))
        case .ticks(let ticks):
            self.init(
                symbol: symbol, file: file, isDaily: false,
                columns: .trades(
                    TradeColumns(
                        times: ticks.time.map(\.nanoseconds), price: ticks.price.millionths,
                        size: ticks.size.millionths)))
        case .quotes(let quotes):
            self.init(
                symbol: symbol, file: file, isDaily: false,
                columns: .quotes(
                    QuoteColumns(
                        times: quotes.time.map(\.nanoseconds), bid: quotes.bid.millionths, ask: quotes.ask.millionths,
                        bidSize: quotes.bidSize?.millionths, askSize: quotes.askSize?.millionths)))
        }
    }
}

extension Column<Timestamp> {
    /// The midnights of a zone's days where all times are midnights, on its wall clock or in UTC; `nil` where not.
    fileprivate func days(in zone: MarketZone) -> [Int64]? {
        if allSatisfy({ zone.secondOfDay(at: $0) == 0 && $0.nanoseconds % 1_000_000_000 == 0 }) {
            return map(\.nanoseconds)
        }
        guard allSatisfy({ $0.nanoseconds % 86_400_000_000_000 == 0 }) else { return nil }
        return map { zone.instant($0.utcDate, second: 0).nanoseconds }
    }
}

extension Column<Double> {
    /// Numbers from 0 to below 10^12 in millionths, rounded half to even; whole numbers exactly.
    fileprivate var millionths: [Int64] {
        map { value in
            let whole = value.rounded(.down)
            return Int64(whole) * 1_000_000 + Int64(((value - whole) * 1e6).rounded(.toNearestOrEven))
        }
    }
}
