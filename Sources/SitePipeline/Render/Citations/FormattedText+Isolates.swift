import Bibliography
import CSL
import JournalModel

extension FormattedText {
  /// For a line of its own: what runs against the words of the style is kept apart, unless these run
  /// against the line, where they would stand in a wrong order between what is kept apart.
  func isolating(in direction: TextDirection, by processor: Processor) -> FormattedText {
    direction == .rightToLeft && !processor.runsRightToLeft ? withoutIsolates : self
  }

  /// The same for a sentence: in one from right to left a citation from left to right is left whole.
  func isolating(inSentence direction: TextDirection) -> FormattedText {
    direction == .rightToLeft ? withoutIsolates : self
  }
}
