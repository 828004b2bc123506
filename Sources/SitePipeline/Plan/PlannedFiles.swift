import JournalModel
import Reporting

/// All planned files in the order in which they were asked for, each path once.
///
/// A journal has a million: each is put together when it is asked for.
package struct PlannedFiles: Sendable {
  /// What of a file is not shared with those before it.
  private struct Entry {
    var content: PlannedFile.Content
    var language: UInt16
    var range: Int32
  }

  private var paths = PathList()
  private var entries: [Entry] = []
  private var languages: [LanguageTag] = []
  /// Files that were asked for at one place follow one another.
  private var ranges: [SourceRange] = []
  private var table = PathTable()

  /// Adds a file unless its path is taken; gives the file that has it.
  mutating func append(_ file: PlannedFile) -> PlannedFile? {
    if let place = table.insert(file.path, at: entries.count) { return self[place] }
    if ranges.last != file.range { ranges.append(file.range) }
    let language = languages.firstIndex(of: file.language) ?? languages.count
    if language == languages.count { languages.append(file.language) }
    paths.append(file.path.text)
    entries.append(
      Entry(
        content: file.content, language: UInt16(language), range: Int32(ranges.count - 1)))
    return nil
  }

  /// Where a path stands.
  func place(of path: SitePath) -> Int? { place(ofFile: Array(path.file.utf8)) }

  /// The same for the bytes of a file's path.
  func place(ofFile file: [UInt8]) -> Int? { table[file] }

  func content(at place: Int) -> PlannedFile.Content { entries[place].content }
}

extension PlannedFiles: RandomAccessCollection {
  package var startIndex: Int { 0 }
  package var endIndex: Int { entries.count }

  package subscript(place: Int) -> PlannedFile {
    let entry = entries[place]
    return PlannedFile(
      path: SitePath(paths[place]), content: entry.content,
      language: languages[Int(entry.language)], range: ranges[Int(entry.range)])
  }
}

/// Where the file of each path stands in a plan.
///
/// Paths are known by 64 bits, which tell a million of them apart.
private struct PathTable: Sendable {
  private var places: [Fingerprint: Int32] = [:]

  /// Gives the place of the file that has the path already.
  mutating func insert(_ path: SitePath, at place: Int) -> Int? {
    let mark = Fingerprint(path.file)
    if let known = places[mark] { return Int(known) }
    places[mark] = Int32(place)
    return nil
  }

  subscript(file: [UInt8]) -> Int? { places[Fingerprint(file)].map { Int($0) } }
}
