import TradewindsVocabulary

/// Does something with a strategy of whatever type the catalogue finds under a name.
public protocol StrategyVisitor {
    /// What comes of it.
    associatedtype Result
    /// Is given the strategy once.
    func visit<S: ReadyStrategy>(_ strategy: S) async throws -> Result
}

/// The ready strategies by name.
///
/// ```swift
/// let result = try StrategyCatalogue.strategy("bollinger", ["period": 20], instruments: 1).backtest(plan)
/// ```
public enum StrategyCatalogue {
    private static let types: [any ReadyStrategy.Type] = [
        PriceTrigger.self, MovingAverageCrossover.self, BollingerReversion.self, DonchianBreakout.self,
        TimeSeriesMomentum.self, CrossSectionalMomentum.self, RSI2.self, CointegratedPair.self, KalmanPair.self,
        OpeningRange.self, VolatilityTarget.self, Rebalancing.self,
    ]

    /// What there is.
    public static let descriptions: [StrategyDescription] = types.map { $0.about }

    /// The description of a strategy.
    ///
    /// - Throws: ``CatalogueError/unknownStrategy(_:known:)``.
    public static func description(of name: String) throws(CatalogueError) -> StrategyDescription {
        try type(name).about
    }

    /// Makes a strategy from named values; what is not given has its default.
    ///
    /// - Throws: ``CatalogueError``: its text names the place and the remedy.
    public static func strategy(
        _ name: String, _ values: [String: Double] = [:], instruments: Int
    ) throws(CatalogueError) -> any ReadyStrategy {
        let type = try type(name)
        return try make(
            type, try fitting { () throws(ParameterError) in try ParameterValues(values, of: type.about.parameters) },
            instruments)
    }

    /// Makes a strategy from texts such as those of a command line.
    ///
    /// - Throws: ``CatalogueError``: its text names the place and the remedy.
    public static func strategy(
        _ name: String, texts: [String: String], instruments: Int
    ) throws(CatalogueError) -> any ReadyStrategy {
        let type = try type(name)
        return try make(
            type,
            try fitting { () throws(ParameterError) in try ParameterValues(texts: texts, of: type.about.parameters) },
            instruments)
    }

    /// Runs a strategy with many values side by side, so that prices are read once for all: what a sweep does.
    ///
    /// - Returns: For each point its result; `nil` where its values do not fit together.
    /// - Throws: ``CatalogueError`` for what no point can do: an unknown name, a value out of range, too few instruments.
    public static func backtests(
        _ name: String, _ points: [[String: Double]], _ plan: BacktestPlan
    ) throws(CatalogueError) -> [BacktestResult?] {
        try backtests(try type(name), points, plan)
    }

    private static func backtests<S: ReadyStrategy>(
        _ type: S.Type, _ points: [[String: Double]], _ plan: BacktestPlan
    ) throws(CatalogueError) -> [BacktestResult?] {
        var strategies: [S] = []
        var places: [Int?] = []
        for point in points {
            let values = try fitting { () throws(ParameterError) in
                try ParameterValues(point, of: type.about.parameters)
            }
            do throws(CatalogueError) {
                let made = try checked(type, values, plan.instruments.count)
                places.append(strategies.count)
                strategies.append(made)
            } catch {
                guard case .conflict = error else { throw error }
                places.append(nil)
            }
        }
        let results = type.backtests(strategies, plan)
        return places.map { $0.map { results[$0] } }
    }

    /// Gives `visitor` the strategy with its own type.
    ///
    /// - Throws: ``CatalogueError``, or what the visitor throws.
    public static func visit<V: StrategyVisitor>(
        _ name: String, texts: [String: String], instruments: Int, _ visitor: V
    ) async throws -> V.Result {
        try await visitor.visit(try strategy(name, texts: texts, instruments: instruments))
    }

    private static func type(_ name: String) throws(CatalogueError) -> any ReadyStrategy.Type {
        guard let type = types.first(where: { $0.about.name == name }) else {
            throw .unknownStrategy(name, known: descriptions.map(\.name))
        }
        return type
    }

    private static func fitting(
        _ values: () throws(ParameterError) -> ParameterValues
    ) throws(CatalogueError) -> ParameterValues {
        do { return try values() } catch { throw .parameter(error) }
    }

    private static func make(
        _ type: any ReadyStrategy.Type, _ values: ParameterValues, _ instruments: Int
    ) throws(CatalogueError) -> any ReadyStrategy { try checked(type, values, instruments) }

    private static func checked<S: ReadyStrategy>(
        _ type: S.Type, _ values: ParameterValues, _ instruments: Int
    ) throws(CatalogueError) -> S {
        guard type.about.instruments.contains(instruments) else {
            throw .instruments(strategy: type.about.name, given: instruments, needed: type.about.instruments)
        }
        return try type.init(values, instruments: instruments)
    }
}

extension NamedParameter {
    /// How much each entry trades.
    static let quantity = Self("quantity", 1, 0.0001...1_000_000, step: 0.5, "units traded by an entry")
    /// The last values looked at.
    static func period(_ value: Double, _ meaning: String) -> Self { Self("period", value, 2...2000, step: 1, meaning) }
}
