import TradewindsVocabulary

/// Makes the tape of an instrument.
struct TapeBuilder {
    var settings: MarketSettings
    var instrument: Instrument
    /// The market time at which the run starts.
    var start: Timestamp

    private var schedule: TradingSchedule { TradingSchedule(instrument.calendar, hours: settings.hours) }
    private var tick: Int64 { max(instrument.minimumTick.decimal.millionths, 1) }
    private var seed: SeededHash { SeededHash(settings.seed) }

    /// Two years and a month of days behind the start, eight years ahead.
    func synthetic(_ profile: SyntheticProfile) -> Tape {
        let traits = traits(grid: TapeGrid(price: tick), typical: profile.price.decimal.millionths)
        let walk = SyntheticWalk(profile: profile, seed: seed, traits: traits, calendar: schedule.calendar)
        let date = schedule.currentDay(at: start).date
        let bars = walk.bars(schedule, date.advanced(by: -765)...date.advanced(by: 2922), anchor: date)
        let tape = BarTape(
            traits: traits, bars: bars, own: seed.child(profile.group).child("path"), shared: seed.child("market"),
            correlation: profile.correlation, barsAreDays: true)
        return Tape(.bars(tape), lap: placement.lap(from: tape.begins, to: tape.ends, spacing: 0))
    }

    /// The tape of a recording that is at `entry` when the run starts.
    func replay(_ recording: Recording, entry: Int64) -> Tape {
        switch recording.columns {
        case .trades(let columns): return trades(columns, entry: entry, spacing: Self.tickSpacing)
        case .quotes(let columns): return quotes(columns, entry: entry)
        case .bars(let columns):
            let period = recording.period
            if recording.isDaily { return days(columns, entry: entry) }
            if period < MinutePath.length { return fine(columns, period: period, entry: entry) }
            return bars(columns, period: period, entry: entry)
        }
    }

    private var placement: RecordedPlacement {
        RecordedPlacement(settings: settings, schedule: schedule, start: start)
    }

    /// From the last tick of a round to the first of the next.
    private static let tickSpacing: Int64 = 1_000_000_000

    private func traits(grid: TapeGrid, typical: Int64, hasTrades: Bool? = nil) -> TapeTraits {
        // A spread of about one part in 25,000, in whole ticks.
        let ticks = max(typical / 25_000 / tick, 1)
        let isPair = instrument.kind == .currencyPair
        return TapeTraits(
            grid: grid, tick: tick / grid.price, spread: max(ticks * tick / grid.price, 1),
            hasTrades: hasTrades ?? !isPair,
            displayedLot: (isPair ? 500_000 : instrument.kind == .stock ? 100 : 3) * 1_000_000 / grid.size,
            displayedLots: isPair ? 16 : instrument.kind == .stock ? 12 : 40)
    }

    private func trades(_ columns: TradeColumns, entry: Int64, spacing: Int64) -> Tape {
        let grid = TapeGrid(fitting: columns.price, sizes: columns.size, tick: tick)
        return tape(
            TickTape(
                columns, at: placement.times(columns.times, entry: entry, spacing: spacing),
                traits: traits(grid: grid, typical: columns.price[0]), noise: tickNoise), spacing: spacing)
    }

    private func quotes(_ columns: QuoteColumns, entry: Int64) -> Tape {
        let sizes = (columns.bidSize ?? []) + (columns.askSize ?? [])
        let grid = TapeGrid(fitting: columns.bid + columns.ask, sizes: sizes, tick: tick)
        return tape(
            TickTape(
                columns, at: placement.times(columns.times, entry: entry, spacing: Self.tickSpacing),
                traits: traits(grid: grid, typical: columns.bid[0], hasTrades: false), noise: tickNoise),
            spacing: Self.tickSpacing)
    }

    private var tickNoise: SeededHash { seed.child(instrument.symbol).child("ticks") }

    private func tape(_ ticks: TickTape, spacing: Int64) -> Tape {
        Tape(.ticks(ticks), lap: placement.lap(from: ticks.begins, to: ticks.ends - 1, spacing: spacing))
    }

    private func days(_ columns: BarColumns, entry: Int64) -> Tape {
        let calendar = settings.hours == .real ? schedule.calendar : nil
        let placed = placement.days(columns.times, entry: entry)
        return tape(columns, areDays: true) { index, range, volume in
            let day = placed[index]
            return PathBar(day: day, range: range, volume: volume, calendar: calendar ?? .forex)
        }
    }

    /// Bars of a minute or more. One that is longer than the distance to the next is cut to that.
    private func bars(_ columns: BarColumns, period: Int64, entry: Int64) -> Tape {
        let placed = placement.times(columns.times, entry: entry, spacing: period)
        return tape(columns, areDays: false) { index, range, volume in
            let next = index + 1 < placed.count ? placed[index + 1] : .max
            let length = min(period, next - placed[index])
            return PathBar(
                start: placed[index], minutes: Int32(clamping: max(length / MinutePath.length, 1)), range: range,
                volume: volume)
        }
    }

    /// Bars under a minute become four trades each, the extreme nearer to the open first.
    private func fine(_ columns: BarColumns, period: Int64, entry: Int64) -> Tape {
        var trades = TradeColumns()
        for (index, start) in columns.times.enumerated() {
            let (open, close) = (columns.open[index], columns.close[index])
            let (high, low) = (columns.high[index], columns.low[index])
            let highFirst = high - open <= open - low
            let volume = columns.volume[index] / 1_000_000
            for (step, price) in [open, highFirst ? high : low, highFirst ? low : high, close].enumerated() {
                trades.times.append(start + period * Int64(step) / 4)
                trades.price.append(price)
                trades.size.append(max(volume / 4 + (step == 0 ? volume % 4 : 0), 1) * 1_000_000)
            }
        }
        return self.trades(trades, entry: entry, spacing: max(period / 4, 1))
    }

    private func tape(
        _ columns: BarColumns, areDays: Bool, _ place: (Int, PriceRange, Int64) -> PathBar
    ) -> Tape {
        let prices = columns.open + columns.high + columns.low + columns.close
        let grid = TapeGrid(fitting: prices, sizes: columns.volume, tick: tick)
        let bars = columns.times.indices.map { index in
            let range = PriceRange(
                open: columns.open[index] / grid.price, high: columns.high[index] / grid.price,
                low: columns.low[index] / grid.price, close: columns.close[index] / grid.price)
            return place(index, range, columns.volume[index] / grid.size)
        }
        let tape = BarTape(
            traits: traits(grid: grid, typical: columns.close[columns.close.count / 2]), bars: bars,
            own: seed.child(instrument.symbol).child("path"), shared: seed.child("market"), correlation: 0.5,
            barsAreDays: areDays)
        return Tape(.bars(tape), lap: placement.lap(from: tape.begins, to: tape.ends, spacing: 0))
    }
}
