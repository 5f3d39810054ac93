import Foundation
import StetFindings
import StetKit
import StetText
import Testing

/// One kind of copy and one kind of damage, told in ten ways: other names, verbs and quotation marks, wrapped lines, Markdown.
/// Each place is marked ⟦check:text⟧; all checks run, and nothing else may be found.
@Suite("Reworded damage")
struct RewordedDamageTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Damage")

  private static let files = ((try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? [])
    .filter { !$0.lastPathComponent.hasPrefix(".") }.sorted { $0.path < $1.path }

  /// The kinds that every draft has.
  private static let kinds: Set = [
    "dangling-determiner", "fused-sentence", "lowercase-start", "orphan-punctuation", "possessive-place", "split-name",
  ]

  private struct Place: Hashable, CustomStringConvertible {
    let check: String
    let text: String
    let start: Int
    var description: String { "\(check) ‘\(text)’ at byte \(start)" }
  }

  @Test("there are ten drafts")
  func count() { #expect(Self.files.count == 10) }

  @Test("the same damage is found however it is told", arguments: files)
  func damage(_ file: URL) throws {
    let (text, expected) = try Self.unmarked(String(contentsOf: file, encoding: .utf8))
    let draft = Draft(path: file.lastPathComponent, text: text)
    let findings = try Linter(glossaries: []).lint(draft)
    // Where the damage itself is, as of two sentences the joint.
    let found = findings.filter { $0.severity != .note }.map { finding in
      let core = finding.core ?? finding.span
      return Place(check: finding.check, text: draft.string(core), start: core.start)
    }
    #expect(Set(found) == Set(expected), "missed: \(expected.filter { !found.contains($0) }), besides: \(found.filter { !expected.contains($0) })")
    #expect(Self.kinds.isSubset(of: Set(expected.map(\.check))))
    #expect(findings.contains { $0.check == "damaged-copy" })
  }

  /// The draft without marks, and what they say.
  private static func unmarked(_ marked: String) throws -> (String, [Place]) {
    var text = "", places: [Place] = []
    var rest = marked[...]
    while let open = rest.firstIndex(of: "⟦") {
      text += rest[..<open]
      let close = try #require(rest[open...].firstIndex(of: "⟧"))
      let parts = rest[rest.index(after: open)..<close].split(separator: ":", maxSplits: 1)
      places.append(Place(check: String(parts[0]), text: String(parts[1]), start: text.utf8.count))
      text += parts[1]
      rest = rest[rest.index(after: close)...]
    }
    return (text + rest, places)
  }
}
