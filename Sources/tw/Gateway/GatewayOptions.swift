import ArgumentParser
import Foundation
import TradewindsExchange
import TradewindsGateway
import TradewindsSeries
import TradewindsVocabulary

/// What every command that runs a market takes.
struct MarketOptions: ParsableArguments {
    @Option(
        help: """
            A folder of CSV files: bars (time,open,high,low,close,volume), trades (time,price,size) or quotes \
            (time,bid,ask).
            """)
    var data: String?

    @Option(help: "The seed of everything random: the same seed gives the same market.")
    var seed: UInt64 = 1

    @Option(parsing: .unconditional, help: "Market seconds for one second.")
    var speed = 1.0

    @Option(
        help: ArgumentHelp(
            "What the market's clock shows at the start, in New York unless Z ends it; now without.",
            discussion: """
                With the same seed, start and data every run shows the same prices. With --clock recorded: the recorded \
                time at which a replay of --data begins.
                """,
            valueName: "2026-03-02T10:30"),
        transform: { text in
            guard let start = Timestamp(text: text, wallClock: { MarketZone.usEastern.instant(ofWallClock: $0) }) else {
                throw ValidationError("--start \(text): write 2026-03-02T10:30, or 2026-03-02T15:30:00Z for UTC")
            }
            return start
        })
    var start: Timestamp?

    @Option(
        help: ArgumentHelp(
            "shifted stamps a replay as if it were now; recorded keeps the recorded times.",
            discussion: """
                A replay begins two fifths into its file, two thirds into daily bars, so that there is history behind it; \
                with recorded and several files at the latest of these, or where --start says. What lies before is \
                history and is not traded. A file that ends starts over.
                """))
    var clock = Clock.shifted

    @Option(help: "always: markets never close; real: trading sessions and holidays count.")
    var hours = Hours.always

    @OptionGroup var described: DescribedContracts

    @Option(help: "Accounts, with commas between.")
    var accounts = "DU1000001"

    @Option(parsing: .unconditional, help: "The cash of each account, in US dollars.")
    var cash = 1_000_000

    enum Clock: String, ExpressibleByArgument, CaseIterable { case shifted, recorded }
    enum Hours: String, ExpressibleByArgument, CaseIterable { case always, real }

    func validate() throws {
        var known: Set<AccountID> = []
        for account in accountList {
            guard !account.rawValue.isEmpty else {
                throw ValidationError("--accounts \(accounts): a name is empty; write DU1000001,DU1000002")
            }
            guard known.insert(account).inserted else {
                throw ValidationError("--accounts: \(account.rawValue) is there twice; name each once")
            }
        }
        guard speed > 0, speed.isFinite else { throw ValidationError("--speed is a number above zero, not \(speed)") }
        guard cash >= 0 else { throw ValidationError("--cash is not below zero") }
    }

    var accountList: [AccountID] {
        accounts.split(separator: ",", omittingEmptySubsequences: false).map {
            AccountID($0.trimmingCharacters(in: .whitespaces))
        }
    }

    var configuration: GatewayConfiguration {
        GatewayConfiguration(accounts: accountList, cash: Money(cash))
    }

    /// The market that these options ask for; bad data is an error that names file, line and reason.
    func market() throws -> Market {
        var settings = MarketSettings(
            start: start ?? .now, seed: seed, hours: hours == .always ? .always : .real,
            stamps: clock == .shifted ? .shifted : .recorded)
        settings.contracts = try described.contracts()
        let recordings = try data.map { try MarketData.recordings(in: $0, contracts: settings.contracts) }
        if clock == .recorded, data != nil, let start { settings.entry = .at(start) }
        do throws(MarketError) {
            return try Market(settings: settings, recordings: recordings ?? [])
        } catch {
            if case .noPrices = error { throw ValidationError("--start: \(error)") }
            throw error
        }
    }
}

extension ReplayEnd {
    /// Says it on standard error.
    static let tell: @Sendable (ReplayEnd) -> Void = { FileHandle.standardError.write(Data("\($0)\n".utf8)) }
}

extension Timestamp {
    /// The machine's clock.
    static var now: Timestamp { Timestamp(nanoseconds: Int64(Date().timeIntervalSince1970 * 1e9)) }
}

/// Data files in a folder and its subfolders.
enum MarketData {
    /// - `contracts`: Contracts of one's own: they say whose wall clock their files show.
    /// - `option`: The option that named the folder or file, for errors.
    static func recordings(
        in folder: String, allowsEqualTimes: Bool = false, contracts: [ContractDescription] = [],
        option: String = "--data"
    ) throws -> [Recording] {
        let manager = FileManager.default
        var isFolder: ObjCBool = false
        guard manager.fileExists(atPath: folder, isDirectory: &isFolder) else {
            throw ValidationError(
                "\(option) \(folder): no such file or folder; `make data` fetches the sample data into Data")
        }
        let files = isFolder.boolValue ? try csvFiles(in: folder) : [folder]
        guard !files.isEmpty else { throw ValidationError("\(option) \(folder): no .csv file in it") }
        return try files.map { file in
            guard let bytes = manager.contents(atPath: file) else { throw ValidationError("cannot read \(file)") }
            do throws(CSVFileError) {
                let symbol = PriceFile.symbol(ofFile: file).uppercased()
                let zone = contracts.first { $0.symbol.uppercased() == symbol }?.zone
                return try Recording(
                    file: file, bytes: Array(bytes), zone: zone, allowsEqualTimes: allowsEqualTimes)
            } catch {
                throw ValidationError("\(error)")
            }
        }
    }

    private static func csvFiles(in folder: String) throws -> [String] {
        let names = FileManager.default.enumerator(atPath: folder)?.allObjects.compactMap { $0 as? String } ?? []
        return names.filter { $0.lowercased().hasSuffix(".csv") }.sorted().map { folder + "/" + $0 }
    }
}
