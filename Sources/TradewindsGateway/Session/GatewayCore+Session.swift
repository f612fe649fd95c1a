import TradewindsExchange
import TradewindsVocabulary
import TradewindsWire

extension GatewayCore {
    /// Begins the session of a client: accounts, the next order id, notices.
    mutating func start(_ message: StartApiRequest, at position: Int) {
        guard links[position].client == nil else {
            links[position].refuse(-1, .invalid, "The API has been started already", at: now)
            return
        }
        if links.contains(where: { $0.client == message.client && !$0.isClosing }) {
            links[position].refuse(
                -1, .clientInUse,
                "Unable to connect as the client id is already in use. Retry with a unique client id.",
                at: now)
            links[position].isClosing = true
            return
        }
        links[position].client = message.client
        sendAccounts(at: position)
        sendNextID(at: position)
        let notices: [(GatewayCode, String)] = [
            (.marketFarmOK, "Market data farm connection is OK:usfarm"),
            (.marketFarmOK, "Market data farm connection is OK:usfuture"),
            (.marketFarmOK, "Market data farm connection is OK:cashfarm"),
            (.historyFarmOK, "HMDS data farm connection is OK:ushmds"),
            (.definitionFarmOK, "Sec-def data farm connection is OK:secdefil"),
        ]
        for (code, text) in notices { links[position].refuse(-1, code, text, at: now) }
    }

    /// Answers questions about the session itself.
    mutating func handleSession(_ request: Request, at position: Int) -> Bool {
        switch request {
        case .reqIds: sendNextID(at: position)
        case .reqManagedAccts: sendAccounts(at: position)
        case .reqCurrentTime:
            var answer = CurrentTime()
            answer.seconds = now.seconds
            links[position].send(.currentTime(answer))
        case .reqCurrentTimeInMillis:
            var answer = CurrentTimeInMillis()
            answer.milliseconds = now.milliseconds
            links[position].send(.currentTimeInMillis(answer))
        case .setServerLogLevel: break
        case .reqUserInfo(let message):
            var answer = UserInfo()
            answer.request = message.request
            links[position].send(.userInfo(answer))
        case .reqFamilyCodes:
            var answer = FamilyCodes()
            answer.codes = configuration.accounts.map {
                var code = FamilyCode()
                code.account = $0
                return code
            }
            links[position].send(.familyCodes(answer))
        case .reqSoftDollarTiers(let message):
            var answer = SoftDollarTiers()
            answer.request = message.request
            links[position].send(.softDollarTiers(answer))
        case .reqNewsProviders: links[position].send(.newsProviders(NewsProviders()))
        default: return false
        }
        return true
    }

    private mutating func sendAccounts(at position: Int) {
        var answer = ManagedAccounts()
        answer.accounts = configuration.accounts.map(\.rawValue).joined(separator: ",")
        links[position].send(.managedAccounts(answer))
    }

    private mutating func sendNextID(at position: Int) {
        guard let client = links[position].client else { return }
        var answer = NextValidId()
        answer.order = OrderID((lastOrderIDs[client] ?? 0) + 1)
        links[position].send(.nextValidId(answer))
    }
}
