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
    var cash = 1_000_000

    @Option(help: "The seed of the path between recorded prices.")
    var seed: UInt64 = 1

    @Option(
        help: ArgumentHelp(
            "When orders fill on bars.",
            discussion: """
                next-open: at the next open, then the extreme nearer to the open first; same-close: at the close of the bar \
                that decided them; path: within the bar by open, high, low, close; path-low-first: by open, low, high, \
                close. On trades and quotes orders fill at the quote, up to the size shown.
                """))
    var fill = FillChoice.nextOpen

    @Option(help: "The largest part of a bar's volume that orders may take, such as 0.1; not limited without.")
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
        help: "Milliseconds that an order takes to the exchange. On bars it arrives after the bar in which that lies.")
    var latency = 0

    @Option(parsing: .unconditional, help: "What borrowing shares costs a year, in percent.")
    var borrow = 0.0

    @Option(help: "A CSV of splits and dividends (date,kind,value), one for each --data in order.", completion: .file())
    var actions: [String] = []

    @Flag(inversion: .prefixedNo, help: "Close positions when maintenance margin exceeds equity.")
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
        guard bar > 0, cash > 0 else { throw ValidationError("--bar and --cash are above zero") }
        guard volumeShare.map({ $0 > 0 && $0 <= 1 }) ?? true else {
            throw ValidationError("--volume-share is above 0 and at most 1, such as 0.1 for a tenth")
        }
        guard latency >= 0, borrow >= 0, borrow.isFinite else {
            throw ValidationError("--latency and --borrow are zero or above")
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
        let recordings = try data.map { file in
            guard let recording = try MarketData.recordings(in: file, allowsEqualTimes: true).first else {
                throw ValidationError("--data \(file): no data in it")
            }
            return recording
        }
        guard Set(recordings.map(\.kind)).count == 1 else {
            let kinds = recordings.map { "\($0.file): \($0.kind)" }.joined(separator: ", ")
            throw ValidationError("--data: give files of one kind; these are \(kinds)")
        }
        try refuseRepeats(recordings)
        return recordings
    }

    /// The same instrument twice would be traded as if it were two.
    private func refuseRepeats(_ recordings: [Recording]) throws {
        var symbols: [String: String] = [:]
        for (file, recording) in zip(data, recordings) {
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
        let configuration = ExchangeConfiguration(
            fillModel: fillModel, slippage: slippage.model, fees: fees.schedule)
        var models = BacktestModels()
        models.latency = .milliseconds(latency)
        if borrow > 0 { models.borrow = BorrowCost(yearlyRate: ExactDecimal(approximately: borrow / 100, digits: 8)) }
        models.actions = try scheduledActions()
        if !marginCalls { models.marginCalls = nil }
        return BacktestFrame(
            cash: Money(cash), configuration: configuration, models: models, limits: try riskLimits(), size: size)
    }

    /// What to run: on bars over updates at hand, on trades and quotes over updates that are made as they are asked for.
    func plan(_ recordings: [Recording]) throws -> BacktestPlan {
        let frame = try frame()
        if recordings[0].kind == .bars { return frame.plan(on: MarketTape(bars: recordings)) }
        var stream = try TickStream(recordings, seed: seed, barLength: .seconds(bar))
        return frame.plan(on: stream.heading, next: { stream.next() })
    }

    /// What to run more than once: all updates at hand.
    func tape(_ recordings: [Recording]) throws -> MarketTape {
        if recordings[0].kind == .bars { return MarketTape(bars: recordings) }
        var stream = try TickStream(recordings, seed: seed, barLength: .seconds(bar))
        var tape = stream.heading
        while let update = stream.next() { tape.updates.append(update) }
        return tape
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

/// The choices of a run beside its prices.
struct BacktestFrame {
    var cash: Money
    var configuration: ExchangeConfiguration
    var models: BacktestModels
    var limits: RiskLimits?
    var size: PositionSize?

    /// The frame around prices at hand.
    func plan(on tape: MarketTape) -> BacktestPlan {
        var plan = BacktestPlan(
            instruments: tape.instruments, cash: cash, configuration: configuration, limits: limits,
            updates: tape.updates)
        complete(&plan, tape)
        return plan
    }

    /// The frame around prices that come one by one, after what `heading` says of them.
    func plan(on heading: MarketTape, next: @escaping () -> MarketUpdate?) -> BacktestPlan {
        var plan = BacktestPlan(
            instruments: heading.instruments, cash: cash, start: heading.start, configuration: configuration,
            limits: limits, next: next)
        complete(&plan, heading)
        return plan
    }

    private func complete(_ plan: inout BacktestPlan, _ tape: MarketTape) {
        plan.start = tape.start
        plan.barLength = tape.barLength
        plan.barBasis = tape.barBasis
        plan.models = models
        plan.size = size
    }
}

extension PositionSize {
    /// As ``PositionSize/init(text:)`` reads it.
    static func parse(_ text: String) throws -> Self {
        guard let size = Self(text: text) else {
            throw ValidationError(
                "\(text) is no rule: write fixed:100, equity:25, risk:1, volatility:0.1 or kelly:0.5, numbers above zero"
            )
        }
        return size
    }

    /// Refuses a rule for strategies that size themselves.
    func check(_ strategy: String) throws {
        guard try StrategyCatalogue.description(of: strategy).takesQuantity else {
            throw ValidationError("--size: \(strategy) sizes its positions itself, by its own parameters")
        }
    }
}

extension ShareAction {
    /// An action of a file; the ratio of a split is taken as a fraction of whole numbers up to 1,000.
    init(_ action: CorporateAction, file: String) throws {
        switch action.kind {
        case .dividend(let amount): self = .dividend(Money(ExactDecimal(approximately: amount, digits: 8)))
        case .split(let ratio):
            guard
                let old = (1...1000).first(where: {
                    let new = ratio * Double($0)
                    return new.rounded() >= 1 && abs(new - new.rounded()) < 1e-6 * new
                })
            else {
                throw ValidationError(
                    "\(file): a split by \(ratio) is no ratio of whole numbers up to 1000; write 2 for two for one")
            }
            self = .split(new: Int((ratio * Double(old)).rounded()), old: old)
        }
    }
}

/// When orders fill in a backtest.
enum FillChoice: String, ExpressibleByArgument, CaseIterable {
    case nextOpen = "next-open"
    case sameClose = "same-close"
    case path
    case pathLowFirst = "path-low-first"

    var model: FillModel {
        switch self {
        case .nextOpen: .nextOpen
        case .sameClose: .sameClose
        case .path: .path(.openHighLowClose)
        case .pathLowFirst: .path(.openLowHighClose)
        }
    }
}

/// What fills cost in a backtest.
enum FeeChoice: String, ExpressibleByArgument, CaseIterable {
    case none, fixed, tiered

    var schedule: FeeSchedule {
        switch self {
        case .none: .none
        case .fixed: .fixed
        case .tiered: .tiered
        }
    }
}

/// How much worse fills are, as one writes it.
struct SlippageChoice: CustomStringConvertible {
    let model: SlippageModel

    static func parse(_ text: String) throws -> Self {
        guard let choice = Self(argument: text) else {
            throw ValidationError("\(text) is no slippage: write none, 2ticks, 5bp or volume:0.1, numbers from zero up")
        }
        return choice
    }

    init(model: SlippageModel) { self.model = model }

    init?(argument: String) {
        func number(_ suffix: String) -> Double? {
            argument.hasSuffix(suffix) ? Double(argument.dropLast(suffix.count)).flatMap { $0 >= 0 ? $0 : nil } : nil
        }
        if argument == "none" {
            model = .none
        } else if let ticks = number("ticks") ?? number("tick"), ticks == ticks.rounded(), ticks < 1e6 {
            model = .ticks(Int(ticks))
        } else if let points = number("bp"), points < 1e4 {
            model = .basisPoints(points)
        } else if argument.hasPrefix("volume:"), let part = Double(argument.dropFirst(7)), part >= 0, part < 100 {
            model = .volumeShare(coefficient: part)
        } else {
            return nil
        }
    }

    var description: String { "none" }
}
