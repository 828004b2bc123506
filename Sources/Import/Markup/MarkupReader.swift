import Foundation
import FoundationXML
package import Reporting

extension MarkupElement {
  /// Reads an XML file; document types and external entities are never followed.
  ///
  /// Nil with a report when the file is not well-formed.
  package init?(xml bytes: [UInt8], path: String, report: inout Report) {
    let reader = MarkupTreeBuilder(bytes: bytes, path: path)
    let parser = XMLParser(data: Data(bytes))
    parser.shouldResolveExternalEntities = false
    parser.delegate = reader
    let isComplete = parser.parse()
    guard isComplete, let root = reader.root else {
      report.add(
        .xmlMalformed(
          reader.problem ?? "the file has no complete element", at: reader.place(of: parser)))
      return nil
    }
    self = root
  }
}

/// Collects the events of one parse; a class because Foundation's parser wants a delegate.
private final class MarkupTreeBuilder: NSObject, XMLParserDelegate {
  private let path: String
  private let lineStarts: [Int]
  private let bytes: [UInt8]
  private var open: [MarkupElement] = []
  var root: MarkupElement?
  var problem: String?

  init(bytes: [UInt8], path: String) {
    self.path = path
    self.bytes = bytes
    lineStarts = [0] + bytes.indices.filter { bytes[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
  }

  /// The start tag just read; the parser stands at its end.
  private func tag(before parser: XMLParser) -> SourceRange {
    let end = place(of: parser).bytes.lowerBound
    let start = bytes[..<end].lastIndex(of: UInt8(ascii: "<")) ?? end
    let close = bytes[start...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? bytes.count
    return SourceRange(path: path, bytes: start..<close)
  }

  /// Where the parser stands.
  func place(of parser: XMLParser) -> SourceRange {
    let line = min(max(parser.lineNumber, 1), lineStarts.count)
    let offset = min(lineStarts[line - 1] + max(parser.columnNumber - 1, 0), bytes.count)
    return SourceRange(path: path, bytes: offset..<offset)
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    open.append(
      MarkupElement(
        name: String(name.split(separator: ":").last ?? ""), attributes: attributes,
        range: tag(before: parser)))
    guard open.count <= Self.greatestDepth else {
      problem = "elements are nested more than \(Self.greatestDepth) deep"
      parser.abortParsing()
      return
    }
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    guard let element = open.popLast() else { return }
    if open.isEmpty {
      root = element
    } else {
      open[open.count - 1].children.append(.element(element))
    }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    append(string)
  }

  func parser(_ parser: XMLParser, foundCDATA block: Data) {
    append(String(decoding: block, as: UTF8.self))
  }

  func parser(_ parser: XMLParser, parseErrorOccurred error: any Error) {
    if problem == nil { problem = "the markup is not well-formed here" }
  }

  private func append(_ text: String) {
    guard !open.isEmpty else { return }
    if case .text(let before)? = open[open.count - 1].children.last {
      open[open.count - 1].children[open[open.count - 1].children.count - 1] = .text(before + text)
    } else {
      open[open.count - 1].children.append(.text(text))
    }
  }

  private static let greatestDepth = 200
}

extension Diagnostic {
  fileprivate static func xmlMalformed(_ problem: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "xml-malformed", "XML cannot be read: \(problem)", at: range,
      hint: "Export the file again; an export cut short ends in the middle of an element")
  }
}
