import TradewindsLedger
import TradewindsSession
import TradewindsVocabulary
import TradewindsWire

extension Connection {
    /// Past bars, oldest first.
    ///
    /// - Parameters:
    ///   - contract: What the bars are of.
    ///   - size: How long a bar is.
    ///   - span: How far back to go from `end`.
    ///   - end: The end of the last bar; `nil` for now.
    ///   - source: Trades do not exist for currency pairs: ask for midpoints there.
    ///   - regularHoursOnly: Whether to leave out what lies outside regular trading hours.
    /// - Throws: ``IBError``: gateway code 162 where there is no data or pacing is broken.
    public func bars(
        _ contract: Contract, _ size: BarSize, last span: HistorySpan, until end: Timestamp? = nil,
        of source: BarSource = .trades, regularHoursOnly: Bool = false
    ) async throws(IBError) -> [Bar] {
        let request = try history(contract, size, span, end, source, regularHoursOnly)
        let events = try await ask(
            Question(
                kind: .request(await historyShape),
                message: { id in
                    var request = request
                    request.request = id
                    return .reqHistoricalData(request)
                }, cancel: Self.cancelHistory, deadline: configuration.historyDeadline, name: "historical bars"))
        var bars: [Bar] = []
        for event in events {
            guard case .historicalData(let data) = event else { continue }
            for bar in data.bars { bars.append(try Self.bar(bar)) }
        }
        return bars
    }

    /// Past bars, oldest first, then each change of the newest bar as it forms. Nothing is dropped.
    public func liveBars(
        _ contract: Contract, _ size: BarSize, last span: HistorySpan, of source: BarSource = .trades,
        regularHoursOnly: Bool = false
    ) -> Updates<Bar> {
        updates(
            .keepAll,
            message: { id in
                var request = Self.request(contract, size, span, nil, source, regularHoursOnly)
                request.request = id
                request.keepsUpToDate = true
                return .reqHistoricalData(request)
            }, cancel: Self.cancelHistory,
            transform: {
                { event, _ in
                    switch event {
                    case .historicalData(let data): data.bars.compactMap { Bar($0) }
                    case .historicalDataUpdate(let update): Bar(update.bar).map { [$0] } ?? []
                    default: []
                    }
                }
            })
    }

    /// Bars of five seconds as they close. Nothing is dropped.
    public func realTimeBars(
        _ contract: Contract, of source: BarSource = .trades, regularHoursOnly: Bool = false
    ) -> Updates<Bar> {
        updates(
            .keepAll,
            message: { id in
                var request = RealTimeBarsRequest()
                request.request = id
                request.contract = contract
                request.barSize = 5
                request.whatToShow = source.description
                request.regularHoursOnly = regularHoursOnly
                return .reqRealTimeBars(request)
            },
            cancel: { id in
                var cancel = CancelRealTimeBars()
                cancel.request = id
                return .cancelRealTimeBars(cancel)
            },
            transform: { { event, _ in if case .realtimeBar(let bar) = event { [Bar(bar)] } else { [] } } })
    }

    /// When the data of a contract begins.
    public func headTimestamp(
        _ contract: Contract, of source: BarSource = .trades, regularHoursOnly: Bool = false
    ) async throws(IBError) -> Timestamp {
        let events = try await ask(
            Question(
                kind: .request(.one),
                message: { id in
                    var request = HeadTimestampRequest()
                    request.request = id
                    request.contract = contract
                    request.whatToShow = source.description
                    request.regularHoursOnly = regularHoursOnly
                    request.dateFormat = 2
                    return .reqHeadTimeStamp(request)
                },
                cancel: { id in
                    var cancel = CancelHeadTimestamp()
                    cancel.request = id
                    return .cancelHeadTimeStamp(cancel)
                }, cancelsAfterwards: true, deadline: configuration.historyDeadline, name: "head timestamp"))
        guard case .headTimestamp(let head)? = events.first, let time = TimeText(head.time) else {
            throw IBError(.invalid, "the gateway's head timestamp cannot be read", remedy: .none)
        }
        return time.instant
    }

    // From 196 on an end message follows the data.
    private var historyShape: ReplyShape {
        get async { await serverVersion >= .historyEnd ? .untilEnd : .one }
    }

    private func history(
        _ contract: Contract, _ size: BarSize, _ span: HistorySpan, _ end: Timestamp?, _ source: BarSource,
        _ regularHoursOnly: Bool
    ) throws(IBError) -> HistoricalDataRequest {
        guard BarSize.all.contains(size) else {
            let sizes = BarSize.all.map(\.description).joined(separator: ", ")
            throw IBError(.invalid, "no bars of \(size) exist; there are \(sizes)", remedy: .fixRequest)
        }
        return Self.request(contract, size, span, end, source, regularHoursOnly)
    }

    private static func request(
        _ contract: Contract, _ size: BarSize, _ span: HistorySpan, _ end: Timestamp?, _ source: BarSource,
        _ regularHoursOnly: Bool
    ) -> HistoricalDataRequest {
        var request = HistoricalDataRequest()
        request.contract = contract
        request.barSize = size.description
        request.duration = span.description
        request.end = end.map(TimeText.utc) ?? ""
        request.whatToShow = source.description
        request.regularHoursOnly = regularHoursOnly
        request.dateFormat = 2
        return request
    }

    private static func cancelHistory(_ id: RequestID) -> Request {
        var cancel = CancelHistoricalData()
        cancel.request = id
        return .cancelHistoricalData(cancel)
    }

    private static func bar(_ wire: HistoricalBar) throws(IBError) -> Bar {
        guard let bar = Bar(wire) else {
            throw IBError(.invalid, "a bar's date \"\(wire.date)\" cannot be read", remedy: .none)
        }
        return bar
    }
}
