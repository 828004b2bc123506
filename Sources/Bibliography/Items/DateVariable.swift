/// A variable that holds a date (CSL 1.0.2, appendix IV).
public enum DateVariable: UInt8, Sendable, Hashable, CaseIterable, Codable {
  case accessed
  case availableDate
  case eventDate
  case issued
  case originalDate
  case submitted

  /// The name in CSL and CSL-JSON.
  public var name: String {
    switch self {
    case .accessed: "accessed"
    case .availableDate: "available-date"
    case .eventDate: "event-date"
    case .issued: "issued"
    case .originalDate: "original-date"
    case .submitted: "submitted"
    }
  }

  public init?(name: some StringProtocol) {
    guard let variable = Self.byName[String(name)] else { return nil }
    self = variable
  }

  private static let byName = Dictionary(uniqueKeysWithValues: allCases.map { ($0.name, $0) })
}
