import Testing
import TradewindsVocabulary

@testable import TradewindsExchange

/// Bars of every shape: flat, narrow, wide, open or close at an extreme.
private func sampleBars(_ count: Int64) -> [PriceRange] {
    (0..<count).map { seed in
        let noise = SeededHash(21).child(seed)
        let low = 1000 + noise.child(0).index(below: 500)
        let width = [0, 1, 2, 3, 10, 400][Int(noise.child(1).index(below: 6))]
        func inside(_ key: Int64) -> Int64 {
            switch noise.child(key).index(below: 4) {
            case 0: low
            case 1: low + Int64(width)
            default: low + noise.child(key + 1).index(below: Int64(width) + 1)
            }
        }
        return PriceRange(open: inside(2), high: low + Int64(width), low: low, close: inside(5))
    }
}

private func traits(spread: Int64) -> TapeTraits {
    TapeTraits(grid: TapeGrid(price: 10_000), spread: spread, hasTrades: true, displayedLot: 100, displayedLots: 9)
}

private func range(_ prices: [Int64]) -> PriceRange? {
    guard let open = prices.first, let close = prices.last, let high = prices.max(), let low = prices.min() else {
        return nil
    }
    return PriceRange(open: open, high: high, low: low, close: close)
}

@Suite
struct PathTests {
    @Test func theTradesOfADayHonourItsBarExactly() {
        for (seed, day) in sampleBars(60).enumerated() {
            for minutes in [1, 2, 3, 30] as [Int32] {
                for spread in [1, 3] as [Int64] {
                    let bar = PathBar(start: 60_000_000_000 * 1000, minutes: minutes, range: day, volume: 9999)
                    let tape = BarTape(
                        traits: traits(spread: spread), bars: [bar], own: SeededHash(UInt64(seed)),
                        shared: SeededHash(1),
                        correlation: 0.5, barsAreDays: true)
                    let paths = tape.minutes(of: 0)
                    #expect(paths.count == Int(minutes))
                    var prices: [Int64] = []
                    var volume: Int64 = 0
                    for path in paths {
                        for case .trade(_, let price, let size) in path.updates(tape.traits) {
                            prices.append(price)
                            volume += size
                            #expect(size > 0)
                        }
                    }
                    #expect(range(prices) == day, "\(day) \(minutes) \(spread)")
                    #expect(volume == 9999)
                }
            }
        }
    }

    @Test func everyKindOfBarFollowsFromTheMinute() {
        for (seed, shape) in sampleBars(120).enumerated() {
            for spread in [1, 2, 5] as [Int64] {
                let path = MinutePath(start: 0, range: shape, volume: 500, trades: 40, noise: SeededHash(UInt64(seed)))
                let updates = path.updates(traits(spread: spread))
                #expect(zip(updates, updates.dropFirst()).allSatisfy { $0.time <= $1.time })
                #expect(updates.allSatisfy { $0.time >= 0 && $0.time < MinutePath.length })
                for kind in [TapeKind.trades, .bid, .ask, .midpoint] {
                    let pieces = updates.compactMap { TapeBar($0, kind) }
                    var plain = pieces[0]
                    for piece in pieces.dropFirst() { plain.merge(piece) }
                    let quick = path.bar(kind, spread: spread)
                    #expect(
                        [plain.open, plain.high, plain.low, plain.close]
                            == [quick.open, quick.high, quick.low, quick.close], "\(shape) \(kind) \(spread)")
                    #expect(plain.volume == quick.volume && plain.trades == quick.trades)
                }
            }
        }
    }

    @Test func volumeIsSplitWithoutLoss() {
        for total in [0, 1, 7, 1000, 123_456_789] as [Int64] {
            for count in [1, 2, 390] {
                let parts = Shares.split(total, into: count) { 0.1 + SeededHash(2).child(Int64($0)).fraction }
                #expect(parts.count == count && parts.reduce(0, +) == total && parts.allSatisfy { $0 >= 0 })
            }
        }
    }

    @Test func theClockGoesBothWays() {
        for speed in [0.1, 1, 3, 60, 12_345.678] {
            let clock = ReplayClock(wallStart: monday, marketStart: Timestamp(seconds: 1_378_072_800), speed: speed)
            #expect(clock.market(at: monday) == clock.marketStart)
            for milliseconds in stride(from: 1, to: 100_000, by: 3331) as StrideTo<Int64> {
                let due = clock.marketStart + .milliseconds(milliseconds)
                let wall = clock.wall(at: due)
                #expect(clock.market(at: wall) >= due)
                let early = abs((clock.market(at: wall) - due) / .nanoseconds(1))
                #expect(early <= max(2 * speed, 2) + 1)
            }
        }
        #expect(ReplayClock(wallStart: monday, marketStart: monday, speed: -1).speed == 1)
    }
}
