import TradewindsVocabulary

extension Recording {
    /// Reads a data file.
    ///
    /// - `file`: The file's name: gives the symbol and stands in errors.
    /// - `zone`: Whose wall clock the times show; `nil`: the exchange's of the symbol.
    /// - Throws: The first bad line.
    /// - Complexity: One pass, about 100 MB/s.
    public init(file: String, bytes: [UInt8], zone: MarketZone? = nil) throws(CSVError) {
        let name = file.split(separator: "/").last.map(String.init) ?? file
        let symbol = name.lowercased().hasSuffix(".csv") ? String(name.dropLast(4)) : name
        var result: Result<Recording, CSVError> = .failure(CSVError(file: file, line: 1, reason: "the file is empty"))
        bytes.withUnsafeBytes { raw in
            var reader = RecordingReader(
                file: file, scanner: CSVScanner(raw), zone: zone ?? ContractCatalogue.zone(ofSymbol: symbol))
            do throws(CSVError) {
                let columns = try reader.read()
                result = .success(
                    Recording(symbol: symbol, file: file, isDaily: reader.isDaily, columns: columns))
            } catch {
                result = .failure(error)
            }
        }
        self = try result.get()
    }
}

/// Reads the lines of a data file into columns.
private struct RecordingReader {
    let file: String
    var scanner: CSVScanner
    var clock: WallClock
    private(set) var isDaily = true
    private var last = Int64.min
    private var fields: [Range<Int>] = []

    init(file: String, scanner: CSVScanner, zone: MarketZone) {
        self.file = file
        self.scanner = scanner
        self.clock = WallClock(zone: zone)
    }

    mutating func read() throws(CSVError) -> Recording.Columns {
        guard let line = scanner.nextLine() else { throw failure("the file is empty") }
        scanner.split(line, into: &fields)
        let names = fields.map { scanner.text($0).lowercased() }
        func column(_ choices: String...) -> Int? { choices.lazy.compactMap { names.firstIndex(of: $0) }.first }
        guard let time = column("time", "datetime", "timestamp", "date") else {
            throw failure("the header has no column \"time\"; it names: \(names.joined(separator: ","))")
        }
        if let open = column("open"), let high = column("high"), let low = column("low"), let close = column("close"),
            let volume = column("volume")
        {
            return .bars(try bars(at: [time, open, high, low, close, volume]))
        }
        if let price = column("price"), let size = column("size", "volume") {
            return .ticks(try ticks(at: [time, price, size]))
        }
        throw failure("the header is neither time,open,high,low,close,volume nor time,price,size")
    }

    private mutating func bars(at columns: [Int]) throws(CSVError) -> BarColumns {
        var result = BarColumns()
        let needed = (columns.max() ?? 0) + 1
        while let line = scanner.nextLine() {
            try split(line, needed: needed)
            let time = try time(columns[0])
            if !result.times.isEmpty, time <= last {
                throw failure("time: not later than the line before; sort the file and remove doubles")
            }
            last = time
            let open = try price(columns[1], "open")
            let high = try price(columns[2], "high")
            let low = try price(columns[3], "low")
            let close = try price(columns[4], "close")
            guard high >= max(open, close) else { throw failure("high: below open or close") }
            guard low <= min(open, close) else { throw failure("low: above open or close") }
            result.times.append(time)
            result.open.append(open)
            result.high.append(high)
            result.low.append(low)
            result.close.append(close)
            result.volume.append(try size(columns[5], "volume"))
        }
        guard !result.times.isEmpty else { throw failure("no line after the header") }
        return result
    }

    private mutating func ticks(at columns: [Int]) throws(CSVError) -> TickColumns {
        var result = TickColumns()
        let needed = (columns.max() ?? 0) + 1
        while let line = scanner.nextLine() {
            try split(line, needed: needed)
            let time = try time(columns[0])
            if !result.times.isEmpty, time < last { throw failure("time: earlier than the line before; sort the file") }
            last = time
            result.times.append(time)
            result.price.append(try price(columns[1], "price"))
            result.size.append(try size(columns[2], "size"))
        }
        guard !result.times.isEmpty else { throw failure("no line after the header") }
        return result
    }

    private mutating func split(_ line: Range<Int>, needed: Int) throws(CSVError) {
        scanner.split(line, into: &fields)
        if fields.count < needed { throw failure("\(fields.count) fields where the header needs \(needed)") }
    }

    private mutating func time(_ column: Int) throws(CSVError) -> Int64 {
        let field = fields[column]
        guard let time = RecordedTime(UnsafeRawBufferPointer(rebasing: scanner.bytes[field])) else {
            throw failure("time: \"\(scanner.text(field))\" is no time; write 2013-09-01 or 2013-09-01 17:00:00.083")
        }
        if !time.isDate { isDaily = false }
        return time.isUTC ? time.nanoseconds : clock.instant(time.nanoseconds)
    }

    private func price(_ column: Int, _ name: String) throws(CSVError) -> Int64 {
        let value = try number(column, name)
        if value <= 0 { throw failure("\(name): \(scanner.text(fields[column])) is not above zero") }
        return value
    }

    private func size(_ column: Int, _ name: String) throws(CSVError) -> Int64 {
        let value = try number(column, name)
        if value < 0 { throw failure("\(name): \(scanner.text(fields[column])) is below zero") }
        return value
    }

    private func number(_ column: Int, _ name: String) throws(CSVError) -> Int64 {
        guard let value = scanner.millionths(fields[column]) else {
            throw failure("\(name): \"\(scanner.text(fields[column]))\" is not a number below 10^12")
        }
        return value
    }

    private func failure(_ reason: String) -> CSVError {
        CSVError(file: file, line: max(scanner.line, 1), reason: reason)
    }
}

/// Turns wall-clock times that mostly rise into instants, a day's offset at a time.
private struct WallClock {
    let zone: MarketZone
    private var day = Int64.min
    private var midnight: Int64 = 0
    private var isEven = false

    init(zone: MarketZone) { self.zone = zone }

    mutating func instant(_ local: Int64) -> Int64 {
        let length: Int64 = 86_400_000_000_000
        let today = floorDivide(local, length)
        if today != day {
            day = today
            let date = CivilDate(daysSince1970: Int(today))
            midnight = zone.instant(date, second: 0).nanoseconds
            isEven = zone.instant(date, second: 86_400).nanoseconds - midnight == length
        }
        let rest = local - today * length
        if isEven { return midnight + rest }
        let second = zone.instant(CivilDate(daysSince1970: Int(today)), second: Int(rest / 1_000_000_000))
        return second.nanoseconds + rest % 1_000_000_000
    }
}
