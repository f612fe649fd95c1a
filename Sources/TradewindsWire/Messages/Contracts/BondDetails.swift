import TradewindsVocabulary

/// What contract details say of a bond.
public struct BondDetails: Sendable, Hashable {
    /// The CUSIP number.
    public var cusip = ""
    /// The day of issue.
    public var issueDate = ""
    /// The ratings.
    public var ratings = ""
    /// The kind of bond.
    public var type = ""
    /// The coupon, in percent.
    public var coupon = 0.0
    /// The kind of coupon.
    public var couponType = ""
    /// Whether it can be converted into shares.
    public var isConvertible = false
    /// Whether the issuer can call it.
    public var isCallable = false
    /// Whether the holder can sell it back.
    public var isPuttable = false
    /// What is appended to its description.
    public var appendix = ""
    /// The next day on which an option on it can be used.
    public var nextOptionDate = ""
    /// The kind of that option.
    public var nextOptionType = ""
    /// Whether that option can be used in part.
    public var isNextOptionPartial = false
    /// Notes.
    public var notes = ""
    /// The maturity, where the text form tells it.
    public var maturity = ""

    mutating func walkFields<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(44, "cusip", &cusip)
        try coder.field(45, "issueDate", &issueDate)
        try coder.field(46, "ratings", &ratings)
        try coder.field(47, "bondType", &type)
        try coder.field(48, "coupon", &coupon)
        try coder.field(49, "couponType", &couponType)
        try coder.field(50, "convertible", &isConvertible)
        try coder.field(51, "callable", &isCallable)
        try coder.field(52, "puttable", &isPuttable)
        try coder.field(53, "descAppend", &appendix)
        try coder.field(54, "nextOptionDate", &nextOptionDate)
        try coder.field(55, "nextOptionType", &nextOptionType)
        try coder.field(56, "nextOptionPartial", &isNextOptionPartial)
        try coder.field(57, "bondNotes", &notes)
    }
}
