import TradewindsExchange
import TradewindsVocabulary
import TradewindsWire

/// An account's values under the protocol's names, in a fixed order.
struct AccountText: Sendable, Hashable {
    var key: String
    var value: String
    var currency: String

    /// What an account summary can be asked for, and what account updates tell first.
    static func values(_ values: AccountValues) -> [AccountText] {
        let currency = values.currency.rawValue
        func money(_ key: String, _ amount: Money) -> AccountText {
            AccountText(key: key, value: text(amount), currency: currency)
        }
        func plain(_ key: String, _ value: String) -> AccountText { AccountText(key: key, value: value, currency: "") }
        let requirements: [(String, Money)] = [
            ("InitMarginReq", values.initialMargin), ("MaintMarginReq", values.maintenanceMargin),
            ("AvailableFunds", values.availableFunds), ("ExcessLiquidity", values.excessLiquidity),
        ]
        return [
            plain("AccountType", "INDIVIDUAL"), plain("Cushion", values.cushion.description),
            plain("DayTradesRemaining", values.dayTradesRemaining.map { "\($0)" } ?? "-1"),
            plain("LookAheadNextChange", "0"), plain("Leverage", values.leverage.description),
            money("NetLiquidation", values.netLiquidation), money("TotalCashValue", values.totalCashValue),
            money("SettledCash", values.settledCash), money("AccruedCash", values.accruedCash),
            money("BuyingPower", values.buyingPower), money("EquityWithLoanValue", values.equityWithLoanValue),
            money("PreviousDayEquityWithLoanValue", values.previousDayEquityWithLoanValue),
            money("GrossPositionValue", values.grossPositionValue), money("RegTEquity", values.regTEquity),
            money("RegTMargin", values.regTMargin), money("SMA", values.specialMemorandum),
        ]
            + requirements.map { money($0.0, $0.1) } + requirements.map { money("Full" + $0.0, $0.1) }
            + requirements.map { money("LookAhead" + $0.0, $0.1) }
    }

    /// What only account updates tell: the segments of securities (`-S`) and commodities (`-C`).
    ///
    /// This gateway keeps everything in the securities segment.
    static func segments(_ values: AccountValues) -> [AccountText] {
        let segmented = [
            "NetLiquidation", "TotalCashValue", "AvailableFunds", "ExcessLiquidity", "InitMarginReq", "MaintMarginReq",
            "FullInitMarginReq", "FullMaintMarginReq", "FullAvailableFunds", "FullExcessLiquidity", "Cushion",
            "EquityWithLoanValue", "AccruedCash",
        ]
        return Self.values(values).filter { segmented.contains($0.key) }.flatMap { entry in
            [
                AccountText(key: entry.key + "-S", value: entry.value, currency: entry.currency),
                AccountText(key: entry.key + "-C", value: "0.00", currency: entry.currency),
            ]
        }
    }

    /// The values of each currency, and of the base currency as `BASE`.
    static func ledger(_ values: AccountValues) -> [AccountText] {
        let base = values.ledgers.first { $0.currency == values.currency }
        let all = (base.map { [("BASE", $0)] } ?? []) + values.ledgers.map { ($0.currency.rawValue, $0) }
        return all.flatMap { name, ledger in
            [
                ("Currency", name), ("CashBalance", text(ledger.cashBalance)),
                ("TotalCashBalance", text(ledger.cashBalance)), ("StockMarketValue", text(ledger.stockMarketValue)),
                ("FuturesPNL", text(ledger.futureMarketValue)),
                ("NetLiquidationByCurrency", text(ledger.netLiquidation)), ("RealizedPnL", text(ledger.realized)),
                ("UnrealizedPnL", text(ledger.unrealized)),
                ("ExchangeRate", name == "BASE" ? "1" : ledger.exchangeRate?.description ?? "0"),
            ].map { AccountText(key: $0.0, value: $0.1, currency: name) }
        }
    }

    /// Two digits after the point, as a gateway writes money.
    static func text(_ amount: Money) -> String {
        let rounded = amount.decimal.rounded(toMultipleOf: ExactDecimal(1, scale: 2)).description
        guard let point = rounded.firstIndex(of: ".") else { return rounded + ".00" }
        let digits = rounded.distance(from: point, to: rounded.endIndex) - 1
        return rounded + String(repeating: "0", count: max(0, 2 - digits))
    }
}
