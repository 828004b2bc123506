import JournalModel

/// Indonesian, whose nouns have one form for any number.
struct Indonesian: InterfaceLanguage {
  let decimalMark = ","
  let months: [12 of String] = [
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September",
    "Oktober", "November", "Desember",
  ]

  func date(day: Int, month: String, year: String) -> String { "\(day) \(month) \(year)" }

  func pluralForm(of count: Int) -> InterfaceText.PluralForm { .other }

  func listConjunction(before last: String, count: Int) -> String {
    count == 2 ? " dan " : ", dan "
  }

  func label(_ label: InterfaceText.Label) -> String {
    switch label {
    case .skip: "Langsung ke teks"
    case .menu: "Menu"
    case .journal: "Jurnal"
    case .languages: "Bahasa"
    case .policies: "Kebijakan"
    case .home: "Beranda"
    case .currentIssue: "Terbitan terkini"
    case .archive: "Arsip"
    case .about: "Tentang"
    case .search: "Pencarian"
    case .news: "Berita"
    case .feed: "Umpan"
    case .contents: "Daftar isi"
    case .onThisPage: "Di halaman ini"
    case .abstract: "Abstrak"
    case .summary: "Ringkasan"
    case .plainSummary: "Ringkasan dalam bahasa sederhana"
    case .keywords: "Kata kunci"
    case .references: "Referensi"
    case .notes: "Catatan"
    case .fullText: "Teks lengkap"
    case .facts: "Keterangan"
    case .aboutArticle: "Tentang artikel ini"
    case .history: "Riwayat"
    case .sideOfArticle: "Sitasi dan keterangan"
    case .sideOfIssue: "Tentang terbitan ini"
    case .sideOfSearch: "Cara lain menemukan artikel"
    case .cite: "Sitasi"
    case .howToCite: "Cara mengutip"
    case .citeThisArticle: "Kutip artikel ini"
    case .citeThisIssue: "Kutip terbitan ini"
    case .citationStyle: "Gaya sitasi"
    case .allStyles: "Semua gaya dalam satu halaman"
    case .backToArticle: "Kembali ke artikel"
    case .referenceManager: "Untuk pengelola referensi"
    case .download: "Unduh"
    case .readPDF: "Baca PDF"
    case .supplements: "Berkas tambahan"
    case .copy: "Salin"
    case .copyPlain: "Salin sebagai teks biasa"
    case .copied: "Tersalin"
    case .issue: "Terbitan"
    case .volume: "Volume"
    case .number: "Nomor"
    case .year: "Tahun"
    case .pages: "Halaman"
    case .page: "Halaman"
    case .articleNumber: "Nomor artikel"
    case .section: "Rubrik"
    case .language: "Bahasa"
    case .inOtherLanguages: "Dalam bahasa lain"
    case .published: "Diterbitkan"
    case .received: "Diterima redaksi"
    case .accepted: "Disetujui"
    case .updated: "Diperbarui"
    case .peerReview: "Penelaahan sejawat"
    case .funding: "Pendanaan"
    case .licence: "Lisensi"
    case .copyright: "Hak cipta"
    case .publisher: "Penerbit"
    case .issnOnline: "ISSN (daring)"
    case .issnPrint: "ISSN (cetak)"
    case .founded: "Didirikan"
    case .frequency: "Frekuensi terbit"
    case .contact: "Kontak"
    case .notStated: "tidak disebutkan"
    case .author: "Penulis"
    case .authors: "Penulis"
    case .editor: "Editor"
    case .editors: "Editor"
    case .translator: "Penerjemah"
    case .translators: "Penerjemah"
    case .contributors: "Kontributor"
    case .correspondingAuthor: "Penulis korespondensi"
    case .editorialBoard: "Dewan editorial"
    case .formerMembers: "Mantan anggota"
    case .theJournal: "Tentang jurnal"
    case .thisIssue: "Terbitan ini"
    case .wholeIssue: "Seluruh terbitan"
    case .allIssues: "Semua terbitan"
    case .otherIssues: "Terbitan lain"
    case .specialIssue: "Terbitan khusus"
    case .ahead: "Terbit mendahului nomornya"
    case .cover: "Sampul"
    case .earlier: "sebelumnya"
    case .later: "berikutnya"
    case .previousArticle: "Artikel sebelumnya"
    case .nextArticle: "Artikel berikutnya"
    case .previousIssue: "Terbitan sebelumnya"
    case .nextIssue: "Terbitan berikutnya"
    case .notice: "Pemberitahuan"
    case .readNotice: "Baca pemberitahuan"
    case .isRetracted: "Artikel ini telah ditarik"
    case .isCorrected: "Artikel ini telah dikoreksi"
    case .isOfConcern: "Redaksi menyatakan keraguan atas artikel ini"
    case .isRemoved: "Artikel ini telah dihapus"
    case .versions: "Versi"
    case .isOlderVersion: "Ini adalah versi lama"
    case .readCurrentVersion: "Baca versi terkini"
    case .searchPrompt: "Kata, nama, atau DOI"
    case .searching: "Mencari"
    case .searchFailed: "Indeks pencarian tidak dapat dimuat"
    case .noResults: "Tidak ditemukan"
    case .spellings:
      "Ejaan Arab dan Urdu untuk satu huruf dianggap sama; aksen dan tanda vokal diabaikan."
    case .needsScript: "Pencarian memerlukan skrip di peramban Anda. Halaman-halaman ini tidak."
    case .browseInstead: "Telusuri"
    case .found: "Ditemukan"
    case .years: "Tahun"
    case .sections: "Rubrik"
    case .everyYear: "Semua tahun"
    case .everySection: "Semua rubrik"
    case .moreResults: "Tampilkan lebih banyak"
    case .pageMoved: "Halaman ini telah pindah"
    case .pageNotFound: "Halaman tidak ditemukan"
    case .pageNotFoundText:
      """
      Alamatnya keliru atau halamannya telah pindah. Alamat artikel tidak pernah berubah, jadi \
      yang Anda cari mungkin tidak jauh.
      """
    case .backToText: "Kembali ke teks"
    case .figure: "Gambar"
    case .table: "Tabel"
    case .equation: "Persamaan"
    case .listing: "Kode"
    }
  }

  func phrase(_ phrase: InterfaceText.Phrase) -> String {
    switch phrase {
    case .ofTitle(let title): ": “\(title)”"
    case .sectionTitled(let title): "Bagian “\(title)”"
    case .note(let number): "Catatan \(number)"
    case .backToNote(let number): "Kembali ke catatan \(number) dalam teks"
    case .backToCitation(let number): "Kembali ke sitasi \(number) dalam teks"
    case .volume(let volume): "Volume\u{A0}\(volume)"
    case .number(let number): "Nomor\u{A0}\(number)"
    case .volumeAndNumber(let volume, let number): "Volume\u{A0}\(volume), nomor\u{A0}\(number)"
    case .allContents(let issue): "Seluruh isi \(issue)"
    case .coverOf(let issue): "Sampul \(issue)"
    case .articlesBy(let name): "Artikel oleh \(name)"
    case .articlesOn(let keyword): "Artikel tentang “\(keyword)”"
    case .retractedOn(let date): "Ditarik pada \(date)."
    case .correctedOn(let date): "Dikoreksi pada \(date)."
    case .concernOn(let date): "Pernyataan keraguan pada \(date)."
    case .removedOn(let date): "Dihapus pada \(date)."
    case .version(let number): "Versi \(number)"
    case .versionDated(let number): "Versi \(number):"
    case .replacedOn(let date): "Versi baru diterbitkan pada \(date)."
    case .aboutHome(let journal): "\(journal): terbitan terkini, arsip, dan cara menerbitkan."
    case .aboutArticle(let title, let journal):
      "Abstrak, referensi, dan sitasi “\(title)” dalam \(journal)."
    case .aboutCitation(let title): "“\(title)” dalam semua gaya sitasi dan format berkas."
    case .aboutIssue(let issue, let journal): "Daftar isi \(issue), \(journal)."
    case .aboutArchive(let journal): "Semua terbitan \(journal), dari yang terbaru."
    case .aboutAuthors(let journal): "Semua penulis \(journal)."
    case .aboutAuthor(let name, let journal): "Artikel oleh \(name) dalam \(journal)."
    case .aboutKeywords(let journal): "Semua kata kunci \(journal)."
    case .aboutKeyword(let keyword, let journal): "Artikel tentang “\(keyword)” dalam \(journal)."
    case .aboutSearch(let journal): "Pencarian judul, nama, kata kunci, dan teks \(journal)."
    case .aboutNews(let journal): "Berita \(journal)."
    case .aboutPage(let title, let journal): "\(title): \(journal)."
    }
  }

  func noun(_ noun: InterfaceText.Noun, _ form: InterfaceText.PluralForm) -> String {
    switch noun {
    case .article: "# artikel"
    case .issue: "# terbitan"
    case .page: "# halaman"
    case .reference: "# referensi"
    case .style: "# gaya"
    case .result: "# artikel ditemukan"
    case .otherAuthor: "# lainnya"
    }
  }

  func kind(_ kind: Article.Kind) -> String {
    switch kind {
    case .researchArticle: "Artikel penelitian"
    case .reviewArticle: "Artikel tinjauan"
    case .editorial: "Editorial"
    case .bookReview: "Resensi buku"
    case .essay: "Esai"
    case .interview: "Wawancara"
    case .letter: "Surat"
    case .translation: "Terjemahan"
    case .other: "Lainnya"
    case .retraction: "Penarikan"
    case .correction: "Koreksi"
    case .expressionOfConcern: "Pernyataan keraguan"
    case .removal: "Penghapusan"
    }
  }

  func subject(_ subject: Article.Statement.Subject) -> String {
    switch subject {
    case .data: "Ketersediaan data"
    case .code: "Ketersediaan kode"
    case .interests: "Konflik kepentingan"
    case .ethics: "Etika"
    case .funding: "Pendanaan"
    case .acknowledgements: "Ucapan terima kasih"
    case .contributions: "Kontribusi penulis"
    case .ai: "Penggunaan kecerdasan buatan"
    }
  }

  func contribution(_ term: CreditTerm) -> String? {
    switch term {
    case .conceptualization: "Konseptualisasi"
    case .dataCuration: "Kurasi data"
    case .formalAnalysis: "Analisis formal"
    case .fundingAcquisition: "Perolehan dana"
    case .investigation: "Investigasi"
    case .methodology: "Metodologi"
    case .projectAdministration: "Administrasi proyek"
    case .resources: "Sumber daya"
    case .software: "Perangkat lunak"
    case .supervision: "Supervisi"
    case .validation: "Validasi"
    case .visualization: "Visualisasi"
    case .originalDraft: "Penulisan – draf awal"
    case .reviewAndEditing: "Penulisan – tinjauan & penyuntingan"
    }
  }

  func name(ofLanguage code: String) -> String? {
    switch code {
    case "ar": "Arab"
    case "de": "Jerman"
    case "en": "Inggris"
    case "es": "Spanyol"
    case "id": "Indonesia"
    case "fa": "Persia"
    case "fr": "Prancis"
    case "hi": "Hindi"
    case "it": "Italia"
    case "ms": "Melayu"
    case "pa": "Punjabi"
    case "ps": "Pashto"
    case "pt": "Portugis"
    case "ru": "Rusia"
    case "sd": "Sindhi"
    case "tr": "Turki"
    case "ur": "Urdu"
    case "zh": "Tionghoa"
    default: nil
    }
  }
}
