import TradewindsIndicators

extension Indicator {
    /// Makes an indicator of a strategy's parameters; what it refuses is a conflict of theirs.
    static func fitting(_ make: () throws(IndicatorError) -> Self) throws(CatalogueError) -> Self {
        do { return try make() } catch { throw .conflict("\(error)") }
    }
}
