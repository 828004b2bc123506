package import Bibliography

extension PersonName {
  /// As it is said: "Ludwig van Beethoven", "Martin Luther King Jr.".
  package var spoken: String {
    guard literal.isEmpty else { return literal }
    let parts =
      isStaticallyOrdered
      ? [nonDroppingParticle, family, given, suffix]
      : [given, droppingParticle, nonDroppingParticle, family, suffix]
    return parts.filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// With the family name first and a comma of ASCII, whatever the script: "Beethoven, Ludwig van".
  ///
  /// A name with one part or a literal name stays as it is. Readers of these tags take a comma
  /// for the border between the parts and a semicolon for that between persons, so that a name
  /// holds no more than one of the former and none of the latter.
  package var inverted: String {
    guard literal.isEmpty else { return literal.withoutSeparators }
    let last = [nonDroppingParticle, family].filter { !$0.isEmpty }.joined(separator: " ")
    let first = [given, droppingParticle, suffix].filter { !$0.isEmpty }.joined(separator: " ")
    guard !last.isEmpty, !first.isEmpty else { return (last + first).withoutSeparators }
    return "\(last.withoutSeparators), \(first.withoutSeparators)"
  }

  /// The family name with its kept particle; the whole name where there is no other part.
  package var surname: String {
    guard literal.isEmpty else { return literal }
    let last = [nonDroppingParticle, family].filter { !$0.isEmpty }.joined(separator: " ")
    return last.isEmpty ? given : last
  }

  /// What stands beside `surname`: given names and a dropped particle; nil where there are none.
  package var forename: String? {
    guard literal.isEmpty, !family.isEmpty else { return nil }
    let first = [given, droppingParticle].filter { !$0.isEmpty }.joined(separator: " ")
    return first.isEmpty ? nil : first
  }
}

extension String {
  /// With plain commas without space before them, and none of the semicolons.
  fileprivate var withoutSeparators: String {
    guard contains(where: { ",،;؛".contains($0) }) else { return self }
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
}
