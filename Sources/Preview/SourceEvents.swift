import Foundation

#if os(Linux)
  /// What the system tells of folders: that something has happened in them, not what.
  package struct SourceEvents: ~Copyable {
    /// The queue of the system (inotify); negative when there is none to be had.
    private let descriptor: Int32
    /// What is watched, by the numbers that the queue gives.
    private var watched: Set<Int32> = []
    /// Whether that is all that was last looked at.
    package private(set) var coversAll = false
    /// Reads the queue.
    private let reading: (any DispatchSourceRead)?
    /// Ends a wait.
    private let timer: any DispatchSourceTimer
    /// When an event was read; nil when the time of a wait was over.
    private let moments: AsyncStream<ContinuousClock.Instant?>

    /// A file is told of when it has been written whole, not with each piece.
    private static let mask = UInt32(
      IN_CLOSE_WRITE | IN_ATTRIB | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO
        | IN_DELETE_SELF | IN_MOVE_SELF)

    /// Watches nothing yet, and closes the queue in the end.
    package init(descriptor: Int32 = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))) {
      self.descriptor = descriptor
      // Only the latest counts: whoever looks later than that has seen what was told before.
      let (moments, read) = AsyncStream.makeStream(
        of: ContinuousClock.Instant?.self, bufferingPolicy: .bufferingNewest(1))
      self.moments = moments
      timer = DispatchSource.makeTimerSource()
      timer.setEventHandler { read.yield(nil) }
      timer.activate()
      guard descriptor >= 0 else {
        reading = nil
        return
      }
      let reading = DispatchSource.makeReadSource(fileDescriptor: descriptor)
      reading.setEventHandler {
        if Self.readQueue(descriptor) { read.yield(.now) }
      }
      reading.setCancelHandler { close(descriptor) }
      reading.activate()
      self.reading = reading
    }

    deinit {
      timer.cancel()
      reading?.cancel()
    }

    /// Takes a look that gives each folder to a function before it lists it, and watches just these
    /// from then on, as far as the system has room for them.
    package mutating func covering(_ look: ((String) -> Void) -> SourceSnapshot) -> SourceSnapshot {
      var (watched, coversAll) = (Set<Int32>(), true)
      let snapshot = look { folder in
        let number = unsafe inotify_add_watch(descriptor, folder, Self.mask)
        if number < 0 { coversAll = false } else { watched.insert(number) }
      }
      for number in self.watched.subtracting(watched) { inotify_rm_watch(descriptor, number) }
      (self.watched, self.coversAll) = (watched, coversAll)
      return snapshot
    }

    /// The moment when something happened, as soon as it is later than the given one; nil when
    /// nothing has until the end.
    package func next(
      after moment: ContinuousClock.Instant, until end: ContinuousClock.Instant
    ) async throws -> ContinuousClock.Instant? {
      timer.schedule(deadline: .now() + max(0, (end - .now) / .seconds(1)))
      defer { timer.schedule(deadline: .distantFuture) }
      for await event in moments {
        guard let event else { return nil }
        if event > moment { return event }
      }
      throw CancellationError()
    }

    /// Empties the queue, and says whether anything in it matters.
    private static func readQueue(_ descriptor: Int32) -> Bool {
      var buffer = [UInt8](repeating: 0, count: 1 << 16)
      var matters = false
      while true {
        let count = unsafe read(descriptor, &buffer, buffer.count)
        guard count > 0 else { return matters }
        matters = Self.matters(buffer[..<count]) || matters
      }
    }

    /// Whether events, as they stand in the queue, tell of more than hidden files and folders that
    /// are no longer watched.
    package static func matters(_ events: ArraySlice<UInt8>) -> Bool {
      var rest = events
      while rest.count >= MemoryLayout<inotify_event>.size {
        let event = unsafe rest.withUnsafeBytes { unsafe $0.loadUnaligned(as: inotify_event.self) }
        rest = rest.dropFirst(MemoryLayout<inotify_event>.size)
        let isHidden = event.len > 0 && rest.first == UInt8(ascii: ".")
        if !isHidden, event.mask & UInt32(IN_IGNORED) == 0 { return true }
        rest = rest.dropFirst(Int(event.len))
      }
      return false
    }
  }
#else
  /// What the system tells of folders: here nothing.
  package struct SourceEvents: ~Copyable {
    /// Whether the system tells of all that was last looked at.
    package let coversAll = false

    package init() {}

    /// Takes a look.
    package func covering(_ look: ((String) -> Void) -> SourceSnapshot) -> SourceSnapshot {
      look { _ in }
    }

    /// Waits until the end.
    package func next(
      after moment: ContinuousClock.Instant, until end: ContinuousClock.Instant
    ) async throws -> ContinuousClock.Instant? {
      try await Task.sleep(until: end, clock: .continuous)
      return nil
    }
  }
#endif
