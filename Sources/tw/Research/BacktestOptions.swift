import ArgumentParser
import Foundation
import TradewindsExchange
import TradewindsSeries
import TradewindsStrategy
import TradewindsVocabulary

/// On what and by which models a strategy is run: shared by `tw backtest` and `tw sweep`.
struct BacktestOptions: ParsableArguments {
    @Option(help: "The strategy; tw backtest --list tells their names.")
    var strategy = "sma"

    @Option(
        parsing: .upToNextOption,
        help: "A CSV file of bars, trades or quotes for each instrument (--data A B, or --data twice).",
        completion: .file()
    )
    var data: [String] = []

    @Option(parsing: .unconditional, help: "Seconds of a bar made from trades or quotes.")
    var bar = 60

    @Option(parsing: .unconditional, help: "The cash to begin with, in US dollars.")
    var cash: Money = 1_000_000

    @Option(help: "The seed of the path between recorded prices.")
    var seed: UInt64 = 1

    @Option(
        help: ArgumentHelp(
            "When orders fill on bars.",
            discussion: """
                next-open: at the next open, then the extreme nearer to the open first; same-close: at the close of the bar \
                that decided them; path: within the bar by open, high, low, close; path-low-first: by open, low, high, \
                close. On quotes orders fill at the quote, up to the size shown. On trades alone quotes are made around \
                them, a tick or two wide; their sizes come from --seed, and more than was traded may fill.
                """))
    var fill = FillChoice.nextOpen

    @OptionGroup var described: DescribedContracts

    @Option(
        help: "What a currency is worth in US dollars, where no file of its pair says it: GBP=1.27; once for each.")
    var rate: [String] = []

    @Option(
        parsing: .unconditional,
        help: "The largest part of a bar's volume that orders may take, such as 0.1; not limited without.")
    var volumeShare: Double?

    @Option(help: "What fills cost: none, fixed or tiered.")
    var fees = FeeChoice.fixed

    @Option(
        parsing: .unconditional,
        help: "How much worse fills at the market are: none, 2ticks, 5bp, or volume:0.1 (of the bar's share).",
        transform: SlippageChoice.parse)
    var slippage = SlippageChoice(model: .none)

    @Option(
        parsing: .unconditional,
        help: """
            Milliseconds that an order takes to the exchange. On bars it arrives between two of them, or after the bar in \
            which it would.
            """)
    var latency = 0

    @Option(
        parsing: .unconditional,
        help: "What borrowing shares costs a year of 360 days, in percent, charged for every night.")
    var borrow = 0.0

    @Option(
        help: ArgumentHelp(
            "A CSV of splits and dividends (date,kind,value), one for each --data in order.",
            discussion: """
                The strategy lives in shares of the first day: its prices and quantities go on through a split. Trades, fills \
                and orders are told in the shares of their day; orders at work go through a split with it.
                """), completion: .file())
    var actions: [String] = []

    @Flag(
        inversion: .prefixedNo,
        help: """
            Close positions when maintenance margin exceeds equity: looked at every five minutes and at the end of a bar, so \
            that a price within a bar goes unseen.
            """)
    var marginCalls = true

    @Option(help: "A TOML file of risk limits that every order must pass.", completion: .file())
    var limits: String?

    @Option(
        help: ArgumentHelp(
            "The size of entries, in place of the strategy's --quantity.",
            discussion: """
                fixed:100; equity:25 (percent of equity as value); risk:1 (percent of equity lost at the stop behind the \
                entry); volatility:0.1 (of a year, by the last 60 bars); kelly:0.5 (of the Kelly fraction, by the trades \
                so far, from the thirtieth on).
                """), transform: PositionSize.parse)
    var size: PositionSize?

    func validate() throws {
        guard bar > 0, cash > 0 else { throw ValidationError("--bar \(bar) --cash \(cash): both are above zero") }
        guard volumeShare.map({ $0 > 0 && $0 <= 1 }) ?? true else {
            throw ValidationError("--volume-share is above 0 and at most 1, such as 0.1 for a tenth")
        }
        guard latency >= 0, borrow >= 0, borrow.isFinite else {
            throw ValidationError("--latency \(latency) --borrow \(borrow): both are zero or above")
        }
        guard actions.isEmpty || actions.count == data.count else {
            throw ValidationError("--actions: give one file for each --data, in the same order")
        }
    }

    /// The prices of every file, read once.
    func recordings() throws -> [Recording] {
        guard !data.isEmpty else {
            throw ValidationError("--data FILE is needed: a CSV file of bars, trades or quotes")
        }
        let contracts = try described.contracts()
        let recordings = try data.flatMap { file in
            try MarketData.recordings(in: file, allowsEqualTimes: true, contracts: contracts)
        }
        if let lost = contracts.first(where: { described in
            !recordings.contains { $0.symbol.uppercased() == described.symbol.uppercased() }
        }) {
            throw ValidationError("--contract \(lost.symbol): no --data file has this name")
        }
        guard Set(recordings.map(\.kind)).count == 1 else {
            let kinds = recordings.map { "\($0.file): \($0.kind)" }.joined(separator: ", ")
            throw ValidationError("--data: give files of one kind; these are \(kinds)")
        }
        try refuseRepeats(recordings)
        try refuseIdle(recordings)
        for recording in recordings {
            let crossed = recording.crossedQuotes
            if crossed > 0 {
                Note.show("\(recording.file): the bid of \(crossed) quotes is above the ask; nothing trades at them")
            }
        }
        return recordings
    }

    /// An option that these files leave without effect would be taken to have had one.
    private func refuseIdle(_ recordings: [Recording]) throws {
        let usesVolume = volumeShare != nil || slippage.usesVolume
        if recordings[0].kind != .bars {
            guard volumeShare == nil else {
                throw ValidationError(
                    "--volume-share is for bars: trades and quotes fill up to the sizes that they show; leave it out")
            }
            guard fill == .nextOpen else {
                throw ValidationError("--fill \(fill.rawValue) is for bars: leave it out for trades and quotes")
            }
        } else if usesVolume, let file = recordings.first(where: { !$0.hasVolume })?.file {
            throw ValidationError(
                "\(file): no bar tells a volume, which --volume-share and --slippage volume: need; add the column volume"
            )
        }
        if fill == .sameClose, Set(recordings.map(\.barLength)).count > 1 {
            throw ValidationError(
                "--fill same-close needs bars of one length: where one file's bar is over, the other's close is not known"
            )
        }
    }

    /// The same instrument twice would be traded as if it were two.
    private func refuseRepeats(_ recordings: [Recording]) throws {
        var symbols: [String: String] = [:]
        for recording in recordings {
            let file = recording.file
            if let other = symbols.updateValue(file, forKey: recording.symbol.uppercased()) {
                throw ValidationError(
                    "--data \(file): \(recording.symbol) is there already as \(other); name each once")
            }
        }
    }

    /// Everything a run needs but the prices.
    func frame() throws -> BacktestFrame {
        try size?.check(strategy)
        var fillModel = fill.model
        fillModel.volumeShare = volumeShare.map { ExactDecimal(approximately: $0, digits: 6) }
        let contracts = try described.contracts()
        var schedule = fees.schedule
        if fees != .none { schedule.futures = contracts.compactMap(\.rate) + schedule.futures }
        let configuration = ExchangeConfiguration(
            fillModel: fillModel, slippage: slippage.model, fees: schedule, fallbackRates: try rates())
        var models = BacktestModels()
        models.latency = .milliseconds(latency)
        if borrow > 0 { models.borrow = BorrowCost(yearlyRate: ExactDecimal(approximately: borrow / 100, digits: 8)) }
        models.actions = try scheduledActions()
        if !marginCalls { models.marginCalls = nil }
        return BacktestFrame(
            cash: cash, contracts: contracts, configuration: configuration, models: models, limits: try riskLimits(),
            size: size)
    }

    /// What to run: on bars over updates at hand, on trades and quotes over updates that are made as they are asked for.
    func plan(_ recordings: [Recording]) throws -> BacktestPlan {
        let frame = try frame()
        if recordings[0].kind == .bars {
            return frame.plan(on: try frame.checked(MarketTape(bars: recordings, frame.contracts), of: recordings))
        }
        var stream = try TickStream(recordings, frame.contracts, seed: seed, barLength: .seconds(bar))
        _ = try frame.checked(stream.heading, of: recordings)
        return frame.plan(on: stream.heading, next: { stream.next() })
    }

    /// What to run more than once: all updates at hand.
    func tape(_ recordings: [Recording], _ frame: BacktestFrame) throws -> MarketTape {
        if recordings[0].kind == .bars {
            return try frame.checked(MarketTape(bars: recordings, frame.contracts), of: recordings)
        }
        var stream = try TickStream(recordings, frame.contracts, seed: seed, barLength: .seconds(bar))
        var tape = try frame.checked(stream.heading, of: recordings)
        while let update = stream.next() { tape.updates.append(update) }
        return tape
    }

    private func rates() throws -> [Currency: ExactDecimal] {
        var rates: [Currency: ExactDecimal] = [:]
        for text in rate {
            let sides = text.split(separator: "=").map(String.init)
            guard sides.count == 2, sides[0].count == 3, sides[0].allSatisfy(\.isLetter),
                let worth = ExactDecimal(sides[1]), worth > .zero
            else { throw ValidationError("--rate \(text): write GBP=1.27, the dollars that a unit is worth") }
            rates[Currency(sides[0].uppercased())] = worth
        }
        return rates
    }

    private func riskLimits() throws -> RiskLimits? {
        guard let limits else { return nil }
        guard let text = try? String(contentsOfFile: limits, encoding: .utf8) else {
            throw ValidationError("--limits \(limits): no such file")
        }
        do { return try RiskLimits(toml: text, file: limits) } catch { throw ValidationError("\(error)") }
    }

    private func scheduledActions() throws -> [ScheduledAction] {
        var scheduled: [ScheduledAction] = []
        for (place, file) in actions.enumerated() {
            for action in try readable({ () throws(CSVFileError) in try CorporateAction.read(csv: file) }) {
                scheduled.append(
                    ScheduledAction(
                        time: action.date.midnightUTC, instrument: InstrumentIndex(place),
                        action: try ShareAction(action, file: file)))
            }
        }
        return scheduled.sorted { ($0.time, $0.instrument) < ($1.time, $1.instrument) }
    }
}
