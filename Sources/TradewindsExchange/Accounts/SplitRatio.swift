import TradewindsVocabulary

/// How the shares after a split compare with those before it: so many new ones for so many old ones, both above zero.
struct SplitRatio {
    let new: ExactDecimal
    let old: ExactDecimal

    /// `nil` for a ratio that is none.
    init?(new: Int, old: Int) {
        guard new > 0, old > 0 else { return nil }
        (self.new, self.old) = (ExactDecimal(new), ExactDecimal(old))
    }

    /// So many old shares in new ones, parts included.
    func shares(_ quantity: Quantity) -> Quantity? {
        (quantity.decimal * new).divided(by: old, digits: 9).map { Quantity($0) }
    }

    /// What a new share is worth where an old one was worth `price`.
    func price(_ price: ExactDecimal) -> ExactDecimal? { (price * old).divided(by: new, digits: 8) }
}
