import ArgumentParser
import Foundation
import TradewindsExchange
import TradewindsStrategy
import TradewindsVocabulary

struct StrategyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "strategy", abstract: "Run a ready strategy on a gateway.", subcommands: [StrategyRunCommand.self])
}

struct StrategyRunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Run a ready strategy on a gateway: a simulated one unless --host or --port names it.",
        discussion: """
            tw strategy run sma --symbol AAPL --fast 5 --slow 20 --for 60s

            Each parameter of the strategy is an option of its own name; `tw backtest --list` tells them. Ctrl-C ends the
            run: its orders are cancelled, its positions stay unless --flatten is given. With --state, orders that only close
            what is held stay at the gateway that --port names, and the next run knows them again. `tw kill` ends the run and
            closes what it holds.

            Strategies on several instruments decide on their bars of one time. Where nothing trades for a bar's length,
            its last close counts once the others' next bar has come.

            Profit, realized, closing_fills and won of the summary are the run's own: its fills, the average cost of its own
            positions, its fees. A position that it began with costs its first price. equity is the account's.

            It exits with 0, with 3 where a limit stopped it, with 4 where not everything was cancelled or closed that was to
            be, with 1 where it failed and with 64 where the command is wrong.
            """)

    @Option(help: "The strategy, where it is not the first word.")
    var strategy: String?

    @Option(help: "What to trade; once for each instrument of the strategy.")
    var symbol: [String] = []

    @OptionGroup var contract: ContractOptions

    @Option(parsing: .unconditional, help: "Seconds of a bar.")
    var bar = 1

    @Option(
        parsing: .unconditional,
        help: "Past bars shown to the strategy first. What it would have ordered on them is not sent.")
    var warmUp = 0

    @Option(help: "A TOML file of risk limits that every order must pass.", completion: .file())
    var limits: String?

    @Option(name: .customLong("for"), parsing: .unconditional, help: "End after this long, such as 30s or 5m.")
    var duration: String?

    @Option(help: "Go on from this file if it is there, and save the strategy to it.", completion: .file())
    var state: String?

    @Option(help: "Add every fill, refusal and the summary to this file, one JSON object a line.", completion: .file())
    var log: String?

    @Flag(help: "Close all positions at the end.")
    var flatten = false

    @Option(help: "The gateway's address; a simulated one is started where neither this nor --port is given.")
    var host: String?

    @Option(help: "The gateway's port: 4002 IB Gateway paper and `tw gateway`, 4001 live, 7497 TWS paper, 7496 live.")
    var port: Int?

    @Option(help: "The client id.")
    var clientID: Int32?

    @Option(
        parsing: .unconditional,
        help: "The size of entries, in place of --quantity: fixed:100, equity:25, risk:1, volatility:0.1, kelly:0.5.",
        transform: PositionSize.parse)
    var size: PositionSize?

    @Option(help: "The account, where there are several.")
    var account: String?

    @Flag(help: "Print JSON, one object a line.")
    var json = false

    @Flag(help: "Allow orders on an account that is not a paper account.")
    var live = false

    @OptionGroup(title: "The simulated gateway") var market: MarketOptions

    @Argument(
        parsing: .allUnrecognized, help: ArgumentHelp("The strategy and its parameters.", valueName: "name --parameter")
    )
    var words: [String] = []

    func run() async throws {
        guard bar > 0, warmUp >= 0 else { throw ValidationError("--bar is above zero, --warm-up not below it") }
        var words = words
        var name = strategy
        if name == nil, let first = words.first, !first.hasPrefix("-") { name = words.removeFirst() }
        guard let name else {
            throw ValidationError("name a strategy, such as sma; `tw backtest --list` tells them")
        }
        let texts = try Self.pairs(words)
        do {
            try size?.check(name)
            let symbols = try symbols(of: name)
            let launch = StrategyLaunch(plan: try plan(name, texts, symbols))
            try await StrategyCatalogue.visit(name, texts: texts, instruments: symbols.count, launch)
        } catch let error as CatalogueError { throw ValidationError("\(error)") }
    }

    /// The symbols given, as many as the strategy needs and each once.
    private func symbols(of name: String) throws -> [String] {
        let needed = try StrategyCatalogue.description(of: name).instruments
        let isOne = needed == 1...1
        guard !symbol.isEmpty else {
            throw ValidationError(
                "--symbol says what to trade: "
                    + (isOne
                        ? "--symbol AAPL" : "\(name) needs \(needed.lowerBound) or more, --symbol AAPL --symbol MSFT"))
        }
        guard needed.contains(symbol.count) else {
            let count = needed.lowerBound == needed.upperBound ? "\(needed.lowerBound)" : "\(needed.lowerBound) or more"
            throw ValidationError(
                "\(name) needs \(count) instrument\(isOne ? "" : "s"), not \(symbol.count): give --symbol once for each"
            )
        }
        guard symbol.allSatisfy({ !$0.allSatisfy(\.isWhitespace) }) else {
            throw ValidationError("--symbol is empty: name what to trade, such as --symbol AAPL")
        }
        var known: Set<String> = []
        for name in symbol where !known.insert(name.uppercased()).inserted {
            throw ValidationError("--symbol \(name) is there twice; name each once")
        }
        return symbol
    }

    private func plan(_ name: String, _ texts: [String: String], _ symbols: [String]) throws -> StrategyLaunch.Plan {
        var gateway = StrategyLaunch.Gateway.simulated(market)
        if host != nil || port != nil {
            let port = port ?? 4002
            guard live || ![4001, 7496].contains(port) else {
                throw ValidationError("port \(port) is that of live trading: add --live to trade live")
            }
            gateway = .at(host: host ?? "127.0.0.1", port: port)
        }
        return StrategyLaunch.Plan(
            strategy: name, parameters: texts, symbols: symbols, names: symbols.map { ContractName($0, contract) },
            barSeconds: bar, warmUp: warmUp, limits: try readLimits(), size: size,
            length: try duration.map(Self.length),
            state: state.map { URL(filePath: $0).standardizedFileURL.path() }, log: log, flattens: flatten,
            gateway: gateway, clientID: clientID, account: account.map { AccountID($0) }, json: json, live: live)
    }

    private func readLimits() throws -> RiskLimits {
        guard let limits else { return RiskLimits() }
        guard let text = try? String(contentsOfFile: limits, encoding: .utf8) else {
            throw ValidationError("--limits \(limits): no such file")
        }
        do { return try RiskLimits(toml: text, file: limits) } catch { throw ValidationError("\(error)") }
    }

    /// `--fast 5 --slow=20` as names and values.
    private static func pairs(_ words: [String]) throws -> [String: String] {
        var pairs: [String: String] = [:]
        var rest = words[...]
        while let word = rest.popFirst() {
            guard word.hasPrefix("--") else { throw ValidationError("\(word): parameters are written --name value") }
            let parts = word.dropFirst(2).split(separator: "=", maxSplits: 1).map(String.init)
            if parts.count == 2 {
                pairs[parts[0]] = parts[1]
            } else if let name = parts.first, let value = rest.popFirst() {
                pairs[name] = value
            } else {
                throw ValidationError("\(word) needs a value")
            }
        }
        return pairs
    }

    private static func length(_ text: String) throws -> Duration {
        let digits = text.prefix { $0.isNumber }
        guard let count = Int(digits), count > 0, count < 1_000_000 else {
            throw ValidationError("--for \(text): write 30s, 5m or 2h")
        }
        switch text.dropFirst(digits.count) {
        case "", "s": return .seconds(count)
        case "m": return .seconds(60 * count)
        case "h": return .seconds(3600 * count)
        default: throw ValidationError("--for \(text): write 30s, 5m or 2h")
        }
    }
}
