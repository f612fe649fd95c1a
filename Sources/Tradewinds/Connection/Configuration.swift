import Logging
import TradewindsWire

/// How a connection behaves.
public struct Configuration: Sendable {
    /// How long connecting and the first messages may take.
    public var connectDeadline = Duration.seconds(10)
    /// How long an answer may take, unless the call says otherwise.
    public var deadline = Duration.seconds(15)
    /// How long an answer with historical data may take.
    public var historyDeadline = Duration.seconds(60)
    /// Messages a second that are sent at most; `nil` for no limit. Gateways refuse more than 50.
    public var messagesPerSecond: Int? = 50
    /// How long the gateway may be silent before it is asked, and again before the connection counts as lost.
    public var silence = Duration.seconds(30)
    /// Whether orders may go to accounts that are not paper accounts.
    public var allowsLiveTrading = false
    /// The server versions offered.
    public var versions: ClosedRange<ServerVersion> = .floor ... .newest
    /// Where to log; account ids and orders appear only at debug level.
    public var logger = Logger(label: "tradewinds", factory: { _ in SwiftLogNoOpLogHandler() })

    /// The defaults.
    public init() {}
}
