import Foundation

extension String {
  /// Lower-case ASCII letters, digits and single hyphens, accents taken off; nil when a letter has
  /// no Latin form that everybody would write.
  package var asciiSlug: String? {
    var result = ""
    for scalar in decomposedStringWithCanonicalMapping.lowercased().unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9": result.unicodeScalars.append(scalar)
      case "'", "’", ".": continue
      default:
        if scalar.properties.generalCategory == .nonspacingMark { continue }
        if let letters = Self.letters[scalar] {
          result += letters
        } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
          return nil
        } else if !result.isEmpty, !result.hasSuffix("-") {
          result += "-"
        }
      }
    }
    if result.hasSuffix("-") { result.removeLast() }
    return result.isEmpty ? nil : result
  }

  /// Eight hexadecimal digits that depend on the text alone (FNV-1a over canonical UTF-8).
  var fingerprint: String {
    var hash: UInt32 = 0x811C_9DC5
    for byte in precomposedStringWithCanonicalMapping.utf8 {
      hash = (hash ^ UInt32(byte)) &* 0x0100_0193
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }

  /// Latin letters that do not decompose.
  private static let letters: [Unicode.Scalar: String] = [
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th",
    "ı": "i", "ħ": "h", "ŋ": "ng", "ĸ": "k", "ə": "e", "ʻ": "", "ʼ": "", "ʾ": "", "ʿ": "",
  ]
}
