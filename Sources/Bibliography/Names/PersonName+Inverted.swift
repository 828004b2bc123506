extension PersonName {
  /// A name in the order of RIS and EndNote: "Family, Given, Suffix".
  ///
  /// Without a comma it is a body, or a person with one name; a comma at the end says so, and two
  /// commas stand for one in the name of a body. The Arabic comma parts a name too.
  init(inverted text: String) {
    let plain = text.replacing("،", with: ",")
    if plain.contains(",,") || plain.hasSuffix(",") {
      let body = plain.hasSuffix(",") ? String(plain.dropLast()) : plain
      self.init(literal: body.replacing(",,", with: ",").trimmed)
      return
    }
    let parts = plain.split(separator: ",", omittingEmptySubsequences: false)
      .map { String($0).trimmed }
    guard parts.count > 1, !parts[0].isEmpty else {
      self.init(literal: parts.filter { !$0.isEmpty }.joined(separator: ", "))
      return
    }
    self.init(
      family: parts[0], given: parts[1],
      suffix: parts.dropFirst(2).filter { !$0.isEmpty }.joined(separator: ", "))
    separateParticles()
  }
}
