import Testing
import TradewindsVocabulary

@Suite
struct CivilDateTests {
    @Test func everyDayOfFourCenturiesRoundTrips() {
        var weekday = 4
        for days in 0..<146_097 {
            let date = CivilDate(daysSince1970: days)
            #expect(date.daysSince1970 == days)
            #expect(date.weekday == weekday)
            weekday = weekday % 7 + 1
        }
    }

    @Test func readsBothSpellings() {
        #expect(CivilDate("20260228")?.description == "2026-02-28")
        #expect(CivilDate("2024-02-29")?.compact == "20240229")
        #expect(CivilDate("20260229") == nil)
        #expect(CivilDate("2026022") == nil)
    }

    @Test func instantsKnowTheirDay() {
        #expect(Timestamp(seconds: -1).utcDate.description == "1969-12-31")
        #expect(Timestamp(seconds: 1_380_000_000).utcSecondOfDay == 19_200)
        #expect(Timestamp(seconds: .max).nanoseconds == .max)
    }
}
