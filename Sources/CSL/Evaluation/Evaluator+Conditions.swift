import Bibliography

extension Evaluator {
  /// Whether the tests of a condition hold (CSL 1.0.2, "Choose").
  mutating func holds(_ place: Int) -> Bool {
    switch style.conditions[place].match {
    case .all: style.conditions[place].hasUnknown ? false : count(place, wantsAll: true)
    case .any: count(place, wantsAll: false)
    case .none: !count(place, wantsAll: false)
    }
  }

  /// All tests, or any of them.
  private mutating func count(_ place: Int, wantsAll: Bool) -> Bool {
    // An item has one type: several that are named are a choice whatever the match.
    if style.conditions[place].asksType {
      let found = style.conditions[place].types & item.typeBit != 0
      if found != wantsAll { return found }
    }
    let variables = style.conditions[place].variables
    if variables != 0 {
      let found = variables & given
      if wantsAll ? found != variables : found != 0 { return !wantsAll }
    }
    guard style.conditions[place].asksMoreThanVariables else { return wantsAll }
    let condition = style.conditions[place]
    if condition.numeric != 0 {
      let found = numeric(condition.numeric, wantsAll: wantsAll)
      if found != wantsAll { return found }
    }
    if condition.uncertainDates != 0 {
      let found = uncertain(condition.uncertainDates, wantsAll: wantsAll)
      if found != wantsAll { return found }
    }
    if condition.asksLocator {
      let found = cite.locator != nil && condition.locators & cite.locatorLabel.bit != 0
      if found != wantsAll { return found }
    }
    if condition.positions != 0 {
      let found = condition.positions & cite.positions
      if wantsAll ? found != condition.positions : found != 0 { return !wantsAll }
    }
    if condition.asksDisambiguate {
      let found = cite.hints.disambiguates == condition.disambiguate
      if found != wantsAll { return found }
    }
    return wantsAll
  }

  /// Whether all, or any, of the variables hold numbers.
  private mutating func numeric(_ variables: UInt128, wantsAll: Bool) -> Bool {
    var rest = variables
    while rest != 0 {
      let code = rest.trailingZeroBitCount
      rest &= rest - 1
      let found = code < VariableCode.firstName ? isNumeric(code) : false
      if found != wantsAll { return found }
    }
    return wantsAll
  }

  private mutating func uncertain(_ variables: UInt128, wantsAll: Bool) -> Bool {
    var rest = variables & given
    if wantsAll, rest != variables { return false }
    while rest != 0 {
      let code = rest.trailingZeroBitCount
      rest &= rest - 1
      let found =
        code >= VariableCode.firstDate && items.date(code, of: cite.item).isApproximate
      if found != wantsAll { return found }
    }
    return wantsAll
  }

  mutating func isNumeric(_ code: Int) -> Bool {
    guard given & VariableCode.bit(code) != 0 else { return false }
    switch code {
    case VariableCode.code(.citationNumber), VariableCode.code(.firstReferenceNoteNumber):
      return true
    case VariableCode.code(.yearSuffix): return false
    case VariableCode.code(.locator):
      guard let locator = cite.locator else { return false }
      return NumberScanner.isNumeric(locator.range, in: pool)
    default:
      return NumberScanner.isNumeric(items.text(code, of: cite.item).slice.range, in: items.pool)
    }
  }
}
