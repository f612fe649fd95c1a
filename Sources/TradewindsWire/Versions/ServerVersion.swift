import TradewindsVocabulary

/// The version of the protocol that both ends agreed on; each step adds something.
///
/// The named versions are gates: a field or a message exists from that version on.
@frozen
public struct ServerVersion: NumericIdentifier {
    /// The number on the wire.
    public var rawValue: Int32
    /// The version numbered `rawValue`.
    public init(rawValue: Int32) { self.rawValue = rawValue }

    /// The lowest version spoken here.
    public static let floor: Self = 157
    /// The highest version spoken here.
    public static let newest: Self = 226
}

extension ServerVersion {
    /// Request id in replaceFA and its end answer.
    public static let replaceFaEnd: Self = 157
    /// Order duration.
    public static let duration: Self = 158
    /// US stock market data sizes in shares instead of lots.
    public static let usShares: Self = 159
    /// Post-to-ATS on orders.
    public static let postToAts: Self = 160
    /// Corporate event calendar requests.
    public static let eventCalendar: Self = 161
    /// Auto-cancel-parent on orders.
    public static let autoCancelParent: Self = 162
    /// Sizes are decimals in market data; one size increment in contract details (163 only).
    public static let fractionalSizes: Self = 163
    /// Minimum size, size increment, suggested increment in contract details; version and size multiplier dropped there.
    public static let sizeRules: Self = 164
    /// Trading schedule through historical data.
    public static let historySchedule: Self = 165
    /// Advanced reject text in error, override text on orders.
    public static let rejectDetails: Self = 166
    /// User info query.
    public static let userInfo: Self = 167
    /// Aggregated trades for crypto history.
    public static let cryptoAggTrades: Self = 168
    /// Manual order time on place and cancel.
    public static let manualOrderTime: Self = 169
    /// Compete, minimum trade and mid offsets.
    public static let pegBestMid: Self = 170
    /// Filter, watchlist, portfolio, competitors in event data request.
    public static let eventFilters: Self = 171
    /// IPO price ticks.
    public static let ipoPrices: Self = 172
    /// Start, end and limit in event data request.
    public static let eventDates: Self = 173
    /// Times may come in the instrument's zone.
    public static let instrumentZone: Self = 174
    /// Historical sizes of US stocks in shares.
    public static let historyShares: Self = 175
    /// Issuer id on contracts, description and issuer in symbol search.
    public static let bondIssuer: Self = 176
    /// Advisor profile slot removed from orders; profile data type refused.
    public static let faProfileGone: Self = 177
    /// Pending price revision flag in executions.
    public static let priceRevision: Self = 178
    /// Fund fields in contract details.
    public static let fundDetails: Self = 179
    /// Manual order time in exercise options.
    public static let exerciseTime: Self = 180
    /// Open order of accumulate/distribute strategy, no layout change in the client.
    public static let openOrderAlgo: Self = 181
    /// Separate last trade date in contract details.
    public static let lastTradeDate: Self = 182
    /// Customer account on orders and exercise.
    public static let customerAccount: Self = 183
    /// Professional flag on orders and exercise.
    public static let professionalCustomer: Self = 184
    /// Accrued interest in open order.
    public static let bondInterest: Self = 185
    /// Ineligibility reasons in contract details.
    public static let ineligibility: Self = 186
    /// Two extra slots in place order, three in cancel order.
    public static let rfqSlots: Self = 187
    /// Zone and hours in bond details.
    public static let bondHours: Self = 188
    /// Include-overnight flag on orders.
    public static let overnight: Self = 189
    /// The slots of 187 removed.
    public static let rfqSlotsGone: Self = 190
    /// Permanent id is 64 bit.
    public static let longPermId: Self = 191
    /// Operator and manual indicator on place, cancel and global cancel; version field dropped from the two cancels.
    public static let cmeTagging: Self = 192
    /// The same two in open order.
    public static let cmeTaggingOpen: Self = 193
    /// Time in error message, version field dropped there.
    public static let errorTime: Self = 194
    /// Margin outside hours, suggested size, reject reason, allocations in order state.
    public static let orderPreview: Self = 195
    /// Separate end message for historical data; start and end leave the data message.
    public static let historyEnd: Self = 196
    /// Current time in milliseconds.
    public static let millis: Self = 197
    /// Submitter in open order, completed order and executions.
    public static let submitter: Self = 198
    /// Imbalance-only flag on orders.
    public static let imbalanceOnly: Self = 199
    /// Last N days and specific dates in execution filter.
    public static let executionDays: Self = 200
    /// Message id becomes 4 raw bytes; executions request and answers in protobuf.
    public static let protobufStart: Self = 201
    /// Strike 0 is a value, unset strike differs from 0.
    public static let zeroStrike: Self = 202
    /// Place, cancel, global cancel in protobuf; open order, order status, error answers.
    public static let protobufOrders: Self = 203
    /// Open order queries, completed orders, order bound in protobuf.
    public static let protobufCompleted: Self = 204
    /// Contract details in protobuf.
    public static let protobufContracts: Self = 205
    /// Market data and depth in protobuf.
    public static let protobufMarketData: Self = 206
    /// Accounts and positions in protobuf.
    public static let protobufAccounts: Self = 207
    /// Historical data, bars, ticks, tick-by-tick in protobuf.
    public static let protobufHistory: Self = 208
    /// News and event calendar in protobuf.
    public static let protobufNews: Self = 209
    /// Scanner and profit and loss in protobuf.
    public static let protobufScanner: Self = 210
    /// Advisor, exercise, option calculations in protobuf.
    public static let protobufRest1: Self = 211
    /// Option parameters, tiers, families, symbols, components, rules, user info in protobuf.
    public static let protobufRest2: Self = 212
    /// Ids, times, start, log level, verify, display groups, depth exchanges in protobuf.
    public static let protobufRest3: Self = 213
    /// UTC date-times end with Z.
    public static let utcZSuffix: Self = 214
    /// Cancel of contract details and of historical ticks (protobuf only).
    public static let cancelContractData: Self = 215
    /// Deactivate, post only, allow pre-open, ignore open auction.
    public static let orderParams1: Self = 216
    /// Route marketable to BBO, seek price improvement, what-if type.
    public static let orderParams2: Self = 217
    /// Stop-loss and profit-taker ids and types with the order.
    public static let attachedOrders: Self = 218
    /// Configuration query.
    public static let config: Self = 219
    /// Market data volumes in shares.
    public static let volumesInShares: Self = 220
    /// Configuration update.
    public static let configUpdate: Self = 221
    /// Last size may be fractional.
    public static let fractionalLastSize: Self = 222
    /// Hedge maximum size.
    public static let hedgeMaxSize: Self = 223
    /// Price and size precision from the security definition.
    public static let secdefPrecision: Self = 224
    /// Odd lot quote ticks.
    public static let oddLots: Self = 225
    /// Conditions may include the overnight session.
    public static let overnightConditions: Self = 226
}
