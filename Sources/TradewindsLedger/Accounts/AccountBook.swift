import TradewindsVocabulary
import TradewindsWire

/// Names a value of an account.
public struct AccountTag: Hashable, Sendable, Comparable {
    /// The broker's name, such as `NetLiquidation`.
    public var name: String
    /// The currency, empty where it has none.
    public var currency: String

    /// The value `name` in `currency`.
    public init(_ name: String, currency: String = "") {
        self.name = name
        self.currency = currency
    }

    /// By name, then currency.
    public static func < (left: Self, right: Self) -> Bool { (left.name, left.currency) < (right.name, right.currency) }
}

/// What is known of one account: values and portfolio.
public struct AccountBook: Sendable, Hashable {
    /// The account.
    public let account: AccountID
    private var texts: [AccountTag: String] = [:]
    private var holdings: [ContractID: PortfolioValue] = [:]

    /// Nothing known of `account` yet.
    public init(account: AccountID) { self.account = account }

    /// The names that have a value, sorted.
    public var tags: [AccountTag] { texts.keys.sorted() }

    /// The portfolio, by contract id; positions of zero are left out.
    public var portfolio: [PortfolioValue] {
        holdings.values.filter { !($0.position ?? .zero).isZero }.sorted { $0.contract.id < $1.contract.id }
    }

    /// A value as text, in any currency where `currency` is `nil`.
    public func text(_ name: String, currency: String? = nil) -> String? {
        if let currency { return texts[AccountTag(name, currency: currency)] }
        return tags.first { $0.name == name }.flatMap { texts[$0] }
    }

    /// A value as money; `nil` where it is unknown or no number.
    public func money(_ name: String, currency: String? = nil) -> Money? {
        text(name, currency: currency).flatMap { Money($0) }
    }

    /// Cash and positions together.
    public var netLiquidation: Money? { money("NetLiquidation") }
    /// Cash.
    public var totalCash: Money? { money("TotalCashValue") }
    /// What may be bought for.
    public var buyingPower: Money? { money("BuyingPower") }
    /// Funds free of initial margin.
    public var availableFunds: Money? { money("AvailableFunds") }
    /// The initial margin of the positions.
    public var initialMargin: Money? { money("InitMarginReq") }
    /// The maintenance margin of the positions.
    public var maintenanceMargin: Money? { money("MaintMarginReq") }
    /// Profit of positions held.
    public var unrealizedProfit: Money? { money("UnrealizedPnL") }
    /// Profit of positions closed today.
    public var realizedProfit: Money? { money("RealizedPnL") }

    /// Takes an event; returns whether it concerned this account.
    @discardableResult
    public mutating func apply(_ event: Event) -> Bool {
        switch event {
        case .updateAccountValue(let value): set(value.account, value.key, value.currency, value.value)
        case .accountUpdateMulti(let value): set(value.account, value.key, value.currency, value.value)
        case .accountSummary(let value): set(value.account, value.tag, value.currency, value.value)
        case .updatePortfolio(let holding): hold(holding)
        default: false
        }
    }

    private mutating func set(_ account: AccountID, _ name: String, _ currency: String, _ value: String) -> Bool {
        guard account == self.account else { return false }
        texts[AccountTag(name, currency: currency)] = value
        return true
    }

    private mutating func hold(_ holding: PortfolioValue) -> Bool {
        guard holding.account == account else { return false }
        holdings[holding.contract.id] = holding
        return true
    }
}
