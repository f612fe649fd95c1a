import TradewindsVocabulary
import TradewindsWire

/// A position: units of a contract in an account.
public struct Position: Sendable, Hashable {
    /// The account.
    public var account: AccountID
    /// The contract.
    public var contract: Contract
    /// Units held, negative when short.
    public var quantity: Quantity
    /// The cost of one unit, multiplier and commission included.
    public var averageCost: Double

    /// The position that a report tells.
    public init(_ report: PositionReport) {
        account = report.account
        contract = report.contract
        quantity = report.position ?? .zero
        averageCost = report.averageCost
    }
}

/// The positions of all accounts.
public struct PositionBook: Sendable, Hashable {
    private struct Key: Hashable, Comparable {
        var account: AccountID
        var contract: ContractID
        static func < (left: Self, right: Self) -> Bool {
            (left.account, left.contract) < (right.account, right.contract)
        }
    }
    private var positions: [Key: Position] = [:]

    /// No positions.
    public init() {}

    /// The positions held, by account and contract id; those of zero are left out.
    public var all: [Position] {
        positions.sorted { $0.key < $1.key }.map(\.value).filter { !$0.quantity.isZero }
    }

    /// Takes an event; returns whether it told a position.
    @discardableResult
    public mutating func apply(_ event: Event) -> Bool {
        guard case .position(let report) = event else { return false }
        positions[Key(account: report.account, contract: report.contract.id)] = Position(report)
        return true
    }
}
