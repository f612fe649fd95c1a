import Testing
import TradewindsExchange
import TradewindsStrategy
import TradewindsVocabulary

@Suite struct CommonClockTests {
    private static func bar(_ second: Int64, _ close: Price) -> Bar {
        Bar(start: Timestamp(seconds: second), open: close, high: close, low: close, close: close, volume: 1)
    }

    @Test func aTimeIsToldOnceAllHaveToldIt() {
        var clock = CommonClock(count: 2)
        let told1 = clock.add(Self.bar(1, 10), of: 0)
        #expect(told1 == nil)
        let told2 = clock.add(Self.bar(1, 20), of: 1)
        #expect(told2 == [10, 20])
        let told3 = clock.add(Self.bar(2, 21), of: 1)
        #expect(told3 == nil)
        let told4 = clock.add(Self.bar(2, 11), of: 0)
        #expect(told4 == [11, 21])
    }

    /// Nothing trades in an instrument for a while: its last close counts when the others go on.
    @Test func aMissingBarIsTheLastClose() {
        var clock = CommonClock(count: 2)
        let told5 = clock.add(Self.bar(1, 10), of: 0)
        #expect(told5 == nil)
        let told6 = clock.add(Self.bar(2, 11), of: 0)
        #expect(told6 == nil, "the second has had no bar yet")
        let told7 = clock.add(Self.bar(2, 20), of: 1)
        #expect(told7 == [11, 20])
        let told8 = clock.add(Self.bar(3, 12), of: 0)
        #expect(told8 == nil)
        let told9 = clock.add(Self.bar(4, 13), of: 0)
        #expect(told9 == [12, 20])
        let told10 = clock.add(Self.bar(4, 22), of: 1)
        #expect(told10 == [13, 22])
    }

    /// Bars made from trades are told with the next trade, which may come late.
    @Test func aLateBarOnlyMovesTheLastClose() {
        var clock = CommonClock(count: 2)
        _ = clock.add(Self.bar(1, 10), of: 0)
        let told11 = clock.add(Self.bar(1, 20), of: 1)
        #expect(told11 == [10, 20])
        let told12 = clock.add(Self.bar(3, 12), of: 0)
        #expect(told12 == nil)
        let told13 = clock.add(Self.bar(2, 21), of: 1)
        #expect(told13 == nil)
        let told14 = clock.add(Self.bar(4, 13), of: 0)
        #expect(told14 == [12, 21])
        let told15 = clock.add(Self.bar(3, 22), of: 1)
        #expect(told15 == nil)
        let told16 = clock.add(Self.bar(5, 14), of: 0)
        #expect(told16 == [13, 22])
    }

    /// What a strategy would have ordered on bars of the past does not count as done.
    @Test func thePastOrdersNothing() throws {
        var trigger = try PriceTrigger(
            ParameterValues(["level": 10], of: PriceTrigger.about.parameters), instruments: 1)
        trigger.past(Self.bar(1, 11), of: 0)
        trigger.warmedUp()
        var broker = PaperBroker()
        trigger.bar(Self.bar(2, 11), of: 0, &broker)
        #expect(broker.placed.count == 1)
    }
}
