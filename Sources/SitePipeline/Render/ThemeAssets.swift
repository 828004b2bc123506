import JournalModel
import Reporting
import Theme

extension Asset {
  /// The files that pages ask for: those of the theme, some replaced by the site's own.
  ///
  /// Of the site's own, which are given by path, one with the name of a theme's replaces it.
  static func all(for journal: Journal, own: [(path: String, bytes: [UInt8])]) -> [Asset] {
    var files: [String: [UInt8]] = [:]
    for (name, bytes) in Theme.assets { files[name] = bytes }
    for (path, bytes) in own {
      files[path.split(separator: "/").last.map(String.init) ?? path] = bytes
    }
    let preset = Theme.presets.first { $0.name == journal.theme.preset.rawValue }?.bytes
    let theme = files.removeValue(forKey: "theme.css") ?? preset ?? []
    files["style.css"] =
      Stylesheet(theme: theme, rules: files["style.css"] ?? [], hue: journal.theme.hue).bytes
    return files.sorted { $0.key.precedes($1.key) }.map {
      Asset(name: named($0.key, $0.value), bytes: $0.value)
    }
  }

  /// The name with a number made of the bytes: `style.0123456789abcdef.css`.
  private static func named(_ name: String, _ bytes: [UInt8]) -> String {
    guard let dot = name.lastIndex(of: ".") else { return name }
    return name[..<dot] + "." + ContentHash(bytes).text + name[dot...]
  }
}
