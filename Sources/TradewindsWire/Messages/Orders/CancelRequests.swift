import TradewindsVocabulary

/// Cancels one order.
public struct CancelOrderRequest: RequestMessage {
    /// Message 4.
    public static var kind: MessageKind {
        MessageKind(.toGateway, 4, "cancelOrder", protobuf: ("CancelOrderRequest", since: .protobufOrders))
    }

    /// The order.
    public var order = OrderID(0)
    /// What else is said.
    public var cancel = OrderCancel()

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        guard coder.isText else {
            try coder.field(1, "orderId", &order)
            return try coder.group(2, "orderCancel", &cancel)
        }
        if !coder.speaks(.cmeTagging) { try coder.constant("version", "1") }
        try coder.field(0, "orderId", &order)
        coder.enter("orderCancel")
        if coder.speaks(.manualOrderTime) { try coder.field(0, "manualOrderCancelTime", &cancel.manualTime) }
        // Versions 187 to 189 had slots for requests for quotes, which were withdrawn.
        if coder.speaks(.rfqSlots), !coder.speaks(.rfqSlotsGone) {
            try coder.constant("extOperator", "")
            try coder.constant("externalUserId", "")
            try coder.constant("manualOrderIndicator", "2147483647")
        }
        if coder.speaks(.cmeTagging) {
            try coder.field(0, "extOperator", &cancel.externalOperator)
            try coder.field(0, "manualOrderIndicator", &cancel.manualIndicator, unset: .largest)
        }
        coder.leave()
    }
}

/// Cancels every order of every client.
public struct GlobalCancelRequest: RequestMessage {
    /// Message 58.
    public static var kind: MessageKind {
        MessageKind(.toGateway, 58, "reqGlobalCancel", protobuf: ("GlobalCancelRequest", since: .protobufOrders))
    }

    /// What else is said.
    public var cancel = OrderCancel()

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        guard coder.isText else { return try coder.group(1, "orderCancel", &cancel) }
        guard coder.speaks(.cmeTagging) else { return try coder.constant("version", "1") }
        coder.enter("orderCancel")
        try coder.field(0, "extOperator", &cancel.externalOperator)
        try coder.field(0, "manualOrderIndicator", &cancel.manualIndicator, unset: .largest)
        coder.leave()
    }
}

/// Exercises or lapses an option.
public struct ExerciseOptionsRequest: RequestMessage {
    /// Message 21.
    public static var kind: MessageKind {
        MessageKind(.toGateway, 21, "exerciseOptions", protobuf: ("ExerciseOptionsRequest", since: .protobufRest1))
    }

    /// The id under which the gateway reports.
    public var order = OrderID(0)
    /// The option.
    public var contract = Contract()
    /// 1 exercises, 2 lapses.
    public var action: Int32 = 0
    /// How many contracts.
    public var quantity: Int32 = 0
    /// The account.
    public var account = AccountID("")
    /// Whether to do it although the option is out of the money.
    public var overrides = false
    /// When a person decided, as `yyyyMMdd-HH:mm:ss`.
    public var manualTime = ""
    /// The customer's account.
    public var customerAccount = ""
    /// Whether the customer is a professional.
    public var isProfessional = false

    /// No: money moves.
    public static var mayEndEarly: Bool { false }

    /// All fields unset.
    public init() {}

    /// Declares the fields.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.textVersion("2")
        try coder.field(1, coder.isText ? "reqId" : "orderId", &order)
        if coder.isText { try contract.walkHeld(&coder) } else { try coder.group(2, "contract", &contract) }
        try coder.field(3, "exerciseAction", &action)
        try coder.field(4, "exerciseQuantity", &quantity)
        try coder.field(5, "account", &account)
        try coder.field(6, "override", &overrides)
        if !coder.isText || coder.speaks(.exerciseTime) { try coder.field(7, "manualOrderTime", &manualTime) }
        if !coder.isText || coder.speaks(.customerAccount) { try coder.field(8, "customerAccount", &customerAccount) }
        if !coder.isText || coder.speaks(.professionalCustomer) {
            try coder.field(9, "professionalCustomer", &isProfessional)
        }
    }
}
