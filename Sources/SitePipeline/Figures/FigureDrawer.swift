import Foundation
import Programs

/// Draws figures that browsers do not show: the first page of a PDF becomes an SVG, by poppler.
///
/// The file is untrusted, so that the program's time and output are bounded.
struct FigureDrawer: Sendable {
  private let program: String
  /// Where drawings are kept for the next build; nil when nothing is written.
  private let cache: GalleyCache?

  /// Nil where the program is not installed.
  init?(
    programs: [String] = ["/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"]
      .map { $0 + "/pdftocairo" },
    cache: GalleyCache?
  ) {
    guard let program = programs.first(where: FileManager.default.isExecutableFile) else {
      return nil
    }
    self.program = program
    self.cache = cache
  }

  /// The drawing as SVG; nil for a file that the program cannot draw.
  func svg(ofPDF bytes: [UInt8]) -> [UInt8]? {
    guard bytes.starts(with: "%PDF-".utf8) else { return nil }
    let kept = cache?.path(of: ContentHash(bytes), ending: "svg")
    if let kept, let known = try? Disk.read(kept), Self.isWhole(known) { return known }
    guard let drawn = try? draw(bytes), Self.isWhole(drawn) else { return nil }
    if let kept, let cache {
      // The next build draws again when this cannot be written.
      try? Disk.makeFolders(cache.folder)
      try? Disk.replace(kept, with: drawn)
    }
    return drawn
  }

  private func draw(_ bytes: [UInt8]) throws -> [UInt8] {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(bytes).write(to: folder.appending(path: "figure.pdf"))
    var run = ProgramRun(
      "/bin/sh", ["-c", Self.command, "sh", program, folder.path], environment: ["LANG": "C.UTF-8"])
    run.patience = ProgramRun.usualPatience
    guard try run.status() == 0 else { return [] }
    return Array(try Data(contentsOf: folder.appending(path: "figure.svg")))
  }

  /// Twenty seconds, 10 MB of drawing (in blocks of 512 bytes).
  private static let command = """
    ulimit -t 20; ulimit -f 20480
    cd "$2" || exit
    exec "$1" -svg -f 1 -l 1 figure.pdf figure.svg
    """

  private static func isWhole(_ svg: [UInt8]) -> Bool {
    svg.starts(with: "<?xml".utf8) && svg.suffix(7).elementsEqual("</svg>\n".utf8)
  }
}
