import Reporting

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
      case section(Section)
      /// They are written while there is none.
      case inverted
    }

    var purpose: Purpose
    /// Fields of fields that lead on from the value: numbers of the template's paths.
    var rest: Range<Int>
  }

  struct Section {
    var steps: Range<Int>
    /// Whether records that are opened within ask the one that it opens.
    var isAsked: Bool
    var place: ListPlace
  }

  struct ListPlace {
    var isFirst: Bool
    var isLast: Bool
  }

  private let template: Template
  /// Those that are open, the outermost first; nil for one that only its own steps ask, since it
  /// is much to copy.
  private var records: [(any TemplateRecord)?]
  private(set) var output: [UInt8] = []

  /// Writes the page of some records, the outermost first.
  init(
    _ template: Template, _ records: [(any TemplateRecord)?],
    _ content: borrowing some TemplateRecord
  ) {
    self.template = template
    self.records = records
    output.reserveCapacity(template.literals.count * 2)
    let place = ListPlace(isFirst: false, isLast: false)
    write(.init(steps: template.steps.indices, isAsked: true, place: place), of: content)
  }

  /// Writes the steps of a section for a record that it opens.
  private mutating func write(_ section: Section, of record: some TemplateRecord) {
    records.append(section.isAsked ? record : nil)
    write(section.steps, section.place, of: record)
    records.removeLast()
  }

  /// Most steps ask the record that was opened last, which is at hand.
  private mutating func write(
    _ range: Range<Int>, _ place: ListPlace, of record: some TemplateRecord
  ) {
    var index = range.lowerBound
    while index < range.upperBound {
      let step = template.steps[index]
      index += 1
      let isOpen: Bool
      let end: Int
      switch step {
      case .literal(let range):
        template.put(range, behind: &output)
        continue
      case .text(let value), .markup(let value):
        _ = ask(value, .print, record)
        continue
      case .section(let value, let isAsked, let last):
        let section = Section(steps: index..<last, isAsked: isAsked, place: place)
        (isOpen, end) = (ask(value, .section(section), record), last)
      case .inverted(let value, let last): (isOpen, end) = (ask(value, .inverted, record), last)
      case .first(let isWanted, let last): (isOpen, end) = (place.isFirst == isWanted, last)
      case .last(let isWanted, let last): (isOpen, end) = (place.isLast == isWanted, last)
      }
      if isOpen { write(index..<end, place, of: record) }
      index = end
    }
  }

  /// Whether the steps of the section are to be written for the record that is open.
  private mutating func ask(
    _ place: Template.Place, _ purpose: Use.Purpose, _ innermost: some TemplateRecord
  ) -> Bool {
    if place.record == records.count - 1 { return ask(innermost, place, purpose) }
    guard let record = records[place.record] else {
      preconditionFailure("a record that was not to be asked")
    }
    return ask(record, place, purpose)
  }

  private mutating func ask(
    _ record: some TemplateRecord, _ place: Template.Place, _ purpose: Use.Purpose
  ) -> Bool {
    if let field = place.field {
      return record.give(field, for: Use(purpose: purpose, rest: place.rest), to: &self)
    }
    if case .section(let section) = purpose { write(section, of: record) }
    return false
  }
}

// What records give: each says whether the steps of a section are to be written for the record that
// gave it.
extension TemplateWriter {
  mutating func take(text: String?, for use: Use) -> Bool {
    guard let text, case .print = use.purpose else { return take(flag: text != nil, for: use) }
    HTML.append(escaping: text, to: &output)
    return false
  }

  mutating func take(html: String?, for use: Use) -> Bool {
    guard let html, case .print = use.purpose else { return take(flag: html != nil, for: use) }
    output.append(contentsOf: html.utf8.span)
    return false
  }

  mutating func take(markup: [UInt8]?, for use: Use) -> Bool {
    guard let markup, case .print = use.purpose else {
      return take(flag: markup != nil, for: use)
    }
    output += markup
    return false
  }

  func take(flag: Bool, for use: Use) -> Bool {
    switch use.purpose {
    case .print: false
    case .section: flag
    case .inverted: !flag
    }
  }

  mutating func take(record: (some TemplateRecord)?, for use: Use) -> Bool {
    guard let record else { return take(flag: false, for: use) }
    if let next = use.rest.first {
      let rest = use.rest.dropFirst()
      return record.give(
        template.paths[next], for: Use(purpose: use.purpose, rest: rest), to: &self)
    }
    if case .section(let section) = use.purpose { write(section, of: record) }
    return false
  }

  mutating func take(list: [some TemplateRecord], for use: Use) -> Bool {
    guard case .section(var section) = use.purpose else {
      return take(flag: !list.isEmpty, for: use)
    }
    // Each is written where it lies: some are much to copy.
    let records = list.span
    for index in records.indices {
      section.place = ListPlace(isFirst: index == 0, isLast: index == records.count - 1)
      write(section, of: records[index])
    }
    return false
  }
}
