import Foundation
import JournalModel

/// What a finished page offers and asks for: its anchors, and the links whose targets only the
/// whole site knows.
struct PageAnchors: Sendable {
  struct Link: Sendable, Hashable, Codable {
    /// As it stands on the page.
    var text: String
    /// Below the output folder.
    var file: String
    var fragment: String?
  }

  /// Below the output folder.
  let file: String
  /// Numbers of the anchors, four bytes each, sorted: a journal has many, and only few are asked
  /// for.
  private var anchors: [UInt8] = []
  private(set) var links: [Link] = []
  /// Fragments of this page that are not there.
  private(set) var missing: [String] = []

  /// Links to pages that `isKnown` names are settled at once; the others are kept.
  ///
  /// - Parameters:
  ///   - file: Below the output folder.
  ///   - bytes: The finished page.
  ///   - root: What stands before paths from the root of the site, ending in `/`.
  ///   - isKnown: Whether a file will stand at a path.
  init(file: String, bytes: [UInt8], root: String, isKnown: (String) -> Bool) {
    self.file = file
    let path = Array(file.utf8)
    let folder = path.lastIndex(of: UInt8(ascii: "/")).map { Array(path[...$0]) } ?? []
    let root = Array(root.utf8)
    // Links to places of this page: where their fragments stand, and those of longer links.
    var own: [Range<Int>] = []
    var others: [String] = []
    var numbers: [UInt32] = []
    var settled: Set<UInt64> = []
    settled.reserveCapacity(32)
    var scan = AttributeScan(bytes)
    while let attribute = scan.next() {
      let value = attribute.value
      guard attribute.name == .link else {
        numbers.append(Self.number(of: bytes[value]))
        continue
      }
      if !value.isEmpty, bytes[value.lowerBound] == UInt8(ascii: "#") {
        own.append(value.dropFirst())
        continue
      }
      // Most links lead to other sites, and some stand on a page many times: 64 bits tell those of
      // one page apart.
      guard !LinkDestination.leavesSite(bytes[value]) else { continue }
      let link = Self.unescaped(bytes[value])
      guard settled.insert(ContentHash(link).value).inserted,
        let target = LinkDestination(of: link, in: folder, root: root)
      else { continue }
      let leadsTo = target.file.isEmpty ? file : Self.text(target.file[...])
      let fragment = target.fragment.map(Self.text)
      if leadsTo != file {
        guard fragment != nil || !isKnown(leadsTo) else { continue }
        let text = String(decoding: link, as: UTF8.self)
        links.append(Link(text: text, file: leadsTo, fragment: fragment))
      } else if let fragment {
        others.append(fragment)
      }
    }
    numbers.sort()
    anchors.reserveCapacity(numbers.count * 4)
    for number in numbers {
      for byte in 0..<4 { anchors.append(UInt8(truncatingIfNeeded: number >> (8 * UInt32(byte)))) }
    }
    for place in own where !place.isEmpty && !has(Self.number(of: bytes[place])) {
      let text = Self.text(Self.unescaped(bytes[place]))
      if !has(text) { missing.append(text) }
    }
    missing += others.filter { !has($0) }
  }

  func has(_ fragment: String) -> Bool { has(Self.number(of: Array(fragment.utf8)[...])) }

  private func has(_ number: UInt32) -> Bool {
    var (low, high) = (0, anchors.count / 4)
    while low < high {
      let middle = (low + high) / 2
      if self.number(at: middle) < number { low = middle + 1 } else { high = middle }
    }
    return low < anchors.count / 4 && self.number(at: low) == number
  }

  private func number(at place: Int) -> UInt32 {
    func part(_ byte: Int) -> UInt32 { UInt32(anchors[4 * place + byte]) << (8 * UInt32(byte)) }
    return part(0) | part(1) | part(2) | part(3)
  }

  private static func number(of name: ArraySlice<UInt8>) -> UInt32 {
    UInt32(truncatingIfNeeded: ContentHash(name).value)
  }

  /// The text of a path or fragment, percent-encoded bytes put back.
  private static func text(_ encoded: ArraySlice<UInt8>) -> String {
    guard encoded.contains(UInt8(ascii: "%")) else {
      return String(decoding: encoded, as: UTF8.self)
    }
    var bytes: [UInt8] = []
    var rest = encoded
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func unescaped(_ value: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard value.contains(UInt8(ascii: "&")) else { return value }
    let text = String(decoding: value, as: UTF8.self)
      .replacing("&amp;", with: "&").replacing("&quot;", with: "\"")
      .replacing("&#39;", with: "'").replacing("&lt;", with: "<").replacing("&gt;", with: ">")
    return Array(text.utf8)[...]
  }
}

extension PageAnchors: Packable {
  init(unpacking bytes: inout PackedBytes) throws {
    file = try bytes.text()
    anchors = try bytes.run()
    links = try [Link](unpacking: &bytes)
    missing = try [String](unpacking: &bytes)
  }

  func pack(into bytes: inout PackedBytes) {
    bytes.write(file)
    bytes.write(anchors)
    links.pack(into: &bytes)
    missing.pack(into: &bytes)
  }
}

/// Where the values of `id`, `href` and `src` stand on a page that we have written, in its order.
private struct AttributeScan {
  enum Name { case id, link }

  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func next() -> (name: Name, value: Range<Int>)? {
    while let equals = place(of: UInt8(ascii: "=")) {
      position = equals + 1
      guard position < bytes.count, bytes[position] == UInt8(ascii: "\""),
        let name = name(before: equals)
      else { continue }
      position += 1
      let start = position
      guard let end = place(of: UInt8(ascii: "\"")) else { return nil }
      position = end + 1
      return (name, start..<end)
    }
    return nil
  }

  /// The next place of a byte.
  private func place(of byte: UInt8) -> Int? {
    unsafe bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress, position < buffer.count,
        let found = unsafe memchr(base + position, Int32(byte), buffer.count - position)
      else { return nil }
      return unsafe UnsafeRawPointer(found) - base
    }
  }

  /// The attribute whose name ends at a place, with a space before it.
  private func name(before end: Int) -> Name? {
    func isBlank(_ place: Int) -> Bool {
      place >= 0 && (bytes[place] == 0x20 || bytes[place] == 0x0A)
    }
    func stands(_ a: Unicode.Scalar, _ b: Unicode.Scalar, before place: Int) -> Bool {
      place >= 2 && bytes[place - 2] == UInt8(ascii: a) && bytes[place - 1] == UInt8(ascii: b)
    }
    guard end > 2 else { return nil }
    switch bytes[end - 1] {
    case UInt8(ascii: "d"): return stands("i", "d", before: end) && isBlank(end - 3) ? .id : nil
    case UInt8(ascii: "f"):
      return stands("e", "f", before: end) && stands("h", "r", before: end - 2)
        && isBlank(end - 5) ? .link : nil
    case UInt8(ascii: "c"):
      return stands("r", "c", before: end) && bytes[end - 3] == UInt8(ascii: "s")
        && isBlank(end - 4) ? .link : nil
    default: return nil
    }
  }
}
