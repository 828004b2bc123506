package import JournalModel

extension InterfaceText {
  /// A date as precisely as it is given: "30 June 2024", "June 2024", "2024".
  package func date(_ date: CalendarDate) -> String {
    let year = number(date.year)
    guard let month = date.month else { return year }
    let name = words.months[month - 1]
    guard let day = date.day else { return words.date(month: name, year: year) }
    return digits(words.date(day: day, month: name, year: year))
  }

  /// A number of things, in the form its language wants: "8 articles".
  package func count(_ count: Int, _ noun: Noun) -> String {
    isolated(replacingSign(in: words.noun(noun, words.pluralForm(of: count)), by: number(count)))
  }

  /// The forms of a noun for a script that counts by itself, `#` standing for the number.
  package func forms(of noun: Noun) -> [(form: PluralForm, text: String)] {
    PluralForm.allCases.filter(usedForms.contains).map { ($0, words.noun(noun, $0)) }
  }

  package func number(_ value: Int) -> String { digits(String(value)) }

  /// The text with its figures in those of the language, but for words with Latin letters, such as
  /// the page "e12"; for page ranges, volumes and years, never for identifiers.
  package func digits(_ text: String) -> String {
    guard words.digits != .western else { return text }
    let offset = words.digits.zero.value - Unicode.Scalar("0").value
    var result = String.UnicodeScalarView()
    var rest = text.unicodeScalars[...]
    while let first = rest.first {
      let word = rest.prefix { Self.isDigit($0) || (0x61...0x7A).contains($0.value | 0x20) }
      if word.isEmpty {
        result.append(first)
        rest.removeFirst()
      } else {
        let isNumber = word.allSatisfy(Self.isDigit)
        for scalar in word {
          result.append(isNumber ? Unicode.Scalar(scalar.value + offset) ?? scalar : scalar)
        }
        rest = rest[word.endIndex...]
      }
    }
    return String(result)
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  /// Printed pages, with an en dash.
  package func pages(_ range: PageRange) -> String {
    digits(range.last.map { "\(range.first)–\($0)" } ?? range.first)
  }

  /// The size of a file in units of 1,000: "209 KB", "1.2 MB".
  package func fileSize(_ bytes: Int) -> String {
    var (unit, size) = (0, 1000)
    while (bytes + size / 2) / size >= 1000, unit < 2 {
      unit += 1
      size *= 1000
    }
    // One figure after the mark below ten, none above; a file is never "0 KB".
    let (whole, tenths) = ((bytes + size / 2) / size, (bytes * 10 + size / 2) / size)
    let figures =
      unit > 0 && tenths < 100
      ? "\(tenths / 10)\(words.decimalMark)\(tenths % 10)" : String(max(1, whole))
    return "\(digits(figures)) \(words.byteUnits[unit])"
  }

  /// Between facts that stand side by side: "209 KB, English".
  package var comma: String { words.listComma }

  /// Between facts that may have commas of their own.
  package var semicolon: String { words.listSemicolon }

  /// The members as one text: "A, B and C".
  package func list(_ members: [String]) -> String {
    zip(members, separators(of: members)).map { $0 + $1 }.joined()
  }

  /// What stands after each member of a list, for callers that wrap the members in markup.
  package func separators(of members: [String]) -> [String] {
    members.indices.map { index in
      switch members.count - index {
      case 1: ""
      case 2: words.listConjunction(before: members[index + 1], count: members.count)
      default: words.listComma
      }
    }
  }

  /// The plural forms that whole numbers of this language take.
  private var usedForms: Set<PluralForm> {
    Set((0...120).map(words.pluralForm)).union([.other])
  }

  /// The sign stands once.
  private func replacingSign(in text: String, by number: String) -> String {
    guard let sign = text.utf8.firstIndex(of: UInt8(ascii: "#")) else { return text }
    return "\(text[..<sign])\(number)\(text[text.utf8.index(after: sign)...])"
  }
}
