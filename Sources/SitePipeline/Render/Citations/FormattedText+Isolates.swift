import Bibliography
import CSL
import JournalModel

extension FormattedText {
  /// For a line that runs in a direction: what runs against the words of the style is kept apart,
  /// but where these run against the line themselves: there it would stand in no order.
  func isolating(in direction: TextDirection, by processor: Processor) -> FormattedText {
    direction == .rightToLeft && !processor.runsRightToLeft ? withoutIsolates : self
  }

  /// The same for a sentence: in one from right to left a citation from left to right is left whole.
  func isolating(inSentence direction: TextDirection) -> FormattedText {
    direction == .rightToLeft ? withoutIsolates : self
  }
}
