/// What stands on the command line, without the options that were taken out.
struct Arguments {
  var rest = Array(CommandLine.arguments.dropFirst())
  let isEmpty = CommandLine.arguments.count < 2

  /// Takes an option with its value out.
  mutating func option(_ name: String) -> String? {
    guard let index = rest.firstIndex(of: name), index + 1 < rest.count else { return nil }
    defer { rest.removeSubrange(index...(index + 1)) }
    return rest[index + 1]
  }
}
