extension PersonName {
  /// The family name with the particle that stays before it.
  var familyWithParticle: String {
    if nonDroppingParticle.isEmpty { return family }
    if family.isEmpty { return nonDroppingParticle }
    return nonDroppingParticle.isElided
      ? nonDroppingParticle + family : nonDroppingParticle + " " + family
  }

  /// The given name with the particle that leaves the family name.
  var givenWithParticle: String {
    if droppingParticle.isEmpty { return given }
    if given.isEmpty { return droppingParticle }
    return given + " " + droppingParticle
  }
}

extension String {
  /// Whether a particle stands before a name without a space: "d’", "al-".
  var isElided: Bool {
    let bytes = utf8.span
    guard bytes.count > 0 else { return false }
    switch bytes[bytes.count - 1] {
    case UInt8(ascii: "'"), UInt8(ascii: "-"): return true
    case 0x99:
      return bytes.count >= 3 && bytes[bytes.count - 2] == 0x80 && bytes[bytes.count - 3] == 0xE2
    default: return false
    }
  }
}
