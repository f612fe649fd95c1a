import Foundation
import NIOCore
import NIOPosix

/// Where a proxy listens and where it connects.
enum ProxyAddress {
    /// Refuses a gateway that is the proxy itself. An address that cannot be resolved is not.
    static func refuseLoop(listen: (host: String, port: Int), target: (host: String, port: Int)) throws(Proxy.Refusal) {
        guard listen.port == target.port, listen.port != 0,
            let own = try? SocketAddress.makeAddressResolvingHost(listen.host, port: listen.port).ipAddress,
            let other = try? SocketAddress.makeAddressResolvingHost(target.host, port: target.port).ipAddress
        else { return }
        let all = ["0.0.0.0", "::"]
        let isOwn = own == other || (all.contains(other) && isLoopback(own)) || (all.contains(own) && isHere(other))
        if isOwn || (all.contains(own) && all.contains(other)) {
            throw .connectsToItself(host: target.host, port: target.port)
        }
    }

    private static func isLoopback(_ address: String) -> Bool { address == "::1" || address.hasPrefix("127.") }

    private static func isHere(_ address: String) -> Bool {
        if isLoopback(address) { return true }
        let devices = (try? System.enumerateDevices()) ?? []
        return devices.contains { $0.address?.ipAddress == address }
    }

    /// Why the gateway cannot be reached.
    static func reason(_ error: any Error, target: (host: String, port: Int)) -> String {
        "cannot reach \(target.host):\(target.port): \(NetworkFailure.reason(error))"
    }
}

/// What the network says, in words for people.
public enum NetworkFailure {
    /// Why a socket could not be bound or connected.
    public static func reason(_ error: any Error) -> String {
        switch error {
        case let error as IOError: return String(cString: strerror(error.errnoCode))
        case let error as NIOConnectionError:
            return error.connectionErrors.first.map { reason($0.error) } ?? "no such host"
        case SocketAddressError.unknown(let host, _): return "no such host: \(host)"
        case is ChannelError: return "the connection was not made in time"
        default: return "\(error)"
        }
    }
}
