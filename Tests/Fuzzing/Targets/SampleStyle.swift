import Bibliography
import CSL
import Reporting

/// A style, a locale and some items, for the readers that need the others to be well.
enum SampleStyle {
  static let style: Style? = {
    var report = Report()
    return Style(xml: Array(xml.utf8), path: "sample.csl", report: &report)
  }()

  static let locales: [Locale] = {
    var report = Report()
    return Locale(xml: Array(localeXML.utf8), path: "locale.xml", report: &report).map { [$0] }
      ?? []
  }()

  static let processor = style.map { Processor(style: $0, locales: locales, language: nil) }

  static let items: [Item] = {
    var report = Report()
    return Item.readCSLJSON(Array(json.utf8), path: "sample.json", report: &report)
  }()

  private static let json = """
    [{"id": "a", "type": "article-journal", "title": "On “the” <i>moon</i>: a view", "volume": "4",
      "issue": "2", "page": "103-7", "container-title": "Acta", "DOI": "10.5555/a",
      "author": [{"family": "Lovelace", "given": "Ada"},
        {"family": "Gogh", "given": "Vincent", "non-dropping-particle": "van", "suffix": "Jr."}],
      "issued": {"date-parts": [[2004, 5, 1], [2004, 6]]}},
     {"id": "b", "type": "book", "title": "Light", "edition": "2", "publisher": "P",
      "author": [{"family": "Lovelace", "given": "Anna"}, {"literal": "The Society"}],
      "editor": [{"family": "Roe", "given": "R. R."}], "issued": {"date-parts": [[2004]]}},
     {"id": "c", "type": "chapter", "title": "Dark", "language": "de", "number-of-pages": "xii",
      "author": [{"family": "Lovelace", "given": "Ada"}], "issued": {"date-parts": [[-44]]},
      "accessed": {"date-parts": [[2020, 12, 31]]}, "URL": "https://a.example/"}]
    """

  private static let localeXML = """
    <locale xmlns="http://purl.org/net/xbiblio/csl" version="1.0" xml:lang="en-US">
    <style-options punctuation-in-quote="true"/><date form="text"><date-part name="month" suffix=" "/>
    <date-part name="day" suffix=", "/><date-part name="year"/></date><terms><term name="and">and</term>
    <term name="et-al">et al.</term><term name="page" form="short"><single>p.</single><multiple>pp.</multiple>
    </term><term name="editor" form="short"><single>ed.</single><multiple>eds.</multiple></term>
    <term name="ordinal">th</term><term name="ordinal-02">nd</term><term name="open-quote">“</term>
    <term name="close-quote">”</term><term name="no date" form="short">n.d.</term></terms></locale>
    """

  private static let xml = """
    <style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text" page-range-format="chicago"
    demote-non-dropping-particle="display-and-sort" initialize-with-hyphen="false"><info><id>s</id><title>S</title></info>
    <macro name="names"><names variable="author"><name and="text" initialize-with=". " name-as-sort-order="first"
    delimiter-precedes-last="always" et-al-min="3" et-al-use-first="1"/><label form="short" prefix=", "/>
    <substitute><names variable="editor"/><text variable="title"/></substitute></names></macro>
    <macro name="date"><choose><if variable="issued"><date variable="issued" form="text" date-parts="year"/></if>
    <else><text term="no date" form="short"/></else></choose></macro>
    <citation et-al-min="2" et-al-use-first="1" disambiguate-add-year-suffix="true" disambiguate-add-names="true"
    disambiguate-add-givenname="true" collapse="year-suffix" cite-group-delimiter=", "><sort><key macro="names"/>
    <key variable="issued" sort="descending"/></sort><layout prefix="(" suffix=")" delimiter="; "><group delimiter=" ">
    <names variable="author"><name form="short" and="symbol"/></names><text macro="date"/><group><label variable="locator"
    form="short"/><text variable="locator"/></group></group></layout></citation>
    <bibliography hanging-indent="true" subsequent-author-substitute="———"><sort><key macro="names"/></sort>
    <layout suffix="."><group delimiter=". "><text macro="names"/><text macro="date"/><text variable="title" quotes="true"
    text-case="title"/><number variable="edition" form="ordinal"/><text variable="container-title" font-style="italic"/>
    <text variable="page"/><date variable="accessed" form="text"/><number variable="number-of-pages" form="roman"/>
    <text variable="DOI" prefix="https://doi.org/"/></group></layout></bibliography></style>
    """
}
