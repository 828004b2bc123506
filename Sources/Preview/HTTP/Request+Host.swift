extension Request {
  /// Whether a foreign site may have sent the browser here, by letting its own name lead to this
  /// machine (DNS rebinding): its scripts could then read the unpublished journal.
  ///
  /// Names on the Internet have a dot; a client without a name is no browser.
  var isMeantForAnotherHost: Bool {
    guard let field = fields["host"]?.lowercased() else { return false }
    if field.hasPrefix("[") { return !field.hasPrefix("[::1]") }
    let labels = field.prefix { $0 != ":" }.split(separator: ".")
    let isLoopbackAddress =
      labels.count == 4 && labels[0] == "127" && labels.allSatisfy { UInt8($0) != nil }
    return labels.count > 1 && labels.last != "localhost" && !isLoopbackAddress
  }
}
