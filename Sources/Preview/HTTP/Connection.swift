package import FlyingSocks
import Foundation

/// One client: reads requests and answers them in turn.
package struct Connection: Sendable {
  private let socket: AsyncSocket
  private var received: [UInt8] = []
  /// When the request that is being read must have come.
  private var deadline = ContinuousClock.now

  /// So long may a client take to ask, and to read the answer: one that does neither would keep
  /// others out.
  private static let patience = Duration.seconds(60)
  /// The largest head that is read.
  private static let headLimit = 64 * 1024

  package init(_ socket: AsyncSocket) {
    self.socket = socket
  }

  /// Answers until the client leaves, asks to close, or sends what cannot be read.
  package mutating func serve(_ answer: (Request) async -> Response) async throws {
    defer { try? socket.close() }
    while let head = try await nextHead() {
      let request: Request
      do {
        guard head.count <= Self.headLimit else { throw Request.Refusal.tooLarge }
        request = try Request(head: head)
      } catch {
        try await refuse(error as? Request.Refusal ?? .malformed)
        return
      }
      guard try await passOver(request.bodyLength) else { return }
      let response = await answer(request)
      let isSent = try await write(
        response.encoded(
          isHead: request.method == "HEAD", keepsConnection: request.keepsConnection))
      guard isSent else { return }
      guard request.keepsConnection else { return }
    }
  }

  /// The bytes up to the next empty line, or as many as show that it comes too late; nil when the
  /// client has left.
  private mutating func nextHead() async throws -> [UInt8]? {
    var searched = 0
    deadline = .now + Self.patience
    while true {
      if let end = endOfHead(from: searched) {
        let head = Array(received[..<end.head])
        received.removeFirst(end.next)
        if head.isEmpty { continue }
        return head
      }
      guard received.count <= Self.headLimit else { return received }
      searched = max(0, received.count - 3)
      guard try await receive() else { return nil }
    }
  }

  /// Where the head ends and what comes after it begins.
  private func endOfHead(from start: Int) -> (head: Int, next: Int)? {
    let (feed, carriage) = (UInt8(ascii: "\n"), UInt8(ascii: "\r"))
    if received.first == feed { return (0, 1) }
    if received.starts(with: [carriage, feed]) { return (0, 2) }
    for index in received.indices.dropFirst(start) where received[index] == feed {
      if index > 0, received[index - 1] == feed { return (index - 1, index + 1) }
      if index > 2, received[(index - 3)..<index].elementsEqual([carriage, feed, carriage]) {
        return (index - 3, index + 1)
      }
    }
    return nil
  }

  /// Reads the body of a request and throws it away; false when the client has left.
  private mutating func passOver(_ length: Int) async throws -> Bool {
    while received.count < length {
      guard try await receive() else { return false }
    }
    received.removeFirst(length)
    return true
  }

  private mutating func receive() async throws -> Bool {
    do {
      let bytes = try await within(deadline - .now) { [socket] in
        try await socket.read(atMost: 4096)
      }
      received += bytes ?? []
      return bytes != nil
    } catch SocketError.disconnected {
      return false
    }
  }

  /// False when the client does not read.
  private func write(_ answer: Data) async throws -> Bool {
    try await within(Self.patience) { [socket] in try await socket.write(answer) } != nil
  }

  private func refuse(_ refusal: Request.Refusal) async throws {
    let status: Response.Status =
      switch refusal {
      case .malformed: .badRequest
      case .tooLarge: .headTooLarge
      case .bodyTooLarge: .contentTooLarge
      }
    let response = Response(status, text: "This request cannot be answered.\n")
    _ = try await write(response.encoded(isHead: false, keepsConnection: false))
  }
}

/// What some work comes to; nil when it takes longer than it may.
private func within<Result: Sendable>(
  _ time: Duration, _ work: @escaping @Sendable () async throws -> Result
) async throws -> Result? {
  try await withThrowingTaskGroup(of: Result?.self) { group in
    defer { group.cancelAll() }
    group.addTask { try await work() }
    group.addTask {
      // In short sleeps: one that is cancelled stays in memory until its time is over.
      let end = ContinuousClock.now + time
      while .now < end { try await Task.sleep(for: min(end - .now, .seconds(1))) }
      return nil
    }
    return try await group.next() ?? nil
  }
}
