import JournalModel
import Reporting

extension TextDirection {
  /// The direction of the first letter of a text, as a browser would find it; nil without one.
  init?(of html: [UInt8]) {
    var (isInTag, isInEntity) = (false, false)
    var bytes = html.makeIterator()
    var decoder = UTF8()
    while case .scalarValue(let scalar) = decoder.decode(&bytes) {
      switch scalar {
      case "<": isInTag = true
      case ">": isInTag = false
      case "&" where !isInTag: isInEntity = true
      case ";": isInEntity = false
      default:
        guard !isInTag, !isInEntity, scalar.isLetter else { continue }
        self = scalar.isRightToLeft ? .rightToLeft : .leftToRight
        return
      }
    }
    return nil
  }
}

extension Unicode.Scalar {
  fileprivate var isLetter: Bool {
    switch self {
    case "a"..."z", "A"..."Z": true
    case _ where isASCII: false
    default: properties.isAlphabetic
    }
  }
}
