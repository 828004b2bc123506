import Reporting

extension InlineAssembler {
  /// Adds a link unless its address could run a program.
  mutating func add(link: Link, at range: Range<Int>, _ state: inout ReadingState) {
    if state.isSafe(link.destination, at: range) {
      add(Inline(.link(link), at: range))
    } else {
      for inline in link.inlines { add(inline) }
    }
  }

  mutating func add(image: Image, labels: [String], _ state: inout ReadingState) {
    var image = image
    if image.source.isEmpty {
      state.report.add(.imageWithoutFile(at: state.place(image.range)))
    } else if !state.isSafe(image.source, isImage: true, at: image.range) {
      image.source = ""
    }
    if let label = labels.first { image.attributes.id = label }
    if image.alternative.isEmpty { hasBareImage = true }
    add(Inline(.image(image), at: image.range))
  }

  /// Raw HTML: kept when trusted; otherwise what the tree can say is kept, the rest left out.
  mutating func add(html: String, at range: Range<Int>, _ state: inout ReadingState) {
    if state.options.trustsHTML {
      add(Inline(.html(html), at: range))
      return
    }
    guard let tag = HTMLTag(html) else {
      if !html.hasPrefix("<!--") { state.report(html: html, at: range) }
      return
    }
    if tag.name == "br" {
      add(Inline(.lineBreak, at: range))
    } else if tag.name == "img", let source = tag.attributes[key: "src"] {
      var attributes = tag.attributes
      let words = tag.attributes[key: "alt"] ?? ""
      // An empty text says that the image is decoration; that is kept.
      attributes.pairs.removeAll {
        $0.key == "src" || $0.key == "title" || $0.key == "alt" && !words.isEmpty
      }
      let image = Image(
        source: source, title: tag.attributes[key: "title"] ?? "",
        alternative: words.isEmpty ? [] : [Inline(.text(words), at: range)],
        attributes: attributes, range: range)
      add(image: image, labels: [], &state)
    } else if tag.isKnown {
      add(special: tag.isClosing ? .close(tag.name, range) : .open(tag, range))
    } else if !tag.isClosing {
      state.report(html: html, at: range)
    }
  }
}

extension ReadingState {
  /// Whether following an address cannot run a program; reports one that can.
  mutating func isSafe(_ address: String, isImage: Bool = false, at range: Range<Int>) -> Bool {
    if options.trustsHTML { return true }
    // No scheme that runs one begins with another letter.
    if let first = address.utf8.first, first > 0x20, first < 0x7F,
      !"jvlfd".utf8.contains(first | 0x20)
    {
      return true
    }
    // Browsers step over control characters and blanks inside the scheme.
    let scheme = address.utf8.prefix(200).filter { $0 > 0x20 && $0 != 0x7F }
      .map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
    // What follows may be a colon that a browser decodes and we have not.
    let unsafe = ["javascript", "vbscript", "livescript", "file"].contains { name in
      scheme.starts(with: name.utf8) && scheme.count > name.utf8.count
        && ":&%\\".utf8.contains(scheme[name.utf8.count])
    }
    if unsafe || scheme.starts(with: "data:".utf8) && !(isImage && isPicture(scheme)) {
      report.add(.addressUnsafe(address, at: place(range)))
      return false
    }
    return true
  }

  private func isPicture(_ address: [UInt8]) -> Bool {
    ["png", "jpeg", "gif", "webp"].contains { format in
      address.starts(with: "data:image/\(format);".utf8)
        || address.starts(with: "data:image/\(format),".utf8)
    }
  }

  mutating func report(html: String, at range: Range<Int>) {
    report.add(.htmlNotTrusted(html, at: place(find(html, near: range))))
  }

  /// The place of a text that stands in or near a range; cmark's columns may be off in lists.
  private func find(_ text: String, near range: Range<Int>) -> Range<Int> {
    let needle = Array(text.utf8)
    let limit = min(source.count, range.upperBound + 200) - needle.count
    var start = max(0, range.lowerBound - 50)
    while start <= limit {
      if source[start] == needle[0], source[start..<start + needle.count].elementsEqual(needle) {
        return start..<start + needle.count
      }
      start += 1
    }
    return range
  }
}

extension ReadingState {
  /// Names images that say nothing to readers who do not see them.
  mutating func reportBareImages(in inlines: [Inline]) {
    guard options.readsScholarlySyntax else { return }
    for inline in inlines {
      guard case .image(let image) = inline.kind, image.alternative.isEmpty,
        image.attributes[key: "alt"] == nil, image.attributes[key: "fig-alt"] == nil
      else { continue }
      report.add(.alternativeMissing(image.source, at: place(image.range)))
    }
  }
}

/// The first line of a text, short enough for a message.
func excerpt(_ text: String) -> String {
  let line = text.prefix { !$0.isNewline }
  return line.count > 60 ? line.prefix(57) + "…" : String(line)
}

extension Diagnostic {
  fileprivate static func alternativeMissing(_ source: String, at range: SourceRange) -> Diagnostic
  {
    Diagnostic(
      .warning, "image-alt-missing",
      "Image '\(excerpt(source))' has no text for those who do not see it",
      at: range, hint: "Describe it between the brackets, or write {alt=\"\"} for decoration")
  }

  fileprivate static func imageWithoutFile(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, "image-without-file", "Image names no file", at: range,
      hint: "Write the name of its file between the parentheses")
  }

  fileprivate static func addressUnsafe(_ address: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, "address-unsafe", "Address '\(excerpt(address))' could run a program; left out",
      at: range, hint: "Link to a page or a file")
  }

  fileprivate static func htmlNotTrusted(_ html: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, "html-not-trusted", "HTML '\(excerpt(html))' is left out", at: range,
      hint: "Write it as Markdown, or set 'html: trusted' in journal.yml")
  }
}
