import Bibliography

extension Serializer {
  /// The tree of formatted text that the pieces describe.
  mutating func build() -> FormattedText {
    var levels: [(piece: Piece, nodes: [FormattedText.Node])] = [(Piece(mark: .text), [])]
    levels.reserveCapacity(4)
    levels[0].nodes.reserveCapacity(pieces.count / 2 + 1)
    for piece in pieces {
      switch piece.mark {
      case .text:
        levels[levels.count - 1].nodes.append(.text(string(piece.range)))
      case .openQuote, .closeQuote:
        // At the end of the text: written here, where nothing can move in front of it any more.
        appendQuote(piece, to: &levels[levels.count - 1].nodes)
      case .open, .openDisplay, .openLink: levels.append((piece, []))
      case .close, .closeDisplay, .closeLink:
        guard levels.count > 1, let level = levels.popLast() else { continue }
        guard !level.nodes.isEmpty else { continue }
        levels[levels.count - 1].nodes.append(node(level.piece, level.nodes))
      }
    }
    while levels.count > 1, let level = levels.popLast() {
      levels[levels.count - 1].nodes.append(node(level.piece, level.nodes))
    }
    return FormattedText(levels[0].nodes)
  }

  private func string(_ range: Range<Int32>) -> String {
    String(decoding: bytes[Int(range.lowerBound)..<Int(range.upperBound)], as: UTF8.self)
  }

  private func appendQuote(_ piece: Piece, to nodes: inout [FormattedText.Node]) {
    let mark = String(decoding: quote(piece), as: UTF8.self)
    if case .text(let text) = nodes.last {
      nodes[nodes.count - 1] = .text(text + mark)
    } else {
      nodes.append(.text(mark))
    }
  }

  private func node(_ piece: Piece, _ nodes: [FormattedText.Node]) -> FormattedText.Node {
    switch piece.mark {
    case .openDisplay:
      let display: FormattedText.Display =
        switch piece.info {
        case 1: .block
        case 2: .leftMargin
        case 3: .rightInline
        default: .indent
        }
      return .display(display, nodes)
    case .openLink:
      return .link(url: address(piece, FormattedText(nodes).plain), nodes)
    default: return .styled(piece.style, nodes)
    }
  }

  /// The address behind a linked identifier.
  private func address(_ piece: Piece, _ text: String) -> String {
    if text.hasPrefix("http://") || text.hasPrefix("https://") { return text }
    return switch Int(piece.info) {
    case VariableCode.code(.doi):
      "https://doi.org/" + (text.firstIndex(of: "/") == nil ? text : identifier(in: text))
    case VariableCode.code(.pmid): "https://www.ncbi.nlm.nih.gov/pubmed/" + text
    case VariableCode.code(.pmcid): "https://www.ncbi.nlm.nih.gov/pmc/articles/" + text
    default: text.contains("://") ? text : "https://" + text
    }
  }

  /// "doi.org/10.1/x" as "10.1/x".
  private func identifier(in text: String) -> String {
    guard !text.hasPrefix("10."), let range = text.firstRange(of: "/10.") else { return text }
    return String(text[range.lowerBound...].dropFirst())
  }
}
