import TradewindsLedger
import TradewindsVocabulary
import TradewindsWire

/// What a trading program acts on, in the order in which the gateway sent it.
public enum TradingEvent: Sendable {
    /// A trade of the market, on the contract at this place of the list.
    case trade(Int, HistoricalTickLast)
    /// A quote of the market, on the contract at this place of the list.
    case quote(Int, HistoricalTickBidAsk)
    /// A fill of one of this client's orders; told again when its commission is known.
    case fill(Fill)
    /// A value of the followed account, such as `NetLiquidation`.
    case account(AccountValue)
    /// A position of the followed account, with the gateway's price of it.
    case holding(PortfolioValue)
    /// Every value and position of the followed account has been told once.
    case accountTold
    /// The gateway told the time: everything that it sent before its answer has been told before.
    case time(Timestamp)
}
