import CMarkGFM
import CMarkSupport
import Testing

@Suite struct CMarkMemoryTests {
  @Test func piecesAreZeroedAlignedAndKeptApart() throws {
    let before = unsafe cmark_memory_end()
    defer { unsafe cmark_memory_return_to(before) }
    let memory = try unsafe #require(cmark_text_memory()).pointee
    // Blocks are filled, used again and larger than usual.
    for round in 0..<2 {
      let inside = unsafe cmark_memory_end()
      var pieces: [UnsafeMutableRawBufferPointer] = unsafe []
      let sizes = [1, 15, 16, 17, 300_000, 3, 2_000_000, 40]
      for (number, size) in sizes.enumerated() {
        let start = try unsafe #require(memory.calloc(size, 1))
        let piece = unsafe UnsafeMutableRawBufferPointer(start: start, count: size)
        #expect(Int(bitPattern: start) % 16 == 0)
        #expect(unsafe piece.allSatisfy { $0 == 0 })
        for place in 0..<size { unsafe piece[place] = UInt8(number + round + 1) }
        unsafe pieces.append(piece)
      }
      for number in sizes.indices {
        #expect(unsafe pieces[number].allSatisfy { $0 == UInt8(number + round + 1) })
      }
      unsafe cmark_memory_return_to(inside)
    }
  }

  @Test func aPieceThatGrowsKeepsItsBytes() throws {
    let before = unsafe cmark_memory_end()
    defer { unsafe cmark_memory_return_to(before) }
    let memory = try unsafe #require(cmark_text_memory()).pointee
    var piece = try unsafe #require(memory.realloc(nil, 4))
    unsafe piece.copyMemory(from: [1, 2, 3, 4] as [UInt8], byteCount: 4)
    let first = unsafe piece
    unsafe piece = try #require(memory.realloc(piece, 400))
    #expect(unsafe piece == first, "the last piece moved")
    // Behind another one it has to move, and to a new block.
    _ = try unsafe #require(memory.calloc(1, 1))
    for size in [800, 3_000_000] {
      unsafe piece = try #require(memory.realloc(piece, size))
      #expect(unsafe Array(UnsafeRawBufferPointer(start: piece, count: 4)) == [1, 2, 3, 4])
    }
  }
}
