import Testing
import TradewindsExchange
import TradewindsGateway
import TradewindsVocabulary
import TradewindsWire

/// A gateway and one client without sockets: requests go in, events come out.
struct Bench {
    var core: GatewayCore
    let connection: ConnectionID = 1
    let version: ServerVersion

    init(version: ServerVersion = .newest, seed: UInt64 = 7) throws {
        let start = Timestamp(seconds: 1_780_000_000)
        core = GatewayCore(market: try Market(settings: MarketSettings(start: start, seed: seed)))
        self.version = version
        core.open(connection, version: version)
        var message = StartApiRequest()
        message.client = 1
        core.receive(.startApi(message), from: connection)
        core.advance(to: start + .seconds(5))
    }

    mutating func events() throws -> [Event] { try events(of: connection) }

    mutating func events(of connection: ConnectionID) throws -> [Event] {
        guard let output = core.takeOutput(of: connection) else { return [] }
        return try output.bytes.withUnsafeBytes { bytes in
            var events: [Event] = []
            var offset = 0
            while let frame = try Frame.body(in: bytes, from: offset) {
                events.append(try Event(frame: UnsafeRawBufferPointer(rebasing: bytes[frame]), version: version))
                offset = frame.upperBound
            }
            return events
        }
    }

    mutating func ask(_ request: Request) throws -> [Event] {
        _ = try events()
        core.receive(request, from: connection)
        return try events()
    }

    mutating func wait(_ seconds: Int) throws -> [Event] {
        core.advance(to: core.now + .seconds(seconds))
        return try events()
    }

    static func stock(_ symbol: String) -> Contract {
        var contract = Contract()
        contract.symbol = symbol
        contract.kind = .stock
        contract.exchange = "SMART"
        contract.currency = "USD"
        return contract
    }

    static func order(_ id: OrderID, _ side: Side, _ type: OrderType, _ quantity: Quantity) -> PlaceOrderRequest {
        var message = PlaceOrderRequest()
        message.id = id
        message.contract = stock("AAPL")
        message.order.side = side
        message.order.type = type
        message.order.quantity = quantity
        return message
    }
}

extension Event {
    var code: Int32? {
        if case .error(let message) = self { return message.code }
        return nil
    }
    var status: OrderStatusUpdate? {
        if case .orderStatus(let message) = self { return message }
        return nil
    }
}

@Suite
struct GatewayCoreTests {
    @Test(arguments: [ServerVersion(157), 178, 200, 203, 210, 226])
    func beginsWithAccountsIDAndNotices(version: ServerVersion) throws {
        var bench = try Bench(version: version)
        let names = try bench.events().map(\.kind.name)
        #expect(names.prefix(2) == ["managedAccounts", "nextValidId"])
        #expect(names.dropFirst(2).allSatisfy { $0 == "error" })
    }

    @Test func aMarketOrderFillsAndTheAccountFollows() throws {
        var bench = try Bench()
        var told = try bench.ask(.placeOrder(Bench.order(1, .buy, .market, 100)))
        told += try bench.wait(60)
        #expect(told.contains { $0.kind.name == "openOrder" })
        #expect(told.contains { $0.kind.name == "commissionAndFeesReport" })
        let last = try #require(told.compactMap(\.status).last)
        #expect(last.status == .filled && last.filled == 100 && last.remaining == 0)
        let positions = try bench.ask(.reqPositions(PositionsRequest()))
        guard case .position(let report) = positions.first else {
            Issue.record("no position: \(positions)")
            return
        }
        #expect(report.position == 100 && report.contract.symbol == "AAPL")
    }

    @Test func idsMustRiseAndUnknownOrdersCannotBeCancelled() throws {
        var bench = try Bench()
        var low = Bench.order(5, .buy, .limit, 10)
        low.order.limitPrice = 1
        _ = try bench.ask(.placeOrder(low))
        #expect(try bench.ask(.placeOrder(Bench.order(4, .buy, .market, 10))).compactMap(\.code) == [103])
        var cancel = CancelOrderRequest()
        cancel.order = 99
        #expect(try bench.ask(.cancelOrder(cancel)).compactMap(\.code) == [10147])
        cancel.order = 5
        let told = try bench.ask(.cancelOrder(cancel))
        #expect(told.compactMap(\.status).last?.status == .cancelled)
        #expect(told.compactMap(\.code) == [202])
        #expect(try bench.ask(.cancelOrder(cancel)).compactMap(\.code) == [10148])
    }

    @Test func refusesWhatTheTablesSay() throws {
        var bench = try Bench()
        var unknown = Bench.order(1, .buy, .market, 10)
        unknown.contract.symbol = "NOSUCH"
        #expect(try bench.ask(.placeOrder(unknown)).compactMap(\.code) == [200])
        var offTick = Bench.order(2, .buy, .limit, 10)
        offTick.order.limitPrice = 100.001
        #expect(try bench.ask(.placeOrder(offTick)).compactMap(\.code) == [110])
        #expect(try bench.ask(.placeOrder(Bench.order(3, .buy, .market, 10_000_000))).compactMap(\.code) == [201])
        var child = Bench.order(4, .sell, .limit, 10)
        child.order.limitPrice = 500
        child.order.parent = 77
        #expect(try bench.ask(.placeOrder(child)).compactMap(\.code) == [135])
    }

    @Test func aWhatIfChangesNothing() throws {
        var bench = try Bench()
        var what = Bench.order(1, .buy, .market, 100)
        what.order.isWhatIf = true
        let told = try bench.ask(.placeOrder(what))
        guard case .openOrder(let answer) = told.first else {
            Issue.record("no answer: \(told)")
            return
        }
        #expect(answer.state.initialMarginAfter ?? 0 > 0)
        #expect(answer.state.commission ?? 0 > 0)
        #expect(bench.core.exchange.orderCount == 0)
    }

    @Test func unknownRequestsGetAnErrorWithTheirID() throws {
        var bench = try Bench()
        var message = ScannerSubscriptionRequest()
        message.request = 42
        guard case .error(let error) = try bench.ask(.reqScannerSubscription(message)).first else {
            Issue.record("no error")
            return
        }
        #expect(error.request == 42)
        #expect(error.text.contains("reqScannerSubscription"))
    }

    @Test func aSecondClientWithTheSameIDIsSentAway() throws {
        var bench = try Bench()
        bench.core.open(2, version: .newest)
        var message = StartApiRequest()
        message.client = 1
        bench.core.receive(.startApi(message), from: 2)
        let output = bench.core.takeOutput(of: 2)
        #expect(output?.closes == true)
    }

    @Test func theSameInputsGiveTheSameBytes() throws {
        func run() throws -> [UInt8] {
            var bench = try Bench()
            var message = MarketDataRequest()
            message.request = 9
            message.contract = Bench.stock("MSFT")
            bench.core.receive(.reqMktData(message), from: bench.connection)
            bench.core.receive(.placeOrder(Bench.order(1, .buy, .market, 10)), from: bench.connection)
            bench.core.advance(to: bench.core.now + .seconds(20))
            return bench.core.takeOutput(of: bench.connection)?.bytes ?? []
        }
        let first = try run()
        #expect(first.count > 1000)
        #expect(try run() == first)
    }
}

@Suite
struct GatewayGreetingTests {
    private static let range = Array("API\0".utf8) + [0, 0, 0, 9] + Array("v157..178".utf8)

    @Test(arguments: 1...17) func understandsAnyPieces(size: Int) {
        var greeting = GatewayGreeting()
        var outcome = GatewayGreeting.Outcome.waiting
        for start in stride(from: 0, to: Self.range.count, by: size) {
            outcome = greeting.take(Self.range[start..<min(start + size, Self.range.count)], now: Timestamp(seconds: 0))
        }
        guard case .welcome(let version, _, let rest) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(version == 178 && rest.isEmpty)
    }

    @Test(arguments: ["v100..151", "v227..300", "hello", "v9..1"]) func refuses(range: String) {
        var greeting = GatewayGreeting()
        let bytes = Array("API\0".utf8) + [0, 0, 0, UInt8(range.utf8.count)] + Array(range.utf8)
        guard case .refused = greeting.take(bytes, now: Timestamp(seconds: 0)) else {
            Issue.record("not refused")
            return
        }
    }

    @Test func refusesStrangers() {
        var greeting = GatewayGreeting()
        guard case .refused = greeting.take("GET / HTTP/1.1\r\n".utf8, now: Timestamp(seconds: 0)) else {
            Issue.record("not refused")
            return
        }
    }
}
