import Bibliography
import JournalModel

extension ArticleRecord {
  /// The ContextObject in a span (Z39.88-2004) by which Zotero offers the articles of a contents
  /// page; the text of a `title` attribute, not yet escaped for HTML.
  ///
  /// On an article's own page only where it is unsigned and so has no `citation_*` tags: else Zotero
  /// would take this and ignore the better ones.
  package var coins: String {
    var fields: [(String, String)] = [
      ("ctx_ver", "Z39.88-2004"), ("rft_val_fmt", "info:ofi/fmt:kev:mtx:journal"),
      ("rft.genre", "article"), ("rft.atitle", plainTitle),
      ("rft.jtitle", journal.title[language]),
    ]
    func add(_ name: String, _ value: String?) {
      if let value, !value.isEmpty { fields.append((name, value)) }
    }
    add("rft.stitle", journal.abbreviation)
    add("rft.volume", issue?.volume)
    add("rft.issue", issue?.number)
    switch article.extent {
    case .pages(let range):
      add("rft.spage", range.first)
      add("rft.epage", range.last ?? range.first)
      add("rft.pages", range.text)
    case .articleNumber(let number): add("rft.artnum", number)
    case nil: break
    }
    add("rft.date", citedDate.text)
    add("rft.issn", journal.issn.print?.text)
    add("rft.eissn", journal.issn.online?.text)
    if let first = authors.first, first.name.literal.isEmpty {
      add("rft.aulast", first.name.surname)
      add("rft.aufirst", first.name.forename)
    }
    for author in authors {
      add(author.isOrganization ? "rft.aucorp" : "rft.au", author.name.inverted)
    }
    add("rft.language", language.text)
    add("rft_id", article.doi.map { "info:doi/" + $0.text })
    add("rft_id", url)
    return fields.map { "\($0.0)=\(formEncoded($0.1))" }.joined(separator: "&")
  }
}

/// As forms send it: a space is `+`, what is neither letter nor digit percent-encoded.
private func formEncoded(_ text: String) -> String {
  let digits = Array("0123456789ABCDEF".utf8)
  var bytes: [UInt8] = []
  for byte in text.utf8 {
    switch byte {
    case UInt8(ascii: " "): bytes.append(UInt8(ascii: "+"))
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"), UInt8(ascii: "*"):
      bytes.append(byte)
    default: bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}
