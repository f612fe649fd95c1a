import TradewindsVocabulary
import TradewindsWire

extension Contract {
    /// A stock. `primaryExchange` tells stocks of the same symbol apart.
    public static func stock(
        _ symbol: String, exchange: String = "SMART", currency: String = "USD", primaryExchange: String = ""
    ) -> Contract {
        var contract = make(.stock, symbol, exchange, currency)
        contract.primaryExchange = primaryExchange
        return contract
    }

    /// A future that ends in `expiry`: a month `yyyyMM` or a day `yyyyMMdd`.
    public static func future(_ symbol: String, _ expiry: String, exchange: String, currency: String = "USD")
        -> Contract
    {
        var contract = make(.future, symbol, exchange, currency)
        contract.expiry = expiry
        return contract
    }

    /// A currency pair: units of `base`, priced in `quote`.
    public static func currencyPair(_ base: String, _ quote: String) -> Contract {
        make(.currencyPair, base, "IDEALPRO", quote)
    }

    /// An index.
    public static func index(_ symbol: String, exchange: String, currency: String = "USD") -> Contract {
        make(.index, symbol, exchange, currency)
    }

    /// An option.
    public static func option(
        _ symbol: String, _ expiry: String, strike: Double, _ right: OptionRight, exchange: String = "SMART",
        currency: String = "USD"
    ) -> Contract {
        var contract = make(.option, symbol, exchange, currency)
        contract.expiry = expiry
        contract.strike = strike
        contract.right = right
        return contract
    }

    /// The contract that the broker numbers `id`.
    public static func id(_ id: ContractID, exchange: String = "SMART") -> Contract {
        var contract = Contract()
        contract.id = id
        contract.exchange = exchange
        return contract
    }

    private static func make(_ kind: SecurityType, _ symbol: String, _ exchange: String, _ currency: String) -> Contract
    {
        var contract = Contract()
        contract.kind = kind
        contract.symbol = symbol
        contract.exchange = exchange
        contract.currency = currency
        return contract
    }
}
