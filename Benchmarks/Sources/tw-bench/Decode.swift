import TradewindsVocabulary
import TradewindsWire

/// A buffer of frames to events, on one core: 50 % price, 30 % size, 10 % string, 5 % generic, 5 % option ticks.
enum DecodeBenchmark {
    static func run() throws {
        for (form, version) in [("protobuf", ServerVersion.newest), ("text", ServerVersion(178))] {
            let frames = try TickMix.frames(count: 100_000, version: version)
            let rounds = 20
            var events = 0
            var checksum = 0.0
            let clock = ContinuousClock()
            let time = try clock.measure {
                for _ in 0..<rounds {
                    try frames.withUnsafeBytes { bytes in
                        var offset = 0
                        while let body = try Frame.body(in: bytes, from: offset) {
                            let event = try Event(
                                frame: UnsafeRawBufferPointer(rebasing: bytes[body]), version: version)
                            if case .tickPrice(let tick) = event { checksum += tick.price ?? 0 }
                            events += 1
                            offset = body.upperBound
                        }
                    }
                }
            }
            let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) * 1e-18
            precondition(checksum > 0)
            JSONLine.print([
                ("benchmark", "\"decode\""), ("form", "\"\(form)\""), ("messages", "\(events)"),
                ("seconds", "\(seconds)"), ("per_second", "\(Double(events) / seconds)"),
            ])
        }
    }
}

/// The market-data mix of the stand-in gateway.
enum TickMix {
    static func frames(count: Int, version: ServerVersion) throws -> [UInt8] {
        var writer = MessageWriter(version: version)
        for index in 0..<count {
            let request = RequestID(Int32(1 + index % 100))
            switch index % 20 {
            case 0..<10:
                var tick = TickPrice()
                tick.request = request
                tick.tick = index % 2 == 0 ? .bid : .ask
                tick.price = 100 + Double(index % 997) / 100
                tick.size = Quantity(100 * (1 + index % 9))
                try writer.write(.tickPrice(tick))
            case 10..<16:
                var tick = TickSize()
                tick.request = request
                tick.tick = .bidSize
                tick.size = Quantity(100 * (1 + index % 37))
                try writer.write(.tickSize(tick))
            case 16..<18:
                var tick = TickString()
                tick.request = request
                tick.tick = .lastTimestamp
                tick.value = "\(1_700_000_000 + index)"
                try writer.write(.tickString(tick))
            case 18:
                var tick = TickOptionComputation()
                tick.request = request
                tick.tick = 13
                tick.impliedVolatility = 0.2 + Double(index % 97) / 1000
                tick.delta = 0.5
                tick.optionPrice = 4.25 + Double(index % 89) / 100
                tick.dividends = 0.31
                tick.gamma = 0.021
                tick.vega = 0.113
                tick.theta = -0.047
                tick.underlyingPrice = 187.3
                try writer.write(.tickOptionComputation(tick))
            default:
                var tick = TickGeneric()
                tick.request = request
                tick.tick = .halted
                tick.value = 0
                try writer.write(.tickGeneric(tick))
            }
        }
        return writer.bytes
    }
}
