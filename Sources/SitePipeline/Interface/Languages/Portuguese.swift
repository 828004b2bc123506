import JournalModel

/// Portuguese, with Brazilian spelling.
struct Portuguese: InterfaceLanguage {
  let decimalMark = ","
  let months: [12 of String] = [
    "janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto", "setembro",
    "outubro", "novembro", "dezembro",
  ]

  func date(day: Int, month: String, year: String) -> String {
    "\(day == 1 ? "1º" : String(day)) de \(month) de \(year)"
  }

  func date(month: String, year: String) -> String { "\(month) de \(year)" }

  func pluralForm(of count: Int) -> InterfaceText.PluralForm { count < 2 ? .one : .other }

  func listConjunction(before last: String, count: Int) -> String { " e " }

  func label(_ label: InterfaceText.Label) -> String {
    switch label {
    case .skip: "Ir para o texto"
    case .menu: "Menu"
    case .journal: "Periódico"
    case .languages: "Idiomas"
    case .policies: "Políticas"
    case .home: "Início"
    case .currentIssue: "Número atual"
    case .archive: "Arquivo"
    case .about: "Sobre"
    case .search: "Busca"
    case .news: "Notícias"
    case .feed: "Feed"
    case .contents: "Sumário"
    case .onThisPage: "Nesta página"
    case .abstract: "Resumo"
    case .summary: "Síntese"
    case .plainSummary: "Resumo em linguagem simples"
    case .keywords: "Palavras-chave"
    case .references: "Referências"
    case .notes: "Notas"
    case .fullText: "Texto completo"
    case .facts: "Dados"
    case .aboutArticle: "Sobre este artigo"
    case .history: "Histórico"
    case .sideOfArticle: "Citação e dados"
    case .sideOfIssue: "Sobre o número"
    case .sideOfSearch: "Outras formas de encontrar um artigo"
    case .cite: "Citar"
    case .howToCite: "Como citar"
    case .citeThisArticle: "Citar este artigo"
    case .citeThisIssue: "Citar este número"
    case .citationStyle: "Estilo de citação"
    case .allStyles: "Todos os estilos em uma página"
    case .backToArticle: "Voltar ao artigo"
    case .referenceManager: "Para um gerenciador de referências"
    case .download: "Baixar"
    case .readPDF: "Ler o PDF"
    case .supplements: "Arquivos suplementares"
    case .copy: "Copiar"
    case .copyPlain: "Copiar como texto simples"
    case .copied: "Copiado"
    case .issue: "Número"
    case .volume: "Volume"
    case .number: "Número"
    case .year: "Ano"
    case .pages: "Páginas"
    case .page: "Página"
    case .articleNumber: "Número do artigo"
    case .section: "Seção"
    case .language: "Idioma"
    case .inOtherLanguages: "Em outros idiomas"
    case .published: "Publicado"
    case .received: "Recebido"
    case .accepted: "Aceito"
    case .updated: "Atualizado"
    case .peerReview: "Avaliação por pares"
    case .funding: "Financiamento"
    case .licence: "Licença"
    case .copyright: "Direitos autorais"
    case .publisher: "Editora"
    case .issnOnline: "ISSN (online)"
    case .issnPrint: "ISSN (impresso)"
    case .founded: "Fundação"
    case .frequency: "Periodicidade"
    case .contact: "Contato"
    case .notStated: "não informado"
    case .author: "Autoria"
    case .authors: "Autores"
    case .editor: "Editor"
    case .editors: "Editores"
    case .translator: "Tradução"
    case .translators: "Tradução"
    case .contributors: "Colaboradores"
    case .correspondingAuthor: "Autor correspondente"
    case .editorialBoard: "Conselho editorial"
    case .formerMembers: "Membros anteriores"
    case .theJournal: "O periódico"
    case .thisIssue: "Este número"
    case .wholeIssue: "Número completo"
    case .allIssues: "Todos os números"
    case .otherIssues: "Outros números"
    case .specialIssue: "Número especial"
    case .ahead: "Publicado antes de seu número"
    case .cover: "Capa"
    case .earlier: "anterior"
    case .later: "seguinte"
    case .previousArticle: "Artigo anterior"
    case .nextArticle: "Próximo artigo"
    case .previousIssue: "Número anterior"
    case .nextIssue: "Próximo número"
    case .notice: "Aviso"
    case .readNotice: "Ler o aviso"
    case .isRetracted: "Este artigo foi retratado"
    case .isCorrected: "Este artigo foi corrigido"
    case .isOfConcern: "Os editores manifestaram preocupação sobre este artigo"
    case .isRemoved: "Este artigo foi removido"
    case .versions: "Versões"
    case .isOlderVersion: "Esta é uma versão anterior"
    case .readCurrentVersion: "Ler a versão atual"
    case .searchPrompt: "Palavras, nomes ou um DOI"
    case .searching: "Buscando"
    case .searchFailed: "Não foi possível carregar o índice de busca"
    case .noResults: "Nenhum resultado"
    case .spellings:
      """
      As grafias árabe e urdu de uma letra contam como uma só; acentos e sinais vocálicos são \
      ignorados.
      """
    case .needsScript: "A busca precisa de um script no navegador. Estas páginas, não."
    case .browseInstead: "Navegar"
    case .found: "Resultados"
    case .years: "Anos"
    case .sections: "Seções"
    case .everyYear: "Todos os anos"
    case .everySection: "Todas as seções"
    case .moreResults: "Mostrar mais"
    case .pageMoved: "Esta página mudou de lugar"
    case .pageNotFound: "Página não encontrada"
    case .pageNotFoundText:
      """
      O endereço está errado ou a página mudou de lugar. Os artigos mantêm sempre o seu \
      endereço; o que você procura deve estar por perto.
      """
    case .backToText: "Voltar ao texto"
    case .figure: "Figura"
    case .table: "Tabela"
    case .equation: "Equação"
    case .listing: "Listagem"
    }
  }

  func phrase(_ phrase: InterfaceText.Phrase) -> String {
    switch phrase {
    case .ofTitle(let title): ": “\(title)”"
    case .sectionTitled(let title): "Seção “\(title)”"
    case .note(let number): "Nota \(number)"
    case .backToNote(let number): "Voltar à nota \(number) no texto"
    case .backToCitation(let number): "Voltar à citação \(number) no texto"
    case .volume(let volume): "Volume\u{A0}\(volume)"
    case .number(let number): "Número\u{A0}\(number)"
    case .volumeAndNumber(let volume, let number): "Volume\u{A0}\(volume), número\u{A0}\(number)"
    case .allContents(let issue): "Todo o conteúdo: \(issue)"
    case .coverOf(let issue): "Capa: \(issue)"
    case .articlesBy(let name): "Artigos de \(name)"
    case .articlesOn(let keyword): "Artigos sobre “\(keyword)”"
    case .retractedOn(let date): "Retratado em \(date)."
    case .correctedOn(let date): "Corrigido em \(date)."
    case .concernOn(let date): "Manifestação de preocupação em \(date)."
    case .removedOn(let date): "Removido em \(date)."
    case .version(let number): "Versão \(number)"
    case .versionDated(let number): "Versão \(number):"
    case .replacedOn(let date): "Uma nova versão foi publicada em \(date)."
    case .aboutHome(let journal): "\(journal): o número atual, o arquivo e como publicar."
    case .aboutArticle(let title, let journal):
      "Resumo, referências e citação de “\(title)” em \(journal)."
    case .aboutCitation(let title):
      "“\(title)” em todos os estilos de citação e formatos de arquivo."
    case .aboutIssue(let issue, let journal): "Sumário: \(issue), \(journal)."
    case .aboutArchive(let journal):
      "Todos os números de \(journal), do mais recente ao mais antigo."
    case .aboutAuthors(let journal): "Todos os autores de \(journal)."
    case .aboutAuthor(let name, let journal): "Artigos de \(name) em \(journal)."
    case .aboutKeywords(let journal): "Todas as palavras-chave de \(journal)."
    case .aboutKeyword(let keyword, let journal): "Artigos sobre “\(keyword)” em \(journal)."
    case .aboutSearch(let journal):
      "Busca em títulos, nomes, palavras-chave e textos de \(journal)."
    case .aboutNews(let journal): "Notícias de \(journal)."
    case .aboutPage(let title, let journal): "\(title): \(journal)."
    }
  }

  func noun(_ noun: InterfaceText.Noun, _ form: InterfaceText.PluralForm) -> String {
    switch noun {
    case .article: form == .one ? "# artigo" : "# artigos"
    case .issue: form == .one ? "# número" : "# números"
    case .page: form == .one ? "# página" : "# páginas"
    case .reference: form == .one ? "# referência" : "# referências"
    case .style: form == .one ? "# estilo" : "# estilos"
    case .result: form == .one ? "# artigo encontrado" : "# artigos encontrados"
    case .otherAuthor: form == .one ? "# outro" : "# outros"
    }
  }

  func kind(_ kind: Article.Kind) -> String {
    switch kind {
    case .researchArticle: "Artigo de pesquisa"
    case .reviewArticle: "Artigo de revisão"
    case .editorial: "Editorial"
    case .bookReview: "Resenha"
    case .essay: "Ensaio"
    case .interview: "Entrevista"
    case .letter: "Carta"
    case .translation: "Tradução"
    case .other: "Outro"
    case .retraction: "Retratação"
    case .correction: "Correção"
    case .expressionOfConcern: "Manifestação de preocupação"
    case .removal: "Remoção"
    }
  }

  func subject(_ subject: Article.Statement.Subject) -> String {
    switch subject {
    case .data: "Disponibilidade de dados"
    case .code: "Disponibilidade do código"
    case .interests: "Conflitos de interesse"
    case .ethics: "Ética"
    case .funding: "Financiamento"
    case .acknowledgements: "Agradecimentos"
    case .contributions: "Contribuição dos autores"
    case .ai: "Uso de inteligência artificial"
    }
  }

  func contribution(_ term: CreditTerm) -> String? {
    switch term {
    case .conceptualization: "Conceitualização"
    case .dataCuration: "Curadoria de dados"
    case .formalAnalysis: "Análise formal"
    case .fundingAcquisition: "Aquisição de financiamento"
    case .investigation: "Investigação"
    case .methodology: "Metodologia"
    case .projectAdministration: "Administração do projeto"
    case .resources: "Recursos"
    case .software: "Software/programas de computador"
    case .supervision: "Supervisão"
    case .validation: "Validação"
    case .visualization: "Visualização"
    case .originalDraft: "Escrita – esboço original"
    case .reviewAndEditing: "Escrita – revisão e edição"
    }
  }

  func name(ofLanguage code: String) -> String? {
    switch code {
    case "ar": "árabe"
    case "de": "alemão"
    case "en": "inglês"
    case "es": "espanhol"
    case "fa": "persa"
    case "fr": "francês"
    case "hi": "hindi"
    case "it": "italiano"
    case "pa": "panjabi"
    case "ps": "pachto"
    case "pt": "português"
    case "ru": "russo"
    case "sd": "sindi"
    case "tr": "turco"
    case "ur": "urdu"
    case "zh": "chinês"
    default: nil
    }
  }
}
