import Bibliography
import JournalModel

extension FormattedText {
  /// For a line that runs in a direction: names and titles that run from right to left are kept
  /// apart in others only, since in one of theirs all follows one order.
  func isolating(in direction: TextDirection) -> FormattedText {
    direction == .leftToRight ? self : withoutIsolates
  }
}
