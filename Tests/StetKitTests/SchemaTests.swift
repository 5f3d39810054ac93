import Foundation
import StetChecks
import StetFindings
import StetGlossary
import Testing

@testable import StetGlossaryFiles
@testable import StetKit

/// The JSON Schemas that editors check a configuration and a glossary with say the same as the parsers.
@Suite struct SchemaTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  private static func file(_ name: String) -> URL { root.appending(path: ".github/schemas/\(name).schema.json") }

  private func schema(_ name: String) throws -> Schema {
    try Schema(JSONSerialization.jsonObject(with: Data(contentsOf: Self.file(name))) as? [String: Any] ?? [:])
  }

  private func expect(_ schema: Schema, _ path: String..., has keys: [String]) {
    #expect(schema.keys(at: path) == Set(keys), "\(path)")
  }

  @Test func theConfigurationHasTheParsersKeys() throws {
    let schema = try schema("configuration")
    expect(schema, "properties", has: ConfigurationKey.allCases.map(\.rawValue))
    expect(schema, "properties", "overrides", "items", "properties", has: OverrideKey.allCases.map(\.rawValue))
    expect(schema, "definitions", "style", "properties", has: StyleKey.allCases.map(\.rawValue))
  }

  @Test func theGlossaryHasTheParsersKeys() throws {
    let schema = try schema("glossary")
    expect(schema, "properties", has: FileKey.allCases.map(\.rawValue))
    expect(schema, "definitions", "entry", "properties", has: EntryKey.allCases.map(\.rawValue))
    expect(schema, "definitions", "entry", "properties", "tests", "properties", has: TestsKey.allCases.map(\.rawValue))
    expect(schema, "definitions", "entry", "properties", "except_if", "properties", has: ExceptIfKey.allCases.map(\.rawValue))
  }

  @Test func itsValuesAreTheParsersValues() throws {
    let schema = try schema("configuration")
    func values(_ path: String...) -> [String] { schema.strings(at: path + ["enum"]) }
    #expect(values("properties", "severity", "additionalProperties") == CheckSeverity.allCases.map(\.rawValue))
    #expect(values("properties", "fail-on") == FailOn.allCases.map(\.rawValue))
    #expect(values("properties", "quotes") == Entry.QuotationPolicy.allCases.map(\.rawValue))
    #expect(values("definitions", "acronym") == HouseStyle.Acronym.forms)
    let style: [(String, [String])] = [
      ("dashes", HouseStyle.Dash.allCases.map(\.rawValue)), ("superlatives", HouseStyle.Superlative.allCases.map(\.rawValue)),
      ("quotation-marks", HouseStyle.QuotationMark.allCases.map(\.rawValue)), ("closing-marks", HouseStyle.ClosingMark.allCases.map(\.rawValue)),
      ("dates", HouseStyle.Date.allCases.map(\.rawValue)), ("percentages", HouseStyle.Percentage.allCases.map(\.rawValue)),
      ("thousands", HouseStyle.Thousand.allCases.map(\.rawValue)),
    ]
    for (key, cases) in style { #expect(values("definitions", "style", "properties", key) == cases) }
  }

  @Test func thePageForUsersTellsEveryKey() throws {
    let page = try String(contentsOf: Self.root.appending(path: ".github/CONFIGURATION.md"), encoding: .utf8)
    let keys = ConfigurationKey.allCases.map(\.rawValue) + StyleKey.allCases.map(\.rawValue) + ["files"]
    #expect(keys.filter { !page.contains("`\($0)`") } == [])
    let example = try #require(page.firstMatch(of: /(?s)```yaml\n(.*?)```/))
    #expect(ConfigurationReader.read(Array(example.output.1.utf8), shown: "x.yml", folder: Path("/")).faults == [])
    let list = try #require(page.firstMatch(of: /(?s)```text\n(.*?)```/))
    #expect(IgnoreList(Array(list.output.1.utf8)).faults == [])
  }

  /// A new check is written into the schema by `STET_RECORD=1 swift test --filter SchemaTests`.
  @Test func itKnowsEveryCheck() throws {
    let listed = try schema("configuration").strings(at: ["definitions", "check", "enum"]), ids = AllChecks.abouts.map(\.id)
    if ProcessInfo.processInfo.environment["STET_RECORD"] != nil, listed != ids {
      let file = Self.file("configuration"), text = try String(contentsOf: file, encoding: .utf8)
      let line = "\"check\": { \"enum\": [" + ids.map { "\"\($0)\"" }.joined(separator: ", ") + "] }"
      try text.replacing(/"check": \{\s*"enum": \[[^\]]*\]\s*\}/, with: line).write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(listed == ids, "STET_RECORD=1 swift test --filter SchemaTests writes it down")
  }

  // MARK: Documents judged by both

  /// A document as JSON, which is YAML, too.
  @Test(arguments: [
    (#"{}"#, true), (#"{"root": true}"#, true), (#"{"root": "true"}"#, true), (#"{"root": "yes"}"#, false), (#"{"rot": true}"#, false),
    (#"{"glossaries": ["a", "b.yml"]}"#, true), (#"{"glossaries": "a"}"#, true), (#"{"glossaries": [1984]}"#, true),
    (#"{"glossaries": [["a"]]}"#, false), (#"{"glossaries": {"a": 1}}"#, false), (#"{"glossaries": [""]}"#, false), (#"{"glossaries": [" "]}"#, false),
    (#"{"select": ["mojibake"]}"#, true), (#"{"select": []}"#, true), (#"{"select": "mojibake"}"#, true), (#"{"ignore": ["mojibaky"]}"#, false),
    (#"{"severity": {"mojibake": "off"}}"#, true), (#"{"severity": {"mojibake": "loud"}}"#, false), (#"{"severity": {"mojibaky": "off"}}"#, false),
    (#"{"severity": ["mojibake"]}"#, false), (#"{"fail-on": "never"}"#, true), (#"{"fail-on": "bad"}"#, false), (#"{"fail_on": "note"}"#, false),
    (#"{"exclude": ["a/", "*.b"]}"#, true), (#"{"quotes": "skip"}"#, true), (#"{"quotes": ["skip"]}"#, false),
    (#"{"style": {"acronyms": ["U.S.", "EU"], "dashes": "closed-em", "thousands": "plain"}}"#, true), (#"{"style": {"acronyms": "UK"}}"#, true),
    (#"{"style": {"acronyms": ["U.K"]}}"#, false), (#"{"style": {"dashes": "em"}}"#, false), (#"{"style": {"commas": "inside"}}"#, false),
    (#"{"style": "AP"}"#, false), (#"{"baseline": "x", "ignore-list": "y"}"#, true), (#"{"baseline": ["x"]}"#, false), (#"{"baseline": ""}"#, false),
    (#"{"overrides": [{"files": ["a"], "quotes": "note", "style": {"dates": "day-first"}}]}"#, true), (#"{"overrides": []}"#, true),
    (#"{"overrides": [{"files": "a"}]}"#, true), (#"{"overrides": [{"quotes": "note"}]}"#, false), (#"{"overrides": {"files": "a"}}"#, false),
    (#"{"overrides": [{"files": "a", "root": true}]}"#, false), (#"{"overrides": [{"files": "a", "exclude": "b"}]}"#, false), (#"[]"#, false),
    (#"{"overrides": ["a"]}"#, false),
  ])
  func configurationsAreJudgedTheSame(document: String, isGood: Bool) throws {
    let faults = ConfigurationReader.read(Array(document.utf8), shown: "x.yml", folder: Path("/")).faults
    #expect(faults.isEmpty == isGood, "the parser: \(faults)")
    #expect(try schema("configuration").accepts(json(document)) == isGood, "the schema")
  }

  @Test(arguments: [
    (#"{"entries": []}"#, true), (#"{}"#, false), (#"{"entries": {}}"#, false), (#"{"entries": [], "lang": "en"}"#, false),
    (#"{"entries": [{"term": "Kyiv"}]}"#, true), (#"{"entries": [{"term": 1984}]}"#, true), (#"{"entries": [{"term": ""}]}"#, false),
    (#"{"entries": [{"kind": "place"}]}"#, false), (#"{"entries": [{"phrases": ["read more"]}]}"#, true), (#"{"entries": ["Kyiv"]}"#, false),
    (#"{"entries": [{"term": "Kyiv", "from": {"uk": "Київ", "ru": ["Киев"]}, "kind": "place", "forbid": ["Kiev"], "except": "Chicken Kiev"}]}"#, true),
    (#"{"entries": [{"term": "Kyiv", "from": "Київ"}]}"#, false), (#"{"entries": [{"term": "Kyiv", "from": {"ua": "Київ"}}]}"#, false),
    (#"{"entries": [{"term": "Kyiv", "from": {"Ukrainian": "Київ"}}]}"#, false), (#"{"entries": [{"term": "Kyiv", "kind": "city"}]}"#, false),
    (#"{"entries": [{"term": "Kyiv", "except_if": {"before": ["x"], "in_draft": "y"}}]}"#, true),
    (#"{"entries": [{"term": "Kyiv", "except_if": {"in": ["x"]}}]}"#, false), (#"{"entries": [{"term": "A B", "kind": "person", "gender": "f"}]}"#, true),
    (#"{"entries": [{"term": "A B", "kind": "person", "gender": "w"}]}"#, false), (#"{"entries": [{"term": "A", "within": "page"}]}"#, false),
    (#"{"entries": [{"term": "A", "quotes": "skip", "case": "exact", "accents": "fold", "severity": "note"}]}"#, true),
    (#"{"entries": [{"term": "A", "severity": "off"}]}"#, false), (#"{"entries": [{"term": "A", "tests": {"flags": ["A."], "allows": []}}]}"#, true),
    (#"{"entries": [{"term": "A", "tests": {"flag": ["A."]}}]}"#, false), (#"{"entries": [{"term": "A", "note": ["x"]}]}"#, false),
    (#"{"glossary": "a", "language": "en", "house": {"uk": "KMU2010"}, "license": "x", "entries": []}"#, true),
    (#"{"language": "English", "entries": []}"#, false), (#"{"house": {"uk": ["KMU2010"]}, "entries": []}"#, false),
  ])
  func glossariesAreJudgedTheSame(document: String, isGood: Bool) throws {
    let faults = GlossaryReader.read(Array(document.utf8), path: "x.yml").faults.filter { $0.severity == .error }
    #expect(faults.isEmpty == isGood, "the parser: \(faults)")
    #expect(try schema("glossary").accepts(json(document)) == isGood, "the schema")
  }

  private func json(_ text: String) throws -> Any { try JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed) }
}
