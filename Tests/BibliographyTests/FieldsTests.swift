import Bibliography
import Foundation
import Testing

@Suite struct FieldsTests {
  @Test func keepsTheOrderOfTheVariablesHoweverTheyCome() {
    var fields: Fields<TextVariable, String> = [:]
    for variable in [TextVariable.title, .abstract, .url, .page, .doi, .yearSuffix] {
      fields[variable] = variable.name
    }
    fields[.page] = "1-2"
    fields[.doi] = nil
    fields[.genre] = nil
    let expected: [(TextVariable, String)] = [
      (.abstract, "abstract"), (.title, "title"), (.url, "URL"), (.yearSuffix, "year-suffix"),
      (.page, "1-2"),
    ]
    #expect(fields.map(\.key) == expected.map(\.0))
    #expect(fields.map(\.value) == expected.map(\.1))
    var visited: [TextVariable] = []
    fields.visit { variable, _ in visited.append(variable) }
    #expect(visited == fields.map(\.key))
    #expect(fields[.doi] == nil && fields[.title] == "title" && fields.count == 5)
  }

  @Test func comesBackFromItsCode() throws {
    let fields: Fields<TextVariable, String> = [.title: "A", .abstract: "B", .yearSuffix: "c"]
    let code = try JSONEncoder().encode(fields)
    #expect(try JSONDecoder().decode(Fields<TextVariable, String>.self, from: code) == fields)
    #expect(fields != [.title: "A", .abstract: "B", .volume: "c"])
  }
}
