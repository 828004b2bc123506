package import FlyingSocks
import Foundation

/// A pool that switches Nagle's algorithm off for every socket that passes through it.
///
/// FlyingFox writes head and body of a response apart. With Nagle's algorithm the second write
/// waits until the client has acknowledged the first, which it delays by 40 ms. Sockets inherit
/// the option from the listening one, which comes here first.
package struct UndelayedSocketPool: AsyncSocketPool {
  private let pool: any AsyncSocketPool

  package init(_ pool: any AsyncSocketPool) {
    self.pool = pool
  }

  package func prepare() async throws {
    try await pool.prepare()
  }

  package func run() async throws {
    try await pool.run()
  }

  package func suspendSocket(_ socket: Socket, untilReadyFor events: Socket.Events) async throws {
    // A socket that is closing refuses the option; it will say so itself.
    try? socket.setValue(true, for: BoolSocketOption(level: Int32(IPPROTO_TCP), name: TCP_NODELAY))
    try await pool.suspendSocket(socket, untilReadyFor: events)
  }
}
