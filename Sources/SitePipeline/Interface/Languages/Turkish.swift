import JournalModel

/// Turkish, with names where they need no ending: endings would follow their vowels.
struct Turkish: InterfaceLanguage {
  let decimalMark = ","
  let months: [12 of String] = [
    "Ocak", "Şubat", "Mart", "Nisan", "Mayıs", "Haziran", "Temmuz", "Ağustos", "Eylül", "Ekim",
    "Kasım", "Aralık",
  ]

  func date(day: Int, month: String, year: String) -> String { "\(day) \(month) \(year)" }

  func listConjunction(before last: String, count: Int) -> String { " ve " }

  func label(_ label: InterfaceText.Label) -> String {
    switch label {
    case .skip: "Metne geç"
    case .menu: "Menü"
    case .journal: "Dergi"
    case .languages: "Diller"
    case .policies: "İlkeler"
    case .home: "Ana sayfa"
    case .currentIssue: "Güncel sayı"
    case .archive: "Arşiv"
    case .about: "Hakkında"
    case .search: "Arama"
    case .news: "Haberler"
    case .feed: "Akış"
    case .contents: "İçindekiler"
    case .onThisPage: "Bu sayfada"
    case .abstract: "Öz"
    case .summary: "Özet"
    case .plainSummary: "Sade dille özet"
    case .keywords: "Anahtar kelimeler"
    case .references: "Kaynakça"
    case .notes: "Notlar"
    case .fullText: "Tam metin"
    case .facts: "Bilgiler"
    case .aboutArticle: "Bu makale hakkında"
    case .history: "Süreç"
    case .sideOfArticle: "Atıf ve bilgiler"
    case .sideOfIssue: "Sayı hakkında"
    case .sideOfSearch: "Makale bulmanın başka yolları"
    case .cite: "Atıf yap"
    case .howToCite: "Nasıl atıf yapılır"
    case .citeThisArticle: "Bu makaleye atıf yap"
    case .citeThisIssue: "Bu sayıya atıf yap"
    case .citationStyle: "Atıf biçimi"
    case .allStyles: "Bütün biçimler tek sayfada"
    case .backToArticle: "Makaleye dön"
    case .referenceManager: "Kaynak yönetim programı için"
    case .download: "İndir"
    case .readPDF: "PDF’yi oku"
    case .supplements: "Ek dosyalar"
    case .copy: "Kopyala"
    case .copyPlain: "Düz metin olarak kopyala"
    case .copied: "Kopyalandı"
    case .issue: "Sayı"
    case .volume: "Cilt"
    case .number: "Sayı"
    case .year: "Yıl"
    case .pages: "Sayfalar"
    case .page: "Sayfa"
    case .articleNumber: "Makale numarası"
    case .section: "Bölüm"
    case .language: "Dil"
    case .inOtherLanguages: "Diğer dillerde"
    case .published: "Yayımlandı"
    case .received: "Geliş"
    case .accepted: "Kabul"
    case .updated: "Güncellendi"
    case .peerReview: "Hakem değerlendirmesi"
    case .funding: "Finansman"
    case .licence: "Lisans"
    case .copyright: "Telif hakkı"
    case .publisher: "Yayıncı"
    case .issnOnline: "ISSN (çevrim içi)"
    case .issnPrint: "ISSN (basılı)"
    case .founded: "Kuruluş"
    case .frequency: "Yayın sıklığı"
    case .contact: "İletişim"
    case .notStated: "belirtilmemiş"
    case .author: "Yazar"
    case .authors: "Yazarlar"
    case .editor: "Editör"
    case .editors: "Editörler"
    case .translator: "Çevirmen"
    case .translators: "Çevirmenler"
    case .contributors: "Katkıda bulunanlar"
    case .correspondingAuthor: "Sorumlu yazar"
    case .editorialBoard: "Yayın kurulu"
    case .formerMembers: "Eski üyeler"
    case .theJournal: "Dergi"
    case .thisIssue: "Bu sayı"
    case .wholeIssue: "Sayının tamamı"
    case .allIssues: "Bütün sayılar"
    case .otherIssues: "Diğer sayılar"
    case .specialIssue: "Özel sayı"
    case .ahead: "Sayısından önce yayımlandı"
    case .cover: "Kapak"
    case .earlier: "önceki"
    case .later: "sonraki"
    case .previousArticle: "Önceki makale"
    case .nextArticle: "Sonraki makale"
    case .previousIssue: "Önceki sayı"
    case .nextIssue: "Sonraki sayı"
    case .notice: "Bildirim"
    case .readNotice: "Bildirimi oku"
    case .isRetracted: "Bu makale geri çekilmiştir"
    case .isCorrected: "Bu makale düzeltilmiştir"
    case .isOfConcern: "Editörler bu makale hakkında kaygı bildirmiştir"
    case .isRemoved: "Bu makale kaldırılmıştır"
    case .versions: "Sürümler"
    case .isOlderVersion: "Bu, eski bir sürümdür"
    case .readCurrentVersion: "Güncel sürümü oku"
    case .searchPrompt: "Kelimeler, adlar ya da bir DOI"
    case .searching: "Aranıyor"
    case .searchFailed: "Arama dizini yüklenemedi"
    case .noResults: "Sonuç bulunamadı"
    case .spellings:
      "Bir harfin Arapça ve Urduca yazılışları bir sayılır; aksanlar ve harekeler dikkate alınmaz."
    case .needsScript: "Arama, tarayıcınızda bir betik gerektirir. Bu sayfalar gerektirmez."
    case .browseInstead: "Göz at"
    case .found: "Bulunanlar"
    case .years: "Yıllar"
    case .sections: "Bölümler"
    case .everyYear: "Bütün yıllar"
    case .everySection: "Bütün bölümler"
    case .moreResults: "Daha fazla göster"
    case .pageMoved: "Bu sayfa taşındı"
    case .pageNotFound: "Böyle bir sayfa yok"
    case .pageNotFoundText:
      """
      Adres yanlış ya da sayfa taşınmış. Makalelerin adresi hiç değişmez; aradığınız büyük \
      olasılıkla yakındadır.
      """
    case .backToText: "Metne dön"
    case .figure: "Şekil"
    case .table: "Tablo"
    case .equation: "Denklem"
    case .listing: "Kod"
    }
  }

  func phrase(_ phrase: InterfaceText.Phrase) -> String {
    switch phrase {
    case .ofTitle(let title): ": “\(title)”"
    case .sectionTitled(let title): "“\(title)” bölümü"
    case .note(let number): "Not \(number)"
    case .backToNote(let number): "Metinde not \(number): geri dön"
    case .backToCitation(let number): "Metinde atıf \(number): geri dön"
    case .volume(let volume): "Cilt\u{A0}\(volume)"
    case .number(let number): "Sayı\u{A0}\(number)"
    case .volumeAndNumber(let volume, let number): "Cilt\u{A0}\(volume), sayı\u{A0}\(number)"
    case .allContents(let issue): "Bütün içerik: \(issue)"
    case .coverOf(let issue): "Kapak: \(issue)"
    case .articlesBy(let name): "Yazarın makaleleri: \(name)"
    case .articlesOn(let keyword): "“\(keyword)” konulu makaleler"
    case .retractedOn(let date): "Geri çekilme tarihi: \(date)."
    case .correctedOn(let date): "Düzeltilme tarihi: \(date)."
    case .concernOn(let date): "Kaygı bildirimi tarihi: \(date)."
    case .removedOn(let date): "Kaldırılma tarihi: \(date)."
    case .version(let number): "Sürüm \(number)"
    case .versionDated(let number): "Sürüm \(number):"
    case .replacedOn(let date): "Yeni sürümün yayım tarihi: \(date)."
    case .aboutHome(let journal): "\(journal): güncel sayı, arşiv ve yayın koşulları."
    case .aboutArticle(let title, let journal):
      "“\(title)” makalesinin özü, kaynakçası ve atfı: \(journal)."
    case .aboutCitation(let title): "“\(title)” bütün atıf biçimlerinde ve dosya türlerinde."
    case .aboutIssue(let issue, let journal): "İçindekiler: \(issue), \(journal)."
    case .aboutArchive(let journal): "Bütün sayılar, en yenisi başta: \(journal)."
    case .aboutAuthors(let journal): "Bütün yazarlar: \(journal)."
    case .aboutAuthor(let name, let journal): "\(name): makaleler, \(journal)."
    case .aboutKeywords(let journal): "Bütün anahtar kelimeler: \(journal)."
    case .aboutKeyword(let keyword, let journal): "“\(keyword)” konulu makaleler: \(journal)."
    case .aboutSearch(let journal):
      "Başlıklarda, adlarda, anahtar kelimelerde ve metinlerde arama: \(journal)."
    case .aboutNews(let journal): "Haberler: \(journal)."
    case .aboutPage(let title, let journal): "\(title): \(journal)."
    }
  }

  func noun(_ noun: InterfaceText.Noun, _ form: InterfaceText.PluralForm) -> String {
    switch noun {
    case .article: "# makale"
    case .issue: "# sayı"
    case .page: "# sayfa"
    case .reference: "# kaynak"
    case .style: "# biçim"
    case .result: "# makale bulundu"
    case .otherAuthor: "# kişi daha"
    }
  }

  func kind(_ kind: Article.Kind) -> String {
    switch kind {
    case .researchArticle: "Araştırma makalesi"
    case .reviewArticle: "Derleme makalesi"
    case .editorial: "Editörden"
    case .bookReview: "Kitap incelemesi"
    case .essay: "Deneme"
    case .interview: "Söyleşi"
    case .letter: "Mektup"
    case .translation: "Çeviri"
    case .other: "Diğer"
    case .retraction: "Geri çekme"
    case .correction: "Düzeltme"
    case .expressionOfConcern: "Kaygı bildirimi"
    case .removal: "Kaldırma"
    }
  }

  func subject(_ subject: Article.Statement.Subject) -> String {
    switch subject {
    case .data: "Verilere erişim"
    case .code: "Koda erişim"
    case .interests: "Çıkar çatışması"
    case .ethics: "Etik"
    case .funding: "Finansman"
    case .acknowledgements: "Teşekkür"
    case .contributions: "Yazar katkıları"
    case .ai: "Yapay zekâ kullanımı"
    }
  }

  func contribution(_ term: CreditTerm) -> String? {
    switch term {
    case .conceptualization: "Kavramsallaştırma"
    case .dataCuration: "Veri düzenleme"
    case .formalAnalysis: "Biçimsel çözümleme"
    case .fundingAcquisition: "Ödenek temini"
    case .investigation: "Araştırma"
    case .methodology: "Yöntembilim"
    case .projectAdministration: "Proje yürütümü"
    case .resources: "Kaynaklar"
    case .software: "Yazılım"
    case .supervision: "Denetim"
    case .validation: "Doğrulama"
    case .visualization: "Görselleştirme"
    case .originalDraft: "Yazım – özgün taslak"
    case .reviewAndEditing: "Yazım – gözden geçirme ve düzenleme"
    }
  }

  func name(ofLanguage code: String) -> String? {
    switch code {
    case "ar": "Arapça"
    case "de": "Almanca"
    case "en": "İngilizce"
    case "es": "İspanyolca"
    case "fa": "Farsça"
    case "fr": "Fransızca"
    case "hi": "Hintçe"
    case "it": "İtalyanca"
    case "pa": "Pencapça"
    case "ps": "Peştuca"
    case "pt": "Portekizce"
    case "ru": "Rusça"
    case "sd": "Sintçe"
    case "tr": "Türkçe"
    case "ur": "Urduca"
    case "zh": "Çince"
    default: nil
    }
  }
}
