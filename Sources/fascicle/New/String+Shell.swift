extension String {
  /// The text as one word of a command that can be copied into a shell.
  var shellWord: String {
    let isPlain = allSatisfy {
      $0.isLetter || $0.isASCII && $0.isNumber || "/._-+:,@%=".contains($0)
    }
    return isPlain && !isEmpty ? self : "'" + replacing("'", with: "'\\''") + "'"
  }
}
