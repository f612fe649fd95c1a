let arguments = Array(CommandLine.arguments.dropFirst())

func option(_ name: String, default value: Int) -> Int {
    guard let index = arguments.firstIndex(of: "--" + name), index + 1 < arguments.count else { return value }
    return Int(arguments[index + 1]) ?? value
}

switch arguments.first ?? "decode" {
case "decode": try DecodeBenchmark.run()
case "ticks":
    try await TicksBenchmark.run(
        port: option("port", default: 4002), subscriptions: option("subscriptions", default: 100))
case "orders":
    try await OrdersBenchmark.run(port: option("port", default: 4002), count: option("count", default: 10_000))
default: print("usage: tw-bench decode | ticks --port P [--subscriptions 100] | orders --port P --count N")
}
