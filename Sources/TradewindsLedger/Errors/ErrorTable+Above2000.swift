// Error codes: one line each: code, category, meaning. A tilde after the category marks a warning: the request goes on.
// Codes are the protocol's own; the categories are those of ``ErrorCategory``.

extension ErrorTable {
    static let textAbove2000 = """
        2100 notice~ account updates moved to a newer request, earlier one dropped
        2101 notice~ account updates refused, another client holds another account
        2102 message~ order still being processed, change refused for now
        2103 notice~ market data farm lost
        2104 notice~ market data farm fine (usual at connect)
        2105 notice~ historical farm lost
        2106 notice~ historical farm fine (usual at connect)
        2107 notice~ historical farm idle, wakes on demand
        2108 notice~ market data farm idle, wakes on demand
        2109 message~ outside-hours flag ignored for this order
        2110 connection~ TWS to server link broken, restores itself
        2111 message~ algo start or end moved to the next trading day
        2119 notice~ market data farm connecting
        2130 warning~ product trades in price with factor
        2137 message~ order would flip the position side
        2150 warning~ derived value of a position is not valid
        2152 notice~ exchanges that feed the smart depth, and those that need a subscription
        2157 notice~ security definition farm lost
        2158 notice~ security definition farm fine (usual at connect)
        2161 message~ market order was given a capped price
        2168 message~ etradeOnly no longer supported
        2169 message~ firmQuoteOnly no longer supported
        2174 warning~ date-time without a time zone is deprecated
        2176 warning~ client too old for fractional size rules, size rounded
        2188 permission~ data advisory (seen in the field)
        10000 order cross-currency combo problem
        10001 order cross-currency volatility problem
        10002 order non-guaranteed legs invalid
        10003 order IBSX not allowed
        10005 order model is read only
        10006 order parent order unknown
        10007 order hedge type invalid
        10008 order beta invalid
        10009 order hedge ratio invalid
        10010 order delta hedge order invalid
        10011 order currency not for smart combos
        10012 order allocation percentage invalid
        10013 order smart routing opt-out needed
        10014 order percent change limits (retired)
        10015 order API trading switched off
        10016 order contract not visible (retired)
        10017 order contracts not visible (retired)
        10018 warning orders use economic value rule
        10019 warning trades use economic value rule
        10020 order display size not below order size
        10021 order combo leg parameter invalid, market offset (retired)
        10022 order combo leg priority invalid (retired)
        10023 order combo display size invalid (retired)
        10024 order combo leg-in flag invalid (retired)
        10025 order combo leg time 1 invalid (retired)
        10026 order combo leg time 2 invalid (retired)
        10027 order combo routing tag invalid (retired)
        10089 permission live data needs an API subscription; delayed data is available
        10090 permission part of the requested data is not subscribed, the rest flows
        10091 permission part of the requested data needs an API subscription
        10092 permission depth not offered for this security and exchange
        10147 order order to cancel not found
        10148 order order cannot be cancelled in its state
        10149 order order id invalid
        10167 permission~ not subscribed, delayed data sent instead
        10168 permission not subscribed and delayed data not enabled
        10182 data live updates failed, link down
        10185 request no P&L subscription to cancel
        10186 permission not subscribed and delayed data not enabled
        10187 permission historical ticks: no data permission
        10189 permission tick-by-tick refused (permission or other address)
        10190 pacing too many tick-by-tick subscriptions
        10197 permission competing session holds the live data
        10225 data bust event, subscribe to the bars again
        10230 advisor advisor changes unsaved, ask again later
        10231 advisor groups or profiles name invalid accounts
        10233 message defaults came from the cash preset
        10234 order decision maker missing (not desktop)
        10235 order decision maker missing (bot)
        10236 order child must be all-or-none like its parent
        10237 order all-or-none must route the whole remainder
        10238 advisor advisor setup service failed
        10239 message order reaches accounts flagged by risk score
        10240 order price cap missing
        10241 order money-sized order cannot be changed through the API
        10242 order fractional order cannot be changed through the API
        10243 order fractional order cannot be placed through the API
        10244 order cash quantity not usable for this order
        10245 order instrument has no fractional trading
        10246 order order has no fractional trading
        10247 order fractions only through smart routing
        10248 order account may not trade fractions
        10249 order order type has no fractions
        10250 order size not on the size increment
        10251 order fractions not for allocation orders
        10252 order fractions only to close a position here
        10253 order clear-away not for hedged combos
        10254 order bond expired
        10268 order etradeOnly not supported
        10269 order firmQuoteOnly not supported
        10270 order nbboPriceCap not supported
        10276 permission news feed not allowed
        10277 permission news feed not subscribed
        10278 request event metadata already requested
        10279 data event metadata request failed
        10280 data event metadata cancel failed
        10281 request event data already requested
        10282 request event metadata must be asked first
        10283 data event data request failed
        10284 data event data cancel failed
        10285 request client below 163 lacks fractional size rules
        10286 request field has too many decimals
        10287 order crypto order not confirmed
        10288 message crypto market order needs confirming
        10289 order cash quantity required
        10290 order only cash quantity allowed
        10292 order order type or action restricted
        10293 order crypto cash order takes no size
        10294 order cash quantity differs from the group total
        10295 request schedule only in daily resolution (also: loss-harvest orders need DAY)
        10296 order two smart routing wishes exclude each other
        10297 order not-held invalid here
        10298 order instrument currency differs from the model's
        10299 request what-to-show must be another value
        10300 request date-time field unreadable
        10301 request date-time field unreadable (UTC form)
        10302 order minimum trade quantity not allowed
        10303 order minimum trade quantity invalid
        10304 order minimum compete size negative
        10305 order compete offset must be positive whole cents
        10306 order mid offsets not allowed
        10307 order mid offsets invalid
        10308 order post-to-ATS may not be changed
        10309 request event data request invalid
        10310 warning meaning of solicited field, reminder
        10311 message direct routing may cost more
        10312 order VOL not offered for this account and instrument
        10314 request date-time field unreadable
        10315 request time field unreadable
        10316 order trigger-outside-hours attribute gone
        10317 order cash quantity not on its increment
        10318 order no fractional quantity for this order
        10319 order municipal bonds off through the API
        10321 order municipal bonds off for attached and OCA orders
        10322 request All not allowed with dynamic accounts
        10324 order OCA parameters wrong for the exchange
        10325 order OCA not supported
        10326 order OCA group may not be changed
        10327 order OCA type may not be changed
        10328 connection link lost, order data unresolved
        10329 message direct routing notice
        10330 request expiry date-time form wrong
        10331 message stop order warning
        10332 message crypto volatility warning
        10333 message at-the-money exercise warning
        10334 message confirm omnibus account
        10335 order order presets inconsistent
        10336 order executing broker per leg not supported
        10337 request option key invalid for the request
        10338 request option value invalid for the key
        10339 request end date not allowed for continuous futures
        10340 order order attribute not supported
        10341 order parent id may not be changed
        10342 order imbalance-only not allowed here
        10343 order event contracts cannot be sold so
        10344 order event contract price outside 0.02..0.99
        10345 order instrument may not be traded
        10346 data ticker shown elsewhere, data not delivered here
        10347 message limited liquidity warning
        10349 message time in force set by the preset (seen in the field)
        10358 permission fundamentals not allowed (seen in the field)
        """
}
