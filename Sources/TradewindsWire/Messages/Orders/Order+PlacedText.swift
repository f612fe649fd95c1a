import TradewindsVocabulary

extension Order {
    /// The text form of a request to place, after the order id.
    mutating func walkPlaced<C: Coder>(_ coder: inout C, contract: inout Contract) throws(WireError) {
        try walkPlacedOne(&coder, contract: &contract)
        try walkPlacedTwo(&coder, contract: &contract)
        try walkPlacedThree(&coder, contract: &contract)
    }

    private mutating func walkPlacedOne<C: Coder>(_ coder: inout C, contract: inout Contract) throws(WireError) {
        try contract.walkLookup(&coder)
        coder.enter("contract")
        try coder.field(0, "secIdType", &contract.securityIDType)
        try coder.field(0, "secId", &contract.securityID)
        coder.leave()
        coder.enter("order")
        try coder.field(0, "action", &side)
        try coder.field(0, "totalQuantity", &quantity, unset: .largest)
        try coder.field(0, "orderType", &type)
        try coder.field(0, "lmtPrice", &limitPrice)
        try coder.field(0, "auxPrice", &auxiliaryPrice)
        try coder.field(0, "tif", &timeInForce)
        try coder.field(0, "ocaGroup", &group)
        try coder.field(0, "account", &account)
        try coder.field(0, "openClose", &openClose)
        try coder.field(0, "origin", &origin)
        try coder.field(0, "orderRef", &reference)
        try coder.field(0, "transmit", &transmits)
        try coder.field(0, "parentId", &parent)
        try coder.field(0, "blockOrder", &isBlock)
        try coder.field(0, "sweepToFill", &isSweepToFill)
        try coder.field(0, "displaySize", &displaySize)
        try coder.field(0, "triggerMethod", &triggerMethod)
        try coder.field(0, "outsideRth", &isOutsideRegularHours)
        try coder.field(0, "hidden", &isHidden)
        coder.leave()
        if contract.kind == .combination { try walkLegs(&coder, contract: &contract) }
        coder.enter("order")
        try coder.constant("sharesAllocation", "")
        try coder.field(0, "discretionaryAmt", &discretionaryAmount)
        try coder.field(0, "goodAfterTime", &goodAfter)
        try coder.field(0, "goodTillDate", &goodTill)
        try coder.field(0, "faGroup", &allocation.advisorGroup)
        try coder.field(0, "faMethod", &allocation.advisorMethod)
        try coder.field(0, "faPercentage", &allocation.advisorPercentage)
        if !coder.speaks(.faProfileGone) { try coder.constant("faProfile", "") }
        try coder.field(0, "modelCode", &model)
        try coder.field(0, "shortSaleSlot", &allocation.shortSaleSlot)
        try coder.field(0, "designatedLocation", &allocation.designatedLocation)
        try coder.field(0, "exemptCode", &allocation.exemptCode)
        try coder.field(0, "ocaType", &groupType)
        try coder.field(0, "rule80A", &rule80A)
        try coder.field(0, "settlingFirm", &allocation.settlingFirm)
        try coder.field(0, "allOrNone", &isAllOrNone)
        try coder.field(0, "minQty", &minimumQuantity)
        try coder.field(0, "percentOffset", &percentOffset)
        try coder.constant("eTradeOnly", "0")
        try coder.constant("firmQuoteOnly", "0")
        try coder.constant("nbboPriceCap", "")
        try coder.field(0, "auctionStrategy", &volatility.auctionStrategy)
        coder.leave()
    }

    private mutating func walkPlacedTwo<C: Coder>(_ coder: inout C, contract: inout Contract) throws(WireError) {
        coder.enter("order")
        try coder.field(0, "startingPrice", &volatility.startingPrice)
        try coder.field(0, "stockRefPrice", &volatility.stockReferencePrice)
        try coder.field(0, "delta", &volatility.delta)
        try coder.field(0, "stockRangeLower", &volatility.stockRangeLower)
        try coder.field(0, "stockRangeUpper", &volatility.stockRangeUpper)
        try coder.field(0, "overridePercentageConstraints", &overridesPercentageConstraints)
        try coder.field(0, "volatility", &volatility.value)
        try coder.field(0, "volatilityType", &volatility.type)
        try coder.field(0, "deltaNeutralOrderType", &deltaNeutral.type)
        try coder.field(0, "deltaNeutralAuxPrice", &deltaNeutral.auxiliaryPrice)
        try walkDeltaNeutral(&coder)
        try coder.field(0, "continuousUpdate", &volatility.updatesContinuously)
        try coder.field(0, "referencePriceType", &volatility.referencePriceType)
        try coder.field(0, "trailStopPrice", &trailStopPrice)
        try coder.field(0, "trailingPercent", &trailingPercent)
        try coder.field(0, "scaleInitLevelSize", &scale.initialLevelSize)
        try coder.field(0, "scaleSubsLevelSize", &scale.laterLevelSize)
        try coder.field(0, "scalePriceIncrement", &scale.priceIncrement)
        try walkScale(&coder)
        try coder.field(0, "scaleTable", &scale.table)
        try coder.field(0, "activeStartTime", &activeStart)
        try coder.field(0, "activeStopTime", &activeStop)
        try coder.field(0, "hedgeType", &hedge.type)
        if !hedge.type.isEmpty { try coder.field(0, "hedgeParam", &hedge.parameter) }
        try coder.field(0, "optOutSmartRouting", &optsOutOfSmartRouting)
        try coder.field(0, "clearingAccount", &allocation.clearingAccount)
        try coder.field(0, "clearingIntent", &allocation.clearingIntent)
        try coder.field(0, "notHeld", &isNotHeld)
        coder.leave()
        try contract.walkDeltaNeutral(&coder)
        coder.enter("order")
        try coder.field(0, "algoStrategy", &algorithm.strategy)
        if !algorithm.strategy.isEmpty { try coder.tags(0, "algoParams", &algorithm.parameters, .counted) }
        try coder.field(0, "algoId", &algorithm.id)
        try coder.field(0, "whatIf", &isWhatIf)
        try coder.tags(0, "orderMiscOptions", &options, .joined)
        try coder.field(0, "solicited", &isSolicited)
        try coder.field(0, "randomizeSize", &randomizesSize)
        try coder.field(0, "randomizePrice", &randomizesPrice)
        try walkBenchmark(&coder)
        try walkConditions(&coder)
        try coder.field(0, "adjustedOrderType", &adjustment.type)
        try coder.field(0, "triggerPrice", &adjustment.triggerPrice, unset: .largest)
        try coder.field(0, "lmtPriceOffset", &adjustment.limitOffset, unset: .largest)
        try coder.field(0, "adjustedStopPrice", &adjustment.stopPrice, unset: .largest)
        try coder.field(0, "adjustedStopLimitPrice", &adjustment.stopLimitPrice, unset: .largest)
        try coder.field(0, "adjustedTrailingAmount", &adjustment.trailingAmount, unset: .largest)
        coder.leave()
    }

    private mutating func walkPlacedThree<C: Coder>(_ coder: inout C, contract: inout Contract) throws(WireError) {
        coder.enter("order")
        try coder.field(0, "adjustableTrailingUnit", &adjustment.trailingUnit)
        try coder.field(0, "extOperator", &externalOperator)
        coder.enter("softDollarTier")
        try coder.field(0, "name", &softDollarTier.name)
        try coder.field(0, "val", &softDollarTier.value)
        coder.leave()
        try coder.field(0, "cashQty", &cashQuantity, unset: .largest)
        try coder.field(0, "mifid2DecisionMaker", &allocation.decisionMaker)
        try coder.field(0, "mifid2DecisionAlgo", &allocation.decisionAlgorithm)
        try coder.field(0, "mifid2ExecutionTrader", &allocation.executionTrader)
        try coder.field(0, "mifid2ExecutionAlgo", &allocation.executionAlgorithm)
        try coder.field(0, "dontUseAutoPriceForHedge", &keepsHedgePrice)
        try coder.field(0, "isOmsContainer", &isContainer)
        try coder.field(0, "discretionaryUpToLimitPrice", &isDiscretionaryUpToLimit)
        try coder.field(0, "usePriceMgmtAlgo", &usesPriceManagement)
        if coder.speaks(.duration) { try coder.field(0, "duration", &duration, unset: .largest) }
        if coder.speaks(.postToAts) { try coder.field(0, "postToAts", &postToATS, unset: .largest) }
        if coder.speaks(.autoCancelParent) { try coder.field(0, "autoCancelParent", &cancelsParent) }
        if coder.speaks(.rejectDetails) { try coder.field(0, "advancedErrorOverride", &errorOverride) }
        if coder.speaks(.manualOrderTime) { try coder.field(0, "manualOrderTime", &manualTime) }
        if coder.speaks(.pegBestMid) { try walkPegOffsets(&coder, exchange: contract.exchange) }
        if coder.speaks(.customerAccount) { try coder.field(0, "customerAccount", &customerAccount) }
        if coder.speaks(.professionalCustomer) { try coder.field(0, "professionalCustomer", &isProfessional) }
        if coder.speaks(.rfqSlots), !coder.speaks(.rfqSlotsGone) { try coder.constant("externalUserId", "") }
        if coder.speaks(.rfqSlots), !coder.speaks(.rfqSlotsGone) {
            try coder.constant("manualOrderIndicator", "2147483647")
        }
        if coder.speaks(.overnight) { try coder.field(0, "includeOvernight", &includesOvernight) }
        if coder.speaks(.cmeTagging) { try coder.field(0, "manualOrderIndicator", &manualIndicator, unset: .largest) }
        if coder.speaks(.imbalanceOnly) { try coder.field(0, "imbalanceOnly", &isImbalanceOnly) }
        coder.leave()
    }
}
