import Bibliography
import JournalModel

extension ArticleRecord {
  /// The ContextObject in a span (Z39.88-2004) by which Zotero offers the articles of a contents
  /// page; the text of a `title` attribute, not yet escaped for HTML.
  ///
  /// On an article's own page only where it is unsigned and so has no `citation_*` tags: else Zotero
  /// would take this and ignore the better ones.
  package var coins: String {
    var form = Form()
    form.add("ctx_ver", "Z39.88-2004")
    form.add("rft_val_fmt", "info:ofi/fmt:kev:mtx:journal")
    form.add("rft.genre", "article")
    form.add("rft.atitle", plainTitle)
    form.add("rft.jtitle", journal.title[language])
    form.add("rft.stitle", journal.abbreviation)
    form.add("rft.volume", issue?.volume)
    form.add("rft.issue", issue?.number)
    switch article.extent {
    case .pages(let range):
      form.add("rft.spage", range.first)
      form.add("rft.epage", range.last ?? range.first)
      form.add("rft.pages", range.text)
    case .articleNumber(let number): form.add("rft.artnum", number)
    case nil: break
    }
    form.add("rft.date", citedDate.text)
    form.add("rft.issn", journal.issn.print?.text)
    form.add("rft.eissn", journal.issn.online?.text)
    if let first = authors.first, first.name.literal.isEmpty {
      form.add("rft.aulast", first.name.surname)
      form.add("rft.aufirst", first.name.forename)
    }
    for author in authors {
      form.add(author.isOrganization ? "rft.aucorp" : "rft.au", author.name.inverted)
    }
    form.add("rft.language", language.text)
    form.add("rft_id", article.doi.map { "info:doi/" + $0.text })
    form.add("rft_id", url)
    return form.text
  }
}

/// Fields as forms send them: a space is `+`, what is neither letter nor digit percent-encoded.
private struct Form {
  private var bytes: [UInt8] = []

  init() { bytes.reserveCapacity(1024) }

  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Adds a field that has a value.
  mutating func add(_ name: String, _ value: String?) {
    guard let value, !value.isEmpty else { return }
    if !bytes.isEmpty { bytes.append(UInt8(ascii: "&")) }
    bytes += name.utf8
    bytes.append(UInt8(ascii: "="))
    for byte in value.utf8 {
      switch byte {
      case UInt8(ascii: " "): bytes.append(UInt8(ascii: "+"))
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "*"):
        bytes.append(byte)
      default:
        bytes.append(UInt8(ascii: "%"))
        bytes.append(Self.digit(byte >> 4))
        bytes.append(Self.digit(byte & 15))
      }
    }
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value + (value < 10 ? UInt8(ascii: "0") : UInt8(ascii: "A") - 10)
  }
}
