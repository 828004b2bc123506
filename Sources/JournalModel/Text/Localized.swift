/// A value in one or several languages, in the order the author gave them; never empty.
///
/// What is asked most is compiled for each type of value in other modules too, which takes that all
/// that it touches is `@usableFromInline`: without a word the compiler calls the general form else.
@usableFromInline
package struct Localized<Value> {
  @usableFromInline
  package struct Entry {
    @usableFromInline package var language: LanguageTag
    @usableFromInline package var value: Value

    @usableFromInline
    package init(language: LanguageTag, value: Value) {
      self.language = language
      self.value = value
    }
  }

  @usableFromInline package private(set) var entries: [Entry]

  package init(_ value: Value, in language: LanguageTag) {
    entries = [Entry(language: language, value: value)]
  }

  /// Nil when there is no entry.
  package init?(_ entries: [Entry]) {
    guard !entries.isEmpty else { return nil }
    self.entries = entries
  }

  /// The entry in the language wanted, else one in the same language of another region, else the
  /// first.
  @inlinable
  package func entry(for language: LanguageTag) -> Entry {
    // Most have one.
    entries.count == 1 ? entries[0] : exactEntry(for: language) ?? entries[0]
  }

  /// The entry in the language wanted or in the same language of another region.
  @usableFromInline
  package func exactEntry(for language: LanguageTag) -> Entry? {
    entries.first { $0.language == language }
      ?? entries.first { $0.language.language == language.language }
  }

  @inlinable
  package subscript(_ language: LanguageTag) -> Value { entry(for: language).value }

  @inlinable
  package func map<Other>(_ transform: (Value) -> Other) -> Localized<Other> {
    Localized<Other>(
      entries.map { .init(language: $0.language, value: transform($0.value)) }, checked: ())
  }

  @usableFromInline
  package init(_ entries: [Entry], checked: Void) { self.entries = entries }
}

extension Localized: Sendable where Value: Sendable {}
extension Localized: Equatable where Value: Equatable {}
extension Localized: Hashable where Value: Hashable {}
extension Localized: Encodable where Value: Encodable {
  /// Languages and values in turn: an article has many, and the compiler's form is a container for
  /// each and one for all.
  @usableFromInline
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.unkeyedContainer()
    for entry in entries {
      try container.encode(entry.language)
      try container.encode(entry.value)
    }
  }
}

extension Localized: Decodable where Value: Decodable {
  @usableFromInline
  package init(from decoder: any Decoder) throws {
    var container = try decoder.unkeyedContainer()
    entries = []
    while !container.isAtEnd {
      entries.append(
        Entry(
          language: try container.decode(LanguageTag.self), value: try container.decode(Value.self))
      )
    }
    guard !entries.isEmpty else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "no language")
    }
  }
}

extension Localized.Entry: Sendable where Value: Sendable {}
extension Localized.Entry: Equatable where Value: Equatable {}
extension Localized.Entry: Hashable where Value: Hashable {}
extension Localized.Entry: Codable where Value: Codable {}
