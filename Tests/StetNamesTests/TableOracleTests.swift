import Foundation
import StetICU
import StetNames
import Testing

/// A plain reading of the letter tables, as slow as it is simple: the longest letters first, then the most specific context.
struct TableOracle {
  struct Row { let source: [Character]; let context: String; let output: String }
  static let vowels = Set("аеёиоуыэюяєії"), signs = Set("ьъ’"), soft = Set("еёиюяєіїь")

  let rows: [String: [Row]]

  init() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Sources/CStetData/romanization.tsv")
    var rows: [String: [Row]] = [:]
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst() {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      let output = cells[4] == "(none)" ? "" : String(cells[4])
      rows["\(cells[1]):\(cells[0])", default: []].append(Row(source: Array(cells[2]), context: String(cells[3]), output: output))
    }
    self.rows = rows
  }

  static func specificity(_ context: String) -> Int {
    switch context {
    case "default": 0
    case "startvowel", "postcons": 1
    case "start", "final": 3
    default: context.contains(":") ? 3 : 2
    }
  }

  func holds(_ context: String, _ word: [Character], _ at: Int, _ end: Int) -> Bool {
    let before = at > 0 ? word[at - 1] : nil, after = end < word.count ? word[end] : nil
    switch context {
    case "default": return true
    case "start": return before == nil
    case "final": return after == nil
    case "startvowel": return before.map { Self.vowels.contains($0) || Self.signs.contains($0) || $0 == "й" } ?? true
    case "postvowel": return before.map { Self.vowels.contains($0) } ?? false
    case "postsign": return before.map { Self.signs.contains($0) } ?? false
    case "postcons": return before.map { $0.isLetter && !Self.vowels.contains($0) && !Self.signs.contains($0) } ?? false
    case "presoft": return after.map { Self.soft.contains($0) } ?? false
    case "intervocalic":
      return (before.map { Self.vowels.contains($0) } ?? false) && (after.map { Self.vowels.contains($0) } ?? false)
    default:
      let letters = Set(context.split(separator: ":")[1])
      return context.hasPrefix("post") ? before.map { letters.contains($0) } ?? false : after.map { letters.contains($0) } ?? false
    }
  }

  func romanize(_ word: String, _ id: String) -> String {
    let word = Array(word.lowercased())
    let rows = rows[id] ?? []
    var result = "", at = 0
    while at < word.count {
      let fitting = rows.filter { row in
        let end = at + row.source.count
        return end <= word.count && Array(word[at..<end]) == row.source && holds(row.context, word, at, end)
      }
      if let best = fitting.max(by: {
        ($0.source.count, Self.specificity($0.context)) < ($1.source.count, Self.specificity($1.context))
      }) {
        result += best.output
        at += best.source.count
      } else {
        result.append(word[at])
        at += 1
      }
    }
    return result
  }
}

@Suite("ICU runs the letter tables as they read")
struct TableOracleTests {
  @Test("every table, on words that use every letter in every neighbourhood")
  func everyTable() throws {
    let oracle = try TableOracle()
    let alphabets = [
      "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя’", "ru": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
      "be": "абвгдеёжзійклмнопрстуўфхцчшыьэюя’", "bg": "абвгдежзийклмнопрстуфхцчшщъьюя",
      "sr": "абвгдђежзијклљмнњопрстћуфхцчџш", "mk": "абвгдѓежзѕијклљмнњопрстќуфхцчџш",
      "kk": "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя", "ka": "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ", "hy": "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆ",
    ]
    let endings = ["ський", "цький", "ський", "ий", "ій", "ский", "цкий", "ый", "ин", "ын", "ия", "скі", "цкі", "ова", "ьо"]
    var random = SystemRandomNumberGenerator.seeded(7)
    var romanizer = Romanizer()
    for system in RomanizationSystems.shared.all where system.check != "ICU" {
      let letters = Array(try #require(alphabets[system.language]))
      let words = (0..<400).map { i in
        let stem = (0..<Int.random(in: 1...7, using: &random)).map { _ in letters[Int.random(in: 0..<letters.count, using: &random)] }
        let word = String(stem).trimmingCharacters(in: ["’"]) + (i % 3 == 0 && letters[0] == "а" ? endings[i % endings.count] : "")
        return word.isEmpty ? "а" : word
      }
      let made = try romanizer.romanize(words, by: system)
      for (word, latin) in zip(words, made) {
        let wanted = try oracle.romanize(word, system.id).normalized(.nfc)
        // A Georgian name has its capital in Latin letters only.
        #expect(latin.lowercased() == wanted, "\(system.id): \(word)")
      }
    }
  }
}

/// A small generator with a seed, so that a failure can be repeated.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ state >> 29
  }
}

extension SystemRandomNumberGenerator {
  static func seeded(_ seed: UInt64) -> SeededGenerator { SeededGenerator(state: seed) }
}
