import Tradewinds

/// Place an order, wait for its first status in user code, repeat.
enum OrdersBenchmark {
    static func run(port: Int, count: Int) async throws {
        var configuration = Configuration()
        configuration.messagesPerSecond = nil
        try await Tradewinds.withConnection(to: .gateway(port: port), clientID: 1, configuration: configuration) { ib in
            var latencies: [Double] = []
            let clock = ContinuousClock()
            var contract = Contract.stock("AAPL")
            contract.id = 265_598
            for _ in 0..<count {
                let start = clock.now
                let trade = try await ib.place(.limit(.buy, 100, at: 191.25), on: contract)
                waiting: for try await change in trade.changes {
                    if case .status = change { break waiting }
                }
                latencies.append((clock.now - start) / .microseconds(1))
            }
            latencies.sort()
            func percentile(_ share: Double) -> Double { latencies[Int(Double(latencies.count - 1) * share)] }
            JSONLine.print([
                ("benchmark", "\"orders\""), ("count", "\(count)"), ("p50_us", "\(percentile(0.5))"),
                ("p99_us", "\(percentile(0.99))"), ("peak_rss_kb", "\(Usage.peakMemory)"),
            ])
        }
    }
}
