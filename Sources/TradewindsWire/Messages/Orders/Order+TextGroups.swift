import TradewindsVocabulary

/// Parts that the text forms of orders share and that depend on values before them.
extension Order {
    /// Legs, their prices, and how a combination is routed. Requests carry them for combinations only.
    mutating func walkLegs<C: Coder>(_ coder: inout C, contract: inout Contract) throws(WireError) {
        coder.enter("contract")
        try coder.count("comboLegs", &contract.legs, of: ComboLeg(), fields: 8)
        for index in contract.legs.indices {
            coder.enterElement(of: "comboLegs")
            try contract.legs[index].walkLong(&coder)
            coder.leave()
        }
        coder.leave()
        coder.enter("order")
        try walkLegPrices(&coder, legs: &contract.legs)
        try coder.tags(0, "smartComboRoutingParams", &algorithm.comboRouting, .counted)
        coder.leave()
    }

    /// Leg prices are a list of their own, empty when no leg has a price; it may be longer than the legs.
    private mutating func walkLegPrices<C: Coder>(_ coder: inout C, legs: inout [ComboLeg]) throws(WireError) {
        var prices: [Price?] = []
        if !surplusLegPrices.isEmpty || legs.contains(where: { $0.price != nil }) {
            prices = legs.map(\.price) + surplusLegPrices
        }
        try coder.count("orderComboLegs", &prices, of: nil, fields: 1)
        for index in prices.indices {
            coder.enterElement(of: "orderComboLegs")
            try coder.field(0, "price", &prices[index])
            coder.leave()
        }
        for index in legs.indices { legs[index].price = index < prices.count ? prices[index] : nil }
        surplusLegPrices = Array(prices.dropFirst(legs.count))
    }

    /// The rest of a hedging order, when there is one.
    mutating func walkDeltaNeutral<C: Coder>(_ coder: inout C) throws(WireError) {
        guard deltaNeutral.type != nil else { return }
        try coder.field(0, "deltaNeutralConId", &deltaNeutral.contract)
        try coder.field(0, "deltaNeutralSettlingFirm", &deltaNeutral.settlingFirm)
        try coder.field(0, "deltaNeutralClearingAccount", &deltaNeutral.clearingAccount)
        try coder.field(0, "deltaNeutralClearingIntent", &deltaNeutral.clearingIntent)
        try coder.field(0, "deltaNeutralOpenClose", &deltaNeutral.openClose)
        try walkDeltaNeutralSale(&coder)
    }

    /// The rest of a hedging order, as ended orders tell it.
    mutating func walkDeltaNeutralShort<C: Coder>(_ coder: inout C) throws(WireError) {
        guard deltaNeutral.type != nil else { return }
        try coder.field(0, "deltaNeutralConId", &deltaNeutral.contract)
        try walkDeltaNeutralSale(&coder)
    }

    private mutating func walkDeltaNeutralSale<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(0, "deltaNeutralShortSale", &deltaNeutral.isShortSale)
        try coder.field(0, "deltaNeutralShortSaleSlot", &deltaNeutral.shortSaleSlot)
        try coder.field(0, "deltaNeutralDesignatedLocation", &deltaNeutral.designatedLocation)
    }

    /// The rest of a scale order, when its levels have a distance.
    mutating func walkScale<C: Coder>(_ coder: inout C) throws(WireError) {
        guard let increment = scale.priceIncrement, increment > 0 else { return }
        try coder.field(0, "scalePriceAdjustValue", &scale.priceAdjustment)
        try coder.field(0, "scalePriceAdjustInterval", &scale.adjustmentInterval)
        try coder.field(0, "scaleProfitOffset", &scale.profitOffset)
        try coder.field(0, "scaleAutoReset", &scale.resetsItself)
        try coder.field(0, "scaleInitPosition", &scale.initialPosition)
        try coder.field(0, "scaleInitFillQty", &scale.initialFill)
        try coder.field(0, "scaleRandomPercent", &scale.randomizes)
    }

    /// What an order pegged to a benchmark follows.
    mutating func walkBenchmark<C: Coder>(_ coder: inout C) throws(WireError) {
        guard isPegged(to: "BENCH") else { return }
        try coder.field(0, "referenceContractId", &peg.referenceContract)
        try coder.field(0, "isPeggedChangeAmountDecrease", &peg.isDecreasing)
        try coder.field(0, "peggedChangeAmount", &peg.change)
        try coder.field(0, "referenceChangeAmount", &peg.referenceChange)
        try coder.field(0, "referenceExchangeId", &peg.referenceExchange)
    }

    /// What must hold, and how conditions count.
    mutating func walkConditions<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.list(0, "conditions", &conditions)
        guard !conditions.isEmpty else { return }
        try coder.field(0, "conditionsIgnoreRth", &conditionsIgnoreRegularHours)
        try coder.field(0, "conditionsCancelOrder", &conditionsCancel)
    }

    /// Offsets of pegged orders, as events tell them: always.
    mutating func walkPegOffsets<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(0, "minTradeQty", &peg.minimumTrade)
        try coder.field(0, "minCompeteSize", &peg.minimumCompeteSize)
        try coder.field(0, "competeAgainstBestOffset", &peg.competeOffset)
        try coder.field(0, "midOffsetAtWhole", &peg.midOffsetAtWhole)
        try coder.field(0, "midOffsetAtHalf", &peg.midOffsetAtHalf)
    }

    /// Offsets of pegged orders, as requests carry them: where the exchange and the type use them.
    mutating func walkPegOffsets<C: Coder>(_ coder: inout C, exchange: String) throws(WireError) {
        if exchange == "IBKRATS" { try coder.field(0, "minTradeQty", &peg.minimumTrade) }
        var usesMidpoint = isPegged(to: "MID")
        if isPegged(to: "BEST") {
            try coder.field(0, "minCompeteSize", &peg.minimumCompeteSize)
            try coder.field(0, "competeAgainstBestOffset", &peg.competeOffset)
            // An infinite offset means: up to the midpoint.
            usesMidpoint = peg.competeOffset == .infinity
        }
        if usesMidpoint {
            try coder.field(0, "midOffsetAtWhole", &peg.midOffsetAtWhole)
            try coder.field(0, "midOffsetAtHalf", &peg.midOffsetAtHalf)
        }
    }

    /// Whether the type is pegged to `what`, in either of its spellings: `PEG BEST` and `PEGBEST`.
    private func isPegged(to what: String) -> Bool {
        guard let type else { return false }
        return type.text == "PEG " + what || type.text == "PEG" + what
    }
}
