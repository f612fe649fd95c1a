import ArgumentParser
import TradewindsExchange
import TradewindsSeries
import TradewindsStrategy
import TradewindsVocabulary

/// The choices of a run beside its prices.
struct BacktestFrame {
    var cash: Money
    /// Contracts of one's own.
    var contracts: [ContractDescription]
    var configuration: ExchangeConfiguration
    var models: BacktestModels
    var limits: RiskLimits?
    var size: PositionSize?

    /// Refuses a currency whose worth nothing tells, and prices that no order could have.
    func checked(_ tape: MarketTape, of recordings: [Recording]) throws -> MarketTape {
        for (recording, instrument) in zip(recordings, tape.instruments) {
            guard let low = recording.lowestPrice else { continue }
            let tick = instrument.priceRule.increment(at: low)
            guard low < tick else { continue }
            throw ValidationError(
                "\(recording.file): the price \(low) is below a tick of \(tick), the least that an order can say; tell the "
                    + "tick, such as --contract \(instrument.symbol):stock,tick=0.0001")
        }
        let pairs = tape.instruments.filter { $0.kind == .currencyPair }
        func isTold(_ currency: Currency) -> Bool {
            currency == .usd || configuration.fallbackRates[currency] != nil
                || pairs.contains {
                    ($0.symbol, $0.currency) == (currency.rawValue, .usd)
                        || ($0.symbol, $0.currency) == ("USD", currency)
                }
        }
        for instrument in tape.instruments where !isTold(instrument.currency) {
            if instrument.kind == .currencyPair, isTold(Currency(instrument.symbol)) { continue }
            throw ValidationError(
                "--data: \(instrument.localSymbol) is paid in \(instrument.currency): say what one is worth in US dollars, "
                    + "such as --rate \(instrument.currency)=1.25, or add a file of \(instrument.currency).USD where the "
                    + "strategy takes several")
        }
        return tape
    }

    /// The frame around prices at hand.
    func plan(on tape: MarketTape) -> BacktestPlan {
        var plan = BacktestPlan(
            instruments: tape.instruments, cash: cash, configuration: configuration, limits: limits,
            updates: tape.updates)
        complete(&plan, tape)
        return plan
    }

    /// The frame around prices that come one by one, after what `heading` says of them.
    func plan(on heading: MarketTape, next: @escaping () -> MarketUpdate?) -> BacktestPlan {
        var plan = BacktestPlan(
            instruments: heading.instruments, cash: cash, start: heading.start, configuration: configuration,
            limits: limits, next: next)
        complete(&plan, heading)
        return plan
    }

    private func complete(_ plan: inout BacktestPlan, _ tape: MarketTape) {
        plan.start = tape.start
        plan.barLength = tape.barLength
        plan.barBasis = tape.barBasis
        plan.models = models
        plan.size = size
    }
}

extension ShareAction {
    /// An action of a file; the ratio of a split is taken as a fraction of whole numbers up to 1,000.
    init(_ action: CorporateAction, file: String) throws {
        switch action.kind {
        case .dividend(let amount): self = .dividend(Money(ExactDecimal(approximately: amount, digits: 8)))
        case .split(let ratio):
            guard
                let old = (1...1000).first(where: {
                    let new = ratio * Double($0)
                    return new.rounded() >= 1 && abs(new - new.rounded()) < 1e-6 * new
                })
            else {
                throw ValidationError(
                    "\(file): a split by \(ratio) is no ratio of whole numbers up to 1000; write 2 for two for one")
            }
            self = .split(new: Int((ratio * Double(old)).rounded()), old: old)
        }
    }
}
