import TradewindsVocabulary

/// What an indicator is fed with.
public enum IndicatorInputKind: String, Sendable, Hashable, CaseIterable {
    /// One column of numbers; of bars, the close.
    case numbers
    /// Bars: open, high, low, close and, for some, volume.
    case bars
    /// Two columns of numbers.
    case pairs

    /// In words, for messages.
    public var meaning: String {
        switch self {
        case .numbers: "one column of numbers"
        case .bars: "bars with open, high, low, close and volume"
        case .pairs: "two columns of numbers"
        }
    }
}

/// What an indicator tells of.
public enum IndicatorFamily: String, Sendable, Hashable, CaseIterable {
    case averages, bands, momentum, trend, volatility, volume, pairs, prices
}

/// An indicator of whatever type, as the catalogue makes it.
public enum AnyIndicator: Sendable {
    /// Takes numbers.
    case numbers(any Indicator<Double>)
    /// Takes bars.
    case bars(any Indicator<PriceBar>)
    /// Takes pairs.
    case pairs(any Indicator<NumberPair>)

    /// How many rows give no value at the beginning.
    public var warmUp: Int {
        switch self {
        case .numbers(let indicator): indicator.warmUp
        case .bars(let indicator): indicator.warmUp
        case .pairs(let indicator): indicator.warmUp
        }
    }

    /// Takes one input of its kind; its numbers in the order of the description's columns, `nil` during warm-up and for
    /// an input of another kind.
    public mutating func update(_ input: IndicatorRow) -> [Double]? {
        switch (self, input) {
        case (.numbers(var indicator), .number(let number)):
            let values = indicator.update(number)?.columnValues
            self = .numbers(indicator)
            return values
        case (.bars(var indicator), .bar(let bar)):
            let values = indicator.update(bar)?.columnValues
            self = .bars(indicator)
            return values
        case (.pairs(var indicator), .pair(let pair)):
            let values = indicator.update(pair)?.columnValues
            self = .pairs(indicator)
            return values
        default: return nil
        }
    }
}

/// One input of any kind.
public enum IndicatorRow: Sendable, Hashable {
    /// A number.
    case number(Double)
    /// A bar.
    case bar(PriceBar)
    /// A pair.
    case pair(NumberPair)
}

/// Inputs in columns, of any kind.
public enum IndicatorData: Sendable, Hashable {
    /// A column of numbers.
    case numbers([Double])
    /// Bars, whose close serves indicators of numbers.
    case bars(PriceColumns)
    /// Two columns.
    case pairs(PairColumns)
}

/// An indicator, described as data, and the way to make it.
public struct IndicatorDescription: Sendable {
    /// Its name on the command line.
    public let name: String
    /// What it is, in a line.
    public let summary: String
    /// What it tells of.
    public let family: IndicatorFamily
    /// What it is fed with.
    public let input: IndicatorInputKind
    /// Its parameters, in order.
    public let parameters: [NamedParameter]
    /// The names of what it gives.
    public let columns: [String]
    /// Where it has no value behind its warm-up, in words; `nil` where it always has one.
    public let gaps: String?
    /// Whether bars must have volumes: without them they read as if nothing was traded.
    public let readsVolume: Bool
    private let maker: @Sendable (ParameterValues) throws(IndicatorError) -> AnyIndicator

    init(
        _ name: String, _ summary: String, _ family: IndicatorFamily, _ input: IndicatorInputKind,
        _ parameters: [NamedParameter], columns: [String],
        gaps: String?, readsVolume: Bool = false,
        _ maker: @escaping @Sendable (ParameterValues) throws(IndicatorError) -> AnyIndicator
    ) {
        (self.name, self.summary, self.family, self.input) = (name, summary, family, input)
        (self.parameters, self.columns, self.gaps, self.maker) = (parameters, columns, gaps, maker)
        self.readsVolume = readsVolume
    }

    /// The indicator with `values`; what is not given has its default.
    ///
    /// - Throws: ``IndicatorError``: its text names the parameter and the remedy.
    public func make(_ values: [String: Double] = [:]) throws(IndicatorError) -> AnyIndicator {
        let checked: ParameterValues
        do { checked = try ParameterValues(values, of: parameters) } catch { throw .parameter(error) }
        return try maker(checked)
    }

    /// As ``make(_:)``, from texts such as those of a command line.
    ///
    /// - Throws: ``IndicatorError``.
    public func make(texts: [String: String]) throws(IndicatorError) -> AnyIndicator {
        let checked: ParameterValues
        do { checked = try ParameterValues(texts: texts, of: parameters) } catch { throw .parameter(error) }
        return try maker(checked)
    }

    /// What the indicator gives over `data`, in columns as long as that, not a number before a column's first value.
    ///
    /// - Throws: Where the data is of another kind.
    public func columns(
        of indicator: AnyIndicator, over data: IndicatorData
    ) throws(IndicatorError) -> [(name: String, values: [Double])] {
        let values: [[Double]]
        switch (indicator, data) {
        case (.numbers(let indicator), .numbers(let numbers)): values = indicator.columns(over: numbers)
        case (.numbers(let indicator), .bars(let bars)): values = indicator.columns(over: bars.close)
        case (.bars(let indicator), .bars(let bars)): values = indicator.columns(over: bars)
        case (.pairs(let indicator), .pairs(let pairs)): values = indicator.columns(over: pairs)
        default: throw .wrongInput(indicator: name, needed: input)
        }
        return zip(columns, values).map { (name: $0, values: $1) }
    }

    /// The row in which each column begins where nothing is unusual about the input; `rows` for one that needs more.
    public func firstRows(of indicator: AnyIndicator, rows: Int) throws(IndicatorError) -> [Int] {
        let plain = (0..<rows).map { Double(100 + $0 % 7) }
        let data: IndicatorData =
            switch input {
            case .numbers: .numbers(plain)
            case .bars: .bars(PriceColumns(plain.map { PriceBar(open: $0, high: $0, low: $0, close: $0, volume: 1) }))
            case .pairs: .pairs(try PairColumns(first: plain, second: plain))
            }
        return try columns(of: indicator, over: data).map { $0.values.firstIndex { !$0.isNaN } ?? rows }
    }
}

extension Indicator {
    fileprivate func columns(over inputs: Input.Columns) -> [[Double]] { batch(inputs).columns.map(\.values) }
}
