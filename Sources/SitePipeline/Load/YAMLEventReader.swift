import CYAML

/// Takes the events of a document from libyaml; nothing else knows that library.
struct YAMLEventReader {
  private let source: YAMLSource
  private var events: [YAMLEvent] = []
  /// The lists and fields that have not ended.
  private var open: [(index: Int, anchor: String?)] = []
  private var anchors: [String: Int] = [:]
  /// The place that was looked up last, with its column.
  private var last: (line: Int, column: Int, offset: Int)

  /// The events of a text; its lines and columns are those of the source.
  ///
  /// None when nothing stands there.
  static func read(_ text: [UInt8], in source: YAMLSource) throws(YAMLRefusal)
    -> [YAMLEvent]
  {
    guard !text.isEmpty else { return [] }
    var reader = YAMLEventReader(source: source)
    try unsafe text.span.withUnsafeBufferPointer { (text) throws(YAMLRefusal) in
      try unsafe reader.read(text)
    }
    return reader.events
  }

  private init(source: YAMLSource) {
    self.source = source
    last = (0, 0, source.lines.start(of: 0))
  }

  private mutating func read(_ text: UnsafeBufferPointer<UInt8>) throws(YAMLRefusal) {
    var parser = unsafe yaml_parser_t()
    precondition(unsafe yaml_parser_initialize(&parser) == 1, "libyaml cannot begin")
    defer { unsafe yaml_parser_delete(&parser) }
    unsafe yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
    unsafe yaml_parser_set_input_string(&parser, text.baseAddress, text.count)
    var isAtEnd = false
    while !isAtEnd {
      var event = unsafe yaml_event_t()
      guard unsafe yaml_parser_parse(&parser, &event) == 1 else {
        throw unsafe refusal(of: parser)
      }
      defer { unsafe yaml_event_delete(&event) }
      try unsafe add(event)
      isAtEnd = unsafe event.type == YAML_STREAM_END_EVENT
    }
  }

  private mutating func add(_ event: yaml_event_t) throws(YAMLRefusal) {
    let start = unsafe offset(event.start_mark)
    switch unsafe event.type {
    case YAML_SCALAR_EVENT:
      let scalar = unsafe event.data.scalar
      if let anchor = unsafe text(scalar.anchor) { anchors[anchor] = events.count }
      events.append(
        YAMLEvent(
          kind: unsafe .scalar(text(scalar.value, scalar.length), style(scalar.style)),
          start: start, end: unsafe max(start, offset(event.end_mark))))
    case YAML_SEQUENCE_START_EVENT:
      let anchor = unsafe text(event.data.sequence_start.anchor)
      try begin(.sequence(end: 0), at: start, anchor)
    case YAML_MAPPING_START_EVENT:
      let anchor = unsafe text(event.data.mapping_start.anchor)
      try begin(.mapping(end: 0), at: start, anchor)
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
      end()
    case YAML_ALIAS_EVENT:
      guard let anchor = unsafe text(event.data.alias.anchor), let index = anchors[anchor] else {
        throw YAMLRefusal(problem: YAMLRefusal.undefinedAlias, place: start)
      }
      events.append(YAMLEvent(kind: .alias(of: index), start: start, end: start))
    case YAML_DOCUMENT_START_EVENT where !events.isEmpty:
      throw YAMLRefusal(problem: "but found another document", place: start)
    default: break
    }
  }

  private mutating func begin(_ kind: YAMLEvent.Kind, at start: Int, _ anchor: String?)
    throws(YAMLRefusal)
  {
    guard open.count < YAMLEvent.mostLevels else {
      throw YAMLRefusal(problem: YAMLRefusal.tooManyLevels, place: start)
    }
    open.append((events.count, anchor))
    events.append(YAMLEvent(kind: kind, start: start, end: start))
  }

  /// Ends the innermost list or fields; only now can an alias stand for them.
  private mutating func end() {
    guard let (index, anchor) = open.popLast() else { return }
    switch events[index].kind {
    case .sequence: events[index].kind = .sequence(end: events.count)
    case .mapping: events[index].kind = .mapping(end: events.count)
    case .scalar, .alias: break
    }
    if let anchor { anchors[anchor] = index }
  }

  // MARK: From C

  private mutating func refusal(of parser: yaml_parser_t) -> YAMLRefusal {
    let context = unsafe parser.context.map { unsafe String(cString: $0) }
    let isOfCharacter = unsafe parser.error == YAML_READER_ERROR
    return unsafe YAMLRefusal(
      problem: parser.problem.map { unsafe String(cString: $0) } ?? "memory is full",
      context: context ?? "",
      place: isOfCharacter ? source.firstControlCharacter : offset(parser.problem_mark),
      contextPlace: context == nil ? nil : offset(parser.context_mark))
  }

  private func text(_ pointer: UnsafeMutablePointer<UInt8>?) -> String? {
    unsafe pointer.map { unsafe String(cString: $0) }
  }

  /// A text without a byte order mark before it, which other programs leave there.
  private func text(_ pointer: UnsafeMutablePointer<UInt8>, _ count: Int) -> String {
    let bytes = unsafe UnsafeBufferPointer(start: pointer, count: count)
    let text = unsafe String(decoding: bytes, as: UTF8.self)
    guard text.unicodeScalars.first == "\u{FEFF}" else { return text }
    return String(text.unicodeScalars.dropFirst())
  }

  private func style(_ style: yaml_scalar_style_t) -> YAMLEvent.ScalarStyle {
    switch style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
    case YAML_LITERAL_SCALAR_STYLE: .literal
    case YAML_FOLDED_SCALAR_STYLE: .folded
    default: .plain
    }
  }

  /// The byte at a mark, which counts lines and Unicode scalars.
  ///
  /// Marks go forward: a long line is not walked through from its beginning again and again.
  private mutating func offset(_ mark: yaml_mark_t) -> Int {
    let (line, column) = (Int(mark.line), Int(mark.column))
    if line != last.line || column < last.column { last = (line, 0, source.lines.start(of: line)) }
    last.offset = source.lines.offset(column - last.column, behind: last.offset, in: source.bytes)
    last.column = column
    return last.offset
  }
}
