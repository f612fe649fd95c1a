/// A choice of a strategy or an indicator, described as data: for a command line, a sweep or a form.
public struct NamedParameter: Sendable, Hashable {
    /// Its name on the command line.
    public let name: String
    /// What holds when it is not given.
    public let defaultValue: Double
    /// What it may be.
    public let range: ClosedRange<Double>
    /// A sensible step for sweeps; where it is a whole number, so must the value be.
    public let step: Double
    /// What it means.
    public let meaning: String

    /// A parameter; `meaning` is one line without a full stop.
    public init(
        _ name: String, _ defaultValue: Double, _ range: ClosedRange<Double>, step: Double, _ meaning: String
    ) {
        self.name = name
        self.defaultValue = defaultValue
        self.range = range
        self.step = step
        self.meaning = meaning
    }

    /// Whether only whole numbers are allowed.
    public var isWhole: Bool { step == step.rounded() && defaultValue == defaultValue.rounded() }

    /// The default as one would type it: `20`, `0.5`.
    public var defaultText: String { isWhole ? "\(Int(defaultValue))" : "\(defaultValue)" }
}
