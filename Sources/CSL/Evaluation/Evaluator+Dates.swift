import Bibliography

extension Evaluator {
  /// `cs:date` (CSL 1.0.2, "Date").
  mutating func evaluateDate(_ node: StyleNode, into parent: Int32) -> Outcome {
    let code = Int(node.a)
    guard isPresent(code) else { return .called }
    let date = items.date(code, of: cite.item)
    if isInSubstitute { consume(code) }
    if isSorting {
      return appendSortable(date, style.dates[Int(node.b)], to: parent)
    }
    let mark = tree.mark(in: parent)
    if node.prefix.count > 0 { appendAffix(node.prefix, .prefix, to: parent) }
    let container = tree.appendContainer(
      node.formatting, tag: .date, info: Int32(code), to: parent)
    if date.start.isPresent {
      append(date, style.dates[Int(node.b)], to: container)
    } else {
      let start = tree.bytes.count
      tree.bytes.append(date.literal.range, of: items.pool)
      tree.appendText(from: start, to: container)
    }
    guard tree.nodes[Int(container)].first >= 0 else {
      tree.undo(to: mark, in: parent)
      return .called
    }
    if node.formatting.bits != 0 { applyCase(node.formatting, to: container) }
    if node.suffix.count > 0 { appendAffix(node.suffix, .suffix, to: parent) }
    return [.called, .filled]
  }

  /// Which parts of a format a date has; a season has no number.
  private func has(_ part: DatePart, _ day: PreparedDate.Day) -> Bool {
    switch part.kind {
    case .year: true
    case .month: day.month > 0 || day.season > 0 && (part.form == .long || part.form == .short)
    case .day: day.day > 0
    }
  }

  private mutating func append(_ date: PreparedDate, _ format: DateFormat, to parent: Int32) {
    guard date.end.isPresent, let differing = difference(date, format) else {
      appendParts(format.parts.indices, of: format, date.start, to: parent)
      if date.isOpenEnded, let last = format.parts.last(where: { has($0, date.start) }) {
        appendAffix(last.rangeDelimiter, .delimiter, to: parent)
      }
      return
    }
    // The parts that differ stand twice, those before and after them once; the letter of a range of
    // years stands behind it: "1995–1996a".
    let block = block(of: differing, format)
    let day = date.start
    awaitsLastYear = differing == .year
    appendParts(0..<block.lowerBound, of: format, day, to: parent)
    appendParts(block, of: format, day, to: parent, follows: true, dropsSuffix: true)
    let delimiter =
      format.parts.first { $0.kind == differing }?.rangeDelimiter ?? .empty
    appendAffix(delimiter, .delimiter, to: parent)
    awaitsLastYear = false
    appendParts(block, of: format, date.end, to: parent, dropsPrefix: true)
    appendParts(
      block.upperBound..<format.parts.count, of: format, day, to: parent, follows: true)
  }

  /// The largest part shown in which the ends of a range differ.
  private func difference(_ date: PreparedDate, _ format: DateFormat) -> DatePart.Kind? {
    func shows(_ kind: DatePart.Kind) -> Bool { format.parts.contains { $0.kind == kind } }
    if shows(.year), date.start.year != date.end.year { return .year }
    // "2001-03/2001" ends somewhere in the year in which it begins.
    guard date.end.month > 0 || date.end.season > 0 else { return nil }
    if shows(.month), date.start.month != date.end.month || date.start.season != date.end.season {
      return .month
    }
    return shows(.day) && date.start.day != date.end.day ? .day : nil
  }

  private func block(of kind: DatePart.Kind, _ format: DateFormat) -> Range<Int> {
    let repeated = format.parts.indices.filter { index in
      switch kind {
      case .year: true
      case .month: format.parts[index].kind != .year
      case .day: format.parts[index].kind == .day
      }
    }
    guard let first = repeated.first, let last = repeated.last else { return 0..<0 }
    return first..<(last + 1)
  }

  /// Parts in a row with their affixes and the delimiter of the format.
  private mutating func appendParts(
    _ parts: Range<Int>, of format: DateFormat, _ day: PreparedDate.Day, to parent: Int32,
    follows: Bool = false, dropsPrefix: Bool = false, dropsSuffix: Bool = false
  ) {
    let last = parts.last { has(format.parts[$0], day) }
    var isFirst = true
    for index in parts where has(format.parts[index], day) {
      let part = format.parts[index]
      let hasContent = tree.nodes[Int(parent)].first >= 0
      if !isFirst || follows && hasContent, format.delimiter.count > 0 {
        appendAffix(format.delimiter, .delimiter, to: parent)
      }
      if part.prefix.count > 0, !(isFirst && dropsPrefix) {
        appendAffix(part.prefix, .prefix, to: parent)
      }
      append(part, day, to: parent)
      if part.suffix.count > 0, !(index == last && dropsSuffix) {
        appendAffix(part.suffix, .suffix, to: parent)
      }
      isFirst = false
    }
  }

  private mutating func append(_ part: DatePart, _ day: PreparedDate.Day, to parent: Int32) {
    let start = tree.bytes.count
    switch part.kind {
    case .year: appendYear(day.year, part.form)
    case .month: appendMonth(day, part.form)
    case .day: appendDay(day, part.form)
    }
    let leaf = tree.appendText(
      from: start, part.formatting, tag: part.kind == .year ? .year : .none, to: parent)
    if part.formatting.bits != 0 { applyCase(part.formatting, to: leaf) }
    if part.kind == .year, cite.hints.yearSuffix > 0, !hasYearSuffix, !placesYearSuffix,
      !awaitsLastYear
    {
      hasYearSuffix = true
      appendYearSuffix(part.formatting, to: parent)
    }
  }

  /// Years before Christ and before 1000 have their era (CSL 1.0.2, "Date-part").
  private mutating func appendYear(_ year: Int32, _ form: DatePart.Form) {
    let value = Int(year.magnitude)
    if form == .short, year > 0 {
      if value % 100 < 10 { tree.bytes.append(UInt8(ascii: "0")) }
      Digits.append(value % 100, to: &tree.bytes)
      return
    }
    Digits.append(value, to: &tree.bytes)
    if year < 0 {
      tree.bytes.append(style.terms.text(.bc).range, of: style.pool)
    } else if year < 1000, year > 0 {
      tree.bytes.append(style.terms.text(.ad).range, of: style.pool)
    }
  }

  private mutating func appendMonth(_ day: PreparedDate.Day, _ form: DatePart.Form) {
    guard day.month > 0 else {
      let term = FixedTerm.season1.rawValue + Int32(day.season) - 1
      appendTerm(term, form == .short ? .short : .long)
      return
    }
    switch form {
    case .numeric, .ordinal: Digits.append(Int(day.month), to: &tree.bytes)
    case .numericLeadingZeros: Digits.appendPadded(Int(day.month), width: 2, to: &tree.bytes)
    case .long, .short:
      let term = FixedTerm.month1.rawValue + Int32(day.month) - 1
      appendTerm(term, form == .short ? .short : .long)
    }
  }

  private mutating func appendTerm(_ term: Int32, _ form: TermForm) {
    guard let text = style.terms.text(term, form) else { return }
    tree.bytes.append(text.range, of: style.pool)
  }

  private mutating func appendDay(_ day: PreparedDate.Day, _ form: DatePart.Form) {
    let value = Int(day.day)
    switch form {
    case .numericLeadingZeros: Digits.appendPadded(value, width: 2, to: &tree.bytes)
    case .ordinal where !style.options.limitsDayOrdinalsToDay1 || value == 1:
      let month = FixedTerm.month1.rawValue + Int32(max(day.month, 1)) - 1
      append(value, .ordinal, gender: style.terms.gender(of: month))
    default: Digits.append(value, to: &tree.bytes)
    }
  }

  // MARK: Sorting

  /// A date as digits that sort: the end of a range behind its start.
  private mutating func appendSortable(
    _ date: PreparedDate, _ format: DateFormat, to parent: Int32
  ) -> Outcome {
    let start = tree.bytes.count
    if date.start.isPresent {
      appendSortable(date.start) { kind in format.parts.contains { $0.kind == kind } }
      if date.end.isPresent {
        tree.bytes.append(UInt8(ascii: " "))
        appendSortable(date.end) { kind in format.parts.contains { $0.kind == kind } }
      }
    } else {
      tree.bytes.append(date.literal.range, of: items.pool)
    }
    tree.appendText(from: start, to: parent)
    return [.called, .filled]
  }

  /// Year, month and day apart and in fixed width; years before Christ count downwards.
  mutating func appendSortable(_ day: PreparedDate.Day, shows: (DatePart.Kind) -> Bool) {
    if shows(.year) {
      let year = Int(day.year)
      tree.bytes.append(year < 0 ? UInt8(ascii: "0") : UInt8(ascii: "1"))
      Digits.appendPadded(
        year < 0 ? 999_999 + max(year, -999_999) : year, width: 6, to: &tree.bytes)
    }
    if shows(.month) {
      let month = day.month > 0 ? Int(day.month) : Int(day.season) * 3
      tree.bytes.append(UInt8(ascii: " "))
      Digits.appendPadded(month, width: 2, to: &tree.bytes)
    }
    if shows(.day) {
      tree.bytes.append(UInt8(ascii: " "))
      Digits.appendPadded(Int(day.day), width: 2, to: &tree.bytes)
    }
  }
}
