import StetFindings
import StetText

/// Writes the results of one draft.
struct SARIFResult {
  private let draft: Draft
  private let positions: Positions
  private let artifact: String
  /// Writes the address of another draft.
  private let address: (String) -> String
  private let ruleIndex: [String: Int]
  /// GitHub takes a thousand places of a result.
  private static let relatedLimit = 999

  init(draft: Draft, artifact: String, address: @escaping (String) -> String, ruleIndex: [String: Int]) {
    self.draft = draft
    positions = Positions(draft, in: .utf16)
    self.artifact = artifact
    self.address = address
    self.ruleIndex = ruleIndex
  }

  func result(_ finding: Finding, fingerprint: String) -> String {
    var writer = JSONWriter()
    writer.object {
      SARIFResult.head(finding.check, ruleIndex[finding.check], finding.severity.rawValue, &$0)
      $0.text("message", finding.message + (finding.why.map { ". \($0)" } ?? ""))
      $0.key("locations")
      $0.array([finding.span]) { writer, span in
        writer.object { location(span, snippet: true, &$0) }
      }
      $0.key("partialFingerprints")
      $0.object { $0.member("stetFinding/v1", fingerprint) }
      related(finding, &$0)
      fixes(finding, &$0)
      standing(finding, &$0)
      properties(finding, &$0)
    }
    return writer.text
  }

  /// A result that only the baseline has.
  static func absent(_ finding: AbsentFinding, artifact: String, _ index: Int?) -> String {
    var writer = JSONWriter()
    writer.object {
      head(finding.check, index, "none", &$0)
      $0.text("message", finding.message ?? "in the baseline, and no longer in the draft")
      $0.key("locations")
      $0.array([artifact]) { writer, artifact in
        writer.object {
          $0.key("physicalLocation")
          $0.object {
            $0.key("artifactLocation")
            $0.raw(artifact)
          }
        }
      }
      $0.key("partialFingerprints")
      $0.object { $0.member("stetFinding/v1", finding.fingerprint) }
      $0.member("baselineState", BaselineState.absent.rawValue)
    }
    return writer.text
  }

  private static func head(_ check: String, _ index: Int?, _ level: String, _ writer: inout JSONWriter) {
    writer.member("ruleId", check)
    if let index { writer.member("ruleIndex", index) }
    writer.member("level", level)
  }

  private func location(_ span: Span, snippet: Bool = false, _ writer: inout JSONWriter) {
    writer.key("physicalLocation")
    writer.object {
      $0.key("artifactLocation")
      $0.raw(artifact)
      $0.key("region")
      $0.object {
        region(span, &$0)
        if snippet, !span.isEmpty { $0.snippet(draft.string(span)) }
      }
    }
  }

  /// A place in a draft that is not at hand: its columns count scalars and not units of UTF-16, so only its lines are told.
  private func location(_ elsewhere: Finding.Elsewhere, _ writer: inout JSONWriter) {
    writer.key("physicalLocation")
    writer.object {
      $0.key("artifactLocation")
      $0.raw(address(elsewhere.path))
      $0.key("region")
      $0.object {
        $0.member("startLine", elsewhere.start.line)
        $0.member("endLine", elsewhere.end.line)
      }
    }
  }

  private func region(_ span: Span, _ writer: inout JSONWriter) {
    let start = positions.position(of: span.start), end = positions.position(of: span.end)
    writer.member("startLine", start.line)
    writer.member("startColumn", start.column)
    writer.member("endLine", end.line)
    writer.member("endColumn", end.column)
  }

  private func related(_ finding: Finding, _ writer: inout JSONWriter) {
    guard !finding.related.isEmpty else { return }
    writer.key("relatedLocations")
    writer.array(Array(finding.related.prefix(SARIFResult.relatedLimit).enumerated())) { writer, related in
      writer.object {
        $0.member("id", related.offset)
        if let elsewhere = related.element.elsewhere { location(elsewhere, &$0) } else { location(related.element.span, &$0) }
        $0.text("message", related.element.message)
      }
    }
  }

  private func fixes(_ finding: Finding, _ writer: inout JSONWriter) {
    guard let fix = finding.fix, !fix.edits.isEmpty else { return }
    let how = fix.safety == .safe ? "safe: “stet fix” makes it" : "for review: “stet fix --review” makes it"
    let what = finding.replacements.first.map { $0.isEmpty ? "Remove it" : "Change it to ‘\($0)’" } ?? "Put it right"
    writer.key("fixes")
    writer.array([fix]) { writer, fix in
      writer.object {
        $0.text("description", "\(what) (\(how))")
        $0.key("artifactChanges")
        $0.array([fix.edits]) { writer, edits in
          writer.object {
            $0.key("artifactLocation")
            $0.raw(artifact)
            $0.key("replacements")
            $0.array(edits) { replacement($1, &$0) }
          }
        }
      }
    }
  }

  private func replacement(_ edit: Edit, _ writer: inout JSONWriter) {
    writer.object {
      $0.key("deletedRegion")
      $0.object { region(edit.span, &$0) }
      if !edit.replacement.isEmpty {
        $0.key("insertedContent")
        $0.object { $0.member("text", edit.replacement) }
      }
    }
  }

  private func standing(_ finding: Finding, _ writer: inout JSONWriter) {
    // If one result has the list, all must; an empty one: it stands.
    writer.key("suppressions")
    writer.array(finding.silence.map { [$0] } ?? []) { writer, silence in
      writer.object {
        $0.member("kind", silence.kind.rawValue)
        if let reason = silence.reason { $0.member("justification", reason) }
      }
    }
    if let state = finding.baseline { writer.member("baselineState", state.rawValue) }
  }

  private func properties(_ finding: Finding, _ writer: inout JSONWriter) {
    writer.key("properties")
    writer.object {
      $0.member("replacements", finding.replacements)
      if let entry = finding.entry { $0.member("entry", entry) }
      if let glossary = finding.glossary { $0.member("glossary", glossary) }
      if let grade = finding.grade { $0.member("grade", grade.rawValue) }
      if !finding.systems.isEmpty { $0.member("systems", finding.systems) }
    }
  }
}

extension JSONWriter {
  fileprivate mutating func snippet(_ text: String) {
    key("snippet")
    object { $0.member("text", text) }
  }
}
