/// How bad a finding is.
public enum Severity: String, Sendable, Hashable, Comparable, CaseIterable, Codable {
  /// It can be published.
  case warning
  /// The result would be wrong or missing; nothing is written.
  case error

  public static func < (a: Severity, b: Severity) -> Bool {
    a == .warning && b == .error
  }
}

/// The stable name of a kind of finding: subject first, lower case, hyphens.
public struct DiagnosticCode: RawRepresentable, Sendable, Hashable, Codable,
  ExpressibleByStringLiteral
{
  public var rawValue: String

  public init(rawValue: String) { self.rawValue = rawValue }
  public init(stringLiteral value: String) { rawValue = value }
}

/// One thing an author can mend: what is wrong, where, and the cure.
public struct Diagnostic: Sendable, Hashable, Codable {
  /// Another place that explains the finding, such as the first of two duplicates.
  public struct Note: Sendable, Hashable, Codable {
    public var range: SourceRange
    public var message: String

    public init(_ message: String, at range: SourceRange) {
      self.message = message
      self.range = range
    }
  }

  public var severity: Severity
  public var code: DiagnosticCode
  /// Like a headline: no full stop, states the rule or the fact, quotes the offending text.
  public var message: String
  /// The smallest text that is wrong.
  public var range: SourceRange
  public var notes: [Note]
  /// The cure as a verb phrase.
  public var hint: String?

  public init(
    _ severity: Severity, _ code: DiagnosticCode, _ message: String, at range: SourceRange,
    notes: [Note] = [], hint: String? = nil
  ) {
    self.severity = severity
    self.code = code
    self.message = Self.shortened(message)
    self.range = range
    self.notes = notes
    self.hint = hint.map(Self.shortened)
  }

  /// A text of more than 4,000 bytes without its middle: a thousand findings may quote one field of
  /// any length.
  private static func shortened(_ text: String) -> String {
    text.utf8.count > 4_000 ? "\(text.prefix(400)) … \(text.suffix(400))" : text
  }
}
