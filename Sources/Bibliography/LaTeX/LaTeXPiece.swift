/// What a piece of LaTeX says that stands in a text of another kind: a command, a group in braces
/// or a formula in dollars.
package struct LaTeXPiece {
  /// Rich text with the markup of CSL-JSON.
  package var text: String
  /// How many bytes of the source it takes.
  package var length: Int
  /// Names of commands that are left out.
  package var unknownCommands: [String]

  /// Reads the piece that begins with the first of the bytes.
  package init(startOf bytes: [UInt8]) {
    var reader = LaTeXReader(bytes.indices, of: SourceBytes(text: bytes))
    text = reader.readPiece().string
    length = reader.position
    unknownCommands = reader.unknownCommands.filter { !$0.isPrinted }.map(\.name)
  }
}
