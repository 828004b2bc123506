import Foundation

extension FormulaTable {
  /// One formula with its outcome, as the converter answers and as the cache holds it.
  struct Record: Codable {
    var tex: String
    var display: Bool
    var mathML: String?
    var problem: String?

    init(_ formula: Formula, _ outcome: Outcome? = nil) {
      tex = formula.tex
      display = formula.isDisplayed
      switch outcome {
      case .mathML(let text)?: mathML = text
      case .failed(let text)?: problem = text
      case nil: break
      }
    }

    var formula: Formula { Formula(tex: tex, isDisplayed: display) }

    var outcome: Outcome? { mathML.map(Outcome.mathML) ?? problem.map(Outcome.failed) }
  }

  /// Reads what `stored` wrote; lines that are damaged are passed over, since a cache may be lost.
  package init(stored bytes: [UInt8]) {
    self.init()
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      guard let record = try? JSONDecoder().decode(Record.self, from: Data(line)) else { continue }
      self[record.formula] = record.outcome
    }
  }

  /// One line of JSON a formula, in a fixed order.
  package var stored: [UInt8] {
    Self.lines(of: sorted.map { Record($0.formula, $0.outcome) })
  }

  static func lines(of records: [Record]) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return records.flatMap { record in
      ((try? encoder.encode(record)).map(Array.init) ?? []) + [UInt8(ascii: "\n")]
    }
  }
}
