/// What Ichimoku's chart gives for a bar.
public struct IchimokuValue: IndicatorOutput {
    /// The conversion line (tenkan-sen).
    public var conversion: Double
    /// The base line (kijun-sen).
    public var base: Double
    /// The cloud's first edge for this bar, made `displacement` bars ago (senkou span A).
    public var leadingA: Double
    /// The cloud's second edge for this bar (senkou span B).
    public var leadingB: Double

    /// `tenkan`, `kijun`, `senkou_a`, `senkou_b`.
    public static var columnNames: [String] { ["tenkan", "kijun", "senkou_a", "senkou_b"] }
    /// In that order.
    public var columnValues: [Double] { [conversion, base, leadingA, leadingB] }
}

/// Hosoda's chart of middles.
///
/// The lagging span is the close itself, drawn back in time; it is left out, because at its place it would look ahead.
public struct Ichimoku: Indicator {
    private var conversion: MidPrice
    private var base: MidPrice
    private var cloud: MidPrice
    private var leadingA: Lag
    private var leadingB: Lag
    private let displacement: Int

    /// - Throws: Where a period or the displacement is below 1.
    public init(
        conversion: Int = 9, base: Int = 26, cloud: Int = 52, displacement: Int = 26
    ) throws(IndicatorError) {
        self.conversion = try MidPrice(period: conversion)
        self.base = try MidPrice(period: base)
        self.cloud = try MidPrice(period: cloud)
        self.displacement = try checked(displacement)
        leadingA = Lag(displacement)
        leadingB = Lag(displacement)
    }

    /// The longest period's, plus the displacement.
    public var warmUp: Int {
        Swift.max(conversion.warmUp, base.warmUp, cloud.warmUp) + displacement
    }

    /// The lines.
    public mutating func update(_ bar: PriceBar) -> IchimokuValue? {
        let (quick, calm, wide) = (conversion.update(bar), base.update(bar), cloud.update(bar))
        guard let quick, let calm, let wide else { return nil }
        let (first, second) = (leadingA.update((quick + calm) / 2), leadingB.update(wide))
        guard let first, let second else { return nil }
        return IchimokuValue(conversion: quick, base: calm, leadingA: first, leadingB: second)
    }

    /// Forgets every bar.
    public mutating func reset() {
        conversion.reset()
        base.reset()
        cloud.reset()
        leadingA.reset()
        leadingB.reset()
    }
}
