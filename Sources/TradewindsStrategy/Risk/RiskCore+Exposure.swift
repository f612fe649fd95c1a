import TradewindsExchange
import TradewindsVocabulary

// What would be held: positions, their values and their margin with an order and all that is at work.
extension RiskCore {
    func exposure<B: Broker>(_ intent: OrderIntent, _ broker: B) -> RefusalReason? {
        let before = Reach(of: intent.instrument, broker)
        let after = before.with(intent, beside: broker.working(in: intent.instrument, on: intent.side))
        if let limit = limits.maxPosition {
            let end = intent.side == .buy ? after.high : after.low
            let isOpening = intent.side == .buy ? end > 0 : end < 0
            if isOpening, end.magnitude > limit { return .position(end, limit: limit) }
        }
        if limits.maxGrossExposure != nil || limits.maxNetExposure != nil || !limits.maxSectorExposure.isEmpty {
            if let reason = values(intent, before: before, after: after, broker) { return reason }
        }
        guard let limit = limits.maxMarginPercent, after.size > before.size else { return nil }
        return marginUse(intent, after: after, limit: limit, broker)
    }

    private func reaches<B: Broker>(
        _ intent: OrderIntent, after: Reach, _ broker: B
    ) -> [(instrument: InstrumentIndex, reach: Reach)] {
        (0..<max(instruments, intent.instrument.rawValue + 1)).map { index in
            let instrument = InstrumentIndex(index)
            return (instrument, instrument == intent.instrument ? after : Reach(of: instrument, broker))
        }
    }

    private func values<B: Broker>(
        _ intent: OrderIntent, before: Reach, after: Reach, _ broker: B
    ) -> RefusalReason? {
        let isBuy = intent.side == .buy
        var (gross, net, inSector) = (Money.zero, Money.zero, Money.zero)
        let sector = limits.sector(of: broker.terms(of: intent.instrument).symbol)
        for (instrument, reach) in reaches(intent, after: after, broker) {
            let end = isBuy ? reach.high : reach.low
            guard !end.isZero || !reach.worst.isZero else { continue }
            let terms = broker.terms(of: instrument)
            func value(_ quantity: Quantity) -> Money? {
                if quantity.isZero { return .zero }
                let price = broker.reference(of: instrument, for: quantity.isNegative ? .sell : .buy) ?? intent.limit
                return price.map { $0 * quantity * terms.multiplier }
            }
            guard let most = value(reach.worst), let signed = value(end) else { return .noPrice }
            gross += most.magnitude
            net += signed
            if sector != nil, limits.sector(of: terms.symbol) == sector { inSector += most.magnitude }
        }
        let isLarger = after.size > before.size
        if let limit = limits.maxGrossExposure, isLarger, gross > limit { return .grossExposure(gross, limit: limit) }
        // A purchase makes the net value larger, a sale smaller: each is held to its own end.
        if let limit = limits.maxNetExposure, net.isNegative != isBuy, net.magnitude > limit {
            return .netExposure(net, limit: limit)
        }
        if let sector, isLarger, let limit = limits.maxSectorExposure[sector], inSector > limit {
            return .sectorExposure(sector: sector, inSector, limit: limit)
        }
        return nil
    }

    /// Margin as it would be. Where the broker does not tell what a unit needs, it is taken to need its whole value.
    private func marginUse<B: Broker>(
        _ intent: OrderIntent, after: Reach, limit: Double, _ broker: B
    ) -> RefusalReason? {
        guard var margin = broker.initialMargin, let equity = broker.equity else { return .accountUnknown }
        for (instrument, reach) in reaches(intent, after: after, broker) {
            let more = reach.size - broker.position(in: instrument).magnitude
            guard !more.isZero else { continue }
            let side: Side = reach.worst.isNegative ? .sell : .buy
            let value = [
                instrument == intent.instrument ? intent.limit : nil, broker.reference(of: instrument, for: side),
            ]
            .compactMap(\.self).max().map { $0 * 1 * broker.terms(of: instrument).multiplier }
            guard let unit = broker.initialMargin(perUnitOf: instrument, on: side) ?? value else { return .noPrice }
            margin += unit * more.decimal
        }
        let percent = equity > 0 ? margin.doubleValue / equity.doubleValue * 100 : .infinity
        // A share on the boundary passes although it is rounded.
        return percent > limit + 1e-9 ? .marginUse(percent: percent, limit: limit) : nil
    }
}
