import Testing
import TradewindsSession
import TradewindsVocabulary
import TradewindsWire

@Suite struct RequestTableTests {
    private func samples(_ id: RequestID) -> Event {
        var message = SymbolSamples()
        message.request = id
        return .symbolSamples(message)
    }

    private func failure(_ id: RequestID, code: Int32 = 200) -> Event {
        var message = ErrorMessage()
        message.request = id
        message.code = code
        return .error(message)
    }

    @Test func concurrentRequestsOfOneKindAreNotMixedUp() {
        var table = RequestTable()
        let (first, second) = (table.open(.one), table.open(.one))
        #expect(table.route(samples(second)) == .request(second, .lastItem))
        #expect(table.route(samples(second)) == .nobody)
        #expect(table.route(samples(first)) == .request(first, .lastItem))
        #expect(table.count == 0)
    }

    @Test func errorsGoToTheirRequestOrOrder() {
        var table = RequestTable()
        let id = table.open(.untilEnd)
        #expect(table.route(failure(id)) == .request(id, .failure))
        table.close(id)
        #expect(table.route(failure(id)) == .nobody)
        #expect(table.route(failure(7)) == .order(7))
        #expect(table.route(failure(-1, code: 2104)) == .nobody)
    }

    @Test func queriesOfOneKindQueue() {
        var table = RequestTable()
        let first = table.enter(.positions)
        let second = table.enter(.positions)
        let other = table.enter(.currentTime)
        #expect(first.isFirst && !second.isFirst && other.isFirst)
        #expect(table.route(.position(PositionReport())) == .query(first.ticket, .item))
        #expect(table.advance().isEmpty)
        #expect(table.route(.positionEnd(PositionEnd())) == .query(first.ticket, .end))
        #expect(table.advance() == [second.ticket])
        #expect(table.route(.positionEnd(PositionEnd())) == .query(second.ticket, .end))
        #expect(table.route(.currentTime(CurrentTime())) == .query(other.ticket, .lastItem))
    }

    @Test func lateAnswerOfAnAbandonedQueryDoesNotReachTheNext() {
        var table = RequestTable()
        let first = table.enter(.currentTime)
        let second = table.enter(.currentTime)
        table.abandon(first.ticket)
        #expect(table.route(.currentTime(CurrentTime())) == .nobody)
        #expect(table.advance() == [second.ticket])
        #expect(table.route(.currentTime(CurrentTime())) == .query(second.ticket, .lastItem))
    }

    @Test func orderIDsFollowTheGateway() {
        var ids = OrderIDs()
        #expect(ids.allot() == nil)
        ids.received(10)
        #expect(ids.allot(3) == 10)
        ids.received(5)
        #expect(ids.allot() == 13)
        ids.received(100)
        #expect(ids.allot() == 100)
    }
}
