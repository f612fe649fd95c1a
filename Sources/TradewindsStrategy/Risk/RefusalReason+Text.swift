import TradewindsExchange
import TradewindsVocabulary

extension RefusalReason: CustomStringConvertible {
    /// A short name for logs and programs, such as `order-rate`; it does not change.
    public var name: String {
        switch self {
        case .exchange: "exchange"
        case .gateway: "gateway"
        case .lost: "lost"
        case .killed: "killed"
        case .orderQuantity: "order-quantity"
        case .orderNotional: "order-notional"
        case .priceCollar: "price-collar"
        case .noPrice: "no-price"
        case .position: "position"
        case .grossExposure: "gross-exposure"
        case .netExposure: "net-exposure"
        case .sectorExposure: "sector-exposure"
        case .marginUse: "margin-use"
        case .accountUnknown: "account-unknown"
        case .orderRate: "order-rate"
        case .openOrders: "open-orders"
        case .outsideHours: "outside-hours"
        case .instrumentNotAllowed: "instrument-not-allowed"
        case .liquidating: "liquidating"
        case .noSize: "no-size"
        }
    }

    /// What is wrong, with the numbers.
    public var description: String {
        switch self {
        case .exchange(let rejection): "the exchange refuses it: \(rejection)"
        case .gateway(let code, let text): "the gateway refuses it: \(text) (\(code))"
        case .lost: "it was neither at the gateway nor filled when the run went on"
        case .killed(let reason): "the kill switch is on: \(reason)"
        case .orderQuantity(let quantity, let limit): "a quantity of \(quantity) is above \(limit)"
        case .orderNotional(let value, let limit): "a value of \(value) is above \(limit)"
        case .priceCollar(let price, let reference, let percent, let limit):
            "\(price) is \(Self.percent(percent)) from \(reference), more than \(Self.percent(limit))"
        case .noPrice: "no price is known yet"
        case .position(let quantity, let limit): "a position of \(quantity) is above \(limit)"
        case .grossExposure(let value, let limit): "gross exposure would be \(value), above \(limit)"
        case .netExposure(let value, let limit): "net exposure would be \(value), beyond \(limit)"
        case .sectorExposure(let sector, let value, let limit):
            "exposure to \(sector) would be \(value), above \(limit)"
        case .marginUse(let use, let limit):
            "margin would use \(Self.percent(use)) of equity, above \(Self.percent(limit))"
        case .accountUnknown: "equity or margin is not known yet"
        case .orderRate(let count, let limit): "\(count) orders within a second, above \(limit)"
        case .openOrders(let count, let limit): "\(count) open orders, above \(limit)"
        case .outsideHours(let minute, let hours):
            "\(Self.clock(minute)) is outside \(Self.clock(hours.from)) to \(Self.clock(hours.until)) \(hours.zone.text)"
        case .instrumentNotAllowed(let symbol): "\(symbol) is not on the list of instruments"
        case .liquidating: "a margin call is closing the position"
        case .noSize: "the sizing rule gives no quantity: too little equity, no edge, or no stop to measure the risk by"
        }
    }

    fileprivate static func percent(_ value: Double) -> String {
        value.isFinite ? "\((value * 100).rounded() / 100) %" : "more than all"
    }

    private static func clock(_ minute: Int) -> String {
        let parts = [minute / 60, minute % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
        return parts.joined(separator: ":")
    }
}

extension KillReason: CustomStringConvertible {
    /// A short name for logs and programs, such as `daily-loss`; it does not change.
    public var name: String {
        switch self {
        case .asked: "asked"
        case .dailyLoss: "daily-loss"
        case .drawdown: "drawdown"
        }
    }

    /// What turned the switch on, with the numbers.
    public var description: String {
        switch self {
        case .asked: "somebody asked for it"
        case .dailyLoss(let loss, let limit): "the day's loss of \(loss) reached \(limit)"
        case .drawdown(let percent, let limit):
            "the fall of \(RefusalReason.percent(percent)) from the highest equity reached "
                + RefusalReason.percent(limit)
        }
    }
}
