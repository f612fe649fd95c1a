import Testing
import TradewindsGateway
import TradewindsVocabulary
import TradewindsWire

/// Books: rows arrive as inserts, then changes alone, and a client that applies them has a book in order.
@Suite struct DepthTests {
    private static func request(_ id: RequestID, rows: Int32 = 4, smart: Bool = false) -> Request {
        var message = MarketDepthRequest()
        message.request = id
        message.contract = Bench.stock("AAPL")
        message.rows = rows
        message.isSmartDepth = smart
        return .reqMktDepth(message)
    }

    private static func rows(_ events: [Event]) -> [MarketDepthData] {
        events.compactMap {
            switch $0 {
            case .updateMktDepth(let message): message.row
            case .updateMktDepthL2(let message): message.row
            default: nil
            }
        }
    }

    /// Applies rows as a client does.
    private static func apply(_ rows: [MarketDepthData], to book: inout [Int32: [Double]]) {
        for row in rows {
            let place = Int(row.position)
            switch row.operation {
            case 0: book[row.side, default: []].insert(row.price, at: place)
            case 1: book[row.side]?[place] = row.price
            default: book[row.side]?.remove(at: place)
            }
        }
    }

    @Test(arguments: [false, true], [178, 226] as [ServerVersion])
    func aBookStaysInOrder(smart: Bool, version: ServerVersion) throws {
        var bench = try Bench(version: version)
        var book: [Int32: [Double]] = [:]
        let first = Self.rows(try bench.ask(Self.request(7, smart: smart)))
        #expect(first.count == 8 && first.allSatisfy { $0.operation == 0 })
        if smart, version > 200 { #expect(first.allSatisfy { $0.marketMaker == "NASDAQ" && $0.isSmartDepth }) }
        Self.apply(first, to: &book)
        var changes = 0
        for _ in 0..<60 {
            let rows = Self.rows(try bench.wait(1))
            changes += rows.count
            Self.apply(rows, to: &book)
            let (bids, asks) = (book[1] ?? [], book[0] ?? [])
            #expect(bids.count == 4 && asks.count == 4 && bids[0] < asks[0])
            #expect(zip(bids, bids.dropFirst()).allSatisfy(>) && zip(asks, asks.dropFirst()).allSatisfy(<))
        }
        #expect(changes > 20)
    }

    @Test func theSameQuoteHasTheSameBook() throws {
        var (one, other) = (try Bench(), try Bench())
        #expect(Self.rows(try one.ask(Self.request(7))) == Self.rows(try other.ask(Self.request(8))))
    }

    @Test func tooManyBooksAndUnknownOnesAreRefused() throws {
        var bench = try Bench()
        for id in 1...3 { #expect(!Self.rows(try bench.ask(Self.request(RequestID(Int32(id))))).isEmpty) }
        var codes: [Int32] = []
        var unknown = CancelMarketDepth()
        unknown.request = 99
        var known = CancelMarketDepth()
        known.request = 1
        for request in [
            Self.request(4), Self.request(1), .cancelMktDepth(unknown), .cancelMktDepth(known),
            Self.request(5, rows: 0),
        ] {
            for case .error(let error) in try bench.ask(request) { codes.append(error.code) }
        }
        #expect(codes == [309, 102, 310, 321])
    }
}
