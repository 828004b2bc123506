/// The pages that a journal must have before an index takes it, with texts to be replaced.
struct SamplePages {
  var title: String

  var files: [(name: String, text: String)] {
    pages.enumerated().map { index, page in
      let menu = index < 4 ? "menu: \(index + 1)\n" : ""
      let titles = zip(Self.languages, page.titles).map { "  \($0): \($1)\n" }.joined()
      return (page.name, "---\ntitle:\n\(titles)\(menu)---\n\n\(page.text)\n")
    }
  }

  /// Those of the interface: the menu is translated as soon as the journal has another.
  private static let languages = ["en", "ur", "ar", "es", "fr", "de", "fa", "id", "pt", "tr"]

  private var pages: [(name: String, titles: [String], text: String)] {
    [
      (
        "aims-and-scope",
        [
          "Aims and scope", "اغراض و مقاصد", "الأهداف والنطاق", "Objetivos y alcance",
          "Objectifs et champ", "Ziele und Gegenstand", "اهداف و دامنه", "Tujuan dan ruang lingkup",
          "Objetivos e escopo", "Amaç ve kapsam",
        ],
        """
        \(title) is an invented journal about invented subjects. Say here which subjects you publish, in
        which languages, and how often: twice a year, in English.
        """
      ),
      (
        "editorial-board",
        [
          "Editorial board", "مجلسِ ادارت", "هيئة التحرير", "Consejo editorial", "Comité éditorial",
          "Redaktion und Beirat", "هیئت تحریریه", "Dewan editorial", "Conselho editorial",
          "Yayın kurulu",
        ],
        """
        The people below come from the file *people.yml*, with their roles, affiliations and countries. Say
        here how editors are chosen, and for how long.
        """
      ),
      (
        "instructions-for-authors",
        [
          "Instructions for authors", "مصنفین کے لیے ہدایات", "تعليمات للمؤلفين",
          "Instrucciones para autores", "Instructions aux auteurs", "Hinweise für Autoren",
          "راهنمای نویسندگان", "Petunjuk bagi penulis", "Instruções aos autores",
          "Yazarlar için bilgi",
        ],
        """
        Say how a manuscript is sent in, how long it may be, which citation style it uses, and what you
        expect about data, preprints and the use of language models.
        """
      ),
      (
        "contact",
        [
          "Contact", "رابطہ", "للتواصل", "Contacto", "Contact", "Kontakt", "تماس", "Kontak",
          "Contato", "İletişim",
        ],
        """
        Society of Examples, 1 Example Street, Exampleton. Name a person here, and an address at which the
        person can be reached.
        """
      ),
      (
        "open-access",
        [
          "Open access", "کھلی رسائی", "الوصول الحر", "Acceso abierto", "Libre accès",
          "Freier Zugang", "دسترسی آزاد", "Akses terbuka", "Acesso aberto", "Açık erişim",
        ],
        """
        All articles can be read, downloaded, copied, distributed, printed, searched and linked by
        everybody from the day of publication, without charge and without registration.
        """
      ),
      (
        "peer-review",
        [
          "Peer review", "ہم مرتبہ جائزہ", "التحكيم", "Revisión por pares",
          "Évaluation par les pairs", "Begutachtung", "داوری همتا", "Penelaahan sejawat",
          "Avaliação por pares", "Hakem değerlendirmesi",
        ],
        """
        Every article is read by two reviewers who do not know its author. The editors may decline a
        manuscript without review when it is outside the scope of the journal.
        """
      ),
      (
        "licensing",
        [
          "Licence", "اجازت نامہ", "الرخصة", "Licencia", "Licence", "Lizenz", "پروانه", "Lisensi",
          "Licença", "Lisans",
        ],
        """
        Articles are published under the licence
        [CC BY 4.0](https://creativecommons.org/licenses/by/4.0/), which is named on each of them.
        """
      ),
      (
        "copyright",
        [
          "Copyright", "حقوقِ اشاعت", "حقوق النشر", "Derechos de autor", "Droits d’auteur",
          "Urheberrecht", "حق نشر", "Hak cipta", "Direitos autorais", "Telif hakkı",
        ],
        "Authors keep the copyright of their articles without restrictions."
      ),
      (
        "fees",
        [
          "Fees", "فیس", "الرسوم", "Tarifas", "Frais", "Gebühren", "هزینه‌ها", "Biaya", "Taxas",
          "Ücretler",
        ],
        "There are no submission, processing or publication charges."
      ),
      (
        "ethics",
        [
          "Publication ethics", "اشاعتی اخلاقیات", "أخلاقيات النشر", "Ética editorial",
          "Éthique de publication", "Publikationsethik", "اخلاق نشر", "Etika publikasi",
          "Ética de publicação", "Yayın etiği",
        ],
        """
        Say how you deal with misconduct, authorship, conflicts of interest and complaints, and how
        corrections and retractions are published.
        """
      ),
      (
        "archiving",
        [
          "Archiving", "محفوظات", "الأرشفة", "Archivado", "Archivage", "Archivierung", "بایگانی",
          "Pengarsipan", "Arquivamento", "Arşivleme",
        ],
        """
        Say where the journal is kept for the future, and which versions of an article its author may
        deposit elsewhere.
        """
      ),
      (
        "ownership",
        [
          "Ownership and income", "ملکیت اور آمدنی", "الملكية والدخل", "Propiedad e ingresos",
          "Propriété et revenus", "Träger und Einnahmen", "مالکیت و درآمد",
          "Kepemilikan dan pendapatan", "Propriedade e receitas", "Sahiplik ve gelir",
        ],
        """
        The journal belongs to the Society of Examples, which pays for it. It has no advertising and sends
        no unasked mail.
        """
      ),
    ]
  }
}
