/// A piece of running text and the bytes it was read from.
package struct Inline: Sendable, Equatable {
  package enum Kind: Sendable, Equatable {
    /// With a newline wherever the author began a new line.
    case text(String)
    /// Where readers begin a new line too.
    case lineBreak
    case emphasis([Inline])
    case strong([Inline])
    case strikethrough([Inline])
    case superscript([Inline])
    case `subscript`([Inline])
    case smallCaps([Inline])
    indirect case span(Attributes, [Inline])
    case code(String)
    indirect case link(Link)
    indirect case image(Image)
    indirect case math(Math)
    /// Raw HTML; only in documents whose HTML is trusted.
    case html(String)
    /// The note at `index` of the document's footnotes, referred to for the `occurrence`-th time.
    case footnoteReference(index: Int, occurrence: Int)
    /// The citation at this index of the document's citations.
    case citation(Int)
    /// The cross reference at this index of the document's cross references.
    case crossReference(Int)
  }

  package var kind: Kind
  package var range: Range<Int>

  package init(_ kind: Kind, at range: Range<Int>) {
    self.kind = kind
    self.range = range
  }
}

package struct Link: Sendable, Equatable {
  /// As written: an address, a path relative to the source file, or `#id`.
  package var destination: String
  package var title: String
  package var inlines: [Inline]
  package var attributes: Attributes

  package init(
    destination: String, title: String = "", inlines: [Inline], attributes: Attributes = .none
  ) {
    self.destination = destination
    self.title = title
    self.inlines = inlines
    self.attributes = attributes
  }
}

package struct Image: Sendable, Equatable {
  /// As written: an address or a path relative to the source file.
  package var source: String
  package var title: String
  /// What the image shows, for readers who do not see it.
  package var alternative: [Inline]
  package var attributes: Attributes
  package var range: Range<Int>

  package init(
    source: String, title: String = "", alternative: [Inline], attributes: Attributes = .none,
    range: Range<Int>
  ) {
    self.source = source
    self.title = title
    self.alternative = alternative
    self.attributes = attributes
    self.range = range
  }
}

/// A reference to a numbered thing or a section of the same document.
package struct CrossReference: Sendable, Equatable {
  package enum Kind: Sendable, Equatable { case figure, table, equation, section, listing }

  /// How it is printed: `\ref` prints the number alone, `\autoref` and `@fig:x` name the kind too.
  package enum Form: Sendable, Equatable { case number, labelled, parenthesized }

  package struct Target: Sendable, Equatable {
    package var kind: Kind
    package var id: String
    /// Nil for a section, whose title is printed instead.
    package var number: Int?
    /// The plain title of a section; empty for other kinds.
    package var title: String

    package init(kind: Kind, id: String, number: Int? = nil, title: String = "") {
      self.kind = kind
      self.id = id
      self.number = number
      self.title = title
    }
  }

  /// The label as the author wrote it.
  package var label: String
  package var form: Form
  package var range: Range<Int>
  /// Nil when nothing in the document has the label, which has been reported.
  package var target: Target?

  package init(label: String, form: Form, range: Range<Int>, target: Target? = nil) {
    self.range = range
    self.label = label
    self.form = form
    self.target = target
  }
}
