import JournalModel

/// Spanish.
struct Spanish: InterfaceLanguage {
  let decimalMark = ","
  let months: [12 of String] = [
    "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre",
    "octubre", "noviembre", "diciembre",
  ]

  func date(day: Int, month: String, year: String) -> String { "\(day) de \(month) de \(year)" }

  func date(month: String, year: String) -> String { "\(month) de \(year)" }

  /// "y", but "e" before the sound of i: "padres e hijos", yet "agua y hielo".
  func listConjunction(before last: String, count: Int) -> String {
    let start = last.lowercased()
    let soundsLikeI =
      ["i", "í", "hi", "hí"].contains(where: start.hasPrefix)
      && !["hia", "hie", "hio"].contains(where: start.hasPrefix)
    return soundsLikeI ? " e " : " y "
  }

  func label(_ label: InterfaceText.Label) -> String {
    switch label {
    case .skip: "Ir al texto"
    case .menu: "Menú"
    case .journal: "Revista"
    case .languages: "Idiomas"
    case .policies: "Políticas"
    case .home: "Inicio"
    case .currentIssue: "Número actual"
    case .archive: "Archivo"
    case .about: "Acerca de"
    case .search: "Búsqueda"
    case .news: "Noticias"
    case .feed: "Canal"
    case .contents: "Contenido"
    case .onThisPage: "En esta página"
    case .abstract: "Resumen"
    case .summary: "Síntesis"
    case .plainSummary: "Resumen en lenguaje sencillo"
    case .keywords: "Palabras clave"
    case .references: "Referencias"
    case .notes: "Notas"
    case .fullText: "Texto completo"
    case .facts: "Datos"
    case .aboutArticle: "Sobre este artículo"
    case .history: "Historial"
    case .sideOfArticle: "Cita y datos"
    case .sideOfIssue: "Sobre el número"
    case .sideOfSearch: "Otras formas de encontrar un artículo"
    case .cite: "Citar"
    case .howToCite: "Cómo citar"
    case .citeThisArticle: "Citar este artículo"
    case .citeThisIssue: "Citar este número"
    case .citationStyle: "Estilo de cita"
    case .allStyles: "Todos los estilos en una página"
    case .backToArticle: "Volver al artículo"
    case .referenceManager: "Para un gestor de referencias"
    case .download: "Descargar"
    case .readPDF: "Leer el PDF"
    case .supplements: "Archivos complementarios"
    case .copy: "Copiar"
    case .copyPlain: "Copiar como texto sin formato"
    case .copied: "Copiado"
    case .issue: "Número"
    case .volume: "Volumen"
    case .number: "Número"
    case .year: "Año"
    case .pages: "Páginas"
    case .page: "Página"
    case .articleNumber: "Número de artículo"
    case .section: "Sección"
    case .language: "Idioma"
    case .inOtherLanguages: "En otros idiomas"
    case .published: "Publicado"
    case .received: "Recibido"
    case .accepted: "Aceptado"
    case .updated: "Actualizado"
    case .peerReview: "Revisión por pares"
    case .funding: "Financiación"
    case .licence: "Licencia"
    case .copyright: "Derechos de autor"
    case .publisher: "Editorial"
    case .issnOnline: "ISSN (en línea)"
    case .issnPrint: "ISSN (impreso)"
    case .founded: "Fundada en"
    case .frequency: "Periodicidad"
    case .contact: "Contacto"
    case .notStated: "no consta"
    case .author: "Autoría"
    case .authors: "Autores"
    case .editor: "Edición"
    case .editors: "Edición"
    case .translator: "Traducción"
    case .translators: "Traducción"
    case .contributors: "Colaboradores"
    case .correspondingAuthor: "Correspondencia"
    case .editorialBoard: "Consejo editorial"
    case .formerMembers: "Miembros anteriores"
    case .theJournal: "La revista"
    case .thisIssue: "Este número"
    case .wholeIssue: "Número completo"
    case .allIssues: "Todos los números"
    case .otherIssues: "Otros números"
    case .specialIssue: "Número especial"
    case .ahead: "Publicado antes de su número"
    case .cover: "Portada"
    case .earlier: "anterior"
    case .later: "siguiente"
    case .previousArticle: "Artículo anterior"
    case .nextArticle: "Artículo siguiente"
    case .previousIssue: "Número anterior"
    case .nextIssue: "Número siguiente"
    case .notice: "Aviso"
    case .readNotice: "Leer el aviso"
    case .isRetracted: "Este artículo ha sido retractado"
    case .isCorrected: "Este artículo ha sido corregido"
    case .isOfConcern: "La redacción ha expresado reservas sobre este artículo"
    case .isRemoved: "Este artículo ha sido retirado"
    case .versions: "Versiones"
    case .isOlderVersion: "Esta es una versión anterior"
    case .readCurrentVersion: "Leer la versión actual"
    case .searchPrompt: "Palabras, nombres o un DOI"
    case .searching: "Buscando"
    case .searchFailed: "No se ha podido cargar el índice de búsqueda"
    case .noResults: "Sin resultados"
    case .spellings:
      """
      Las grafías árabes y urdu de una letra cuentan como una; los acentos y los signos \
      vocálicos no cuentan.
      """
    case .needsScript: "La búsqueda necesita un script en el navegador. Estas páginas no."
    case .browseInstead: "Explorar"
    case .found: "Resultados"
    case .years: "Años"
    case .sections: "Secciones"
    case .everyYear: "Todos los años"
    case .everySection: "Todas las secciones"
    case .moreResults: "Mostrar más"
    case .pageMoved: "Esta página se ha trasladado"
    case .pageNotFound: "No existe esta página"
    case .pageNotFoundText:
      """
      La dirección es incorrecta o la página ha cambiado de lugar. Los artículos conservan \
      siempre su dirección, así que el que busca no debe de estar lejos.
      """
    case .backToText: "Volver al texto"
    case .figure: "Figura"
    case .table: "Tabla"
    case .equation: "Ecuación"
    case .listing: "Listado"
    }
  }

  func phrase(_ phrase: InterfaceText.Phrase) -> String {
    switch phrase {
    case .ofTitle(let title): ": «\(title)»"
    case .sectionTitled(let title): "Sección «\(title)»"
    case .note(let number): "Nota \(number)"
    case .backToNote(let number): "Volver a la nota \(number) en el texto"
    case .backToCitation(let number): "Volver a la cita \(number) en el texto"
    case .volume(let volume): "Volumen\u{A0}\(volume)"
    case .number(let number): "Número\u{A0}\(number)"
    case .volumeAndNumber(let volume, let number): "Volumen\u{A0}\(volume), número\u{A0}\(number)"
    case .allContents(let issue): "Todo el contenido: \(issue)"
    case .coverOf(let issue): "Portada: \(issue)"
    case .articlesBy(let name): "Artículos de \(name)"
    case .articlesOn(let keyword): "Artículos sobre «\(keyword)»"
    case .retractedOn(let date): "Retractado: \(date)."
    case .correctedOn(let date): "Corregido: \(date)."
    case .concernOn(let date): "Reservas expresadas: \(date)."
    case .removedOn(let date): "Retirado: \(date)."
    case .version(let number): "Versión \(number)"
    case .versionDated(let number): "Versión \(number):"
    case .replacedOn(let date): "Nueva versión: \(date)."
    case .aboutHome(let journal): "\(journal): el número actual, el archivo y cómo publicar."
    case .aboutArticle(let title, let journal):
      "Resumen, referencias y cita de «\(title)» en \(journal)."
    case .aboutCitation(let title): "«\(title)» en todos los estilos de cita y formatos de archivo."
    case .aboutIssue(let issue, let journal): "Contenido de \(issue), \(journal)."
    case .aboutArchive(let journal):
      "Todos los números de \(journal), del más reciente al más antiguo."
    case .aboutAuthors(let journal): "Todos los autores de \(journal)."
    case .aboutAuthor(let name, let journal): "Artículos de \(name) en \(journal)."
    case .aboutKeywords(let journal): "Todas las palabras clave de \(journal)."
    case .aboutKeyword(let keyword, let journal): "Artículos sobre «\(keyword)» en \(journal)."
    case .aboutSearch(let journal):
      "Búsqueda en títulos, nombres, palabras clave y textos de \(journal)."
    case .aboutNews(let journal): "Noticias de \(journal)."
    case .aboutPage(let title, let journal): "\(title): \(journal)."
    }
  }

  func noun(_ noun: InterfaceText.Noun, _ form: InterfaceText.PluralForm) -> String {
    switch noun {
    case .article: form == .one ? "# artículo" : "# artículos"
    case .issue: form == .one ? "# número" : "# números"
    case .page: form == .one ? "# página" : "# páginas"
    case .reference: form == .one ? "# referencia" : "# referencias"
    case .style: form == .one ? "# estilo" : "# estilos"
    case .result: form == .one ? "# artículo encontrado" : "# artículos encontrados"
    case .otherAuthor: form == .one ? "# persona más" : "# personas más"
    }
  }

  func kind(_ kind: Article.Kind) -> String {
    switch kind {
    case .researchArticle: "Artículo de investigación"
    case .reviewArticle: "Artículo de revisión"
    case .editorial: "Editorial"
    case .bookReview: "Reseña"
    case .essay: "Ensayo"
    case .interview: "Entrevista"
    case .letter: "Carta"
    case .translation: "Traducción"
    case .other: "Otro"
    case .retraction: "Retractación"
    case .correction: "Corrección"
    case .expressionOfConcern: "Expresión de preocupación"
    case .removal: "Retirada"
    }
  }

  func subject(_ subject: Article.Statement.Subject) -> String {
    switch subject {
    case .data: "Disponibilidad de datos"
    case .code: "Disponibilidad del código"
    case .interests: "Conflictos de intereses"
    case .ethics: "Ética"
    case .funding: "Financiación"
    case .acknowledgements: "Agradecimientos"
    case .contributions: "Contribución de los autores"
    case .ai: "Uso de inteligencia artificial"
    }
  }

  func contribution(_ term: CreditTerm) -> String? {
    switch term {
    case .conceptualization: "Conceptualización"
    case .dataCuration: "Curación de datos"
    case .formalAnalysis: "Análisis formal"
    case .fundingAcquisition: "Captación de fondos"
    case .investigation: "Investigación"
    case .methodology: "Metodología"
    case .projectAdministration: "Administración del proyecto"
    case .resources: "Recursos"
    case .software: "Software"
    case .supervision: "Supervisión"
    case .validation: "Validación"
    case .visualization: "Visualización"
    case .originalDraft: "Redacción – borrador original"
    case .reviewAndEditing: "Redacción – revisión y edición"
    }
  }

  func name(ofLanguage code: String) -> String? {
    switch code {
    case "ar": "árabe"
    case "de": "alemán"
    case "en": "inglés"
    case "es": "español"
    case "fa": "persa"
    case "fr": "francés"
    case "hi": "hindi"
    case "it": "italiano"
    case "pa": "panyabí"
    case "ps": "pastún"
    case "pt": "portugués"
    case "ru": "ruso"
    case "sd": "sindhi"
    case "tr": "turco"
    case "ur": "urdu"
    case "zh": "chino"
    default: nil
    }
  }
}
