import ArgumentParser
import TradewindsExchange
import TradewindsStrategy
import TradewindsVocabulary

extension PositionSize {
    /// As ``PositionSize/init(text:)`` reads it.
    static func parse(_ text: String) throws -> Self {
        guard let size = Self(text: text) else {
            throw ValidationError(
                "\(text) is no rule: write fixed:100, equity:25, risk:1, volatility:0.1 or kelly:0.5, numbers above zero"
            )
        }
        return size
    }

    /// Refuses a rule for strategies that size themselves.
    func check(_ strategy: String) throws {
        guard try StrategyCatalogue.description(of: strategy).takesQuantity else {
            throw ValidationError("--size: \(strategy) sizes its positions itself, by its own parameters")
        }
    }
}

extension Money: ExpressibleByArgument {
    /// An amount such as 25000, 1000.50 or 1e6.
    public init?(argument: String) {
        guard let amount = ExactDecimal(argument) else { return nil }
        self.init(amount)
    }
}

/// When orders fill in a backtest.
enum FillChoice: String, ExpressibleByArgument, CaseIterable {
    case nextOpen = "next-open"
    case sameClose = "same-close"
    case path
    case pathLowFirst = "path-low-first"

    var model: FillModel {
        switch self {
        case .nextOpen: .nextOpen
        case .sameClose: .sameClose
        case .path: .path(.openHighLowClose)
        case .pathLowFirst: .path(.openLowHighClose)
        }
    }
}

/// What fills cost in a backtest.
enum FeeChoice: String, ExpressibleByArgument, CaseIterable {
    case none, fixed, tiered

    var schedule: FeeSchedule {
        switch self {
        case .none: .none
        case .fixed: .fixed
        case .tiered: .tiered
        }
    }
}

/// How much worse fills are, as one writes it.
struct SlippageChoice: CustomStringConvertible {
    let model: SlippageModel

    static func parse(_ text: String) throws -> Self {
        guard let choice = Self(argument: text) else {
            throw ValidationError("\(text) is no slippage: write none, 2ticks, 5bp or volume:0.1, numbers from zero up")
        }
        return choice
    }

    /// Whether it looks at what was traded.
    var usesVolume: Bool { if case .volumeShare = model { true } else { false } }

    init(model: SlippageModel) { self.model = model }

    init?(argument: String) {
        func number(_ suffix: String) -> Double? {
            argument.hasSuffix(suffix) ? Double(argument.dropLast(suffix.count)).flatMap { $0 >= 0 ? $0 : nil } : nil
        }
        if argument == "none" {
            model = .none
        } else if let ticks = number("ticks") ?? number("tick"), ticks == ticks.rounded(), ticks < 1e6 {
            model = .ticks(Int(ticks))
        } else if let points = number("bp"), points < 1e4 {
            model = .basisPoints(points)
        } else if argument.hasPrefix("volume:"), let part = Double(argument.dropFirst(7)), part >= 0, part < 100 {
            model = .volumeShare(coefficient: part)
        } else {
            return nil
        }
    }

    var description: String { "none" }
}
