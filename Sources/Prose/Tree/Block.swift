/// A block of a document and the bytes it was read from.
package struct Block: Sendable, Equatable {
  package enum Kind: Sendable, Equatable {
    indirect case heading(Heading)
    case paragraph([Inline])
    indirect case list(List)
    case blockQuote([Block])
    indirect case codeBlock(CodeBlock)
    indirect case table(Table)
    /// Images that stand alone, with their caption.
    indirect case figure(Figure)
    case thematicBreak
    /// Raw HTML; only in documents whose HTML is trusted.
    case html(String)
    indirect case div(Attributes, [Block])
    case definitionList([Definition])
    /// A formula that stands alone.
    indirect case mathBlock(Math)
    /// Lines kept as lines, as in verse.
    case lineBlock([[Inline]])
  }

  package var kind: Kind
  package var range: Range<Int>

  package init(_ kind: Kind, at range: Range<Int>) {
    self.kind = kind
    self.range = range
  }
}

package struct Heading: Sendable, Equatable {
  /// 1 to 6, as written.
  package var level: Int
  package var inlines: [Inline]
  /// Unique in the document; nil when anchors are not asked for.
  package var id: String?
  package var attributes: Attributes

  package init(level: Int, inlines: [Inline], id: String? = nil, attributes: Attributes = .none) {
    self.level = level
    self.inlines = inlines
    self.id = id
    self.attributes = attributes
  }
}

package struct List: Sendable, Equatable {
  package struct Item: Sendable, Equatable {
    package var blocks: [Block]
    /// The state of a task; nil for an item that is none.
    package var isChecked: Bool?
    package var range: Range<Int>

    package init(blocks: [Block], isChecked: Bool? = nil, range: Range<Int>) {
      self.blocks = blocks
      self.isChecked = isChecked
      self.range = range
    }
  }

  /// How the items of a list count.
  package enum Numbering: Sendable, Equatable {
    case decimal, lowerAlpha, upperAlpha, lowerRoman, upperRoman
    /// In the digits of Arabic (١), and in those of Persian and Urdu (۱).
    case arabicIndic, persian
  }

  package var items: [Item]
  /// The number of the first item; nil for bullets.
  package var start: Int?
  package var numbering = Numbering.decimal
  /// Whether paragraphs of the items are printed without space between them.
  package var isTight: Bool

  package init(items: [Item], start: Int? = nil, isTight: Bool) {
    self.items = items
    self.start = start
    self.isTight = isTight
  }
}

package struct CodeBlock: Sendable, Equatable {
  /// The first word of the info string, such as `swift`.
  package var language: String?
  package var text: String
  package var attributes: Attributes

  package init(language: String? = nil, text: String, attributes: Attributes = .none) {
    self.language = language
    self.text = text
    self.attributes = attributes
  }
}

package struct Definition: Sendable, Equatable {
  package var term: [Inline]
  package var definitions: [[Block]]
  package var range: Range<Int>

  package init(term: [Inline], definitions: [[Block]], range: Range<Int>) {
    self.term = term
    self.definitions = definitions
    self.range = range
  }
}

package struct Table: Sendable, Equatable {
  package enum Alignment: Sendable, Equatable { case none, left, center, right }

  package struct Cell: Sendable, Equatable {
    package var inlines: [Inline]
    package var range: Range<Int>

    package init(inlines: [Inline], range: Range<Int>) {
      self.inlines = inlines
      self.range = range
    }
  }

  package var alignments: [Alignment]
  /// Empty for a table without a header row.
  package var header: [Cell]
  package var rows: [[Cell]]
  package var caption: Caption?

  package init(
    alignments: [Alignment], header: [Cell], rows: [[Cell]], caption: Caption? = nil
  ) {
    self.alignments = alignments
    self.header = header
    self.rows = rows
    self.caption = caption
  }
}

package struct Figure: Sendable, Equatable {
  package var images: [Image]
  package var caption: Caption?

  package init(images: [Image], caption: Caption? = nil) {
    self.images = images
    self.caption = caption
  }
}

/// The words under a figure or over a table, its number and its anchor.
package struct Caption: Sendable, Equatable {
  package var inlines: [Inline]
  /// From 1 through the document; nil when the author wrote "Figure 1" into the caption.
  package var number: Int?
  package var id: String?
  package var attributes: Attributes

  package init(
    inlines: [Inline], number: Int? = nil, id: String? = nil, attributes: Attributes = .none
  ) {
    self.inlines = inlines
    self.number = number
    self.id = id
    self.attributes = attributes
  }
}

/// A formula as the author wrote it, in TeX.
package struct Math: Sendable, Equatable {
  /// The source between its delimiters, without label; of environments, those that number nothing.
  package var tex: String
  package var isDisplay: Bool
  /// From 1 through the document; only labelled formulas have one.
  package var number: Int?
  package var id: String?
  /// Other names that lead to it: those of the lines of one formula.
  package var otherLabels: [String] = []

  package init(tex: String, isDisplay: Bool, number: Int? = nil, id: String? = nil) {
    self.tex = tex
    self.isDisplay = isDisplay
    self.number = number
    self.id = id
  }
}
