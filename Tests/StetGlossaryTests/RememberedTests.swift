import StetTestSupport
import StetText
import Testing

@testable import StetGlossary
@testable import StetGlossaryFiles

/// An index remembers over drafts which words are near to no name, which to some, and by which slip. What it finds must not depend on it.
@Suite("What an index remembers")
struct RememberedTests {
  private static let names = ["Zaluzhnyi", "Zelenskyy", "Izium", "Bakhmut", "Ivano-Frankivsk", "Odesa", "Hostomel"]
  private static let marks = ["í", "ž", "š", "ï", "ý", "Ž", "’"]

  private static func index() throws -> GlossaryIndex {
    let yaml = """
      glossary: test
      entries:
        - {term: Valerii Zaluzhnyi, kind: person, from: {uk: Валерій Залужний, ru: Валерий Залужный}}
        - {term: Volodymyr Zelenskyy, kind: person, from: {uk: Володимир Зеленський, ru: Владимир Зеленский}}
        - {term: Izium, kind: place, from: {uk: Ізюм, ru: Изюм}}
        - {term: Bakhmut, kind: place, from: {uk: Бахмут}}
        - {term: Ivano-Frankivsk, kind: place, from: {uk: Івано-Франківськ}}
        - {term: Odesa, kind: place, from: {uk: Одеса, ru: Одесса}}
        - {term: Hostomel, kind: place, from: {uk: Гостомель, ru: Гостомель}}
      """
    let read = GlossaryReader.read(Array(yaml.utf8), path: "test.yml")
    return try GlossaryIndex([try #require(read.glossary, "\(read.faults)")])
  }

  /// A name with up to two letters changed, lost, doubled, swapped or given a mark.
  private static func variant(_ dice: inout Dice) -> String {
    var letters = Array(dice.pick(names))
    for _ in 0..<dice.roll(0..<3) {
      let at = dice.roll(1..<letters.count)
      switch dice.roll(0..<5) {
      case 0: letters[at] = dice.pick(Array("aeiouyszkhg"))
      case 1: letters.remove(at: at)
      case 2: letters.insert(letters[at], at: at)
      case 3: letters.swapAt(at, at - 1)
      default: letters[at] = Character(dice.pick(marks))
      }
    }
    return String(letters)
  }

  @Test("is the same as what it finds out anew")
  func remembered() throws {
    let used = try Self.index()
    var dice = Dice(11), found = 0
    for _ in 0..<60 {
      let words = (0..<20).map { _ in dice.roll(0..<4) == 0 ? dice.pick(["Mr", "in", "said", "General", "the city of"]) : Self.variant(&dice) }
      let draft = Draft(path: "a.txt", text: "Then " + words.joined(separator: dice.pick([" ", " and ", ", "])) + ".")
      let matches = used.matches(in: draft).all
      #expect(matches == (try Self.index()).matches(in: draft).all, "\(words)")
      found += matches.count
    }
    #expect(found > 300)
  }
}
