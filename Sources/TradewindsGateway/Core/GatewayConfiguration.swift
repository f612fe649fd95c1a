import TradewindsExchange
import TradewindsVocabulary
import TradewindsWire

/// The choices of a gateway that its market does not decide.
public struct GatewayConfiguration: Sendable {
    /// The accounts; the first is the default where there is one only.
    public var accounts: [AccountID]
    /// The cash that each account opens with, in US dollars.
    public var cash: Money
    /// How many clients may be connected at once.
    public var maximumClients = 32
    /// The highest server version that is offered.
    public var newestVersion = ServerVersion.newest
    /// Fees, margin and fills.
    public var exchange = ExchangeConfiguration()

    /// The usual choices: one paper account with a million dollars.
    public init(accounts: [AccountID] = ["DU1000001"], cash: Money = 1_000_000) {
        self.accounts = accounts
        self.cash = cash
    }
}

/// Names a connection within a gateway.
public struct ConnectionID: NumericIdentifier {
    /// A number that is not used again.
    public var rawValue: Int
    /// The connection numbered `rawValue`.
    public init(rawValue: Int) { self.rawValue = rawValue }
}
