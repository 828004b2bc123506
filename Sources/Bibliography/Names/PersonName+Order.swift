import Reporting

extension PersonName {
  /// Whether its parts follow each other without a blank, the family name first, as in Chinese,
  /// Japanese and Korean; not so a foreign name that is spelled in Katakana.
  public var isUnspaced: Bool {
    guard family.utf8.span.greatest >= 0xE3 else { return false }
    var holdsOwnLetter = false
    for scalar in (family + given).unicodeScalars {
      let isKatakana = (0x30A0...0x30FF).contains(scalar.value)
      if scalar.isHangul || scalar.isHanOrKana, !isKatakana {
        holdsOwnLetter = true
      } else if !isKatakana, scalar.properties.isAlphabetic {
        return false
      }
    }
    return holdsOwnLetter
  }

  /// Whether the family name stands first, however the name is said.
  public var hasFamilyFirst: Bool { isStaticallyOrdered || isUnspaced }
}
