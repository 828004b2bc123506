import JournalModel

extension ArticleRecord {
  /// The links of the article's page, its files and its descriptions as a link set (RFC 9264; FAIR
  /// Signposting, level 2): what HTML can say of a page only is said of every file too.
  ///
  /// Nil where the journal has no address.
  package func linkset(formats: Set<ExportFormat>) -> [UInt8]? {
    guard let url else { return nil }
    let descriptions = ArticleFile.descriptions(in: journal, formats: formats)
    let items = items
    var json = JSONWriter(isIndented: true)
    json.object { json in
      json.value("linkset") { json in
        json.array(0..<(1 + items.count + descriptions.count)) { json, index in
          switch index {
          case 0: json.object { writePage(at: url, descriptions, to: &$0) }
          case 1..<(1 + items.count):
            json.backLink("collection", from: items[index - 1].address, to: url)
          default:
            let file = descriptions[index - 1 - items.count]
            json.backLink("describes", from: self.url(of: file.name), to: url)
          }
        }
      }
    }
    return json.bytes + [0x0A]
  }

  private func writePage(
    at url: String, _ descriptions: [ArticleFile], to json: inout JSONWriter
  ) {
    json.member("anchor", url)
    json.links("cite-as", [.init(address: doi?.url ?? url)])
    json.links("type", pageTypes.map { .init(address: $0) })
    json.links("author", authors.compactMap { $0.orcid.map { .init(address: $0.url) } })
    json.links(
      "describedby",
      descriptions.compactMap { file in
        self.url(of: file.name).map {
          .init(address: $0, mediaType: file.mediaType, profile: file.profile)
        }
      })
    json.links("item", items.map { .init(address: $0.address, mediaType: $0.mediaType) })
    for (relation, address) in versionLinks { json.links(relation, [.init(address: address)]) }
    json.links("license", article.licence.map { [.init(address: $0.url)] } ?? [])
  }
}

/// The target of a link and what is known about it.
private struct LinkTarget {
  var address: String
  var mediaType: String?
  var profile: String?
}

extension JSONWriter {
  fileprivate mutating func links(_ relation: String, _ targets: [LinkTarget]) {
    member(relation, targets) { json, target in
      json.object { json in
        json.member("href", target.address)
        json.member("type", target.mediaType)
        json.member("profile", target.profile)
      }
    }
  }

  fileprivate mutating func backLink(_ relation: String, from anchor: String?, to page: String) {
    object { json in
      json.member("anchor", anchor)
      json.links(relation, [LinkTarget(address: page, mediaType: "text/html")])
    }
  }
}
