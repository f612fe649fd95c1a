import TradewindsVocabulary

/// Where an order stands.
public enum OrderState: Sendable, Hashable {
    /// Kept back (`transmit` was false); no one has seen it.
    case untransmitted
    /// Accepted and waiting. The gateway shows it as pre-submitted.
    case held(HoldReason)
    /// At the market. The gateway shows it as submitted.
    case working
    /// Filled completely.
    case filled
    /// Ended before it was filled; what was filled stays.
    case cancelled(CancelReason)
    /// Never accepted.
    case rejected

    /// Whether nothing can happen to the order any more.
    public var isDone: Bool {
        switch self {
        case .filled, .cancelled, .rejected: true
        case .untransmitted, .held, .working: false
        }
    }
}

/// What a held order waits for.
public enum HoldReason: Sendable, Hashable {
    /// A fill of its parent.
    case parent
    /// Its stop or touch price.
    case trigger
    /// The market's opening.
    case closedMarket
    /// The market's close (on-close types).
    case close
}

/// Why an order ended before it was filled.
public enum CancelReason: Sendable, Hashable {
    /// The customer asked.
    case requested
    /// Its trading day, or its date, ended.
    case expired
    /// An immediate-or-cancel or fill-or-kill order found no more to fill.
    case notImmediatelyFilled
    /// A member of its group was filled, or reduced it to nothing.
    case group
    /// Its parent was cancelled.
    case parent
    /// The contract expired.
    case contractExpired
    /// A split made other shares of those it was for.
    case contractChanged
}
