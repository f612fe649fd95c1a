import TradewindsVocabulary

extension MovingAverageCrossover: ReadyStrategy {
    private static let fastBars = NamedParameter("fast", 10, 1...2000, step: 1, "bars of the fast average")
    private static let slowBars = NamedParameter("slow", 30, 2...5000, step: 1, "bars of the slow average")
    private static let target = NamedParameter(
        "take-profit", 0, 0...10, step: 0.001, "the target's distance as a fraction of the price; 0: none")
    private static let loss = NamedParameter(
        "stop-loss", 0, 0...0.99, step: 0.001, "the stop's distance as a fraction of the price; 0: none")
    private static let limits = NamedParameter(
        "limit-entry", 0, 0...1, step: 1, "1: enter by limit orders at the close")
    private static let short = NamedParameter("short", 1, 0...1, step: 1, "1: also sell short")

    /// What it is called and where it comes from.
    public static let about = StrategyDescription(
        name: "sma", summary: "Moving-average crossover, with brackets where asked",
        source: "R. D. Donchian, \"Commodities: High Finance in Copper\", Financial Analysts Journal, 1974",
        instruments: 1...1, parameters: [fastBars, slowBars, .quantity, target, loss, limits, short])

    /// A crossover from named values.
    public init(_ values: ParameterValues, instruments: Int) throws(CatalogueError) {
        var parameters = Parameters()
        parameters.fast = values.whole(Self.fastBars)
        parameters.slow = values.whole(Self.slowBars)
        guard parameters.fast < parameters.slow else {
            throw .conflict(
                "fast (\(parameters.fast)) must be below slow (\(parameters.slow)): make fast smaller or slow larger")
        }
        parameters.quantity = Quantity(values[.quantity]) ?? 1
        func distance(_ parameter: NamedParameter) -> Double? { values[parameter] > 0 ? values[parameter] : nil }
        parameters.takeProfit = distance(Self.target)
        parameters.stopLoss = distance(Self.loss)
        parameters.usesLimits = values[Self.limits] == 1
        parameters.sellsShort = values[Self.short] == 1
        self.init(parameters)
    }
}
