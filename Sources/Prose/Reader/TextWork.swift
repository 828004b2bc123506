import CMarkGFM
import Reporting

/// What cmark does at the price of cutting texts at frequent characters, and few texts ask for.
struct TextWork: Equatable {
  /// Finding addresses without brackets and e-mail addresses: it cuts texts at every `w` and colon.
  var addresses = false
  /// Setting quotation marks, dashes and ellipses: it cuts texts at every point and hyphen.
  var punctuation = false

  init(for options: ReadingOptions) {
    addresses = options.extensions.contains(.autolink)
    punctuation = options.usesTypographicPunctuation
  }

  /// As much of it as a text seems to ask for.
  func seeming(in text: [UInt8], hasBareAddresses: Bool) -> TextWork {
    var work = self
    work.addresses = addresses && hasBareAddresses
    work.punctuation = punctuation && Self.holdsPunctuation(text)
    return work
  }

  private static func holdsPunctuation(_ text: [UInt8]) -> Bool {
    text.place(of: UInt8(ascii: "'")) != nil || text.place(of: UInt8(ascii: "\"")) != nil
      || text.span.holdsPair(of: UInt8(ascii: ".")) || holdsDash(text)
  }

  /// Whether two hyphens stand together elsewhere than in a line that only rules off a table or a
  /// heading.
  private static func holdsDash(_ text: [UInt8]) -> Bool {
    let hyphen = UInt8(ascii: "-")
    var next = 0
    while let place = text.place(of: hyphen, from: next) {
      next = place + 1
      guard next < text.count, text[next] == hyphen else { continue }
      let start = text[..<place].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
      let end = text.place(of: UInt8(ascii: "\n"), from: place) ?? text.count
      guard text[start..<end].allSatisfy({ " -:|>\t\r".utf8.contains($0) }) else { return true }
      next = end
    }
    return false
  }
}

/// Which signs of work that was left out stand in a text, so that its parts are searched for no
/// others.
@safe struct TextSigns {
  private var at = false
  private var www = false
  private var scheme = false
  private var dash = false

  /// Of what is `wanted` and not `done`.
  init(of wanted: TextWork, butNot done: TextWork, in text: [UInt8]) {
    if wanted.addresses, !done.addresses {
      // A reference such as `&#64;` stands for the sign as well.
      at = text.place(of: UInt8(ascii: "@")) != nil || text.place(of: UInt8(ascii: "&")) != nil
      www = text.span.holdsPair(of: UInt8(ascii: "w"))
      scheme = text.span.holdsPair(of: UInt8(ascii: "/"))
    }
    dash = wanted.punctuation && !done.punctuation && text.span.holdsPair(of: UInt8(ascii: "-"))
  }

  /// Whether a part of the text holds one.
  func stand(in part: UnsafePointer<CChar>, _ length: Int) -> Bool {
    unsafe at && memchr(part, 0x40, length) != nil
      || www && memmem(part, length, "www", 3) != nil
      || scheme && memchr(part, 0x3A, length) != nil && memmem(part, length, "://", 3) != nil
      || dash && memchr(part, 0x2D, length) != nil && memmem(part, length, "--", 2) != nil
  }
}
