// TradewindsVocabulary: the words that every floor shares.
//
// Exact numbers (`ExactDecimal` and its units `Price`, `Quantity`, `Money`), identifiers that cannot be swapped
// (`OrderID`, `RequestID`, `ContractID`, …), one instant type (`Timestamp`, nanoseconds of UTC) and the open
// enumerations of trading (`Side`, `OrderType`, `TimeInForce`, …).
//
// It knows no message, no frame and no rule of trading, and it imports nothing, Foundation included, so that the wire,
// the exchange and the strategies can be built, fuzzed and reasoned about without each other.
//
// Limits: a decimal holds 38 digits; an instant reaches from 1677 to 2262.
