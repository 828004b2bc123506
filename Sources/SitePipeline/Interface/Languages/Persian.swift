import JournalModel

/// Persian, with its own figures and the Gregorian calendar, in which dates are given.
struct Persian: InterfaceLanguage {
  let digits = InterfaceText.Digits.persian
  let decimalMark = "٫"
  let listComma = "، "
  let listSemicolon = "؛ "
  let byteUnits: [3 of String] = ["کیلوبایت", "مگابایت", "گیگابایت"]
  let months: [12 of String] = [
    "ژانویه", "فوریه", "مارس", "آوریل", "مه", "ژوئن", "ژوئیه", "اوت", "سپتامبر", "اکتبر", "نوامبر",
    "دسامبر",
  ]

  func date(day: Int, month: String, year: String) -> String { "\(day) \(month) \(year)" }

  func listConjunction(before last: String, count: Int) -> String { " و " }

  func label(_ label: InterfaceText.Label) -> String {
    switch label {
    case .skip: "رفتن به متن"
    case .menu: "منو"
    case .journal: "نشریه"
    case .languages: "زبان‌ها"
    case .policies: "خط‌مشی‌ها"
    case .home: "صفحهٔ اصلی"
    case .currentIssue: "شمارهٔ جاری"
    case .archive: "بایگانی"
    case .about: "دربارهٔ نشریه"
    case .search: "جستجو"
    case .news: "خبرها"
    case .feed: "خوراک"
    case .contents: "فهرست مطالب"
    case .onThisPage: "در این صفحه"
    case .abstract: "چکیده"
    case .summary: "خلاصه"
    case .plainSummary: "خلاصه به زبان ساده"
    case .keywords: "کلیدواژه‌ها"
    case .references: "منابع"
    case .notes: "یادداشت‌ها"
    case .fullText: "متن کامل"
    case .facts: "مشخصات"
    case .aboutArticle: "دربارهٔ این مقاله"
    case .history: "تاریخچه"
    case .sideOfArticle: "استناد و مشخصات"
    case .sideOfIssue: "دربارهٔ این شماره"
    case .sideOfSearch: "راه‌های دیگر یافتن مقاله"
    case .cite: "استناد"
    case .howToCite: "شیوهٔ استناد"
    case .citeThisArticle: "استناد به این مقاله"
    case .citeThisIssue: "استناد به این شماره"
    case .citationStyle: "سبک استناد"
    case .allStyles: "همهٔ سبک‌ها در یک صفحه"
    case .backToArticle: "بازگشت به مقاله"
    case .referenceManager: "برای نرم‌افزار مدیریت منابع"
    case .download: "دریافت"
    case .readPDF: "خواندن پی‌دی‌اف"
    case .supplements: "پرونده‌های پیوست"
    case .copy: "رونوشت"
    case .copyPlain: "رونوشت متن ساده"
    case .copied: "رونوشت شد"
    case .issue: "شماره"
    case .volume: "دوره"
    case .number: "شماره"
    case .year: "سال"
    case .pages: "صفحه‌ها"
    case .page: "صفحه"
    case .articleNumber: "شمارهٔ مقاله"
    case .section: "بخش"
    case .language: "زبان"
    case .inOtherLanguages: "به زبان‌های دیگر"
    case .published: "انتشار"
    case .received: "دریافت مقاله"
    case .accepted: "پذیرش"
    case .updated: "به‌روزرسانی"
    case .peerReview: "داوری همتا"
    case .funding: "تأمین مالی"
    case .licence: "پروانه"
    case .copyright: "حق نشر"
    case .publisher: "ناشر"
    case .issnOnline: "شاپا (برخط)"
    case .issnPrint: "شاپا (چاپی)"
    case .founded: "سال تأسیس"
    case .frequency: "دورهٔ انتشار"
    case .contact: "تماس"
    case .notStated: "ذکر نشده"
    case .author: "نویسنده"
    case .authors: "نویسندگان"
    case .editor: "ویراستار"
    case .editors: "ویراستاران"
    case .translator: "مترجم"
    case .translators: "مترجمان"
    case .contributors: "همکاران"
    case .correspondingAuthor: "نویسندهٔ مسئول"
    case .editorialBoard: "هیئت تحریریه"
    case .formerMembers: "اعضای پیشین"
    case .theJournal: "نشریه"
    case .thisIssue: "این شماره"
    case .wholeIssue: "شمارهٔ کامل"
    case .allIssues: "همهٔ شماره‌ها"
    case .otherIssues: "شماره‌های دیگر"
    case .specialIssue: "ویژه‌نامه"
    case .ahead: "منتشرشده پیش از شمارهٔ خود"
    case .cover: "جلد"
    case .earlier: "پیشین"
    case .later: "پسین"
    case .previousArticle: "مقالهٔ پیشین"
    case .nextArticle: "مقالهٔ بعدی"
    case .previousIssue: "شمارهٔ پیشین"
    case .nextIssue: "شمارهٔ بعدی"
    case .notice: "اطلاعیه"
    case .readNotice: "خواندن اطلاعیه"
    case .isRetracted: "این مقاله پس گرفته شده است"
    case .isCorrected: "این مقاله تصحیح شده است"
    case .isOfConcern: "سردبیران دربارهٔ این مقاله ابراز نگرانی کرده‌اند"
    case .isRemoved: "این مقاله حذف شده است"
    case .versions: "نسخه‌ها"
    case .isOlderVersion: "این نسخه‌ای قدیمی است"
    case .readCurrentVersion: "خواندن نسخهٔ جاری"
    case .searchPrompt: "واژه، نام یا DOI"
    case .searching: "در حال جستجو"
    case .searchFailed: "نمایهٔ جستجو بارگذاری نشد"
    case .noResults: "چیزی یافت نشد"
    case .spellings:
      "نگارش‌های عربی و اردوی یک حرف یکی شمرده می‌شود؛ حرکت‌ها و نشانه‌ها نادیده گرفته می‌شود."
    case .needsScript: "جستجو به اسکریپت در مرورگر نیاز دارد. این صفحه‌ها نه."
    case .browseInstead: "مرور"
    case .found: "یافته‌ها"
    case .years: "سال‌ها"
    case .sections: "بخش‌ها"
    case .everyYear: "همهٔ سال‌ها"
    case .everySection: "همهٔ بخش‌ها"
    case .moreResults: "نمایش بیشتر"
    case .pageMoved: "این صفحه جابه‌جا شده است"
    case .pageNotFound: "چنین صفحه‌ای نیست"
    case .pageNotFoundText:
      """
      نشانی نادرست است یا صفحه جابه‌جا شده است. نشانی مقاله‌ها هرگز عوض نمی‌شود؛ آنچه می‌جویید \
      باید همین نزدیکی باشد.
      """
    case .backToText: "بازگشت به متن"
    case .figure: "شکل"
    case .table: "جدول"
    case .equation: "معادله"
    case .listing: "برنامه"
    }
  }

  func phrase(_ phrase: InterfaceText.Phrase) -> String {
    switch phrase {
    case .ofTitle(let title): "، «\(title)»"
    case .sectionTitled(let title): "بخش «\(title)»"
    case .note(let number): "یادداشت \(number)"
    case .backToNote(let number): "بازگشت به یادداشت \(number) در متن"
    case .backToCitation(let number): "بازگشت به استناد \(number) در متن"
    case .volume(let volume): "دورهٔ\u{A0}\(volume)"
    case .number(let number): "شمارهٔ\u{A0}\(number)"
    case .volumeAndNumber(let volume, let number): "دورهٔ\u{A0}\(volume)، شمارهٔ\u{A0}\(number)"
    case .allContents(let issue): "همهٔ مطالب \(issue)"
    case .coverOf(let issue): "جلد \(issue)"
    case .articlesBy(let name): "مقاله‌های \(name)"
    case .articlesOn(let keyword): "مقاله‌ها دربارهٔ «\(keyword)»"
    case .retractedOn(let date): "تاریخ پس گرفتن: \(date)."
    case .correctedOn(let date): "تاریخ تصحیح: \(date)."
    case .concernOn(let date): "تاریخ ابراز نگرانی: \(date)."
    case .removedOn(let date): "تاریخ حذف: \(date)."
    case .version(let number): "نسخهٔ \(number)"
    case .versionDated(let number): "نسخهٔ \(number):"
    case .replacedOn(let date): "نسخهٔ تازه در \(date) منتشر شد."
    case .aboutHome(let journal): "\(journal): شمارهٔ جاری، بایگانی و راهنمای انتشار."
    case .aboutArticle(let title, let journal):
      "چکیده، منابع و شیوهٔ استناد به «\(title)» در \(journal)."
    case .aboutCitation(let title): "«\(title)» در همهٔ سبک‌های استناد و قالب‌های پرونده."
    case .aboutIssue(let issue, let journal): "فهرست مطالب \(issue)، \(journal)."
    case .aboutArchive(let journal): "همهٔ شماره‌های \(journal)، از تازه‌ترین."
    case .aboutAuthors(let journal): "همهٔ نویسندگان \(journal)."
    case .aboutAuthor(let name, let journal): "مقاله‌های \(name) در \(journal)."
    case .aboutKeywords(let journal): "همهٔ کلیدواژه‌های \(journal)."
    case .aboutKeyword(let keyword, let journal): "مقاله‌ها دربارهٔ «\(keyword)» در \(journal)."
    case .aboutSearch(let journal): "جستجو در عنوان‌ها، نام‌ها، کلیدواژه‌ها و متن‌های \(journal)."
    case .aboutNews(let journal): "خبرهای \(journal)."
    case .aboutPage(let title, let journal): "\(title): \(journal)."
    }
  }

  func noun(_ noun: InterfaceText.Noun, _ form: InterfaceText.PluralForm) -> String {
    switch noun {
    case .article: "# مقاله"
    case .issue: "# شماره"
    case .page: "# صفحه"
    case .reference: "# منبع"
    case .style: "# سبک"
    case .result: "# مقاله یافت شد"
    case .otherAuthor: "# نفر دیگر"
    }
  }

  func kind(_ kind: Article.Kind) -> String {
    switch kind {
    case .researchArticle: "مقالهٔ پژوهشی"
    case .reviewArticle: "مقالهٔ مروری"
    case .editorial: "سرمقاله"
    case .bookReview: "معرفی و نقد کتاب"
    case .essay: "جستار"
    case .interview: "گفت‌وگو"
    case .letter: "نامه"
    case .translation: "ترجمه"
    case .other: "دیگر"
    case .retraction: "پس گرفتن مقاله"
    case .correction: "تصحیح"
    case .expressionOfConcern: "ابراز نگرانی"
    case .removal: "حذف"
    }
  }

  func subject(_ subject: Article.Statement.Subject) -> String {
    switch subject {
    case .data: "دسترسی به داده‌ها"
    case .code: "دسترسی به کد"
    case .interests: "تعارض منافع"
    case .ethics: "اخلاق پژوهش"
    case .funding: "تأمین مالی"
    case .acknowledgements: "سپاسگزاری"
    case .contributions: "مشارکت نویسندگان"
    case .ai: "استفاده از هوش مصنوعی"
    }
  }

  func contribution(_ term: CreditTerm) -> String? {
    switch term {
    case .conceptualization: "مفهوم‌سازی"
    case .dataCuration: "سامان‌دهی داده‌ها – گزینش داده‌ها"
    case .formalAnalysis: "تحلیل رسمی"
    case .fundingAcquisition: "تأمین مالی"
    case .investigation: "بررسی"
    case .methodology: "روش‌شناسی"
    case .projectAdministration: "مدیریت پروژه"
    case .resources: "منابع"
    case .software: "نرم‌افزار"
    case .supervision: "نظارت"
    case .validation: "اعتبارسنجی"
    case .visualization: "تجسم و تصویرسازی"
    case .originalDraft: "نوشتن – پیش‌نویس اصلی"
    case .reviewAndEditing: "نوشتن – بررسی و مرور و ویرایش"
    }
  }

  func name(ofLanguage code: String) -> String? {
    switch code {
    case "ar": "عربی"
    case "de": "آلمانی"
    case "en": "انگلیسی"
    case "es": "اسپانیایی"
    case "fa": "فارسی"
    case "fr": "فرانسوی"
    case "hi": "هندی"
    case "it": "ایتالیایی"
    case "pa": "پنجابی"
    case "ps": "پشتو"
    case "pt": "پرتغالی"
    case "ru": "روسی"
    case "sd": "سندی"
    case "tr": "ترکی"
    case "ur": "اردو"
    case "zh": "چینی"
    default: nil
    }
  }
}
