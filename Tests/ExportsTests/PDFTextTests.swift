import Exports
import Foundation
import Testing

@Suite struct PDFTextTests {
  private func pdf(_ dictionary: String, _ content: [UInt8]) -> [UInt8] {
    Array("%PDF-1.7\n4 0 obj\n<< \(dictionary) >>\nstream\n".utf8) + content
      + Array("\nendstream\nendobj\n".utf8)
  }

  private func hasText(_ dictionary: String, _ content: [UInt8]) -> Bool? {
    CheckedJournal.File(pdf: pdf(dictionary, content)).hasText
  }

  private let text = Array("BT /F1 12 Tf 72 700 Td (Hello) Tj ET".utf8)
  private let image = Array("q 595 0 0 842 0 0 cm /Scan Do Q".utf8)
  /// The words `BT /F1 12 Tf (Text) Tj ET`, packed with the codes that DEFLATE fixes.
  private let packed: [UInt8] = [
    0x78, 0xDA, 0x73, 0x0A, 0x51, 0xD0, 0x77, 0x33, 0x54, 0x30, 0x34, 0x52, 0x08, 0x49, 0x53, 0xD0,
    0x08, 0x49, 0xAD, 0x28, 0xD1, 0x54, 0x08, 0xC9, 0x52, 0x70, 0x0D, 0x01, 0x00, 0x4D, 0xDA, 0x06,
    0x67,
  ]
  /// Thirty lines of text, packed with codes of their own.
  private let packedLong = Data(
    base64Encoded:
      "eNplkz1Pw0AMhvf+Co/pEOnss+9jRWJhzoYYCo2gUhtQKPD3cXIJxNehS/Xk/bB9d93OewQUhu4Ij83ldD7v"
      + "oSWG5uNwvfbjsH+C7mEnnCCHwrwcxuPE5ATNT3/47hcEM5D+Zqb8Dy2r0Kw5I0wJIhZi+Lo89+OEhC0SHEhc"
      + "RNYE0CKy9cqK5WwzC6yixSyqkitIP7yehikPao+NG06Q+NqOMqndW98vmEQPQetaLSFr6BNCvolOyY6JUKO7"
      + "ZKKjtm4+r+/jX70MHNiMGzWmscPEOkypp4k2udeCrlocZcNEBiRnAql0oYuTiIpYQj+oLkQXK8k6YTQ6U23J"
      + "y7RLXWi9VEIUA3CSeo6+KpZRVxKtFrJst+s1N1V2qEtaV1jK6cmKE3u2iNYNPUGUUM2anN/aTfUSVUcyD3vD"
      + "BAJKfAM5Y8d6yz5EeyOYbHBVwXRz3xNlroSA14f7T3m2foBcPSa9+O3m9El6qmUoeHPa993uFyNHIzs=")

  @Test func findsTextInThePagesOfAPDF() throws {
    #expect(hasText("/Length 36", text) == true)
    #expect(hasText("/Length 36 /Filter /FlateDecode", packed) == true)
    let long = Array(try #require(packedLong))
    #expect(hasText("/Length 400 /Filter /FlateDecode", long) == true)
  }

  @Test func findsNoneInAScan() {
    #expect(hasText("/Length 31", image) == false)
    // What a picture or a font holds is no text, whatever its bytes look like.
    #expect(hasText("/Subtype /Image /Filter /DCTDecode", text) == false)
    #expect(hasText("/Length1 36", text) == false)
    #expect(CheckedJournal.File(pdf: Array("%PDF-1.7\n/Font".utf8)).hasText == false)
  }

  @Test func doesNotGuessWhatItCannotRead() {
    #expect(hasText("/Filter /LZWDecode", image) == nil)
    #expect(CheckedJournal.File(pdf: pdf("", text) + Array("/Encrypt 9 0 R".utf8)).hasText == nil)
    let none = CheckedJournal.File(pdf: Array("<html>".utf8))
    #expect(!none.isPDF && none.hasText == nil)
  }

  @Test func readsDamagedFilesAsFarAsTheyGo() {
    for length in 0..<packed.count {
      #expect(hasText("/Filter /FlateDecode", Array(packed[..<length])) != nil)
    }
    for index in packed.indices {
      for bit in 0..<8 {
        var damaged = packed
        damaged[index] ^= 1 << UInt8(bit)
        #expect(hasText("/Filter /FlateDecode", damaged) != nil)
      }
    }
  }
}
