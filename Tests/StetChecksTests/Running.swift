import StetChecks
import StetFindings
import StetGlossary
import StetGlossaryFiles
import StetText

/// Runs one check over texts, as the linter would if no other check were selected.
struct Running {
  let check: any Check.Type
  private let index: GlossaryIndex

  /// - Parameter glossary: Preferred terms of persons (`"Landsbergis"`), or entries in YAML when a line has a colon.
  init(_ check: any Check.Type, glossary: [String]) throws {
    self.check = check
    index = try GlossaryIndex([Running.glossary(glossary)])
  }

  /// What is left after suppression, and what the suppressions have to answer for.
  func outcome(in draft: Draft) -> Suppressions.Outcome {
    let found = check.init().findings(in: draft, context: Context(draft: draft, matches: index.matches(in: draft)))
    let settled = settled(found, specificity: { Catalogue.about($0)?.specificity ?? 0 })
    return Suppressions(draft: draft).filter(settled, knownChecks: [check.about.id])
  }

  func findings(in draft: Draft) -> [Finding] { outcome(in: draft).kept }

  /// The draft's text with fixes applied until nothing changes; nil if they undo one another.
  func fixed(_ draft: Draft, review: Bool) -> [UInt8]? {
    var current = draft
    for _ in 0..<10 {
      let plan = FixPlan(findings: findings(in: current), in: current, including: review ? [.safe, .review] : [.safe])
      let text = plan.apply(to: current.text)
      if text == current.text { return text }
      current = Draft(path: draft.path, text: String(decoding: text, as: UTF8.self), format: draft.format)
    }
    return nil
  }

  struct FaultyGlossary: Error, CustomStringConvertible {
    let description: String
  }

  private static func glossary(_ entries: [String]) throws -> Glossary {
    guard !entries.isEmpty else { return Glossary(name: "example", entries: []) }
    var yaml = "glossary: example\nlanguage: en\nentries:\n"
    for entry in entries {
      let text = entry.contains(":") ? entry : "{term: \(entry), kind: person}"
      yaml += "  - " + text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\n    ") + "\n"
    }
    let (glossary, faults) = GlossaryReader.read(Array(yaml.utf8), path: "example.yml")
    let errors = faults.filter { $0.severity == .error }
    guard let glossary, errors.isEmpty else {
      throw FaultyGlossary(description: errors.map(\.description).joined(separator: "\n") + "\n" + yaml)
    }
    return glossary
  }
}
