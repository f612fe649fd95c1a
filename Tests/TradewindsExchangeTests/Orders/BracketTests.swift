import Testing
import TradewindsExchange
import TradewindsVocabulary

@Suite("Brackets and groups")
struct BracketTests {
    /// Parent at 100, target 104, stop 98.
    private func bracket(in desk: inout Desk, parent type: OrderType = .limit) {
        let parent = desk.order(.buy, 100, type, limit: type == .limit ? 100 : nil, transmit: false)
        desk.order(.sell, 100, .limit, limit: 104, tif: .goodTillCancelled, parent: parent, transmit: false)
        desk.order(.sell, 100, .stop, stop: 98, tif: .goodTillCancelled, parent: parent)
    }

    private let placed = [
        "0 accepted untransmitted", "1 accepted untransmitted", "0 working", "1 held parent", "2 accepted held parent",
    ]

    @Test("Nothing is sent before the last leg says so; the target then ends the stop")
    func target() {
        var desk = Desk()
        desk.trade(101)
        desk.quote(100.9, 101.1)
        bracket(in: &desk)
        #expect(desk.lines() == placed)
        desk.quote(99.9, 100)
        #expect(desk.lines() == ["0 bought 100 @ 100", "1 working", "2 held trigger"])
        desk.quote(104.1, 104.2)
        #expect(desk.lines() == ["1 sold 100 @ 104.1", "2 cancelled group"])
        #expect(desk.exchange.position(of: "DU1", in: Desk.apple)?.quantity == 0)
    }

    @Test("The stop ends the target")
    func stop() {
        var desk = Desk()
        desk.trade(100)
        desk.quote(99.9, 100)
        bracket(in: &desk, parent: .market)
        desk.quote(97.8, 97.9)
        desk.trade(97.9)
        #expect(
            desk.lines() == placed + [
                "0 bought 100 @ 100", "1 working", "2 held trigger", "2 working", "2 sold 100 @ 97.8",
                "1 cancelled group",
            ])
    }

    @Test("Children cover what the parent has filled so far, and no more")
    func partialParent() {
        var desk = Desk()
        desk.trade(101)
        desk.quote(100.9, 101.1)
        bracket(in: &desk)
        desk.quote(99.9, 100, nil, 40)
        desk.quote(104, 104.5)
        desk.quote(104, 104.5)
        desk.quote(99.9, 100)
        #expect(
            Array(desk.lines().dropFirst(5)) == [
                "0 bought 40 @ 100", "1 working", "2 held trigger", "1 sold 40 @ 104", "2 reduced by 40",
                "0 bought 60 @ 100",
            ])
        desk.quote(104, 104.5)
        #expect(desk.lines() == ["1 sold 60 @ 104", "2 cancelled group"])
        #expect(desk.exchange.position(of: "DU1", in: Desk.apple)?.quantity == 0)
    }

    @Test("A target filled in part reduces the stop")
    func partialTarget() {
        var desk = Desk()
        desk.trade(100)
        desk.quote(99.9, 100)
        bracket(in: &desk, parent: .market)
        desk.quote(104, 104.1, 30, 30)
        #expect(desk.lines().suffix(2) == ["1 sold 30 @ 104", "2 reduced by 30"])
        desk.quote(97, 97.1)
        desk.trade(97)
        #expect(desk.lines() == ["2 working", "2 sold 70 @ 97", "1 cancelled group"])
    }

    @Test("A cancelled parent takes its children along")
    func cancelParent() {
        var desk = Desk()
        desk.quote(100.9, 101.1)
        bracket(in: &desk)
        _ = desk.lines()
        desk.exchange.cancel(0)
        #expect(desk.lines() == ["0 cancelled requested", "1 cancelled parent", "2 cancelled parent"])
    }

    @Test("A parent cancelled after a part leaves its children to protect that part")
    func cancelPartialParent() {
        var desk = Desk()
        desk.trade(101)
        desk.quote(99.9, 100, nil, 40)
        bracket(in: &desk)
        _ = desk.lines()
        desk.exchange.cancel(0)
        #expect(desk.lines() == ["0 cancelled requested", "1 reduced by 60", "2 reduced by 60"])
        desk.quote(97, 97.1)
        desk.trade(97)
        #expect(desk.lines() == ["2 working", "2 sold 40 @ 97", "1 cancelled group"])
    }

    @Test("A cancelled child leaves its parent and its sibling")
    func cancelChild() {
        var desk = Desk()
        desk.quote(100.9, 101.1)
        bracket(in: &desk)
        _ = desk.lines()
        desk.exchange.cancel(1)
        #expect(desk.lines() == ["1 cancelled requested"])
        #expect(desk.exchange.openOrders().map(\.key) == [0, 2])
    }

    @Test("A second target of half the size is left alone by the first")
    func scaleOut() {
        var desk = Desk()
        desk.quote(99.9, 100)
        let parent = desk.order(.buy, 100, .market, transmit: false)
        desk.order(.sell, 50, .limit, limit: 102, parent: parent, transmit: false)
        desk.order(.sell, 50, .limit, limit: 104, parent: parent, transmit: false)
        desk.order(.sell, 100, .stop, stop: 98, parent: parent)
        _ = desk.lines()
        desk.quote(102, 102.1)
        #expect(desk.lines() == ["1 sold 50 @ 102", "3 reduced by 50"])
        desk.quote(104, 104.1)
        #expect(desk.lines() == ["2 sold 50 @ 104", "3 cancelled group"])
    }

    @Test("Group type 1: any fill cancels the others")
    func cancelGroup() {
        var desk = Desk()
        let group = GroupMembership(name: "g", rule: .cancel)
        desk.quote(100, 100.1, 100, 30)
        desk.order(.buy, 100, .limit, limit: 99, group: group)
        desk.order(.buy, 100, .limit, limit: 100.1, group: group)
        desk.order(.buy, 100, .limit, limit: 98, group: group)
        #expect(
            desk.lines() == [
                "0 accepted working", "1 accepted working", "1 bought 30 @ 100.1", "0 cancelled group",
                "2 rejected groupClosed(\"g\")",
            ])
    }

    @Test(
        "Group types 2 and 3: a partial fill takes the same share from the others",
        arguments: [
            GroupMembership.Rule.reduce, .reduceWithBlock,
        ])
    func reduceGroup(rule: GroupMembership.Rule) {
        var desk = Desk()
        let group = GroupMembership(name: "g", rule: rule)
        desk.quote(100, 100.2, 100, 100)
        desk.order(.buy, 50, .limit, limit: 99, group: group)
        desk.order(.buy, 100, .limit, limit: 100.1, group: group)
        desk.quote(100, 100.1, 100, 30)
        desk.quote(100, 100.1)
        #expect(
            desk.lines() == [
                "0 accepted working", "1 accepted working", "1 bought 30 @ 100.1", "0 reduced by 15",
                "1 bought 70 @ 100.1", "0 cancelled group",
            ])
    }
}
