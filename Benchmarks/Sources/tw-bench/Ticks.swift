import Tradewinds

/// Socket to user code: every tick of all subscriptions, unconflated, until the stand-in's stream ends.
enum TicksBenchmark {
    static func run(port: Int, subscriptions: Int) async throws {
        var configuration = Configuration()
        configuration.messagesPerSecond = nil
        try await Tradewinds.withConnection(to: .gateway(port: port), clientID: 1, configuration: configuration) { ib in
            let contracts = (0..<subscriptions).map { Contract.stock("S\($0)") }
            let usage = Usage()
            let clock = ContinuousClock()
            var start = clock.now
            var messages = 0
            var checksum = 0.0
            var stream = ib.ticks(contracts).makeAsyncIterator()
            // The stand-in prepares its stream once it has all subscriptions: not part of what is measured.
            try await Task.sleep(for: .seconds(1))
            // The stand-in starts its stream when it is asked for the time and never answers that.
            let starter = Task { try? await ib.currentTime() }
            start = clock.now
            reading: while let batch = try await stream.next() {
                for event in batch.events {
                    switch event {
                    case .tickSnapshotEnd: break reading
                    case .tickPrice(let tick): checksum += tick.price ?? 0
                    default: break
                    }
                    messages += 1
                }
            }
            let seconds = (clock.now - start) / .seconds(1)
            starter.cancel()
            precondition(checksum > 0)
            JSONLine.print([
                ("benchmark", "\"ticks\""), ("server_version", "\(await ib.serverVersion)"),
                ("messages", "\(messages)"),
                ("seconds", "\(seconds)"), ("per_second", "\(Double(messages) / seconds)"),
                ("cpu_seconds", "\(usage.cpuSeconds)"), ("peak_rss_kb", "\(Usage.peakMemory)"),
            ])
        }
    }
}
