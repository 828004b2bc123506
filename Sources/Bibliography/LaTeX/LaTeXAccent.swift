/// An accent command of LaTeX and the combining mark it stands for.
enum LaTeXAccent: Sendable {
  case acute, grave, circumflex, diaeresis, tilde, macron, dotAbove, breve, caron, doubleAcute
  case cedilla, ogonek, ringAbove, dotBelow, macronBelow, hook, tie
  case commaBelow, doubleGrave, invertedBreve

  /// The letter in `bytes` with the accent: one character where Unicode has one; without a letter
  /// the accent by itself.
  func applied(to bytes: [UInt8]) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    guard var base = text.unicodeScalars.first else { return spacing }
    guard base != "<" else { return text }
    // An i that lost its dot for the accent's sake.
    if base == "ı" { base = "i" } else if base == "ȷ" { base = "j" }
    let rest = String(text.unicodeScalars.dropFirst())
    return composed(with: base) + rest
  }

  private func composed(with base: Unicode.Scalar) -> String {
    var pairs = self.pairs.unicodeScalars.makeIterator()
    while let letter = pairs.next(), let accented = pairs.next() {
      if letter == base { return String(accented) }
    }
    return String(String.UnicodeScalarView([base, mark]))
  }

  private var mark: Unicode.Scalar {
    switch self {
    case .acute: "\u{301}"
    case .grave: "\u{300}"
    case .circumflex: "\u{302}"
    case .diaeresis: "\u{308}"
    case .tilde: "\u{303}"
    case .macron: "\u{304}"
    case .dotAbove: "\u{307}"
    case .breve: "\u{306}"
    case .caron: "\u{30C}"
    case .doubleAcute: "\u{30B}"
    case .cedilla: "\u{327}"
    case .ogonek: "\u{328}"
    case .ringAbove: "\u{30A}"
    case .dotBelow: "\u{323}"
    case .macronBelow: "\u{331}"
    case .hook: "\u{309}"
    case .tie: "\u{361}"
    case .commaBelow: "\u{326}"
    case .doubleGrave: "\u{30F}"
    case .invertedBreve: "\u{311}"
    }
  }

  /// What `\'{}` prints; `\~{}` stands in addresses, and `\`{}` before Arabic names.
  private var spacing: String {
    switch self {
    case .acute: "´"
    case .grave: "`"
    case .circumflex: "^"
    case .diaeresis: "¨"
    case .tilde: "~"
    case .macron: "¯"
    case .breve: "˘"
    case .caron: "ˇ"
    case .dotAbove: "˙"
    case .doubleAcute: "˝"
    case .cedilla: "¸"
    case .ogonek: "˛"
    case .ringAbove: "˚"
    case .dotBelow, .macronBelow, .hook, .tie, .commaBelow, .doubleGrave, .invertedBreve: ""
    }
  }

  /// Letters, each followed by itself with the accent.
  private var pairs: String {
    switch self {
    case .acute:
      "AÁaáEÉeéIÍiíOÓoóUÚuúYÝyýCĆcćLĹlĺNŃnńRŔrŕSŚsśZŹzźGǴgǵKḰkḱMḾmḿPṔpṕWẂwẃÆǼæǽØǾøǿ"
    case .grave: "AÀaàEÈeèIÌiìOÒoòUÙuùNǸnǹWẀwẁYỲyỳ"
    case .circumflex: "AÂaâEÊeêIÎiîOÔoôUÛuûCĈcĉGĜgĝHĤhĥJĴjĵSŜsŝWŴwŵYŶyŷZẐzẑ"
    case .diaeresis: "AÄaäEËeëIÏiïOÖoöUÜuüYŸyÿHḦhḧWẄwẅXẌxẍtẗ"
    case .tilde: "AÃaãNÑnñOÕoõIĨiĩUŨuũEẼeẽYỸyỹVṼvṽ"
    case .macron: "AĀaāEĒeēIĪiīOŌoōUŪuūYȲyȳGḠgḡÆǢæǣ"
    case .dotAbove: "CĊcċEĖeėGĠgġIİZŻzżAȦaȧOȮoȯBḂbḃDḊdḋFḞfḟHḢhḣMṀmṁNṄnṅPṖpṗRṘrṙSṠsṡTṪtṫWẆwẇYẎyẏ"
    case .breve: "AĂaăEĔeĕGĞgğIĬiĭOŎoŏUŬuŭ"
    case .caron: "CČcčDĎdďEĚeěNŇnňRŘrřSŠsšTŤtťZŽzžLĽlľAǍaǎIǏiǐOǑoǒUǓuǔGǦgǧKǨkǩjǰHȞhȟ"
    case .doubleAcute: "OŐoőUŰuű"
    case .cedilla: "CÇcçSŞsşTŢtţGĢgģKĶkķLĻlļNŅnņRŖrŗEȨeȩDḐdḑHḨhḩ"
    case .ogonek: "AĄaąEĘeęIĮiįUŲuųOǪoǫ"
    case .ringAbove: "AÅaåUŮuůwẘyẙ"
    case .dotBelow:
      "AẠaạBḄbḅDḌdḍEẸeẹHḤhḥIỊiịKḲkḳLḶlḷMṂmṃNṆnṇOỌoọRṚrṛSṢsṣTṬtṭUỤuụVṾvṿWẈwẉYỴyỵZẒzẓ"
    case .macronBelow: "BḆbḇDḎdḏKḴkḵLḺlḻNṈnṉRṞrṟTṮtṯZẔzẕhẖ"
    case .hook: "AẢaảEẺeẻIỈiỉOỎoỏUỦuủYỶyỷ"
    case .commaBelow: "SȘsșTȚtț"
    case .doubleGrave: "AȀaȁEȄeȅIȈiȉOȌoȍRȐrȑUȔuȕ"
    case .invertedBreve: "AȂaȃEȆeȇIȊiȋOȎoȏRȒrȓUȖuȗ"
    case .tie: ""
    }
  }
}
