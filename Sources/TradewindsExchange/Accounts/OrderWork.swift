import TradewindsVocabulary

/// What orders at work on one instrument may still trade, in one account.
struct OrderWork {
    /// Orders of one side.
    struct Side {
        var quantity = ExactDecimal.zero
        /// Price × quantity, by the orders' own prices.
        var value = ExactDecimal.zero

        /// The average price; zero without orders, and where no price is known.
        var price: ExactDecimal { value.divided(by: quantity, digits: 8) ?? .zero }
    }

    var buys = Side()
    var sales = Side()

    var isIdle: Bool { buys.quantity.isZero && sales.quantity.isZero }

    mutating func add(_ quantity: ExactDecimal, value: ExactDecimal, isBuy: Bool) {
        if isBuy {
            buys.quantity += quantity
            buys.value += value
        } else {
            sales.quantity += quantity
            sales.value += value
        }
    }
}
