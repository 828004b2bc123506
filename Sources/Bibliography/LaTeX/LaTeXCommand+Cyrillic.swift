extension LaTeXCommand {
  /// The letters of Cyrillic by the commands of LaTeX's encodings, as Zotero writes them in ASCII.
  static let cyrillic: [(String, String)] = {
    var letters: [(String, String)] = []
    func add(_ names: String, from capital: UInt32, toSmall distance: UInt32) {
      for (index, name) in names.split(separator: " ").enumerated() {
        let code = capital + UInt32(index)
        letters.append(("CYR" + name, text(code)))
        letters.append(("cyr" + name.lowercased(), text(code + distance)))
      }
    }
    add("YO DJE GJE IE DZE II YI JE LJE NJE TSHE KJE IGRAVE USHRT DZHE", from: 0x401, toSmall: 0x50)
    add(
      """
      A B V G D E ZH Z I ISHRT K L M N O P R S T U F H C CH SH SHCH HRDSN ERY SFTSN EREV YU YA
      """, from: 0x410, toSmall: 0x20)
    add("GUP", from: 0x490, toSmall: 1)
    return letters
  }()

  private static func text(_ code: UInt32) -> String {
    Unicode.Scalar(code).map { String($0) } ?? ""
  }
}
