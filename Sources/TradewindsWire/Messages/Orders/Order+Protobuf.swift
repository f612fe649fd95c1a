import TradewindsVocabulary

extension Order {
    /// Declares the fields of the protobuf form, in ascending order.
    public mutating func walk<C: Coder>(_ coder: inout C) throws(WireError) {
        try walkFirst(&coder)
        try walkSecond(&coder)
        try walkThird(&coder)
    }

    private mutating func walkFirst<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(1, "clientId", &client)
        try coder.ownID(2, "orderId", &id)
        try coder.field(3, "permId", &permanent)
        try coder.field(4, "parentId", &parent)
        try coder.field(5, "action", &side)
        try coder.field(6, "totalQuantity", &quantity)
        try coder.field(7, "displaySize", &displaySize)
        try coder.field(8, "orderType", &type)
        try coder.field(9, "lmtPrice", &limitPrice)
        try coder.field(10, "auxPrice", &auxiliaryPrice)
        try coder.field(11, "tif", &timeInForce)
        try coder.field(12, "account", &account)
        try coder.field(13, "settlingFirm", &allocation.settlingFirm)
        try coder.field(14, "clearingAccount", &allocation.clearingAccount)
        try coder.field(15, "clearingIntent", &allocation.clearingIntent)
        try coder.field(16, "allOrNone", &isAllOrNone)
        try coder.field(17, "blockOrder", &isBlock)
        try coder.field(18, "hidden", &isHidden)
        try coder.field(19, "outsideRth", &isOutsideRegularHours)
        try coder.field(20, "sweepToFill", &isSweepToFill)
        try coder.field(21, "percentOffset", &percentOffset)
        try coder.field(22, "trailingPercent", &trailingPercent)
        try coder.field(23, "trailStopPrice", &trailStopPrice)
        try coder.field(24, "minQty", &minimumQuantity)
        try coder.field(25, "goodAfterTime", &goodAfter)
        try coder.field(26, "goodTillDate", &goodTill)
        try coder.field(27, "ocaGroup", &group)
        try coder.field(28, "orderRef", &reference)
        try coder.field(29, "rule80A", &rule80A)
        try coder.field(30, "ocaType", &groupType)
        try coder.field(31, "triggerMethod", &triggerMethod)
        try coder.field(32, "activeStartTime", &activeStart)
        try coder.field(33, "activeStopTime", &activeStop)
        try coder.field(34, "faGroup", &allocation.advisorGroup)
        try coder.field(35, "faMethod", &allocation.advisorMethod)
        try coder.field(36, "faPercentage", &allocation.advisorPercentage)
        try coder.field(37, "volatility", &volatility.value)
        try coder.field(38, "volatilityType", &volatility.type)
        try coder.field(39, "continuousUpdate", &volatility.updatesContinuously)
        try coder.field(40, "referencePriceType", &volatility.referencePriceType)
        try coder.field(41, "deltaNeutralOrderType", &deltaNeutral.type)
        try coder.field(42, "deltaNeutralAuxPrice", &deltaNeutral.auxiliaryPrice)
        try coder.field(43, "deltaNeutralConId", &deltaNeutral.contract)
        try coder.field(44, "deltaNeutralOpenClose", &deltaNeutral.openClose)
        try coder.field(45, "deltaNeutralShortSale", &deltaNeutral.isShortSale)
        try coder.field(46, "deltaNeutralShortSaleSlot", &deltaNeutral.shortSaleSlot)
        try coder.field(47, "deltaNeutralDesignatedLocation", &deltaNeutral.designatedLocation)
        try coder.field(48, "scaleInitLevelSize", &scale.initialLevelSize)
        try coder.field(49, "scaleSubsLevelSize", &scale.laterLevelSize)
        try coder.field(50, "scalePriceIncrement", &scale.priceIncrement)
    }

    private mutating func walkSecond<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(51, "scalePriceAdjustValue", &scale.priceAdjustment)
        try coder.field(52, "scalePriceAdjustInterval", &scale.adjustmentInterval)
        try coder.field(53, "scaleProfitOffset", &scale.profitOffset)
        try coder.field(54, "scaleAutoReset", &scale.resetsItself)
        try coder.field(55, "scaleInitPosition", &scale.initialPosition)
        try coder.field(56, "scaleInitFillQty", &scale.initialFill)
        try coder.field(57, "scaleRandomPercent", &scale.randomizes)
        try coder.field(58, "scaleTable", &scale.table)
        try coder.field(59, "hedgeType", &hedge.type)
        try coder.field(60, "hedgeParam", &hedge.parameter)
        try coder.field(61, "algoStrategy", &algorithm.strategy)
        try coder.tags(62, "algoParams", &algorithm.parameters, .joined)
        try coder.field(63, "algoId", &algorithm.id)
        try coder.tags(64, "smartComboRoutingParams", &algorithm.comboRouting, .joined)
        try coder.field(65, "whatIf", &isWhatIf)
        try coder.presence(66, "transmit", &transmits)
        try coder.field(67, "overridePercentageConstraints", &overridesPercentageConstraints)
        try coder.field(68, "openClose", &openClose)
        try coder.field(69, "origin", &origin)
        try coder.field(70, "shortSaleSlot", &allocation.shortSaleSlot)
        try coder.field(71, "designatedLocation", &allocation.designatedLocation)
        try coder.field(72, "exemptCode", &allocation.exemptCode)
        try coder.field(73, "deltaNeutralSettlingFirm", &deltaNeutral.settlingFirm)
        try coder.field(74, "deltaNeutralClearingAccount", &deltaNeutral.clearingAccount)
        try coder.field(75, "deltaNeutralClearingIntent", &deltaNeutral.clearingIntent)
        try coder.field(76, "discretionaryAmt", &discretionaryAmount)
        try coder.field(77, "optOutSmartRouting", &optsOutOfSmartRouting)
        try coder.field(78, "startingPrice", &volatility.startingPrice)
        try coder.field(79, "stockRefPrice", &volatility.stockReferencePrice)
        try coder.field(80, "delta", &volatility.delta)
        try coder.field(81, "stockRangeLower", &volatility.stockRangeLower)
        try coder.field(82, "stockRangeUpper", &volatility.stockRangeUpper)
        try coder.field(83, "notHeld", &isNotHeld)
        try coder.tags(84, "orderMiscOptions", &options, .joined)
        try coder.field(85, "solicited", &isSolicited)
        try coder.field(86, "randomizeSize", &randomizesSize)
        try coder.field(87, "randomizePrice", &randomizesPrice)
        try coder.field(88, "referenceContractId", &peg.referenceContract)
        try coder.field(89, "peggedChangeAmount", &peg.change)
        try coder.field(90, "isPeggedChangeAmountDecrease", &peg.isDecreasing)
        try coder.field(91, "referenceChangeAmount", &peg.referenceChange)
        try coder.field(92, "referenceExchangeId", &peg.referenceExchange)
        try coder.field(93, "adjustedOrderType", &adjustment.type)
        try coder.field(94, "triggerPrice", &adjustment.triggerPrice)
        try coder.field(95, "adjustedStopPrice", &adjustment.stopPrice)
        try coder.field(96, "adjustedStopLimitPrice", &adjustment.stopLimitPrice)
        try coder.field(97, "adjustedTrailingAmount", &adjustment.trailingAmount)
        try coder.field(98, "adjustableTrailingUnit", &adjustment.trailingUnit)
        try coder.field(99, "lmtPriceOffset", &adjustment.limitOffset)
        try coder.list(100, "conditions", &conditions)
    }

    private mutating func walkThird<C: Coder>(_ coder: inout C) throws(WireError) {
        try coder.field(101, "conditionsCancelOrder", &conditionsCancel)
        try coder.field(102, "conditionsIgnoreRth", &conditionsIgnoreRegularHours)
        try coder.field(103, "modelCode", &model)
        try coder.field(104, "extOperator", &externalOperator)
        try coder.group(105, "softDollarTier", &softDollarTier)
        try coder.field(106, "cashQty", &cashQuantity)
        try coder.field(107, "mifid2DecisionMaker", &allocation.decisionMaker)
        try coder.field(108, "mifid2DecisionAlgo", &allocation.decisionAlgorithm)
        try coder.field(109, "mifid2ExecutionTrader", &allocation.executionTrader)
        try coder.field(110, "mifid2ExecutionAlgo", &allocation.executionAlgorithm)
        try coder.field(111, "dontUseAutoPriceForHedge", &keepsHedgePrice)
        try coder.field(112, "isOmsContainer", &isContainer)
        try coder.field(113, "discretionaryUpToLimitPrice", &isDiscretionaryUpToLimit)
        try coder.field(114, "autoCancelDate", &result.autoCancelDate)
        try coder.field(115, "filledQuantity", &result.filledQuantity)
        try coder.field(116, "refFuturesConId", &result.referenceFuture)
        try coder.field(117, "autoCancelParent", &cancelsParent)
        try coder.field(118, "shareholder", &result.shareholder)
        try coder.field(119, "imbalanceOnly", &isImbalanceOnly)
        try coder.tristate(120, "routeMarketableToBbo", &routesMarketableToBest)
        try coder.field(121, "parentPermId", &result.parentPermanent)
        try coder.tristate(122, "usePriceMgmtAlgo", &usesPriceManagement)
        try coder.field(123, "duration", &duration)
        try coder.field(124, "postToAts", &postToATS)
        try coder.field(125, "advancedErrorOverride", &errorOverride)
        try coder.field(126, "manualOrderTime", &manualTime)
        try coder.field(127, "minTradeQty", &peg.minimumTrade)
        try coder.field(128, "minCompeteSize", &peg.minimumCompeteSize)
        try coder.field(129, "competeAgainstBestOffset", &peg.competeOffset)
        try coder.field(130, "midOffsetAtWhole", &peg.midOffsetAtWhole)
        try coder.field(131, "midOffsetAtHalf", &peg.midOffsetAtHalf)
        try coder.field(132, "customerAccount", &customerAccount)
        try coder.field(133, "professionalCustomer", &isProfessional)
        try coder.field(134, "bondAccruedInterest", &result.accruedInterest)
        try coder.field(135, "includeOvernight", &includesOvernight)
        try coder.field(136, "manualOrderIndicator", &manualIndicator)
        try coder.field(137, "submitter", &result.submitter)
        try coder.field(138, "deactivate", &isDeactivated)
        try coder.field(139, "postOnly", &isPostOnly)
        try coder.field(140, "allowPreOpen", &allowsPreOpen)
        try coder.field(141, "ignoreOpenAuction", &ignoresOpenAuction)
        try coder.tristate(142, "seekPriceImprovement", &seeksPriceImprovement)
        try coder.field(143, "whatIfType", &whatIfType)
        try coder.field(144, "hedgeMaxSize", &hedge.maximumSize)
        try coder.field(145, "conditionsIncludeOvernight", &conditionsIncludeOvernight)
    }
}

extension Coder {
    /// A flag that may be unset and that protobuf carries as a number.
    mutating func tristate(_ number: Int, _ name: StaticString, _ value: inout Bool?) throws(WireError) {
        guard form == .protobuf else { return try field(number, name, &value) }
        var digit: Int32? = value.map { $0 ? 1 : 0 }
        try field(number, name, &digit)
        value = digit.map { $0 != 0 }
    }

    /// A flag whose absence means false although an order's own default is true.
    mutating func presence(_ number: Int, _ name: StaticString, _ flag: inout Bool) throws(WireError) {
        var told: Bool? = flag && !Self.fills ? true : nil
        try field(number, name, &told)
        flag = told ?? false
    }

    /// The order's own id, which clients leave out: requests carry it beside the order.
    mutating func ownID(_ number: Int, _ name: StaticString, _ id: inout OrderID) throws(WireError) {
        var known: OrderID? = id == 0 ? nil : id
        try field(number, name, &known)
        id = known ?? 0
    }
}
