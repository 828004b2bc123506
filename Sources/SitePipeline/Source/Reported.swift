import Reporting

/// What another task makes, with what it finds on the way.
struct Reported<Value: Sendable>: Sendable {
  private let value: Value
  private let found: Report

  init(_ make: (inout Report) async -> Value) async {
    var report = Report()
    value = await make(&report)
    found = report
  }

  /// The value, once what was found stands in the report of the task that waited for it.
  func joined(to report: inout Report) -> Value {
    report.merge(found)
    return value
  }
}
