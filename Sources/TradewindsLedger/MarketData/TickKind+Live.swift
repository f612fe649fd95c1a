import TradewindsWire

extension TickKind {
    /// The live kind that a delayed kind stands for; itself otherwise.
    public var live: TickKind {
        switch self {
        case .delayedBid: .bid
        case .delayedAsk: .ask
        case .delayedLast: .last
        case .delayedBidSize: .bidSize
        case .delayedAskSize: .askSize
        case .delayedLastSize: .lastSize
        case .delayedHigh: .high
        case .delayedLow: .low
        case .delayedVolume: .volume
        case .delayedClose: .close
        case .delayedOpen: .open
        case .delayedBidOption: .bidOption
        case .delayedAskOption: .askOption
        case .delayedLastOption: .lastOption
        case .delayedModelOption: .modelOption
        case .delayedLastTimestamp: .lastTimestamp
        case .delayedHalted: .halted
        case .delayedBidYield: .bidYield
        case .delayedAskYield: .askYield
        default: self
        }
    }

    /// The size kind that a price tick carries along.
    var pairedSize: TickKind? {
        switch self {
        case .bid: .bidSize
        case .ask: .askSize
        case .last: .lastSize
        default: nil
        }
    }
}
