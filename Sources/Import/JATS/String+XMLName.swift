extension String {
  /// The text that a name of XML stands for: `_x003A_` is a colon (ISO/IEC 9075-14, 9.3).
  var fromXMLName: String {
    var result = ""
    var rest = self[...]
    while let start = rest.firstRange(of: "_x") {
      result += rest[..<start.lowerBound]
      let digits = rest[start.upperBound...].prefix { $0.isHexDigit }
      if (4...6).contains(digits.count), rest[digits.endIndex...].first == "_",
        let scalar = UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init)
      {
        result.unicodeScalars.append(scalar)
        rest = rest[digits.endIndex...].dropFirst()
      } else {
        result += "_x"
        rest = rest[start.upperBound...]
      }
    }
    return result + rest
  }
}
