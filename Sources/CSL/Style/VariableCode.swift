import Bibliography

/// Every variable as a small number, so that a set of them is a mask.
enum VariableCode {
  static let firstName = 70
  static let firstDate = 100

  @inline(__always) static func code(_ variable: TextVariable) -> Int { Int(variable.rawValue) }
  @inline(__always) static func code(_ variable: NameVariable) -> Int {
    firstName + Int(variable.rawValue)
  }
  @inline(__always) static func code(_ variable: DateVariable) -> Int {
    firstDate + Int(variable.rawValue)
  }

  /// The bit of no variable, which every item has.
  static let always: UInt128 = 1 << 127

  @inline(__always) static func bit(_ code: Int) -> UInt128 {
    1 << UInt128(truncatingIfNeeded: code)
  }
  @inline(__always) static func bit(_ variable: TextVariable) -> UInt128 { bit(code(variable)) }
  @inline(__always) static func bit(_ variable: NameVariable) -> UInt128 { bit(code(variable)) }
  @inline(__always) static func bit(_ variable: DateVariable) -> UInt128 { bit(code(variable)) }

  /// All names with their codes.
  static let table = {
    var table: [String: Int] = [:]
    table.reserveCapacity(128)
    for variable in TextVariable.allCases { table[variable.name] = code(variable) }
    for variable in NameVariable.allCases { table[variable.name] = code(variable) }
    for variable in DateVariable.allCases { table[variable.name] = code(variable) }
    return table
  }()
}
