import Foundation
import StetChecks
import StetFindings
import StetTestSupport
import StetText
import Testing

/// Copy with what a check must say of it: an example of a check's file, or a case of a Markdown file.
struct Specimen: Sendable {
  let check: any Check.Type
  let kind: Example.Kind
  /// With ⟦ ⟧ marks.
  let text: String
  var fixed: String?
  var reviewed: String?
  let glossary: [String]
  let isMarkdown: Bool
  let location: SourceLocation

  init(_ check: any Check.Type, _ example: Example) {
    let place = example.location
    self.check = check
    kind = example.kind
    text = example.text
    fixed = example.fixed
    reviewed = example.reviewed
    glossary = example.glossary
    isMarkdown = example.isMarkdown
    location = SourceLocation(fileID: place.fileID, filePath: place.filePath, line: place.line, column: place.column)
  }

  init(
    _ check: any Check.Type, _ kind: Example.Kind, _ text: String, glossary: [String], isMarkdown: Bool, location: SourceLocation
  ) {
    self.check = check
    self.kind = kind
    self.text = text
    self.glossary = glossary
    self.isMarkdown = isMarkdown
    self.location = location
  }
}

extension Specimen: CustomTestStringConvertible {
  var testDescription: String { "\(check.about.id): \(text.debugDescription)" }
}

/// A change to a text that must not change what is found in it.
enum Bend: CaseIterable {
  case asItStands
  /// After a paragraph whose letters take two to eighteen bytes.
  case later
  case crlf
  /// In decomposed form: é as e and an accent.
  case decomposed

  func callAsFunction(_ text: String) -> String {
    switch self {
    case .asItStands: text
    case .later: text.hasPrefix("---\n") ? text : "👩‍👩‍👧 Ünïcode.\n\n" + text
    case .crlf: String(decoding: text.utf8.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }, as: UTF8.self)
    case .decomposed: text.decomposedStringWithCanonicalMapping
    }
  }

  /// Whether a fixed text is the expected one. What a fix puts in is composed, whatever the text around it is.
  func agree(_ fixed: String, _ expected: String) -> Bool {
    self == .decomposed ? fixed == expected : fixed.utf8.elementsEqual(expected.utf8)
  }
}

extension Specimen {
  /// Holds the check to the specimen, as it stands and bent; failures are reported at the specimen's own line.
  func verify() throws {
    let running = try Running(check, glossary: glossary)
    for bend in Bend.allCases {
      let marked = Marked(bend(text))
      let draft = draft(marked.text)
      let found = Marked(running.findings(in: draft), in: draft)
      guard found == marked else {
        Issue.record(
          "\(bend):\n  found    \(found.description.debugDescription)\n  expected \(marked.description.debugDescription)",
          sourceLocation: location)
        return  // what follows would only say it again
      }
      verifyFixes(of: draft, bend, running)
    }
    guard kind == .flags else {
      #expect(Marked(text).spans.isEmpty, "copy that is allowed has no marks", sourceLocation: location)
      return
    }
    #expect(!Marked(text).spans.isEmpty, "nothing is marked", sourceLocation: location)
    verifySilence(running)
  }

  private func verifyFixes(of draft: Draft, _ bend: Bend, _ running: Running) {
    func fixed(review: Bool, expected: String?) {
      guard let bytes = running.fixed(draft, review: review) else {
        Issue.record("\(bend): the fixes never settle", sourceLocation: location)
        return
      }
      guard let expected = expected.map({ bend($0) }) else { return }
      let result = String(decoding: bytes, as: UTF8.self)
      if !bend.agree(result, expected) {
        Issue.record(
          "\(bend), \(review ? "fix --review" : "fix"):\n  got      \(result.debugDescription)\n  expected \(expected.debugDescription)",
          sourceLocation: location)
      }
    }
    switch kind {
    case .allows:
      fixed(review: false, expected: text)
      fixed(review: true, expected: text)
    case .flags:
      let unmarked = Marked(text).text
      let isForReview = check.about.fix == .review
      fixed(review: false, expected: reviewed != nil || isForReview ? unmarked : self.fixed)
      fixed(review: true, expected: reviewed ?? self.fixed)
    }
  }

  /// Suppressed or in a code block, it is silent; and the suppression had work to do.
  private func verifySilence(_ running: Running) {
    let copy = Marked(text).text
    guard !copy.hasPrefix("---\n") else { return }
    let suppressed = running.outcome(in: draft("<!-- stet-disable \(check.about.id) -->\n\n\(copy)\n\n<!-- stet-enable -->\n"))
    #expect(suppressed.kept.isEmpty, "suppressed, yet found", sourceLocation: location)
    #expect(suppressed.unused.isEmpty && suppressed.unknown.isEmpty, "the suppression is called unused", sourceLocation: location)
    let code = Draft(path: "draft.md", text: "~~~~~~\n\(copy)\n~~~~~~\n")
    #expect(running.findings(in: code).isEmpty, "found in a code block", sourceLocation: location)
  }

  private func draft(_ text: String) -> Draft { Draft(path: isMarkdown ? "draft.md" : "draft.txt", text: text) }
}
