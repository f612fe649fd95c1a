import ArgumentParser
import TradewindsExchange
import TradewindsVocabulary

/// Contracts of one's own on the command line.
struct DescribedContracts: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Says what a data file is of, where its name does not; once for each contract.",
            discussion: """
                A file is known by its name: EUR.USD or GBPJPY is a currency pair, ES a future, any other name a US stock \
                in dollars by the cent. MES:future,multiplier=5,tick=0.25,fee=0.57,margin=2400 is another future (fee and \
                margin of one contract), VOD:stock,currency=GBP,tick=0.05 a share in pounds, XAUUSD:pair,tick=0.01 a pair.
                """, valueName: "NAME:kind,key=value"))
    var contract: [String] = []

    func contracts() throws -> [ContractDescription] {
        let described = try contract.map { try Self.description($0) }
        var seen: Set<String> = []
        if let twice = described.first(where: { !seen.insert($0.symbol.uppercased()).inserted }) {
            throw ValidationError("--contract \(twice.symbol) is there twice: say what it is once")
        }
        return described
    }

    private static func description(_ text: String) throws -> ContractDescription {
        func problem(_ what: String) -> ValidationError {
            ValidationError("--contract \(text): \(what); write MES:future,multiplier=5,tick=0.25,fee=0.57,margin=2400")
        }
        let sides = text.split(separator: ":", maxSplits: 1).map(String.init)
        guard sides.count == 2 else { throw problem("a name, a colon and a kind are needed") }
        let words = sides[1].split(separator: ",").map(String.init)
        var fields: [String: String] = [:]
        for word in words.dropFirst() {
            let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2, fields.updateValue(parts[1], forKey: parts[0]) == nil else {
                throw problem("\(word) is no key=value, or is there twice")
            }
        }
        func amount(_ key: String) throws -> ExactDecimal? {
            guard let field = fields.removeValue(forKey: key) else { return nil }
            guard let number = ExactDecimal(field), number > .zero else {
                throw problem("\(key)=\(field) is no number above zero")
            }
            return number
        }
        let currency = try fields.removeValue(forKey: "currency").map { field in
            guard field.count == 3, field.allSatisfy(\.isLetter) else { throw problem("\(field) is no currency") }
            return Currency(field.uppercased())
        }
        let multiplier = try amount("multiplier") ?? ExactDecimal(1)
        let tick = try amount("tick").map { Price($0) }
        var description: ContractDescription
        switch words.first {
        case "stock": description = ContractDescription(symbol: sides[0], kind: .stock)
        case "future":
            let margin = try amount("margin")
            let fee = fields["fee"] == "0" ? fields.removeValue(forKey: "fee").map { _ in .zero } : try amount("fee")
            description = ContractDescription(
                symbol: sides[0],
                kind: .future(
                    initialMargin: margin.map { Money($0) }, maintenanceMargin: nil, fee: fee.map { Money($0) }))
        case "pair":
            guard let base = fields.removeValue(forKey: "base") ?? Self.pair(sides[0])?.base.rawValue else {
                throw problem("\(sides[0]) does not say its currencies: add base=XAU,currency=USD")
            }
            description = ContractDescription(symbol: sides[0], kind: .pair(base: Currency(base)))
            description.currency = Self.pair(sides[0])?.quoted ?? .usd
        default: throw problem("\(words.first ?? "nothing") is no kind: stock, future or pair")
        }
        if let left = fields.keys.sorted().first {
            throw problem(
                "\(left) is no key of a \(words.first ?? ""): multiplier, tick, currency; fee, margin of a future")
        }
        if let currency { description.currency = currency }
        description.tick = tick
        description.multiplier = multiplier
        return description
    }

    /// The currencies of a name, gold and the like included.
    private static func pair(_ name: String) -> (base: Currency, quoted: Currency)? {
        if let pair = Currency.pair(named: name) { return pair }
        guard name.count == 6, name.allSatisfy(\.isLetter) else { return nil }
        return Currency.pair(named: name.prefix(3) + "." + name.dropFirst(3))
    }
}
