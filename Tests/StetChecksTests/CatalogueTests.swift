import Foundation
import StetChecks
import StetFindings
import StetKit
import StetTestSupport
import Testing

@Suite("The catalogue of checks")
struct CatalogueTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The folder and the name of each file that holds a check.
  private static func files() throws -> [(folder: String, name: String)] {
    let checks = root.appending(path: "Sources/StetChecks")
    let files = FileManager.default.enumerator(at: checks, includingPropertiesForKeys: nil)
    return (files?.allObjects ?? []).compactMap { $0 as? URL }.filter { $0.lastPathComponent.hasSuffix("Check.swift") }
      .filter { $0.lastPathComponent != "Check.swift" }
      .map { ($0.deletingLastPathComponent().lastPathComponent, String($0.lastPathComponent.dropLast(".swift".count))) }
  }

  /// SplitNameCheck → split-name
  private static func id(of type: String) -> String {
    var id = ""
    for letter in type.dropLast("Check".count) {
      if letter.isUppercase, !id.isEmpty { id += "-" }
      id += letter.lowercased()
    }
    return id
  }

  @Test("every file of a check is listed, in the folder of its group, and its id is the file’s name")
  func files() throws {
    let listed = Catalogue.all.map { String(describing: $0) } + Catalogue.onDrafts.map { String(describing: $0) }
    let files = try Self.files()
    #expect(Set(files.map(\.name)) == Set(listed), "add a line to Catalogue.swift")
    for check in Catalogue.all {
      let name = String(describing: check)
      #expect(check.about.id == Self.id(of: name))
      #expect(files.first { $0.name == name }?.folder.lowercased() == check.about.group.rawValue)
    }
  }

  @Test("checks are in order of id, and no id is given twice")
  func order() {
    let ids = Catalogue.allAbouts.map(\.id)
    #expect(ids == Set(ids).sorted())
    #expect(Catalogue.all.map { $0.about.id } == Catalogue.all.map { $0.about.id }.sorted())
    for id in ids { #expect(Catalogue.about(id)?.id == id) }
    #expect(Catalogue.about("no-such-check") == nil)
  }

  @Test("every check has examples of what it flags and of what it allows", arguments: Catalogue.all.map { $0.about })
  func examples(_ about: About) {
    let flags = about.examples.count { $0.kind == .flags }
    let allows = about.examples.count { $0.kind == .allows }
    #expect(flags >= 1, "\(about.id)")
    #expect(allows >= (about.group == .garble ? 6 : 2), "\(about.id): real copy is full of what looks like garble")
  }

  @Test("a check is told of in sentences", arguments: Catalogue.allAbouts)
  func wording(_ about: About) {
    for sentence in [about.summary, about.why] {
      #expect(sentence.hasSuffix(".") || sentence.hasSuffix("?"), "\(about.id)")
      #expect(!sentence.contains("!") && !sentence.contains("\n"), "\(about.id)")
      #expect(sentence.first?.isUppercase == true, "\(about.id)")
    }
  }

  @Test("the reference page says what the checks say")
  func referencePage() throws {
    do {
      try Golden.expect(ReferencePage(AllChecks.abouts).markdown, equals: "../../.github/CHECKS.md")
    } catch let error as Golden.Mismatch {
      Issue.record("\(error)\nto bring it up to date: STET_RECORD=1 swift test --filter CatalogueTests")
    }
  }
}
