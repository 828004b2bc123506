package import Reporting

/// A folder with a paper as its author keeps it: often in the middle of a program's source.
package struct PaperFolder {
  /// The files below it, relative, with `/` between components.
  package var files: [String]
  /// The bytes of one of them; nil when it cannot be read.
  package var read: (String) -> [UInt8]?

  package init(files: [String], read: @escaping (String) -> [UInt8]?) {
    self.files = files.sorted()
    self.read = read
  }
}

/// The article's text with the bibliographies and figures that it names, for a folder of an issue.
///
/// `paper` is the Markdown file, where the editor names one. What the text does not name stays
/// where it is. Nothing is changed: the journal reads papers as their authors write them.
package func contentFiles(
  fromPaper folder: PaperFolder, paper: String? = nil, into target: String, report: inout Report
) -> [ContentFile] {
  guard let paper = paper ?? folder.paper(&report) else { return [] }
  guard let text = folder.read(paper) else {
    report.add(.paperUnreadable(paper))
    return []
  }
  let names = [paper] + folder.translations(of: paper) + folder.named(in: text, besides: paper)
  return names.compactMap { name in
    folder.read(name).map { ContentFile(path: target + name, bytes: $0) }
  }
}

extension PaperFolder {
  /// The one Markdown file that begins with the fields of an article; `paper.md` goes before others.
  fileprivate func paper(_ report: inout Report) -> String? {
    let candidates = files.filter { !$0.contains("/") && $0.hasSuffix(".md") && hasFields($0) }
    if candidates.contains("paper.md") { return "paper.md" }
    let originals = candidates.filter { name in
      !candidates.contains { $0 != name && isTranslation(name, of: $0) }
    }
    guard originals.count == 1 else {
      report.add(.paperNotFound(among: originals))
      return nil
    }
    return originals[0]
  }

  private func hasFields(_ name: String) -> Bool {
    guard let bytes = read(name) else { return false }
    let lines = bytes.prefix(100_000).split { $0 == 0x0A || $0 == 0x0D }
      .drop { $0.allSatisfy { $0 <= 0x20 } }
    guard lines.first.map({ $0.starts(with: "---".utf8) }) ?? false else { return false }
    return lines.dropFirst().prefix { !$0.starts(with: "---".utf8) }.contains { line in
      String(decoding: line.prefix(6), as: UTF8.self).lowercased() == "title:"
    }
  }

  /// `paper.ur.md` is a translation of `paper.md`.
  private func isTranslation(_ name: String, of original: String) -> Bool {
    let stem = original.dropLast(".md".count)
    return name.hasPrefix(stem + ".")
      && name.split(separator: ".").count
        == original.split(separator: ".").count + 1
  }

  fileprivate func translations(of paper: String) -> [String] {
    files.filter { $0.hasSuffix(".md") && $0 != paper && isTranslation($0, of: paper) }
  }

  /// The files whose path stands in the text, and bibliographies whose name does: an author may
  /// name one from another folder.
  fileprivate func named(in text: [UInt8], besides paper: String) -> [String] {
    let candidates = files.filter { $0 != paper && !$0.hasSuffix(".md") }
    let bibliographies: Set = ["bib", "ris", "json", "yaml", "yml"]
    /// What the text calls a bibliography in whatever folder.
    func elsewhere(_ name: String) -> String? {
      guard let last = name.split(separator: "/").last,
        let ending = last.split(separator: ".").last, bibliographies.contains(String(ending))
      else { return nil }
      return "/" + last
    }
    let found = words(candidates + candidates.compactMap(elsewhere), foundIn: text)
    return candidates.filter { name in
      found.contains(name) || elsewhere(name).map(found.contains) ?? false
        || name.hasSuffix(".bib") && !name.contains("/")
    }
  }
}

/// Which of the words stand in a text: a paper may lie in the middle of thousands of files, each of
/// which would be looked for by itself.
///
/// Words of one length are found in one walk, by a hash that moves along (Rabin and Karp).
func words(_ words: [String], foundIn text: [UInt8]) -> Set<String> {
  let factor: UInt64 = 1_099_511_628_211
  var found: Set<String> = []
  for (length, words) in Dictionary(grouping: words, by: \.utf8.count) {
    guard length > 0, length <= text.count else { continue }
    func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
      bytes.reduce(0) { $0 &* factor &+ UInt64($1) }
    }
    let wanted = Dictionary(grouping: words) { hash($0.utf8) }
    let highest = (1..<length).reduce(1 as UInt64) { power, _ in power &* factor }
    var current = hash(text[..<length])
    for start in 0...text.count - length {
      for word in wanted[current] ?? [] where text[start...].starts(with: word.utf8) {
        found.insert(word)
      }
      guard start + length < text.count else { break }
      current =
        (current &- UInt64(text[start]) &* highest) &* factor &+ UInt64(text[start + length])
    }
  }
  return found
}

extension Diagnostic {
  fileprivate static func paperNotFound(among candidates: [String]) -> Diagnostic {
    let names = candidates.map { "'\($0)'" }.joined(separator: ", ")
    return Diagnostic(
      .error, "paper-not-found",
      candidates.isEmpty
        ? "No Markdown file with a title stands in the folder"
        : "Several files may be the paper: \(names)",
      at: SourceRange(startOf: candidates.first ?? "paper.md"),
      hint: "Name the Markdown file instead of its folder")
  }

  fileprivate static func paperUnreadable(_ name: String) -> Diagnostic {
    Diagnostic(
      .error, "paper-unreadable", "'\(name)' cannot be read", at: SourceRange(startOf: name),
      hint: "Check its name")
  }
}
