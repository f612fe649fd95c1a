import ArgumentParser
import Foundation
import TradewindsExchange
import TradewindsReport
import TradewindsStatistics
import TradewindsStrategy
import TradewindsVocabulary

/// The page of `tw backtest --report`: puts together what was found and what was used.
struct BacktestReportFile {
    let output: BacktestOutput
    let options: BacktestOptions
    let benchmark: String?
    let recordings: [Recording]

    func write(to file: String, _ statistics: PerformanceReport?, texts: [String: String]) throws {
        let page = try report(statistics, texts).html()
        do { try page.write(toFile: file, atomically: true, encoding: .utf8) } catch {
            throw ValidationError("--report \(file): cannot be written; is the folder there, and may it be written to?")
        }
    }

    private func report(_ statistics: PerformanceReport?, _ texts: [String: String]) throws -> BacktestReport {
        var report = BacktestReport(
            output.result, strategy: options.strategy, prices: histories(), statistics: statistics?.named ?? [],
            zone: output.instruments.first?.hours.zone == "America/Chicago" ? .usCentral : .usEastern)
        let about = try StrategyCatalogue.description(of: options.strategy)
        report.summary = about.summary
        report.source = about.source
        report.parameters = about.parameters.map { parameter in
            let isDefault = texts[parameter.name] == nil
            return .init(
                parameter.name, texts[parameter.name] ?? parameter.defaultText,
                note: parameter.meaning + (isDefault ? " (default)" : ""))
        }
        report.files = files()
        report.models = try models()
        return report
    }

    private func histories() -> [PriceHistory] {
        var histories = recordings.map { PriceHistory(symbol: $0.symbol, capacity: $0.count) }
        for update in MarketTape(bars: recordings).updates {
            guard case .bar(let bar) = update.kind else { continue }
            histories[update.instrument.rawValue].append(
                time: update.time, high: bar.high.doubleValue, low: bar.low.doubleValue, close: bar.close.doubleValue)
        }
        for (place, recording) in recordings.enumerated() where recording.kind != .bars {
            for row in 0..<recording.count {
                guard let price = recording.trade(row)?.price ?? recording.quote(row)?.midpoint else { continue }
                let value = price.doubleValue
                histories[place].append(time: recording.time(row), high: value, low: value, close: value)
            }
        }
        return histories
    }

    private func files() -> [BacktestReport.DataFile] {
        zip(options.data, recordings).map { file, recording in
            let (first, last) = (recording.time(0), recording.time(recording.count - 1))
            return .init(
                name: file, symbol: recording.symbol,
                kind: recording.isDaily ? "daily bars" : "\(recording.kind)", rows: recording.count,
                span: min(first, last)...max(first, last))
        }
    }

    private func models() throws -> [BacktestReport.Entry] {
        var models: [BacktestReport.Entry] = [
            .init("Cash", "\(options.cash) USD", note: "At the beginning."), fills, fees, slippage,
            .init("Latency", "\(options.latency) ms", note: "Always the same; a cancel takes no time."),
            .init(
                "Borrowing shares", options.borrow > 0 ? "\(options.borrow)% a year" : "free",
                note: options.borrow > 0
                    ? "One rate for every share; enough to borrow at all times." : "No real loan is."),
            .init(
                "Margin calls", options.marginCalls ? "positions are closed" : "none",
                note: options.marginCalls
                    ? "When maintenance margin exceeds equity." : "No broker waits for a loss to come back."),
            .init(
                "Dividends and splits",
                options.actions.isEmpty ? "none" : options.actions.joined(separator: ", "),
                note: options.actions.isEmpty ? "Right where the prices are adjusted already." : ""),
        ]
        if recordings[0].kind != .bars {
            let source = recordings[0].kind == .trades ? "trades" : "midpoints of quotes"
            models.append(.init("Bars", "\(options.bar) s, made from \(source)", note: "Seed \(options.seed)."))
        }
        if let size = options.size { models.append(.init("Size of entries", "\(size)")) }
        if let benchmark { models.append(.init("Benchmark", benchmark)) }
        models.append(try limits())
        return models
    }

    private var fills: BacktestReport.Entry {
        let note =
            switch options.fill {
            case .nextOpen: "Orders fill at the next bar's open; within the bar the nearer extreme comes first."
            case .sameClose: "Orders fill at the close that they were decided on: too kind unless it is known before."
            case .path: "Within the bar: open, high, low, close. Too kind to a long position's target."
            case .pathLowFirst: "Within the bar: open, low, high, close. Too kind to a short position's target."
            }
        let share = options.volumeShare.map { " At most \($0) of a bar's volume." } ?? ""
        let limits = share + " Nothing is paid for the spread, and a limit is filled at a touch."
        return .init(
            "Fills", options.fill.rawValue,
            note: recordings[0].kind == .bars ? note + limits : "At the quote, up to the size shown.")
    }

    private var fees: BacktestReport.Entry {
        let note =
            switch options.fees {
            case .none: "No broker is free of all fees."
            case .fixed: "The broker's fixed prices, with regulatory fees."
            case .tiered: "The broker's tiered prices, with regulatory fees."
            }
        return .init("Fees", options.fees.rawValue, note: note)
    }

    private var slippage: BacktestReport.Entry {
        let note = "The same each time; real slippage is random and larger in haste."
        switch options.slippage.model {
        case .none: return .init("Slippage", "none", note: "Only for instruments whose spread is far below a profit.")
        case .ticks(let count): return .init("Slippage", "\(count) price increments", note: note)
        case .basisPoints(let points): return .init("Slippage", "\(points) basis points", note: note)
        case .volumeShare(let coefficient):
            return .init(
                "Slippage", "\(coefficient) × share of the bar's volume", note: "Linear; too kind to small orders.")
        }
    }

    /// The limits as they were written: without blank lines and comments.
    private func limits() throws -> BacktestReport.Entry {
        guard let file = options.limits else { return .init("Risk limits", "none") }
        let lines = try String(contentsOfFile: file, encoding: .utf8).split(whereSeparator: \.isNewline)
            .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty && !$0.hasPrefix("#") }
        return .init("Risk limits", file, note: lines.joined(separator: "; "))
    }
}
