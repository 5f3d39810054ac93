import StetFindings
import StetGlossary
import StetGlossaryFiles
import StetText
import Testing

/// What an index says of a text: each variant with its preferred names, "?" behind a name that may be another person's.
func variants(_ text: String, _ entries: String...) throws -> [String] {
  let yaml = "glossary: test\nentries:\n" + entries.map { "  - \($0)\n" }.joined()
  let read = GlossaryReader.read(Array(yaml.utf8), path: "test.yml")
  let glossary = try #require(read.glossary, "\(read.faults)")
  let draft = Draft(path: "draft.md", text: text)
  let matches = try GlossaryIndex([glossary]).matches(in: draft)
  return matches.variants.map { use in
    let terms = use.matches.map { matches.entry(of: $0).term }.joined(separator: "/")
    return "\(draft.string(use.span)) → \(terms)" + (use.identity == .certain ? "" : use.identity == .likely ? " (likely)" : " (possible)")
  }
}

@Suite("Names are recognised in every rendering")
struct MatchingTests {
  static let zelenskyy = "{term: Volodymyr Zelenskyy, kind: person, from: {uk: Володимир Зеленський, ru: Владимир Зеленский}}"
  static let kyiv = "{term: Kyiv, kind: place, from: {uk: Київ, ru: Киев}, forbid: [Kiev], except: [Chicken Kiev, Dynamo Kiev]}"
  static let odesa = "{term: Odesa, kind: place, from: {uk: Одеса, ru: Одесса}, except_if: {after: [Texas], before: [West], in_draft: [Permian]}}"

  @Test("a whole name, by any table, mixed by word", arguments: [
    "Volodymyr Zelensky", "Vladimir Zelenskiy", "Wolodymyr Selenskyj", "Wołodymyr Zelenski", "Volodymyr Zelens’kyi",
    "VOLODYMYR ZELENSKYI", "Volodimir Zelensky", "Volodymyr Zelenskij", "Volodymyr\nZelensky",
  ])
  func wholeNames(_ name: String) throws {
    #expect(try variants("Then \(name) spoke.", Self.zelenskyy) == ["\(name) → Volodymyr Zelenskyy"])
  }

  @Test("the preferred form is left alone", arguments: [
    "Volodymyr Zelenskyy spoke.", "VOLODYMYR ZELENSKYY spoke.", "Zelenskyy’s aide and Zelenskyy spoke.", "A pro-Zelenskyy crowd.",
    "The Zelenskyys met.",
  ])
  func preferred(_ text: String) throws {
    #expect(try variants(text, Self.zelenskyy) == [])
  }

  @Test("a family name alone and whose it is", arguments: [
    ("Volodymyr Zelenskyy came. Zelensky spoke.", ["Zelensky → Volodymyr Zelenskyy"]),
    ("President Zelensky spoke.", ["Zelensky → Volodymyr Zelenskyy (likely)"]),
    ("Pres. Zelensky spoke.", ["Zelensky → Volodymyr Zelenskyy (likely)"]),
    ("V. Zelensky spoke.", ["Zelensky → Volodymyr Zelenskyy (likely)"]),
    ("Then Zelensky spoke.", ["Zelensky → Volodymyr Zelenskyy (possible)"]),
    ("Zelensky’s aide spoke; the Zelenskys’ house.", ["Zelensky → Volodymyr Zelenskyy (possible)", "Zelensky → Volodymyr Zelenskyy (possible)"]),
    ("Anna Zelensky spoke. Later, Zelensky left.", []),
    ("A. Zelensky spoke.", []),
    ("He met Zelensky Street’s owner.", ["Zelensky → Volodymyr Zelenskyy (possible)"]),
    ("The pro-Zelensky crowd.", ["Zelensky → Volodymyr Zelenskyy (possible)"]),
    ("Volodymyr Oleksandrovych Zelensky spoke.", []),
  ])
  func familyNames(_ text: String, _ wanted: [String]) throws {
    #expect(try variants(text, Self.zelenskyy) == wanted)
  }

  @Test("what one draft taught an index changes nothing in the next")
  func draftsAreApart() throws {
    let read = GlossaryReader.read(
      Array("glossary: test\nentries:\n  - \(Self.zelenskyy)\n  - {term: Valerii Zaluzhnyi, kind: person, from: {uk: Валерій Залужний}}\n  - {term: Zhytomyr, kind: place, from: {uk: Житомир}}\n".utf8),
      path: "test.yml")
    let glossary = try #require(read.glossary)
    // With marks and without them, near and far: a word's key knows no marks.
    let texts = ["Zaluzny", "Zalužny", "Załużny", "Zytomyr", "Žytomyr", "Zytomeer", "Selenskyj", "Śelenskyj", "Zelensky", "Harbour", "Härbour", "Zalusni", "Zälusni"]
      .map { "In May \($0) was seen, and \($0) again." }
    func found(_ text: String, _ index: GlossaryIndex) -> [String] {
      index.matches(in: Draft(path: "draft.md", text: text)).all.map { "\($0.span) \($0.form)" }
    }
    let alone = try texts.map { found($0, try GlossaryIndex([glossary])) }
    #expect(alone.contains { !$0.isEmpty })
    let index = try GlossaryIndex([glossary])
    #expect(texts.map { found($0, index) } == alone)
    #expect(texts.reversed().map { found($0, index) } == alone.reversed())
  }

  @Test("places, exceptions and conditions", arguments: [
    ("Kiev and KIEV’S mayor", ["Kiev → Kyiv", "KIEV → Kyiv"]),
    ("She ate chicken\nKiev and watched Dynamo Kiev.", []),
    ("Kijew, Kyjiw, Kyïv", ["Kijew → Kyiv", "Kyjiw → Kyiv", "Kyïv → Kyiv"]),
    ("A Kiev-based firm in kiev", ["Kiev → Kyiv", "kiev → Kyiv"]),
  ])
  func places(_ text: String, _ wanted: [String]) throws {
    #expect(try variants(text, Self.kyiv) == wanted)
  }

  @Test("Odessa is left alone with Texas", arguments: [
    ("From Odessa, Texas, to Odessa.", ["Odessa → Odesa"]), ("West Odessa grew.", []), ("Odessa Permian won at Odessa.", []),
    ("Odessa fell.", ["Odessa → Odesa"]),
  ])
  func odessa(_ text: String, _ wanted: [String]) throws {
    #expect(try variants(text, Self.odesa) == wanted)
  }

  @Test("a namesake’s own form is nobody’s variant")
  func ownForms() throws {
    let litvinenko = "{term: Alexander Litvinenko, kind: person, from: {ru: Александр Литвиненко}}"
    let lytvynenko = "{term: Oleksandr Lytvynenko, kind: person, from: {uk: Олександр Литвиненко}}"
    #expect(try variants("Litvinenko died in London.", litvinenko, lytvynenko) == [])
    #expect(try variants("Lytvynenko spoke.", litvinenko, lytvynenko) == [])
  }

  @Test("a name that fits two entries lists both")
  func ambiguous() throws {
    let one = "{term: Ivan Melnyk, kind: person, from: {uk: Іван Мельник}}"
    let two = "{term: Petro Melnyk, kind: person, from: {uk: Петро Мельник}}"
    #expect(try variants("Minister Melnik spoke.", one, two) == ["Melnik → Ivan Melnyk/Petro Melnyk (likely)"])
    #expect(try variants("Petro Melnyk spoke. Then Melnik left.", one, two) == ["Melnik → Petro Melnyk"])
  }

  @Test("ordinary words are no names")
  func ordinaryWords() throws {
    #expect(try variants("Marine life. Just so. Chop it.", "{term: Maryine, kind: place, from: {uk: Мар’їне}}", "{term: Dzhust, kind: place, from: {uk: Джуст, ru: Юст}}") == [])
  }

  @Test("letters of another script match by the same key")
  func sourceForms() throws {
    let yaml = "glossary: test\nentries:\n  - \(Self.zelenskyy)\n"
    let glossary = try #require(GlossaryReader.read(Array(yaml.utf8), path: "test.yml").glossary)
    let draft = Draft(path: "d.txt", text: "Володимир Зеленський і ЗЕЛЕНСКИЙ")
    let forms = try GlossaryIndex([glossary]).matches(in: draft).all.map { draft.string($0.span) }
    #expect(forms.contains("Володимир Зеленський") && forms.contains("ЗЕЛЕНСКИЙ"))
  }

  @Test("a context word that is another entry’s term is met by any of its renderings", arguments: [
    ("They left Raisin for Kharkov.", true), ("They left Raisin for Kharkiv.", true), ("They left Raisin for Selenskyj.", true),
    ("They left Raisin for Kherson.", false), ("They left Raisin.\n\nThey saw Kharkov.", false),
  ])
  func contextRenderings(_ text: String, _ isFound: Bool) throws {
    let izyum = "{term: Izyum, kind: place, from: {uk: Ізюм}, forbid: [Raisin], context: [Kharkiv, Zelenskyy]}"
    let found = try variants(text, izyum, "{term: Kharkiv, kind: place, from: {uk: Харків, ru: Харьков}}", Self.zelenskyy)
    #expect(found.contains("Raisin → Izyum") == isFound)
  }
}
