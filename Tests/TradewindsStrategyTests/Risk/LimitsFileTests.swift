import Testing
import TradewindsExchange
import TradewindsStrategy
import TradewindsVocabulary

@Suite
struct LimitsFileTests {
    @Test func readsEveryKey() throws {
        let limits = try RiskLimits(
            toml: """
                # limits
                [order]
                max-quantity = 1_000 # shares
                max-notional = 50000.5
                collar-percent = 5
                per-second = 10
                max-open = 20
                [position]
                max-quantity = 2000
                max-gross = 100000
                max-net = 50000
                [account]
                max-margin-percent = 80
                max-daily-loss = 1000
                max-drawdown-percent = 10
                [hours]
                from = "14:30"
                until = "21:00"
                [instruments]
                allowed = ["AAPL", "MSFT"]
                [sectors]
                AAPL = "tech"
                [sector-exposure]
                tech = 30000
                """)
        #expect(limits.maxOrderQuantity == 1000 && limits.maxOrderNotional == 50000.5)
        #expect(limits.priceCollarPercent == 5 && limits.maxOrdersPerSecond == 10 && limits.maxOpenOrders == 20)
        #expect(limits.maxPosition == 2000 && limits.maxGrossExposure == 100_000 && limits.maxNetExposure == 50_000)
        #expect(limits.maxMarginPercent == 80 && limits.maxDailyLoss == 1000 && limits.maxDrawdownPercent == 10)
        #expect(limits.hours == .init(from: 870, until: 1260) && limits.instruments == ["AAPL", "MSFT"])
        #expect(limits.sectors == ["AAPL": "tech"] && limits.maxSectorExposure == ["tech": 30_000])
    }

    /// Half past nine in New York is 13:30 UTC in summer and 14:30 in winter.
    @Test func hoursFollowTheirZone() throws {
        let limits = try RiskLimits(
            toml:
                "[hours]\nfrom = \"09:30\"\nuntil = \"16:00\"\nzone = \"America/New_York\"\n[instruments]\nallowed = [\"aapl\"]"
        )
        let hours = try #require(limits.hours)
        func allowed(_ text: String) throws -> Bool {
            let time = try #require(Timestamp(text: text))
            return hours.contains(hours.zone.secondOfDay(at: time) / 60)
        }
        #expect(try allowed("2026-07-01T13:30:00Z") && !allowed("2026-07-01T13:29:00Z"))
        #expect(try !allowed("2026-01-05T13:30:00Z") && allowed("2026-01-05T14:30:00Z"))
        #expect(limits.instruments == ["aapl"])
    }

    @Test(arguments: [
        ("[order]\nmax-quantty = 5", "l:2: there is no limit order.max-quantty: the nearest is order.max-quantity"),
        ("[ordr]", "l:1: there is no table [ordr], did you mean order?"),
        ("[order]\nmax-open = \"x\"", "l:2: max-open is no number from zero up: write max-open = 1000"),
        ("[order]\nmax-open = 2.5", "l:2: max-open is not whole"), ("[order]\nmax-open", "l:2: max-open is neither"),
        ("[order]\nmax-open = 1\nmax-open = 2", "l:3: max-open is there twice"),
        ("[order]\nmax-open = -1", "l:2: max-open is no number from zero up"),
        ("[hours]\nfrom = \"25:00\"", "l:2: from is no time"), ("[hours]\nfrom = \"10:00\"", "l:2: [hours] needs both"),
        ("[order]\nmax-open =", "l:2: nothing is no value of max-open"),
        ("[instruments]\nallowed = []", "l:2: the list of allowed instruments is empty"),
        ("x = 1", "l:1: there is no limit x"),
        ("[sector-exposure]\ntech = 5", "l:2: no symbol is in the sector tech: add its symbols: [sectors] and AAPL"),
        ("[hours]\nfrom = \"10:00\"\nuntil = \"10:00\"", "l:2: the hours begin and end at one time"),
        ("[hours]\nfrom = \"9:30\"\nuntil = \"16:00\"\nzone = \"Mars\"", "l:4: zone is no zone known here: write zone"),
        ("[account]\nmax-drawdown-percent = 150", "l:2: max-drawdown-percent is not between 0 and 100"),
    ])
    func namesThePlaceAndTheRemedy(text: String, expected: String) {
        do {
            _ = try RiskLimits(toml: text, file: "l")
            Issue.record("\(text) was accepted")
        } catch {
            #expect(error.description.hasPrefix(expected), "\(error)")
        }
    }
}
