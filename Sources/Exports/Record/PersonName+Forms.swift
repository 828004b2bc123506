package import Bibliography

extension PersonName {
  /// As it is said: "Ludwig van Beethoven", "Martin Luther King Jr.".
  package var spoken: String {
    guard literal.isEmpty else { return literal }
    if isUnspaced { return words(family + given, suffix) }
    return hasFamilyFirst
      ? words(nonDroppingParticle, family, given, suffix)
      : words(given, droppingParticle, nonDroppingParticle, family, suffix)
  }

  /// With the family name first and a comma of ASCII, whatever the script: "Beethoven, Ludwig van".
  ///
  /// A name with one part or a literal name stays as it is. Readers of these tags take a comma
  /// for the border between the parts and a semicolon for that between persons, so that a name
  /// holds no more than one of the former and none of the latter.
  package var inverted: String {
    guard literal.isEmpty else { return literal.withoutSeparators }
    let last = words(nonDroppingParticle, family)
    let first = words(given, droppingParticle, suffix)
    guard !last.isEmpty, !first.isEmpty else { return (last + first).withoutSeparators }
    return "\(last.withoutSeparators), \(first.withoutSeparators)"
  }

  /// The family name with its kept particle; the whole name where there is no other part.
  package var surname: String {
    guard literal.isEmpty else { return literal }
    let last = words(nonDroppingParticle, family)
    return last.isEmpty ? given : last
  }

  /// What stands beside `surname`: given names and a dropped particle; nil where there are none.
  package var forename: String? {
    guard literal.isEmpty, !family.isEmpty else { return nil }
    let first = words(given, droppingParticle)
    return first.isEmpty ? nil : first
  }
}

/// The parts that there are, with a space between two.
private func words(_ parts: String...) -> String {
  var text = ""
  for part in parts where !part.isEmpty {
    if !text.isEmpty { text += " " }
    text += part
  }
  return text
}

extension String {
  /// With plain commas without space before them, and none of the semicolons.
  fileprivate var withoutSeparators: String {
    guard holdsSeparator else { return self }
    var result = ""
    for character in self {
      switch character {
      case ",", "،", ";", "؛":
        while result.last == " " { result.removeLast() }
        result.append(",")
      default: result.append(character)
      }
    }
    return result
  }

  /// Whether there is a comma or a semicolon, of ASCII or of the Arabic script.
  private var holdsSeparator: Bool {
    let bytes = utf8.span
    for index in bytes.indices {
      switch bytes[index] {
      case UInt8(ascii: ","), UInt8(ascii: ";"): return true
      case 0xD8 where bytes[index + 1] == 0x8C || bytes[index + 1] == 0x9B: return true
      default: break
      }
    }
    return false
  }
}
