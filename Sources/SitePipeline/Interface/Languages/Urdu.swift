import JournalModel

/// Urdu, with the figures that Pakistani journals print.
struct Urdu: InterfaceLanguage {
  let decimalMark = "."
  let listComma = "، "
  let listSemicolon = "؛ "
  let byteUnits: [3 of String] = ["کے بی", "ایم بی", "جی بی"]
  let months: [12 of String] = [
    "جنوری", "فروری", "مارچ", "اپریل", "مئی", "جون", "جولائی", "اگست", "ستمبر", "اکتوبر", "نومبر",
    "دسمبر",
  ]

  func date(day: Int, month: String, year: String) -> String { "\(day) \(month) \(year)" }

  func listConjunction(before last: String, count: Int) -> String { " اور " }

  func label(_ label: InterfaceText.Label) -> String {
    switch label {
    case .skip: "متن پر جائیں"
    case .menu: "مینو"
    case .journal: "مجلہ"
    case .languages: "زبانیں"
    case .policies: "پالیسیاں"
    case .home: "سرورق"
    case .currentIssue: "موجودہ شمارہ"
    case .archive: "تمام شمارے"
    case .about: "تعارف"
    case .search: "تلاش"
    case .news: "خبریں"
    case .feed: "فیڈ"
    case .contents: "فہرست"
    case .onThisPage: "اس صفحے پر"
    case .abstract: "خلاصہ"
    case .summary: "تلخیص"
    case .plainSummary: "عام فہم خلاصہ"
    case .keywords: "کلیدی الفاظ"
    case .references: "حوالہ جات"
    case .notes: "حواشی"
    case .fullText: "مکمل متن"
    case .facts: "کوائف"
    case .aboutArticle: "اس مقالے کے بارے میں"
    case .history: "تاریخ"
    case .sideOfArticle: "حوالہ اور کوائف"
    case .sideOfIssue: "شمارے کے بارے میں"
    case .sideOfSearch: "مقالہ ڈھونڈنے کے دوسرے طریقے"
    case .cite: "حوالہ دیں"
    case .howToCite: "حوالہ کیسے دیں"
    case .citeThisArticle: "اس مقالے کا حوالہ دیں"
    case .citeThisIssue: "اس شمارے کا حوالہ دیں"
    case .citationStyle: "طرزِ حوالہ"
    case .allStyles: "تمام طرزیں ایک صفحے پر"
    case .backToArticle: "مقالے پر واپس"
    case .referenceManager: "حوالہ جاتی پروگرام کے لیے"
    case .download: "ڈاؤن لوڈ"
    case .readPDF: "پی ڈی ایف پڑھیں"
    case .supplements: "ضمنی فائلیں"
    case .copy: "نقل کریں"
    case .copyPlain: "سادہ متن نقل کریں"
    case .copied: "نقل ہو گیا"
    case .issue: "شمارہ"
    case .volume: "جلد"
    case .number: "نمبر"
    case .year: "سال"
    case .pages: "صفحات"
    case .page: "صفحہ"
    case .articleNumber: "مقالہ نمبر"
    case .section: "حصہ"
    case .language: "زبان"
    case .inOtherLanguages: "دوسری زبانوں میں"
    case .published: "اشاعت"
    case .received: "موصول"
    case .accepted: "منظور"
    case .updated: "تجدید"
    case .peerReview: "ماہرین کی نظرِ ثانی"
    case .funding: "مالی معاونت"
    case .licence: "اجازت نامہ"
    case .copyright: "جملہ حقوق"
    case .publisher: "ناشر"
    case .issnOnline: "آئی ایس ایس این (آن لائن)"
    case .issnPrint: "آئی ایس ایس این (مطبوعہ)"
    case .founded: "سنِ اجرا"
    case .frequency: "وقفۂ اشاعت"
    case .contact: "رابطہ"
    case .notStated: "درج نہیں"
    case .author: "مصنف"
    case .authors: "مصنفین"
    case .editor: "مدیر"
    case .editors: "مدیران"
    case .translator: "مترجم"
    case .translators: "مترجمین"
    case .contributors: "معاونین"
    case .correspondingAuthor: "رابطہ مصنف"
    case .editorialBoard: "مجلسِ ادارت"
    case .formerMembers: "سابق اراکین"
    case .theJournal: "مجلہ"
    case .thisIssue: "یہ شمارہ"
    case .wholeIssue: "پورا شمارہ"
    case .allIssues: "تمام شمارے"
    case .otherIssues: "دوسرے شمارے"
    case .specialIssue: "خصوصی شمارہ"
    case .ahead: "شمارے سے پہلے شائع شدہ"
    case .cover: "سرورق"
    case .earlier: "پچھلا"
    case .later: "اگلا"
    case .previousArticle: "پچھلا مقالہ"
    case .nextArticle: "اگلا مقالہ"
    case .previousIssue: "پچھلا شمارہ"
    case .nextIssue: "اگلا شمارہ"
    case .notice: "اعلان"
    case .readNotice: "اعلان پڑھیں"
    case .isRetracted: "یہ مقالہ واپس لے لیا گیا ہے"
    case .isCorrected: "اس مقالے کی تصحیح کی گئی ہے"
    case .isOfConcern: "مدیران نے اس مقالے پر تشویش ظاہر کی ہے"
    case .isRemoved: "یہ مقالہ ہٹا دیا گیا ہے"
    case .versions: "نسخے"
    case .isOlderVersion: "یہ ایک پرانا نسخہ ہے"
    case .readCurrentVersion: "موجودہ نسخہ پڑھیں"
    case .searchPrompt: "الفاظ، نام یا ڈی او آئی"
    case .searching: "تلاش جاری ہے"
    case .searchFailed: "تلاش کی فہرست لوڈ نہیں ہو سکی"
    case .noResults: "کچھ نہیں ملا"
    case .spellings: "حرف کی عربی اور اردو شکلیں ایک شمار ہوتی ہیں؛ اعراب نظر انداز کیے جاتے ہیں۔"
    case .needsScript: "تلاش کے لیے براؤزر میں اسکرپٹ درکار ہے۔ ان صفحات کے لیے نہیں۔"
    case .browseInstead: "فہرستوں میں دیکھیں"
    case .found: "نتائج"
    case .years: "سال"
    case .sections: "حصے"
    case .everyYear: "ہر سال"
    case .everySection: "ہر حصہ"
    case .moreResults: "مزید دکھائیں"
    case .pageMoved: "یہ صفحہ منتقل ہو گیا ہے"
    case .pageNotFound: "ایسا کوئی صفحہ نہیں"
    case .pageNotFoundText:
      """
      پتا غلط ہے یا صفحہ منتقل ہو گیا ہے۔ مقالوں کے پتے ہمیشہ وہی رہتے ہیں، اس لیے مطلوبہ \
      مقالہ غالباً قریب ہی ہے۔
      """
    case .backToText: "متن پر واپس"
    case .figure: "شکل"
    case .table: "جدول"
    case .equation: "مساوات"
    case .listing: "کوڈ"
    }
  }

  func phrase(_ phrase: InterfaceText.Phrase) -> String {
    switch phrase {
    case .ofTitle(let title): "، «\(title)»"
    case .sectionTitled(let title): "حصہ «\(title)»"
    case .note(let number): "حاشیہ \(number)"
    case .backToNote(let number): "متن میں حاشیہ \(number) پر واپس"
    case .backToCitation(let number): "متن میں حوالہ \(number) پر واپس"
    case .volume(let volume): "جلد\u{A0}\(volume)"
    case .number(let number): "شمارہ\u{A0}\(number)"
    case .volumeAndNumber(let volume, let number): "جلد\u{A0}\(volume)، شمارہ\u{A0}\(number)"
    case .allContents(let issue): "\(issue) کی مکمل فہرست"
    case .coverOf(let issue): "\(issue) کا سرورق"
    case .articlesBy(let name): "\(name) کے مقالے"
    case .articlesOn(let keyword): "«\(keyword)» پر مقالے"
    case .retractedOn(let date): "\(date) کو واپس لیا گیا۔"
    case .correctedOn(let date): "\(date) کو تصحیح کی گئی۔"
    case .concernOn(let date): "\(date) کو تشویش ظاہر کی گئی۔"
    case .removedOn(let date): "\(date) کو ہٹایا گیا۔"
    case .version(let number): "نسخہ \(number)"
    case .versionDated(let number): "نسخہ \(number):"
    case .replacedOn(let date): "نیا نسخہ \(date) کو شائع ہوا۔"
    case .aboutHome(let journal): "\(journal): موجودہ شمارہ، تمام شمارے اور اشاعت کا طریقہ۔"
    case .aboutArticle(let title, let journal):
      "\(journal) میں «\(title)» کا خلاصہ، حوالہ جات اور طریقۂ حوالہ۔"
    case .aboutCitation(let title): "«\(title)» تمام طرزوں اور فائلوں میں۔"
    case .aboutIssue(let issue, let journal): "\(journal)، \(issue) کی فہرست۔"
    case .aboutArchive(let journal): "\(journal) کے تمام شمارے، تازہ ترین پہلے۔"
    case .aboutAuthors(let journal): "\(journal) کے تمام مصنفین۔"
    case .aboutAuthor(let name, let journal): "\(journal) میں \(name) کے مقالے۔"
    case .aboutKeywords(let journal): "\(journal) کے تمام کلیدی الفاظ۔"
    case .aboutKeyword(let keyword, let journal): "\(journal) میں «\(keyword)» پر مقالے۔"
    case .aboutSearch(let journal): "\(journal) کے عنوانات، ناموں، کلیدی الفاظ اور متن میں تلاش۔"
    case .aboutNews(let journal): "\(journal) کی خبریں۔"
    case .aboutPage(let title, let journal): "\(title): \(journal)۔"
    }
  }

  func noun(_ noun: InterfaceText.Noun, _ form: InterfaceText.PluralForm) -> String {
    switch noun {
    case .article: form == .one ? "# مقالہ" : "# مقالے"
    case .issue: form == .one ? "# شمارہ" : "# شمارے"
    case .page: form == .one ? "# صفحہ" : "# صفحات"
    case .reference: form == .one ? "# حوالہ" : "# حوالے"
    case .style: form == .one ? "# طرز" : "# طرزیں"
    case .result: form == .one ? "# مقالہ ملا" : "# مقالے ملے"
    case .otherAuthor: "# دیگر"
    }
  }

  func kind(_ kind: Article.Kind) -> String {
    switch kind {
    case .researchArticle: "تحقیقی مقالہ"
    case .reviewArticle: "جائزہ"
    case .editorial: "اداریہ"
    case .bookReview: "تبصرۂ کتب"
    case .essay: "مضمون"
    case .interview: "انٹرویو"
    case .letter: "مکتوب"
    case .translation: "ترجمہ"
    case .other: "دیگر"
    case .retraction: "تنسیخ"
    case .correction: "تصحیح"
    case .expressionOfConcern: "اظہارِ تشویش"
    case .removal: "اخراج"
    }
  }

  func subject(_ subject: Article.Statement.Subject) -> String {
    switch subject {
    case .data: "مواد کی دستیابی"
    case .code: "کوڈ کی دستیابی"
    case .interests: "مفادات کا ٹکراؤ"
    case .ethics: "اخلاقیات"
    case .funding: "مالی معاونت"
    case .acknowledgements: "اظہارِ تشکر"
    case .contributions: "مصنفین کا حصہ"
    case .ai: "مصنوعی ذہانت کا استعمال"
    }
  }

  func name(ofLanguage code: String) -> String? {
    switch code {
    case "ar": "عربی"
    case "de": "جرمن"
    case "en": "انگریزی"
    case "es": "ہسپانوی"
    case "fa": "فارسی"
    case "fr": "فرانسیسی"
    case "hi": "ہندی"
    case "it": "اطالوی"
    case "pa": "پنجابی"
    case "ps": "پشتو"
    case "pt": "پرتگالی"
    case "ru": "روسی"
    case "sd": "سندھی"
    case "tr": "ترکی"
    case "ur": "اردو"
    case "zh": "چینی"
    default: nil
    }
  }
}
