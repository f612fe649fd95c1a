import Testing
import TradewindsSeries
import TradewindsVocabulary

@testable import TradewindsExchange

func recording(_ file: String, _ text: String) throws(CSVFileError) -> Recording {
    try Recording(file: file, bytes: Array(text.utf8))
}

@Suite
struct RecordingTests {
    @Test func readsDailyBars() throws {
        let bars = try recording(
            "Data/bars/AAPL.csv",
            "time,open,high,low,close,volume\n2000-03-01,118.56,132.06,118.5,130.31,9616100\n2000-03-02,127,127.94,120.69,122,2779100\n"
        )
        #expect(bars.symbol == "AAPL" && bars.kind == .bars && bars.isDaily && bars.count == 2)
        let midnight = MarketZone.usEastern.instant(try #require(CivilDate("20000301")), second: 0)
        #expect(
            bars.bar(0)
                == Bar(start: midnight, open: 118.56, high: 132.06, low: 118.5, close: 130.31, volume: 9_616_100))
        #expect(bars.trade(0) == nil)
    }

    @Test func readsTicksOfTheFutureOnChicagoTime() throws {
        let ticks = try recording("ES.csv", "DateTime,Price,Volume\r\n2013-09-01 17:00:00.083,1640.25,8\r\n\r\n")
        #expect(ticks.symbol == "ES" && ticks.kind == .trades && !ticks.isDaily)
        #expect(ticks.trade(0) == TradePrint(price: 1640.25, size: 8))
        // 17:00 in Chicago is 22:00 UTC in summer.
        #expect(ticks.time(0) == Timestamp(seconds: 1_378_072_800) + .milliseconds(83))
    }

    @Test(arguments: [
        "1378072800", "1378072800000", "2013-09-01T22:00:00Z", "20130901 18:00", "2013-09-01 18:00:00",
        "\"2013-09-01 18:00:00.000\"", "2013-09-01 22:00:00+00:00", "2013-09-01T20:00:00-02:00",
    ])
    func readsEveryFormOfTime(text: String) throws {
        let ticks = try recording("AAPL.csv", "time,price,size\n\(text),1,1")
        #expect(ticks.time(0) == Timestamp(seconds: 1_378_072_800))
    }

    /// As pandas writes a table with an index of UTC days and no volume.
    @Test(arguments: ["", "Date"])
    func midnightsInUTCAreDays(name: String) throws {
        let bars = try recording(
            "AAPL.csv",
            "\(name),Open,High,Low,Close\n2020-01-02 00:00:00+00:00,1,2,1,2\n2020-01-03 00:00:00+00:00,2,2,1,1.5\n")
        let midnight = MarketZone.usEastern.instant(try #require(CivilDate("20200102")), second: 0)
        #expect(bars.isDaily && bars.time(0) == midnight && bars.bar(1)?.close == 1.5 && bars.bar(0)?.volume == 0)
    }

    @Test func readsQuotesWithAndWithoutSizes() throws {
        let full = try recording(
            "EUR.USD.csv", "time,bid,ask,bid_size,ask_size\n2026-03-02T15:30:00Z,1.10001,1.10003,1000000,500000.5\n")
        #expect(full.kind == .quotes && full.bar(0) == nil && full.trade(0) == nil)
        #expect(full.quote(0) == Quote(bid: 1.10001, bidSize: 1_000_000, ask: 1.10003, askSize: 500_000.5))
        #expect(full.quote(0)?.midpoint == 1.10002)
        let plain = try recording("EUR.USD.csv", "time,Ask,Bid\n2026-03-02T15:30:00Z,1.10003,1.1\n")
        #expect(plain.quote(0) == Quote(bid: 1.1, ask: 1.10003))
    }

    @Test func keepsEveryDigitOfLargeVolumesAndSixOfPrices() throws {
        let bars = try recording(
            "X.csv", "time,open,high,low,close,volume\n2020-01-02,0.000001,99999.123456,0.000001,12345.1,999999999999\n"
        )
        #expect(bars.bar(0)?.high == 99_999.123456 && bars.bar(0)?.open == 0.000001)
        #expect(bars.bar(0)?.volume == 999_999_999_999)
    }

    @Test func columnsMayStandInAnyOrder() throws {
        let bars = try recording("X.csv", "Volume,Close,Low,High,Open,Date,Adj Close\n5,3,1,4,2,2020-01-02,9\n")
        #expect(bars.bar(0)?.open == 2 && bars.bar(0)?.high == 4 && bars.bar(0)?.volume == 5)
    }

    @Test(arguments: [
        ("", 1, "the file is empty"),
        ("time,open\n2020-01-02,1\n", 1, "neither bars, trades nor quotes"),
        ("time,bid\n2020-01-02,1\n", 1, "neither bars, trades nor quotes"),
        ("time,price\n2020-01-02,1\n", 1, "no column size"),
        ("a,b\n1,2\n", 1, "no column of times"),
        ("time,price,size\n", 1, "no row after the header"),
        ("time,price,size\n2020-01-02,1\n", 2, "2 fields"),
        ("time,price,size\n\n2020-01-02,1,1\n2020-13-02,1,1\n", 4, "is no time"),
        ("time,price,size\n2020-01-02 24:00,1,1\n", 2, "is no time"),
        ("time,price,size\n2020-01-02,abc,1\n", 2, "price: \"abc\" is not a number"),
        ("time,price,size\n2020-01-02,0,1\n", 2, "price: 0.0 is not above zero"),
        ("time,price,size\n2020-01-02,0.0000001,1\n", 2, "below the smallest price"),
        ("time,price,size\n2020-01-02,1,-1\n", 2, "size: -1.0 is below zero"),
        ("time,price,size\n2020-01-03,1,1\n2020-01-02,1,1\n", 3, "earlier than the row before"),
        ("time,bid,ask\n2020-01-03,1,1\n2020-01-02,1,1\n", 3, "earlier than the row before"),
        ("time,bid,ask\n2020-01-03,1,0\n", 2, "ask: 0.0 is not above zero"),
        ("time,open,high,low,close,volume\n2020-01-02,2,1,1,1,1\n", 2, "high: below open or close"),
        ("time,open,high,low,close,volume\n2020-01-02,1,2,1.5,2,1\n", 2, "low: above open or close"),
        ("time,open,high,low,close,volume\n2020-01-02,1,1,1,1,1\n2020-01-02,1,1,1,1,1\n", 3, "not after"),
        ("time,price,size\n2020-01-02,99999999999999999999,1\n", 2, "is not below 10^12"),
    ])
    func namesFileLineAndReason(text: String, line: Int, reason: String) {
        do throws(CSVFileError) {
            _ = try recording("dir/X.csv", text)
            Issue.record("no error for \(text)")
        } catch {
            #expect(error.file == "dir/X.csv" && error.line == line && "\(error)".contains(reason), "\(error)")
            #expect(error.description.hasPrefix("dir/X.csv:\(line): "))
        }
    }

    @Test func noBytesTrapTheReader() {
        for seed in 0..<3000 as Range<Int64> {
            let noise = SeededHash(9).child(seed)
            var bytes = Array(
                "time,open,high,low,close,volume\n2020-01-02,1.5,2,1,1.25,10\n2020-01-03 10:00,2,2,2,2,1\n".utf8)
            for change in 0..<(1 + noise.index(below: 6)) {
                let place = Int(noise.child(change).index(below: Int64(bytes.count)))
                bytes[place] = UInt8(truncatingIfNeeded: noise.child(change).child(1).bits)
            }
            _ = try? Recording(file: "X.csv", bytes: bytes)
        }
    }
}
