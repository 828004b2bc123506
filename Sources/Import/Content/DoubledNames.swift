package import Reporting

/// Reports names that two files of an import would have, also where capitals do not count: one of
/// them would be lost.
package func checkNames(of files: [ContentFile], from path: String, report: inout Report) {
  var known: [String: ContentFile] = [:]
  for file in files {
    guard let other = known.updateValue(file, forKey: file.path.lowercased()), other != file else {
      continue
    }
    report.add(.importNameDoubled(file.path, path))
  }
}

extension Diagnostic {
  fileprivate static func importNameDoubled(_ name: String, _ path: String) -> Diagnostic {
    Diagnostic(
      .error, "import-name-doubled", "Two files of the import would be called '\(name)'",
      at: SourceRange(startOf: path),
      hint: "Rename one of them, or the article with that title, and import again")
  }
}
