/// Postings as they stand in the index: see `SearchIndex.Term.postings`.
enum PostingList {
  /// Five bits a character; all but the last are of the second half of the alphabet.
  static func append(_ value: UInt32, to postings: inout [UInt8]) {
    var shift: UInt32 = 30
    while shift > 0, value >> shift == 0 { shift -= 5 }
    while shift > 0 {
      postings.append(alphabet[Int(32 + (value >> shift & 31))])
      shift -= 5
    }
    postings.append(alphabet[Int(value & 31)])
  }

  /// The articles by their numbers, with what the term says about each.
  static func documents(of postings: [UInt8]) -> [(document: Int32, weight: UInt8)] {
    var last: Int32 = -1
    return Steps(postings: postings).map { distance, weight in
      last += Int32(distance) + 1
      return (last, weight)
    }
  }

  /// What the term says about some articles, whose numbers are given in order.
  static func documents(_ numbers: [Int32], in postings: [UInt8]) -> [(
    document: Int32, weight: UInt8
  )] {
    var documents: [(document: Int32, weight: UInt8)] = []
    var last: Int32 = -1
    var next = 0
    for (distance, weight) in Steps(postings: postings) {
      last += Int32(distance) + 1
      while numbers[next] < last {
        next += 1
        if next == numbers.count { return documents }
      }
      if numbers[next] == last { documents.append((last, weight)) }
    }
    return documents
  }

  /// The postings of titles, names, keywords and abstracts.
  static func withoutBodies(_ postings: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var passedOver: UInt32 = 0
    for (distance, weight) in Steps(postings: postings) {
      passedOver += distance
      if weight >= 3 {
        append(passedOver << 3 | UInt32(weight), to: &result)
        passedOver = 0
      } else {
        passedOver += 1
      }
    }
    return result
  }

  /// How many articles stand between one posting and the last, and what the term says there.
  private struct Steps: Sequence, IteratorProtocol {
    let postings: [UInt8]
    private let digits = PostingList.digits
    private var place = 0

    init(postings: [UInt8]) { self.postings = postings }

    mutating func next() -> (distance: UInt32, weight: UInt8)? {
      var value: UInt32 = 0
      while place < postings.count {
        let digit = digits[Int(postings[place])]
        place += 1
        value = value << 5 | UInt32(digit & 31)
        if digit < 32 { return (value >> 3, UInt8(value & 7)) }
      }
      return nil
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
