import Testing
import TradewindsSession

@Suite struct PacerTests {
    @Test func noSecondHoldsMoreThanTheLimit() {
        var pacer = Pacer<Int>(limit: 3)
        for number in 0..<5 { pacer.enter([number]) }
        let first = pacer.release(at: .zero)
        #expect(first.items == [0, 1, 2])
        #expect(first.wake == .seconds(1))
        #expect(pacer.release(at: .milliseconds(999)).items.isEmpty)
        #expect(pacer.release(at: .seconds(1)).items == [3, 4])
        #expect(!pacer.isWaiting)
    }

    @Test func cancelsGoFirst() {
        var pacer = Pacer<Int>(limit: 1)
        pacer.enter([0])
        _ = pacer.release(at: .zero)
        pacer.enter([1])
        pacer.enter([2], .cancel)
        pacer.enter([3], .cancel)
        #expect(pacer.release(at: .seconds(1)).items == [2])
        #expect(pacer.release(at: .seconds(2)).items == [3])
        #expect(pacer.release(at: .seconds(3)).items == [1])
    }

    @Test func groupsStayTogether() {
        var pacer = Pacer<Int>(limit: 4)
        pacer.enter([0, 1])
        pacer.enter([2, 3, 4])
        let first = pacer.release(at: .zero)
        #expect(first.items == [0, 1])
        #expect(first.wake == .seconds(1))
        #expect(pacer.release(at: .seconds(1)).items == [2, 3, 4])
    }

    @Test func groupAboveTheLimitGoesAlone() {
        var pacer = Pacer<Int>(limit: 2)
        pacer.enter([0])
        _ = pacer.release(at: .zero)
        pacer.enter([1, 2, 3])
        #expect(pacer.release(at: .milliseconds(500)).items.isEmpty)
        #expect(pacer.release(at: .seconds(1)).items == [1, 2, 3])
    }

    @Test func silenceIsNoticed() {
        var liveness = Liveness(patience: .seconds(10), now: .zero)
        #expect(liveness.check(at: .seconds(5)) == .wait(until: .seconds(10)))
        #expect(liveness.check(at: .seconds(10)) == .probe(until: .seconds(20)))
        liveness.heard(at: .seconds(12))
        #expect(liveness.check(at: .seconds(20)) == .wait(until: .seconds(22)))
        #expect(liveness.check(at: .seconds(22)) == .probe(until: .seconds(32)))
        #expect(liveness.check(at: .seconds(32)) == .dead)
    }
}
