import Testing
import TradewindsExchange
import TradewindsStrategy
import TradewindsVocabulary
import TradewindsWire

@testable import TradewindsLive

/// What an account is worth while a run holds something, and somebody else closes it.
@Suite struct LiveAccountTests {
    private static func account(holding held: Quantity) -> LiveAccount {
        var account = LiveAccount([.init(multiplier: ExactDecimal(1), currency: "USD")])
        account.begin(with: held, at: 0)
        return account
    }

    private static func value(_ key: String, _ amount: String) -> AccountValue {
        var value = AccountValue()
        (value.key, value.value, value.currency) = (key, amount, "USD")
        return value
    }

    /// The account's value has the proceeds; a first price must not add those of the position that was remembered.
    @Test(arguments: [(-200, 0), (-200, -100), (200, 0), (200, 100), (200, -50)] as [(Quantity, Quantity)])
    func aPositionClosedBetweenTwoRunsIsNoLoss(held: Quantity, there: Quantity) {
        var account = Self.account(holding: held)
        account.limit(to: there, at: 0)
        account.take(Self.value("NetLiquidation", "999964"))
        account.take(Self.value("TotalCashValue", "999964"))
        account.take(trade: 267, at: 0)
        #expect(account.equity == 999_964 && account.profit == 0 && account.cash == 999_964)
        account.take(trade: 268, at: 0)
        let kept: Quantity = held.isNegative == there.isNegative ? there : 0
        #expect(account.lines[0].held == kept)
        #expect(account.profit == Price(1) * kept)
    }

    @Test func aPositionClosedDuringARunKeepsWhatItEarnedUntilThen() {
        var account = Self.account(holding: 0)
        account.take(Self.value("NetLiquidation", "1000"))
        let buy = StrategyFill(
            time: Timestamp(seconds: 1), instrument: 0, isBuy: true, quantity: 10, price: 50)
        account.book(buy, as: "a")
        account.take(trade: 53, at: 0)
        account.limit(to: 4, at: 0)
        #expect(account.profit == 30 && account.equity == 1030)
        account.take(trade: 54, at: 0)
        #expect(account.profit == 34 && account.equity == 1034)
    }
}
