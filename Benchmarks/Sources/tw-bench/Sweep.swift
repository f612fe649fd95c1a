import Dispatch
import TradewindsExchange
import TradewindsStrategy
import TradewindsVocabulary

/// Two hundred crossovers over a hundred thousand one-minute bars, each in full on the exchange: time for each bar of
/// each crossover on one core.
enum SweepBenchmark {
    static func run(bars count: Int, cores: Int) throws {
        var walk = BarWalk()
        let updates = (0..<count).map { _ in
            let bar = walk.next()
            return MarketUpdate(instrument: 0, time: bar.start + .seconds(60), kind: .bar(bar))
        }
        let about = try StrategyCatalogue.description(of: "sma")
        let points = try ParameterSpace(grid: "fast=5:50:5,slow=60:250:10", of: about.parameters).grid
        // As `tw sweep` does it: points side by side, some at a time, each core with its own.
        let size = SweepGroups.size(points.count, cores: cores)
        let groups = stride(from: 0, to: points.count, by: size).map { Array($0..<min($0 + size, points.count)) }
        let clock = ContinuousClock()
        let time = clock.measure {
            DispatchQueue.concurrentPerform(iterations: cores) { core in
                var plan = BacktestPlan(
                    instruments: [Instrument(id: 1, symbol: "XYZ", kind: .stock)], updates: updates)
                let clock = SweepClock(of: plan)
                plan.clock = clock
                for (number, group) in groups.enumerated() where number % cores == core {
                    let results = try? StrategyCatalogue.backtests("sma", group.map { points[$0] }, plan)
                    for (place, result) in zip(group, results ?? []) {
                        guard let result else { preconditionFailure("the values do not fit") }
                        let outcome = SweepOutcome(place: place, values: points[place], result: result, clock: clock)
                        precondition(outcome.returns.count == min(240, count - 1))
                    }
                }
            }
        }
        let evaluations = Double(points.count * count)
        JSONLine.print([
            ("benchmark", "\"sweep\""), ("points", "\(points.count)"), ("bars", "\(count)"), ("cores", "\(cores)"),
            ("ns_per_evaluation_and_core", "\((time / .nanoseconds(1) / evaluations * Double(cores)).rounded())"),
            ("peak_rss_kb", "\(Usage.peakMemory)"),
        ])
    }
}
