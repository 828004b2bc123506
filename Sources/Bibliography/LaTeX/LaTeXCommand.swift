/// What a LaTeX command does to the text around it, as far as bibliographies use it.
enum LaTeXCommand: Sendable {
  /// Stands for a text.
  case text(String)
  case accent(LaTeXAccent)
  /// An address, which is taken as it stands but for TeX's escapes.
  case address
  /// Formats its argument.
  case format(open: String, close: String)
  /// Formats the rest of the group.
  case declaration(open: String, close: String)
  /// Left out together with that many arguments.
  case dropped(arguments: Int)
  /// The last of its arguments counts.
  case lastArgument(of: Int)
  /// A quotation: “…”, and ‘…’ inside another.
  case quotation
  /// A key of biblatex's list of terms.
  case term
  /// A formula up to a mark, or in an argument.
  case formula(end: String?)
  /// `\ifmmode … \else … \fi`, of which the second half is text.
  case mathConditional

  /// The command of that name, without its backslash.
  init?(_ name: String) {
    guard let command = Self.byName[name] else { return nil }
    self = command
  }

  private static let byName: [String: LaTeXCommand] = {
    var table: [String: LaTeXCommand] = [
      "'": .accent(.acute), "`": .accent(.grave), "^": .accent(.circumflex),
      "\"": .accent(.diaeresis), "~": .accent(.tilde), "=": .accent(.macron),
      ".": .accent(.dotAbove), "u": .accent(.breve), "v": .accent(.caron),
      "H": .accent(.doubleAcute), "c": .accent(.cedilla), "k": .accent(.ogonek),
      "r": .accent(.ringAbove), "d": .accent(.dotBelow), "b": .accent(.macronBelow),
      "h": .accent(.hook), "t": .accent(.tie), "G": .accent(.doubleGrave),
      "f": .accent(.invertedBreve), "textcommabelow": .accent(.commaBelow),
      "textdotbelow": .accent(.dotBelow), "textsubdot": .accent(.dotBelow),
      "url": .address, "path": .address, "nolinkurl": .address,
      "enquote": .quotation, "mkbibquote": .quotation, "textquote": .quotation,
      "bibstring": .term, "bibcpstring": .term, "bibsstring": .term, "biblstring": .term,
      "(": .formula(end: "\\)"), "[": .formula(end: "\\]"), "ensuremath": .formula(end: nil),
      "ifmmode": .mathConditional,
    ]
    for (names, open, close) in formats {
      for name in names.split(separator: " ") {
        table[String(name)] = .format(open: open, close: close)
      }
    }
    for (names, open, close) in declarations {
      for name in names.split(separator: " ") {
        table[String(name)] = .declaration(open: open, close: close)
      }
    }
    for (name, text) in texts + journals + cyrillic { table[name] = .text(text) }
    for (name, count) in dropped { table[name] = .dropped(arguments: count) }
    for (name, count) in lastArguments { table[name] = .lastArgument(of: count) }
    return table
  }()

  private static let formats: [(String, String, String)] = [
    ("emph textit textsl mkbibemph mkbibitalic", "<i>", "</i>"),
    ("textbf mkbibbold", "<b>", "</b>"),
    ("textsc", "<sc>", "</sc>"),
    ("textsuperscript mkbibsuperscript", "<sup>", "</sup>"),
    ("textsubscript mkbibsubscript", "<sub>", "</sub>"),
    ("mkbibparens", "(", ")"),
    ("mkbibbrackets", "[", "]"),
    (
      """
      texttt textrm textsf textup textnormal textmd mbox hbox text autocap \
      lowercase acro protect MakeLowercase MakeUppercase NoCaseChange underline uline
      """, "", ""
    ),
  ]

  private static let declarations: [(String, String, String)] = [
    ("em it sl itshape slshape", "<i>", "</i>"),
    ("bf bfseries", "<b>", "</b>"),
    ("sc scshape", "<sc>", "</sc>"),
    ("tt rm sf ttfamily rmfamily sffamily upshape normalfont small footnotesize large", "", ""),
  ]

  private static let dropped: [(String, Int)] = [
    ("noopsort", 1), ("SortNoop", 1), ("sortnoop", 1), ("noop", 1), ("nocite", 1), ("label", 1),
    ("index", 1), ("phantom", 1), ("hphantom", 1),
    ("vphantom", 1), ("hspace", 1), ("vspace", 1), ("footnote", 1), ("relax", 0), ("-", 0),
    ("/", 0), ("@", 0), ("!", 0),
    ("newblock", 0), ("adddot", 0), ("isdot", 0), ("unskip", 0), ("ignorespaces", 0),
    ("bgroup", 0), ("egroup", 0), ("fi", 0), ("null", 0), ("nolinebreak", 0), ("allowbreak", 0),
    ("nobreakdash", 0), ("cyrchar", 0), ("textcompwordmark", 0), ("discretionary", 3),
    ("arabic", 1),
  ]

  private static let lastArguments: [(String, Int)] = [
    ("href", 2), ("foreignlanguage", 2), ("textcolor", 2), ("hyperlink", 2), ("raisebox", 2),
    ("textlang", 2), ("texorpdfstring", 2), ("colorbox", 2),
  ]

  private static let texts: [(String, String)] = [
    ("&", "&"), ("%", "%"), ("$", "$"), ("#", "#"), ("_", "_"), ("{", "{"), ("}", "}"),
    (" ", " "), ("\n", " "), ("\r", " "), ("\t", " "), ("\\", " "),
    (",", "\u{2009}"), (";", " "), (":", " "), ("thinspace", "\u{2009}"), ("quad", " "),
    ("qquad", " "), ("space", " "), ("par", " "), ("newline", " "), ("linebreak", " "),
    ("break", " "), ("enskip", " "), ("enspace", " "), ("sqspace", "\u{A0}"),
    ("psq", "\u{A0}sq."), ("psqq", "\u{A0}sqq."),
    ("addspace", " "), ("nobreakspace", "\u{A0}"), ("addnbspace", "\u{A0}"), ("slash", "/"),
    ("ss", "ß"), ("SS", "SS"), ("ae", "æ"), ("AE", "Æ"), ("oe", "œ"), ("OE", "Œ"), ("aa", "å"),
    ("AA", "Å"), ("o", "ø"), ("O", "Ø"), ("l", "ł"), ("L", "Ł"), ("i", "ı"), ("j", "ȷ"),
    ("textdotlessi", "ı"), ("textdotlessj", "ȷ"), ("textschwa", "ə"),
    ("dh", "ð"), ("DH", "Ð"), ("dj", "đ"), ("DJ", "Đ"), ("th", "þ"), ("TH", "Þ"), ("ng", "ŋ"),
    ("NG", "Ŋ"), ("ij", "ĳ"), ("IJ", "Ĳ"),
    ("S", "§"), ("textsection", "§"), ("P", "¶"), ("textparagraph", "¶"), ("dag", "†"),
    ("ddag", "‡"), ("copyright", "©"), ("textcopyright", "©"), ("textregistered", "®"),
    ("texttrademark", "™"), ("pounds", "£"), ("textsterling", "£"), ("euro", "€"),
    ("texteuro", "€"), ("textdegree", "°"), ("degree", "°"), ("textmu", "µ"), ("textmicro", "µ"),
    ("textbullet", "•"), ("textperiodcentered", "·"), ("textordfeminine", "ª"),
    ("textordmasculine", "º"), ("textonehalf", "½"), ("textonequarter", "¼"),
    ("textthreequarters", "¾"),
    ("textonesuperior", "¹"), ("texttwosuperior", "²"), ("textthreesuperior", "³"),
    ("texttimes", "×"), ("textdiv", "÷"), ("textpm", "±"), ("textlnot", "¬"), ("textminus", "−"),
    ("textcent", "¢"), ("textyen", "¥"), ("textcurrency", "¤"), ("textflorin", "ƒ"),
    ("textbrokenbar", "¦"), ("textdagger", "†"), ("textdaggerdbl", "‡"), ("textnumero", "№"),
    ("textasteriskcentered", "∗"), ("textperthousand", "‰"), ("textpermille", "‰"),
    ("textcelsius", "°C"), ("textohm", "Ω"), ("textfractionsolidus", "⁄"),
    ("textrightarrow", "→"), ("textleftarrow", "←"), ("textreferencemark", "※"),
    ("textasciiacute", "´"), ("textasciigrave", "`"), ("textasciidieresis", "¨"),
    ("textasciimacron", "¯"), ("textasciibreve", "˘"), ("textasciicaron", "ˇ"),
    ("textendash", "–"), ("textemdash", "—"), ("dash", "–"), ("Dash", "—"), ("hyphen", "-"),
    ("ldots", "…"), ("dots", "…"), ("textellipsis", "…"), ("cdots", "⋯"),
    ("textquoteright", "’"), ("textquoteleft", "‘"), ("textquotedblright", "”"),
    ("textquotedblleft", "“"), ("textquotesingle", "'"), ("textquotedbl", "\""),
    ("lq", "‘"), ("rq", "’"), ("guillemotleft", "«"), ("guillemotright", "»"),
    ("guillemetleft", "«"), ("guillemetright", "»"), ("og", "«\u{A0}"), ("fg", "»"),
    ("guilsinglleft", "‹"), ("guilsinglright", "›"), ("quotedblbase", "„"),
    ("quotesinglbase", "‚"), ("glqq", "„"), ("grqq", "“"), ("glq", "‚"), ("grq", "‘"),
    ("flqq", "«"), ("frqq", "»"), ("flq", "‹"), ("frq", "›"),
    ("textbackslash", "\\"), ("bs", "\\"), ("textasciitilde", "~"), ("textasciicircum", "^"),
    ("textbar", "|"), ("textless", "<"), ("textgreater", ">"), ("textunderscore", "_"),
    ("textdollar", "$"), ("textbraceleft", "{"), ("textbraceright", "}"),
    ("textexclamdown", "¡"), ("textquestiondown", "¿"), ("textinterrobang", "‽"),
    ("TeX", "TeX"), ("LaTeX", "LaTeX"), ("LaTeXe", "LaTeX 2ε"), ("BibTeX", "BibTeX"),
    ("XeTeX", "XeTeX"), ("XeLaTeX", "XeLaTeX"), ("LuaTeX", "LuaTeX"), ("LuaLaTeX", "LuaLaTeX"),
    ("pdfTeX", "pdfTeX"), ("ConTeXt", "ConTeXt"), ("MF", "METAFONT"), ("MP", "MetaPost"),
    ("AmS", "AMS"), ("eTeX", "ε-TeX"), ("hyphenation", ""),
    ("bibopenparen", "("), ("bibcloseparen", ")"), ("bibopenbracket", "["),
    ("bibclosebracket", "]"), ("addcomma", ","), ("addcolon", ":"), ("addsemicolon", ";"),
    ("newunitpunct", ". "), ("subtitlepunct", ": "), ("bibrangedash", "–"),
  ]
}
