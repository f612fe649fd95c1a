// Error codes: one line each: code, category, meaning. A tilde after the category marks a warning: the request goes on.
// Codes are the protocol's own; the categories are those of ``ErrorCategory``.

extension ErrorTable {
    static let textUpTo500 = """
        100 pacing message rate limit broken (50/s by default); three breaches end the session
        101 pacing too many simultaneous market data lines
        102 request market data id already active
        103 order order id already used or not above the last one
        104 order change refused, order already filled
        105 order~ change alters basic attributes of the open order
        106 order order with this id could not be transmitted
        107 order required order attribute missing
        109 order price outside the precautionary percentage setting
        110 order~ price not on the contract's tick
        111 order time in force does not go with the order type
        113 order on-close orders need time in force DAY
        114 order relative order on a non-stock (retired)
        115 order relative order on an exchange that lacks it (retired)
        116 order exchange unknown or closed down
        117 order block order below 50
        118 order VWAP order not routed to VWAP
        119 order other order type routed to VWAP
        120 order too late for today's VWAP
        121 order BD flag wrong (retired)
        122 order request tag of the order not found
        123 request no record of the contract id (retired)
        124 request no market rule for the contract id
        125 order buy price must equal best ask
        126 order sell price must equal best bid
        127 order linkage orders not offered on the exchange (retired)
        128 order linkage customer restriction on options (retired)
        129 order VWAP order less than 3 minutes before its start
        131 warning sweep-to-fill and display size ignored outside US smart-routed stocks
        132 order clearing account missing
        133 order new order could not be submitted
        134 order order change failed
        135 order no order with this id to cancel
        136 order order cannot be cancelled
        137 order VWAP order too near its start to cancel
        138 request ticker request unreadable
        139 request request unreadable
        140 request size is not an integer
        141 request price is not a number
        142 order institutional account details missing
        143 request id is not an integer
        144 order order size differs from the sum of allocations
        145 request an entry field failed validation
        146 order trigger method unknown
        147 order condition's contract incomplete
        148 order conditions not allowed with this order type
        151 order user name missing (DDE)
        152 order hidden not allowed here
        153 order EFP must be a limit order (retired)
        154 order security halted
        155 order size-op order lacks user or account (retired)
        156 order size-op order routed elsewhere than IBSX (retired)
        157 order iceberg and discretionary amount both set
        158 order trailing order without amount or percent
        159 order percent offset outside 0..100
        160 order size zero
        161 order cancel asked for an order that is not cancellable now
        162 data historical data service failed the query (also pacing and no-data texts)
        163 order price breaks the default percentage constraint
        164 warning no market data to check the percentage constraint
        165 warning~ historical data service remark, for example nothing found
        166 data expired contract has no history
        167 order VWAP time already past
        168 order discretionary amount not on the tick
        200 request contract not found or ambiguous
        201 order order rejected, reason in the text
        202 order order cancelled, reason in the text (also the confirmation of a cancel)
        203 order security not allowed for the account
        300 request no market data subscription with this id
        301 request ticker action unknown
        302 request stop-ticker string unreadable
        303 request action not allowed
        304 request account-value action unknown
        305 request request unreadable and dropped
        306 request DDE request failed
        307 request DDE topic unknown
        308 request order page limit reached in TWS
        309 pacing too many market depth subscriptions
        310 request no depth subscription with this id
        311 order origin invalid
        312 order combo details invalid
        313 order details of one combo leg invalid
        314 order BAG without legs
        315 order stock combos only through SMART
        316 data depth feed stopped, subscribe again
        317 notice depth feed reset, clear the book
        319 request log level outside 1..5
        320 request request could not be read
        321 request~ request failed validation
        322 request request failed while being carried out
        323 request server error, cause in the text
        324 request DDE request lacks data
        325 order discretionary not offered for this exchange and order type
        326 connection client id already connected
        327 request only client id 0 may set auto-bind
        328 order trailing stop may attach only to limit or stop-limit
        329 order~ order type may not be changed so
        330 request managed accounts only for advisors and the like
        331 request no managed accounts
        332 request account codes of the profile invalid
        333 order allocation syntax wrong
        334 order good-till date invalid
        335 order delta must be 0..100
        336 request time or zone unreadable
        337 request date, time or zone unreadable
        338 order good-after-time off on this exchange
        339 order futures spread type gone, use a combo
        340 order box improvement amount invalid
        341 order delta must be 1..100
        342 order pegged order not offered there
        343 request date, time or zone unreadable (order field)
        344 request account is no advisor account
        345 order generic combo not for advisors
        346 order not institutional nor away-clearing
        347 order short-sale slot must be 1 or 2
        348 order short-sale slot needs action SSHORT
        349 order combo cannot have good-after-time
        350 order combo cannot have minimum quantity
        351 order regular-hours flag not valid here
        352 order slot 2 needs a location
        353 order slot 1 takes no location
        354 permission no subscription for the live data
        355 order size breaks the market rule
        356 order smart combo cannot be in an OCA group
        357 connection client version too old
        358 order smart combo child order not offered
        359 order combo OCA must be reduce without block
        360 order no what-if for smart combos
        361 order trigger price invalid
        362 order adjusted stop price invalid
        363 order adjusted stop limit price invalid
        364 order adjusted trailing amount invalid
        365 request no scanner subscription with this id
        366 request no historical query with this id
        367 order volatility type must be 1 or 2 and only on VOL
        368 order reference price type must be 1 or 2 and only on VOL
        369 order VOL only for US options
        370 order dynamic VOL needs SMART or a price-improvement venue
        371 order VOL needs a positive volatility
        372 order dynamic flag on a non-VOL order
        373 order stock range only on VOL or relative-to-stock
        374 order lower stock bound above the upper
        375 order stock bound negative
        376 order continuous update not possible for this order
        377 order delta hedge auxiliary price invalid
        378 order delta hedge type needs an auxiliary price
        379 order delta hedge type takes no auxiliary price
        380 order order type not allowed as delta hedge
        381 request DDE library too old
        382 order price breaks the tick-count precaution
        383 order size breaks the size precaution
        384 request DDE array request invalid
        385 request scanner id already active
        386 request historical query id already active
        387 order order type not offered for this exchange and security
        388 order size below the minimum
        389 order routed order id not unique
        390 order routed order id invalid
        391 request time or zone unreadable
        392 order contract expired
        393 order slot only for delta hedge orders
        394 request process time must be 100..2000 ms
        395 order OCA orders switched off for now
        396 order only market and limit orders for now (contract)
        397 order only market and limit orders for now
        398 order not usable as a condition trigger
        399 message~ message about an order, text decides (often a warning)
        400 order algo error
        401 request text too long
        402 order contract takes no conditions
        403 order stop price invalid
        404 message~ short shares being located, order held
        405 order child size must equal parent size (retired)
        406 order currency not allowed
        407 request symbol has characters outside the allowed set
        408 order scale increment invalid
        409 order scale component size missing
        410 order later scale component size invalid
        411 order outside-hours flag not valid here
        412 order contract not open for trading
        413 order what-if needs transmit true
        414 request snapshot takes no generic ticks
        415 order earlier RFQ still running
        416 order RFQ not for this contract
        417 order first scale component size invalid
        418 order scale profit offset invalid
        419 order first scale component size missing
        420 pacing real-time query refused (pacing or permission, in the text)
        421 order route invalid (retired)
        422 order account or clearing may not be changed
        423 order cross RFQ expired
        424 order advisor order needs an allocation (retired)
        425 order advisor order needs manual allocations (retired)
        426 order no account holds enough shares
        427 order fund order needs an amount (retired)
        428 order fund sale needs shares (retired)
        429 order delta neutral only on combos
        430 data no fundamentals for this security
        431 request what-to-show missing or wrong (retired)
        432 request commission negative (retired)
        433 order restore-size not for multi-account scale
        434 order~ size zero
        435 request account missing
        436 order allocation missing: account, group or profile
        437 order outside-hours and pre-open both set (retired)
        438 connection application locked (retired)
        439 order algo not known
        440 order algo may not be changed
        441 order algo parameters invalid
        442 order algo not allowed for this order
        443 order algo parameter unknown
        444 order volatility combo not acknowledged yet
        445 order RFQ no longer valid
        446 order scale profit offset missing
        447 order scale adjust amount or interval missing
        448 order scale adjust interval invalid
        449 order scale adjust amount or interval not expected
        460 order account lacks the trading permission
        478 request contract attributes contradict each other
        481 warning order size reduced
        492 permission~ scanner needs extra subscriptions for exact results
        """
}
