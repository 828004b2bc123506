/// The name of a person or body in the parts that CSL knows (CSL 1.0.2, "Names").
public struct PersonName: Sendable, Hashable, Codable {
  public var family: String
  public var given: String
  /// A particle dropped when only the family name is shown: "de" in "Jean de La Fontaine".
  public var droppingParticle: String
  /// A particle kept with the family name: "van" in "Vincent van Gogh".
  public var nonDroppingParticle: String
  public var suffix: String
  /// A name that has no parts: a body, or a person whose name is never inverted.
  public var literal: String
  /// Whether the suffix follows a comma also when the name is not inverted.
  public var hasCommaSuffix: Bool
  /// Whether the family name always stands first, as in Chinese or Hungarian.
  public var isStaticallyOrdered: Bool

  public init(
    family: String = "", given: String = "", droppingParticle: String = "",
    nonDroppingParticle: String = "", suffix: String = "", literal: String = "",
    hasCommaSuffix: Bool = false, isStaticallyOrdered: Bool = false
  ) {
    self.family = family
    self.given = given
    self.droppingParticle = droppingParticle
    self.nonDroppingParticle = nonDroppingParticle
    self.suffix = suffix
    self.literal = literal
    self.hasCommaSuffix = hasCommaSuffix
    self.isStaticallyOrdered = isStaticallyOrdered
  }

  /// Whether no part has a text.
  var isEmpty: Bool {
    family.isEmpty && given.isEmpty && literal.isEmpty && nonDroppingParticle.isEmpty
      && droppingParticle.isEmpty && suffix.isEmpty
  }
}
