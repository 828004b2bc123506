/// A text without the e-mail addresses in it, which authors gave to editors and not to the public.
///
/// - Parameter text: plain text or Markdown.
/// - Returns: the text, and whether there was an address in it.
func withoutMailAddresses(_ text: String) -> (text: String, hasAddress: Bool) {
  guard text.contains("@") else { return (text, false) }
  var result = ""
  var rest = Substring(text)
  var hasAddress = false
  while let at = rest.firstIndex(of: "@") {
    let before = rest[..<at].reversed().prefix(while: isLocal)
    let start = before.endIndex.base
    let host = rest[rest.index(after: at)...].prefix(while: isHost)
    let labels = host.split(separator: ".")
    guard before.contains(where: \.isLetter), labels.count > 1,
      labels.last.map({ $0.count > 1 && $0.allSatisfy(\.isLetter) }) ?? false
    else {
      result += rest[...at]
      rest = rest[rest.index(after: at)...]
      continue
    }
    hasAddress = true
    result += rest[..<start]
    // A stop behind the address ends the sentence.
    let end = host.last == "." ? rest.index(before: host.endIndex) : host.endIndex
    rest = rest[end...]
  }
  return ((result + rest).trimmed, hasAddress)
}

private func isLocal(_ character: Character) -> Bool {
  character.isASCII && (character.isLetter || character.isNumber || "._%+-\\".contains(character))
}

private func isHost(_ character: Character) -> Bool {
  character.isASCII && (character.isLetter || character.isNumber || ".-".contains(character))
}
