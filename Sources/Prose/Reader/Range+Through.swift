extension Range<Int> {
  /// From the begin of this stretch of the source to the end of another.
  ///
  /// cmark counts columns in what it made of the text. In one that is no UTF-8 a later stretch may
  /// seem to end before an earlier one; then it is this stretch alone.
  func through(_ other: Range<Int>) -> Range<Int> {
    lowerBound..<Swift.max(upperBound, other.upperBound)
  }
}
