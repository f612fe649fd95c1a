import ArgumentParser
import TradewindsExchange
import TradewindsStrategy
import TradewindsVocabulary

/// Looks at a strategy's `--quantity` before anything runs: what no exchange takes would be refused order by order.
enum QuantityCheck {
    /// - Throws: `ValidationError` for a quantity that is no multiple of an instrument's step.
    static func check(_ texts: [String: String], on instruments: [Instrument], size: PositionSize?) throws {
        guard size == nil else { return }
        for instrument in instruments {
            try check(texts, step: instrument.sizeIncrement, of: instrument.symbol)
        }
    }

    /// The same for one instrument.
    static func check(_ texts: [String: String], step: Quantity, of symbol: String) throws {
        guard step > 0, let text = texts["quantity"], let quantity = Double(text).flatMap({ Quantity($0) }),
            !quantity.decimal.isMultiple(of: step.decimal)
        else { return }
        throw ValidationError("--quantity \(quantity): \(symbol) is traded in steps of \(step)")
    }
}
