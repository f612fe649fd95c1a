import TradewindsVocabulary

/// Where an order stands, and what it would do to the account.
public struct OrderState: WireGroup {
    /// The state.
    public var status: OrderStatus?
    /// Initial margin before the order.
    public var initialMarginBefore: Double?
    /// Maintenance margin before the order.
    public var maintenanceMarginBefore: Double?
    /// Equity with loan value before the order.
    public var equityBefore: Double?
    /// Initial margin that the order changes.
    public var initialMarginChange: Double?
    /// Maintenance margin that the order changes.
    public var maintenanceMarginChange: Double?
    /// Equity with loan value that the order changes.
    public var equityChange: Double?
    /// Initial margin after the order.
    public var initialMarginAfter: Double?
    /// Maintenance margin after the order.
    public var maintenanceMarginAfter: Double?
    /// Equity with loan value after the order.
    public var equityAfter: Double?
    /// The commission and fees.
    public var commission: Double?
    /// The lowest that it may be.
    public var minimumCommission: Double?
    /// The highest that it may be.
    public var maximumCommission: Double?
    /// The currency of the commission.
    public var commissionCurrency = ""
    /// The currency of the margin.
    public var marginCurrency = ""
    /// Initial margin before the order, outside regular hours.
    public var initialMarginBeforeOutsideHours: Double?
    /// Maintenance margin before the order, outside regular hours.
    public var maintenanceMarginBeforeOutsideHours: Double?
    /// Equity with loan value before the order, outside regular hours.
    public var equityBeforeOutsideHours: Double?
    /// Initial margin that the order changes, outside regular hours.
    public var initialMarginChangeOutsideHours: Double?
    /// Maintenance margin that the order changes, outside regular hours.
    public var maintenanceMarginChangeOutsideHours: Double?
    /// Equity with loan value that the order changes, outside regular hours.
    public var equityChangeOutsideHours: Double?
    /// Initial margin after the order, outside regular hours.
    public var initialMarginAfterOutsideHours: Double?
    /// Maintenance margin after the order, outside regular hours.
    public var maintenanceMarginAfterOutsideHours: Double?
    /// Equity with loan value after the order, outside regular hours.
    public var equityAfterOutsideHours: Double?
    /// A size that would be accepted.
    public var suggestedSize: Quantity?
    /// Why the order would be rejected.
    public var rejectReason = ""
    /// What each account would get.
    public var allocations: [OrderAllocation] = []
    /// A warning about the order.
    public var warning = ""
    /// When the order ended.
    public var completedTime = ""
    /// How the order ended, in words.
    public var completedStatus = ""

    /// All fields unset.
    public init() {}

    /// Declares the fields of the protobuf form.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(1, "status", &status)
        try coder.field(2, "initMarginBefore", &initialMarginBefore)
        try coder.field(3, "maintMarginBefore", &maintenanceMarginBefore)
        try coder.field(4, "equityWithLoanBefore", &equityBefore)
        try coder.field(5, "initMarginChange", &initialMarginChange)
        try coder.field(6, "maintMarginChange", &maintenanceMarginChange)
        try coder.field(7, "equityWithLoanChange", &equityChange)
        try coder.field(8, "initMarginAfter", &initialMarginAfter)
        try coder.field(9, "maintMarginAfter", &maintenanceMarginAfter)
        try coder.field(10, "equityWithLoanAfter", &equityAfter)
        try coder.field(11, "commissionAndFees", &commission)
        try coder.field(12, "minCommissionAndFees", &minimumCommission)
        try coder.field(13, "maxCommissionAndFees", &maximumCommission)
        try coder.field(14, "commissionAndFeesCurrency", &commissionCurrency)
        try coder.field(15, "marginCurrency", &marginCurrency)
        try coder.field(16, "initMarginBeforeOutsideRTH", &initialMarginBeforeOutsideHours)
        try coder.field(17, "maintMarginBeforeOutsideRTH", &maintenanceMarginBeforeOutsideHours)
        try coder.field(18, "equityWithLoanBeforeOutsideRTH", &equityBeforeOutsideHours)
        try coder.field(19, "initMarginChangeOutsideRTH", &initialMarginChangeOutsideHours)
        try coder.field(20, "maintMarginChangeOutsideRTH", &maintenanceMarginChangeOutsideHours)
        try coder.field(21, "equityWithLoanChangeOutsideRTH", &equityChangeOutsideHours)
        try coder.field(22, "initMarginAfterOutsideRTH", &initialMarginAfterOutsideHours)
        try coder.field(23, "maintMarginAfterOutsideRTH", &maintenanceMarginAfterOutsideHours)
        try coder.field(24, "equityWithLoanAfterOutsideRTH", &equityAfterOutsideHours)
        try coder.field(25, "suggestedSize", &suggestedSize)
        try coder.field(26, "rejectReason", &rejectReason)
        try coder.list(27, "orderAllocations", &allocations)
        try coder.field(28, "warningText", &warning)
        try coder.field(29, "completedTime", &completedTime)
        try coder.field(30, "completedStatus", &completedStatus)
    }
}

extension OrderState {
    /// The part of an open order's text form that tells the state.
    mutating func walkText<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(0, "status", &status)
        try coder.numberOrNothing(0, "initMarginBefore", &initialMarginBefore, unset: .largest)
        try coder.numberOrNothing(0, "maintMarginBefore", &maintenanceMarginBefore, unset: .largest)
        try coder.numberOrNothing(0, "equityWithLoanBefore", &equityBefore, unset: .largest)
        try coder.numberOrNothing(0, "initMarginChange", &initialMarginChange, unset: .largest)
        try coder.numberOrNothing(0, "maintMarginChange", &maintenanceMarginChange, unset: .largest)
        try coder.numberOrNothing(0, "equityWithLoanChange", &equityChange, unset: .largest)
        try coder.numberOrNothing(0, "initMarginAfter", &initialMarginAfter, unset: .largest)
        try coder.numberOrNothing(0, "maintMarginAfter", &maintenanceMarginAfter, unset: .largest)
        try coder.numberOrNothing(0, "equityWithLoanAfter", &equityAfter, unset: .largest)
        try coder.field(0, "commissionAndFees", &commission)
        try coder.field(0, "minCommissionAndFees", &minimumCommission)
        try coder.field(0, "maxCommissionAndFees", &maximumCommission)
        try coder.field(0, "commissionAndFeesCurrency", &commissionCurrency)
        if coder.speaks(.orderPreview) { try walkPreview(&coder) }
        try coder.field(0, "warningText", &warning)
    }

    private mutating func walkPreview<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(0, "marginCurrency", &marginCurrency)
        try coder.field(0, "initMarginBeforeOutsideRTH", &initialMarginBeforeOutsideHours)
        try coder.field(0, "maintMarginBeforeOutsideRTH", &maintenanceMarginBeforeOutsideHours)
        try coder.field(0, "equityWithLoanBeforeOutsideRTH", &equityBeforeOutsideHours)
        try coder.field(0, "initMarginChangeOutsideRTH", &initialMarginChangeOutsideHours)
        try coder.field(0, "maintMarginChangeOutsideRTH", &maintenanceMarginChangeOutsideHours)
        try coder.field(0, "equityWithLoanChangeOutsideRTH", &equityChangeOutsideHours)
        try coder.field(0, "initMarginAfterOutsideRTH", &initialMarginAfterOutsideHours)
        try coder.field(0, "maintMarginAfterOutsideRTH", &maintenanceMarginAfterOutsideHours)
        try coder.field(0, "equityWithLoanAfterOutsideRTH", &equityAfterOutsideHours)
        try coder.field(0, "suggestedSize", &suggestedSize)
        try coder.field(0, "rejectReason", &rejectReason)
        try coder.list(0, "orderAllocations", &allocations)
    }
}
