import TradewindsVocabulary

/// When orders fill while an instrument is driven by bars. Quotes and trades need no model: they fill at the quote.
///
/// An instrument that has had a quote or a trade is matched by those alone from then on; its bars only move the last
/// price.
///
/// Unrealistic, all of them: inside a bar the true sequence of prices is unknown, nothing is paid for the spread, and
/// a limit order is filled when the price only touches it, as if it stood first in the queue. Orders larger than what
/// really traded fill whole unless ``volumeShare`` says otherwise.
public struct FillModel: Sendable, Hashable {
    /// In which order a bar's prices are taken to have happened.
    public enum Path: Sendable, Hashable {
        /// Open, high, low, close. Optimistic for a long position's profit target, pessimistic for a short one's.
        case openHighLowClose
        /// Open, low, high, close. The other way round.
        case openLowHighClose
        /// The extreme nearer to the open comes first; the high when both are as near.
        case nearestFirst
    }

    /// The order of a bar's prices.
    public var path: Path
    /// Whether an order placed after a bar may fill at that bar's close.
    ///
    /// Unrealistic: who knows the close can no longer trade at it. Only for comparing with engines that do so, or
    /// where the signal is known before the close.
    public var fillsAtClose: Bool
    /// The largest part of a bar's volume that all orders together may take (0.1 for a tenth); `nil`: not limited.
    public var volumeShare: ExactDecimal?

    /// A model of its own.
    public init(path: Path, fillsAtClose: Bool = false, volumeShare: ExactDecimal? = nil) {
        self.path = path
        self.fillsAtClose = fillsAtClose
        self.volumeShare = volumeShare
    }

    /// Market orders at the next bar's open; stops and limits within the bar, nearer extreme first.
    public static let nextOpen = Self(path: .nearestFirst)
    /// Market orders at the close of the bar after which they were placed; stops and limits within later bars.
    public static let sameClose = Self(path: .nearestFirst, fillsAtClose: true)
    /// As ``nextOpen`` with a stated path through the bar.
    public static func path(_ path: Path) -> Self { Self(path: path) }
}
