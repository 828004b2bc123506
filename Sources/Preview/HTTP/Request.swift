/// The head of a request: what is asked for and how.
package struct Request: Sendable, Equatable {
  /// Why a head cannot be answered as asked; the connection is closed after the answer.
  package enum Refusal: Error, Equatable {
    case malformed
    case tooLarge
    case bodyTooLarge
  }

  package var method: String
  /// Percent-encoded, as it was sent.
  package var target: String
  /// By lower-case name; of a field that is sent several times, the values joined by commas.
  package var fields: [String: String]
  package var keepsConnection: Bool
  /// The bytes of the body that follow; they are read and thrown away.
  package var bodyLength: Int

  package init(method: String = "GET", target: String, fields: [String: String] = [:]) {
    self.method = method
    self.target = target
    self.fields = fields
    keepsConnection = true
    bodyLength = 0
  }

  /// Reads a head without the empty line that ends it (RFC 9112, sections 2 to 5).
  package init(head: [UInt8]) throws(Refusal) {
    var lines = head.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { $0.last == UInt8(ascii: "\r") ? $0.dropLast() : $0 }[...]
    guard let first = lines.popFirst() else { throw .malformed }
    let words = first.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
    guard words.count == 3, let method = Self.token(words[0]), !words[1].isEmpty,
      let target = String(validating: words[1], as: UTF8.self),
      let version = Self.token(words[2]), version.hasPrefix("HTTP/1.")
    else { throw .malformed }
    self.init(method: method, target: target, fields: try Self.fields(lines))
    let connection = fields["connection"]?.lowercased() ?? ""
    keepsConnection =
      version == "HTTP/1.0" ? connection.contains("keep-alive") : !connection.contains("close")
    bodyLength = try Self.bodyLength(fields)
  }

  private static func fields(_ lines: ArraySlice<ArraySlice<UInt8>>) throws(Refusal)
    -> [String: String]
  {
    var fields: [String: String] = [:]
    for line in lines {
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")),
        let name = token(line[..<colon])?.lowercased(),
        let value = String(validating: line[(colon + 1)...], as: UTF8.self)
      else { throw .malformed }
      let trimmed = value.unicodeScalars.drop { $0 == " " || $0 == "\t" }
      let text = String(
        trimmed.reversed().drop { $0 == " " || $0 == "\t" }.reversed().map(Character.init))
      fields[name] = fields[name].map { $0 + ", " + text } ?? text
    }
    return fields
  }

  private static func bodyLength(_ fields: [String: String]) throws(Refusal) -> Int {
    guard fields["transfer-encoding"] == nil else { throw .bodyTooLarge }
    guard let text = fields["content-length"] else { return 0 }
    guard !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      throw .malformed
    }
    guard let length = Int(text), length <= 1 << 20 else { throw .bodyTooLarge }
    return length
  }

  /// A word of visible ASCII characters.
  private static func token(_ bytes: ArraySlice<UInt8>) -> String? {
    guard !bytes.isEmpty, bytes.allSatisfy({ (0x21...0x7E).contains($0) }) else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }
}
