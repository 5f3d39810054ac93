import StetICU
import Testing

@testable import StetNames

/// Letter tables run by Stet write what ICU makes of the same tables as rules.
@Suite("Letter tables without ICU")
struct LetterTableTests {
  /// Letters that tables have rows for, their neighbours, and what may stand between names; no private-use characters, which
  /// ICU's rules use for their own ends.
  private static let alphabet = Array("абвгґдђѓеєёжзѕиіїйјкќлљмнњопрстћуўфхцчџшщъыьэюя’абвгдеийіїєюяьъ’ -.,1azńқұ".unicodeScalars)
  private static let awkward = [
    "", "’", "-", "зг", "згз", "’я", "ий", "ий ий", "нький", "цький", "ьо", "ьйо", "єє", "б’єю", "об’їзд", "жовч-жовч", "їй", "й", "ыйый",
    "А́нна", "ЗГУРСЬКИЙ", "Їжак", "Ґ", "Љ", "ӂ", "𝛼б", "мар'їне", "мар`їне", "é", "ё\u{301}",
  ]

  private static func names(_ seed: UInt64, _ count: Int) -> [String] {
    var state = seed
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    return (0..<count).map { _ in
      String(String.UnicodeScalarView((0..<next(12)).map { _ in alphabet[next(alphabet.count)] }))
    }
  }

  @Test("every table, on random and on awkward names", arguments: RomanizationSystems.shared.all.filter {
    // Tables of other alphabets are left to ICU.
    $0.check != "ICU" && !["ka", "hy", "kk"].contains($0.language)
  })
  func sameAsICU(_ system: RomanizationSystem) throws {
    #expect(!system.letters.isEmpty)
    let table = try #require(LetterTable(system.letters), "\(system.id) has a letter without a class")
    let batch = NameBatch(Self.awkward.filter { $0 != "𝛼б" } + Self.names(UInt64(system.id.utf8.count), 2_000))
    #expect(batch.isBasic)
    let icu = try system.transliterator().apply(to: batch.text).split(separator: 10, omittingEmptySubsequences: false)
    for name in 0..<batch.count {
      var latin: [UInt16] = []
      table.write(name, of: batch, to: &latin)
      if latin[...] == icu[name] { continue }
      let source = String(decoding: batch.text[batch.range(of: name)], as: UTF16.self)
      Issue.record("\(system.id): \(source) is \(String(decoding: icu[name], as: UTF16.self))")
    }
  }

  @Test("a name beyond the basic plane is left to ICU")
  func beyondTheBasicPlane() throws {
    var romanizer = Romanizer()
    let system = try #require(RomanizationSystems.shared.system("KMU2010", language: "uk"))
    #expect(!NameBatch(["𝛼б"]).isBasic)
    #expect(try romanizer.plain(NameBatch(["𝛼б", "щука"]), by: system) == ["𝛼b", "shchuka"])
  }

  @Test("names are made ready alike with and without a String")
  func prepared() {
    for name in Self.awkward + Self.names(9, 2_000) {
      var units: [UInt16] = []
      SourceName.append(name, to: &units)
      #expect(units == Array(SourceName.prepared(name).utf16), "\(name)")
    }
  }
}
