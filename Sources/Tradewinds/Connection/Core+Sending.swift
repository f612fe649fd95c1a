import Logging
import NIOCore
import TradewindsSession
import TradewindsVocabulary
import TradewindsWire

extension Core {
    /// Sends messages when pacing allows, without others between them.
    func send(_ requests: [Request], _ urgency: Pacer<Request>.Urgency = .ordinary) {
        guard context != nil, failure == nil else { return }
        pacer.enter(requests, urgency)
        release()
    }

    private func release() {
        let (requests, wake) = pacer.release(at: now)
        write(requests)
        guard let wake, !isWakeScheduled else { return }
        isWakeScheduled = true
        let bound = NIOLoopBound(self, eventLoop: loop)
        loop.scheduleTask(in: TimeAmount(wake - now)) {
            bound.value.isWakeScheduled = false
            bound.value.release()
        }
    }

    /// Whether `request` can be written at the negotiated version.
    func check(_ request: Request) throws(IBError) {
        guard let writer else { throw .lost }
        do throws(WireError) { _ = try request.kind.form(at: writer.version) } catch { throw IBError(error) }
    }

    func write(_ requests: [Request]) {
        guard !requests.isEmpty, writer != nil else { return }
        for request in requests {
            do throws(WireError) { try writer?.write(request) } catch {
                logger.error("a message was not sent", metadata: ["reason": "\(error)"])
            }
        }
        write(writer?.bytes ?? [])
        writer?.removeAll()
    }

    func write(_ bytes: [UInt8]) {
        guard let context, !bytes.isEmpty else { return }
        var buffer = context.channel.allocator.buffer(capacity: bytes.count)
        buffer.writeBytes(bytes)
        context.writeAndFlush(wrapOutboundOut(buffer), promise: nil)
    }

    /// Ends the connection: everyone who waits is told why.
    func close(_ error: IBError) {
        let reason = failure ?? error
        failure = reason
        let waiting = (sinks.values.map { $0 }, querySinks.values.map(\.sink))
        let streams = (Array(listeners.values), Array(tickSinks.values), Array(previews.values))
        sinks = [:]
        querySinks = [:]
        listeners = [:]
        tickSinks = [:]
        previews = [:]
        for sink in waiting.0 + waiting.1 + streams.0 + streams.2 { sink.fail(reason) }
        for sink in streams.1 { sink.fail(reason) }
        for sink in orderSinks.values { sink.mailbox.finish(reason) }
        orderSinks = [:]
        ready?(.failure(reason))
        ready = nil
        context?.close(promise: nil)
        context = nil
    }

    /// Looks whether the gateway still speaks.
    func watch(at time: Duration) {
        let bound = NIOLoopBound(self, eventLoop: loop)
        loop.scheduleTask(in: TimeAmount(time - now)) { bound.value.checkLiveness() }
    }

    private func checkLiveness() {
        guard context != nil, let action = liveness?.check(at: now) else { return }
        switch action {
        case .wait(let time): watch(at: time)
        case .probe(let time):
            let request = Request.reqCurrentTime(CurrentTimeRequest())
            let (ticket, isFirst) = table.enter(.currentTime)
            table.abandon(ticket)
            if isFirst { send([request]) }
            watch(at: time)
        case .dead: close(IBError(.connectionLost, "the gateway has gone silent", remedy: .reconnect))
        }
    }
}
