// Stand-ins for what other targets will bring; this file goes when they do.
import StetFindings
import StetGlossary
import StetText

enum GlossaryReader {
  static func read(_ bytes: [UInt8], path: String) -> (glossary: Glossary?, faults: [Fault]) {
    (Glossary(name: path, path: path), [])
  }
}

enum BuiltInGlossary {
  static let name = "garble-en"
  static var glossary: Glossary { Glossary(name: name) }
}

struct FixPlan {
  var applied: [Finding] = []
  var edits: [Edit] = []
  init(findings: [Finding], in draft: Draft, including safeties: Set<Fix.Safety>) {
    for finding in findings {
      guard let fix = finding.fix, safeties.contains(fix.safety) else { continue }
      applied.append(finding)
      edits += fix.edits
    }
  }
}

struct Suppression {
  let span: Span
  let checks: [String]
}

struct Suppressions {
  struct Outcome {
    var kept: [Finding] = []
    var unused: [Suppression] = []
    var unknown: [(suppression: Suppression, name: String)] = []
  }
  init(draft: Draft) {}
  func filter(_ findings: [Finding], knownChecks: Set<String>, ranChecks: Set<String>? = nil) -> Outcome { Outcome(kept: findings) }
}

func settled(_ findings: [Finding], specificity: (String) -> Int) -> [Finding] { findings.sorted(by: Finding.precedes) }

extension TextEncoding {
  func applying(
    edits: [(span: Span, replacement: [UInt8])], toUTF8Form utf8: [UInt8], original bytes: [UInt8]
  ) throws(DraftError) -> [UInt8] {
    var result = bytes
    for edit in edits.reversed() { result.replaceSubrange(edit.span.range, with: edit.replacement) }
    return result
  }
}
