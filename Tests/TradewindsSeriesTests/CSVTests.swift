import Testing
import TradewindsVocabulary

@testable import TradewindsSeries

struct CSVTests {
    /// A terminal obeys control characters, and a file that is no text is full of them.
    @Test func errorsShowNoControlCharacters() {
        let header = "\u{1B}[2J\u{0},\u{7}bell," + String(repeating: "x", count: 5000)
        let error = #expect(throws: CSVFileError.self) { try TableFile(csvText: header + "\n1,2,3\n", file: "b.csv") }
        let text = error?.description ?? ""
        #expect(text.hasPrefix("b.csv:1: the header has no column of times") && text.count < 600 && text.contains("…"))
        #expect(!text.unicodeScalars.contains { $0.properties.generalCategory == .control })
    }

    private func bars(_ rows: String, header: String = "time,open,high,low,close,volume") throws -> BarSeries {
        try BarSeries(csvText: header + "\n" + rows, file: "bars/X.csv")
    }

    private func failure(_ rows: String, header: String = "time,open,high,low,close,volume") -> CSVFileError? {
        do {
            _ = try bars(rows, header: header)
            return nil
        } catch { return error as? CSVFileError }
    }

    private func failureOfTicks(_ text: String) -> CSVFileError? {
        do {
            _ = try TickSeries(csvText: text, file: "T.csv")
            return nil
        } catch { return error }
    }

    @Test func readsBarsAndOtherColumns() throws {
        let series = try bars(
            "AAPL,2013-03-01,1,3,0.5,2,100,0.25\r\nAAPL,2013-03-04,2,2,2,2,50,\r\n\r\n",
            header: "Symbol,Date,Open,High,Low,Close,Volume,Signal")
        #expect(series.symbol == "X")
        #expect(series.count == 2)
        #expect(series[0].open == 1 && series[0].high == 3 && series[0].low == 0.5 && series[0].close == 2)
        #expect(series.time[0] == CivilDate(year: 2013, month: 3, day: 1)?.midnightUTC)
        #expect(series.others.map(\.name) == ["Signal"])
        #expect(series["signal"]?[0] == 0.25)
        #expect(series["signal"]?[1].isNaN == true)
        #expect(series["Symbol"] == nil)
    }

    @Test func readsTicksAndQuotedCells() throws {
        let ticks = try TickSeries(
            csvText: "time;price;volume\n\"2013-09-01 17:00:00.083\"; 1640.25 ;8\n2013-09-01 17:00:00.083;\"1640.5\";1",
            file: "ES.csv")
        #expect(ticks.symbol == "ES")
        #expect(Array(ticks.price) == [1640.25, 1640.5])
        #expect(ticks.time[0] == ticks.time[1])
        #expect(Array(ticks.size) == [8, 1])
    }

    @Test(arguments: [
        ("2013-03-01", 1_362_096_000_000_000_000), ("20130301", 1_362_096_000_000_000_000),
        ("2013/03/01", 1_362_096_000_000_000_000), ("2013-03-01 09:30", 1_362_130_200_000_000_000),
        ("2013-03-01 09:30:00", 1_362_130_200_000_000_000), ("20130301 09:30:00", 1_362_130_200_000_000_000),
        ("20130301  09:30:00", 1_362_130_200_000_000_000), ("20130301-09:30:00", 1_362_130_200_000_000_000),
        ("20130301093000", 1_362_130_200_000_000_000), ("2013-03-01T09:30:00Z", 1_362_130_200_000_000_000),
        ("2013-03-01 09:30:00.5", 1_362_130_200_500_000_000),
        ("2013-03-01T09:30:00.123456", 1_362_130_200_123_456_000),
        ("2013-03-01T09:30:00.123456789Z", 1_362_130_200_123_456_789),
        ("2013-03-01T09:30:00+02:00", 1_362_123_000_000_000_000),
        ("2013-03-01T09:30:00-0500", 1_362_148_200_000_000_000),
        ("2013-03-01 09:30:00 UTC", 1_362_130_200_000_000_000), ("1362130200", 1_362_130_200_000_000_000),
        ("1362130200.25", 1_362_130_200_250_000_000), ("1362130200123", 1_362_130_200_123_000_000),
        ("1362130200123456", 1_362_130_200_123_456_000), ("1362130200123456789", 1_362_130_200_123_456_789),
        ("2013-03-01 00:00:00+00:00", 1_362_096_000_000_000_000),
    ])
    func readsTimes(text: String, nanoseconds: Int) throws {
        // Twice: the second is read with the first's date remembered.
        let table = try ColumnTable(csvText: "time,x\n\(text),1\n\(text),2\n")
        #expect(table.time.map(\.nanoseconds) == [Int64(nanoseconds), Int64(nanoseconds)])
    }

    @Test(arguments: [
        "9999999999", "9999999999999", "9999999999999999", "9223372036.9", "", "x", "2013-02-30", "2013-3-1",
        "2013-03-01 25:00", "2013-03-01 09:30:60", "2013-03-01 09:30:00.", "1234",
        "2013-03-01x", "99999999999999999999", "2013-03-01T", "0001-01-01", "03/01/2013", "2013-03-01 09:30:00+2",
        "2013-03-01 09:30:00.1234567890", "2013-03-01 9:30",
    ])
    func refusesWhatIsNoTime(text: String) {
        do {
            _ = try ColumnTable(csvText: "time,x\n2013-03-01,0\n\(text),1\n")
            Issue.record("read \(text)")
        } catch {
            #expect(error.line == 3)
            #expect(error.column == "time")
        }
    }

    @Test func wallClockMovesOnlyTimesWithoutZone() throws {
        let chicago: WallClock = { $0 + .seconds(5 * 3600) }
        let table = try ColumnTable(
            csvText: "time,x\n2013-09-01 17:00:00,1\n2013-09-01 17:00:00Z,2\n2013-09-01,3\n", wallClock: chicago)
        let noon = try #require(CivilDate(year: 2013, month: 9, day: 1)).midnightUTC
        #expect(
            Array(table.time) == [noon + .seconds(22 * 3600), noon + .seconds(17 * 3600), noon + .seconds(5 * 3600)])
    }

    @Test func timesWithAndWithoutZoneAreMixedOnlyOnAWallClock() {
        for (text, line) in [
            ("2013-09-01 17:00:00,1\n\n2013-09-01 17:00:00Z,2\n", 4), ("1378054800,1\n2013-09-02,2\n", 3),
        ] {
            let error = #expect(throws: CSVFileError.self) { try ColumnTable(csvText: "time,x\n" + text) }
            #expect(error?.line == line)
            #expect(error?.column == "time")
        }
    }

    @Test func aKnownColumnMayBeginEmptyUnlessItMakesPrices() throws {
        let text = "time,open,high,low,close\n2013-09-01,1,1,1,\n2013-09-02,1,1,1,1\n"
        #expect(try TableFile(csvText: text).table["close"]?.first?.isNaN == true)
        let error = #expect(throws: CSVFileError.self) { try BarSeries(csvText: text) }
        #expect(error?.line == 2 && error?.column == "close")
        #expect(throws: CSVFileError.self) { try TableFile(csvText: text).prices() }
    }

    @Test func longTextsAreCutAndNumbersThatAreNoneNamed() {
        let long = String(repeating: "x", count: 1000)
        let error = #expect(throws: CSVFileError.self) { try ColumnTable(csvText: "time,close\n2013-09-01,\(long)\n") }
        #expect(error.map { $0.description.count < 200 } == true)
        let endless = #expect(throws: CSVFileError.self) { try ColumnTable(csvText: "time,x\n2013-09-01,inf\n") }
        #expect(endless?.line == 2 && endless?.column == "x")
    }

    @Test func aVolumeBelowZeroIsRefused() {
        let error = #expect(throws: CSVFileError.self) {
            try BarSeries(csvText: "time,open,high,low,close,volume\n2013-09-01,1,1,1,1,-5\n")
        }
        #expect(error?.line == 2 && error?.column == "volume")
    }

    @Test func anActionStandsThereOnce() throws {
        let twice = "date,kind,value\n2013-09-01,split,2\n2013-09-02,split,2\n2013-09-01,split,2\n"
        let error = #expect(throws: CSVFileError.self) { try CorporateActionFile(csvText: twice) }
        #expect(error?.line == 4)
    }

    @Test func aBadRowIsNamedByLineAndColumn() {
        let good = "2013-03-01,1,3,0.5,2,100\n"
        #expect(
            failure(good + "\n2013-03-02,1,3,x,2,100")?.description
                == "bars/X.csv:4: low: \"x\" is not a number; write it with a point for the decimals, such as 1640.25")
        #expect(failure(good + "2013-03-02,1,3,,2,100")?.column == "low")
        #expect(failure(good + "2013-03-02,1,3,0.5,2")?.reason == "5 fields where the header has 6")
        #expect(failure(good + "\n" + good)?.line == 4)
        #expect(failure(good + "2013-03-02,1,0.9,0.5,2,100")?.column == "high")
        #expect(failure(good + "2013-03-02,1,3,1.5,2,100")?.line == 3)
        #expect(failure("2013-03-01,x,3,0.5,2,100\n")?.column == "open")
        #expect(failure("2013-03-01,1e999,3,0.5,2,100\n")?.column == "open")
        #expect(failure("")?.reason == "no row after the header")
        #expect(failure("1,2\n", header: "a,b")?.line == 1)
        #expect(failure("2013-03-01,2\n", header: "time,open")?.reason.contains("no column high") == true)
        #expect(failure("2013-03-01,2,3\n", header: "time,x,X")?.column == "X")
        #expect(failureOfTicks("")?.reason == "the file is empty")
        #expect(failureOfTicks("time,price,size\n2013-09-02,1,1\n2013-09-01,1,1\n")?.line == 3)
    }

    @Test(arguments: [
        ("time,close\n2024-01-02,12,5\n", 2, "3 fields where the header has 2"),
        ("time,close\n2024-01-02,12\n2024-01-03,12,,,x\n", 3, "5 fields where the header has 2"),
        ("time,close\n2024-01-02,\"1,234.5\"\n", 2, "3 fields where the header has 2"),
        ("time,close,name\n2024-01-02,12,x\n\n2024-01-03,12,x,y", 4, "4 fields where the header has 3"),
        ("time,close\n2024-01-02,12\r5\n", 2, "3 fields where the header has 2"),
    ])
    func refusesRowsThatGoOn(text: String, line: Int, reason: String) {
        do {
            _ = try ColumnTable(csvText: text, file: "bars/X.csv")
            Issue.record("read \(text)")
        } catch {
            #expect(error.line == line && error.reason == reason)
            #expect(error.description.hasPrefix("bars/X.csv:\(line): ") && error.remedy.contains("point"))
        }
    }

    @Test func emptyFieldsAtTheEndAreNoFault() throws {
        let text = "time,close\n2024-01-02,12,\n2024-01-03,13,,\"\", \r\n2024-01-04,14,,"
        #expect(try ColumnTable(csvText: text)["close"]?.array == [12, 13, 14])
        let tabs = "time\tclose\n2024-01-02\t12\t\t\n2024-01-03\t13\n"
        #expect(try ColumnTable(csvText: tabs)["close"]?.array == [12, 13])
        #expect(try ColumnTable(csvText: "time,close,,\n2024-01-02,12,,\n")["close"]?.array == [12])
    }

    @Test func quotedTextMayHoldSeparators() throws {
        let table = try ColumnTable(
            csvText: "time,\"name, long\",x\n2024-01-02,\"Apple, Inc\",5\n2024-01-03,Apple,6\n")
        #expect(table.names == ["x"] && table["x"]?.array == [5, 6])
    }

    @Test func aFileInOrderKnowsItsLines() throws {
        let file = try TableFile(
            csvText: "\ntime,x,y\n2024-01-02,,1\n\n2024-01-03,5,2\n2024-01-03,6,3\n", file: "a.csv")
        #expect((0..<3).map(file.line(ofRow:)) == [3, 5, 6])
        #expect(try file.filledRows(of: file.column("x")) == 1..<3)
        #expect(try file.column().name == "x")
        let hole = try TableFile(csvText: "time,x\n2024-01-02,1\n\n2024-01-03,\n", file: "a.csv")
        let wrong = #expect(throws: CSVFileError.self) { try hole.filledRows(of: hole.column()) }
        #expect(wrong?.line == 4 && wrong?.column == "x")
        let missing = #expect(throws: CSVFileError.self) { try file.column("z") }
        #expect(missing?.description.contains("a.csv:2:") == true && missing?.remedy.contains("x,y") == true)
        let falls = #expect(throws: CSVFileError.self) {
            try TableFile(csvText: "time,x\n2024-01-03,1\n2024-01-02,2\n", file: "a.csv")
        }
        #expect(falls?.line == 3 && falls?.remedy == "sort the file by time, oldest first")
    }

    @Test(arguments: [
        ("2024-01-02 10:00:00", false), ("2024-01-02", false), ("2024-01-02T10:00:00Z", true),
        ("2024-01-02 10:00:00+02:00", true), ("1704189600", true),
    ])
    func tellsWhetherTimesHaveAZone(text: String, hasZone: Bool) throws {
        #expect(try TableFile(csvText: "time,x\n\(text),1\n\(text),2\n").timesHaveZone == hasZone)
    }

    @Test func aHeaderBelowBlankLinesIsNamedByItsLine() {
        let wrong = #expect(throws: CSVFileError.self) { try ColumnTable(csvText: "\n\na,b\n1,2\n") }
        #expect(wrong?.line == 3)
    }

    @Test func aMissingFileIsAnError() {
        do {
            _ = try BarSeries(csv: "no-such-folder/x.csv")
            Issue.record("read a file that is not there")
        } catch { #expect(error.description.hasPrefix("no-such-folder/x.csv: cannot be read: No such file")) }
    }

    @Test func blocksDoNotShowInTheResult() throws {
        // Several times the size of a block, with rows of uneven length and a last line without a line feed.
        var generator = SplitMix(seed: 5)
        var text = "time,x,y"
        var expected: [Double] = []
        for row in 0..<40_000 {
            let value = Double(generator.next() % 1_000_000_000) / Double(1 + generator.next() % 1000)
            expected.append(value)
            text += "\n\(1_378_054_800 + row),\(value),\(row)"
        }
        let table = try ColumnTable(csvText: text)
        #expect(table.count == 40_000)
        #expect(table["x"]?.array == expected)
        #expect(table["y"]?.array == (0..<40_000).map(Double.init))
        #expect(table.time.map(\.seconds) == (0..<40_000).map { 1_378_054_800 + $0 })
    }

    @Test func writtenTablesReadBackTheSame() throws {
        var generator = SplitMix(seed: 9)
        var time = Timestamp(seconds: 1_378_054_800)
        var times: [Timestamp] = []
        var values: [Double] = []
        for row in 0..<5000 {
            time += .nanoseconds(Int64(generator.next() % 10_000_000_000_000))
            times.append(time)
            values.append(row % 3 == 0 ? Double(row) / 8 : Double(generator.next() >> 11) / 1e12)
        }
        let table = try ColumnTable(time: Column(times), columns: [NamedColumn("a b", Column(values))])
        #expect(try ColumnTable(csvText: table.csvText()) == table)
        let days = try bars("2013-03-01,1,3,0.5,2,100\n2013-03-04,1,3,0.5,2.25,100\n")
        #expect(
            days.table.csvText() == """
                time,open,high,low,close,volume
                2013-03-01,1,3,0.5,2,100
                2013-03-04,1,3,0.5,2.25,100

                """)
        #expect(
            try ColumnTable(csvText: "time,x\n2013-09-01 17:00:00.083,\n").csvText(marksUTC: true)
                == "time,x\n2013-09-01 17:00:00.083Z,\n")
    }
}
