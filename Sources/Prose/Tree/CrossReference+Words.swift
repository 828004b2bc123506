// What authors call what is numbered, in the languages that the interface of a site speaks.

extension CrossReference.Kind {
  /// The words in front of a number, in small letters.
  var words: [String] {
    switch self {
    case .figure:
      [
        "figure", "fig.", "fig", "figures", "figs.", "abbildung", "abb.", "abbildungen", "figura",
        "figuras", "gambar", "şekil", "شكل", "الشكل", "شکل", "تصویر",
      ]
    case .table:
      [
        "table", "tab.", "tbl.", "tables", "tabelle", "tabellen", "tableau", "tableaux", "tabla",
        "tablas", "tabela", "tabelas", "tabel", "tablo", "جدول", "الجدول",
      ]
    case .equation:
      [
        "equation", "eq.", "eqn.", "eq", "equations", "eqs.", "gleichung", "gl.", "gleichungen",
        "équation", "équations", "éq.", "ecuación", "ecuaciones", "ec.", "equação", "equações",
        "persamaan", "denklem", "معادلة", "المعادلة", "معادله", "مساوات",
      ]
    case .section:
      [
        "section", "sec.", "sections", "abschnitt", "abschnitte", "kapitel", "chapitre", "sección",
        "secciones", "seção", "seções", "bagian", "bölüm", "القسم", "قسم", "بخش", "حصہ",
      ]
    case .listing:
      ["listing", "listings", "quelltext", "extrait", "listado", "listagem", "kode", "kod"]
    }
  }

  /// Whether an author would write this word, without its point, in front of a number.
  func isCalled(_ word: String) -> Bool {
    let word = word.lowercased()
    return words.contains { $0 == word || $0 == word + "." }
  }
}

extension Caption {
  /// What a line of its own begins with that is the caption of a table.
  package static let tableWords = [
    "Table:", "table:", "Tabelle:", "Tableau:", "Tableau :", "Tableau\u{A0}:", "Tabla:", "Tabela:",
    "Tabel:", "Tablo:", "جدول:", "الجدول:",
  ]
}
