/// Postings as they stand in the index: see `SearchIndex.Term.postings`.
enum PostingList {
  /// Five bits a character; all but the last are of the second half of the alphabet.
  static func append(_ value: UInt32, to postings: inout [UInt8]) {
    // The lowest five bits stand last.
    var shift = UInt32((UInt32.bitWidth - 1 - (value | 1).leadingZeroBitCount) / 5 * 5)
    while shift > 0 {
      postings.append(alphabet[Int(32 + (value >> shift & 31))])
      shift -= 5
    }
    postings.append(alphabet[Int(value & 31)])
  }

  /// The articles by their numbers, with what the term says about each.
  static func documents(of postings: [UInt8]) -> [(document: Int32, weight: UInt8)] {
    var documents: [(document: Int32, weight: UInt8)] = []
    var last: Int32 = -1
    forEach(in: postings) { distance, weight in
      last += Int32(distance) + 1
      documents.append((last, weight))
      return true
    }
    return documents
  }

  /// What the term says about some articles, whose numbers are given in order.
  static func documents(_ numbers: [Int32], in postings: [UInt8]) -> [(
    document: Int32, weight: UInt8
  )] {
    var documents: [(document: Int32, weight: UInt8)] = []
    var rest = numbers[...]
    guard var wanted = rest.popFirst() else { return documents }
    var last: Int32 = -1
    forEach(in: postings) { distance, weight in
      last &+= Int32(truncatingIfNeeded: distance) &+ 1
      while wanted < last {
        guard let next = rest.popFirst() else { return false }
        wanted = next
      }
      if wanted == last { documents.append((last, weight)) }
      return true
    }
    return documents
  }

  /// The postings of titles, names, keywords and abstracts.
  static func withoutBodies(_ postings: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(postings.count)
    var passedOver: UInt32 = 0
    forEach(in: postings) { distance, weight in
      passedOver &+= distance
      if weight < 3 {
        passedOver &+= 1
      } else {
        append(passedOver << 3 | UInt32(weight), to: &result)
        passedOver = 0
      }
      return true
    }
    return result
  }

  /// How many articles stand between one posting and the last, and what the term says there, as long
  /// as more is wanted.
  @inline(__always)
  private static func forEach(
    in postings: [UInt8], _ take: (_ distance: UInt32, _ weight: UInt8) -> Bool
  ) {
    let (bytes, digits) = (postings.span, digits.span)
    var value: UInt32 = 0
    for place in bytes.indices {
      let digit = digits[Int(bytes[place])]
      value = value << 5 | UInt32(digit & 31)
      guard digit < 32 else { continue }
      guard take(value >> 3, UInt8(truncatingIfNeeded: value & 7)) else { return }
      value = 0
    }
  }

  private static func digit(of byte: UInt8) -> UInt8 {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte - UInt8(ascii: "A")
    case UInt8(ascii: "a")...UInt8(ascii: "z"): byte - UInt8(ascii: "a") + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0") + 52
    case UInt8(ascii: "-"): 62
    default: 63
    }
  }

  private static let digits = (0...255).map { digit(of: UInt8($0)) }

  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
}
