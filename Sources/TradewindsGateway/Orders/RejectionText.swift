import TradewindsExchange
import TradewindsVocabulary
import TradewindsWire

extension Rejection {
    /// The protocol's code and text for a refused order or change.
    var message: (code: GatewayCode, text: String) {
        switch self {
        case .priceOffIncrement(_, let price, let increment):
            (
                .offIncrement,
                "The price does not conform to the minimum price variation for this contract: "
                    + "\(price) is no multiple of \(increment)."
            )
        case .alreadyDone(_, .filled): (.alreadyFilled, "Cannot modify a filled order.")
        case .alreadyDone, .unknownOrder: (.duplicateOrder, "Duplicate order id")
        case .changesFixedField(let field):
            (.changesOrder, "Order being modified does not match original order: the \(field) cannot change.")
        case .invalidParent: (.unknownOrder, "Can't find order with id of the parent")
        case .invalidQuantity(let quantity, let minimum, let increment):
            (
                .rejected,
                "Order rejected - reason:the size \(quantity) is below \(minimum) or no multiple of \(increment)"
            )
        case .insufficientMargin(let required, let equity):
            (
                .rejected,
                "Order rejected - reason:YOUR ORDER IS NOT ACCEPTED. IN ORDER TO OBTAIN THE DESIRED POSITION YOUR "
                    + "EQUITY WITH LOAN VALUE [\(equity) USD] MUST EXCEED THE INITIAL MARGIN [\(required) USD]"
            )
        case .missingPrice(let field): (.rejected, "Order rejected - reason:the order type needs a \(field) price")
        case .invalidPrice(let field): (.rejected, "Order rejected - reason:the \(field) price must be above zero")
        case .quantityBelowFilled(let filled):
            (.rejected, "Order rejected - reason:\(filled) of the order is filled already")
        case .unsupportedType(let type):
            (.rejected, "Order rejected - reason:the contract does not take \(type) orders")
        case .unsupportedTimeInForce(let time):
            (.rejected, "Order rejected - reason:the time in force \(time) is unknown")
        case .invalidGoodTill: (.rejected, "Order rejected - reason:the good-till date is missing or past")
        case .groupClosed(let name): (.rejected, "Order rejected - reason:OCA group \(name) was already used")
        case .contractExpired(let day): (.rejected, "Order rejected - reason:the contract expired on \(day)")
        case .unknownAccount: (.rejected, "Order rejected - reason:the account is unknown")
        case .unknownInstrument: (.noContract, "No security definition has been found for the request")
        }
    }
}

extension CancelReason {
    /// The text that goes with code 202.
    var text: String {
        switch self {
        case .requested: "Order Canceled - reason:"
        case .expired: "Order Canceled - reason:the trading day ended"
        case .notImmediatelyFilled: "Order Canceled - reason:not filled immediately"
        case .group: "Order Canceled - reason:OCA group"
        case .parent: "Order Canceled - reason:parent order cancelled"
        case .contractExpired: "Order Canceled - reason:contract expired"
        case .contractChanged: "Order Canceled - reason:contract changed by a corporate action"
        }
    }
}
