import StetReports
import Testing

@Suite("Paths")
struct ShownPathTests {
  @Test("names that are UTF-8 stay, other bytes are spelled out", arguments: [
    (Array("Київ/a b.md".utf8), "Київ/a b.md"), ([0x63, 0xE9, 0x2E, 0x6D, 0x64], "c\\xE9.md"), ([0xE2, 0x82], "\\xE2\\x82"),
    ([0xC3, 0xA9, 0xFF, 0xC3, 0xA9], "é\\xFFé"), ([], ""),
  ] as [([UInt8], String)])
  func paths(_ bytes: [UInt8], _ shown: String) {
    #expect(shownPath(bytes) == shown)
  }
}
