import TradewindsExchange
import TradewindsVocabulary
import TradewindsWire

/// A client's subscription to a book, with the rows it was told: only rows that change are sent.
struct DepthSubscription: Sendable, Hashable {
    let request: RequestID
    let instrument: InstrumentIndex
    /// Whether rows name the exchange, as those combined of several do.
    let exchange: String?
    private let rows: Int
    private let ladder: DepthLadder
    private var bids: [DepthLevel] = []
    private var asks: [DepthLevel] = []

    init(request: RequestID, instrument: InstrumentIndex, rows: Int, exchange: String?, ladder: DepthLadder) {
        self.request = request
        self.instrument = instrument
        self.rows = rows
        self.exchange = exchange
        self.ladder = ladder
    }

    mutating func tell(_ quote: Quote, to send: (Event) -> Void) {
        let (newBids, newAsks) = (ladder.bids(of: quote, rows: rows), ladder.asks(of: quote, rows: rows))
        tell(newBids, after: bids, side: 1, to: send)
        tell(newAsks, after: asks, side: 0, to: send)
        (bids, asks) = (newBids, newAsks)
    }

    private func tell(_ levels: [DepthLevel], after told: [DepthLevel], side: Int32, to send: (Event) -> Void) {
        for row in levels.indices where row >= told.count || told[row] != levels[row] {
            send(event(row, row < told.count ? .update : .insert, side, levels[row]))
        }
        for row in stride(from: told.count - 1, through: levels.count, by: -1) {
            send(event(row, .delete, side, told[row]))
        }
    }

    private enum Operation: Int32 {
        case insert = 0
        case update = 1
        case delete = 2
    }

    private func event(_ row: Int, _ operation: Operation, _ side: Int32, _ level: DepthLevel) -> Event {
        var data = MarketDepthData()
        data.position = Int32(row)
        data.operation = operation.rawValue
        data.side = side
        data.price = operation == .delete ? 0 : level.price.doubleValue
        data.size = operation == .delete ? 0 : level.size
        guard let exchange else {
            var message = MarketDepth()
            message.request = request
            message.row = data
            return .updateMktDepth(message)
        }
        data.marketMaker = exchange
        data.isSmartDepth = true
        var message = MarketDepthL2()
        message.request = request
        message.row = data
        return .updateMktDepthL2(message)
    }
}
