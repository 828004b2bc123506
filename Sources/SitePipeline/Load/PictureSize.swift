import Foundation

/// The size of a picture in pixels, read from the beginning of its file, so that a page can keep
/// room for it before it has come.
struct PictureSize: Sendable, Hashable {
  var width: Int
  var height: Int

  /// Nil for a file that is none of PNG, JPEG, GIF, WebP and SVG, or does not say.
  init?(_ bytes: [UInt8]) {
    guard
      let size = Self.png(bytes) ?? Self.gif(bytes) ?? Self.webP(bytes) ?? Self.jpeg(bytes)
        ?? Self.svg(bytes), size.width > 0, size.height > 0
    else { return nil }
    self = size
  }

  private init(_ width: Int, _ height: Int) {
    self.width = width
    self.height = height
  }

  private static func png(_ bytes: [UInt8]) -> PictureSize? {
    guard bytes.count >= 24, bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) else { return nil }
    return PictureSize(bytes.number(at: 16, 4), bytes.number(at: 20, 4))
  }

  private static func gif(_ bytes: [UInt8]) -> PictureSize? {
    guard bytes.count >= 10, bytes.starts(with: "GIF8".utf8) else { return nil }
    return PictureSize(
      Int(bytes[6]) | Int(bytes[7]) << 8, Int(bytes[8]) | Int(bytes[9]) << 8)
  }

  /// The three forms of the container: lossy, lossless, extended.
  private static func webP(_ bytes: [UInt8]) -> PictureSize? {
    guard bytes.count >= 30, bytes.starts(with: "RIFF".utf8), bytes[8...].starts(with: "WEBP".utf8)
    else { return nil }
    func low(_ index: Int, _ count: Int) -> Int {
      (0..<count).reduce(0) { $0 | Int(bytes[index + $1]) << (8 * $1) }
    }
    switch bytes[15] {
    case UInt8(ascii: " "): return PictureSize(low(26, 2) & 0x3FFF, low(28, 2) & 0x3FFF)
    case UInt8(ascii: "L"):
      let bits = low(21, 4)
      return PictureSize((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
    case UInt8(ascii: "X"): return PictureSize(low(24, 3) + 1, low(27, 3) + 1)
    default: return nil
    }
  }

  /// The size stands in the segment that begins the frame.
  private static func jpeg(_ bytes: [UInt8]) -> PictureSize? {
    guard bytes.starts(with: [0xFF, 0xD8]) else { return nil }
    var index = 2
    while index + 9 <= bytes.count, bytes[index] == 0xFF {
      let marker = bytes[index + 1]
      let isFrame = (0xC0...0xCF).contains(marker) && ![0xC4, 0xC8, 0xCC].contains(marker)
      if isFrame {
        return PictureSize(bytes.number(at: index + 7, 2), bytes.number(at: index + 5, 2))
      }
      index += 2 + max(2, bytes.number(at: index + 2, 2))
    }
    return nil
  }

  /// From `width` and `height`, or from the box.
  private static func svg(_ bytes: [UInt8]) -> PictureSize? {
    let text = String(decoding: bytes.prefix(4096), as: UTF8.self)
    guard let start = text.range(of: "<svg")?.upperBound,
      let end = text[start...].firstIndex(of: ">")
    else { return nil }
    let tag = text[start..<end]
    func value(_ name: String) -> Substring? {
      guard let range = tag.range(of: " \(name)=") ?? tag.range(of: "\n\(name)="),
        let quote = tag[range.upperBound...].first
      else { return nil }
      return tag[range.upperBound...].dropFirst().prefix { $0 != quote }
    }
    func pixels(_ name: String) -> Int? {
      value(name).flatMap { Double($0.hasSuffix("px") ? $0.dropLast(2) : $0) }.flatMap(whole)
    }
    if let width = pixels("width"), let height = pixels("height") {
      return PictureSize(width, height)
    }
    let box = value("viewBox")?.split { $0 == " " || $0 == "," }.compactMap { Double($0) } ?? []
    guard box.count == 4, let width = whole(box[2]), let height = whole(box[3]) else { return nil }
    return PictureSize(width, height)
  }

  private static func whole(_ number: Double) -> Int? {
    number.isFinite && number > 0 && number < 1e6 ? Int(number.rounded(.up)) : nil
  }
}

extension [UInt8] {
  /// A number with its highest byte first.
  fileprivate func number(at index: Int, _ count: Int) -> Int {
    self[index..<(index + count)].reduce(0) { $0 << 8 | Int($1) }
  }
}
