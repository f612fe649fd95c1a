import TradewindsVocabulary

/// What matching needs to know of an order type.
struct TypeRule {
    /// What an order waits for before it is at the market.
    enum Wait: UInt8 {
        /// Nothing.
        case nothing
        /// The price to get worse: up to the trigger for a buy, down for a sale.
        case stop
        /// The price to get better: down to the trigger for a buy, up for a sale.
        case touch
    }

    var wait = Wait.nothing
    var isLimit = false
    var trails = false
    var onClose = false

    /// `nil` for a type that the exchange cannot match.
    init?(_ type: OrderType) {
        switch type {
        case .market: break
        case .limit: isLimit = true
        case .stop: wait = .stop
        case .stopLimit: (wait, isLimit) = (.stop, true)
        case .trailingStop: (wait, trails) = (.stop, true)
        case .trailingStopLimit: (wait, trails, isLimit) = (.stop, true, true)
        case .marketIfTouched: wait = .touch
        case .limitIfTouched: (wait, isLimit) = (.touch, true)
        case .marketOnClose: onClose = true
        case .limitOnClose: (onClose, isLimit) = (true, true)
        default: return nil
        }
    }
}
