import TradewindsExchange
import TradewindsVocabulary
import TradewindsWire

/// One client's connection: who it is, what it subscribed to, what waits to be sent.
struct Link: Sendable {
    let id: ConnectionID
    let version: ServerVersion
    var output: MessageWriter
    /// `nil` before the client has started its session.
    var client: ClientID?
    var isClosing = false
    var quality = MarketDataQuality.live

    var quotes: [QuoteSubscription] = []
    var ticks: [TickSubscription] = []
    var bars: [BarSubscription] = []
    var books: [DepthSubscription] = []
    var updatedAccount: AccountID?
    var summaries: [SummarySubscription] = []
    var watchesPositions = false
    var positions: [AccountSubscription] = []
    var accounts: [AccountSubscription] = []
    var profits: [ProfitSubscription] = []

    init(id: ConnectionID, version: ServerVersion) {
        self.id = id
        self.version = version
        self.output = MessageWriter(version: version)
    }

    /// Sends an event. One that does not exist at the client's version is left out: an older client cannot know it.
    mutating func send(_ event: Event) { try? output.write(event) }

    /// Sends an error or a notice.
    mutating func refuse(_ request: RequestID, _ code: GatewayCode, _ text: String, at time: Timestamp) {
        var message = ErrorMessage()
        message.request = request
        message.code = code.rawValue
        message.text = text
        message.milliseconds = time.milliseconds
        send(.error(message))
    }
}

/// A subscription to an account or a model.
struct AccountSubscription: Sendable, Hashable {
    var request: RequestID
    var account: AccountID
    var ledgerOnly = false
}

/// A subscription to values of accounts.
struct SummarySubscription: Sendable, Hashable {
    var request: RequestID
    var tags: [String]
}

/// A subscription to the profit of an account, or of one contract in it.
struct ProfitSubscription: Sendable, Hashable {
    var request: RequestID
    var account: AccountID
    var instrument: InstrumentIndex?
    /// What was told last, so that only changes are sent.
    var told: Event?
}
