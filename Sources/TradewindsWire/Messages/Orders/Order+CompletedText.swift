import TradewindsVocabulary

extension Order {
    /// The text form of an ended order.
    mutating func walkCompleted<C: Coder>(_ coder: inout C, contract: inout Contract, state: inout OrderState)
        throws(WireError)
    {
        try walkCompletedOne(&coder, contract: &contract)
        try walkCompletedTwo(&coder, contract: &contract, state: &state)
    }

    private mutating func walkCompletedOne<C: Coder>(_ coder: inout C, contract: inout Contract) throws(WireError) {
        try contract.walkHeld(&coder)
        try coder.field(0, "action", &side)
        try coder.field(0, "totalQuantity", &quantity)
        try coder.field(0, "orderType", &type)
        try coder.field(0, "lmtPrice", &limitPrice)
        try coder.field(0, "auxPrice", &auxiliaryPrice)
        try coder.field(0, "tif", &timeInForce)
        try coder.field(0, "ocaGroup", &group)
        try coder.field(0, "account", &account)
        try coder.field(0, "openClose", &openClose)
        try coder.field(0, "origin", &origin)
        try coder.field(0, "orderRef", &reference)
        try coder.field(0, "permId", &permanent)
        try coder.field(0, "outsideRth", &isOutsideRegularHours)
        try coder.field(0, "hidden", &isHidden)
        try coder.field(0, "discretionaryAmt", &discretionaryAmount)
        try coder.field(0, "goodAfterTime", &goodAfter)
        try coder.field(0, "faGroup", &allocation.advisorGroup)
        try coder.field(0, "faMethod", &allocation.advisorMethod)
        try coder.field(0, "faPercentage", &allocation.advisorPercentage)
        if !coder.speaks(.faProfileGone) { try coder.constant("faProfile", "") }
        try coder.field(0, "modelCode", &model)
        try coder.field(0, "goodTillDate", &goodTill)
        try coder.field(0, "rule80A", &rule80A)
        try coder.field(0, "percentOffset", &percentOffset)
        try coder.field(0, "settlingFirm", &allocation.settlingFirm)
        try coder.field(0, "shortSaleSlot", &allocation.shortSaleSlot)
        try coder.field(0, "designatedLocation", &allocation.designatedLocation)
        try coder.field(0, "exemptCode", &allocation.exemptCode)
        try coder.field(0, "startingPrice", &volatility.startingPrice)
        try coder.field(0, "stockRefPrice", &volatility.stockReferencePrice)
        try coder.field(0, "delta", &volatility.delta)
        try coder.field(0, "stockRangeLower", &volatility.stockRangeLower)
        try coder.field(0, "stockRangeUpper", &volatility.stockRangeUpper)
        try coder.field(0, "displaySize", &displaySize)
        try coder.field(0, "sweepToFill", &isSweepToFill)
        try coder.field(0, "allOrNone", &isAllOrNone)
        try coder.field(0, "minQty", &minimumQuantity)
        try coder.field(0, "ocaType", &groupType)
        try coder.field(0, "triggerMethod", &triggerMethod)
        try coder.field(0, "volatility", &volatility.value)
        try coder.field(0, "volatilityType", &volatility.type)
        try coder.field(0, "deltaNeutralOrderType", &deltaNeutral.type)
        try coder.field(0, "deltaNeutralAuxPrice", &deltaNeutral.auxiliaryPrice)
        try walkDeltaNeutralShort(&coder)
    }

    private mutating func walkCompletedTwo<C: Coder>(
        _ coder: inout C, contract: inout Contract, state: inout OrderState
    ) throws(WireError) {
        try coder.field(0, "continuousUpdate", &volatility.updatesContinuously)
        try coder.field(0, "referencePriceType", &volatility.referencePriceType)
        try coder.field(0, "trailStopPrice", &trailStopPrice)
        try coder.field(0, "trailingPercent", &trailingPercent)
        try coder.field(0, "comboLegsDescrip", &contract.legsSummary)
        try walkLegs(&coder, contract: &contract)
        try coder.field(0, "scaleInitLevelSize", &scale.initialLevelSize)
        try coder.field(0, "scaleSubsLevelSize", &scale.laterLevelSize)
        try coder.field(0, "scalePriceIncrement", &scale.priceIncrement)
        try walkScale(&coder)
        try coder.field(0, "hedgeType", &hedge.type)
        if !hedge.type.isEmpty { try coder.field(0, "hedgeParam", &hedge.parameter) }
        try coder.field(0, "clearingAccount", &allocation.clearingAccount)
        try coder.field(0, "clearingIntent", &allocation.clearingIntent)
        try coder.field(0, "notHeld", &isNotHeld)
        try contract.walkDeltaNeutral(&coder)
        try coder.field(0, "algoStrategy", &algorithm.strategy)
        if !algorithm.strategy.isEmpty { try coder.tags(0, "algoParams", &algorithm.parameters, .counted) }
        try coder.field(0, "solicited", &isSolicited)
        try coder.field(0, "status", &state.status)
        try coder.field(0, "randomizeSize", &randomizesSize)
        try coder.field(0, "randomizePrice", &randomizesPrice)
        try walkBenchmark(&coder)
        try walkConditions(&coder)
        try coder.field(0, "trailStopPrice", &trailStopPrice, unset: .largest)
        try coder.field(0, "lmtPriceOffset", &adjustment.limitOffset, unset: .largest)
        try coder.field(0, "cashQty", &cashQuantity, unset: .largest)
        try coder.field(0, "dontUseAutoPriceForHedge", &keepsHedgePrice)
        try coder.field(0, "isOmsContainer", &isContainer)
        try coder.field(0, "autoCancelDate", &result.autoCancelDate)
        try coder.field(0, "filledQuantity", &result.filledQuantity)
        try coder.field(0, "refFuturesConId", &result.referenceFuture)
        try coder.field(0, "autoCancelParent", &cancelsParent)
        try coder.field(0, "shareholder", &result.shareholder)
        try coder.field(0, "imbalanceOnly", &isImbalanceOnly)
        try coder.field(0, "routeMarketableToBbo", &routesMarketableToBest)
        try coder.field(0, "parentPermId", &result.parentPermanent)
        try coder.field(0, "completedTime", &state.completedTime)
        try coder.field(0, "completedStatus", &state.completedStatus)
        if coder.speaks(.pegBestMid) { try walkPegOffsets(&coder) }
        if coder.speaks(.customerAccount) { try coder.field(0, "customerAccount", &customerAccount) }
        if coder.speaks(.professionalCustomer) { try coder.field(0, "professionalCustomer", &isProfessional) }
        if coder.speaks(.submitter) { try coder.field(0, "submitter", &result.submitter) }
    }
}
