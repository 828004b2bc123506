/// A value of a YAML document, in a list of all in the order of its text.
struct YAMLEvent {
  enum Kind {
    case scalar(String, ScalarStyle)
    /// A list: what it holds stands behind it, up to an index.
    case sequence(end: Int)
    /// A set of fields: keys and values in turn stand behind it, up to an index.
    case mapping(end: Int)
    /// The value at an index once more.
    case alias(of: Int)
  }

  enum ScalarStyle {
    case plain, singleQuoted, doubleQuoted, literal, folded
  }

  var kind: Kind
  /// Where it begins in the file, with its anchor and its tag.
  var start: Int
  /// Where it ends, for a scalar.
  var end: Int

  /// The index of the value behind it and what it holds, if it is at an index.
  func next(from index: Int) -> Int {
    switch kind {
    case .scalar, .alias: index + 1
    case .sequence(let end), .mapping(let end): end
    }
  }

  /// How deep lists and fields may be nested.
  static let mostLevels = 1000
}

/// Why a text is no YAML document, in the words of libyaml.
struct YAMLRefusal: Error {
  var problem: String
  /// What was being read.
  var context = ""
  var place: Int
  var contextPlace: Int?

  static let undefinedAlias = "found undefined alias"
  static let tooManyLevels = "too many levels"
}
