import Testing
import TradewindsExchange
import TradewindsStrategy
import TradewindsVocabulary

@testable import TradewindsLive

/// What works for a run on a connection, as limits see it.
@Suite struct TradeBookTests {
    private static func bracket() -> (TradeBook, Range<Int>) {
        var book = TradeBook()
        let intent = OrderIntent(.buy, 10, of: 0).bracketed(takeProfit: 110, stopLoss: 90)
        let serials = book.add(intent, as: 0, from: 5)
        for serial in serials {
            _ = book.sent(serial, as: .init(client: 1, order: OrderID(Int32(serial))))
        }
        return (book, serials)
    }

    @Test func childrenCountAsFarAsTheirParentFilledAndOnce() {
        var (book, serials) = Self.bracket()
        #expect(serials == 5..<8)
        #expect(book.working(in: 0, on: .buy) == WorkingOrders(active: 10, atMarket: 10))
        #expect(book.working(in: 0, on: .sell) == WorkingOrders())
        book.filled(4, of: 5)
        #expect(book.working(in: 0, on: .buy).active == 6 && book.working(in: 0, on: .sell).active == 4)
        book.filled(6, ofSerial: 5)
        book.ended(5, filled: 10)
        #expect(book.working(in: 0, on: .buy).active == 0 && book.working(in: 0, on: .sell).active == 10)
        book.cancelAll(of: 0)
        #expect(book.working(in: 0, on: .sell) == WorkingOrders(cancelling: 20))
    }

    @Test func whatIsRememberedComesBackWithoutANameAtTheGateway() {
        var (book, _) = Self.bracket()
        book.filled(4, of: 5)
        var other = TradeBook()
        other.recall(book.remembered)
        #expect(other.entries.map(\.serial) == [5, 6, 7] && other.entries[0].told == 4)
        #expect(other.open.isEmpty && other.remembered == book.remembered)
    }

    /// An exit protects what is held; what is larger than that, cancelled or waits for its parent does not.
    @Test func exitsProtect() {
        var (book, _) = Self.bracket()
        #expect(book.entries.allSatisfy { !book.protects($0, held: 10) })
        book.filled(10, of: 5)
        book.ended(5, filled: 10)
        #expect(book.entries.count { book.protects($0, held: 10) } == 2)
        #expect(book.entries.count { book.protects($0, held: 5) } == 0)
        #expect(book.entries.count { book.protects($0, held: -10) } == 0)
        book.cancel(serial: 7)
        #expect(book.entries.count { book.protects($0, held: 10) } == 1)
    }

    @Test func aRefusedParentTakesItsChildrenAlong() {
        var (book, _) = Self.bracket()
        book.forget(6)
        #expect(book.entries.map(\.serial) == [5, 7])
        book.forget(5)
        #expect(book.entries.isEmpty)
    }
}
