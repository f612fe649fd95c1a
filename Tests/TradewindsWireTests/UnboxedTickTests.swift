import Testing
import TradewindsVocabulary
import TradewindsWire

/// A tick lies within its event: reading one takes no memory. A boxed event would hold an address instead of the bytes
/// that each case looks for.
@Suite
struct UnboxedTickTests {
    private static let mark = 187.25
    private static let size = Quantity(0x5EED_F00D_5EED)
    private static let text = "NYSE Arca opens"

    private static func contains<V>(_ event: Event, _ value: V) -> Bool {
        withUnsafeBytes(of: event) { bytes in
            withUnsafeBytes(of: value) { sought in
                (0...(bytes.count - sought.count)).contains { place in
                    bytes[place..<(place + sought.count)].elementsEqual(sought)
                }
            }
        }
    }

    private static func make<M: Message>(_ change: (inout M) -> Void) -> M {
        var message = M()
        change(&message)
        return message
    }

    private static func tickByTick(_ change: (inout TickByTickData) -> Void) -> Event { .tickByTick(make(change)) }

    private static let priced: [Event] = [
        .tickPrice(make { $0.price = mark }),
        .tickGeneric(make { $0.value = mark }),
        .tickOptionComputation(make { $0.delta = mark }),
        .tickEFP(make { $0.basisPoints = mark }),
        tickByTick {
            $0.trade = HistoricalTickLast()
            $0.trade?.price = mark
        },
        tickByTick {
            $0.quote = HistoricalTickBidAsk()
            $0.quote?.askPrice = mark
        },
        tickByTick {
            $0.midpoint = HistoricalTick()
            $0.midpoint?.price = mark
        },
        .updateMktDepth(make { $0.row.price = mark }),
        .updateMktDepthL2(make { $0.row.price = mark }),
    ]

    @Test(arguments: priced)
    func pricesLieWithin(_ event: Event) { #expect(Self.contains(event, Self.mark)) }

    @Test func sizesAndTextsLieWithin() {
        let size = Self.size.decimal.coefficient
        #expect(Self.contains(.tickSize(Self.make { $0.size = Self.size }), size))
        #expect(Self.contains(.tickString(Self.make { $0.value = Self.text }), Self.text))
        #expect(Self.contains(.tickNews(Self.make { $0.provider = Self.text }), Self.text))
    }

    /// So that the two above can fail.
    @Test func aBoxedEventHoldsNone() {
        #expect(!Self.contains(.realtimeBar(Self.make { $0.open = Self.mark }), Self.mark))
    }

    @Test func aTickHasOneOfItsKinds() {
        var tick = TickByTickData()
        tick.trade = HistoricalTickLast()
        tick.quote = nil
        #expect(tick.trade != nil)
        tick.quote = HistoricalTickBidAsk()
        #expect(tick.trade == nil && tick.quote != nil && tick.midpoint == nil)
        tick.quote = nil
        #expect(tick == TickByTickData())
    }

    @Test func maskBitsWithoutANameAreKept() {
        var attributes = QuoteTickAttributes()
        attributes.otherBits = -8
        attributes.askIsPastHigh = true
        #expect(attributes.otherBits == -8 && attributes.askIsPastHigh && !attributes.bidIsPastLow)
        attributes.otherBits = 3
        #expect(attributes.otherBits == 0 && attributes.askIsPastHigh)
    }
}
