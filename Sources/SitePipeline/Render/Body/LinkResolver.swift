import JournalModel
import Prose
import Reporting

/// Turns the addresses that authors write into links of a page: other articles by their files,
/// figures and attachments by their place beside the text.
struct LinkResolver {
  let page: PageContext
  /// The Markdown file.
  let source: String
  /// The page that the text stands on: files beside the text are put beside it.
  let home: SitePath
  private(set) var finds = Finds()
  private var links: [String: String?] = [:]
  private var images: [String: ResolvedImage?] = [:]

  /// A file of the source folder that a text shows or offers, and where it stands in the site.
  struct Attachment: Sendable, Hashable {
    var source: String
    var path: SitePath
    var range: SourceRange
    /// What stands there in place of the file, where browsers do not show that.
    var drawing: [UInt8]?

    /// The end of its name, in lower case.
    var ending: String { drawing == nil ? source.fileExtension : "svg" }
  }

  /// What a text brought to light.
  struct Finds: Sendable {
    var attachments: [Attachment] = []
    /// What it asked of the whole site.
    var answers: [SiteAnswer] = []
  }

  init(page: PageContext, source: String, home: SitePath) {
    self.page = page
    self.source = source
    self.home = home
  }

  /// Looks up every address of a document; reports those that lead nowhere.
  mutating func resolve(_ document: Document, _ report: inout Report) {
    let walk = LinkWalk(document)
    for link in walk.links where links[link.address] == nil {
      links[link.address] = .some(resolveLink(link, document, &report))
    }
    for image in walk.images where images[image.address] == nil {
      images[image.address] = .some(resolveImage(image, document, &report))
    }
  }

  /// The link for an address; nil where there is none.
  var link: @Sendable (LinkTarget) -> String? {
    { [links] target in links[target.address] ?? target.address }
  }

  var image: @Sendable (LinkTarget) -> ResolvedImage? {
    { [images] target in images[target.address] ?? nil }
  }

  private mutating func resolveLink(
    _ target: LinkTarget, _ document: Document, _ report: inout Report
  ) -> String? {
    let address = target.address
    guard !address.isEmpty, !Self.isAbsolute(address), !address.hasPrefix("#") else {
      return address
    }
    let (path, tail) = Self.divided(address)
    if path.hasPrefix("/") { return siteLink(path, tail) ?? dead(target, document, &report) }
    let file = Self.path(path, relativeTo: source)
    if let found = pagePath(ofSource: file) { return page.link(to: found) + tail }
    if let file, ask(.source(file)) != nil {
      return attach(file, as: path, document.place(target.range)) + tail
    }
    guard path.hasSuffix(".md") || path.isEmpty else {
      report.add(
        .attachmentMissing(address, guess(for: path), document.place(target.range)))
      return nil
    }
    return dead(target, document, &report)
  }

  private mutating func resolveImage(
    _ target: LinkTarget, _ document: Document, _ report: inout Report
  ) -> ResolvedImage? {
    let address = target.address
    // What has no address was named where the text was read.
    if address.isEmpty { return nil }
    if address.utf8.starts(with: "data:".utf8) { return ResolvedImage(source: address, bytes: 0) }
    if Self.isAbsolute(address) {
      report.add(.figureElsewhere(address, document.place(target.range)))
      return ResolvedImage(source: address, isPicture: false)
    }
    guard let (path, file) = picture(Self.divided(address).path) else {
      let guess = guess(for: Self.divided(address).path)
      report.add(.figureMissing(address, guess, document.place(target.range)))
      return nil
    }
    let place = document.place(target.range)
    let drawing = Self.isPDF(path) ? drawing(of: file) : nil
    guard drawing != nil || Self.isPicture(path) else {
      report.add(.figureFormat(address, place))
      return ResolvedImage(source: attach(file, as: path, place), isPicture: false)
    }
    let link = attach(file, as: drawing == nil ? path : path + ".svg", place, drawing: drawing)
    // What the page is made from is what it brings along; a file that cannot be read is reported
    // when it is copied.
    guard let attachment = finds.attachments.first(where: { $0.source == file }),
      let bytes = try? page.site.bytes(of: attachment)
    else { return ResolvedImage(source: link) }
    let size = PictureSize(bytes)
    return ResolvedImage(
      source: link, width: size?.width, height: size?.height, bytes: bytes.count)
  }

  /// The file of an image; where its name has no ending, LaTeX looks for those of pictures.
  private mutating func picture(_ path: String) -> (path: String, file: String)? {
    guard let file = Self.path(path, relativeTo: source) else { return nil }
    if ask(.source(file)) != nil { return (path, file) }
    guard !Self.isPicture(path), !Self.isPDF(path) else { return nil }
    for ending in [".svg", ".png", ".jpg", ".jpeg", ".pdf"] where ask(.source(file + ending)) != nil
    {
      return (path + ending, file + ending)
    }
    return nil
  }

  private func drawing(of file: String) -> [UInt8]? {
    page.site.figures?.svg(ofPDF: (try? page.site.tree.bytes(of: file)) ?? [])
  }

  private static func isPDF(_ path: String) -> Bool { path.fileExtension == "pdf" }

  /// Whether every browser shows files with this ending.
  private static func isPicture(_ path: String) -> Bool {
    ["png", "jpg", "jpeg", "gif", "svg", "webp", "avif"].contains(path.fileExtension)
  }

  /// A file of the source folder, put beside the page.
  private mutating func attach(
    _ file: String, as written: String, _ range: SourceRange, drawing: [UInt8]? = nil
  ) -> String {
    let name = written.split(separator: "/").filter { $0 != "." && $0 != ".." }
      .joined(separator: "/")
    let path = home.file(name)
    let attachment = Attachment(source: file, path: path, range: range, drawing: drawing)
    if !finds.attachments.contains(where: { $0.path == path }) {
      if ask(.site(path)) == nil { finds.attachments.append(attachment) }
    }
    return page.link(toFile: path)
  }

  /// A path from the root of the site.
  private mutating func siteLink(_ path: String, _ tail: String) -> String? {
    var text = String(path.dropFirst())
    if text.hasSuffix("index.html") { text.removeLast("index.html".count) }
    let target = SitePath(text)
    if ask(.site(target.translated(into: page.language, of: page.options))) != nil {
      return page.link(to: target) + tail
    }
    return ask(.site(target)) != nil ? page.link(toFile: target) + tail : nil
  }

  /// The page that a Markdown file becomes.
  private mutating func pagePath(ofSource file: String?) -> SitePath? {
    guard let file, file.hasSuffix(".md") else { return nil }
    return ask(.page(ofSource: file)).map { SitePath($0) }
  }

  /// Asks something of the whole site, and notes that it has.
  private mutating func ask(_ question: SiteAnswer.Question) -> String? {
    let answer = SiteAnswer(question, page.site)
    finds.answers.append(answer)
    return answer.value
  }

  private mutating func dead(
    _ target: LinkTarget, _ document: Document, _ report: inout Report
  ) -> String? {
    let guess = guess(for: Self.divided(target.address).path)
    report.add(.linkDead(target.address, guess, document.place(target.range)))
    return nil
  }

  /// A path that is there and differs in capitals alone, as it would be written in the text.
  private mutating func guess(for path: String) -> String? {
    guard let file = Self.path(path, relativeTo: source),
      let found = ask(.sourceInOtherCapitals(file))
    else { return nil }
    let parts = path.split(separator: "/")
    let steps = parts.prefix { $0 == "." || $0 == ".." }
    let names = found.split(separator: "/").suffix(parts.count - steps.count)
    return (steps + names).joined(separator: "/")
  }

  /// Whether an address has a scheme or a host.
  static func isAbsolute(_ address: String) -> Bool {
    if address.hasPrefix("//") { return true }
    let scheme = address.utf8.prefix { !":/?#".utf8.contains($0) }
    return scheme.count > 1 && scheme.count < address.utf8.count
      && address.utf8.dropFirst(scheme.count).first == UInt8(ascii: ":")
  }

  /// The path, and a query or fragment with its sign; percent-encoding is undone.
  private static func divided(_ address: String) -> (path: String, tail: String) {
    let end = address.firstIndex { $0 == "#" || $0 == "?" } ?? address.endIndex
    let path = String(address[..<end])
    return (path.percentDecoded ?? path, String(address[end...]))
  }

  /// The path in the source folder; nil when it leaves the folder.
  private static func path(_ path: String, relativeTo source: String) -> String? {
    var parts = source.split(separator: "/").dropLast().map(String.init)
    for part in path.split(separator: "/") where part != "." {
      if part == ".." {
        guard parts.popLast() != nil else { return nil }
      } else {
        parts.append(String(part))
      }
    }
    return parts.joined(separator: "/")
  }
}

extension String {
  /// Nil when what is encoded is no text.
  fileprivate var percentDecoded: String? {
    guard utf8.contains(UInt8(ascii: "%")) else { return self }
    return String(validating: Array(utf8).percentDecoded, as: UTF8.self)
  }
}

extension Diagnostic {
  fileprivate static func linkDead(
    _ address: String, _ guess: String?, _ range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, "link-dead", "'\(address)' leads to nothing in this journal" + didYouMean(guess),
      at: range,
      hint: "Name the Markdown file of an article or page, or a file beside the text")
  }

  fileprivate static func attachmentMissing(
    _ address: String, _ guess: String?, _ range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .warning, "attachment-missing",
      "'\(address)' is not beside the text; its words are no link" + didYouMean(guess), at: range,
      hint: "Put the file there, or write the whole address with 'https://'")
  }

  fileprivate static func figureFormat(_ address: String, _ range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, "figure-format", "'\(address)' is no picture that browsers show; it becomes a link",
      at: range,
      hint: "Save the figure as SVG, PNG, JPEG or WebP; PDFs are drawn where poppler is installed")
  }

  fileprivate static func figureElsewhere(_ address: String, _ range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, "figure-elsewhere",
      "'\(address)' lies on another host, which no page asks for anything; it becomes a link",
      at: range, hint: "Put the file beside the text, and name it there")
  }

  fileprivate static func figureMissing(
    _ address: String, _ guess: String?, _ range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .warning, "figure-missing", "'\(address)' is not beside the text" + didYouMean(guess),
      at: range,
      hint: "Put the file there, or mend its name")
  }
}
