import Foundation
package import Reporting

extension RandomAccessCollection where Self: Sendable, Element: Sendable, Index == Int {
  /// The results of `transform` in the order of the items, made by several tasks at once; the
  /// reports are joined in the same order, so that nothing depends on timing.
  ///
  /// Those that take long are begun first: the last one would keep a worker busy alone.
  package func concurrentMap<Result: Sendable>(
    workers: Int = 0, beginningWith takesLong: (Element) -> Bool = { _ in false },
    into report: inout Report,
    _ transform: @escaping @Sendable (Element, inout Report) -> Result
  ) async -> [Result] {
    await concurrentMap(
      workers: workers, beginningWith: takesLong, into: &report, transform, keeping: { $0 })
  }

  /// What `keep` makes of each result, in the order of the items; it is called with one result
  /// after another, in any order, as soon as they are made, so that large ones need not wait.
  func concurrentMap<Result: Sendable, Kept>(
    workers: Int = 0, beginningWith takesLong: (Element) -> Bool = { _ in false },
    into report: inout Report,
    _ transform: @escaping @Sendable (Element, inout Report) -> Result,
    keeping keep: (Result) -> Kept
  ) async -> [Kept] {
    let workers = Swift.min(
      workers > 0 ? workers : ProcessInfo.processInfo.activeProcessorCount, Swift.max(count, 1))
    typealias Part = [(index: Int, result: Result, report: Report)]
    var (long, others): ([Int], [Int]) = ([], [])
    for index in indices {
      if takesLong(self[index]) { long.append(index) } else { others.append(index) }
    }
    var rest = (long + others)[...]
    /// Some items at a time, and fewer towards the end: a worker that has hard ones leaves the others
    /// to those that are free.
    func next() -> ArraySlice<Int>? {
      let portion = Swift.max(1, Swift.min(8, rest.count / (workers * 4)))
      let part = rest.prefix(rest.startIndex < long.count ? 1 : portion)
      rest = rest.dropFirst(part.count)
      return part.isEmpty ? nil : part
    }
    var kept = Array<Kept?>(repeating: nil, count: count)
    var reports: [(index: Int, report: Report)] = []
    await withTaskGroup(of: Part.self) { group in
      func add(_ part: ArraySlice<Int>) {
        group.addTask { @concurrent in
          part.map { index in
            var report = Report()
            let result = transform(self[index], &report)
            return (index, result, report)
          }
        }
      }
      for _ in 0..<workers { if let part = next() { add(part) } }
      for await part in group {
        if let part = next() { add(part) }
        for (index, result, report) in part {
          kept[index - startIndex] = keep(result)
          if !report.isEmpty { reports.append((index, report)) }
        }
      }
    }
    for (_, found) in reports.sorted(by: { $0.index < $1.index }) { report.merge(found) }
    return present(in: kept)
  }
}

/// The values that are there, in no more room than they take.
func present<Value>(in values: [Value?]) -> [Value] {
  var result: [Value] = []
  result.reserveCapacity(values.count)
  for case let value? in values { result.append(value) }
  return result
}
