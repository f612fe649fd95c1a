import TradewindsExchange
import TradewindsVocabulary
import TradewindsWire

extension GatewayCore {
    /// Sends each request to the room that answers it.
    mutating func handle(_ request: Request, at position: Int) {
        if case .startApi(let message) = request { return start(message, at: position) }
        guard links[position].client != nil else {
            links[position].refuse(-1, .invalid, "Start the API first: no request is taken before startApi", at: now)
            return
        }
        if handleSession(request, at: position) || handleContracts(request, at: position) { return }
        if handleMarketData(request, at: position) || handleDepth(request, at: position) { return }
        if handleHistory(request, at: position) || handleOrders(request, at: position) { return }
        if handleAccounts(request, at: position) { return }
        let kind = request.kind
        links[position].refuse(
            RequestIDFinder.find(in: request, version: links[position].version), .failed,
            "\(kind.name) is not simulated by this gateway", at: now)
    }
}

/// Finds the request id in any request, so that an error can carry it back.
private struct RequestIDFinder: MessageVisitor {
    let version: ServerVersion
    var found = RequestID(-1)

    static func find(in request: Request, version: ServerVersion) -> RequestID {
        var finder = RequestIDFinder(version: version)
        try? request.visit(&finder)
        return finder.found
    }

    mutating func visit<M: Message>(_ message: M) throws(WireError) {
        let json = try Printer.json(of: message, form: .protobuf, version: version)
        guard let start = json.range(of: "\"reqId\":") else { return }
        let digits = json[start...].prefix { $0 == "-" || $0.isNumber }
        found = RequestID(Int32(digits) ?? -1)
    }
}

extension String {
    /// Where `text` ends in this string.
    fileprivate func range(of text: String) -> String.Index? {
        var rest = self[...]
        while !rest.isEmpty {
            if rest.hasPrefix(text) { return rest.index(rest.startIndex, offsetBy: text.count) }
            rest = rest.dropFirst()
        }
        return nil
    }
}
