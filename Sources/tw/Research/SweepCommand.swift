import ArgumentParser
import Foundation
import TradewindsExchange
import TradewindsStrategy
import TradewindsVocabulary

struct SweepCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sweep", abstract: "Run a strategy with many parameters, and judge whether the best is luck.",
        discussion: """
            --grid names the values: fast=5:50:5,slow=20:200:20 (from, to, step) or fast=5|8|13. All points are run, \
            or as many as --random or --latin draws of them. Parameters that do not vary are options of their own name. \
            Points whose values do not fit together are left out and counted. With --resume each finished point is kept in \
            a file, and a sweep that was stopped goes on where it was.

            The deflated Sharpe ratio is that of the best point's returns of all bars among so many points. The probability \
            of overfitting (CSCV), walk-forward and combinatorial cross-validation look at the returns of 240 equal parts of \
            the time, so that a Sharpe ratio of a part is of such a part.
            """)

    @OptionGroup var options: BacktestOptions

    @Option(help: "The values to try.")
    var grid: String

    @Option(help: "Draw so many points of the grid.")
    var random: Int?

    @Option(help: "Draw so many points as a Latin hypercube.")
    var latin: Int?

    @Option(help: "Points run at a time; the processor's cores without.")
    var cores: Int?

    @Option(help: "A file that keeps finished points.", completion: .file())
    var resume: String?

    @Option(help: "How many of the best to print.")
    var best = 10

    @Flag(help: "Print one JSON object: the points, and the judgement of all.")
    var json = false

    @Argument(parsing: .allUnrecognized, help: ArgumentHelp("Fixed parameters.", valueName: "--name value"))
    var parameters: [String] = []

    func validate() throws {
        guard random == nil || latin == nil else { throw ValidationError("--random and --latin: give one of them") }
        guard random ?? latin ?? 1 > 0, cores ?? 1 > 0, best >= 0 else {
            throw ValidationError("--random, --latin and --cores are above zero, --best is not below it")
        }
    }

    func run() async throws {
        do {
            let points = try points()
            let recordings = try options.recordings()
            guard recordings[0].kind == .bars else {
                throw ValidationError("--data: a sweep runs on bars; make some of the ticks: tw bars --from FILE …")
            }
            let sweep = SweepRun(
                strategy: options.strategy, points: points, market: BarMarket(recordings), frame: try options.frame(),
                cores: cores ?? ProcessInfo.processInfo.activeProcessorCount)
            let store = try resume.map { try SweepStore(file: $0, key: key(points)) }
            let (outcomes, unfit) = try await sweep.run(store: store)
            show(outcomes, unfit)
        } catch let error as CatalogueError { throw ValidationError("\(error)") }
    }

    private func points() throws -> [[String: Double]] {
        let about = try StrategyCatalogue.description(of: options.strategy)
        let fixed = try ParameterSpace.fixed(NamedOptions.pairs(parameters), of: about.parameters)
        let space = try ParameterSpace(grid: grid, of: about.parameters)
        let drawn =
            if let random {
                space.random(random, seed: options.seed)
            } else if let latin {
                space.latinHypercube(latin, seed: options.seed)
            } else {
                space.grid
            }
        return drawn.map { fixed.merging($0) { $1 } }
    }

    /// What a file of finished points must agree with: everything that a point's result depends on.
    private func key(_ points: [[String: Double]]) -> String {
        let values = points.map { point in point.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" } }
        let files = (options.data + options.actions + (options.limits.map { [$0] } ?? [])).map { file in
            "\(file):\(Self.hash(FileManager.default.contents(atPath: file) ?? Data()))"
        }
        let choices =
            "\(options.strategy) \(files) \(options.bar) \(options.cash) \(options.seed) \(options.fill) "
            + "\(options.volumeShare ?? 0) \(options.fees) \(options.slippage) \(options.latency) \(options.borrow) "
            + "\(options.marginCalls) \(options.size.map { "\($0)" } ?? "") \(values)"
        return Self.hash(choices.utf8)
    }

    /// FNV-1a: the same on every machine.
    private static func hash(_ bytes: some Sequence<UInt8>) -> String {
        let start: UInt64 = 0xcbf2_9ce4_8422_2325
        return String(bytes.reduce(start) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }, radix: 16)
    }

    private func show(_ outcomes: [SweepOutcome], _ unfit: Int) {
        let judgement = SweepJudgement(outcomes)
        let ranked = outcomes.sorted { ($0.sharpe ?? -.infinity, $1.place) > ($1.sharpe ?? -.infinity, $0.place) }
        let names = outcomes.first?.values.keys.sorted() ?? []
        func row(_ outcome: SweepOutcome) -> [(String, Cell)] {
            names.map { ($0, Cell(parameter: outcome.values[$0])) } + [
                ("trades", Cell(outcome.trades)), ("profit", Cell(outcome.profit)), ("fees", Cell(outcome.fees)),
                ("sharpe", Cell(outcome.sharpe)), ("maximum_drawdown", Cell(outcome.maximumDrawdown)),
            ]
        }
        let totals: [(String, Cell)] = [
            ("points", Cell(outcomes.count)), ("left_out", Cell(unfit)), ("parts", Cell(judgement.parts)),
            ("deflated_sharpe", Cell(judgement.deflatedSharpe)),
            ("probability_of_overfitting", Cell(judgement.overfitting)),
            ("walk_forward_sharpe_of_a_part", Cell(judgement.walkForwardSharpe)),
            ("cross_validation_in_sample", Cell(judgement.crossValidation?.inSample)),
            ("cross_validation_out_of_sample", Cell(judgement.crossValidation?.outOfSample)),
        ]
        if json {
            let points = outcomes.map { Cell.object(row($0)) }
            return print(Table.object([("points", .list(points)), ("judgement", .object(totals))]))
        }
        var table = Table(ranked.first.map { row($0).map(\.0) } ?? [])
        table.rows = ranked.prefix(best).map { row($0).map(\.1) }
        table.print(json: false, empty: "no point could be run")
        print("")
        for (name, cell) in totals { print("\(name): \(cell.plain)") }
    }
}

extension ParameterSpace {
    /// Values that do not vary.
    static func fixed(
        _ texts: [String: String], of parameters: [NamedParameter]
    ) throws(CatalogueError) -> [String: Double] {
        do throws(ParameterError) {
            _ = try ParameterValues(texts: texts, of: parameters)
        } catch { throw .parameter(error) }
        return texts.compactMapValues(Double.init)
    }
}

extension Cell {
    /// A value of a parameter: whole ones without decimals.
    init(parameter value: Double?) {
        if let value, value == value.rounded(), abs(value) < 1e15 { self.init(Int(value)) } else { self.init(value) }
    }
}
