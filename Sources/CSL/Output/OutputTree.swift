/// What evaluating a cite or an entry gives: a tree of texts with formatting and tags.
///
/// An arena, so that a tree costs no allocation of its own. Siblings are linked, so that a
/// delimiter or a substitute can be put between two of them, and one taken away.
struct OutputTree {
  /// What later steps have to find again.
  enum Tag: UInt8 {
    case none
    /// Text between two elements, cites or names.
    case delimiter
    /// `prefix` and `suffix` of an element.
    case prefix, suffix
    /// A names block; `info` is the code of its first rendered variable.
    case names
    /// One name; `info` is its place among the store's names.
    case name
    /// The year of a date and where an implicit year-suffix may follow it.
    case year, yearSuffix
    /// A whole date; `info` is the code of its variable.
    case date
    case citationNumber
    case locator
    /// The text that a cite's author gave, in front of the cite and behind it.
    case citePrefix, citeSuffix
    /// One cite; `info` is the index of the cite in its citation.
    case cite
    /// The title that stands for missing names.
    case substitute
    case label
    case term
  }

  struct Node {
    var isText: Bool
    var tag: Tag
    var format: Formatting
    /// The first child, or the start of the text.
    var first: Int32
    /// The last child, or the end of the text.
    var last: Int32
    var next: Int32 = -1
    var info: Int32 = -1
  }

  var nodes: [Node] = []
  /// The texts of the style, which nodes share, and then what has been written.
  var bytes: ByteBuffer
  private let firstOwn: Int
  /// How much stays when the rest is removed.
  private var kept: (nodes: Int, bytes: Int)

  init(sharing texts: [UInt8]) {
    bytes = ByteBuffer(texts)
    firstOwn = texts.count
    kept = (0, texts.count)
    // An entry has about a hundred.
    nodes.reserveCapacity(128)
  }

  /// Removes all nodes but those that are kept.
  mutating func removeAll() {
    if nodes.count > kept.nodes { nodes.removeLast(nodes.count - kept.nodes) }
    bytes.removeLast(bytes.count - kept.bytes)
  }

  /// Keeps what there is.
  mutating func keepAll() { kept = (nodes.count, bytes.count) }

  /// Whether the bytes of a node are its own, so that they can be changed where they lie.
  func isOwn(_ node: Int32) -> Bool { Int(nodes[Int(node)].first) >= firstOwn }

  /// A container that has no parent yet.
  mutating func makeContainer(_ format: Formatting = .none, tag: Tag = .none, info: Int32 = -1)
    -> Int32
  {
    nodes.append(
      Node(isText: false, tag: tag, format: format, first: -1, last: -1, next: -1, info: info))
    return Int32(truncatingIfNeeded: nodes.count - 1)
  }

  /// Another container of the same children, which may not be changed from then on.
  mutating func makeContainer(sharing node: Int32, tag: Tag, info: Int32) -> Int32 {
    var container = nodes[Int(node)]
    container.tag = tag
    container.info = info
    container.next = -1
    nodes.append(container)
    return Int32(truncatingIfNeeded: nodes.count - 1)
  }

  mutating func append(_ node: Int32, to parent: Int32) {
    var nodes = nodes.mutableSpan
    let last = nodes[Int(parent)].last
    if last < 0 {
      nodes[Int(parent)].first = node
    } else {
      nodes[Int(last)].next = node
    }
    nodes[Int(parent)].last = node
  }

  mutating func appendContainer(
    _ format: Formatting = .none, tag: Tag = .none, info: Int32 = -1, to parent: Int32
  ) -> Int32 {
    let node = makeContainer(format, tag: tag, info: info)
    append(node, to: parent)
    return node
  }

  /// A text node for the bytes added since `start`.
  mutating func makeText(from start: Int, _ format: Formatting = .none, tag: Tag = .none) -> Int32 {
    nodes.append(
      Node(
        isText: true, tag: tag, format: format, first: Int32(truncatingIfNeeded: start),
        last: Int32(truncatingIfNeeded: bytes.count)))
    return Int32(truncatingIfNeeded: nodes.count - 1)
  }

  /// A text node for a text of the style.
  mutating func makeText(_ text: Slice, _ format: Formatting = .none, tag: Tag = .none) -> Int32 {
    nodes.append(
      Node(
        isText: true, tag: tag, format: format, first: Int32(truncatingIfNeeded: text.start),
        last: Int32(truncatingIfNeeded: text.range.upperBound)))
    return Int32(truncatingIfNeeded: nodes.count - 1)
  }

  mutating func appendText(
    _ text: ArraySlice<UInt8>, _ format: Formatting = .none, tag: Tag = .none, to parent: Int32
  ) {
    let start = bytes.count
    bytes += text
    append(makeText(from: start, format, tag: tag), to: parent)
  }

  mutating func appendByte(_ byte: UInt8, tag: Tag = .none, to parent: Int32) {
    bytes.append(byte)
    append(makeText(from: bytes.count - 1, tag: tag), to: parent)
  }

  /// Puts a node behind `previous`, or first.
  mutating func insert(_ node: Int32, after previous: Int32, in parent: Int32) {
    var nodes = nodes.mutableSpan
    if previous < 0 {
      nodes[Int(node)].next = nodes[Int(parent)].first
      nodes[Int(parent)].first = node
      if nodes[Int(parent)].last < 0 { nodes[Int(parent)].last = node }
    } else {
      nodes[Int(node)].next = nodes[Int(previous)].next
      nodes[Int(previous)].next = node
      if nodes[Int(parent)].last == previous { nodes[Int(parent)].last = node }
    }
  }

  /// Forgets what was appended to `parent` since `mark`.
  mutating func undo(to mark: Mark, in parent: Int32) {
    if nodes.count > mark.nodes { nodes.removeLast(nodes.count - mark.nodes) }
    bytes.removeLast(bytes.count - mark.bytes)
    var nodes = nodes.mutableSpan
    nodes[Int(parent)].last = mark.last
    if mark.last < 0 {
      nodes[Int(parent)].first = -1
    } else {
      nodes[Int(mark.last)].next = -1
    }
  }

  struct Mark {
    var nodes: Int
    var bytes: Int
    var last: Int32
  }

  func mark(in parent: Int32) -> Mark {
    Mark(nodes: nodes.count, bytes: bytes.count, last: nodes[Int(parent)].last)
  }

  /// Where the last text below a node ends; 0 without text.
  func end(of node: Int32) -> Int {
    let entry = nodes[Int(node)]
    if entry.isText || entry.last < 0 { return max(Int(entry.last), 0) }
    return end(of: entry.last)
  }

  /// Whether any text is below a node.
  func hasText(_ node: Int32) -> Bool {
    let entry = nodes[Int(node)]
    if entry.isText { return entry.first < entry.last }
    var child = entry.first
    while child >= 0 {
      if hasText(child) { return true }
      child = nodes[Int(child)].next
    }
    return false
  }

  /// The text below a node, without formatting.
  func plainText(_ node: Int32, into result: inout ByteBuffer) {
    let entry = nodes[Int(node)]
    if entry.isText {
      result.append(Int(entry.first)..<Int(entry.last), of: bytes)
      return
    }
    var child = entry.first
    while child >= 0 {
      plainText(child, into: &result)
      child = nodes[Int(child)].next
    }
  }

  /// The first node with a tag, in reading order.
  func find(_ tag: Tag, in node: Int32) -> Int32? {
    let entry = nodes[Int(node)]
    if entry.tag == tag { return node }
    guard !entry.isText else { return nil }
    var child = entry.first
    while child >= 0 {
      if let found = find(tag, in: child) { return found }
      child = nodes[Int(child)].next
    }
    return nil
  }
}
