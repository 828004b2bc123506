import ArgumentParser
import Foundation
import Theme

/// `fascicle new theme`: copies parts of the theme into the journal, to be changed.
struct NewThemeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "theme",
    abstract: "Copies parts of the theme into the folder Templates, to be changed.",
    discussion: """
      What lies in Templates takes the place of the theme's own; everything else stays the theme's, so \
      copy only what shall look different. Without names, the command lists what there is. \
      For instance: fascicle new theme footer lapis.css
      """)

  @Argument(
    help: ArgumentHelp(
      "Templates such as 'article', files such as 'style.css', or 'all'.", valueName: "name"),
    completion: .list(ThemePart.all.map(\.name)))
  var names: [String] = []

  @Option(
    help: ArgumentHelp("The journal's folder; without it, the one you are in.", valueName: "folder")
  )
  var source = "."

  func validate() throws {
    let known = ThemePart.all.map(\.name)
    for name in names where name != "all" && !known.contains(name) {
      throw ValidationError(
        "The theme has no part '\(name)'. 'fascicle new theme' lists what there is.")
    }
    let presets = ThemePart.all.filter { $0.isPreset && names.contains($0.name) }
    if presets.count > 1 {
      throw ValidationError(
        "A journal has one set of colours and fonts: name '\(presets[0].name)' or "
          + "'\(presets[1].name)', not both.")
    }
  }

  func run() async throws {
    throw try result()
  }

  func result() throws -> CommandResult {
    if names.isEmpty { return CommandResult(output: ThemePart.list) }
    guard ContentFolder(in: source) != nil else { return ContentFolder.missing(in: source) }
    let parts = ThemePart.all.filter { part in
      names.contains(part.name) || names.contains("all") && !part.isPreset
    }
    let files = NewFiles(
      files: parts.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) }, folder: source)
    return try files.write(then: "Change them; 'fascicle serve' shows what comes of it.")
  }
}

/// A file of the theme, and where a journal's own stands that takes its place.
struct ThemePart {
  var name: String
  var path: String
  var bytes: [UInt8]
  /// Whether it is one of several sets of colours and fonts.
  var isPreset = false

  static var all: [ThemePart] {
    Theme.templates.map { name, bytes in
      ThemePart(name: name, path: "Templates/\(name).mustache", bytes: bytes)
    }
      + Theme.assets.map { name, bytes in
        ThemePart(name: name, path: "Templates/assets/\(name)", bytes: bytes)
      }
      + Theme.presets.map { name, bytes in
        ThemePart(
          name: "\(name).css", path: "Templates/assets/theme.css", bytes: bytes, isPreset: true)
      }
  }

  /// What there is to copy, in three groups.
  static var list: String {
    func names(_ parts: [String]) -> String { parts.sorted().map { "  \($0)\n" }.joined() }
    return "Templates:\n" + names(Theme.templates.map(\.name))
      + "Stylesheet, scripts and icon:\n" + names(Theme.assets.map(\.name))
      + "Colours and fonts, of which one becomes Templates/assets/theme.css:\n"
      + names(Theme.presets.map { "\($0.name).css" })
      + "Copy what shall look different, for instance: fascicle new theme footer\n"
  }
}
