import TradewindsVocabulary

/// Subscribes to bulletins.
public struct NewsBulletinsRequest: RequestMessage {
    /// Message 12.
    public static var kind: MessageKind {
        MessageKind(.toGateway, 12, "reqNewsBulletins", protobuf: ("NewsBulletinsRequest", since: .protobufNews))
    }

    /// Whether to send the day's past ones too.
    public var includesPast = false

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.textVersion("1")
        try coder.field(1, coder.isText ? "allMsgs" : "allMessages", &includesPast)
    }
}

/// Ends the bulletins.
public struct CancelNewsBulletins: RequestMessage {
    /// Message 13.
    public static var kind: MessageKind {
        MessageKind(.toGateway, 13, "cancelNewsBulletins", protobuf: ("CancelNewsBulletins", since: .protobufNews))
    }

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.textVersion("1")
    }
}

/// A bulletin.
public struct NewsBulletin: EventMessage {
    /// Message 14.
    public static var kind: MessageKind {
        MessageKind(.toClient, 14, "updateNewsBulletin", protobuf: ("NewsBulletin", since: .protobufNews))
    }

    /// Its number.
    public var id = Int32(0)
    /// 1 general, 2 an exchange closed, 3 an exchange opened.
    public var type = Int32(0)
    /// The text.
    public var text = ""
    /// Where it comes from.
    public var exchange = ""

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.textVersion("1")
        try coder.field(1, coder.isText ? "msgId" : "newsMsgId", &id)
        try coder.field(2, coder.isText ? "msgType" : "newsMsgType", &type)
        try coder.escaped(3, "newsMessage", &text)
        try coder.escaped(4, coder.isText ? "originExch" : "originatingExch", &exchange)
    }
}

/// Asks for an article.
public struct NewsArticleRequest: RequestMessage {
    /// Message 84.
    public static var kind: MessageKind {
        MessageKind(.toGateway, 84, "reqNewsArticle", protobuf: ("NewsArticleRequest", since: .protobufNews))
    }

    /// The request.
    public var request = RequestID(-1)
    /// The provider's code.
    public var provider = ""
    /// The article.
    public var article = ""
    /// Options for the gateway.
    public var options = [TagValue]()

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(1, "reqId", &request)
        try coder.field(2, "providerCode", &provider)
        try coder.field(3, "articleId", &article)
        try coder.tags(4, "newsArticleOptions", &options, .joined)
    }
}

/// An article.
public struct NewsArticle: EventMessage {
    /// Message 83.
    public static var kind: MessageKind {
        MessageKind(.toClient, 83, "newsArticle", protobuf: ("NewsArticle", since: .protobufNews))
    }

    /// The request.
    public var request = RequestID(-1)
    /// 0 text or HTML, 1 a document in base 64.
    public var type = Int32(0)
    /// The article.
    public var text = ""

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(1, "reqId", &request)
        try coder.field(2, "articleType", &type)
        try coder.field(3, "articleText", &text)
    }
}

/// Asks for the providers that the user subscribes to.
public struct NewsProvidersRequest: RequestMessage {
    /// Message 85.
    public static var kind: MessageKind {
        MessageKind(.toGateway, 85, "reqNewsProviders", protobuf: ("NewsProvidersRequest", since: .protobufNews))
    }

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
    }
}

/// The providers.
public struct NewsProviders: EventMessage {
    /// Message 85.
    public static var kind: MessageKind {
        MessageKind(.toClient, 85, "newsProviders", protobuf: ("NewsProviders", since: .protobufNews))
    }

    /// The providers.
    public var providers: [NewsProvider] = []

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.list(1, "newsProviders", &providers)
    }
}

/// A provider of news.
public struct NewsProvider: WireGroup {
    /// Its code.
    public var code = ""
    /// Its name.
    public var name = ""

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(1, coder.isText ? "code" : "providerCode", &code)
        try coder.field(2, coder.isText ? "name" : "providerName", &name)
    }
}

/// Asks for past headlines.
public struct HistoricalNewsRequest: RequestMessage {
    /// Message 86.
    public static var kind: MessageKind {
        MessageKind(.toGateway, 86, "reqHistoricalNews", protobuf: ("HistoricalNewsRequest", since: .protobufNews))
    }

    /// The request.
    public var request = RequestID(-1)
    /// The contract.
    public var contract = ContractID(0)
    /// Codes with `+` between.
    public var providers = ""
    /// Headlines after this.
    public var start = ""
    /// Headlines until this.
    public var end = ""
    /// At most this many.
    public var count = Int32(0)
    /// Options for the gateway.
    public var options = [TagValue]()

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(1, "reqId", &request)
        try coder.field(2, "conId", &contract)
        try coder.field(3, "providerCodes", &providers)
        try coder.field(4, "startDateTime", &start)
        try coder.field(5, "endDateTime", &end)
        try coder.field(6, "totalResults", &count)
        try coder.tags(7, "historicalNewsOptions", &options, .joined)
    }
}

/// A past headline.
public struct HistoricalNews: EventMessage {
    /// Message 86.
    public static var kind: MessageKind {
        MessageKind(.toClient, 86, "historicalNews", protobuf: ("HistoricalNews", since: .protobufNews))
    }

    /// The request.
    public var request = RequestID(-1)
    /// When, as `yyyy-MM-dd HH:mm:ss.0`.
    public var time = ""
    /// The provider's code.
    public var provider = ""
    /// The article.
    public var article = ""
    /// The headline.
    public var headline = ""

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(1, coder.isText ? "requestId" : "reqId", &request)
        try coder.field(2, "time", &time)
        try coder.field(3, "providerCode", &provider)
        try coder.field(4, "articleId", &article)
        try coder.field(5, "headline", &headline)
    }
}

/// The end of past headlines.
public struct HistoricalNewsEnd: EventMessage {
    /// Message 87.
    public static var kind: MessageKind {
        MessageKind(.toClient, 87, "historicalNewsEnd", protobuf: ("HistoricalNewsEnd", since: .protobufNews))
    }

    /// The request.
    public var request = RequestID(-1)
    /// Whether there are more.
    public var hasMore = false

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(1, "reqId", &request)
        try coder.field(2, "hasMore", &hasMore)
    }
}

/// A headline on a subscribed contract.
public struct TickNews: EventMessage {
    /// Message 84.
    public static var kind: MessageKind {
        MessageKind(.toClient, 84, "tickNews", protobuf: ("TickNews", since: .protobufNews))
    }

    /// When, milliseconds since 1970.
    public var milliseconds = Int64(0)
    /// The provider's code.
    public var provider = ""
    /// The article.
    public var article = ""
    /// The headline.
    public var headline = ""
    /// More, by the provider's own rules.
    public var extra = ""
    /// The request.
    public var request = RequestID(-1)

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(1, coder.isText ? "tickerId" : "reqId", &request)
        try coder.field(2, coder.isText ? "timeStamp" : "timestamp", &milliseconds)
        try coder.field(3, "providerCode", &provider)
        try coder.field(4, "articleId", &article)
        try coder.field(5, "headline", &headline)
        try coder.field(6, "extraData", &extra)
    }
}
