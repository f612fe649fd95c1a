import TradewindsExchange
import TradewindsVocabulary
import TradewindsWire

extension GatewayCore {
    /// Answers requests for the past.
    mutating func handleHistory(_ request: Request, at position: Int) -> Bool {
        switch request {
        case .reqHistoricalData(let message): sendBars(message, at: position)
        case .cancelHistoricalData(let message): cancelBars(message.request, at: position)
        case .reqHeadTimeStamp(let message): sendHead(message, at: position)
        case .cancelHeadTimeStamp, .cancelHistoricalTicks: break
        case .reqHistoricalTicks(let message): sendTicks(message, at: position)
        default: return false
        }
        return true
    }

    private mutating func cancelBars(_ request: RequestID, at position: Int) {
        let count = links[position].bars.count
        links[position].bars.removeAll { $0.request == request }
        guard links[position].bars.count == count else { return }
        links[position].refuse(
            request, .unknownHistory, "No historical data query found for ticker id:\(request)", at: now)
    }

    private mutating func sendBars(_ message: HistoricalDataRequest, at position: Int) {
        func refuse(_ text: String) {
            links[position].refuse(message.request, .invalid, "Error validating request: " + text, at: now)
        }
        guard let index = resolve(message.contract, for: message.request, at: position) else { return }
        guard let span = HistorySpan(text: message.duration) else {
            return refuse("duration \"\(message.duration)\" is not like 3600 S, 5 D, 2 W, 6 M or 1 Y")
        }
        var end: Timestamp?
        if !message.end.isEmpty {
            guard let time = ProtocolTime.parse(message.end, zone(of: index)) else {
                return refuse(
                    "end \"\(message.end)\" is neither yyyyMMdd-HH:mm:ss (UTC) nor yyyyMMdd HH:mm:ss ZONE")
            }
            end = time
        }
        if message.whatToShow.uppercased() == "SCHEDULE" {
            return sendSchedule(message, index, span, end: end ?? now, at: position)
        }
        guard let size = BarSize(text: message.barSize) else {
            let known = "1 secs, 5 secs, 1 min, 1 hour, 1 day, 1 week, 1 month and those between"
            return refuse("bar size \"\(message.barSize)\" is none of \(known)")
        }
        guard let show = HistoryShow(text: message.whatToShow) else {
            return refuse(
                "\"\(message.whatToShow)\" is none of TRADES, MIDPOINT, BID, ASK, BID_ASK, ADJUSTED_LAST, SCHEDULE")
        }
        guard !message.keepsUpToDate || end == nil else { return refuse("an end date with keepUpToDate") }
        func fail(_ text: String) {
            links[position].refuse(
                message.request, .historyFailed, "Historical Market Data Service error message:\(text)", at: now)
        }
        func bars(_ kind: HistoryKind) throws(HistoryError) -> [HistoryBar] {
            let wanted = HistoryRequest(
                index, kind, end: end, span: span, size: size, regularHours: message.regularHoursOnly)
            return try market.history.bars(wanted, now: now)
        }
        let kind: HistoryKind
        let found: [HistoryBar]
        do throws(HistoryError) {
            switch show {
            case .plain(let plain): (kind, found) = (plain, try bars(plain))
            case .adjustedLast:
                guard end == nil else { return refuse("ADJUSTED_LAST with an end date") }
                (kind, found) = (.trades, try bars(.trades))
            case .bidAsk:
                guard !message.keepsUpToDate else { return refuse("BID_ASK with keepUpToDate") }
                (kind, found) = (.bid, HistoryShow.bidAsk(bids: try bars(.bid), asks: try bars(.ask)))
            case .notSimulated:
                let name = market.catalogue[index].localSymbol
                return fail("No historical data of \(message.whatToShow) for \(name): it is not simulated")
            }
        } catch { return fail("\(error)") }
        guard !found.isEmpty else { return fail("HMDS query returned no data") }
        send(found, message, kind, size, at: position)
        guard message.keepsUpToDate else { return }
        let builder = LiveBarBuilder(
            kind, size: size, schedule: market.schedule(of: index), regularHours: message.regularHoursOnly,
            current: found.last.flatMap { $0.end > now ? $0 : nil })
        links[position].bars.append(
            BarSubscription(
                request: message.request, instrument: index, builder: builder,
                form: .history(size: size, dateFormat: message.dateFormat)))
    }

    private mutating func send(
        _ bars: [HistoryBar], _ message: HistoricalDataRequest, _ kind: HistoryKind, _ size: BarSize, at position: Int
    ) {
        let zone = market.catalogue.matches(ContractTranslation.query(message.contract)).first.map { self.zone(of: $0) }
        var answer = HistoricalData()
        answer.request = message.request
        answer.start = ProtocolTime.zoned(bars[0].start, zone ?? .usEastern)
        answer.end = ProtocolTime.zoned(min(bars[bars.count - 1].end, now), zone ?? .usEastern)
        answer.bars = bars.map {
            HistoryTranslation.bar(
                $0, size: size, zone: zone ?? .usEastern, dateFormat: message.dateFormat, isTrades: kind == .trades)
        }
        links[position].send(.historicalData(answer))
        var end = HistoricalDataEnd()
        end.request = message.request
        end.start = answer.start
        end.end = answer.end
        links[position].send(.historicalDataEnd(end))
    }

    private mutating func sendSchedule(
        _ message: HistoricalDataRequest, _ index: InstrumentIndex, _ span: HistorySpan, end: Timestamp,
        at position: Int
    ) {
        let zone = zone(of: index)
        func text(_ time: Timestamp) -> String {
            "\(zone.date(at: time).compact)-\(ProtocolTime.clock(zone.secondOfDay(at: time)))"
        }
        let days = market.history.sessions(index, end: end, span: span)
        var answer = HistoricalSchedule()
        answer.request = message.request
        answer.zone = zone.text
        answer.start = days.first.map { text($0.trading.lowerBound) } ?? text(end)
        answer.end = days.last.map { text($0.trading.upperBound) } ?? text(end)
        answer.sessions = days.map { day in
            let hours = message.regularHoursOnly ? day.liquid : day.trading
            var session = HistoricalSession()
            session.start = text(hours.lowerBound)
            session.end = text(hours.upperBound)
            session.date = day.date.compact
            return session
        }
        links[position].send(.historicalSchedule(answer))
    }

    private mutating func sendHead(_ message: HeadTimestampRequest, at position: Int) {
        guard let index = resolve(message.contract, for: message.request, at: position) else { return }
        guard let kind = HistoryKind(text: message.whatToShow) else {
            links[position].refuse(
                message.request, .invalid,
                "Error validating request: \"\(message.whatToShow)\" is none of TRADES, MIDPOINT, BID, ASK", at: now)
            return
        }
        do throws(HistoryError) {
            let head = try market.history.head(index, kind)
            var answer = HeadTimestamp()
            answer.request = message.request
            answer.time = message.dateFormat == 2 ? "\(head.seconds)" : ProtocolTime.dashed(head)
            links[position].send(.headTimestamp(answer))
        } catch {
            links[position].refuse(message.request, .historyFailed, "No head time stamp: \(error)", at: now)
        }
    }

    private mutating func sendTicks(_ message: HistoricalTicksRequest, at position: Int) {
        guard let index = resolve(message.contract, for: message.request, at: position) else { return }
        let zone = zone(of: index)
        let start = ProtocolTime.parse(message.start, zone)
        let end = ProtocolTime.parse(message.end, zone)
        let what = message.whatToShow.uppercased()
        guard (start == nil) != (end == nil), ["TRADES", "BID_ASK", "MIDPOINT"].contains(what) else {
            links[position].refuse(
                message.request, .invalid,
                "Error validating request: give a start or an end, and TRADES, BID_ASK or MIDPOINT", at: now)
            return
        }
        let kind: HistoryTickKind = what == "TRADES" ? .trades : .quotes
        let count = min(max(Int(message.count), 1), 1000)
        let ticks: [HistoryTick]
        do throws(HistoryError) {
            ticks =
                if let start {
                    try market.history.ticks(index, kind, from: start, count: count, now: now)
                } else {
                    try market.history.ticks(index, kind, until: end ?? now, count: count, now: now)
                }
        } catch {
            links[position].refuse(
                message.request, .historyFailed, "Historical Market Data Service error message:\(error)", at: now)
            return
        }
        send(ticks, of: market.catalogue[index], what, for: message.request, at: position)
    }

    private mutating func send(
        _ ticks: [HistoryTick], of instrument: Instrument, _ what: String, for request: RequestID, at position: Int
    ) {
        switch what {
        case "TRADES":
            var answer = HistoricalTicksLast()
            answer.request = request
            answer.isDone = true
            answer.ticks = ticks.compactMap { tick in
                guard case .trade(let trade) = tick.kind else { return nil }
                return HistoryTranslation.trade(trade, at: tick.time, instrument)
            }
            links[position].send(.historicalTicksLast(answer))
        case "BID_ASK":
            var answer = HistoricalTicksBidAsk()
            answer.request = request
            answer.isDone = true
            answer.ticks = ticks.compactMap { tick in
                guard case .quote(let quote) = tick.kind else { return nil }
                return HistoryTranslation.quote(quote, at: tick.time)
            }
            links[position].send(.historicalTicksBidAsk(answer))
        default:
            var answer = HistoricalTicks()
            answer.request = request
            answer.isDone = true
            answer.ticks = ticks.compactMap { tick in
                guard let price = tick.midpoint else { return nil }
                var result = HistoricalTick()
                result.seconds = tick.time.seconds
                result.price = price.doubleValue
                result.size = 0
                return result
            }
            links[position].send(.historicalTicks(answer))
        }
    }
}
