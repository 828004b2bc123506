import Bibliography

/// What two readings of one reference differ in, variable by variable.
struct ItemComparison {
  struct Difference: CustomStringConvertible {
    var id: String
    var variable: String
    var ours: String
    var theirs: String

    var description: String { "\(id) \(variable): '\(ours)', expected '\(theirs)'" }
  }

  /// Whether titles may differ in capitals: some readers leave them as they are.
  var ignoresCaseOfTitles = false
  /// The variables to look at, if not all.
  var variables: Set<String>?
  /// Variables that either side has.
  private(set) var count = 0
  private(set) var differences: [Difference] = []

  mutating func compare(_ ours: Item, with theirs: Item) {
    let (a, b) = (fields(of: ours), fields(of: theirs))
    for variable in Set(a.keys).union(b.keys).sorted()
    where variables?.contains(variable) ?? true {
      count += 1
      let (x, y) = (a[variable] ?? "", b[variable] ?? "")
      guard x != y else { continue }
      differences.append(Difference(id: ours.id, variable: variable, ours: x, theirs: y))
    }
  }

  private func fields(of item: Item) -> [String: String] {
    var fields = ["type": item.type.name]
    // The key is the id once more, and we give the event's title under both its names.
    for (variable, text) in item.text where variable != .eventTitle && variable != .citationKey {
      let plain = Self.plain(text)
      let isTitle = variable.name.contains("title")
      fields[variable.name] = ignoresCaseOfTitles && isTitle ? plain.lowercased() : plain
    }
    for (variable, names) in item.names {
      fields[variable.name] = names.map(Self.plain).joined(separator: "; ")
    }
    for (variable, date) in item.dates { fields[variable.name] = Self.plain(date) }
    return fields
  }

  /// Without protection of case, which the expected files do not have.
  private static func plain(_ text: String) -> String {
    var plain = text
    for (open, close) in [
      ("<span class=\"nocase\">", "</span>"),
      ("<span style=\"font-variant:small-caps;\">", "</span>"), ("<sc>", "</sc>"),
    ] {
      plain = plain.replacing(open, with: "").replacing(close, with: "")
    }
    return plain
  }

  private static func plain(_ name: PersonName) -> String {
    [
      name.nonDroppingParticle, name.family, name.suffix, name.given, name.droppingParticle,
      name.literal.isEmpty ? "" : "{\(name.literal)}",
    ].joined(separator: "|")
  }

  private static func plain(_ date: ItemDate) -> String {
    let points = [(date.start, date.season), (date.end, date.endSeason)].map { point, season in
      guard let point else { return "" }
      return [point.year, point.month ?? season.map { $0 + 20 }, point.day].compactMap(\.self)
        .map(String.init).joined(separator: "-")
    }
    return points.joined(separator: "/") + (date.isOpenEnded ? "…" : "")
      + (date.isApproximate ? "~" : "") + (date.literal.map { " \($0)" } ?? "")
  }
}
