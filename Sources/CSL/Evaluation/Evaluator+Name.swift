import Bibliography

extension Evaluator {
  /// One name; returns whether the family name was put first.
  mutating func appendName(
    _ person: Int, _ index: Int, _ list: Int, _ writer: inout NameWriter, to parent: Int32
  ) -> Bool {
    writer.name = items.names[person]
    let format = writer.names.block.name
    var formatting = format.formatting
    formatting.isIsolated = writer.name.directions.contains(style.options.oppositeDirection)
    let container = tree.appendContainer(
      formatting, tag: .name, info: Int32(truncatingIfNeeded: person), to: parent)
    writer.level = givenLevel(person, index, list)
    writer.isInverted =
      isSorting || writer.names.options.nameAsSortOrder == .all
      || writer.names.options.nameAsSortOrder == .first && index == 0
    if format.prefix.count > 0 { appendAffix(format.prefix, .prefix, to: container) }
    write(writer, to: container)
    if format.suffix.count > 0 { appendAffix(format.suffix, .suffix, to: container) }
    if format.formatting.bits != 0 { applyCase(format.formatting, to: container) }
    return writer.isInverted && !writer.name.isLiteral && writer.names.options.form == .long
  }

  /// How far disambiguation expands a given name: 0 as the style says, 1 initials, 2 in full.
  private mutating func givenLevel(_ person: Int, _ index: Int, _ list: Int) -> UInt8 {
    var level: UInt8 = person < givenLevels.count ? givenLevels[person] : 0
    if list < cite.hints.givens.count, index < cite.hints.givens[list].count {
      level = max(level, cite.hints.givens[list][index])
    }
    return level
  }

  private mutating func write(_ writer: NameWriter, to parent: Int32) {
    let name = writer.name
    if name.isLiteral {
      append(name.literal, writer.names.block.family, writer, to: parent)
      return
    }
    if writer.names.options.form == .short, writer.level == 0, !isSorting {
      writeShort(writer, to: parent)
    } else if !name.isRomanesque || name.isStaticallyOrdered {
      writeStatic(writer, to: parent)
    } else if isSorting {
      writeSortKey(writer, to: parent)
    } else if writer.isInverted {
      writeInverted(writer, to: parent)
    } else {
      writeNatural(writer, to: parent)
    }
  }

  /// Family name with its particle.
  private mutating func writeShort(_ writer: NameWriter, to parent: Int32) {
    let (prefix, suffix) = (writer.names.block.family.prefix, writer.names.block.family.suffix)
    if prefix.count > 0 { appendAffix(prefix, .prefix, to: parent) }
    appendParticle(writer.name.nonDroppingParticle, writer, to: parent)
    append(
      writer.name.family.isEmpty ? writer.name.given : writer.name.family,
      writer.names.block.family,
      writer, to: parent)
    if suffix.count > 0 { appendAffix(suffix, .suffix, to: parent) }
  }

  /// Family name first and no space: Chinese, Japanese, Korean.
  private mutating func writeStatic(_ writer: NameWriter, to parent: Int32) {
    append(writer.name.family, writer.names.block.family, writer, to: parent)
    if writer.name.isRomanesque, !writer.name.given.isEmpty { space(to: parent) }
    if writer.name.isRomanesque {
      appendGiven(writer, to: parent)
    } else {
      append(writer.name.given, writer.names.block.given, writer, to: parent)
    }
  }

  /// "Jean de La Fontaine III".
  private mutating func writeNatural(_ writer: NameWriter, to parent: Int32) {
    let name = writer.name
    if !name.natural.isEmpty, writer.names.setsNamesWhole {
      let format = writer.names.block.family.formatting
      tree.appendText(name.natural, of: .items, format, to: parent)
      return
    }
    let start = tree.nodes[Int(parent)].last
    var hasGiven = false
    if !name.given.isEmpty {
      if writer.names.block.given.prefix.count > 0 {
        appendAffix(writer.names.block.given.prefix, .prefix, to: parent)
      }
      appendGiven(writer, to: parent)
      if writer.names.block.given.suffix.count > 0 {
        appendAffix(writer.names.block.given.suffix, .suffix, to: parent)
      }
      let affixes = writer.names.block.given.prefix.count + writer.names.block.given.suffix.count
      hasGiven = tree.nodes[Int(parent)].last != start || affixes > 0
    }
    let hasFamily = !name.family.isEmpty
    if hasGiven, hasFamily || !name.droppingParticle.isEmpty { spaceUnlessThere(to: parent) }
    if hasFamily, writer.names.block.family.prefix.count > 0 {
      appendAffix(writer.names.block.family.prefix, .prefix, to: parent)
    }
    if !name.droppingParticle.isEmpty {
      append(name.droppingParticle, writer.names.block.given, writer, to: parent)
      if hasFamily, !endsInApostrophe(name.droppingParticle) { space(to: parent) }
    }
    if hasFamily {
      appendParticle(name.nonDroppingParticle, writer, to: parent)
      append(name.family, writer.names.block.family, writer, to: parent)
    }
    if !name.suffix.isEmpty {
      if name.hasCommaSuffix { extend(with: UInt8(ascii: ","), to: parent) }
      space(to: parent)
      appendSuffix(writer, to: parent)
    }
    if hasFamily, writer.names.block.family.suffix.count > 0 {
      appendAffix(writer.names.block.family.suffix, .suffix, to: parent)
    }
  }

  /// "La Fontaine, Jean de, III", or with a demoted particle "Gogh, Vincent van".
  private mutating func writeInverted(_ writer: NameWriter, to parent: Int32) {
    let name = writer.name
    let demotes = style.options.demotion == .displayAndSort
    if !name.family.isEmpty {
      if writer.names.block.family.prefix.count > 0 {
        appendAffix(writer.names.block.family.prefix, .prefix, to: parent)
      }
      if !demotes { appendParticle(name.nonDroppingParticle, writer, to: parent) }
      append(name.family, writer.names.block.family, writer, to: parent)
      if writer.names.block.family.suffix.count > 0 {
        appendAffix(writer.names.block.family.suffix, .suffix, to: parent)
      }
    }
    let demoted = demotes ? name.nonDroppingParticle : .empty
    if !name.given.isEmpty || !name.droppingParticle.isEmpty || !demoted.isEmpty {
      if !name.family.isEmpty {
        appendAffix(writer.names.options.sortSeparator, .delimiter, to: parent)
      }
      if writer.names.block.given.prefix.count > 0 {
        appendAffix(writer.names.block.given.prefix, .prefix, to: parent)
      }
      let start = tree.nodes[Int(parent)].last
      appendGiven(writer, to: parent)
      if !name.droppingParticle.isEmpty {
        if tree.nodes[Int(parent)].last != start { space(to: parent) }
        append(name.droppingParticle, writer.names.block.given, writer, to: parent)
      }
      if !demoted.isEmpty {
        if tree.nodes[Int(parent)].last != start { space(to: parent) }
        append(demoted, writer.names.block.family, writer, to: parent)
      }
      if writer.names.block.given.suffix.count > 0 {
        appendAffix(writer.names.block.given.suffix, .suffix, to: parent)
      }
    }
    if !name.suffix.isEmpty {
      appendAffix(writer.names.options.sortSeparator, .delimiter, to: parent)
      appendSuffix(writer, to: parent)
    }
  }

  /// Parts in the order of their weight.
  ///
  /// Particles that are not sorted by come after the given name, as in citeproc-js and pandoc: the
  /// specification (CSL 1.0.2, "Name-part Order") has them before it and tears "van Dam, Jan" from
  /// "Dam, Jan".
  private mutating func writeSortKey(_ writer: NameWriter, to parent: Int32) {
    let name = writer.name
    let keeps = style.options.demotion == .never
    let start = tree.nodes[Int(parent)].last
    func add(_ part: Slice) {
      guard !part.isEmpty else { return }
      if tree.nodes[Int(parent)].last != start { space(to: parent) }
      append(part, NamePartFormat(), writer, to: parent)
    }
    if keeps { add(name.nonDroppingParticle) }
    add(name.family)
    if writer.names.options.form == .long {
      if !name.given.isEmpty {
        if tree.nodes[Int(parent)].last != start {
          extend(with: SortText.partSeparator, to: parent)
        }
        appendGiven(writer, to: parent)
      }
      add(name.droppingParticle)
      if !keeps { add(name.nonDroppingParticle) }
      if !name.suffix.isEmpty {
        space(to: parent)
        appendSuffix(writer, to: parent)
      }
    }
  }

  // MARK: Parts

  private mutating func space(to parent: Int32) { extend(with: 0x20, to: parent) }

  private mutating func spaceUnlessThere(to parent: Int32) {
    if !tree.endsInSpace(parent) { space(to: parent) }
  }

  private mutating func extend(with byte: UInt8, to parent: Int32) {
    let start = tree.bytes.count
    tree.bytes.append(byte)
    extend(from: start, .none, to: parent)
  }

  /// A text node, or more of the last one when it has the same format.
  private mutating func extend(from start: Int, _ format: Formatting, to parent: Int32) {
    let last = tree.nodes[Int(parent)].last
    if last >= 0, tree.nodes[Int(last)].isText, tree.nodes[Int(last)].source == .written,
      tree.nodes[Int(last)].tag == .none,
      tree.nodes[Int(last)].format == format, Int(tree.nodes[Int(last)].last) == start
    {
      tree.nodes[Int(last)].last = Int32(truncatingIfNeeded: tree.bytes.count)
    } else {
      tree.appendText(from: start, format, to: parent)
    }
  }

  private mutating func append(
    _ part: Slice, _ format: NamePartFormat, _ writer: NameWriter, to parent: Int32
  ) {
    guard !part.isEmpty else { return }
    if writer.name.needsParsing {
      let node = tree.appendContainer(format.formatting, to: parent)
      richText.append(part.range, of: items.pool, to: node, in: &tree)
      applyCase(format.formatting, to: node)
      return
    }
    let leaf = tree.appendText(part, of: .items, format.formatting, to: parent)
    if format.formatting.textCase != .none { applyCase(format.formatting, to: leaf) }
  }

  /// A particle in front of the family name; no space after an apostrophe or hyphen.
  private mutating func appendParticle(
    _ particle: Slice, _ writer: NameWriter, to parent: Int32
  ) {
    guard !particle.isEmpty else { return }
    append(particle, writer.names.block.family, writer, to: parent)
    if !endsInApostrophe(particle) { space(to: parent) }
  }

  private mutating func endsInApostrophe(_ particle: Slice) -> Bool {
    guard let last = items.pool[particle.range].last else { return false }
    return last == UInt8(ascii: "-") || last == UInt8(ascii: "'") || last == 0x99 || last == 0xBB
  }

  /// "Sr." loses its full stop where initials have none.
  private mutating func appendSuffix(_ writer: NameWriter, to parent: Int32) {
    let suffix = items.pool[writer.name.suffix.range]
    guard writer.names.options.hasInitializeWith, writer.name.isRomanesque,
      suffix.contains(UInt8(ascii: "."))
    else { return append(writer.name.suffix, NamePartFormat(), writer, to: parent) }
    let start = tree.bytes.count
    let initials = Initials(
      mark: style.pool[writer.names.options.initializeWith.range],
      keepsHyphen: style.options.initializesWithHyphen, initializes: false)
    initials.append(writer.name.suffix.range, of: items.pool, to: &tree.bytes)
    extend(from: start, .none, to: parent)
  }

  private mutating func appendGiven(_ writer: NameWriter, to parent: Int32) {
    let given = writer.name.given
    guard !given.isEmpty else { return }
    let options = writer.names.options
    guard options.hasInitializeWith, !options.initialize || writer.level < 2,
      writer.name.isRomanesque,
      !writer.name.family.isEmpty
    else {
      append(given, writer.names.block.given, writer, to: parent)
      return
    }
    let start = tree.bytes.count
    let initials = Initials(
      mark: style.pool[writer.names.options.initializeWith.range],
      keepsHyphen: style.options.initializesWithHyphen, initializes: writer.names.options.initialize
    )
    initials.append(given.range, of: items.pool, to: &tree.bytes)
    guard tree.bytes.count > start else { return }
    let format = writer.names.block.given.formatting
    if writer.name.needsParsing {
      let node = tree.appendContainer(format, to: parent)
      let written = Array(tree.bytes[start..<tree.bytes.count])
      richText.append(written.indices, of: written, to: node, in: &tree)
      return applyCase(format, to: node)
    }
    let leaf = tree.appendText(from: start, format, to: parent)
    applyCase(format, to: leaf)
  }
}

/// What is needed to write the names of a list, and the one being written.
struct NameWriter {
  let names: NamesLayout
  var name = PreparedName()
  var level: UInt8 = 0
  var isInverted = false

  init(_ names: NamesLayout) { self.names = names }
}
