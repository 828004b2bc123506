import Preview
import Testing

@Suite struct MediaTypeTests {
  @Test(arguments: [
    ("index.html", "text/html; charset=utf-8"), ("a.PDF", "application/pdf"),
    ("cite.csl.json", "application/vnd.citationstyles.csl+json"), ("a.json", "application/json"),
    ("cite.ris", "application/x-research-info-systems; charset=utf-8"),
    ("linkset.json", "application/linkset+json"), ("README", "application/octet-stream"),
    ("a.unheard", "application/octet-stream"),
  ])
  func followsTheEndingOfTheName(name: String, type: String) {
    #expect(MediaType.of(name) == type)
  }
}
