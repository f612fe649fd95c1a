import Foundation
import TradewindsVocabulary

/// Time zones by the names that gateways use: those of the zone database, older ones, and abbreviations.
enum ZoneTable {
    private static let abbreviations: [String: String] = [
        "EST": "America/New_York", "EDT": "America/New_York", "CST": "America/Chicago", "CDT": "America/Chicago",
        "MST": "America/Denver", "MDT": "America/Denver", "PST": "America/Los_Angeles", "PDT": "America/Los_Angeles",
        "MET": "Europe/Paris", "CET": "Europe/Paris", "CEST": "Europe/Paris", "BST": "Europe/London",
        "JST": "Asia/Tokyo", "HKT": "Asia/Hong_Kong", "HST": "Pacific/Honolulu",
        "US/Eastern": "America/New_York", "US/Central": "America/Chicago", "US/Mountain": "America/Denver",
        "US/Pacific": "America/Los_Angeles", "GB-Eire": "Europe/London", "Japan": "Asia/Tokyo",
        "Hongkong": "Asia/Hong_Kong", "UTC": "GMT", "Z": "GMT",
    ]

    static func instant(ofLocal local: Timestamp, zone name: String) -> Timestamp? {
        if name == "UTC" || name == "GMT" || name == "Z" { return local }
        guard let zone = TimeZone(identifier: abbreviations[name] ?? name) else { return nil }
        func offset(_ time: Timestamp) -> Int64 {
            Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(time.seconds))))
        }
        // The offset at the local time read as UTC may lie on the other side of a change of clocks: ask again.
        let first = Timestamp(seconds: local.seconds - offset(local))
        return Timestamp(seconds: local.seconds - offset(first))
    }
}
