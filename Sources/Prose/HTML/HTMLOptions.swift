/// How a document is written as HTML, and whom to ask about what lies outside it.
package struct HTMLOptions: Sendable {
  package enum Form: Sendable, Equatable {
    /// As the journal's pages want it.
    case journal
    /// As the specification of GitHub's Markdown prints it.
    case specification
  }

  package enum NotePlacement: Sendable, Equatable {
    /// Beside the text when the notes are few and short, else after it.
    case automatic, side, end
  }

  package var form: Form
  /// Whether tags that change how the rest of a page is read are printed as text, as on GitHub.
  package var filtersTags: Bool
  package var notes: NotePlacement
  /// The level that the highest heading of the text gets; nil leaves levels as written.
  package var topHeadingLevel: Int?
  package var words: TextWords
  /// The address of a link, or nil to print its text alone.
  package var link: @Sendable (LinkTarget) -> String?
  /// Where an image is found, or nil to print its alternative text alone.
  package var image: @Sendable (LinkTarget) -> ResolvedImage?
  /// A formula as MathML, or nil to print its source.
  package var math: @Sendable (Math) -> String?
  package var citations: Citations
  /// What they are in words alone, for those who do not see the image they are told about.
  package var citationWords: @Sendable (Int) -> String? = { _ in nil }

  /// What the citations of the document are printed as, in their order.
  package enum Citations: Sendable {
    /// Each where it stands, as HTML in UTF-8.
    case inText([[UInt8]])
    /// Each as a note of its own, merged with the author's; inside those it stands as it is. Before
    /// the number of its note the text says what it leads in with.
    case notes([[UInt8]], leads: [String] = [])

    subscript(index: Int) -> [UInt8]? {
      switch self {
      case .inText(let texts), .notes(let texts, _):
        texts.indices.contains(index) ? texts[index] : nil
      }
    }

    func lead(_ index: Int) -> String {
      guard case .notes(_, let leads) = self, leads.indices.contains(index) else { return "" }
      return leads[index]
    }

    var areNotes: Bool { if case .notes = self { true } else { false } }
  }

  package init(
    form: Form = .journal, filtersTags: Bool = false, notes: NotePlacement = .automatic,
    topHeadingLevel: Int? = 2,
    words: TextWords = TextWords(), citations: Citations = .inText([]),
    link: @escaping @Sendable (LinkTarget) -> String? = { $0.address },
    image: @escaping @Sendable (LinkTarget) -> ResolvedImage? = {
      ResolvedImage(source: $0.address)
    },
    math: @escaping @Sendable (Math) -> String? = { _ in nil }
  ) {
    self.form = form
    self.filtersTags = filtersTags
    self.notes = notes
    self.topHeadingLevel = topHeadingLevel
    self.words = words
    self.citations = citations
    self.link = link
    self.image = image
    self.math = math
  }
}

/// An address in a text, and where it stands.
package struct LinkTarget: Sendable, Equatable {
  /// As the author wrote it.
  package var address: String
  package var range: Range<Int>

  package init(address: String, range: Range<Int>) {
    self.address = address
    self.range = range
  }
}

/// Where an image is found, and what is known of it.
package struct ResolvedImage: Sendable, Equatable {
  package var source: String
  /// Whether the page shows it; what browsers cannot show or would fetch elsewhere becomes a link.
  package var isPicture: Bool
  /// Its size in pixels.
  package var width: Int?
  package var height: Int?
  /// What it costs to fetch.
  package var bytes: Int?

  package init(
    source: String, isPicture: Bool = true, width: Int? = nil, height: Int? = nil,
    bytes: Int? = nil
  ) {
    self.source = source
    self.isPicture = isPicture
    self.width = width
    self.height = height
    self.bytes = bytes
  }
}
