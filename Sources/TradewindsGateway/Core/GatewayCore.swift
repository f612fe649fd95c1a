import TradewindsExchange
import TradewindsVocabulary
import TradewindsWire

/// A gateway without sockets and clocks.
///
/// Feed it connections, frames and time; take the bytes for each connection with ``takeOutput(of:)``. The same inputs
/// give the same bytes.
public struct GatewayCore: Sendable {
    /// The choices it was made with.
    public let configuration: GatewayConfiguration
    /// What it trades on.
    public private(set) var market: Market
    /// Orders, fills and accounts.
    public internal(set) var exchange: Exchange
    /// Market time.
    public var now: Timestamp { exchange.now }

    var links: [Link] = []
    /// What the gateway knows of each order beside what the exchange knows, by ``OrderKey``.
    var orders: [GatewayOrder] = []
    var statistics: [DayStatistics?]
    var permanentCount: Int64 = 0
    var nextPhaseCheck: Timestamp
    var nextProfitUpdate: Timestamp
    var nextAccountUpdate: Timestamp
    /// The last order id that each client has used; it survives the connection.
    var lastOrderIDs: [ClientID: Int32] = [:]

    /// A gateway on `market`, its clock at the market's start.
    public init(market: Market, configuration: GatewayConfiguration = GatewayConfiguration()) {
        self.configuration = configuration
        self.market = market
        self.exchange = Exchange(
            instruments: market.catalogue.instruments,
            accounts: configuration.accounts.map { AccountOpening(id: $0, cash: configuration.cash) },
            start: market.start, configuration: configuration.exchange)
        self.statistics = Array(repeating: nil, count: market.catalogue.instruments.count)
        self.nextPhaseCheck = market.start
        self.nextProfitUpdate = market.start
        self.nextAccountUpdate = market.start
    }

    /// When something next happens by itself, in market time.
    public var nextWake: Timestamp {
        min(market.nextTime ?? Timestamp(nanoseconds: .max), min(nextProfitUpdate, nextPhaseCheck))
    }

    /// Moves market time on: prices come, orders fill, subscribers are told. An earlier time changes nothing.
    public mutating func advance(to time: Timestamp) {
        while let next = market.nextTime, next <= time {
            keepPhases(until: next)
            guard let update = market.next() else { break }
            tell(update)
        }
        keepPhases(until: time)
        exchange.advance(to: time)
        deliverExchangeEvents()
        deliverTimed()
    }

    /// Moves market time on to the next update of the market and tells that one alone, even where others share its time.
    ///
    /// Returns the update; `nil` where the market has no prices left, and nothing has changed then.
    public mutating func step() -> MarketUpdate? {
        guard let next = market.nextTime else { return nil }
        keepPhases(until: next)
        guard let update = market.next() else { return nil }
        tell(update)
        deliverTimed()
        return update
    }

    private mutating func tell(_ update: MarketUpdate) {
        exchange.advance(to: update.time)
        exchange.apply(update)
        deliverExchangeEvents()
        deliver(update)
    }

    /// Closes and opens the instruments whose hours begin or end by `time`.
    private mutating func keepPhases(until time: Timestamp) {
        guard market.settings.hours == .real, nextPhaseCheck <= time else { return }
        exchange.advance(to: nextPhaseCheck)
        var next = Timestamp(nanoseconds: .max)
        for index in market.catalogue.indices {
            let schedule = market.schedule(of: index)
            let isOpen = schedule.isOpen(at: nextPhaseCheck)
            exchange.setPhase(isOpen ? .open : .closed, of: index)
            next = min(
                next, isOpen ? schedule.nextClose(after: nextPhaseCheck) : schedule.nextOpen(after: nextPhaseCheck))
        }
        deliverExchangeEvents()
        nextPhaseCheck = max(next, nextPhaseCheck + .seconds(1))
    }

    // MARK: Connections

    /// Opens a connection whose greeting is done.
    public mutating func open(_ connection: ConnectionID, version: ServerVersion) {
        links.append(Link(id: connection, version: version))
    }

    /// Forgets a connection; its orders go on.
    public mutating func close(_ connection: ConnectionID) { links.removeAll { $0.id == connection } }

    /// Takes the body of one frame from a client.
    public mutating func receive(_ body: UnsafeRawBufferPointer, from connection: ConnectionID) {
        guard let position = links.firstIndex(where: { $0.id == connection }), !links[position].isClosing else {
            return
        }
        do throws(WireError) {
            handle(try Request(frame: body, version: links[position].version), at: position)
        } catch {
            links[position].refuse(-1, .unreadable, "Error reading request: \(error)", at: now)
        }
        deliverExchangeEvents()
    }

    /// Takes a request from a client.
    public mutating func receive(_ request: Request, from connection: ConnectionID) {
        guard let position = links.firstIndex(where: { $0.id == connection }), !links[position].isClosing else {
            return
        }
        handle(request, at: position)
        deliverExchangeEvents()
    }

    /// The bytes for a connection since the last call, and whether it is to be closed after them.
    public mutating func takeOutput(of connection: ConnectionID) -> (bytes: [UInt8], closes: Bool)? {
        guard let position = links.firstIndex(where: { $0.id == connection }) else { return nil }
        let link = links[position]
        guard !link.output.bytes.isEmpty || link.isClosing else { return nil }
        links[position].output.removeAll()
        return (link.output.bytes, link.isClosing)
    }
}
