#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

let arguments = Array(CommandLine.arguments.dropFirst())

func option(_ name: String, default value: Int) -> Int {
    guard let index = arguments.firstIndex(of: "--" + name), index + 1 < arguments.count else { return value }
    return Int(arguments[index + 1]) ?? value
}

switch arguments.first {
case "decode": try DecodeBenchmark.run()
case "messages": try MessagesBenchmark.run()
case "ticks":
    try await TicksBenchmark.run(
        port: option("port", default: 4002), subscriptions: option("subscriptions", default: 100))
case "orders":
    try await OrdersBenchmark.run(port: option("port", default: 4002), count: option("count", default: 10_000))
case "backtest": BacktestBenchmark.run(bars: option("bars", default: 1_000_000))
case "sweep": try SweepBenchmark.run(bars: option("bars", default: 100_000), cores: option("cores", default: 2))
case "indicators": try IndicatorsBenchmark.run(rows: option("rows", default: 10_000_000))
case "csv": try SeriesBenchmark.run()
default:
    print(
        """
        usage: tw-bench NAME …
          decode                                a buffer of frames to events, each form
          messages                              the commonest messages, read and written, each form
          ticks --port P [--subscriptions 100]  socket to user code, against the gateway at P
          orders --port P --count N             order to its first status
          backtest [--bars 1000000]             crossover on one-minute bars
          sweep [--bars 100000] [--cores 2]     two hundred crossovers
          indicators [--rows 10000000]          nanoseconds a value, whole columns and one at a time
          csv                                   files of prices, written and read
        """)
    exit(arguments.first == nil ? 0 : 2)
}
