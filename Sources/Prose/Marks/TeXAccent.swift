/// An accent of TeX: the letters it makes, as living languages write them, and its mark for others.
struct TeXAccent {
  private let mark: Unicode.Scalar
  /// Letters, each followed by itself with the accent.
  private let pairs: String

  /// The accent of a command such as `\'` or `\c`.
  init?(command: UInt8) {
    switch command {
    case UInt8(ascii: "'"): self.init("\u{301}", "AÁaáCĆcćEÉeéIÍiíNŃnńOÓoóSŚsśUÚuúYÝyýZŹzź")
    case UInt8(ascii: "`"): self.init("\u{300}", "AÀaàEÈeèIÌiìOÒoòUÙuù")
    case UInt8(ascii: "^"): self.init("\u{302}", "AÂaâEÊeêIÎiîOÔoôUÛuûWŴwŵYŶyŷ")
    case UInt8(ascii: "\""): self.init("\u{308}", "AÄaäEËeëIÏiïOÖoöUÜuüYŸyÿ")
    case UInt8(ascii: "~"): self.init("\u{303}", "AÃaãNÑnñOÕoõ")
    case UInt8(ascii: "="): self.init("\u{304}", "AĀaāEĒeēIĪiīOŌoōUŪuū")
    case UInt8(ascii: "."): self.init("\u{307}", "IİZŻzż")
    case UInt8(ascii: "u"): self.init("\u{306}", "AĂaăGĞgğIĬiĭUŬuŭ")
    case UInt8(ascii: "v"): self.init("\u{30C}", "CČcčDĎdďEĚeěGǦgǧNŇnňRŘrřSŠsšTŤtťZŽzž")
    case UInt8(ascii: "H"): self.init("\u{30B}", "OŐoőUŰuű")
    case UInt8(ascii: "c"): self.init("\u{327}", "CÇcçGĢgģKĶkķLĻlļNŅnņSŞsşTŢtţ")
    case UInt8(ascii: "k"): self.init("\u{328}", "AĄaąEĘeęIĮiįOǪoǫUŲuų")
    case UInt8(ascii: "r"): self.init("\u{30A}", "AÅaåUŮuů")
    case UInt8(ascii: "d"): self.init("\u{323}", "AẠaạDḌdḍEẸeẹHḤhḥIỊiịOỌoọRṚrṛSṢsṣTṬtṭUỤuụZẒzẓ")
    case UInt8(ascii: "b"): self.init("\u{331}", "BḆbḇDḎdḏKḴkḵTṮtṯhẖ")
    default: return nil
    }
  }

  private init(_ mark: Unicode.Scalar, _ pairs: String) {
    self.mark = mark
    self.pairs = pairs
  }

  /// The letter with the accent, where some language has it.
  func letter(on base: Unicode.Scalar) -> String? {
    var scalars = pairs.unicodeScalars.makeIterator()
    while let letter = scalars.next(), let accented = scalars.next() {
      if letter == base { return String(accented) }
    }
    return nil
  }

  /// Any letter with the accent.
  func applied(to base: Unicode.Scalar) -> String {
    letter(on: base) ?? String(String.UnicodeScalarView([base, mark]))
  }
}
