import Reporting

/// A value of a YAML document as it was written: every scalar is text, typed later by its field.
struct YAMLNode: Sendable {
  enum Content: Sendable {
    case scalar(YAMLScalar)
    case sequence([YAMLNode])
    case mapping([YAMLEntry])
  }

  var content: Content
  /// The bytes of the file that it takes.
  var range: SourceRange

  /// "text", "a list" or "a set of fields": how messages call it.
  var kindName: String {
    switch content {
    case .scalar: "text"
    case .sequence: "a list"
    case .mapping: "a set of fields"
    }
  }

  /// Whether nothing stands there: an empty value, or `~`.
  var isAbsent: Bool {
    guard case .scalar(let scalar) = content, scalar.isPlain else { return false }
    return scalar.text.isEmpty || scalar.text == "~"
  }

  /// Whether no text stands there: it is absent or blank, or a set of fields of which each is.
  var isWithoutText: Bool {
    switch content {
    case .scalar(let scalar): isAbsent || scalar.text.allSatisfy(\.isWhitespace)
    case .sequence: false
    case .mapping(let entries): entries.allSatisfy(\.value.isWithoutText)
    }
  }
}

/// The text of a scalar and what its source says about it.
struct YAMLScalar: Sendable {
  var text: String
  /// Whether it stands without quotes and without a block indicator.
  var isPlain: Bool
  /// A comment behind it on its line: text that the author may have meant as part of the value.
  var comment: YAMLComment?
}

/// What stands behind ` #` on a line.
struct YAMLComment: Sendable {
  var range: SourceRange
  /// Whether it reads as a remark, `# like this`, and not as text, `#2` or `# 2`.
  var isRemark: Bool
}

/// A key of a mapping with its value.
struct YAMLEntry: Sendable {
  /// As written.
  var key: String
  /// Lower case, with hyphens for underscores: `Doi-Prefix` and `doi_prefix` are `doi-prefix`.
  var name: String
  var keyRange: SourceRange
  var value: YAMLNode
}

extension String {
  /// Lower case, with hyphens for underscores and spaces.
  var normalizedKey: String {
    guard utf8.contains(where: { (0x41...0x5A).contains($0) || $0 == 0x5F || $0 == 0x20 }) else {
      return self
    }
    return String(
      decoding: utf8.map { byte in
        switch byte {
        case 0x41...0x5A: byte | 0x20
        case 0x5F, 0x20: UInt8(ascii: "-")
        default: byte
        }
      }, as: UTF8.self)
  }
}
