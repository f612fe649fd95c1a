import Testing
import TradewindsSeries
import TradewindsVocabulary

struct ColumnTests {
    @Test func aSliceSharesStorage() throws {
        let column = Column((0..<1000).map(Double.init))
        let slice = column.rows(100..<200).rows(10..<20)
        #expect(Array(slice) == (110..<120).map(Double.init))
        let whole = column.withUnsafeBufferPointer { $0.baseAddress }
        let part = slice.withUnsafeBufferPointer { $0.baseAddress }
        #expect(part == whole.map { $0 + 110 })
        #expect(column.rows(990..<5000).count == 10)
        #expect(column.rows(2000..<3000).isEmpty)
        #expect(slice == Column((110..<120).map(Double.init)))
    }

    @Test func aSeriesRefusesUnevenColumns() throws {
        let times = Column((0..<3).map { Timestamp(seconds: $0) })
        #expect(throws: SeriesError.differentLength(column: "size", rows: 2, times: 3)) {
            try TickSeries(time: times, price: [1, 2, 3], size: [1, 2])
        }
        #expect(throws: SeriesError.timesNotInOrder(row: 1)) {
            try TickSeries(time: Column(times.reversed()), price: [1, 2, 3], size: [1, 2, 3])
        }
        let same = Column([Timestamp](repeating: Timestamp(seconds: 1), count: 2))
        #expect(throws: SeriesError.timesNotInOrder(row: 1)) {
            try BarSeries(time: same, open: [1, 1], high: [1, 1], low: [1, 1], close: [1, 1], volume: [1, 1])
        }
        #expect(throws: Never.self) {
            try BarSeries(
                time: same, open: [1, 1], high: [1, 1], low: [1, 1], close: [1, 1], volume: [1, 1],
                allowsEqualTimes: true)
        }
        #expect(throws: SeriesError.doubleColumn("X")) {
            try ColumnTable(time: same, columns: [NamedColumn("x", [1, 2]), NamedColumn("X", [1, 2])])
        }
    }

    @Test func rowsAreFoundByTime() throws {
        let ticks = try TickSeries(
            time: Column([1, 2, 2, 5].map { Timestamp(seconds: $0) }), price: [1, 2, 3, 4], size: [1, 1, 1, 1])
        #expect(Array(ticks[Timestamp(seconds: 2)..<Timestamp(seconds: 5)].price) == [2, 3])
        #expect(ticks[Timestamp(seconds: 6)..<Timestamp(seconds: 9)].isEmpty)
        #expect(ticks[0..<100].count == 4)
    }
}
