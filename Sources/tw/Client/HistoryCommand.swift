import ArgumentParser
import Foundation
import Tradewinds
import TradewindsLedger
import TradewindsVocabulary
import TradewindsWire

struct HistoryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "history", abstract: "Load past bars.")

    @Argument(help: "The symbol.")
    var symbol: String

    @Option(help: "The length of a bar: 5secs, 1min, 5mins, 1hour, 1day, 1week, 1month.")
    var bar = "1min"

    @Option(help: "How far back: 3600s, 5d, 2w, 6m, 1y.")
    var last = "1d"

    @Option(help: "trades, midpoint, bid or ask; currency pairs have no trades.")
    var show: String?

    @Flag(help: "Only regular trading hours.")
    var regular = false

    @Option(help: "Write CSV to this file instead of printing.", completion: .file())
    var csv: String?

    @OptionGroup var contract: ContractOptions
    @OptionGroup var client: ClientOptions

    func run() async throws {
        let size = try Self.size(bar)
        let span = try Self.span(last)
        let name = ContractName(symbol, contract)
        let wanted = try show.map(Self.source)
        let (regular, csv, json) = (regular, csv, client.json)
        try await client.run { ib in
            let contract = try await name.resolve(ib)
            let source = wanted ?? (contract.kind == .currencyPair ? .midpoint : .trades)
            let bars = try await ib.bars(contract, size, last: span, of: source, regularHoursOnly: regular)
            if let csv {
                try Self.write(bars, to: csv)
                FileHandle.standardError.write(Data("wrote \(bars.count) bars to \(csv)\n".utf8))
                return
            }
            var table = Table("time", "open", "high", "low", "close", "volume")
            for bar in bars {
                table.add(
                    Cell(Self.text(bar.time)), Cell(bar.open), Cell(bar.high), Cell(bar.low), Cell(bar.close),
                    Cell(number: bar.volume))
            }
            table.print(json: json, empty: "no bars")
        }
    }

    static func text(_ time: Timestamp) -> String {
        let second = time.utcSecondOfDay
        func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
        return "\(time.utcDate) \(two(second / 3600)):\(two(second / 60 % 60)):\(two(second % 60))Z"
    }

    private static func write(_ bars: [Bar], to path: String) throws {
        var text = "time,open,high,low,close,volume\n"
        for bar in bars {
            text += "\(Self.text(bar.time)),\(bar.open),\(bar.high),\(bar.low),\(bar.close),"
            text += "\(max(bar.volume ?? 0, 0))\n"
        }
        guard FileManager.default.createFile(atPath: path, contents: Data(text.utf8)) else {
            throw Failure("cannot write \(path): no such folder, or no permission")
        }
    }

    static func size(_ text: String) throws -> BarSize {
        func plain(_ text: String) -> String {
            let letters = text.lowercased().filter { !$0.isWhitespace }
            return letters.hasSuffix("s") ? String(letters.dropLast()) : letters
        }
        guard let found = BarSize.all.first(where: { plain($0.description) == plain(text) }) else {
            throw ValidationError(
                "--bar \(text) is none of: " + BarSize.all.map(\.description).joined(separator: ", "))
        }
        return found
    }

    static func span(_ text: String) throws -> HistorySpan {
        let digits = text.prefix { $0.isNumber }
        guard let count = Int(digits), count > 0 else {
            throw ValidationError("--last \(text): write 5d, 2w, 6m or 1y")
        }
        switch text.dropFirst(digits.count).trimmingCharacters(in: .whitespaces).lowercased() {
        case "s": return .seconds(count)
        case "d": return .days(count)
        case "w": return .weeks(count)
        case "m": return .months(count)
        case "y": return .years(count)
        default: throw ValidationError("--last \(text): write 3600s, 5d, 2w, 6m or 1y")
        }
    }

    private static func source(_ text: String) throws -> BarSource {
        switch text.lowercased() {
        case "trades": .trades
        case "midpoint": .midpoint
        case "bid": .bid
        case "ask": .ask
        default: throw ValidationError("--show \(text) is none of trades, midpoint, bid, ask")
        }
    }
}
