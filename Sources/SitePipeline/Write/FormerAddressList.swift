import Foundation
import JournalModel
import Reporting

/// The addresses of the journal's earlier site as its editor has listed them, in a file beside the
/// content: one on each line, or the `sitemap.xml` of that site as it was.
///
/// Every one of them has to lead somewhere.
struct FormerAddressList: Sendable {
  static let fileName = "old-addresses.txt"

  /// Paths from the root of the host, without a `/` at their end; what was said in a query too.
  private(set) var addresses: [Located<String>] = []

  init(_ bytes: [UInt8], path: String) {
    let text = Array(bytes)
    let open = Array("<loc>".utf8)
    let isSitemap = text.firstIndex(of: open) != nil
    var start = 0
    while start < text.count {
      var end: Int
      if isSitemap {
        guard let mark = text[start...].firstIndex(of: open) else { break }
        start = mark + open.count
        end = text[start...].firstIndex(of: UInt8(ascii: "<")) ?? text.count
      } else {
        end = text[start...].firstIndex(of: UInt8(ascii: "\n")) ?? text.count
      }
      add(text[start..<end], path)
      end += 1
      start = end
    }
  }

  private mutating func add(_ line: ArraySlice<UInt8>, _ path: String) {
    let trimmed = line.drop { $0 <= 0x20 }.prefix { $0 > 0x20 }
    guard let first = trimmed.first, first != UInt8(ascii: "#") else { return }
    var address = Substring(String(decoding: trimmed, as: UTF8.self))
    if let scheme = address.firstRange(of: "://") {
      address = address[scheme.upperBound...].drop { $0 != "/" }
    }
    let whole = String(address).replacing("&amp;", with: "&")
    address = FormerQuery.path(of: whole).map { $0[...] } ?? whole.prefix { $0 != "?" && $0 != "#" }
    while address.last == "/" { address.removeLast() }
    addresses.append(
      Located(
        String(address), at: SourceRange(path: path, bytes: trimmed.startIndex..<trimmed.endIndex)))
  }

  /// Reports each address that neither has moved nor stands in the site.
  func reportUnmapped(in plan: SitePlan, files: TextSet, _ report: inout Report) {
    let root = PageLinks.root(of: plan.journal.journal)
    let exact = Set(plan.moved.flatMap(\.from).map { $0.withoutSlash })
    let below = Set(plan.moved.flatMap(\.below))
    for address in addresses {
      let path = address.value.removingPercentEncoding ?? address.value
      if exact.contains(path) || Self.stands(path, below: below) { continue }
      let isOurs = (path + "/").hasPrefix(root)
      let own = String((path + "/").dropFirst(root.count))
      if isOurs, files.contains(SitePath(own).file) || files.contains(String(own.dropLast())) {
        continue
      }
      report.add(.addressUnmapped(address))
    }
  }

  private static func stands(_ path: String, below: Set<String>) -> Bool {
    var rest = Substring(path)
    while !rest.isEmpty {
      if below.contains(String(rest)) { return true }
      guard let slash = rest.lastIndex(of: "/") else { return false }
      rest = rest[..<slash]
    }
    return false
  }
}

extension String {
  fileprivate var withoutSlash: String { hasSuffix("/") ? String(dropLast()) : self }
}

extension ArraySlice<UInt8> {
  fileprivate func firstIndex(of mark: [UInt8]) -> Int? {
    var start = startIndex
    while let index = self[start...].firstIndex(of: mark[0]) {
      if self[index...].starts(with: mark) { return index }
      start = index + 1
    }
    return nil
  }
}

extension [UInt8] {
  fileprivate func firstIndex(of mark: [UInt8]) -> Int? { self[...].firstIndex(of: mark) }
}

extension Diagnostic {
  fileprivate static func addressUnmapped(_ address: Located<String>) -> Diagnostic {
    Diagnostic(
      .error, "former-address-unmapped", "Old address '\(address.value)' leads nowhere",
      at: address.range,
      hint: "Name its new home under 'redirects' in journal.yml, or strike it from the list")
  }
}
