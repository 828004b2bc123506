/// The few words that a text is given in its language or that of its page.
package struct TextWords: Sendable, Equatable {
  package var figure: String
  package var table: String
  package var equation: String
  /// With `#` where its title stands.
  package var section: String
  package var listing: String
  package var note: String
  package var backToText: String
  /// The digit zero; the other nine follow it.
  package var zero: Unicode.Scalar

  package init(
    figure: String = "Figure", table: String = "Table", equation: String = "Equation",
    section: String = "Section “#”", listing: String = "Listing", note: String = "Note",
    backToText: String = "Back to the text", zero: Unicode.Scalar = "0"
  ) {
    self.figure = figure
    self.table = table
    self.equation = equation
    self.section = section
    self.listing = listing
    self.note = note
    self.backToText = backToText
    self.zero = zero
  }

  /// A number in the digits of the page.
  package func number(_ value: Int) -> String {
    if zero == "0" { return String(value) }
    var text = String.UnicodeScalarView()
    for digit in String(value).unicodeScalars {
      text.append(Unicode.Scalar(zero.value + digit.value - 0x30) ?? digit)
    }
    return String(text)
  }

  /// What a reference to a part of the text prints.
  package func words(for reference: CrossReference, to target: CrossReference.Target) -> String {
    let number = target.number.map(self.number)
    let title = target.title.isEmpty ? target.id : target.title
    let name =
      switch target.kind {
      case .figure: figure
      case .table: table
      case .equation: equation
      case .listing: listing
      case .section: section.replacing("#", with: title)
      }
    return switch reference.form {
    case .number: number ?? title
    case .parenthesized: number.map { "(\($0))" } ?? title
    case .labelled: number.map { "\(name)\u{A0}\($0)" } ?? name
    }
  }
}
