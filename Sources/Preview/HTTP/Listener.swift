import FlyingSocks
import Foundation

/// A socket on the loopback address that clients connect to.
package struct Listener: Sendable {
  private let socket: Socket
  /// As many clients are served at the same time: each takes one of the files that the program may
  /// have open, and builds need the others.
  private static let greatestNumber = {
    let files = sysconf(Int32(_SC_OPEN_MAX))
    return files > 0 ? max(files / 2, 1) : 128
  }()
  /// The port that clients use.
  package let port: UInt16

  /// Listens on the port, or throws when it is taken.
  package init(port: UInt16) throws {
    socket = try Socket(domain: AF_INET, type: .stream)
    // A program that a build runs may outlive this one, and must not keep the port.
    _ = fcntl(socket.file.rawValue, F_SETFD, FD_CLOEXEC)
    do {
      try socket.setValue(true, for: .localAddressReuse)
      try socket.bind(to: sockaddr_in.inet(ip4: "127.0.0.1", port: port))
      try socket.listen()
      guard case .ip4(_, let port) = try socket.sockname() else {
        throw SocketError.unsupportedAddress
      }
      self.port = port
    } catch {
      try? socket.close()
      throw error
    }
  }

  /// Serves every client at the same time, until the task is cancelled.
  package func run(_ answer: @escaping @Sendable (Request) async -> Response) async throws {
    defer { try? socket.close() }
    let pool = eventPool()
    try await pool.prepare()
    let listening = try AsyncSocket(socket: socket, pool: pool)
    try await withThrowingTaskGroup { group in
      group.addTask { try await pool.run() }
      group.addTask { try await accept(listening, answer) }
      try await group.next()
    }
  }

  private func accept(
    _ listening: AsyncSocket, _ answer: @escaping @Sendable (Request) async -> Response
  ) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      var open = 0
      while true {
        if open == Self.greatestNumber {
          try await group.next()
          open -= 1
        }
        let client: AsyncSocket
        do {
          client = try await listening.accept()
        } catch SocketError.failed {
          // Too many clients, or one that has left already: the next may fare better.
          try await Task.sleep(for: .milliseconds(50))
          continue
        }
        open += 1
        group.addTask {
          var connection = Connection(client)
          // A client that leaves in the middle of an answer needs no answer.
          try? await connection.serve(answer)
        }
      }
    }
  }
}

/// What the system offers to wait for many sockets at once.
private func eventPool() -> some AsyncSocketPool {
  #if canImport(Darwin)
    .kQueue()
  #else
    .ePoll()
  #endif
}
