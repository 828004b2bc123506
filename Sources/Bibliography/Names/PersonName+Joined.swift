extension PersonName {
  /// The family name with the particle that stays before it.
  var familyWithParticle: String {
    if nonDroppingParticle.isEmpty { return family }
    if family.isEmpty { return nonDroppingParticle }
    let isElided = nonDroppingParticle.last.map { "'’-".contains($0) } ?? false
    return isElided ? nonDroppingParticle + family : nonDroppingParticle + " " + family
  }

  /// The given name with the particle that leaves the family name.
  var givenWithParticle: String {
    if droppingParticle.isEmpty { return given }
    if given.isEmpty { return droppingParticle }
    return given + " " + droppingParticle
  }
}
