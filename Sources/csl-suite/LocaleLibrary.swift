import CSL
import Foundation
import Reporting

/// The locale files of a folder, read when asked for.
struct LocaleLibrary {
  let folder: String

  func locales(for language: String) -> [CSL.Locale] {
    CSL.Locale.fallbacks(for: language).compactMap(locale)
  }

  func locale(_ language: String) -> CSL.Locale? {
    let path = folder + "/locales-\(language).xml"
    guard let bytes = try? Data(contentsOf: URL(filePath: path)) else { return nil }
    var report = Report()
    return CSL.Locale(xml: Array(bytes), path: path, report: &report)
  }
}
