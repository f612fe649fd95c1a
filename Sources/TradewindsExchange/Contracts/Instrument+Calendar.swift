import TradewindsVocabulary

extension Instrument {
    /// The calendar that its hours name; an unknown name means that of United States stocks.
    public var calendar: TradingCalendar {
        switch hours.calendar {
        case "CMES": .cmeFutures
        case "24/5": .forex
        default: .usEquities
        }
    }

    /// The same without an expiry: what a file of a future's bars stands for, which goes on where one month ends.
    public var continuous: Instrument {
        var instrument = self
        instrument.expiry = nil
        return instrument
    }

    /// The delivery month of a future as `yyyyMM`; empty for all else.
    public var contractMonth: String { expiry.map { String($0.compact.prefix(6)) } ?? "" }

    /// The smallest change of price at any price.
    public var minimumTick: Price { priceRule.ladder.map(\.increment).min() ?? .zero }
}
