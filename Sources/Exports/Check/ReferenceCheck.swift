import Bibliography
import JournalModel
import Reporting

/// What is odd in a list of references, in plain words; nothing is ever changed.
extension CheckedJournal {
  func checkReferences(_ report: inout Report) {
    for article in resolved.articles {
      let references = references[article.slug] ?? []
      var keys: [String] = []
      for (index, reference) in references.enumerated() {
        let place = Place(
          number: index + 1, range: reference.item?.range ?? article.range)
        let text = reference.plain.inOneLine
        checkDOI(of: reference, text, place, &report)
        if let debris = Self.debris(in: text) { report.add(.debris(debris, place)) }
        let key = Self.key(of: text)
        if let other = Self.original(of: key, among: keys) {
          report.add(
            keys[other] == key
              ? .repeated(place, other + 1) : .shortened(place, other + 1))
        }
        keys.append(key)
      }
    }
  }

  fileprivate struct Place {
    var number: Int
    var range: SourceRange
  }

  private func checkDOI(
    of reference: ArticleText.Reference, _ text: String, _ place: Place, _ report: inout Report
  ) {
    let tail = text.suffix(12).lowercased()
    let ending = ["doi:", "doi", "doi.org/", "dx.doi.org/"].first { tail.hasSuffix($0) }
    if let ending, !(tail.dropLast(ending.count).last?.isLetter ?? false) {
      report.add(.doiDangling(String(text.suffix(ending.count)), place))
    }
    if let written = reference.item?[.doi] {
      if written.hasSuffix(".") {
        report.add(.doiStop(written, place))
      } else if DOI(written) == nil {
        report.add(.doiMalformed(written, place))
      }
    } else if reference.item == nil,
      let doi = text.split(separator: " ").first(where: {
        $0.hasSuffix(".") && ($0.hasPrefix("10.") || $0.contains("doi.org/10."))
      })
    {
      report.add(.doiStop(String(doi), place))
    }
  }

  /// What a cut address leaves behind: two commas, or an escape outside an address.
  private static func debris(in text: String) -> String? {
    // Most texts hold neither, which is told without looking at words.
    let bytes = text.utf8.span
    guard
      bytes.holdsPair(of: UInt8(ascii: ","))
        || bytes.holds(UInt8(ascii: "%"), UInt8(ascii: "%"))
    else { return nil }
    let words = text.split(separator: " ")
    let found = words.first { word in
      let isAddress = word.contains("://") || word.contains("www.")
      return word.contains(",,") || !isAddress && word.contains("%20")
    }
    return found.map(String.init)
  }

  /// The letters and digits in small letters, without the pages at the end.
  ///
  /// Scalar by scalar, since a long list has many thousands, and most are of ASCII.
  private static func key(of text: String) -> String {
    var key = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9": key.append(scalar)
      case "A"..."Z": key.append(Unicode.Scalar(UInt8(scalar.value) | 0x20))
      case "\0"..."\u{7F}": continue
      case _ where scalar.properties.isAlphabetic || isNumber(scalar):
        key.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
      default: continue
      }
    }
    while let last = key.last, isNumber(last) { key.removeLast() }
    return String(key)
  }

  private static func isNumber(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.numericType != nil
  }

  /// The earlier reference that this one repeats, whole or by its beginning.
  private static func original(of key: String, among keys: [String]) -> Int? {
    guard key.count >= 12 else { return nil }
    return keys.firstIndex { $0 == key } ?? keys.firstIndex { $0.hasPrefix(key) }
  }
}

extension Diagnostic {
  fileprivate static func doiDangling(
    _ ending: String, _ place: CheckedJournal.Place
  ) -> Diagnostic {
    Diagnostic(
      .warning, "reference-doi-dangling",
      "Reference \(place.number) ends with '\(ending)' and nothing after it", at: place.range,
      hint: "Add the DOI or take the words away")
  }

  fileprivate static func doiStop(_ doi: String, _ place: CheckedJournal.Place) -> Diagnostic {
    Diagnostic(
      .warning, "reference-doi-stop",
      "The DOI of reference \(place.number) ends with a full stop: '\(doi)'", at: place.range,
      hint: "Take the full stop away: it becomes part of the link")
  }

  fileprivate static func doiMalformed(
    _ doi: String, _ place: CheckedJournal.Place
  ) -> Diagnostic {
    Diagnostic(
      .warning, "reference-doi-form", "'\(doi)' of reference \(place.number) is no DOI",
      at: place.range, hint: "A DOI looks like '10.1000/182'")
  }

  fileprivate static func debris(_ word: String, _ place: CheckedJournal.Place) -> Diagnostic {
    Diagnostic(
      .warning, "reference-debris",
      "Reference \(place.number) holds what a cut address leaves: '\(word)'", at: place.range,
      hint: "Mend the address or take its rest away")
  }

  fileprivate static func repeated(
    _ place: CheckedJournal.Place, _ other: Int
  ) -> Diagnostic {
    Diagnostic(
      .warning, "reference-repeated", "Reference \(place.number) is the same as \(other)",
      at: place.range, hint: "Keep one of them")
  }

  fileprivate static func shortened(
    _ place: CheckedJournal.Place, _ other: Int
  ) -> Diagnostic {
    Diagnostic(
      .warning, "reference-shortened",
      "Reference \(place.number) repeats \(other) in short form", at: place.range,
      hint: "Keep short forms in the notes: the list names each work once")
  }
}
