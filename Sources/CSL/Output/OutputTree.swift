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
    /// One cite; `info` is the place of its item.
    case cite
    /// The title that stands for missing names.
    case substitute
    case label
    case term
  }

  /// Where the text of a node stands: among what was written, or the texts of the style or of the
  /// items.
  enum Source: UInt8 { case written, style, items }

  struct Node {
    var isText: Bool
    var source = Source.written
    var tag: Tag
    var format: Formatting
    /// The first child, or the start of the text.
    var first: Int32
    /// The last child, or the end of the text.
    var last: Int32
    var next: Int32 = -1
    var info: Int32 = -1
  }

  var nodes = Buffer<Node>()
  /// What has been written.
  var bytes = ByteBuffer()
  /// The texts of the style and of the items.
  private var style: [UInt8]
  private let items: [UInt8]
  /// How much stays when the rest is removed.
  private var kept = (nodes: 0, bytes: 0)

  init(style: [UInt8], items: [UInt8]) {
    self.style = style
    self.items = items
    // An entry has about a hundred.
    nodes.reserveCapacity(128)
  }

  /// Removes everything, to go on with the texts of another style.
  mutating func begin(style: [UInt8]) {
    self.style = style
    kept = (0, 0)
    removeAll()
  }

  /// Removes all nodes but those that are kept.
  mutating func removeAll() {
    nodes.removeLast(nodes.count - kept.nodes)
    bytes.removeLast(bytes.count - kept.bytes)
  }

  /// Keeps what there is.
  mutating func keepAll() { kept = (nodes.count, bytes.count) }

  /// A container that has no parent yet.
  mutating func makeContainer(_ format: Formatting = .none, tag: Tag = .none, info: Int32 = -1)
    -> Int32
  {
    nodes.append(
      Node(isText: false, tag: tag, format: format, first: -1, last: -1, next: -1, info: info))
    return Int32(truncatingIfNeeded: nodes.count - 1)
  }

  /// Another container of the same children, which may not be changed from then on.
  mutating func makeContainer(sharing node: Int32, tag: Tag) -> Int32 {
    var container = nodes[Int(node)]
    container.tag = tag
    container.next = -1
    nodes.append(container)
    return Int32(truncatingIfNeeded: nodes.count - 1)
  }

  /// Drops what a style sets between the author and the text of a node: ", " in front of a title.
  mutating func dropLeadingPunctuation(of node: Int32) {
    var open = [nodes[Int(node)].first]
    while let place = open.popLast() {
      guard place >= 0 else { continue }
      let leaf = nodes[Int(place)]
      open.append(leaf.next)
      guard leaf.isText else {
        open.append(leaf.first)
        continue
      }
      var first = leaf.first
      if leaf.tag == .prefix || leaf.tag == .delimiter {
        while first < leaf.last, Punctuation.separates(byte(at: Int(first), of: leaf)) {
          first += 1
        }
        nodes[Int(place)].first = first
      }
      if first < leaf.last { return }
    }
  }

  mutating func append(_ node: Int32, to parent: Int32) {
    nodes.change { OutputTree.link(node, to: parent, &$0) }
  }

  private mutating func append(_ node: Node, to parent: Int32) -> Int32 {
    let place = Int32(truncatingIfNeeded: nodes.count)
    nodes.append(node) { OutputTree.link(place, to: parent, &$0) }
    return place
  }

  @inline(__always) private static func link(
    _ node: Int32, to parent: Int32, _ nodes: inout MutableSpan<Node>
  ) {
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
    append(
      Node(isText: false, tag: tag, format: format, first: -1, last: -1, info: info), to: parent)
  }

  /// A text node for the bytes added since `start`.
  @discardableResult mutating func appendText(
    from start: Int, _ format: Formatting = .none, tag: Tag = .none, to parent: Int32
  ) -> Int32 {
    append(
      Node(
        isText: true, tag: tag, format: format, first: Int32(truncatingIfNeeded: start),
        last: Int32(truncatingIfNeeded: bytes.count)), to: parent)
  }

  /// A text node for a text of the style or of the items.
  @discardableResult mutating func appendText(
    _ text: Slice, of source: Source, _ format: Formatting = .none, tag: Tag = .none,
    to parent: Int32
  ) -> Int32 {
    append(OutputTree.node(text, of: source, format, tag), to: parent)
  }

  private static func node(
    _ text: Slice, of source: Source, _ format: Formatting, _ tag: Tag
  ) -> Node {
    Node(
      isText: true, source: source, tag: tag, format: format,
      first: Int32(truncatingIfNeeded: text.start),
      last: Int32(truncatingIfNeeded: text.range.upperBound))
  }

  /// A text node for a text of the style that has no parent yet.
  mutating func makeText(_ text: Slice, _ format: Formatting = .none, tag: Tag = .none) -> Int32 {
    nodes.append(OutputTree.node(text, of: .style, format, tag))
    return Int32(truncatingIfNeeded: nodes.count - 1)
  }

  mutating func appendText(
    _ text: ArraySlice<UInt8>, _ format: Formatting = .none, tag: Tag = .none, to parent: Int32
  ) {
    let start = bytes.count
    bytes += text
    appendText(from: start, format, tag: tag, to: parent)
  }

  mutating func appendByte(_ byte: UInt8, tag: Tag = .none, to parent: Int32) {
    bytes.append(byte)
    appendText(from: bytes.count - 1, tag: tag, to: parent)
  }

  /// Gives a text node the bytes added since `start` for its text.
  mutating func rewrite(_ node: Int32, from start: Int) {
    nodes[Int(node)].source = .written
    nodes[Int(node)].first = Int32(truncatingIfNeeded: start)
    nodes[Int(node)].last = Int32(truncatingIfNeeded: bytes.count)
  }

  /// Puts a node behind `previous`, or first.
  mutating func insert(_ node: Int32, after previous: Int32, in parent: Int32) {
    nodes.change { nodes in
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
  }

  /// Forgets what was appended to `parent` since `mark`.
  mutating func undo(to mark: Mark, in parent: Int32) {
    nodes.removeLast(nodes.count - mark.nodes)
    bytes.removeLast(bytes.count - mark.bytes)
    nodes.change { nodes in
      nodes[Int(parent)].last = mark.last
      if mark.last < 0 {
        nodes[Int(parent)].first = -1
      } else {
        nodes[Int(mark.last)].next = -1
      }
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

  /// Whether the last text below a node ends in a space, or there is none.
  func endsInSpace(_ node: Int32) -> Bool {
    let entry = nodes[Int(node)]
    guard entry.isText else { return entry.last < 0 || endsInSpace(entry.last) }
    let text = text(of: entry)
    return text.last == 0x20 || text.suffix(2).elementsEqual([0xC2, 0xA0])
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

  /// The text of a node that is one.
  func text(of entry: Node) -> ArraySlice<UInt8> {
    let range = Int(entry.first)..<Int(entry.last)
    return switch entry.source {
    case .written: bytes[range]
    case .style: style[range]
    case .items: items[range]
    }
  }

  /// A byte of the text of a node that is one.
  func byte(at place: Int, of entry: Node) -> UInt8 {
    switch entry.source {
    case .written: bytes[place]
    case .style: style[place]
    case .items: items[place]
    }
  }

  /// Adds the text of a node that is one to others, from a place on.
  func append(_ entry: Node, from start: Int, to result: inout ByteBuffer) {
    let range = start..<Int(entry.last)
    switch entry.source {
    case .written: result.append(range, of: bytes)
    case .style: result.append(range, of: style)
    case .items: result.append(range, of: items)
    }
  }

  /// The text below a node, without formatting.
  func plainText(_ node: Int32, into result: inout ByteBuffer) {
    let entry = nodes[Int(node)]
    if entry.isText { return append(entry, from: Int(entry.first), to: &result) }
    var child = entry.first
    while child >= 0 {
      plainText(child, into: &result)
      child = nodes[Int(child)].next
    }
  }

  /// The text below a node that is no affix, if there is one only.
  func onlyText(in node: Int32) -> Node? {
    var open = [node]
    var only: Node?
    while let place = open.popLast() {
      let entry = nodes[Int(place)]
      if !entry.isText {
        var child = entry.first
        while child >= 0 {
          open.append(child)
          child = nodes[Int(child)].next
        }
      } else if entry.tag != .prefix, entry.tag != .suffix {
        if only != nil { return nil }
        only = entry
      }
    }
    return only
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
