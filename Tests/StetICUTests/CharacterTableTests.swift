import Foundation
import StetICU
import Testing

@Suite("The character table agrees with ICU")
struct CharacterTableTests {
  static var file: URL {
    URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Sources/CStetData/characters.bin")
  }

  @Test("the compiled-in table is what ICU gives")
  func tableIsCurrent() throws {
    let made = try CharacterTableBuilder.build()
    if ProcessInfo.processInfo.environment["STET_RECORD"] != nil {
      try Data(made).write(to: Self.file)
      Issue.record("recorded a new characters.bin; build and test again")
      return
    }
    // Another ICU knows more scalars than the one that made the table; only a table made by this version must be equal.
    try #require(icuVersion.hasPrefix("72."), "made with ICU 72: compare with that")
    let kept = try Data(contentsOf: Self.file)
    #expect(Data(made) == kept, "characters.bin is stale: STET_RECORD=1 swift test --filter CharacterTableTests")
  }

  @Test("spellings of one name fold to one text", arguments: [
    ("Zelenskyi", "ZELENSKYĬ"), ("Luhansk", "Luhans’k"), ("Lviv", "Lʹviv"), ("Lodz", "Łódź"), ("Nauseda", "Nausėda"),
    ("Kyiv", "Ｋｙｉｖ"), ("strasse", "Straße"), ("Zelenskyi", "Zelensky\u{306}i"), ("київ", "КИЇВ".lowercased()),
  ])
  func folds(_ plain: String, _ marked: String) {
    let table = CharacterTable.shared
    #expect(table.folded(plain) == table.folded(marked))
  }
}
