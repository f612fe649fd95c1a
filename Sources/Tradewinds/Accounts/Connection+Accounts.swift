import TradewindsLedger
import TradewindsSession
import TradewindsVocabulary
import TradewindsWire

extension Connection {
    /// Positions of all accounts, now.
    public func positions() async throws(IBError) -> [Position] {
        let events = try await ask(
            Question(
                kind: .query(.positions), message: { _ in .reqPositions(PositionsRequest()) },
                cancel: { _ in .cancelPositions(CancelPositions()) }, cancelsAfterwards: true,
                deadline: configuration.deadline, name: "positions"))
        var book = PositionBook()
        for event in events { book.apply(event) }
        return book.all
    }

    /// Values and portfolio of an account, now. `nil` means the only account.
    public func account(_ account: AccountID? = nil) async throws(IBError) -> AccountBook {
        let name = try await only(account)
        let events = try await ask(
            Question(
                kind: .query(.accountUpdates), message: { _ in Self.updates(name, true) },
                cancel: { _ in Self.updates(name, false) }, cancelsAfterwards: true,
                deadline: configuration.deadline, name: "account values"))
        var book = AccountBook(account: name)
        for event in events { book.apply(event) }
        return book
    }

    /// Values and portfolio of an account whenever they change. A slow loop sees the newest and skips those between.
    ///
    /// Gateways follow one account at a time this way.
    public func accountUpdates(_ account: AccountID) -> Updates<AccountBook> {
        listen(.newest, opening: [Self.updates(account, true)], closing: [Self.updates(account, false)]) {
            var book = AccountBook(account: account)
            return { event in book.apply(event) ? [book] : [] }
        }
    }

    /// Chosen values of all accounts, such as `NetLiquidation`; `$LEDGER:ALL` for cash by currency.
    public func accountSummary(_ tags: [String], group: String = "All") async throws(IBError) -> [AccountBook] {
        let events = try await ask(
            Question(
                kind: .request(.untilEnd),
                message: { id in
                    var request = AccountSummaryRequest()
                    request.request = id
                    request.group = group
                    request.tags = tags.joined(separator: ",")
                    return .reqAccountSummary(request)
                },
                cancel: { id in
                    var cancel = CancelAccountSummary()
                    cancel.request = id
                    return .cancelAccountSummary(cancel)
                }, cancelsAfterwards: true, deadline: configuration.deadline, name: "account summary"))
        var names: [AccountID] = []
        for case .accountSummary(let value) in events where !names.contains(value.account) {
            names.append(value.account)
        }
        return names.map { name in
            var book = AccountBook(account: name)
            for event in events { book.apply(event) }
            return book
        }
    }

    /// Profit and loss of an account whenever it changes. A slow loop sees the newest and skips those between.
    public func pnl(_ account: AccountID, model: String = "") -> Updates<PnL> {
        updates(
            .newest,
            message: { id in
                var request = PnLRequest()
                request.request = id
                request.account = account
                request.model = model
                return .reqPnL(request)
            },
            cancel: { id in
                var cancel = CancelPnL()
                cancel.request = id
                return .cancelPnL(cancel)
            },
            transform: { { event, _ in if case .pnl(let profit) = event { [profit] } else { [] } } })
    }

    /// Profit and loss of one position whenever it changes. A slow loop sees the newest and skips those between.
    public func pnl(_ account: AccountID, of contract: ContractID, model: String = "") -> Updates<PnLSingle> {
        updates(
            .newest,
            message: { id in
                var request = PnLSingleRequest()
                request.request = id
                request.account = account
                request.model = model
                request.contract = contract
                return .reqPnLSingle(request)
            },
            cancel: { id in
                var cancel = CancelPnLSingle()
                cancel.request = id
                return .cancelPnLSingle(cancel)
            },
            transform: { { event, _ in if case .pnlSingle(let profit) = event { [profit] } else { [] } } })
    }

    /// The gateway's clock, to the second.
    public func currentTime() async throws(IBError) -> Timestamp {
        let events = try await ask(
            Question(
                kind: .query(.currentTime), message: { _ in .reqCurrentTime(CurrentTimeRequest()) },
                deadline: configuration.deadline, name: "current time"))
        guard case .currentTime(let time)? = events.first else { throw .lost }
        return Timestamp(seconds: time.seconds)
    }

    private func only(_ account: AccountID?) async throws(IBError) -> AccountID {
        if let account { return account }
        let accounts = await accounts
        guard let first = accounts.first, accounts.count == 1 else {
            throw IBError(.invalid, "there are \(accounts.count) accounts: name one", remedy: .fixRequest)
        }
        return first
    }

    static func updates(_ account: AccountID, _ subscribes: Bool) -> Request {
        var request = AccountDataRequest()
        request.subscribes = subscribes
        request.account = account
        return .reqAccountUpdates(request)
    }
}
