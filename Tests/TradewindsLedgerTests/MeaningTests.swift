import Testing
import TradewindsLedger
import TradewindsVocabulary
import TradewindsWire

@Suite struct MeaningTests {
    @Test(
        arguments: [
            ("20260102", 1_767_312_000), ("1767364200", 1_767_364_200), ("20260102-15:30:00", 1_767_367_800),
            ("20260102 10:30:00 US/Eastern", 1_767_367_800), ("20260102 10:30:00 EST", 1_767_367_800),
            ("20260702 10:30:00 US/Eastern", 1_783_002_600), ("20260102  15:30:00", 1_767_367_800),
            ("20260102 16:30:00 Europe/Berlin", 1_767_367_800), ("20260102-15:30:00Z", 1_767_367_800),
        ] as [(String, Int64)])
    func timesAreRead(text: String, seconds: Int64) {
        #expect(TimeText(text)?.instant == Timestamp(seconds: seconds))
    }

    @Test(arguments: ["", "soon", "20261302", "20260102 25:00:00 UTC", "20260102 10:30:00 Atlantis/Poseidonis"])
    func nonsenseIsNoTime(text: String) { #expect(TimeText(text) == nil) }

    @Test func utcTextReadsBack() {
        let time = Timestamp(seconds: 1_767_367_805)
        #expect(TimeText.utc(time) == "20260102-15:30:05")
        #expect(TimeText(TimeText.utc(time))?.instant == time)
    }

    @Test func errorTableKnowsTheProtocolsCodes() {
        #expect(ErrorTable.count == 484)
        #expect(ErrorTable.entry(for: 200)?.remedy == .fixRequest)
        #expect(ErrorTable.entry(for: 100)?.remedy == .retryLater)
        #expect(ErrorTable.entry(for: 1100)?.remedy == .reconnect)
        #expect(ErrorTable.isWarning(2104) && ErrorTable.isWarning(399) && ErrorTable.isWarning(10167))
        #expect(!ErrorTable.isWarning(201) && !ErrorTable.isWarning(99_999))
    }

    private func price(_ kind: TickKind, _ price: Double, _ size: Quantity? = nil) -> Event {
        var tick = TickPrice()
        tick.tick = kind
        tick.price = price
        tick.size = size
        return .tickPrice(tick)
    }

    @Test func delayedTicksFoldIntoTheSameFields() {
        var quote = Quote()
        #expect(quote.apply(price(.delayedBid, 10, 300)) == true)
        #expect(quote.apply(price(.ask, 12)) == true)
        #expect(quote.bid == 10 && quote.ask == 12 && quote.bidSize == 300 && quote.midpoint == 11)
        #expect(quote.askSize == nil && quote.last == nil)
        #expect(quote.apply(price(.bid, 10, 300)) == false)
    }

    @Test func aPriceThatIsGoneIsUnset() {
        var quote = Quote()
        quote.apply(price(.bid, 10, 300))
        quote.apply(price(.bid, -1, 0))
        #expect(quote.bid == nil)
    }

    @Test func accountValuesAreExactMoney() {
        var book = AccountBook(account: "DU1")
        var value = AccountValue()
        value.account = "DU1"
        value.key = "NetLiquidation"
        value.currency = "USD"
        value.value = "1000000.10"
        #expect(book.apply(.updateAccountValue(value)) == true)
        #expect(book.netLiquidation == Money("1000000.10"))
        value.account = "DU2"
        value.value = "5"
        #expect(book.apply(.updateAccountValue(value)) == false)
        #expect(book.netLiquidation == Money("1000000.10"))
    }
}
