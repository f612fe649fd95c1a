import TradewindsVocabulary

/// The one-cancels-all groups that orders named.
struct OrderGroups {
    private struct Name: Hashable {
        var account: Int
        var name: String
    }

    struct Group {
        /// In order of joining.
        var members: [Int] = []
        var isClosed = false
    }

    private var positions: [Name: Int] = [:]
    var list: [Group] = []

    func isClosed(_ name: String, account: Int) -> Bool {
        positions[Name(account: account, name: name)].map { list[$0].isClosed } ?? false
    }

    /// The orders of a group that was not filled or cancelled.
    func members(of name: String, account: Int) -> [Int] {
        positions[Name(account: account, name: name)].map { list[$0].isClosed ? [] : list[$0].members } ?? []
    }

    mutating func join(_ membership: GroupMembership, account: Int, order: Int) -> Int {
        let name = Name(account: account, name: membership.name)
        let position = positions[name] ?? list.count
        if position == list.count {
            positions[name] = position
            list.append(Group())
        }
        list[position].members.append(order)
        return position
    }
}
