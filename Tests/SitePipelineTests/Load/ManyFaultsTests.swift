import Reporting
import Testing

/// One run shows every mistake: none hides another.
@Suite struct ManyFaultsTests {
  /// Mistakes that lie in one article alone.
  private static let faults =
    (YAMLFaultTests.faults + FieldFaultTests.identifiers + FieldFaultTests.contents).filter {
      var others = Fault.base
      others["issues/1/a.md"] = $0.files["issues/1/a.md"]
      return others == $0.files
    }

  @Test func givesOneMessageForEachMistakeOfAJournal() async throws {
    #expect(Self.faults.count >= 60)
    var files = Fault.base
    files["issues/1/a.md"] = nil
    for (number, fault) in Self.faults.enumerated() {
      // Two of them would share their DOI, which is a mistake of its own.
      files["issues/1/mistake-\(number).md"] = fault.files["issues/1/a.md"]?
        .replacing("10.1234/a", with: "10.1234/\(number)")
    }
    let report = await findings(in: files)
    for (number, fault) in Self.faults.enumerated() {
      let path = "issues/1/mistake-\(number).md"
      let found: [Diagnostic] = report.diagnostics.filter { $0.range.path == path }
      let messages: [String] = found.map { "\($0.code.rawValue): \($0.message)" }
      #expect(messages == ["\(fault.code): \(fault.message)"])
    }
    #expect(report.diagnostics.count == Self.faults.count)
  }
}
