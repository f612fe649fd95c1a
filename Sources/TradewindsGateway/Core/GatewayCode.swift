/// The protocol's codes that this gateway sends.
enum GatewayCode: Int32, Sendable {
    case tickerInUse = 102
    case duplicateOrder = 103
    case alreadyFilled = 104
    case changesOrder = 105
    case offIncrement = 110
    case unknownOrder = 135
    case notCancellable = 161
    case historyFailed = 162
    case noContract = 200
    case rejected = 201
    case cancelled = 202
    case unknownTicker = 300
    case tooManyBooks = 309
    case unknownDepth = 310
    case unreadable = 320
    case invalid = 321
    case failed = 322
    case clientInUse = 326
    case unknownHistory = 366
    case orderMessage = 399
    case sizeZero = 434
    case accountMissing = 435
    case clientTooOld = 506
    case marketFarmOK = 2104
    case historyFarmOK = 2106
    case definitionFarmOK = 2158
    case cancelUnknown = 10147
    case cancelTooLate = 10148
}
