import Testing
import Tradewinds
import TradewindsTesting

@Suite(.timeLimit(.minutes(5))) struct ClientTests {
    private func client<Result: Sendable>(
        _ version: ServerVersion, accounts: [String] = ["DU1000001"], script: @escaping ScriptedPeer.Script,
        configuration: Configuration = Configuration(),
        _ body: @escaping @Sendable (Connection, ScriptedPeer) async throws -> Result
    ) async throws -> Result {
        try await ScriptedPeer.withPeer(version: version, accounts: accounts, script: script) { peer in
            try await Tradewinds.withConnection(
                to: .gateway(port: peer.port), clientID: 1, configuration: configuration
            ) { ib in try await body(ib, peer) }
        }
    }

    @Test(arguments: [178, 226] as [ServerVersion])
    func concurrentSearchesKeepTheirAnswers(version: ServerVersion) async throws {
        let names = try await client(version) { request in
            guard case .reqMatchingSymbols(let search) = request else { return [] }
            var samples = SymbolSamples()
            samples.request = search.request
            var found = ContractDescription()
            found.contract.symbol = search.pattern
            samples.descriptions = [found]
            return [.symbolSamples(samples)]
        } _: { ib, _ in
            try await withThrowingTaskGroup(of: (String, String?).self) { group in
                for name in ["A", "B", "C", "D"] {
                    group.addTask { (name, try await ib.symbols(matching: name).first?.contract.symbol) }
                }
                return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
            }
        }
        #expect(names == ["A": "A", "B": "B", "C": "C", "D": "D"])
    }

    @Test(arguments: [178, 226] as [ServerVersion])
    func refusalIsThrown(version: ServerVersion) async throws {
        let error = try await client(version) { request in
            guard case .reqContractDetails(let details) = request else { return [] }
            var error = ErrorMessage()
            error.request = details.request
            error.code = 200
            error.text = "No security definition has been found for the request"
            return [.error(error)]
        } _: { ib, _ in
            do throws(IBError) {
                _ = try await ib.contract(.stock("NOPE"))
                return nil as IBError?
            } catch { return error }
        }
        #expect(error?.code == .gateway(200))
        #expect(error?.remedy == .fixRequest)
    }

    @Test func silenceMeetsTheDeadline() async throws {
        var configuration = Configuration()
        configuration.deadline = .milliseconds(50)
        let code = try await client(178, script: { _ in [] }, configuration: configuration) { ib, _ in
            do throws(IBError) {
                _ = try await ib.currentTime()
                return nil as IBError.Code?
            } catch { return error.code }
        }
        #expect(code == .deadline)
    }

    @Test func leavingTheLoopCancelsAtTheGateway() async throws {
        try await client(178) { request in
            if case .reqCurrentTime = request { return [.currentTime(CurrentTime())] }
            guard case .reqMktData(let data) = request else { return [] }
            var tick = TickPrice()
            tick.request = data.request
            tick.tick = .ask
            tick.price = 12.5
            tick.size = 100
            return [.tickPrice(tick)]
        } _: { ib, peer in
            for try await quote in ib.quotes(.stock("AAPL")) {
                #expect(quote.ask == 12.5)
                break
            }
            _ = try await ib.currentTime()
            let cancels = peer.requests.filter { if case .cancelMktData = $0 { true } else { false } }
            #expect(cancels.count == 1)
        }
    }

    @Test func bracketGoesAsOneGroup() async throws {
        let placed = try await client(178) { request in
            guard case .placeOrder(let place) = request else { return [] }
            var status = OrderStatusUpdate()
            status.order = place.id
            status.client = 1
            status.status = .submitted
            status.remaining = place.order.quantity
            return [.orderStatus(status)]
        } _: { ib, peer in
            let trade = try await ib.place(.bracket(.buy, 100, limit: 10, takeProfit: 12, stopLoss: 9), on: .stock("A"))
            for try await change in trade.children[1].changes { if case .status = change { break } }
            return peer.requests.compactMap { if case .placeOrder(let place) = $0 { place } else { nil } }
        }
        #expect(placed.map(\.order.transmits) == [false, false, true])
        #expect(placed.map(\.order.parent) == [0, 1, 1])
        #expect(placed.map(\.order.side) == [.buy, .sell, .sell])
        #expect(placed.allSatisfy { $0.order.account == "DU1000001" })
    }

    @Test func liveAccountsAreRefused() async throws {
        let code = try await client(178, accounts: ["U1000001"], script: { _ in [] }) { ib, _ in
            do throws(IBError) {
                _ = try await ib.place(.market(.buy, 1), on: .stock("A"))
                return nil as IBError.Code?
            } catch { return error.code }
        }
        #expect(code == .liveTrading)
    }

    @Test func severalAccountsNeedAName() async throws {
        let code = try await client(178, accounts: ["DU1", "DU2"], script: { _ in [] }) { ib, _ in
            do throws(IBError) {
                _ = try await ib.place(.market(.buy, 1), on: .stock("A"))
                return nil as IBError.Code?
            } catch { return error.code }
        }
        #expect(code == .invalid)
    }

    @Test func nobodyListeningIsSaid() async {
        await #expect(throws: IBError.self) {
            try await Tradewinds.withConnection(to: .gateway(port: 1), clientID: 1) { _ in }
        }
    }

    @Test func oldGatewaysAreRefused() async throws {
        await #expect(throws: IBError.self) {
            try await client(150, script: { _ in [] }) { _, _ in }
        }
    }

    @Test func descriptionsHideAccounts() {
        let error = IBError(.gateway(201), "rejected for DU1234567.", remedy: .fixRequest)
        #expect(error.description == "gateway error 201: rejected for DU…. [fixRequest]")
    }
}
