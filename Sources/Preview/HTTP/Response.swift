package import Foundation

/// An answer to a request.
package struct Response: Sendable, Equatable {
  /// The few statuses that a preview needs (RFC 9110, section 15).
  package enum Status: Int, Sendable {
    case ok = 200
    case partialContent = 206
    case notModified = 304
    case permanentRedirect = 308
    case badRequest = 400
    case notFound = 404
    case methodNotAllowed = 405
    case contentTooLarge = 413
    case rangeNotSatisfiable = 416
    case misdirected = 421
    case headTooLarge = 431
    case unavailable = 503

    var phrase: String {
      switch self {
      case .ok: "OK"
      case .partialContent: "Partial Content"
      case .notModified: "Not Modified"
      case .permanentRedirect: "Permanent Redirect"
      case .badRequest: "Bad Request"
      case .notFound: "Not Found"
      case .methodNotAllowed: "Method Not Allowed"
      case .contentTooLarge: "Content Too Large"
      case .rangeNotSatisfiable: "Range Not Satisfiable"
      case .misdirected: "Misdirected Request"
      case .headTooLarge: "Request Header Fields Too Large"
      case .unavailable: "Service Unavailable"
      }
    }
  }

  package var status: Status
  package var fields: [String: String]
  package var body: Data

  package init(_ status: Status, _ body: Data, type: String? = nil, fields: [String: String] = [:])
  {
    self.status = status
    self.body = body
    self.fields = fields
    self.fields["Content-Type"] = type
    self.fields["Cache-Control"] = "no-cache"
    self.fields["X-Content-Type-Options"] = "nosniff"
  }

  package init(_ status: Status, text: String, fields: [String: String] = [:]) {
    self.init(status, Data(text.utf8), type: MediaType.of("answer.txt"), fields: fields)
  }

  /// The bytes to send, head and body in one piece; the body is left out in the answer to HEAD.
  package func encoded(isHead: Bool, keepsConnection: Bool) -> Data {
    var head = "HTTP/1.1 \(status.rawValue) \(status.phrase)\r\n"
    for (name, value) in fields.sorted(by: { $0.key < $1.key }) {
      head += "\(name): \(value)\r\n"
    }
    if status != .notModified { head += "Content-Length: \(body.count)\r\n" }
    head += "Connection: \(keepsConnection ? "keep-alive" : "close")\r\n\r\n"
    return isHead ? Data(head.utf8) : Data(head.utf8) + body
  }
}
