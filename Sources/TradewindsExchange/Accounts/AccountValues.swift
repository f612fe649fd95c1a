import TradewindsVocabulary

/// An account's values under the names that the broker's account summary gives them. Amounts in the base currency.
///
/// One margin model holds for the whole day, so the "full" and "look ahead" values equal the present ones and are not
/// kept apart; the previous day's equity is that at the end of the last trading day.
public struct AccountValues: Sendable, Hashable {
    /// Whose values.
    public var account: AccountID
    /// The base currency.
    public var currency: Currency
    /// `NetLiquidation`.
    public var netLiquidation: Money
    /// `TotalCashValue`.
    public var totalCashValue: Money
    /// `SettledCash`: equal to the cash, as trades settle at once here.
    public var settledCash: Money
    /// `AccruedCash`: no interest is paid or charged here, so zero.
    public var accruedCash: Money
    /// `BuyingPower`: the available funds over the initial rate of long stocks, so that a stock order of this size is
    /// just carried.
    public var buyingPower: Money
    /// `EquityWithLoanValue`.
    public var equityWithLoanValue: Money
    /// `PreviousDayEquityWithLoanValue`.
    public var previousDayEquityWithLoanValue: Money
    /// `GrossPositionValue`: long and short stocks without their sign.
    public var grossPositionValue: Money
    /// `RegTEquity`.
    public var regTEquity: Money
    /// `RegTMargin`.
    public var regTMargin: Money
    /// `SMA`: equity beyond the Regulation T margin.
    public var specialMemorandum: Money
    /// `InitMarginReq`, also `FullInitMarginReq` and `LookAheadInitMarginReq`.
    public var initialMargin: Money
    /// `MaintMarginReq`, also `FullMaintMarginReq` and `LookAheadMaintMarginReq`.
    public var maintenanceMargin: Money
    /// `AvailableFunds`, also `FullAvailableFunds` and `LookAheadAvailableFunds`: equity less initial margin.
    public var availableFunds: Money
    /// `ExcessLiquidity`, also `FullExcessLiquidity` and `LookAheadExcessLiquidity`: equity less maintenance margin.
    public var excessLiquidity: Money
    /// `Cushion`: excess liquidity as a part of net liquidation, six digits; zero without equity.
    public var cushion: ExactDecimal
    /// `Leverage-S`: gross position value over net liquidation, two digits; zero without equity.
    public var leverage: ExactDecimal
    /// `DayTradesRemaining`; `nil`: not limited, as here.
    public var dayTradesRemaining: Int?
    /// Values by currency: those with cash or positions, in the exchange's order, the base currency first.
    public var ledgers: [LedgerValues]
}

/// The part of an account in one currency, in that currency.
public struct LedgerValues: Sendable, Hashable {
    /// The currency.
    public var currency: Currency
    /// `CashBalance`.
    public var cashBalance: Money
    /// `StockMarketValue`.
    public var stockMarketValue: Money
    /// `FuturesPNL`, and the future part of net liquidation: open profit before commissions.
    public var futureMarketValue: Money
    /// `NetLiquidationByCurrency`.
    public var netLiquidation: Money
    /// `RealizedPnL` of the day.
    public var realized: Money
    /// `UnrealizedPnL`.
    public var unrealized: Money
    /// `ExchangeRate` to the base currency; `nil` where it is not known.
    public var exchangeRate: ExactDecimal?
}
