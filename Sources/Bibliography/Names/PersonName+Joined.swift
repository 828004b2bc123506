extension PersonName {
  /// The family name with the particle that stays before it.
  var familyWithParticle: String {
    guard !nonDroppingParticle.isEmpty, !family.isEmpty else { return nonDroppingParticle + family }
    let isElided = nonDroppingParticle.last.map { "'’-".contains($0) } ?? false
    return isElided ? nonDroppingParticle + family : nonDroppingParticle + " " + family
  }

  /// The given name with the particle that leaves the family name.
  var givenWithParticle: String {
    guard !given.isEmpty, !droppingParticle.isEmpty else { return given + droppingParticle }
    return given + " " + droppingParticle
  }
}
