extension StyleCompiler {
  mutating func compileDate(_ element: Int) -> StyleNode? {
    var node = common(.date, element)
    node.a = Int32(VariableCode.table[document.value(.variable, of: element) ?? ""] ?? -1)
    guard node.a >= VariableCode.firstDate else { return nil }
    let format: DateFormat
    if let form = document.value(.form, of: element) {
      format = localizedFormat(form, of: element, outer: &node.formatting)
      node.delimiter = .empty
    } else {
      format = ownFormat(of: element, delimiter: node.delimiter)
    }
    node.b = Int32(style.dates.count)
    style.dates.append(format)
    return node
  }

  private mutating func ownFormat(of element: Int, delimiter: Slice) -> DateFormat {
    var format = DateFormat(parts: [], delimiter: delimiter)
    for child in document.children(of: element) {
      if let part = part(child, in: document), !format.has(part.kind) { format.parts.append(part) }
    }
    return format
  }

  /// The locale's format with the parts that `date-parts` keeps, changed by the style's own
  /// `cs:date-part`s (CSL 1.0.2, "Localized Dates").
  private mutating func localizedFormat(
    _ form: String, of element: Int, outer: inout Formatting
  ) -> DateFormat {
    guard
      let source = localizedDates.first(where: {
        ($0.document.value(.form, of: $0.element) ?? "text") == form
      })
    else { return DateFormat() }
    var format = DateFormat()
    for index in source.document.elements[source.element].attributes {
      let attribute = source.document.attributes[Int(index)]
      if attribute.name == .delimiter {
        format.delimiter = style.pool.add(source.document.decoded(attribute.value))
      }
    }
    let kept = document.value(.dateParts, of: element)
    for child in source.document.children(of: source.element) {
      guard var part = part(child, in: source.document), !format.has(part.kind) else { continue }
      switch (kept, part.kind) {
      case ("year", .month), ("year", .day), ("year-month", .day): continue
      default: break
      }
      for own in document.children(of: element) where kind(own, in: document) == part.kind {
        change(&part, by: own)
      }
      format.parts.append(part)
    }
    return format
  }

  private mutating func change(_ part: inout DatePart, by element: Int) {
    for index in document.elements[element].attributes {
      let attribute = document.attributes[Int(index)]
      switch attribute.name {
      case .form: part.form = form(document.string(attribute.value)) ?? part.form
      case .rangeDelimiter where !attribute.value.isEmpty: part.rangeDelimiter = text(attribute)
      default: readFormatting(attribute, into: &part.formatting)
      }
    }
  }

  private func kind(_ element: Int, in document: XMLDocument) -> DatePart.Kind? {
    guard document.elements[element].name == .datePart else { return nil }
    return switch document.value(.name, of: element) {
    case "year": .year
    case "month": .month
    case "day": .day
    default: nil
    }
  }

  private func form(_ name: String) -> DatePart.Form? {
    switch name {
    case "long": .long
    case "short": .short
    case "numeric": .numeric
    case "numeric-leading-zeros": .numericLeadingZeros
    case "ordinal": .ordinal
    default: nil
    }
  }

  private mutating func part(_ element: Int, in source: XMLDocument) -> DatePart? {
    guard let kind = kind(element, in: source) else { return nil }
    var part = DatePart(kind: kind, form: kind == .day ? .numeric : .long)
    // One that is set to nothing would make one number of two.
    part.rangeDelimiter = style.pool.add("–".utf8)
    for index in source.elements[element].attributes {
      let attribute = source.attributes[Int(index)]
      let value = attribute.value
      switch attribute.name {
      case .form: part.form = form(source.string(value)) ?? part.form
      case .prefix: part.prefix = style.pool.add(source.decoded(value))
      case .suffix: part.suffix = style.pool.add(source.decoded(value))
      case .rangeDelimiter where !value.isEmpty:
        part.rangeDelimiter = style.pool.add(source.decoded(value))
      default: readFormatting(attribute, in: source, into: &part.formatting)
      }
    }
    return part
  }
}

extension DateFormat {
  /// Year, month and day stand once.
  fileprivate func has(_ kind: DatePart.Kind) -> Bool { parts.contains { $0.kind == kind } }
}
