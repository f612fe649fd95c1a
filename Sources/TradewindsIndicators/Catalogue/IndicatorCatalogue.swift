import TradewindsVocabulary

/// The indicators by name.
///
/// ```swift
/// let rsi = try IndicatorCatalogue.description(of: "rsi")
/// let columns = try rsi.columns(of: rsi.make(["period": 2]), over: .numbers(closes))
/// ```
public enum IndicatorCatalogue {
    /// All, by family.
    public static let descriptions: [IndicatorDescription] =
        averages + bands + momentum + trend + volatility + volume + pairs + prices

    /// The description of an indicator.
    ///
    /// - Throws: ``IndicatorError/unknownIndicator(_:known:)``.
    public static func description(of name: String) throws(IndicatorError) -> IndicatorDescription {
        guard let found = descriptions.first(where: { $0.name == name.lowercased() }) else {
            throw .unknownIndicator(name, known: descriptions.map(\.name))
        }
        return found
    }

    static func numbers<I: Indicator<Double>>(
        _ name: String, _ family: IndicatorFamily, _ summary: String, _ parameters: [NamedParameter] = [],
        gaps: String? = nil,
        _ make: @escaping @Sendable (ParameterValues) throws(IndicatorError) -> I
    ) -> IndicatorDescription {
        IndicatorDescription(
            name, summary, family, .numbers, parameters, columns: columns(of: I.self, name), gaps: gaps
        ) {
            (values) throws(IndicatorError) in .numbers(try make(values))
        }
    }

    static func bars<I: Indicator<PriceBar>>(
        _ name: String, _ family: IndicatorFamily, _ summary: String, _ parameters: [NamedParameter] = [],
        gaps: String? = nil, readsVolume: Bool? = nil,
        _ make: @escaping @Sendable (ParameterValues) throws(IndicatorError) -> I
    ) -> IndicatorDescription {
        IndicatorDescription(
            name, summary, family, .bars, parameters, columns: columns(of: I.self, name), gaps: gaps,
            readsVolume: readsVolume ?? (family == .volume)
        ) {
            (values) throws(IndicatorError) in .bars(try make(values))
        }
    }

    static func pairs<I: Indicator<NumberPair>>(
        _ name: String, _ family: IndicatorFamily, _ summary: String, _ parameters: [NamedParameter] = [],
        gaps: String? = nil,
        _ make: @escaping @Sendable (ParameterValues) throws(IndicatorError) -> I
    ) -> IndicatorDescription {
        IndicatorDescription(name, summary, family, .pairs, parameters, columns: columns(of: I.self, name), gaps: gaps)
        {
            (values) throws(IndicatorError) in .pairs(try make(values))
        }
    }

    private static func columns<I: Indicator>(of type: I.Type, _ name: String) -> [String] {
        I.Output.self == Double.self ? [name] : I.Output.columnNames
    }

    /// A whole number of inputs.
    static func whole(
        _ name: String, _ value: Double, _ meaning: String, atLeast least: Double = 1
    ) -> NamedParameter {
        NamedParameter(name, value, least...Double(longestPeriod), step: 1, meaning)
    }

    /// The parameter that most of them have.
    static func period(_ value: Double, atLeast least: Double = 1) -> NamedParameter {
        whole("period", value, "inputs looked at", atLeast: least)
    }
}

extension ParameterValues {
    /// A value that the description names.
    func number(_ name: String) throws(IndicatorError) -> Double {
        guard let value = self[name: name] else { throw .parameter(.unknownParameter(name, known: [])) }
        return value
    }

    /// A whole value that the description names.
    func whole(_ name: String) throws(IndicatorError) -> Int { Int(try number(name)) }
}
