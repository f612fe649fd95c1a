import TradewindsVocabulary

/// What a run did with one instrument, to tell what its own fills earned.
///
/// Accounts reckon with the average cost of everything that they hold, whoever bought it; this knows the run's own fills
/// alone. It is reckoned when asked, as fees are told after their fills.
struct OwnTrades: Sendable {
    private enum Step: Sendable {
        case fill(Price, Quantity, execution: String)
        /// Somebody else closed what was beyond this.
        case limit(Quantity)
    }

    private var begunWith = Quantity.zero
    private var firstPrice: Price?
    private var steps: [Step] = []
    private var fees: [String: Money] = [:]

    mutating func begin(with held: Quantity) { (begunWith, steps) = (held, []) }

    /// The first price of what was held before.
    mutating func price(_ price: Price) { if firstPrice == nil { firstPrice = price } }

    /// - `signed`: Below zero for a sale.
    mutating func book(_ price: Price, _ signed: Quantity, as execution: String) {
        steps.append(.fill(price, signed, execution: execution))
    }

    mutating func charge(_ fee: Money, _ execution: String) { fees[execution] = fee }

    mutating func limit(to kept: Quantity) { steps.append(.limit(kept)) }

    /// What each fill that closed something earned, in the base currency.
    ///
    /// - `rate`: What one unit of the price's currency is worth in it.
    func closed(multiplier: ExactDecimal, rate: ExactDecimal) -> [Money] {
        var open = Open(held: begunWith, cost: (firstPrice ?? 0) * begunWith * multiplier)
        var results: [Money] = []
        for step in steps {
            switch step {
            case .limit(let kept): _ = open.take(open.held - kept)
            case .fill(let price, let signed, let execution):
                let fee = fees[execution] ?? .zero
                let closing = open.closing(signed)
                let gone = open.take(closing)
                // A fill that goes through zero closes with one part and opens with the other.
                let closingFee = fee.share(closing, of: signed)
                if !closing.isZero {
                    let gain = price * closing * multiplier - gone.cost
                    results.append(gain * rate - gone.fees - closingFee)
                }
                let opening = signed + closing
                open.add(opening, cost: price * opening * multiplier, fees: fee - closingFee)
            }
        }
        return results
    }

    /// A position with what it cost.
    private struct Open {
        var held: Quantity
        /// Below zero for a short position.
        var cost: Money
        var fees = Money.zero

        /// How much of the position a fill closes, with the position's sign.
        func closing(_ signed: Quantity) -> Quantity {
            guard !held.isZero, held.isNegative != signed.isNegative else { return 0 }
            return held.isNegative ? max(held, -signed) : min(held, -signed)
        }

        /// Takes a part away at average cost.
        mutating func take(_ part: Quantity) -> (cost: Money, fees: Money) {
            let gone = (cost: cost.share(part, of: held), fees: fees.share(part, of: held))
            held -= part
            cost -= gone.cost
            fees -= gone.fees
            return gone
        }

        mutating func add(_ signed: Quantity, cost: Money, fees: Money) {
            held += signed
            self.cost += cost
            self.fees += fees
        }
    }
}

extension Money {
    /// The digits after the point of a share.
    private static let digits = 10

    /// The share of this that belongs to `part` of `whole`, of whatever sign.
    fileprivate func share(_ part: Quantity, of whole: Quantity) -> Money {
        if part.magnitude == whole.magnitude { return whole.isZero ? .zero : self }
        let share = (decimal * part.magnitude.decimal).divided(by: whole.magnitude.decimal, digits: Self.digits)
        return share.map { Money($0) } ?? .zero
    }
}
