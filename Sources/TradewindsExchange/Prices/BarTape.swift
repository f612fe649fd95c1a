/// A tape made from bars of a minute or longer: each is expanded into minutes, each minute into quotes and trades, by a
/// seeded path that honours the bar's open, high, low and close exactly.
///
/// Everything is a function of the bars and the seed, whatever is asked for first. A bar's volume is honoured too, once it
/// is at least 16 units a minute; less is raised to that, so that the trades that the prices need have a size.
struct BarTape: Sendable {
    var traits: TapeTraits
    /// Ascending, not overlapping.
    private(set) var bars: [PathBar]
    /// The noise that only this tape has, and the one it shares with the market.
    var own: SeededHash
    var shared: SeededHash
    /// How much of a minute's step is the market's, 0 to 1.
    var correlation: Double
    /// Whether each bar is a trading day.
    var barsAreDays: Bool

    init(
        traits: TapeTraits, bars: [PathBar], own: SeededHash, shared: SeededHash, correlation: Double, barsAreDays: Bool
    ) {
        self.barsAreDays = barsAreDays
        self.traits = traits
        self.bars = bars.map { bar in
            var bar = bar
            bar.volume = max(bar.volume, bar.minutes > 1 ? 16 * Int64(bar.minutes) : 4)
            return bar
        }
        (self.own, self.shared, self.correlation) = (own, shared, correlation)
    }

    var begins: Int64 { bars.first?.start ?? 0 }
    var ends: Int64 { bars.last?.end ?? 0 }

    /// The first bar that ends after `time`; the number of bars when there is none.
    func index(endingAfter time: Int64) -> Int {
        var (low, high) = (0, bars.count)
        while low < high {
            let middle = (low + high) / 2
            if bars[middle].end > time { high = middle } else { low = middle + 1 }
        }
        return low
    }

    /// The minutes of a bar.
    func minutes(of index: Int) -> [MinutePath] {
        let bar = bars[index]
        let noise = own.child(bar.start / MinutePath.length)
        guard bar.minutes > 1 else {
            return [minute(start: bar.start, range: bar.range, volume: bar.volume)]
        }
        let market = shared.child(bar.start / MinutePath.length)
        let independent = (1 - correlation * correlation).squareRoot()
        let nodes = PathNodes(bar.range, steps: Int(bar.minutes), tick: traits.tick) { step in
            correlation * market.child(Int64(step)).normal + independent * noise.child(Int64(step)).normal
        }
        let ranges = innerRanges(bar, nodes.values, noise.child(-1))
        let weights = noise.child(-2)
        let volumes = Shares.split(bar.volume, into: Int(bar.minutes)) { 0.5 + weights.child(Int64($0)).fraction }
        return ranges.indices.map { index in
            minute(
                start: bar.start + Int64(index) * MinutePath.length, range: ranges[index], volume: volumes[index])
        }
    }

    private func minute(start: Int64, range: PriceRange, volume: Int64) -> MinutePath {
        let noise = own.child(start / MinutePath.length).child(-5)
        let trades = min(4 + noise.child(-9).index(below: 90), volume)
        return MinutePath(
            start: start, range: range, volume: traits.hasTrades ? volume : 0,
            trades: traits.hasTrades ? trades : 0, noise: noise)
    }

    /// High and low of each minute between the nodes: a little beyond its ends, within the bar, at least two spreads apart
    /// where the bar is, and together exactly the bar's.
    private func innerRanges(_ bar: PathBar, _ nodes: [Int64], _ noise: SeededHash) -> [PriceRange] {
        let reach = 0.4 * Double(bar.range.high - bar.range.low) / Double(bar.minutes).squareRoot()
        let least = bar.range.high - bar.range.low >= 2 * traits.spread ? 2 * traits.spread : 0
        var ranges = (0..<Int(bar.minutes)).map { index in
            let (open, close) = (nodes[index], nodes[index + 1])
            let (up, down) = (noise.child(Int64(2 * index)), noise.child(Int64(2 * index + 1)))
            var high = min(
                max(open, close) + Int64(reach * up.normal.magnitude) / traits.tick * traits.tick, bar.range.high)
            var low = max(
                min(open, close) - Int64(reach * down.normal.magnitude) / traits.tick * traits.tick, bar.range.low)
            if high - low < least { high = min(low + least, bar.range.high) }
            if high - low < least { low = high - least }
            return PriceRange(open: open, high: high, low: low, close: close)
        }
        let highest = ranges.indices.max { ranges[$0].high < ranges[$1].high } ?? 0
        let lowest = ranges.indices.min { ranges[$0].low < ranges[$1].low } ?? 0
        ranges[highest].high = bar.range.high
        ranges[lowest].low = bar.range.low
        return ranges
    }
}

/// A bar to be expanded, in the tape's units.
struct PathBar: Sendable, Hashable {
    /// Nanoseconds since 1970.
    var start: Int64
    var minutes: Int32
    var range: PriceRange
    var volume: Int64

    var end: Int64 { start + Int64(minutes) * MinutePath.length }
}
