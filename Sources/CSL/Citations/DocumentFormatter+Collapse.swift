import Bibliography

/// Cite grouping and cite collapsing (CSL 1.0.2).
extension DocumentFormatter {
  private var groupsCites: Bool {
    let layout = style.citation
    switch layout.collapse {
    case .year, .yearSuffix, .yearSuffixRanged: return true
    case .none, .citationNumber: return layout.citeGroupDelimiter != nil
    }
  }

  /// Brings cites with the same names together, at the place of the first.
  func group(_ cites: inout [EvaluatedCite]) {
    guard groupsCites else { return }
    // Without names, cites of one year may still share it.
    let joinsYears = style.citation.collapse != .year
    let keys = cites.map { $0.names != 0 || !joinsYears ? $0.names : $0.year }
    let sorted = keys.sorted()
    guard zip(sorted, sorted.dropFirst()).contains(where: { $0.0 == $0.1 }) else { return }
    var groups: [UInt64: Int] = [:]
    var result: [[EvaluatedCite]] = []
    for (cite, key) in zip(cites, keys) {
      if key != 0, let place = groups[key] {
        var cite = cite
        cite.groupsWithPrevious = true
        cite.joint = .group
        result[place].append(cite)
      } else {
        groups[key] = result.count
        result.append([cite])
      }
    }
    cites = Array(result.joined())
  }

  mutating func collapse(_ cites: inout [EvaluatedCite]) {
    switch style.citation.collapse {
    case .none: return
    case .citationNumber: collapseNumbers(&cites)
    case .year: collapseYears(&cites)
    case .yearSuffix, .yearSuffixRanged:
      collapseYears(&cites)
      collapseSuffixes(&cites)
    }
  }

  /// "[1, 2, 3]" as "[1–3]"; anything but the number breaks a run.
  private func collapseNumbers(_ cites: inout [EvaluatedCite]) {
    var result: [EvaluatedCite] = []
    var start = 0
    while start < cites.count {
      var end = start
      while end + 1 < cites.count, isPlain(cites[end]), isPlain(cites[end + 1]),
        cites[end + 1].cite.state.citationNumber == cites[end].cite.state.citationNumber + 1
      {
        end += 1
      }
      if end - start >= 2 {
        result.append(cites[start])
        var last = cites[end]
        last.joint = .range
        last.endsCollapse = true
        result.append(last)
      } else {
        if end > start, start < end {
          result += cites[start...end]
          result[result.count - 1].endsCollapse = true
        } else {
          result += cites[start...end]
        }
      }
      start = end + 1
    }
    cites = result
  }

  private func isPlain(_ cite: EvaluatedCite) -> Bool {
    isBare(cite) && cite.cite.state.citationNumber > 0
  }

  /// "(Doe 1999, 2001)": the names are given once.
  private mutating func collapseYears(_ cites: inout [EvaluatedCite]) {
    for index in cites.indices.dropFirst() where cites[index].groupsWithPrevious {
      guard cites[index].cite.prefix.isEmpty else { continue }
      var bare = withoutAuthor(cites[index])
      bare.joint = .group
      bare.endsCollapse = true
      cites[index] = bare
    }
  }

  /// "(Doe 1999a, b)" and "(Doe 1999a–c)".
  private mutating func collapseSuffixes(_ cites: inout [EvaluatedCite]) {
    var isReduced = Array(repeating: false, count: cites.count)
    for index in cites.indices.dropFirst()
    where cites[index].groupsWithPrevious && cites[index].joint == .group
      && cites[index].year != 0 && cites[index].year == cites[index - 1].year
      && cites[index].cite.state.hints.yearSuffix > 0
      && cites[index - 1].cite.state.hints.yearSuffix > 0
      && isBare(cites[index]) && isBare(cites[index - 1])
    {
      guard let suffix = evaluator.tree.find(.yearSuffix, in: cites[index].root) else { continue }
      let root = evaluator.tree.makeContainer(tag: .cite)
      evaluator.tree.nodes[Int(suffix)].next = -1
      evaluator.tree.append(suffix, to: root)
      cites[index].root = root
      cites[index].joint = .yearSuffix
      isReduced[index] = true
    }
    if style.citation.collapse == .yearSuffixRanged { joinRanges(&cites, isReduced) }
  }

  /// Whether a cite says nothing of its own; a style may leave locators out.
  private func isBare(_ cite: EvaluatedCite) -> Bool {
    cite.cite.prefix.isEmpty && cite.cite.suffix.isEmpty
      && (cite.cite.state.locator == nil || evaluator.tree.find(.locator, in: cite.root) == nil)
  }

  private func joinRanges(_ cites: inout [EvaluatedCite], _ isReduced: [Bool]) {
    var result: [EvaluatedCite] = []
    var index = 0
    while index < cites.count {
      result.append(cites[index])
      var end = index
      while end + 1 < cites.count, isReduced[end + 1],
        cites[end + 1].cite.state.hints.yearSuffix == cites[end].cite.state.hints.yearSuffix + 1
      {
        end += 1
      }
      if end - index >= 2 {
        var last = cites[end]
        last.joint = .range
        result.append(last)
      } else if end > index {
        result.append(cites[end])
      }
      index = end + 1
    }
    cites = result
  }
}
