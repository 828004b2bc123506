/// A manual page in the language of man(7).
struct ManualPage {
  struct Program: Decodable {
    var command: Command
  }

  struct Command: Decodable {
    var commandName: String
    var abstract: String?
    var discussion: String?
    var arguments: [Argument]?
    var subcommands: [Command]?
    var shouldDisplay: Bool?
  }

  struct Argument: Decodable {
    struct Name: Decodable {
      var kind: String
      var name: String
    }

    var kind: String
    var valueName: String?
    var abstract: String?
    var discussion: String?
    var names: [Name]?
    var isOptional: Bool?
    var isRepeating: Bool?
  }

  private let program: Command

  init(_ program: Command) {
    self.program = program
  }

  var text: String {
    var lines = [
      ".TH \(program.commandName.uppercased()) 1", ".SH NAME",
      "\(program.commandName) \\- \(Self.escaped(program.abstract ?? ""))", ".SH SYNOPSIS",
      ".B \(program.commandName)", ".I command", "[options]", ".SH DESCRIPTION",
    ]
    lines += Self.paragraphs(program.discussion)
    lines.append(".SH COMMANDS")
    for command in program.subcommands ?? [] { add(command, under: "", to: &lines) }
    return lines.joined(separator: "\n") + "\n"
  }

  private func add(_ command: Command, under prefix: String, to lines: inout [String]) {
    guard command.shouldDisplay ?? true, command.commandName != "help" else { return }
    let name = prefix + command.commandName
    let values = (command.arguments ?? []).filter { $0.kind == "positional" }
      .map { " <\($0.valueName ?? "")>" }.joined()
    lines += [".SS \(Self.escaped(name + values))", Self.escaped(command.abstract ?? "")]
    let discussion = Self.paragraphs(command.discussion)
    if !discussion.isEmpty { lines += [".PP"] + discussion }
    for argument in command.arguments ?? [] where argument.names?.first?.name != "version" {
      guard let abstract = argument.abstract, argument.names?.last?.name != "help" else { continue }
      lines += [".TP", ".B \(Self.escaped(Self.title(of: argument)))", Self.escaped(abstract)]
      lines += Self.paragraphs(argument.discussion)
    }
    for other in command.subcommands ?? [] { add(other, under: name + " ", to: &lines) }
  }

  private static func title(of argument: Argument) -> String {
    guard let names = argument.names, !names.isEmpty else { return argument.valueName ?? "" }
    let options = names.map { ($0.kind == "short" ? "-" : "--") + $0.name }.joined(separator: ", ")
    return argument.kind == "flag" ? options : "\(options) <\(argument.valueName ?? "")>"
  }

  /// Lines that begin with a blank stay as they are, others are set as paragraphs.
  private static func paragraphs(_ text: String?) -> [String] {
    guard let text, !text.isEmpty else { return [] }
    return text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
      guard !line.isEmpty else { return [".PP"] }
      let words = escaped(String(line))
      return line.first == " " ? [".RS 4", ".nf", words, ".fi", ".RE"] : [words]
    }
  }

  private static func escaped(_ text: String) -> String {
    let words = text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
    return words.hasPrefix(".") || words.hasPrefix("'") ? "\\&" + words : words
  }
}
