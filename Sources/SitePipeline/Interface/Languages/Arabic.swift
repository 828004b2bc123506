import JournalModel

/// Arabic, with the figures and the month names of the region.
struct Arabic: InterfaceLanguage {
  let digits: InterfaceText.Digits
  let months: [12 of String]
  let listComma = "، "
  let listSemicolon = "؛ "
  let byteUnits: [3 of String] = ["ك.ب", "م.ب", "غ.ب"]

  /// The region of the language tag decides: the Maghreb and the Emirates write Western figures,
  /// the Levant and Iraq have the old month names (CLDR).
  init(region: String?) {
    let western: Set = ["AE", "DZ", "EH", "LY", "MA", "TN"]
    let levant: Set = ["IQ", "JO", "LB", "PS", "SY"]
    digits = western.contains(region ?? "") ? .western : .arabic
    months =
      levant.contains(region ?? "")
      ? [
        "كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران", "تموز", "آب", "أيلول",
        "تشرين الأول", "تشرين الثاني", "كانون الأول",
      ]
      : [
        "يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر",
        "نوفمبر", "ديسمبر",
      ]
  }

  var decimalMark: String { digits == .arabic ? "٫" : "," }

  func date(day: Int, month: String, year: String) -> String { "\(day) \(month) \(year)" }

  /// The conjunction is written together with the word it precedes.
  func listConjunction(before last: String, count: Int) -> String { count == 2 ? " و" : "، و" }

  func pluralForm(of count: Int) -> InterfaceText.PluralForm {
    switch (count, count % 100) {
    case (0, _): .zero
    case (1, _): .one
    case (2, _): .two
    case (_, 3...10): .few
    case (_, 11...): .many
    default: .other
    }
  }

  func label(_ label: InterfaceText.Label) -> String {
    switch label {
    case .skip: "انتقل إلى النص"
    case .menu: "القائمة"
    case .journal: "المجلة"
    case .languages: "اللغات"
    case .policies: "السياسات"
    case .home: "الرئيسة"
    case .currentIssue: "العدد الحالي"
    case .archive: "الأرشيف"
    case .about: "عن المجلة"
    case .search: "البحث"
    case .news: "الأخبار"
    case .feed: "التلقيمات"
    case .contents: "المحتويات"
    case .onThisPage: "في هذه الصفحة"
    case .abstract: "الملخص"
    case .summary: "الخلاصة"
    case .plainSummary: "ملخص بلغة ميسرة"
    case .keywords: "الكلمات المفتاحية"
    case .references: "المراجع"
    case .notes: "الحواشي"
    case .fullText: "النص الكامل"
    case .facts: "البيانات"
    case .aboutArticle: "عن هذه المقالة"
    case .history: "السجل"
    case .sideOfArticle: "الاستشهاد والبيانات"
    case .sideOfIssue: "عن العدد"
    case .sideOfSearch: "طرق أخرى للوصول إلى مقالة"
    case .cite: "استشهد"
    case .howToCite: "كيفية الاستشهاد"
    case .citeThisArticle: "الاستشهاد بهذه المقالة"
    case .citeThisIssue: "الاستشهاد بهذا العدد"
    case .citationStyle: "نمط الاستشهاد"
    case .allStyles: "كل الأنماط في صفحة واحدة"
    case .backToArticle: "العودة إلى المقالة"
    case .referenceManager: "لبرامج إدارة المراجع"
    case .download: "تنزيل"
    case .readPDF: "قراءة نسخة PDF"
    case .supplements: "ملفات مرافقة"
    case .copy: "نسخ"
    case .copyPlain: "نسخ نصًا بلا تنسيق"
    case .copied: "نُسخ"
    case .issue: "العدد"
    case .volume: "المجلد"
    case .number: "الرقم"
    case .year: "السنة"
    case .pages: "الصفحات"
    case .page: "الصفحة"
    case .articleNumber: "رقم المقالة"
    case .section: "الباب"
    case .language: "اللغة"
    case .inOtherLanguages: "بلغات أخرى"
    case .published: "النشر"
    case .received: "الاستلام"
    case .accepted: "القبول"
    case .updated: "التحديث"
    case .peerReview: "التحكيم"
    case .funding: "التمويل"
    case .licence: "الرخصة"
    case .copyright: "حقوق النشر"
    case .publisher: "الناشر"
    case .issnOnline: "الرقم المعياري (إلكتروني)"
    case .issnPrint: "الرقم المعياري (مطبوع)"
    case .founded: "سنة التأسيس"
    case .frequency: "دورية الصدور"
    case .contact: "للتواصل"
    case .notStated: "غير مذكور"
    case .author: "المؤلف"
    case .authors: "المؤلفون"
    case .editor: "المحرر"
    case .editors: "المحررون"
    case .translator: "المترجم"
    case .translators: "المترجمون"
    case .contributors: "المساهمون"
    case .correspondingAuthor: "المؤلف المراسل"
    case .editorialBoard: "هيئة التحرير"
    case .formerMembers: "أعضاء سابقون"
    case .theJournal: "المجلة"
    case .thisIssue: "هذا العدد"
    case .wholeIssue: "العدد كاملًا"
    case .allIssues: "كل الأعداد"
    case .otherIssues: "أعداد أخرى"
    case .specialIssue: "عدد خاص"
    case .ahead: "منشورة قبل صدور عددها"
    case .cover: "الغلاف"
    case .earlier: "السابق"
    case .later: "التالي"
    case .previousArticle: "المقالة السابقة"
    case .nextArticle: "المقالة التالية"
    case .previousIssue: "العدد السابق"
    case .nextIssue: "العدد التالي"
    case .notice: "إشعار"
    case .readNotice: "اقرأ الإشعار"
    case .isRetracted: "سُحبت هذه المقالة"
    case .isCorrected: "صُححت هذه المقالة"
    case .isOfConcern: "أبدت هيئة التحرير قلقها بشأن هذه المقالة"
    case .isRemoved: "أُزيلت هذه المقالة"
    case .versions: "النسخ"
    case .isOlderVersion: "هذه نسخة أقدم من المقالة"
    case .readCurrentVersion: "اقرأ النسخة الحالية"
    case .searchPrompt: "كلمات أو أسماء أو معرّف DOI"
    case .searching: "جارٍ البحث"
    case .searchFailed: "تعذّر تحميل فهرس البحث"
    case .noResults: "لا نتائج"
    case .spellings: "تُعد صور الحرف العربية والأردية حرفًا واحدًا، ولا يُلتفت إلى التشكيل."
    case .needsScript: "يحتاج البحث إلى برنامج نصي في المتصفح، أما هذه الصفحات فلا."
    case .browseInstead: "تصفّح بدلًا من ذلك"
    case .found: "النتائج"
    case .years: "السنوات"
    case .sections: "الأبواب"
    case .everyYear: "كل السنوات"
    case .everySection: "كل الأبواب"
    case .moreResults: "عرض المزيد"
    case .pageMoved: "انتقلت هذه الصفحة"
    case .pageNotFound: "لا توجد هذه الصفحة"
    case .pageNotFoundText:
      "العنوان خطأ أو انتقلت الصفحة. عناوين المقالات لا تتغير أبدًا، فلعل ما تبحث عنه قريب."
    case .backToText: "العودة إلى النص"
    case .figure: "شكل"
    case .table: "جدول"
    case .equation: "معادلة"
    case .listing: "مقطع برمجي"
    }
  }

  func phrase(_ phrase: InterfaceText.Phrase) -> String {
    switch phrase {
    case .ofTitle(let title): "، «\(title)»"
    case .sectionTitled(let title): "القسم «\(title)»"
    case .note(let number): "حاشية \(number)"
    case .backToNote(let number): "العودة إلى الحاشية \(number) في النص"
    case .backToCitation(let number): "العودة إلى الاستشهاد \(number) في النص"
    case .volume(let volume): "المجلد\u{A0}\(volume)"
    case .number(let number): "العدد\u{A0}\(number)"
    case .volumeAndNumber(let volume, let number): "المجلد\u{A0}\(volume)، العدد\u{A0}\(number)"
    case .allContents(let issue): "كل محتويات \(issue)"
    case .coverOf(let issue): "غلاف \(issue)"
    case .articlesBy(let name): "مقالات \(name)"
    case .articlesOn(let keyword): "مقالات في «\(keyword)»"
    case .retractedOn(let date): "سُحبت في \(date)."
    case .correctedOn(let date): "صُححت في \(date)."
    case .concernOn(let date): "أُبدي القلق بشأنها في \(date)."
    case .removedOn(let date): "أُزيلت في \(date)."
    case .version(let number): "النسخة \(number)"
    case .versionDated(let number): "النسخة \(number):"
    case .replacedOn(let date): "نُشرت نسخة أحدث في \(date)."
    case .aboutHome(let journal): "\(journal): العدد الحالي والأرشيف وكيفية النشر."
    case .aboutArticle(let title, let journal):
      "ملخص «\(title)» ومراجعها وكيفية الاستشهاد بها، \(journal)."
    case .aboutCitation(let title): "«\(title)» بكل أنماط الاستشهاد وصيغ الملفات."
    case .aboutIssue(let issue, let journal): "محتويات \(issue)، \(journal)."
    case .aboutArchive(let journal): "كل أعداد \(journal)، الأحدث أولًا."
    case .aboutAuthors(let journal): "كل مؤلفي \(journal)."
    case .aboutAuthor(let name, let journal): "مقالات \(name) في \(journal)."
    case .aboutKeywords(let journal): "كل الكلمات المفتاحية في \(journal)."
    case .aboutKeyword(let keyword, let journal): "مقالات في «\(keyword)»، \(journal)."
    case .aboutSearch(let journal):
      "البحث في عناوين \(journal) وأسمائها وكلماتها المفتاحية ونصوصها."
    case .aboutNews(let journal): "أخبار \(journal)."
    case .aboutPage(let title, let journal): "\(title): \(journal)."
    }
  }

  func noun(_ noun: InterfaceText.Noun, _ form: InterfaceText.PluralForm) -> String {
    switch noun {
    case .article: Self.form(form, "مقالة واحدة", "مقالتان", "# مقالات", "# مقالة")
    case .issue: Self.form(form, "عدد واحد", "عددان", "# أعداد", "# عددًا", "# عدد")
    case .page: Self.form(form, "صفحة واحدة", "صفحتان", "# صفحات", "# صفحة")
    case .reference: Self.form(form, "مرجع واحد", "مرجعان", "# مراجع", "# مرجعًا", "# مرجع")
    case .style: Self.form(form, "نمط واحد", "نمطان", "# أنماط", "# نمطًا", "# نمط")
    case .result:
      Self.form(form, "وُجدت مقالة واحدة", "وُجدت مقالتان", "وُجدت # مقالات", "وُجدت # مقالة")
    case .otherAuthor:
      Self.form(form, "مؤلف آخر", "مؤلفان آخران", "# مؤلفين آخرين", "# مؤلفًا آخر", "# مؤلف آخر")
    }
  }

  private static func form(
    _ form: InterfaceText.PluralForm, _ one: String, _ two: String, _ few: String, _ many: String,
    _ other: String? = nil
  ) -> String {
    switch form {
    case .one: one
    case .two: two
    case .few: few
    case .many: many
    case .zero, .other: other ?? many
    }
  }

  func kind(_ kind: Article.Kind) -> String {
    switch kind {
    case .researchArticle: "بحث"
    case .reviewArticle: "مراجعة علمية"
    case .editorial: "افتتاحية"
    case .bookReview: "عرض كتاب"
    case .essay: "مقالة"
    case .interview: "حوار"
    case .letter: "رسالة"
    case .translation: "ترجمة"
    case .other: "غير ذلك"
    case .retraction: "سحب"
    case .correction: "تصحيح"
    case .expressionOfConcern: "إبداء قلق"
    case .removal: "إزالة"
    }
  }

  func subject(_ subject: Article.Statement.Subject) -> String {
    switch subject {
    case .data: "إتاحة البيانات"
    case .code: "إتاحة الشيفرة"
    case .interests: "تضارب المصالح"
    case .ethics: "الأخلاقيات"
    case .funding: "التمويل"
    case .acknowledgements: "شكر وتقدير"
    case .contributions: "إسهامات المؤلفين"
    case .ai: "استخدام الذكاء الاصطناعي"
    }
  }

  func contribution(_ term: CreditTerm) -> String? {
    switch term {
    case .conceptualization: "تصور"
    case .dataCuration: "معالجة البيانات"
    case .formalAnalysis: "تحليل شكلي"
    case .fundingAcquisition: "الحصول على التمويل"
    case .investigation: "تحقيق"
    case .methodology: "المنهجية"
    case .projectAdministration: "إدارة المشروع"
    case .resources: "موارد"
    case .software: "برمجة"
    case .supervision: "الإشراف"
    case .validation: "تأكيد على الفاعلية"
    case .visualization: "التصور"
    case .originalDraft: "الكتابة – المسودة الأصلية"
    case .reviewAndEditing: "الكتابة – المراجعة والتحرير"
    }
  }

  func name(ofLanguage code: String) -> String? {
    switch code {
    case "ar": "العربية"
    case "de": "الألمانية"
    case "en": "الإنجليزية"
    case "es": "الإسبانية"
    case "fa": "الفارسية"
    case "fr": "الفرنسية"
    case "hi": "الهندية"
    case "it": "الإيطالية"
    case "pa": "البنجابية"
    case "ps": "البشتوية"
    case "pt": "البرتغالية"
    case "ru": "الروسية"
    case "sd": "السندية"
    case "tr": "التركية"
    case "ur": "الأردية"
    case "zh": "الصينية"
    default: nil
    }
  }
}
