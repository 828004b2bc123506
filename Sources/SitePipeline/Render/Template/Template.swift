/// A page's template with its partials put in: steps that are walked without comparing names.
struct Template: Sendable {
  enum Step: Sendable {
    /// Bytes of `literals`.
    case literal(Range<Int>)
    /// Text, escaped.
    case text(Place)
    /// Finished markup.
    case markup(Place)
    /// The steps before `end`, for each record of the value or while there is one.
    case section(Place, end: Int)
    /// The steps before `end`, while there is no value.
    case inverted(Place, end: Int)
    /// The steps before `end`, for the first of a list, or for all others.
    case first(Bool, end: Int)
    /// The steps before `end`, for the last of a list, or for all others.
    case last(Bool, end: Int)
  }

  /// Where a value stands: a field of one of the records that are open, and fields in that.
  struct Place: Sendable {
    /// Counted from the outermost.
    var record: Int
    /// Nil for the record itself.
    var field: Int?
    /// Fields of fields: numbers of `paths`.
    var rest: Range<Int>
  }

  var steps: [Step] = []
  var literals: [UInt8] = []
  var paths: [Int] = []

  /// The page of the records, the outermost first.
  func page(_ records: [any TemplateRecord]) -> [UInt8] {
    var writer = Writer(template: self, records: records)
    writer.output.reserveCapacity(literals.count * 2)
    writer.write(steps.indices, ListPlace(isFirst: false, isLast: false))
    return writer.output
  }

  private struct ListPlace {
    var isFirst: Bool
    var isLast: Bool
  }

  /// Walks through the steps and keeps the records that are open.
  private struct Writer {
    let template: Template
    var records: [any TemplateRecord]
    var output: [UInt8] = []

    mutating func write(_ steps: Range<Int>, _ place: ListPlace) {
      var index = steps.lowerBound
      while index < steps.upperBound {
        let step = template.steps[index]
        index += 1
        switch step {
        case .literal(let range): output += template.literals[range]
        case .text(let place):
          if case .text(let text) = value(at: place) { HTML.append(escaping: text, to: &output) }
        case .markup(let place):
          switch value(at: place) {
          case .html(let text): output += text.utf8
          case .markup(let bytes): output += bytes
          default: break
          }
        case .section(let value, let end):
          writeSection(value, index..<end, place)
          index = end
        case .inverted(let value, let end):
          if !isThere(self.value(at: value)) { write(index..<end, place) }
          index = end
        case .first(let isWanted, let end):
          if place.isFirst == isWanted { write(index..<end, place) }
          index = end
        case .last(let isWanted, let end):
          if place.isLast == isWanted { write(index..<end, place) }
          index = end
        }
      }
    }

    private mutating func writeSection(
      _ place: Place, _ steps: Range<Int>, _ outer: ListPlace
    ) {
      switch value(at: place) {
      case .record(let record): write(steps, of: record, outer)
      case .list(let list):
        for index in list.indices {
          write(
            steps, of: list[index],
            ListPlace(isFirst: index == 0, isLast: index == list.count - 1))
        }
      case .nothing, .flag(false): break
      case .flag, .text, .html, .markup: write(steps, outer)
      }
    }

    private mutating func write(
      _ steps: Range<Int>, of record: any TemplateRecord, _ place: ListPlace
    ) {
      records.append(record)
      write(steps, place)
      records.removeLast()
    }

    private func value(at place: Place) -> TemplateValue {
      guard let field = place.field else { return .record(records[place.record]) }
      guard !place.rest.isEmpty else { return records[place.record].value(at: field) }
      var value = records[place.record].value(at: field)
      for index in place.rest {
        guard case .record(let record) = value else { return .nothing }
        value = record.value(at: template.paths[index])
      }
      return value
    }

    private func isThere(_ value: TemplateValue) -> Bool {
      switch value {
      case .nothing: false
      case .flag(let flag): flag
      case .list(let list): !list.isEmpty
      case .text, .html, .markup, .record: true
      }
    }
  }
}
