/// Walks through the steps of a template and keeps the records that are open.
///
/// A step asks a record for a field and says what to do with its value; the record gives the value
/// as what it is, so that none is put into another form on its way.
struct TemplateWriter {
  /// What a step does with a value.
  struct Use {
    enum Purpose {
      case print
      /// The steps are written for each record of the value or while there is one.
      case section(Range<Int>, ListPlace)
      /// They are written while there is none.
      case inverted(Range<Int>, ListPlace)
    }

    var purpose: Purpose
    /// Fields of fields that lead on from the value: numbers of the template's paths.
    var rest: Range<Int>
  }

  struct ListPlace {
    var isFirst: Bool
    var isLast: Bool
  }

  private let template: Template
  private var records: [any TemplateRecord]
  private(set) var output: [UInt8] = []

  init(template: Template, records: [any TemplateRecord]) {
    self.template = template
    self.records = records
    output.reserveCapacity(template.literals.count * 2)
  }

  mutating func write(_ steps: Range<Int>, _ place: ListPlace) {
    let record = records[records.count - 1]
    write(steps, place, innermost: record)
  }

  private mutating func write(
    _ steps: Range<Int>, of record: some TemplateRecord, _ place: ListPlace
  ) {
    records.append(record)
    write(steps, place, innermost: record)
    records.removeLast()
  }

  /// Most steps ask the record that was opened last, which is at hand.
  private mutating func write(
    _ range: Range<Int>, _ place: ListPlace, innermost record: some TemplateRecord
  ) {
    let steps = template.steps
    var index = range.lowerBound
    while index < range.upperBound {
      let step = steps[index]
      index += 1
      switch step {
      case .literal(let range): output += template.literals[range]
      case .text(let value), .markup(let value): ask(value, .print, record)
      case .section(let value, let end):
        ask(value, .section(index..<end, place), record)
        index = end
      case .inverted(let value, let end):
        ask(value, .inverted(index..<end, place), record)
        index = end
      case .first(let isWanted, let end):
        if place.isFirst == isWanted { write(index..<end, place, innermost: record) }
        index = end
      case .last(let isWanted, let end):
        if place.isLast == isWanted { write(index..<end, place, innermost: record) }
        index = end
      }
    }
  }

  private mutating func ask(
    _ place: Template.Place, _ purpose: Use.Purpose, _ innermost: some TemplateRecord
  ) {
    if place.record == records.count - 1 {
      ask(innermost, place, purpose)
    } else {
      let record = records[place.record]
      ask(record, place, purpose)
    }
  }

  private mutating func ask(
    _ record: some TemplateRecord, _ place: Template.Place, _ purpose: Use.Purpose
  ) {
    if let field = place.field {
      record.give(field, for: Use(purpose: purpose, rest: place.rest), to: &self)
    } else if case .section(let steps, let outer) = purpose {
      write(steps, of: record, outer)
    }
  }
}

// What records give.
extension TemplateWriter {
  mutating func take(text: String?, for use: Use) {
    if let text, case .print = use.purpose {
      HTML.append(escaping: text, to: &output)
    } else {
      take(flag: text != nil, for: use)
    }
  }

  mutating func take(html: String?, for use: Use) {
    if let html, case .print = use.purpose {
      output += html.utf8
    } else {
      take(flag: html != nil, for: use)
    }
  }

  mutating func take(markup: [UInt8]?, for use: Use) {
    if let markup, case .print = use.purpose {
      output += markup
    } else {
      take(flag: markup != nil, for: use)
    }
  }

  mutating func take(flag: Bool, for use: Use) {
    switch use.purpose {
    case .section(let steps, let place) where flag: write(steps, place)
    case .inverted(let steps, let place) where !flag: write(steps, place)
    default: break
    }
  }

  mutating func take(record: (some TemplateRecord)?, for use: Use) {
    guard let record else { return take(flag: false, for: use) }
    if let next = use.rest.first {
      let rest = use.rest.dropFirst()
      record.give(template.paths[next], for: Use(purpose: use.purpose, rest: rest), to: &self)
    } else if case .section(let steps, let place) = use.purpose {
      write(steps, of: record, place)
    }
  }

  mutating func take(list: [some TemplateRecord], for use: Use) {
    guard case .section(let steps, _) = use.purpose else {
      return take(flag: !list.isEmpty, for: use)
    }
    for index in list.indices {
      write(
        steps, of: list[index],
        ListPlace(isFirst: index == 0, isLast: index == list.count - 1))
    }
  }
}
