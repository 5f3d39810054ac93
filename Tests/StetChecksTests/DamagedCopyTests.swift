import StetChecks
import StetFindings
import StetKit
import StetText
import Testing

/// The verdict on a whole draft, under all checks.
@Suite("Damaged copy")
struct DamagedCopyTests {
  private static let damaged = """
    The army left the town. they went by night ,and and nobody saw them. . Then it rained.

    \(clean)
    """

  private static let clean = """
    In the morning the mayor walked through the streets with her deputy and counted the houses that had lost their roofs. She \
    found eleven of them, and a school, and wrote to the governor for timber, glass and men who know how to use them.
    """

  private func verdict(_ text: String) throws -> Finding? {
    try Linter(glossaries: []).lint(Draft(path: "a.txt", text: text)).first { $0.check == "damaged-copy" }
  }

  @Test("damage of several kinds close together is told once, with every place")
  func damaged() throws {
    let found = try #require(try verdict(Self.damaged))
    #expect(found.severity == .note)
    #expect(found.related.count >= 2)
    #expect(found.message.contains("compare this copy with its source"))
  }

  @Test("nothing is said of", arguments: [
    "The army left the town. Nobody saw it go.",
    // One finding, however short the copy.
    "The army left the town. they went by night. " + Self.clean,
    // The same fault again and again: a Cyrillic letter in a name.
    "In Xаrt it rained, and in Xаrt it snowed. " + Self.clean,
    // Quotation marks alone.
    "The ”army” left.\n\nThe ”town” stood empty, said “the mayor “.\n\n" + Self.clean,
  ])
  func undamaged(_ text: String) throws {
    #expect(try verdict(text) == nil)
  }

  @Test("what is suppressed is no evidence, and the verdict itself can be suppressed")
  func suppressed() throws {
    #expect(try verdict("<!-- stet-disable -->\n\n\(Self.damaged)\n\n<!-- stet-enable -->\n") == nil)
    let findings = try Linter(glossaries: []).lint(
      Draft(path: "a.txt", text: "<!-- stet-disable-file damaged-copy -->\n\n\(Self.damaged)\n"))
    #expect(!findings.isEmpty && !findings.contains { $0.check == "damaged-copy" || $0.check == "unused-suppression" })
  }

  @Test("two findings in long copy are two slips")
  func sparse() throws {
    let long = Array(repeating: "The road to the harbour is open again, and the ferry runs on every day of the week.", count: 30)
    #expect(try verdict(Self.damaged.replacing("and and", with: "and").replacing(". .", with: ".") + "\n\n" + long.joined(separator: "\n\n")) == nil)
  }
}
