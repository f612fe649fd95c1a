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
            or as many as --random or --latin draws of them, each once. Parameters that do not vary are options of \
            their own name. \
            Points whose values do not fit together are left out and counted. With --resume each finished point is kept in \
            a file, and a sweep that was stopped goes on where it was.

            The deflated Sharpe ratio is that of the best point's returns of all bars among so many points. Everything else \
            looks at the returns of equal parts of the time (--parts): the probability of overfitting (CSCV: how often the best \
            is below the median of all in the other half of the time; at the median it is not, as in purgedcv, where R's \
            pbo counts it); White's reality \
            check and Hansen's test of superior predictive ability, the probabilities that the best of points without skill \
            earns so much on average (a thousand stationary bootstraps); walk-forward, purged k-fold and combinatorial purged \
            cross-validation, which choose the point with the best Sharpe ratio on some parts and judge it on others. A \
            point is run once over the whole time, so that a position may be held over a border: --purge leaves such parts out. \
            All Sharpe ratios are yearly, and divided by the sample's deviation; the deflated one alone is reckoned with \
            the population's, as in its paper. walk_forward_sharpe and k_fold_sharpe are those of all returns judged, one \
            block after the other, and each of path_sharpes that of a whole path. combinatorial_sharpe_learned and \
            _judged are the means over all choices, one whose returns do not vary counting as 0. What has no value says \
            why. --json tells every fold, and of each point the orders refused, margin calls, and what stopped or ruined it.
            """)

    @OptionGroup var options: BacktestOptions

    @Option(help: "The values to try.")
    var grid: String

    @Option(parsing: .unconditional, help: "Draw so many points of the grid.")
    var random: Int?

    @Option(
        parsing: .unconditional,
        help: "Draw so many points as a Latin hypercube, fewer where some fall together.")
    var latin: Int?

    @Option(parsing: .unconditional, help: "Points run at a time; the processor's cores without.")
    var cores: Int?

    @Option(help: "A file that keeps finished points.", completion: .file())
    var resume: String?

    @OptionGroup(title: "Judgement") var folding: SweepFoldingOptions

    @Option(
        help: "A CSV file to write: the end of each part, and a column of returns for each point.", completion: .file())
    var csv: String?

    @Option(parsing: .unconditional, help: "How many of the best to print.")
    var best = 10

    @Flag(help: "Print one JSON object: the points, and the judgement of all.")
    var json = false

    @Argument(parsing: .allUnrecognized, help: ArgumentHelp("Fixed parameters.", valueName: "--name value"))
    var parameters: [String] = []

    func validate() throws {
        guard random == nil || latin == nil else { throw ValidationError("--random and --latin: give one of them") }
        for (name, value) in [("random", random), ("latin", latin), ("cores", cores)] {
            if let value, value < 1 { throw ValidationError("--\(name) \(value): must be above zero") }
        }
        guard best >= 0 else { throw ValidationError("--best \(best): zero or more") }
    }

    func run() async throws {
        do {
            let points = try points()
            let recordings = try options.recordings()
            let frame = try options.frame()
            let cores = cores ?? ProcessInfo.processInfo.activeProcessorCount
            let sweep = SweepRun(
                strategy: options.strategy, points: points, tape: try options.tape(recordings, frame),
                frame: frame, parts: folding.parts, cores: cores)
            noteFewerParts(than: folding.parts, sweep.clock)
            let store = try resume.map { try SweepStore(file: $0, key: key(points)) }
            let (outcomes, unfit) = try await sweep.run(store: store)
            let output = SweepOutput(
                outcomes: outcomes, unfit: unfit, clock: sweep.clock,
                judgement: SweepJudgement(outcomes, folding: folding.folding, workers: cores),
                labels: BarLabels(recordings))
            guard !outcomes.isEmpty else {
                throw ValidationError(
                    "--grid \(grid): the values of no point fit together, such as \(Cell.text(ofPoint: points.first ?? [:]))"
                )
            }
            if let csv { try ResearchOutput.write(text: output.returns, to: csv) }
            if json { output.printJSON() } else { output.print(best: best) }
        } catch let error as CatalogueError { throw ValidationError("\(error)") }
    }

    private func points() throws -> [[String: Double]] {
        let about = try StrategyCatalogue.description(of: options.strategy)
        let fixed = try ParameterSpace.fixed(NamedOptions.pairs(parameters), of: about.parameters)
        let space = try ParameterSpace(grid: grid, of: about.parameters)
        if let twice = space.axes.first(where: { fixed[$0.parameter.name] != nil })?.parameter {
            throw ValidationError("--\(twice.name) is in --grid too: give it in one place")
        }
        let drawn =
            if let random {
                space.random(random, seed: options.seed)
            } else if let latin {
                space.latinHypercube(latin, seed: options.seed)
            } else {
                space.grid
            }
        if let asked = random ?? latin, drawn.count < asked {
            let reason = random == nil ? "the others fall together with them" : "the grid has no more"
            Note.show("--\(random == nil ? "latin" : "random") \(asked): \(drawn.count) different points; \(reason)")
        }
        return drawn.map { fixed.merging($0) { $1 } }
    }

    private func noteFewerParts(than asked: Int, _ clock: SweepClock) {
        guard clock.parts < asked else { return }
        Note.show(
            "--parts \(asked): \(clock.parts) parts; the data have no more than \(clock.entries) instants at which bars end"
        )
    }

    /// What a file of finished points must agree with: everything that a point's result depends on.
    private func key(_ points: [[String: Double]]) -> String {
        let values = points.map { point in point.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" } }
        let files = (options.data + options.actions + (options.limits.map { [$0] } ?? [])).map { file in
            "\(file):\(Self.hash(FileManager.default.contents(atPath: file) ?? Data()))"
        }
        let choices =
            "\(SweepStore.layout) \(options.strategy) \(options.described.contract) \(options.rate) \(files) \(options.bar) \(options.cash) \(options.seed) \(options.fill) "
            + "\(options.volumeShare ?? 0) \(options.fees) \(options.slippage) \(options.latency) \(options.borrow) "
            + "\(options.marginCalls) \(folding.parts) \(options.size.map { "\($0)" } ?? "") \(values)"
        return Self.hash(choices.utf8)
    }

    /// FNV-1a: the same on every machine.
    private static func hash(_ bytes: some Sequence<UInt8>) -> String {
        let start: UInt64 = 0xcbf2_9ce4_8422_2325
        return String(bytes.reduce(start) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }, radix: 16)
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

    /// A point's values in a line, by name.
    static func text(ofPoint point: [String: Double]) -> String {
        point.sorted { $0.key < $1.key }.map { "\($0.key)=\(Cell(parameter: $0.value).plain)" }.joined(separator: " ")
    }
}
