import Testing

@testable import SitePipeline

@Suite struct PictureSizeTests {
  private func size(_ bytes: [UInt8]) -> String? {
    PictureSize(bytes).map { "\($0.width) × \($0.height)" }
  }

  private func size(_ text: String) -> String? { size(Array(text.utf8)) }

  @Test func readsTheFormsThatBrowsersShow() {
    let png: [UInt8] = [
      0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82, 0, 0, 1, 64, 0, 0, 0,
      200,
    ]
    #expect(size(png) == "320 × 200")
    #expect(size(Array("GIF89a".utf8) + [0x40, 1, 200, 0]) == "320 × 200")
    let jpeg: [UInt8] = [
      0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0, 0xFF, 0xC2, 0, 11, 8, 0, 200, 1, 64, 1, 0, 0,
    ]
    #expect(size(jpeg) == "320 × 200")
    let webP: [UInt8] =
      Array("RIFF0000WEBPVP8X".utf8) + [10, 0, 0, 0, 0, 0, 0, 0, 0x3F, 1, 0, 199, 0, 0]
    #expect(size(webP) == "320 × 200")
  }

  @Test func readsDrawingsByTheirSizeOrTheirBox() {
    #expect(size("<?xml version='1.0'?><svg width=\"320px\" height='200.4'>") == "320 × 201")
    #expect(size("<svg\nviewBox=\"0 0 320 200\" width=\"100%\">") == "320 × 200")
    #expect(size("<svg viewBox=\"0 0 320\">") == nil)
  }

  @Test func saysNothingOfWhatIsCutOrIsNoPicture() {
    #expect(size([0xFF, 0xD8, 0xFF, 0xE0, 0, 0]) == nil)
    #expect(size([0x89, 0x50, 0x4E, 0x47, 13]) == nil)
    #expect(size("text") == nil)
  }
}
