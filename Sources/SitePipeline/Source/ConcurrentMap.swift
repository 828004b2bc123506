import Foundation
package import Reporting

extension RandomAccessCollection where Self: Sendable, Element: Sendable, Index == Int {
  /// The results of `transform` in the order of the items, made by several tasks at once; the
  /// reports are joined in the same order, so that nothing depends on timing.
  package func concurrentMap<Result: Sendable>(
    workers: Int = 0, into report: inout Report,
    _ transform: @escaping @Sendable (Element, inout Report) -> Result
  ) async -> [Result] {
    let workers = Swift.min(
      workers > 0 ? workers : ProcessInfo.processInfo.activeProcessorCount, Swift.max(count, 1))
    let found = await withTaskGroup(of: [(index: Int, result: Result, report: Report)].self) {
      group in
      for worker in 0..<workers {
        group.addTask { @concurrent in
          stride(from: startIndex + worker, to: endIndex, by: workers).map { index in
            var report = Report()
            let result = transform(self[index], &report)
            return (index, result, report)
          }
        }
      }
      var all: [(index: Int, result: Result, report: Report)] = []
      all.reserveCapacity(count)
      for await part in group { all += part }
      return all.sorted { $0.index < $1.index }
    }
    for item in found where !item.report.isEmpty { report.merge(item.report) }
    return found.map(\.result)
  }
}
